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
    readonly property int gap: Theme.px(40)

    objectName: "desk_sign"
    color: lit ? Theme.accent : Theme.ground

    Flash {
        lit: sign.lit
        seq: sign.facts.call.seq ?? -1
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
        anchors { left: parent.left; right: parent.right; top: lost.bottom; bottom: parent.bottom; margins: sign.gap }
        opacity: sign.facts.stale ? 0.5 : 1
        visible: !sign.away

        DeskPlate {
            id: plate
            anchors { left: parent.left; top: parent.top }
            width: sign.portrait ? parent.width : Math.round(parent.width * 0.3)
            height: Math.round(parent.height * (sign.portrait ? 0.24 : 0.56))
            desk: sign.desk
            lit: sign.lit
        }
        DeskServices {
            anchors { left: parent.left; bottom: parent.bottom }
            width: plate.width
            height: sign.portrait ? Math.round(parent.height * 0.17) : parent.height - plate.height - sign.gap
            names: sign.desk.services ?? []
            centred: sign.portrait
            letters: Theme.px(sign.portrait ? 52 : 46)
            color: sign.lit ? Theme.accentInk : Theme.ink
        }
        DeskNow {
            anchors { right: parent.right; bottom: parent.bottom; top: parent.top }
            anchors.topMargin: sign.portrait ? plate.height + sign.gap : 0
            anchors.bottomMargin: sign.portrait ? Math.round(parent.height * 0.17) + sign.gap : 0
            width: sign.portrait ? parent.width : parent.width - plate.width - sign.gap
            desk: sign.desk
            lit: sign.lit
        }
    }
    Message {
        visible: sign.away
        facts: sign.facts
    }
}
