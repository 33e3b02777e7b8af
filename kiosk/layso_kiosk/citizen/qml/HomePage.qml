pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The question, and a tile for every answer.
Item {
    id: page

    required property var kiosk
    readonly property var home: kiosk.homeModel
    readonly property bool closed: home.closed["title"] !== undefined
    // large letters need wide tiles, and the height between the parts
    readonly property bool large: Theme.textSize > 100
    readonly property int gap: Theme.px(large ? 12 : 22)

    NoticePage {
        anchors.fill: parent
        visible: page.closed
        kiosk: page.kiosk
        about: page.home.closed
    }

    Item {
        anchors.fill: parent
        visible: !page.closed

        Prose {
            id: question
            objectName: "question"
            anchors.left: parent.left
            anchors.right: parent.right
            role: "title"
            text: Words.say("kiosk.home.question")
        }
        Prose {
            id: hint
            objectName: "hint"
            anchors.top: question.bottom
            anchors.topMargin: Theme.px(2)
            anchors.left: parent.left
            anchors.right: parent.right
            quiet: true
            readonly property string plain: page.home.notice !== "" ? page.home.notice : Words.say("kiosk.home.hint")
            // only where both fit on one line: it must take no room from the tiles
            text: page.home.webAwayBrief !== "" && both.advanceWidth < width ? both.text : plain

            TextMetrics {
                id: both
                font: hint.font
                text: hint.plain + " · " + page.home.webAwayBrief
            }
        }
        Flickable {
            id: scroll
            anchors.top: hint.bottom
            anchors.topMargin: page.gap
            anchors.left: parent.left
            anchors.right: parent.right
            height: grid.shown * (grid.each + grid.spacing) - grid.spacing
            contentHeight: grid.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height + 1
            // a finger lets go anywhere: no tile stays cut in two
            onMovementEnded: settle.restart()

            NumberAnimation {
                id: settle
                target: scroll
                property: "contentY"
                to: Math.round(scroll.contentY / (grid.each + grid.spacing)) * (grid.each + grid.spacing)
                duration: Theme.motion
            }

            Grid {
                id: grid
                readonly property int count: page.home.tiles.length
                readonly property int rowCount: Math.ceil(count / columns)
                readonly property int tileWidth: (scroll.width - (columns - 1) * spacing) / columns
                // judged by the room without the button that shows more: it comes where this is too small
                readonly property int whole: sides.y - scroll.y - page.gap
                readonly property bool all: rowCount <= fitting(whole)
                readonly property int room: all || !Theme.portrait ? whole : whole - more.height - Theme.px(16)
                // whole rows, as many as there is room for, and as high as that room allows
                readonly property int shown: Math.max(1, Math.min(rowCount, fitting(room)))
                readonly property int each: Math.max(least, Math.min(tallest, (room - (shown - 1) * spacing) / shown))
                // tiles of one height: the tallest text decides when letters are large
                readonly property int least: {
                    let most = Theme.touch
                    for (let at = 0; at < tiles.count; at++)
                        most = Math.max(most, (tiles.itemAt(at) as Tile)?.leastHeight ?? 0)
                    return most
                }
                readonly property int tallest: all ? Theme.px(Theme.portrait ? 300 : 260) : room
                columns: Theme.portrait ? (page.large ? 1 : 2) : page.large || count <= 4 ? 2 : 3
                spacing: Theme.px(20)
                layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
                width: scroll.width

                function fitting(height: int): int {
                    return Math.floor((height + grid.spacing) / (grid.least + grid.spacing))
                }

                // Counted, not listed: a list would make all tiles anew with every change in the
                // hall, and a finger that is just pressing one would press nothing.
                Repeater {
                    id: tiles
                    model: grid.count
                    Tile {
                        required property int index
                        objectName: "tile-" + about["code"]
                        about: page.home.tiles[index] ?? {}
                        width: grid.tileWidth
                        height: grid.each
                        brief: page.large
                        onClicked: page.kiosk.choose(about["code"])
                    }
                }
            }
        }
        More {
            id: more
            view: scroll
            step: grid.each + grid.spacing
            contentFits: grid.all
            // upright it has a line of its own; else it stands first among the ways below the tiles
            x: Theme.portrait || Words.rightToLeft ? page.width - width : 0
            y: Theme.portrait ? sides.y - Theme.px(22) - height : sides.y
            width: Theme.portrait ? page.width : Math.round((page.width - 3 * sides.spacing) * 0.22)
            height: Theme.portrait ? Math.max(Theme.touch, Theme.px(104)) : sides.each
            letters: Theme.portrait ? Theme.body : sides.letters
        }
        Flow {
            id: sides
            anchors.left: parent.left
            anchors.leftMargin: more.visible && !Theme.portrait ? more.width + spacing : 0
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.px(20)
            layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
            readonly property int across: Theme.portrait ? 2 : 3
            readonly property int wide: Math.floor((width - (across - 1) * spacing) / across)
            // two lines of letters, whether they are needed or not: what stands above has a firm place
            readonly property int letters: Theme.sp(Theme.textSize > 125 ? 24 : 28)
            readonly property int each: Math.max(Theme.touch, Math.ceil(letters * (Theme.textSize > 100 ? 3 : 2.5)) + Theme.px(24))

            TouchButton {
                objectName: "search"
                width: sides.across === 2 ? sides.width : sides.wide
                height: sides.each
                letters: sides.letters
                iconName: "search"
                label: Words.say("kiosk.home.search")
                onClicked: page.kiosk.look_for()
            }

            TouchButton {
                objectName: "booking"
                width: sides.wide
                height: sides.each
                letters: sides.letters
                iconName: "calendar-check"
                label: Words.say("kiosk.home.booking")
                onClicked: page.kiosk.enter("booking")
            }
            TouchButton {
                objectName: "return"
                width: sides.wide
                height: sides.each
                letters: sides.letters
                iconName: "undo-2"
                label: Words.say("kiosk.home.return")
                onClicked: page.kiosk.enter("return")
            }
        }
    }
}
