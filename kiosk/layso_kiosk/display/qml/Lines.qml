pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// How many wait for each service, how long, and who is next; more services than fit take turns.
Section {
    id: lines

    required property var rows
    // for each row its page, and how much higher than it needs it may be there
    readonly property var spread: share(column.height)
    readonly property int pages: spread.length > 0 ? spread[spread.length - 1].page + 1 : 1
    property int turn: 0

    objectName: "lines"
    title: Words.say("display.services.title", {})
    note: pages > 1 ? (Math.min(turn, pages - 1) + 1) + "/" + pages : ""

    function share(height: real): var {
        const found = []
        let first = 0, used = 0, page = 0
        for (let index = 0; index <= all.count; index++) {
            const need = index < all.count ? (all.itemAt(index) as Line)?.need ?? 0 : height
            if (index > first && used + need > height) {
                const spare = Math.min(Theme.px(26), Math.floor((height - used) / Math.max(index - first, 3)))
                for (let one = first; one < index; one++)
                    found.push({page: page, spare: spare})
                first = index
                used = 0
                page += 1
            }
            used += need
        }
        return found
    }

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

            Line {
                readonly property var place: lines.spread[index] ?? ({page: 0, spare: 0})

                visible: place.page === Math.min(lines.turn, lines.pages - 1)
                width: column.width
                height: need + place.spare
            }
        }
    }
}
