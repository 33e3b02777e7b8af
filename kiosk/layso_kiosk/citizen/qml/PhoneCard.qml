import QtQuick
import QtQuick.Templates as T
import Layso.Look

// A text message before one's turn: offered, or to which number it goes. A touch opens the keys.
T.AbstractButton {
    id: card

    required property var kiosk
    readonly property bool kept: kiosk.phoneModel.kept !== ""

    objectName: "phone-add"
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + Theme.px(32))
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title.text, meaning.text].join(" ")
    onClicked: kiosk.note_phone()

    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.accentSoft : card.kept ? Theme.goodSoft : Theme.surface
        border.width: card.down ? Theme.px(6) : Theme.hairline
        border.color: card.down ? Theme.accent : card.kept ? Theme.good : Theme.line
    }
    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            name: card.kept ? "circle-check" : "smartphone"
            size: Theme.px(56)
            color: card.kept ? Theme.good : Theme.accent
        }
        Column {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: Theme.px(20)
            anchors.right: onward.left
            anchors.rightMargin: Theme.px(12)
            anchors.verticalCenter: parent.verticalCenter

            Prose {
                id: title
                width: parent.width
                text: Words.say("kiosk.phone.offer")
                font.pixelSize: Theme.sp(30)
                font.weight: Font.Bold
                lineHeight: 1.02
                Accessible.ignored: true
            }
            Prose {
                id: meaning
                objectName: "phone-kept"
                width: parent.width
                role: "label"
                lineHeight: 1.02
                color: card.kept ? Theme.good : Theme.quiet
                font.weight: card.kept ? Font.Bold : Font.Medium
                text: card.kept ? Words.say("kiosk.phone.kept", { "number": card.kiosk.phoneModel.kept }) : Words.say("kiosk.phone.offer_text")
                Accessible.ignored: true
            }
        }
        Icon {
            id: onward
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            size: Theme.px(48)
            color: Theme.ink
        }
    }
}
