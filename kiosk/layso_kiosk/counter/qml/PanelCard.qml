pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// One column of the panel with its title.
Rectangle {
    id: card

    default property alias content: inside.data
    property string title: ""
    property string note: ""
    property Component corner: null

    color: Theme.surface
    radius: Theme.sp(12)
    border.width: Theme.hairline
    border.color: Theme.line

    Column {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.sp(12)
        height: Math.max(implicitHeight, beside.item ? beside.height : 0)

        Prose {
            width: parent.width - (beside.item ? beside.width + Theme.sp(8) : 0)
            visible: card.title !== ""
            role: "title"
            text: card.title
            font.pixelSize: Theme.sp(17)
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Prose {
            width: parent.width - (beside.item ? beside.width + Theme.sp(8) : 0)
            visible: card.note !== ""
            text: card.note
            quiet: true
            font.pixelSize: Theme.sp(13)
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Loader {
        id: beside
        anchors.right: head.right
        anchors.top: head.top
        sourceComponent: card.corner
    }
    Item {
        id: inside
        anchors.left: head.left
        anchors.right: head.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.sp(6)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.sp(10)
    }
}
