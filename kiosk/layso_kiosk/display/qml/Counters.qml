pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Counters that work, each with the number that is there now.
Section {
    id: counters

    required property var rows
    property bool wide: false
    readonly property int count: all.count
    // no cell lower than can be read from afar: more counters than fit take turns
    readonly property int most: Math.max(1, Math.floor((grid.height + grid.spacing) / (Theme.px(62) + grid.spacing)))
    readonly property int perPage: most * (wide ? 6 : count <= most * 4 ? 4 : 3)
    readonly property int pages: Math.max(1, Math.ceil(count / perPage))
    readonly property int onPage: Math.min(count, perPage)
    property int turn: 0
    readonly property int columns: Math.max(usual, Math.ceil(onPage / most))
    readonly property int usual: wide ? (onPage <= 2 ? Math.max(1, onPage) : onPage <= 6 ? 3 : onPage <= 16 ? 4 : 6) : (onPage <= (grid.height < grid.width ? 2 : 4) ? 1 : onPage <= 14 ? 2 : 3)
    readonly property int lines: Math.max(1, Math.ceil(onPage / columns))

    objectName: "counters"
    title: Words.say("display.counters.title", {})
    note: pages > 1 ? (Math.min(turn, pages - 1) + 1) + "/" + pages : ""

    Timer {
        interval: 8000
        repeat: true
        running: counters.pages > 1
        onTriggered: counters.turn = (counters.turn + 1) % counters.pages
    }

    Prose {
        visible: counters.count === 0
        anchors.centerIn: parent
        text: Words.say("display.counters.none", {})
        font.pixelSize: Theme.px(36)
        quiet: true
    }

    Grid {
        id: grid
        anchors.fill: parent
        columns: counters.columns
        spacing: Theme.px(12)

        Repeater {
            id: all
            model: counters.rows

            Rectangle {
                id: cell
                required property var row
                required property int index
                // as large as plate and number let it be: few counters have large numbers
                readonly property int letters: Math.round(Math.min(height * 0.64, width * 0.23, Theme.px(240)))
                // beside the plate; a word that would be too small to read leaves its place to its sign
                readonly property int room: width - plate.width - Theme.px(28)
                readonly property int onOneLine: Math.floor(Math.min(Theme.px(64), letters * 0.6, room / (0.62 * row.words.length + (row.paused && !rest.stacked ? 1.4 : 0))))
                // a narrow cell has one word a line, and the words alone
                readonly property var parts: row.words.split(" ")
                readonly property int onMore: Math.floor(Math.min(letters * 0.75, height * 0.72 / parts.length, room / (0.66 * Math.max(...parts.map(part => part.length)))))
                readonly property bool broken: onOneLine < Theme.px(18) && onMore >= Theme.px(18)
                readonly property int wordLetters: broken ? onMore : onOneLine
                readonly property bool worded: wordLetters >= Theme.px(18)

                objectName: "counter_" + row.counter
                visible: Math.floor(index / counters.perPage) === Math.min(counters.turn, counters.pages - 1)
                width: Math.floor((grid.width - (counters.columns - 1) * grid.spacing) / counters.columns)
                height: Math.floor((grid.height - (counters.lines - 1) * grid.spacing) / counters.lines)
                radius: Theme.px(16)
                color: cell.row.lit ? Theme.accentSoft : Theme.surface
                border.width: cell.row.lit ? Theme.px(4) : Theme.hairline
                border.color: cell.row.lit ? Theme.accent : Theme.line

                Rectangle {
                    id: plate
                    anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.px(8) }
                    width: Math.min(Math.max(height, cell.letters * 1.5), cell.width * 0.3)
                    radius: Theme.px(12)
                    color: cell.row.lit ? Theme.accent : Theme.ink

                    Fitted {
                        objectName: cell.objectName + "_plate"
                        anchors.centerIn: parent
                        width: parent.width - Theme.px(12)
                        horizontalAlignment: Text.AlignHCenter
                        text: cell.row.counter
                        color: cell.row.lit ? Theme.accentInk : Theme.ground
                        letters: cell.letters * 0.86
                        font.weight: Font.ExtraBold
                    }
                }
                Fitted {
                    objectName: cell.objectName + "_number"
                    // a width of its own, not by anchors: until they hold, the letters would ask themselves
                    anchors.verticalCenter: parent.verticalCenter
                    x: plate.x + plate.width + Theme.px(6)
                    width: Math.max(1, cell.width - plate.width - Theme.px(20))
                    visible: cell.row.number !== ""
                    horizontalAlignment: Text.AlignHCenter
                    text: cell.row.number
                    letters: cell.letters
                    sample: "M000"
                }
                Grid {
                    id: rest
                    // in a high cell the sign stands above its word
                    readonly property bool stacked: cell.row.paused && cell.height > cell.width * 0.32
                    columns: stacked ? 1 : 2
                    horizontalItemAlignment: Grid.AlignHCenter
                    verticalItemAlignment: Grid.AlignVCenter
                    anchors { centerIn: parent; horizontalCenterOffset: (plate.width + Theme.px(8)) / 2 }
                    visible: cell.row.number === ""
                    spacing: stacked ? 0 : Math.round(words.font.pixelSize * 0.25)

                    Icon {
                        visible: (cell.row.paused && !cell.broken) || !cell.worded
                        name: cell.row.paused ? "pause" : "circle-check"
                        color: cell.row.paused ? Theme.warn : Theme.good
                        size: cell.worded ? words.font.pixelSize : cell.letters
                    }
                    Prose {
                        id: words
                        objectName: cell.objectName + "_state"
                        text: cell.broken ? cell.parts.join("\n") : cell.row.words
                        horizontalAlignment: Text.AlignHCenter
                        lineHeight: cell.broken ? 0.85 : 1
                        Accessible.name: cell.row.words
                        color: cell.row.paused ? Theme.warn : Theme.quiet
                        font.pixelSize: Math.max(1, cell.wordLetters)
                        visible: cell.worded
                        font.weight: Font.DemiBold
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
}
