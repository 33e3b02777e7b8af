pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// One thing to tick, by mouse or by Space when it has the focus.
T.AbstractButton {
    id: check

    property string label: ""
    property bool ticked: false

    text: label
    implicitHeight: Math.max(Theme.sp(30), words.implicitHeight + Theme.sp(8))
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: label
    Accessible.checkable: true
    Accessible.checked: ticked
    Accessible.onToggleAction: check.clicked()

    background: Rectangle {
        radius: Theme.sp(8)
        color: check.hovered ? Theme.ground : "transparent"
        border.width: check.visualFocus ? Theme.sp(3) : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Rectangle {
            id: box
            anchors.left: parent.left
            anchors.leftMargin: Theme.sp(4)
            anchors.top: parent.top
            anchors.topMargin: Theme.sp(5)
            width: Theme.sp(20)
            height: width
            radius: Theme.sp(5)
            color: check.ticked ? Theme.good : "transparent"
            border.width: Theme.sp(2)
            border.color: check.ticked ? Theme.good : Theme.quiet

            Icon {
                anchors.centerIn: parent
                visible: check.ticked
                name: "check"
                color: Theme.surface
                size: Theme.sp(16)
            }
        }
        Prose {
            id: words
            anchors.left: box.right
            anchors.leftMargin: Theme.sp(8)
            anchors.right: parent.right
            anchors.rightMargin: Theme.sp(4)
            anchors.verticalCenter: parent.verticalCenter
            text: check.label
            font.pixelSize: Theme.sp(14)
            Accessible.ignored: true
        }
    }
}
