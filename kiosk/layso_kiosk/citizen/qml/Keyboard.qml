pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Large keys for Telex; letters with marks and tones have keys of their own for who has not learned it.
Column {
    id: keyboard

    required property var board
    readonly property int across: 10
    readonly property int each: Math.floor((width - (across - 1) * spacing) / across)
    readonly property int keyHeight: Theme.portrait ? Theme.px(104) : Theme.px(92)
    readonly property var marks: board.marks
    readonly property var tones: board.tones

    spacing: Theme.px(8)
    // keys stand where hands know them, whichever way the language runs
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    MarkRow {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: keyboard.spacing
        room: keyboard.width
        keyHeight: keyboard.keyHeight
        board: keyboard.board
        signs: Theme.portrait ? keyboard.marks : [...keyboard.marks, ...keyboard.tones]
    }
    MarkRow {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: keyboard.spacing
        room: keyboard.width
        keyHeight: keyboard.keyHeight
        board: keyboard.board
        signs: Theme.portrait ? keyboard.tones : []
    }
    Repeater {
        model: 3
        Row {
            id: row
            required property int index
            readonly property var signs: keyboard.board.rows[index]
            anchors.horizontalCenter: keyboard.horizontalCenter
            spacing: keyboard.spacing

            LetterKey {
                visible: row.index === 2
                objectName: "type-wipe"
                width: Math.round(keyboard.each * 1.3)
                height: keyboard.keyHeight
                iconName: "x"
                Accessible.name: Words.say("kiosk.keyboard.wipe")
                onClicked: keyboard.board.wipe()
            }
            Repeater {
                model: row.signs.length
                LetterKey {
                    required property int index
                    readonly property string sign: row.signs[index]
                    objectName: "type-" + sign
                    width: keyboard.each
                    height: keyboard.keyHeight
                    label: sign.toUpperCase()
                    Accessible.name: sign
                    onClicked: keyboard.board.press(sign)
                }
            }
            LetterKey {
                visible: row.index === 2
                objectName: "type-space"
                width: Math.round(keyboard.each * 1.7) - 2 * keyboard.spacing
                height: keyboard.keyHeight
                iconName: "space"
                Accessible.name: Words.say("kiosk.keyboard.space")
                onClicked: keyboard.board.press(" ")
            }
            LetterKey {
                visible: row.index === 1
                objectName: "type-back"
                width: keyboard.each
                height: keyboard.keyHeight
                iconName: "delete"
                Accessible.name: Words.say("kiosk.keyboard.back")
                onClicked: keyboard.board.back()
            }
        }
    }
}
