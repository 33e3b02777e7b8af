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
    implicitHeight: stacked ? Math.max(who.implicitHeight, clock.implicitHeight) + keys.implicitHeight + Theme.px(28) * 3 : Math.max(who.implicitHeight, keys.implicitHeight) + Theme.px(grown > 1 ? 12 : 24) * 2 + Theme.px(6)

    // Its letters grow with the reader's size as far as one row has room for them, so that the pages
    // below keep theirs: `grown` is by how much. Words under the icons give way before letters do.
    // Widths are measured at the plain size; the name is meant to have two lines.
    readonly property int lettered: Theme.px(24)
    readonly property real beside: stacked ? 0 : clock.width + Theme.px(28 + 24)
    readonly property real named: stacked ? 0 : Math.min(nameLine.advanceWidth * 0.58, Theme.px(460))
    readonly property int keyCount: reader.languages.length + 1
    // edges of the words' keys, the help's icon, and what lies between all of them
    readonly property real bare: width - 2 * Theme.page - beside - keyCount * Theme.px(40) - Theme.px(50) - (keyCount + 2) * keys.spacing
    readonly property real wordedRoom: bare - 3 * Theme.px(28)
    readonly property real asked: Theme.textSize / 100
    readonly property real letteredRoom: named + keysLine.advanceWidth
    readonly property real wordedMost: wordedRoom / (letteredRoom + wordsLine.advanceWidth)
    readonly property bool worded: wordedMost >= Math.min(asked, 1.2)
    readonly property real most: worded ? wordedMost : (bare - 3 * Theme.touch) / letteredRoom
    readonly property real grown: Math.max(1, Math.min(asked, most))

    TextMetrics {
        id: nameLine
        font.family: Theme.family
        font.weight: Font.Bold
        font.pixelSize: bar.lettered
        text: bar.kiosk.homeModel.center
    }
    TextMetrics {
        id: keysLine
        font.family: Theme.family
        font.weight: Font.DemiBold
        font.pixelSize: bar.lettered
        text: [...bar.reader.languages.map(one => one["name"]), Words.say("kiosk.home.help")].join("")
    }
    TextMetrics {
        id: wordsLine
        font: keysLine.font
        text: ["size_word", "theme_word", "guide_word"].map(word => Words.say("kiosk.home." + word)).join("")
    }

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
            font.pixelSize: Math.floor(bar.stacked ? Theme.sp(30) : keys.letters)
            font.weight: Font.Bold
            lineHeight: 1.05
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Prose {
            width: parent.width
            visible: text !== ""
            text: bar.kiosk.homeModel.province
            font.pixelSize: bar.stacked ? Theme.sp(24) : keys.letters
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
        readonly property int letters: Math.floor(bar.lettered * bar.grown)

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
        ReadingKey {
            objectName: "text-size"
            letters: keys.letters
            worded: bar.worded
            iconName: "a-large-small"
            word: Words.say("kiosk.home.size_word")
            plainSize: Theme.px(44)
            Accessible.name: Words.say("kiosk.home.text_size", { "percent": Theme.textSize })
            onClicked: bar.reader.next_text_size()
        }
        ReadingKey {
            objectName: "contrast"
            letters: keys.letters
            worded: bar.worded
            iconName: "contrast"
            word: Words.say("kiosk.home.theme_word")
            plainSize: Theme.px(40)
            Accessible.name: Words.say({ "light": "kiosk.home.contrast_off", "dark": "kiosk.home.dark" }[bar.reader.nextTheme] ?? "kiosk.home.contrast")
            onClicked: bar.reader.next_theme()
        }
        ReadingKey {
            objectName: "guide"
            letters: keys.letters
            worded: bar.worded
            iconName: bar.kiosk.guideModel.on ? "volume-2" : "volume-x"
            word: Words.say("kiosk.home.guide_word")
            plainSize: Theme.px(42)
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
