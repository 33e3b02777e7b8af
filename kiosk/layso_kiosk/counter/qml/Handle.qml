pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Where the pointer takes hold of the bar.
Item {
    id: handle

    required property var place

    implicitWidth: Theme.sp(18)
    Accessible.role: Accessible.Grip
    Accessible.name: Words.say("counter.bar.drag")

    Grid {
        anchors.centerIn: parent
        columns: 2
        spacing: Theme.sp(4)

        Repeater {
            model: 10

            Rectangle {
                width: Theme.sp(3)
                height: width
                radius: width / 2
                color: Theme.quiet
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.SizeAllCursor
        onPressed: handle.place.drag()
    }
}
