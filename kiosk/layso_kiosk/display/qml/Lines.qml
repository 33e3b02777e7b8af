pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// How many wait for each service, how long, and who is next; more services than fit take turns.
Section {
    id: lines

    required property var rows
    readonly property int perPage: Math.max(1, Math.floor(column.height / Theme.px(72)))
    readonly property int rowHeight: Math.min(Theme.px(96), Math.floor(column.height / Math.min(perPage, Math.max(3, all.count))))
    readonly property int pages: Math.max(1, Math.ceil(all.count / perPage))
    property int turn: 0

    objectName: "lines"
    title: Words.say("display.services.title", {})
    note: pages > 1 ? (Math.min(turn, pages - 1) + 1) + "/" + pages : ""

    Timer {
        interval: 8000
        repeat: true
        running: lines.pages > 1
        onTriggered: lines.turn = (lines.turn + 1) % lines.pages
    }

    Column {
        id: column
        anchors.fill: parent

        Repeater {
            id: all
            model: lines.rows

            Item {
                id: line
                required property var row
                required property int index

                objectName: "line_" + row.series
                visible: Math.floor(index / lines.perPage) === Math.min(lines.turn, lines.pages - 1)
                width: column.width
                height: lines.rowHeight

                Rectangle {
                    anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                    height: Theme.hairline
                    color: Theme.line
                }
                Prose {
                    id: series
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    width: Theme.px(64)
                    horizontalAlignment: Text.AlignHCenter
                    text: line.row.series
                    color: Theme.accent
                    font.pixelSize: Theme.px(52)
                    font.weight: Font.ExtraBold
                    wrapMode: Text.NoWrap
                }
                Column {
                    anchors { left: series.right; leftMargin: Theme.px(14); right: figures.left; rightMargin: Theme.px(14); verticalCenter: parent.verticalCenter }

                    Prose {
                        width: parent.width
                        text: line.row.name
                        font.pixelSize: Theme.px(29)
                        font.weight: Font.DemiBold
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                    }
                    Prose {
                        objectName: line.objectName + "_next"
                        width: parent.width
                        visible: text !== ""
                        text: line.row.next
                        font.pixelSize: Theme.px(25)
                        quiet: true
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                    }
                }
                Column {
                    id: figures
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }

                    Prose {
                        objectName: line.objectName + "_people"
                        anchors.right: parent.right
                        text: line.row.people
                        font.pixelSize: Theme.px(29)
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                    }
                    Prose {
                        objectName: line.objectName + "_wait"
                        anchors.right: parent.right
                        text: line.row.wait
                        color: line.row.open ? Theme.quiet : Theme.warn
                        font.pixelSize: Theme.px(25)
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
