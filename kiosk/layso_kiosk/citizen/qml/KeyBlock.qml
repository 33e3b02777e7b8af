pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A block of large keys.
Item {
    id: block

    required property var entry
    property list<string> signs: []
    property int across: 10
    property int keyHeight: Theme.touch
    readonly property int each: (width - (across - 1) * spacing) / across

    readonly property int spacing: Theme.px(12)
    implicitHeight: Math.ceil(signs.length / across) * (keyHeight + spacing) - spacing

    Repeater {
        model: block.signs.length
        TouchButton {
            required property int index
            readonly property string sign: block.signs[index] ?? ""
            objectName: "key-" + sign
            x: index % block.across * (width + block.spacing)
            y: Math.floor(index / block.across) * (height + block.spacing)
            width: block.each
            height: block.keyHeight
            leftPadding: 0
            rightPadding: 0
            letters: Theme.px(44)
            label: sign
            focusPolicy: Qt.NoFocus
            onClicked: block.entry.press(sign)
        }
    }
}
