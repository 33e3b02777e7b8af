pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// This counter's last calls, newest first.
Column {
    id: recent

    required property var rows
    readonly property int shownRows: 4

    Heading {
        width: parent.width
        text: Words.say("counter.panel.recent")
    }
    Prose {
        visible: calls.count === 0
        topPadding: Theme.sp(6)
        leftPadding: Theme.sp(10)
        text: Words.say("counter.panel.recent_empty")
        quiet: true
        font.pixelSize: Theme.sp(14)
    }
    Repeater {
        id: calls
        model: recent.rows

        RowLayout {
            id: call

            required property var row
            required property int index

            visible: index < recent.shownRows
            width: recent.width
            height: visible ? Theme.sp(28) : 0
            spacing: Theme.sp(10)

            Prose {
                objectName: "recent-" + call.row.number
                Layout.leftMargin: Theme.sp(10)
                Layout.preferredWidth: Theme.sp(66)
                text: call.row.number
                font.pixelSize: Theme.sp(15)
                font.weight: Font.Bold
                font.features: { "tnum": 1 }
                wrapMode: Text.NoWrap
            }
            Prose {
                Layout.preferredWidth: Theme.sp(44)
                text: call.row.at
                quiet: true
                font.pixelSize: Theme.sp(14)
                font.features: { "tnum": 1 }
                wrapMode: Text.NoWrap
            }
            Prose {
                Layout.fillWidth: true
                text: call.row.state
                font.pixelSize: Theme.sp(14)
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
    }
}
