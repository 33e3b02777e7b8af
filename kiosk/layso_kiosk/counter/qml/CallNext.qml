pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// The one big button: calls the next person, and says how many wait and for how long.
Item {
    id: slot

    required property var act
    property string waiting: ""
    property bool slim: false

    implicitWidth: button.implicitWidth

    MouseArea {
        anchors.fill: parent
        enabled: !button.enabled
        onClicked: slot.act.press()
    }
    T.AbstractButton {
        id: button

        readonly property bool filled: enabled && slot.act.strong
        readonly property string why: slot.act.why
        readonly property color letterColor: filled ? Theme.accentInk : Theme.ink

        anchors.fill: parent
        objectName: "call-next"
        enabled: slot.act.possible
        text: slot.act.label
        focusPolicy: Qt.TabFocus
        implicitWidth: Math.max(Theme.sp(slot.slim ? 132 : 174), inside.implicitWidth + Theme.sp(slot.slim ? 20 : 24))
        Accessible.role: Accessible.Button
        Accessible.name: slot.act.spoken
        Accessible.description: why !== "" ? why : slot.waiting
        onClicked: slot.act.press()

        background: Rectangle {
            radius: Theme.sp(12)
            color: button.filled ? Theme.accent : Theme.ground
            border.width: button.visualFocus ? Theme.sp(3) : button.filled ? 0 : Theme.hairline
            border.color: button.visualFocus ? (button.filled ? Theme.ink : Theme.accent) : Theme.line

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: button.letterColor
                opacity: button.down ? 0.18 : button.hovered ? 0.07 : 0
            }
        }

        contentItem: Item {
            id: inside
            implicitWidth: Math.max(words.implicitWidth, waits.implicitWidth)

            Column {
                anchors.centerIn: parent
                spacing: Theme.sp(2)

                Row {
                    id: words
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: Theme.sp(8)
                    opacity: button.enabled ? 1 : 0.5

                    Icon {
                        visible: !slot.slim
                        anchors.verticalCenter: parent.verticalCenter
                        name: slot.act.icon
                        color: button.letterColor
                        size: Theme.sp(24)
                    }
                    Prose {
                        anchors.verticalCenter: parent.verticalCenter
                        text: slot.act.label
                        color: button.letterColor
                        font.pixelSize: Theme.sp(slot.slim ? 19 : 22)
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    KeyCap {
                        anchors.verticalCenter: parent.verticalCenter
                        key: slot.act.key
                        letterColor: button.letterColor
                    }
                }
                Prose {
                    id: waits
                    objectName: "waiting"
                    visible: text !== ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: slot.waiting
                    color: button.letterColor
                    font.pixelSize: Theme.sp(13)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
