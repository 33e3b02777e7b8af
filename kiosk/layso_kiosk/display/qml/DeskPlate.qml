import QtQuick
import Layso.Look

// The counter's own number on its plate.
Rectangle {
    id: plate

    required property var desk
    required property bool lit

    radius: Theme.px(32)
    color: lit ? Theme.accentInk : Theme.ink

    Prose {
        id: word
        anchors { left: parent.left; right: parent.right; top: parent.top; topMargin: Theme.px(20) }
        horizontalAlignment: Text.AlignHCenter
        text: Words.say("display.counters.counter", {})
        color: plate.lit ? Theme.accent : Theme.ground
        font.pixelSize: Theme.px(64)
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }
    Fitted {
        objectName: "desk_counter"
        x: Theme.px(16)
        width: plate.width - 2 * x
        anchors { top: word.bottom; bottom: parent.bottom; bottomMargin: Theme.px(16) }
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: plate.desk.counter ?? ""
        color: plate.lit ? Theme.accent : Theme.ground
        letters: height * 1.1
        sample: "88"
        font.weight: Font.ExtraBold
    }
}
