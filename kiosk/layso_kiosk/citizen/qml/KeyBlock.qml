pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A block of large keys.
Grid {
    id: block

    required property var entry
    property list<string> signs: []
    property int across: 10
    property int keyHeight: Theme.touch
    readonly property int each: (width - (across - 1) * spacing) / across

    columns: across
    spacing: Theme.px(12)

    Repeater {
        model: block.signs
        TouchButton {
            required property string modelData
            objectName: "key-" + modelData
            width: block.each
            height: block.keyHeight
            leftPadding: 0
            rightPadding: 0
            letters: Theme.px(44)
            label: modelData
            focusPolicy: Qt.NoFocus
            onClicked: block.entry.press(modelData)
        }
    }
}
