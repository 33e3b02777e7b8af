pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// One answer to a question: chosen by mouse, by its key, or by Space when it has the focus.
T.AbstractButton {
    id: chip

    required property var option
    property bool chosen: false

    objectName: "option-" + option.value
    text: option.label
    implicitHeight: Math.max(Theme.sp(36), label.implicitHeight + Theme.sp(12))
    implicitWidth: row.implicitWidth + Theme.sp(24)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: option.detail !== "" ? option.label + ", " + option.detail : option.label
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.sp(8)
        color: chip.chosen ? Theme.accentSoft : Theme.ground
        border.width: chip.visualFocus ? Theme.sp(3) : chip.chosen ? Theme.sp(2) : Theme.hairline
        border.color: chip.visualFocus || chip.chosen ? Theme.accent : chip.hovered ? Theme.quiet : Theme.line
    }
    contentItem: Item {
        Row {
            id: row
            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.sp(8)

            KeyCap {
                visible: key !== "" && !chip.chosen
                anchors.verticalCenter: parent.verticalCenter
                key: chip.option.key
            }
            Icon {
                visible: chip.chosen
                anchors.verticalCenter: parent.verticalCenter
                name: "check"
                color: Theme.accent
                size: Theme.sp(24)
            }
            Prose {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                // a long name takes a second line: its end may be what tells it from another
                width: Math.min(implicitWidth, Theme.sp(340))
                text: chip.option.label
                font.pixelSize: Theme.sp(15)
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Prose {
                visible: text !== ""
                anchors.verticalCenter: parent.verticalCenter
                text: chip.option.detail
                quiet: true
                font.pixelSize: Theme.sp(13)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
