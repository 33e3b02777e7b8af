pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Who we are, what time it is, and how a person wants to read. A screen may be turned while it shows:
// places are numbers here, because anchors that come and go leave things where they were.
Rectangle {
    id: bar
    objectName: "top-bar"

    required property var kiosk
    required property var reader
    required property var wallClock
    property int holdMs: 4000
    readonly property bool stacked: Theme.portrait

    color: Theme.surface
    implicitHeight: stacked ? Math.max(who.implicitHeight, clock.implicitHeight) + keys.implicitHeight + Theme.px(28) * 3 : Math.max(who.implicitHeight, keys.implicitHeight) + Theme.px(24) * 2

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.px(6)
        color: Theme.accent
    }
    Column {
        id: who
        readonly property real end: (bar.stacked ? clock.width : clock.width + Theme.px(28) + keys.width) + Theme.page + Theme.gap
        x: Words.rightToLeft ? end : Theme.page
        width: bar.width - Theme.page - end
        y: bar.stacked ? Theme.px(28) : (bar.height - Theme.px(6) - height) / 2
        spacing: Theme.px(2)

        Prose {
            objectName: "center-name"
            width: parent.width
            text: bar.kiosk.homeModel.center
            font.pixelSize: Theme.px(Theme.portrait ? 30 : 24)
            font.weight: Font.Bold
            lineHeight: 1.05
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Prose {
            width: parent.width
            visible: text !== ""
            text: bar.kiosk.homeModel.province
            font.pixelSize: Theme.px(24)
            quiet: true
        }
    }
    Clock {
        id: clock
        source: bar.wallClock
        letters: Theme.px(48)
        x: Words.rightToLeft ? Theme.page : bar.width - Theme.page - width
        y: bar.stacked ? Theme.px(28) : (bar.height - Theme.px(6) - height) / 2
    }
    // four seconds on the clock: nobody does that by chance, and nothing shows that it is there
    MouseArea {
        objectName: "clock-corner"
        anchors.fill: clock
        anchors.margins: -Theme.px(24)
        pressAndHoldInterval: bar.holdMs
        onPressAndHold: bar.kiosk.knock()
    }
    Row {
        id: keys
        spacing: Theme.px(12)
        readonly property real start: bar.stacked ? Theme.page : bar.width - clock.width - Theme.page - Theme.px(28) - width
        x: Words.rightToLeft ? bar.width - start - width : start
        y: bar.stacked ? bar.height - height - Theme.px(28) - Theme.px(6) : (bar.height - Theme.px(6) - height) / 2
        readonly property int letters: Theme.px(24)

        Repeater {
            model: bar.reader.languages
            TouchButton {
                required property var modelData
                objectName: "language-" + modelData["code"]
                letters: keys.letters
                leftPadding: Theme.px(18)
                rightPadding: Theme.px(18)
                tone: Words.language === modelData["code"] ? "accent" : "plain"
                label: modelData["name"]
                onClicked: bar.kiosk.choose_language(modelData["code"])
            }
        }
        TouchButton {
            objectName: "text-size"
            letters: keys.letters
            iconName: "a-large-small"
            iconSize: Theme.px(44)
            Accessible.name: Words.say("kiosk.home.text_size", { "percent": Theme.textSize })
            onClicked: bar.reader.next_text_size()
        }
        TouchButton {
            objectName: "contrast"
            letters: keys.letters
            iconName: "contrast"
            iconSize: Theme.px(40)
            Accessible.name: Words.say({ "light": "kiosk.home.contrast_off", "dark": "kiosk.home.dark" }[bar.reader.nextTheme] ?? "kiosk.home.contrast")
            onClicked: bar.reader.next_theme()
        }
        TouchButton {
            objectName: "guide"
            letters: keys.letters
            iconName: bar.kiosk.guideModel.on ? "volume-2" : "volume-x"
            iconSize: Theme.px(42)
            tone: bar.kiosk.guideModel.on ? "accent" : "plain"
            Accessible.name: Words.say(bar.kiosk.guideModel.on ? "kiosk.home.guide_off" : "kiosk.home.guide_on")
            onClicked: bar.kiosk.guideModel.toggle()
        }
        TouchButton {
            objectName: "help"
            letters: keys.letters
            leftPadding: Theme.px(18)
            rightPadding: Theme.px(18)
            iconName: "hand-helping"
            label: Words.say("kiosk.home.help")
            enabled: bar.kiosk.toast === ""
            onClicked: bar.kiosk.call_help()
        }
    }
}
