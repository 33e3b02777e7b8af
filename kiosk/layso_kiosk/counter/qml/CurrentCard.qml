pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// What the panel says of the person at the counter, and what is noted of the visit: first who it
// is, then what to look through together, last what is rarely needed.
WholeRows {
    id: card

    required property var panel
    required property var visit
    required property var reprint
    readonly property var facts: panel.facts
    readonly property string number: facts.number ?? ""
    readonly property bool somebody: number !== ""
    // a wide panel has its key in the card's corner
    property bool withReprint: false

    objectName: "current-card"
    column: all
    onNumberChanged: rewind()

    ColumnLayout {
        id: all
        width: card.width - Theme.sp(8)
        spacing: Theme.sp(6)

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
                text: card.number
                font.pixelSize: Theme.sp(30)
                font.weight: Font.ExtraBold
                font.features: { "tnum": 1 }
                wrapMode: Text.NoWrap
            }
            Prose {
                Layout.fillWidth: true
                text: card.facts.service ?? ""
                font.pixelSize: Theme.sp(15)
                font.weight: Font.DemiBold
                lineHeight: 0.95
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: card.somebody
            columns: 2
            columnSpacing: Theme.sp(16)
            rowSpacing: Theme.sp(2)

            Repeater {
                model: card.facts.facts ?? []

                Fact {
                    required property var modelData
                    required property int index
                    Layout.fillWidth: index % 2 === 1
                    name: modelData.name
                    value: modelData.value
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
            implicitHeight: why.implicitHeight + Theme.sp(12)
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
                spacing: Theme.sp(1)

                Fact {
                    Layout.fillWidth: true
                    name: Words.say("counter.panel.why_called")
                    value: card.facts.why ?? ""
                    valueName: "why-called"
                    whole: true
                }
                Prose {
                    objectName: "passed"
                    Layout.fillWidth: true
                    text: card.facts.passed ?? ""
                    font.pixelSize: Theme.sp(14)
                }
            }
        }
        VisitNotes {
            Layout.fillWidth: true
            visit: card.visit
        }
        ActKey {
            visible: card.withReprint && card.somebody && card.reprint.possible
            Layout.fillWidth: true
            act: card.reprint
            withIcon: true
        }
    }
}
