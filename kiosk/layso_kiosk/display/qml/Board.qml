import QtQuick
import Layso.Look

// The hall board: header, newest call, recent calls, counters, lines, notices.
Rectangle {
    id: whole

    required property var board
    required property var voice
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
        id: body
        objectName: "body"
        anchors {
            left: parent.left; right: parent.right; top: lost.bottom; bottom: ticker.top
            margins: Theme.px(28)
            topMargin: lost.visible ? Theme.px(28) : Theme.px(4)
        }
        opacity: whole.facts.stale ? 0.5 : 1

        readonly property int gap: Theme.px(24)
        // the newest call fills a third of the whole screen
        readonly property int heroWidth: whole.portrait ? width : Math.round(width * 0.635)
        readonly property int heroHeight: Math.ceil(whole.width * whole.height / 3 / heroWidth)
        readonly property int sideWidth: whole.portrait ? width : width - heroWidth - gap

        Hero {
            id: hero
            width: body.heroWidth
            height: Math.min(body.heroHeight, body.height - recentHeight - body.gap)
            readonly property int recentHeight: Theme.px(whole.portrait ? 262 : 226)
            facts: whole.facts
            voice: whole.voice
        }
        Recent {
            id: recent
            visible: count > 0
            y: hero.height + body.gap
            width: body.heroWidth
            height: whole.portrait ? hero.recentHeight : body.height - y
            rows: whole.board.recent
        }
        Counters {
            id: counters
            x: whole.portrait ? 0 : body.heroWidth + body.gap
            y: whole.portrait ? recent.y + recent.height + body.gap : 0
            width: body.sideWidth
            height: whole.portrait ? Math.round((body.height - y - body.gap) * (count > 9 ? 0.58 : 0.46)) : Math.round(body.height * (count > 12 ? 0.62 : 0.47))
            rows: whole.board.counters
            wide: whole.portrait
        }
        Lines {
            x: counters.x
            y: counters.y + counters.height + body.gap
            width: body.sideWidth
            height: body.height - y
            rows: whole.board.services
        }
    }

    Ticker {
        id: ticker
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(whole.portrait ? 100 : 76)
        notices: whole.facts.notices
    }
}
