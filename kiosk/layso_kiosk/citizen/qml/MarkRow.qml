pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Letters with marks (strings) and tones ({"key", "label", "name"}), sharing one row.
Row {
    id: marks

    required property var board
    property var signs: []
    property int room: 0
    property int keyHeight: Theme.touch
    readonly property int each: signs.length > 0 ? Math.floor((room - (signs.length - 1) * spacing) / signs.length) : 0

    visible: signs.length > 0

    Repeater {
        model: marks.signs.length
        LetterKey {
            required property int index
            readonly property var sign: marks.signs[index] ?? ""
            readonly property bool isTone: sign["key"] !== undefined
            objectName: isTone ? "tone-" + sign["key"] : "type-" + sign
            width: marks.each
            height: marks.keyHeight
            label: String(isTone ? sign["label"] : sign).toUpperCase()
            Accessible.name: isTone ? sign["name"] : sign
            onClicked: isTone ? marks.board.tone(sign["key"]) : marks.board.press(sign)
        }
    }
}
