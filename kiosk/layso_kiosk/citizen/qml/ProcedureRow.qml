import QtQuick
import QtQuick.Templates as T
import Layso.Look

// One procedure to touch: its name, how long it takes, and whether it can be done online.
T.AbstractButton {
    id: row

    property var facts: ({})
    property bool withGroup: false
    readonly property bool chosen: facts["chosen"] === true
    readonly property bool online: facts["online"] === true

    implicitHeight: Math.max(Theme.px(92), words.implicitHeight + Theme.px(24))
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: [name.text, row.facts["group"], more.text].filter(word => word).join(". ")
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.px(14)
        color: row.down || row.chosen ? Theme.accentSoft : Theme.ground
        border.width: row.chosen ? Theme.px(5) : Theme.hairline
        border.color: row.chosen ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Icon {
            id: group
            visible: row.withGroup
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(18)
            anchors.verticalCenter: parent.verticalCenter
            name: row.withGroup ? row.facts["icon"] ?? "" : ""
            color: Theme.accent
            size: Theme.px(52)
        }
        Column {
            id: words
            anchors.left: group.visible ? group.right : parent.left
            anchors.leftMargin: Theme.px(20)
            anchors.right: sign.left
            anchors.rightMargin: Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(2)

            Prose {
                id: name
                width: parent.width
                text: row.facts["name"] ?? ""
                font.pixelSize: Theme.sp(26)
                font.weight: Font.DemiBold
                lineHeight: 1.0
                Accessible.ignored: true
            }
            Prose {
                id: more
                width: parent.width
                role: "label"
                lineHeight: 1.0
                quiet: !row.online
                color: row.online ? Theme.good : Theme.quiet
                text: [row.facts["minutes"], row.online ? Words.say("kiosk.procedure.online") : ""].filter(word => word).join(" · ")
                Accessible.ignored: true
            }
        }
        Icon {
            id: sign
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            name: row.chosen ? "circle-check" : "chevron-right"
            color: row.chosen ? Theme.accent : Theme.quiet
            size: Theme.px(40)
            mirror: Words.rightToLeft && !row.chosen
        }
    }
}
