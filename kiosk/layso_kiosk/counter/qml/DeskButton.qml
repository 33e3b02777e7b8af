pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// A button for mouse and keys; the next step is the strong one.
T.AbstractButton {
    id: button

    property string label: ""
    property string iconName: ""
    property string key: ""
    property string why: ""
    property string spoken: label
    property bool strong: false
    property bool quiet: false
    readonly property int normalLetters: Theme.sp(14)
    property int letters: normalLetters
    readonly property color letterColor: strong && enabled ? Theme.accentInk : Theme.ink

    text: label
    implicitHeight: Theme.sp(33)
    implicitWidth: inside.implicitWidth + leftPadding + rightPadding
    leftPadding: Theme.sp(label === "" ? 7 : 10)
    rightPadding: leftPadding
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.description: why

    background: Rectangle {
        radius: Theme.sp(8)
        color: !button.enabled ? "transparent" : button.strong ? Theme.accent : button.quiet ? "transparent" : Theme.ground
        border.width: button.visualFocus ? Theme.sp(3) : button.strong && button.enabled || button.quiet && !button.hovered ? 0 : Theme.hairline
        border.color: button.visualFocus ? (button.strong && button.enabled ? Theme.ink : Theme.accent) : button.hovered && button.enabled ? Theme.quiet : Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.letterColor
            opacity: button.down ? 0.16 : button.hovered && button.enabled ? 0.05 : 0
        }
    }

    contentItem: Item {
        implicitWidth: icon.width * (icon.visible ? 1 : 0) + words.implicitWidth + (cap.visible ? cap.width + Theme.sp(8) : 0) + (icon.visible && button.label !== "" ? Theme.sp(6) : 0)
        implicitHeight: words.implicitHeight
        id: inside
        opacity: button.enabled ? 1 : 0.5

        Icon {
            id: icon
            visible: button.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: button.iconName
            color: button.letterColor
            size: Math.round(button.letters * 1.25)
        }
        Prose {
            id: words
            anchors.left: icon.visible ? icon.right : parent.left
            anchors.leftMargin: icon.visible && text !== "" ? Theme.sp(6) : 0
            anchors.right: cap.visible ? cap.left : parent.right
            anchors.rightMargin: cap.visible ? Theme.sp(6) : 0
            anchors.verticalCenter: parent.verticalCenter
            text: button.label
            color: button.letterColor
            font.pixelSize: button.letters
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        KeyCap {
            id: cap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            key: button.key
            letterColor: button.letterColor
        }
    }
}
