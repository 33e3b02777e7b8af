pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// What the panel says of the person at the counter, and what is noted of the visit.
Flickable {
    id: card

    required property var panel
    required property var visit
    required property var reprint
    readonly property var facts: panel.facts
    readonly property bool somebody: (facts.number ?? "") !== ""
    // whatever gets the focus by Tab comes into sight
    readonly property Item focused: Window.activeFocusItem

    clip: true
    contentWidth: width
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds

    onFocusedChanged: {
        let around = card.focused
        while (around && around !== column)
            around = around.parent
        if (!around)
            return
        const top = card.focused.mapToItem(column, 0, 0).y
        if (top < card.contentY)
            card.contentY = Math.max(0, top - Theme.sp(30))
        else if (top + card.focused.height > card.contentY + card.height)
            card.contentY = Math.min(card.contentHeight - card.height, top + card.focused.height - card.height + Theme.sp(8))
    }
    onSomebodyChanged: contentY = 0

    ColumnLayout {
        id: column
        width: card.width - Theme.sp(8)
        spacing: Theme.sp(8)

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
        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: Theme.sp(10)
            rowSpacing: Theme.sp(6)

            Repeater {
                model: card.facts.facts ?? []

                ColumnLayout {
                    id: fact

                    required property var modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    spacing: 0

                    Prose {
                        Layout.fillWidth: true
                        text: fact.modelData.name
                        quiet: true
                        font.pixelSize: Theme.sp(13)
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                    }
                    Prose {
                        Layout.fillWidth: true
                        text: fact.modelData.value
                        font.pixelSize: Theme.sp(14)
                        font.weight: Font.DemiBold
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        ActKey {
            visible: card.somebody && card.reprint.possible
            Layout.fillWidth: true
            act: card.reprint
            withIcon: true
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
        VisitNotes {
            Layout.fillWidth: true
            visit: card.visit
        }
        Item {
            implicitHeight: Theme.sp(4)
        }
    }
    Rectangle {
        parent: card
        visible: card.visibleArea.heightRatio < 1
        anchors.right: parent.right
        y: card.visibleArea.yPosition * card.height
        width: Theme.sp(4)
        height: Math.max(Theme.sp(24), card.visibleArea.heightRatio * card.height)
        radius: width / 2
        color: Theme.quiet
        opacity: 0.5
    }
}
