pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// The bar itself. Every act has its fixed place; the compact bar keeps the likely ones.
Rectangle {
    id: row

    required property var bar
    required property var buttons
    required property var place
    readonly property var shown: bar.shown
    readonly property real units: width / Math.max(0.1, Theme.sp(100)) * 100
    readonly property bool slim: units < 1180
    // all acts fit, but only beside a smaller button for the next call
    readonly property bool tight: units < 1330
    readonly property var likely: shown.number_state === "called" ? ["start", "recall", "no-show", "panel"]
        : shown.number_state === "serving" ? ["finish", "park", "transfer", "panel"]
        : ["pause", "undo", "help", "panel"]

    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(4)
        anchors.rightMargin: Theme.sp(10)
        anchors.topMargin: Theme.sp(7)
        anchors.bottomMargin: Theme.sp(7)
        spacing: Theme.sp(10)

        Handle {
            place: row.place
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            Layout.minimumWidth: Theme.sp(row.slim ? 84 : 100)
            Layout.maximumWidth: Theme.sp(row.slim ? 92 : row.units >= 1560 ? 180 : 112)

            Prose {
                objectName: "counter-number"
                text: row.shown.counter
                font.pixelSize: Theme.sp(row.slim ? 18 : 22)
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }
            RowLayout {
                spacing: Theme.sp(5)

                Icon {
                    name: row.shown.state === "open" ? "circle-check" : row.shown.state === "paused" ? "coffee" : "lock"
                    color: row.shown.state === "open" ? Theme.good : row.shown.state === "paused" ? Theme.warn : Theme.quiet
                    size: Theme.sp(15)
                }
                Prose {
                    objectName: "counter-state"
                    Layout.fillWidth: true
                    text: row.shown.state_text
                    color: row.shown.state === "open" ? Theme.good : row.shown.state === "paused" ? Theme.warn : Theme.quiet
                    font.pixelSize: Theme.sp(13)
                    font.weight: Font.DemiBold
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.hairline
            color: Theme.line
        }
        CurrentNumber {
            Layout.fillWidth: true
            Layout.fillHeight: true
            shown: row.shown
            confirm: row.buttons.of("confirm-priority")
            reject: row.buttons.of("reject-priority")
            slim: row.slim
        }
        CallNext {
            Layout.fillHeight: true
            act: row.buttons.of("call-next")
            slim: row.tight
            waiting: row.tight ? row.shown.call_note_short : row.shown.call_note
        }
        GridLayout {
            Layout.fillWidth: false
            visible: !row.slim
            columns: 5
            columnSpacing: Theme.sp(6)
            rowSpacing: Theme.sp(4)

            Repeater {
                model: row.slim ? [] : ["recall", "start", "finish", "no-show", "panel", "park", "transfer", "undo", "pause", "help"]

                ActKey {
                    required property string modelData
                    act: row.buttons.of(modelData)
                    withIcon: row.units >= 1560
                    Layout.fillWidth: true
                    Layout.minimumWidth: implicitWidth
                }
            }
        }
        GridLayout {
            Layout.fillWidth: false
            visible: row.slim
            columns: 2
            columnSpacing: Theme.sp(6)
            rowSpacing: Theme.sp(4)

            Repeater {
                model: row.slim ? row.likely : []

                ActKey {
                    required property string modelData
                    act: row.buttons.of(modelData)
                    Layout.fillWidth: true
                    Layout.minimumWidth: Theme.sp(108)
                }
            }
        }
    }
}
