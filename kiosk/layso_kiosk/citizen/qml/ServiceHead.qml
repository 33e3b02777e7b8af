import QtQuick
import Layso.Look

// The service that was chosen, and its line of now.
Item {
    id: head

    required property var choice

    implicitHeight: Math.max(sign.height, words.implicitHeight)

    Rectangle {
        id: sign
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(108)
        height: width
        radius: Theme.radius
        color: Theme.accentSoft
        border.width: Theme.name === "contrast" ? Theme.hairline : 0
        border.color: Theme.line

        Icon {
            anchors.centerIn: parent
            name: head.choice.icon
            size: Theme.px(72)
            color: Theme.accent
        }
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(28)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(4)

        Prose {
            objectName: "service-name"
            width: parent.width
            role: "title"
            lineHeight: 1.0
            text: head.choice.name
        }
        Prose {
            width: parent.width
            visible: text !== ""
            quiet: true
            text: head.choice.line
        }
    }
}
