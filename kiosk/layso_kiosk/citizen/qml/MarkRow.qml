pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Letters with marks (strings) and tones ({"key", "name"}), sharing one row. A tone's key bears its
// name, which itself carries the mark: "Á" was taken for a letter. It waits for a vowel, and shows it.
Row {
    id: marks

    required property var board
    property var signs: []
    property int room: 0
    property int keyHeight: Theme.touch
    readonly property bool narrow: each < Theme.px(180)
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
            label: isTone ? marks.narrow ? sign["name"].replace(" ", "\n") : sign["name"] : sign.toUpperCase()
            letters: Theme.px(isTone ? 28 : 40)
            topPadding: Theme.px(isTone ? 4 : 12)
            bottomPadding: topPadding
            enabled: !isTone || marks.board.bearsTone
            opacity: enabled ? 1 : 0.5
            Accessible.name: isTone ? sign["name"] : sign
            onClicked: isTone ? marks.board.tone(sign["key"]) : marks.board.press(sign)
        }
    }
}
