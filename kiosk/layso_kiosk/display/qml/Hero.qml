import QtQuick
import Layso.Look

// The newest call; or one sentence when there is none, the center is closed or not reached.
Rectangle {
    id: hero

    required property var facts
    required property var voice
    readonly property var call: facts.call
    readonly property bool calling: facts.mode === "call"
    readonly property bool lit: calling && (call.lit ?? false)
    readonly property int seq: call.seq ?? -1
    readonly property color letters: lit ? Theme.accentInk : Theme.accent

    objectName: "hero"
    radius: Theme.px(32)
    color: lit ? Theme.accent : Theme.surface
    border.width: lit ? 0 : Theme.hairline
    border.color: Theme.line
    clip: true

    // three soft flashes in two and a half seconds: seen from afar, safe for everyone
    onSeqChanged: if (lit && Theme.motion > 0) flash.restart()
    onLitChanged: if (lit && Theme.motion > 0) flash.restart()

    Rectangle {
        id: shine
        anchors.fill: parent
        radius: parent.radius
        color: Theme.accentInk
        opacity: 0
    }
    SequentialAnimation {
        id: flash
        objectName: "flash"
        loops: 3
        onStopped: shine.opacity = 0
        NumberAnimation { target: shine; property: "opacity"; to: 0.45; duration: 240; easing.type: Easing.OutQuad }
        NumberAnimation { target: shine; property: "opacity"; to: 0; duration: 290; easing.type: Easing.InQuad }
        PauseAnimation { duration: 300 }
    }

    // motion switched off in the middle of a flash leaves no half-lit board
    Connections {
        target: Theme
        function onMotionChanged(): void {
            if (Theme.motion === 0)
                flash.stop()
        }
    }

    Item {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: where.top }
        visible: hero.calling

        Row {
            id: invite
            anchors { left: parent.left; leftMargin: Theme.px(44); top: parent.top; topMargin: Theme.px(28) }
            spacing: Theme.px(18)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "megaphone"
                color: hero.lit ? Theme.accentInk : Theme.quiet
                size: Theme.px(58)
            }
            Prose {
                anchors.verticalCenter: parent.verticalCenter
                text: hero.lit ? Words.say("display.hero.invite", {}) : Words.say("display.hero.last", {})
                color: hero.lit ? Theme.accentInk : Theme.quiet
                font.pixelSize: Theme.px(54)
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
        }
        Icon {
            objectName: "chime"
            anchors { right: parent.right; rightMargin: Theme.px(44); verticalCenter: invite.verticalCenter }
            visible: hero.voice.speaking
            name: hero.voice.audible ? "volume-2" : "bell-ring"
            color: hero.lit ? Theme.accentInk : Theme.accent
            size: Theme.px(64)
        }
        Fitted {
            objectName: "hero_number"
            anchors { horizontalCenter: parent.horizontalCenter; top: invite.bottom; bottom: parent.bottom }
            width: Math.round(hero.width * 0.92)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: hero.call.number ?? ""
            color: hero.letters
            // capitals are 0.7 of the letter height: 1.12 leaves a margin above and below them
            letters: height * 1.12
            font.weight: Font.ExtraBold
        }
    }

    Rectangle {
        id: where
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(28) }
        height: Math.round(hero.height * 0.31)
        visible: hero.calling
        radius: Theme.px(22)
        color: hero.lit ? Theme.accentInk : Theme.accentSoft

        TextMetrics {
            id: measure
            font.family: Theme.family
            font.weight: Font.Bold
            font.pixelSize: 100
            text: Words.say("display.hero.counter", {})
        }
        Row {
            id: way
            anchors.centerIn: parent
            spacing: Theme.px(36)

            Prose {
                anchors.verticalCenter: parent.verticalCenter
                text: measure.text
                color: hero.lit ? Theme.accent : Theme.ink
                // as large as the place beside the counter's number allows
                font.pixelSize: Math.floor(Math.min(where.height * 0.46, (where.width - place.implicitWidth - way.spacing - Theme.px(72)) * 100 / Math.max(1, measure.advanceWidth)))
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }
            Prose {
                id: place
                objectName: "hero_counter"
                anchors.verticalCenter: parent.verticalCenter
                text: hero.call.counter ?? ""
                color: hero.lit ? Theme.accent : Theme.ink
                font.pixelSize: Math.round(where.height * 0.92)
                font.weight: Font.ExtraBold
                wrapMode: Text.NoWrap
            }
        }
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(160)
        spacing: Theme.px(28)
        visible: !hero.calling

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: hero.facts.mode === "closed" ? hero.facts.icon ?? "clock" : hero.facts.mode === "away" ? "wifi-off" : "ticket"
            color: Theme.accent
            size: Theme.px(130)
        }
        Prose {
            objectName: "state_title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: hero.facts.title
            font.pixelSize: Theme.px(Theme.portrait ? 66 : 76)
            font.weight: Font.Bold
            lineHeight: 1.05
        }
        Prose {
            objectName: "state_sentence"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: hero.facts.sentence
            font.pixelSize: Theme.px(Theme.portrait ? 42 : 46)
            quiet: true
        }
    }
}
