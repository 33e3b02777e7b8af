pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// The open question below the bar. Digits and letters choose, Enter confirms, Esc leaves.
FocusScope {
    id: sheet

    required property var ask
    readonly property var shown: ask.shown
    readonly property bool asked: shown.kind !== ""
    // a question of several steps says which one it asks
    readonly property string step: shown.step ?? ""

    implicitHeight: column.implicitHeight + Theme.sp(32)
    visible: asked

    onAskedChanged: {
        written.text = ""
        if (asked)
            sheet.forceActiveFocus()
    }
    onStepChanged: written.text = ""
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            sheet.ask.close()
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.ask.confirm(written.text)
        else if (event.key === Qt.Key_Backspace && (sheet.shown.back ?? false))
            sheet.ask.back()
        else if (event.text === "" || !sheet.ask.key(event.text))
            return
        event.accepted = true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.sp(24)
        anchors.rightMargin: Theme.sp(24)
        anchors.topMargin: Theme.sp(16)
        spacing: Theme.sp(10)

        ColumnLayout {
            spacing: Theme.sp(2)

            Prose {
                objectName: "ask-title"
                Layout.fillWidth: true
                role: "title"
                text: sheet.shown.title ?? ""
                font.pixelSize: Theme.sp(20)
            }
            Prose {
                Layout.fillWidth: true
                text: sheet.shown.note ?? ""
                quiet: true
                font.pixelSize: Theme.sp(14)
            }
        }
        Flow {
            Layout.fillWidth: true
            visible: targets.count > 0
            spacing: Theme.sp(8)

            Repeater {
                id: targets
                model: sheet.shown.targets ?? []

                OptionChip {
                    required property var modelData
                    option: modelData
                    chosen: sheet.shown.target === modelData.value
                    onClicked: sheet.ask.choose(modelData.value)
                }
            }
        }
        Prose {
            visible: targets.count > 0
            text: sheet.shown.why ?? ""
            font.pixelSize: Theme.sp(15)
            font.weight: Font.Bold
        }
        Flow {
            Layout.fillWidth: true
            visible: reasons.count > 0
            spacing: Theme.sp(8)

            Repeater {
                id: reasons
                model: sheet.shown.reasons ?? []

                OptionChip {
                    required property var modelData
                    option: modelData
                    chosen: sheet.shown.reason === modelData.value
                    onClicked: sheet.ask.choose(modelData.value)
                }
            }
        }
        Field {
            id: written
            objectName: "ask-reason"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.sp(620)
            visible: sheet.shown.writing ?? false
            hint: sheet.shown.hint ?? ""
            maximumLength: sheet.shown.longest ?? 120
            onVisibleChanged: {
                focus = visible
                if (visible)
                    forceActiveFocus()
                else if (sheet.asked)
                    sheet.forceActiveFocus()
            }
            onAccepted: sheet.ask.confirm(text)
            onRubbed: if (sheet.shown.back ?? false) sheet.ask.back()
        }
        RowLayout {
            spacing: Theme.sp(8)

            DeskButton {
                objectName: "ask-confirm"
                strong: true
                implicitHeight: Theme.sp(38)
                letters: Theme.sp(15)
                visible: label !== ""
                label: sheet.shown.confirm ?? ""
                key: Words.say("counter.key.Return")
                onClicked: sheet.ask.confirm(written.text)
            }
            DeskButton {
                objectName: "ask-back"
                visible: sheet.shown.back ?? false
                implicitHeight: Theme.sp(38)
                letters: Theme.sp(15)
                label: Words.say("counter.closing.back")
                key: Words.say("counter.key.Backspace")
                onClicked: sheet.ask.back()
            }
            DeskButton {
                objectName: "ask-cancel"
                implicitHeight: Theme.sp(38)
                letters: Theme.sp(15)
                label: Words.say("counter.ask.cancel")
                key: Words.say("counter.key.Escape")
                onClicked: sheet.ask.close()
            }
            Icon {
                visible: fault.text !== ""
                Layout.leftMargin: Theme.sp(10)
                name: "triangle-alert"
                color: Theme.warn
                size: Theme.sp(20)
            }
            Prose {
                id: fault
                objectName: "ask-fault"
                Layout.fillWidth: true
                text: sheet.shown.fault ?? ""
                color: Theme.warn
                font.pixelSize: Theme.sp(15)
                font.weight: Font.DemiBold
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
