pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The hall board: header, newest call, recent calls, counters, lines, notices.
Rectangle {
    id: whole

    required property var board
    required property var voice
    required property var stage
    readonly property var facts: board.facts
    readonly property bool portrait: height > width

    objectName: "board"
    color: Theme.ground

    Heading {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.px(whole.portrait ? 150 : 116)
        facts: whole.facts
        clock: whole.board.clock
    }

    Banner {
        id: lost
        objectName: "lost"
        anchors { left: parent.left; right: parent.right; top: heading.bottom }
        icon: "wifi-off"
        letters: Theme.px(36)
        text: whole.facts.stale_words
    }

    // what may be old is greyed as a whole; the banner above says why
    Item {
        id: parts
        objectName: "body"
        anchors {
            left: parent.left; right: parent.right; top: lost.bottom; bottom: ticker.top
            margins: Theme.px(28)
            topMargin: lost.visible ? Theme.px(28) : Theme.px(4)
        }
        opacity: whole.facts.stale ? 0.5 : 1

        readonly property var places: whole.portrait ? whole.stage.portrait : whole.stage.landscape
        readonly property int counting: (counters.item as Counters)?.count ?? 0
        readonly property int before: (recents.item as Recent)?.count ?? 0

        // before the day's second call the place below the first stands empty: the first takes it too
        function free(call: var, recent: var): real {
            const under = recent && recent.x === call.x && recent.width === call.width && Math.abs(call.y + call.height - recent.y) < 0.001
            return under && parts.before === 0 ? recent.height : 0
        }

        Part {
            name: "call"
            places: parts.places
            stage: parts
            more: parts.free(parts.places.call, parts.places.recent)
            sourceComponent: Hero {
                facts: whole.facts
                voice: whole.voice
            }
        }
        Part {
            id: recents
            name: "recent"
            places: parts.places
            stage: parts
            sourceComponent: Recent {
                visible: count > 0
                rows: whole.board.recent
            }
        }
        Part {
            id: counters
            name: "counters"
            places: parts.places
            stage: parts
            rows: parts.counting
            sourceComponent: Counters {
                rows: whole.board.counters
                wide: width > 1.6 * height && whole.portrait && width > parts.width * 0.7
            }
        }
        Part {
            name: "services"
            places: parts.places
            stage: parts
            rows: parts.counting
            sourceComponent: Lines {
                rows: whole.board.services
            }
        }
        Part {
            name: "media"
            places: parts.places
            stage: parts
            sourceComponent: Media {
                playlist: whole.stage.media
                film: whole.stage.screen
            }
        }
    }

    Ticker {
        id: ticker
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(whole.portrait ? 100 : 76)
        notices: whole.facts.notices
    }
}
