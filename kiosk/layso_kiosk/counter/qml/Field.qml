pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// One line to type in, with its name above it.
FocusScope {
    id: field

    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property string label: ""
    property string hint: ""
    property bool readOnly: false
    signal accepted
    // Backspace where there is nothing left to take away
    signal rubbed

    implicitWidth: Theme.sp(180)
    implicitHeight: (name.visible ? name.implicitHeight + Theme.sp(4) : 0) + Theme.sp(36)
    activeFocusOnTab: true

    Prose {
        id: name
        visible: field.label !== ""
        text: field.label
        quiet: true
        font.pixelSize: Theme.sp(13)
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.sp(36)
        radius: Theme.sp(8)
        color: Theme.ground
        border.width: input.activeFocus ? Theme.sp(2) : Theme.hairline
        border.color: input.activeFocus ? Theme.accent : Theme.quiet

        TextInput {
            id: input
            objectName: field.objectName + "-input"
            anchors.fill: parent
            anchors.leftMargin: Theme.sp(10)
            anchors.rightMargin: Theme.sp(10)
            focus: true
            clip: true
            readOnly: field.readOnly
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.family
            font.pixelSize: Theme.sp(16)
            font.weight: Font.Medium
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label !== "" ? field.label : field.hint
            onAccepted: field.accepted()
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_Backspace && input.text === ""
                if (event.accepted)
                    field.rubbed()
            }
        }
        Prose {
            anchors.fill: input
            visible: input.text === ""
            text: field.hint
            quiet: true
            opacity: 0.8
            font.pixelSize: Theme.sp(14)
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
