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
                readonly property bool high: height > width * 0.7

                objectName: "recent_" + index
                width: Math.floor((grid.width - 3 * grid.spacing) / 4)
                height: Math.floor((grid.height - grid.spacing) / 2)
                radius: Theme.px(18)
                color: cell.row.lit ? Theme.accentSoft : Theme.surface
                border.width: cell.row.lit ? Theme.px(4) : Theme.hairline
                border.color: cell.row.lit ? Theme.accent : Theme.line

                Fitted {
                    objectName: cell.objectName + "_number"
                    anchors { left: parent.left; leftMargin: Theme.px(18); verticalCenter: parent.verticalCenter; verticalCenterOffset: cell.high ? -cell.height * 0.17 : 0 }
                    width: cell.width - Theme.px(36) - (cell.high ? 0 : place.width + Theme.px(10))
                    horizontalAlignment: cell.high ? Text.AlignHCenter : Text.AlignLeft
                    text: cell.row.number
                    letters: cell.height * (cell.high ? 0.5 : 0.66)
                    sample: "M000"
                }
                // beside the number, or below it in a high cell
                Grid {
                    id: place
                    columns: cell.high ? 2 : 1
                    horizontalItemAlignment: Grid.AlignHCenter
                    verticalItemAlignment: Grid.AlignVCenter
                    columnSpacing: Theme.px(14)
                    x: cell.high ? (cell.width - width) / 2 : cell.width - width - Theme.px(18)
                    y: cell.high ? cell.height * 0.73 - height / 2 : (cell.height - height) / 2

                    Prose {
                        text: Words.say("display.counters.counter", {})
                        font.pixelSize: cell.high ? Theme.px(36) : Math.round(Math.min(Theme.px(24), cell.height * 0.3))
                        quiet: true
                        wrapMode: Text.NoWrap
                    }
                    Prose {
                        objectName: cell.objectName + "_counter"
                        text: cell.row.counter
                        font.pixelSize: Math.round(Math.min(cell.height * 0.46, Theme.px(84)))
                        font.weight: Font.Bold
                        lineHeight: 0.9
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
