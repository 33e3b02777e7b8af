pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// What is noted of the visit: papers that are there, dossier codes, other services done. Each of
// its children is a row.
ColumnLayout {
    id: notes

    required property var visit
    readonly property var shown: visit.shown
    readonly property string ticket: shown.ticket ?? ""

    spacing: Theme.sp(4)
    visible: ticket !== ""

    // another person, another page: what was typed belongs to its own ticket
    onTicketChanged: codes.text = shown.codes ?? ""

    Heading {
        Layout.fillWidth: true
        visible: papers.count > 0
        implicitHeight: Theme.sp(28)
        text: Words.say("counter.panel.papers")
    }
    Repeater {
        id: papers
        model: notes.shown.papers ?? []

        CheckRow {
            required property var modelData
            objectName: "paper-" + modelData.place
            Layout.fillWidth: true
            label: modelData.text
            ticked: modelData.ticked
            onClicked: notes.visit.tick(modelData.place)
        }
    }
    Field {
        id: codes
        objectName: "dossier-codes"
        Layout.fillWidth: true
        label: Words.say("counter.panel.codes")
        hint: Words.say("counter.panel.codes_hint")
        maximumLength: 400
        onTextChanged: notes.visit.note_codes(text)
    }
    Prose {
        objectName: "codes-fault"
        Layout.fillWidth: true
        visible: text !== ""
        text: notes.shown.fault ?? ""
        color: Theme.warn
        font.pixelSize: Theme.sp(13)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }
    Heading {
        Layout.fillWidth: true
        visible: others.count > 0
        text: Words.say("counter.panel.also")
    }
    Repeater {
        id: others
        model: notes.shown.services ?? []

        CheckRow {
            required property var modelData
            objectName: "also-" + modelData.code
            Layout.fillWidth: true
            label: modelData.code + " · " + modelData.text
            ticked: modelData.ticked
            onClicked: notes.visit.also(modelData.code)
        }
    }
}
