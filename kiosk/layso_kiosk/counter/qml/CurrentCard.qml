pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// What the panel says of the person at the counter, and the dossier codes to note.
ColumnLayout {
    id: card

    required property var panel
    readonly property var facts: panel.facts
    readonly property bool somebody: (facts.number ?? "") !== ""

    spacing: Theme.sp(8)

    onSomebodyChanged: codes.text = ""

    Prose {
        Layout.fillWidth: true
        visible: !card.somebody
        text: Words.say("counter.panel.none")
        quiet: true
        font.pixelSize: Theme.sp(15)
    }
    RowLayout {
        visible: card.somebody
        spacing: Theme.sp(12)

        Prose {
            objectName: "panel-number"
            text: card.facts.number ?? ""
            font.pixelSize: Theme.sp(32)
            font.weight: Font.ExtraBold
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
        }
        Prose {
            Layout.fillWidth: true
            text: card.facts.service ?? ""
            font.pixelSize: Theme.sp(15)
            font.weight: Font.DemiBold
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Repeater {
        model: card.facts.facts ?? []

        RowLayout {
            id: fact

            required property var modelData
            Layout.fillWidth: true

            Prose {
                Layout.preferredWidth: Theme.sp(116)
                text: fact.modelData.name
                quiet: true
                font.pixelSize: Theme.sp(14)
                wrapMode: Text.NoWrap
            }
            Prose {
                Layout.fillWidth: true
                text: fact.modelData.value
                font.pixelSize: Theme.sp(14)
                font.weight: Font.DemiBold
            }
        }
    }
    Pill {
        visible: (card.facts.assisted ?? "") !== ""
        icon: "hand-helping"
        label: card.facts.assisted ?? ""
        letters: Theme.sp(13)
    }
    Rectangle {
        Layout.fillWidth: true
        visible: card.somebody
        implicitHeight: why.implicitHeight + Theme.sp(20)
        radius: Theme.sp(10)
        color: Theme.ground
        border.width: Theme.hairline
        border.color: Theme.line

        ColumnLayout {
            id: why
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.sp(10)
            spacing: Theme.sp(2)

            Prose {
                Layout.fillWidth: true
                text: Words.say("counter.panel.why_called")
                quiet: true
                font.pixelSize: Theme.sp(13)
            }
            Prose {
                objectName: "why-called"
                Layout.fillWidth: true
                text: card.facts.why ?? ""
                font.pixelSize: Theme.sp(15)
                font.weight: Font.Bold
            }
            Prose {
                objectName: "passed"
                Layout.fillWidth: true
                text: card.facts.passed ?? ""
                font.pixelSize: Theme.sp(14)
            }
        }
    }
    Field {
        id: codes
        objectName: "dossier-codes"
        Layout.fillWidth: true
        visible: card.somebody
        label: Words.say("counter.panel.codes")
        hint: Words.say("counter.panel.codes_hint")
        maximumLength: 400
        onTextChanged: card.panel.note_codes(text)
    }
    Prose {
        objectName: "codes-fault"
        Layout.fillWidth: true
        visible: text !== ""
        text: card.panel.codesFault
        color: Theme.warn
        font.pixelSize: Theme.sp(13)
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }
    Item {
        Layout.fillHeight: true
    }
}
