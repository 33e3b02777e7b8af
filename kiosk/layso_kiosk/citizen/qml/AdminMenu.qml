pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// What staff may do at the kiosk, one large button each.
Grid {
    id: menu

    required property var admin
    readonly property var acts: [
        { "act": "paper", "icon": "printer" },
        { "act": "test", "icon": "ticket" },
        { "act": "rehearse", "icon": "hand-helping" },
        { "act": "screen", "icon": "scan-line" },
        { "act": "sound", "icon": "volume-2" },
        { "act": "end", "icon": "log-out" },
        { "act": "close", "icon": "house" }
    ]

    columns: Theme.portrait ? 1 : 2
    spacing: Theme.px(20)
    layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
    readonly property int rowCount: Math.ceil(acts.length / columns)
    readonly property int each: (width - (columns - 1) * spacing) / columns

    Repeater {
        model: menu.acts.length
        TouchButton {
            required property int index
            readonly property var about: menu.acts[index]
            readonly property bool turns: about["act"] === "rehearse" && menu.admin.rehearsing
            objectName: "admin-" + about["act"]
            width: menu.each
            height: Math.min(Theme.px(150), (menu.height - (menu.rowCount - 1) * menu.spacing) / menu.rowCount)
            iconName: about["icon"]
            tone: turns ? "accent" : "plain"
            label: Words.say("kiosk.admin." + (turns ? "rehearse_end" : about["act"]))
            onClicked: menu.admin.do(about["act"])
        }
    }
}
