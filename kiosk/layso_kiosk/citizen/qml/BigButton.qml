import QtQuick
import QtQuick.Templates as T
import Layso.Look

// The one thing to press on a page. It keeps its face while it does not listen for a moment.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string label: ""
    property bool oneLine: false

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
                // smaller letters rather than a second line, where a page counts on the height
                wrapMode: button.oneLine ? Text.NoWrap : Text.Wrap // Khmer puts no space between words
                fontSizeMode: button.oneLine ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: Theme.px(28)
                width: Math.min(implicitWidth, button.width - sign.width - Theme.px(72))
                Accessible.ignored: true
            }
        }
    }
}
