pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// A heading inside a list, with how many stand below it.
Item {
    id: heading

    property string text: ""
    property string count: ""
    // a row of a list is read by the list
    property bool inList: false

    implicitHeight: Theme.sp(38)

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.sp(4)
        anchors.leftMargin: Theme.sp(10)
        anchors.rightMargin: Theme.sp(10)
        spacing: Theme.sp(8)

        Prose {
            Layout.fillWidth: true
            text: heading.text
            quiet: true
            font.pixelSize: Theme.sp(14)
            font.weight: Font.Bold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading
            Accessible.ignored: heading.inList
        }
        Prose {
            text: heading.count
            Accessible.ignored: heading.inList
            quiet: true
            font.pixelSize: Theme.sp(14)
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hairline
        color: Theme.line
    }
}
