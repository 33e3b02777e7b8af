import QtQuick
import Layso.Look

// A titled part of the board; children stand below the title.
Item {
    id: section

    property string title: ""
    property string note: ""
    default property alias content: inside.data

    Prose {
        id: words
        anchors { left: parent.left; right: more.left; rightMargin: Theme.px(16) }
        text: section.title
        font.pixelSize: Theme.px(32)
        font.weight: Font.DemiBold
        quiet: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
    }
    Prose {
        id: more
        anchors { right: parent.right; baseline: words.baseline }
        text: section.note
        font.pixelSize: Theme.px(28)
        quiet: true
        wrapMode: Text.NoWrap
    }
    Item {
        id: inside
        anchors { left: parent.left; right: parent.right; top: words.bottom; topMargin: Theme.px(10); bottom: parent.bottom }
    }
}
