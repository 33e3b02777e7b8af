import QtQuick
import QtQuick.Templates as T
import Layso.Look

// The one thing to press on a page. It keeps its face while it does not listen for a moment.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string label: ""

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + Theme.px(40))
    implicitWidth: words.implicitWidth + sign.width + Theme.px(120)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: label

    background: Rectangle {
        radius: Theme.radius
        color: Theme.accent
        border.width: button.down ? Theme.px(6) : 0
        border.color: Theme.ink
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.px(24)

            Icon {
                id: sign
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                color: Theme.accentInk
                size: Theme.px(64)
            }
            Prose {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                role: "title"
                font.weight: Font.Bold
                color: Theme.accentInk
                text: button.label
                width: Math.min(implicitWidth, button.width - sign.width - Theme.px(72))
                Accessible.ignored: true
            }
        }
    }
}
