pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The sign over one counter: its number, whom it calls or serves, what it is for, or "paused".
Rectangle {
    id: sign

    required property var board
    required property var voice
    required property var stage
    readonly property var facts: board.facts
    readonly property var desk: facts.desk
    readonly property bool away: facts.mode === "away"
    readonly property bool portrait: height > width
    readonly property bool lit: !away && (desk.lit ?? false)
    readonly property color letters: lit ? Theme.accentInk : Theme.ink
    property int seq: facts.call.seq ?? -1

    objectName: "desk_sign"
    color: lit ? Theme.accent : Theme.ground

    onSeqChanged: if (lit && Theme.motion > 0) flash.restart()
    onLitChanged: if (lit && Theme.motion > 0) flash.restart()

    Rectangle {
        id: shine
        anchors.fill: parent
        color: Theme.accentInk
        opacity: 0
    }
    SequentialAnimation {
        id: flash
        loops: 3
        onStopped: shine.opacity = 0
        NumberAnimation { target: shine; property: "opacity"; to: 0.45; duration: 240; easing.type: Easing.OutQuad }
        NumberAnimation { target: shine; property: "opacity"; to: 0; duration: 290; easing.type: Easing.InQuad }
        PauseAnimation { duration: 300 }
    }

    Banner {
        id: lost
        objectName: "lost"
        anchors { left: parent.left; right: parent.right; top: parent.top }
        icon: "wifi-off"
        letters: Theme.px(36)
        text: sign.facts.stale_words
    }
    Item {
        id: body
        objectName: "body"
        anchors { left: parent.left; right: parent.right; top: lost.bottom; bottom: parent.bottom; margins: Theme.px(40) }
        opacity: sign.facts.stale ? 0.5 : 1
        visible: !sign.away

        Rectangle {
            id: plate
            anchors { left: parent.left; top: parent.top }
            width: sign.portrait ? parent.width : Math.round(parent.width * 0.3)
            height: Math.round(parent.height * (sign.portrait ? 0.24 : 0.56))
            radius: Theme.px(32)
            color: sign.lit ? Theme.accentInk : Theme.ink

            Prose {
                id: word
                anchors { left: parent.left; right: parent.right; top: parent.top; topMargin: Theme.px(20) }
                horizontalAlignment: Text.AlignHCenter
                text: Words.say("display.counters.counter", {})
                color: sign.lit ? Theme.accent : Theme.ground
                font.pixelSize: Theme.px(64)
                font.weight: Font.DemiBold
            }
            Fitted {
                objectName: "desk_counter"
                x: Theme.px(16)
                width: plate.width - 2 * x
                anchors { top: word.bottom; bottom: parent.bottom; margins: Theme.px(16) }
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: sign.desk.counter ?? ""
                color: sign.lit ? Theme.accent : Theme.ground
                letters: height * 1.1
                sample: "88"
                font.weight: Font.ExtraBold
            }
        }
        Column {
            id: purposes
            anchors { left: parent.left; bottom: parent.bottom }
            width: plate.width
            height: sign.portrait ? Math.round(parent.height * 0.22) : parent.height - plate.height - Theme.px(36)
            clip: true
            spacing: Theme.px(10)

            Repeater {
                model: sign.desk.services ?? []

                Prose {
                    required property string modelData
                    width: purposes.width
                    text: modelData
                    color: sign.letters
                    font.pixelSize: Theme.px(sign.portrait ? 48 : 40)
                    font.weight: Font.DemiBold
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    lineHeight: 1.05
                }
            }
        }
        Item {
            id: now
            anchors { right: parent.right; bottom: sign.portrait ? purposes.top : parent.bottom; top: sign.portrait ? plate.bottom : parent.top }
            width: sign.portrait ? parent.width : parent.width - plate.width - Theme.px(60)

            Fitted {
                id: number
                objectName: "desk_number"
                width: now.width
                anchors { top: parent.top; bottom: words.top }
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: sign.desk.number ?? ""
                color: sign.lit ? Theme.accentInk : Theme.accent
                letters: height * 1.1
                font.weight: Font.ExtraBold
            }
            Icon {
                anchors { horizontalCenter: parent.horizontalCenter; bottom: words.top; bottomMargin: Theme.px(20) }
                visible: !number.visible
                name: sign.desk.state === "paused" ? "coffee" : sign.desk.state === "closed" ? "lock" : "circle-check"
                color: sign.desk.state === "paused" ? Theme.warn : sign.desk.state === "free" ? Theme.good : Theme.quiet
                size: Math.round(now.height * 0.34)
            }
            Fitted {
                id: words
                objectName: "desk_state"
                width: now.width
                anchors { bottom: parent.bottom; bottomMargin: number.visible ? 0 : Math.round(now.height * 0.2) }
                horizontalAlignment: Text.AlignHCenter
                text: sign.desk.words ?? ""
                color: sign.lit ? Theme.accentInk : sign.desk.state === "paused" ? Theme.warn : Theme.ink
                letters: Math.round(Math.min(now.height * 0.22, Theme.px(150)))
                font.weight: Font.Bold
            }
        }
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(160)
        spacing: Theme.px(28)
        visible: sign.away

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "wifi-off"
            color: Theme.accent
            size: Theme.px(130)
        }
        Prose {
            objectName: "state_title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: sign.facts.title
            font.pixelSize: Theme.px(76)
            font.weight: Font.Bold
        }
        Prose {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: sign.facts.sentence
            font.pixelSize: Theme.px(46)
            quiet: true
        }
    }
}
