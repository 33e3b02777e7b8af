import QtQuick
import QtQuick.Templates as T
import Layso.Look

// A group that can be chosen: when it is, a tick and a heavy edge say so, not colour alone.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string label: ""
    property bool chosen: false

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + sign.height + Theme.px(44))
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: label
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radius
        color: button.chosen ? Theme.accentSoft : button.down ? Theme.accentSoft : Theme.ground
        border.width: button.chosen ? Theme.px(6) : Theme.hairline
        border.color: button.chosen ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.px(24)
            spacing: Theme.px(8)

            Icon {
                id: sign
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.iconName
                size: Theme.px(56)
                color: button.chosen ? Theme.accent : Theme.ink
            }
            Prose {
                id: words
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: button.label
                font.pixelSize: Theme.sp(26)
                font.weight: Font.DemiBold
                lineHeight: 0.98
                wrapMode: Text.Wrap // Khmer puts no space between words
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: Theme.px(14)
            visible: button.chosen
            width: Theme.px(48)
            height: width
            radius: width / 2
            color: Theme.accent

            Icon {
                anchors.centerIn: parent
                name: "check"
                color: Theme.accentInk
                size: Theme.px(34)
            }
        }
    }
}
