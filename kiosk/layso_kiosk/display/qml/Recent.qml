pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The eight calls before the newest one.
Section {
    id: recent

    required property var rows
    readonly property int count: all.count

    objectName: "recent"
    title: Words.say("display.hero.recent", {})

    Grid {
        id: grid
        anchors.fill: parent
        columns: 4
        spacing: Theme.px(14)

        Repeater {
            id: all
            model: recent.rows

            Rectangle {
                id: cell
                required property var row
                required property int index

                objectName: "recent_" + index
                width: Math.floor((grid.width - 3 * grid.spacing) / 4)
                height: Math.floor((grid.height - grid.spacing) / 2)
                radius: Theme.px(18)
                color: cell.row.lit ? Theme.accentSoft : Theme.surface
                border.width: cell.row.lit ? Theme.px(4) : Theme.hairline
                border.color: cell.row.lit ? Theme.accent : Theme.line

                Fitted {
                    objectName: cell.objectName + "_number"
                    anchors { left: parent.left; leftMargin: Theme.px(18); right: place.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter }
                    text: cell.row.number
                    letters: cell.height * 0.66
                    sample: "M000"
                }
                Column {
                    id: place
                    anchors { right: parent.right; rightMargin: Theme.px(18); verticalCenter: parent.verticalCenter }

                    Prose {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: Words.say("display.counters.counter", {})
                        font.pixelSize: Theme.px(24)
                        quiet: true
                        wrapMode: Text.NoWrap
                    }
                    Prose {
                        objectName: cell.objectName + "_counter"
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: cell.row.counter
                        font.pixelSize: Math.round(cell.height * 0.46)
                        font.weight: Font.Bold
                        lineHeight: 0.9
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
