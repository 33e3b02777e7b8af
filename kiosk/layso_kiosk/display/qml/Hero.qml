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

    Flash {
        lit: hero.lit
        seq: hero.seq
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

    Message {
        visible: !hero.calling
        facts: hero.facts
    }
}
