pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The procedures of a group; choosing one is never a must.
Rectangle {
    id: card

    required property var browse
    readonly property var rows: browse.rows

    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line

    Prose {
        id: title
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(24)
        y: Theme.px(20)
        text: Words.say("kiosk.service.pick")
        font.pixelSize: Theme.sp(30)
        font.weight: Font.Bold
    }
    Prose {
        id: hint
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        quiet: true
        role: "label"
        text: Words.say("kiosk.service.pick_hint")
    }
    ListView {
        id: rows
        objectName: "procedures"
        anchors.top: hint.bottom
        anchors.topMargin: Theme.px(14)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.leftMargin: Theme.px(24)
        anchors.rightMargin: Theme.px(24)
        anchors.bottomMargin: Theme.px(14)
        clip: true
        spacing: Theme.px(10)
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0  // as in SearchPage: no row is made after its page has gone
        model: card.rows.length
        delegate: ProcedureRow {
            required property int index
            objectName: "procedure-" + (facts["code"] ?? "")
            width: rows.width
            facts: card.rows[index] ?? {}
            onClicked: card.browse.choose(facts["code"])
        }
        Component.onCompleted: if (card.browse.place > 0) positionViewAtIndex(card.browse.place, ListView.Center)
    }
    More {
        id: more
        objectName: "more-procedures"
        view: rows
        ground: Theme.surface
        // of the row at the list's lower end; a whole one does not fade
        cut: {
            const end = rows.contentY + rows.height
            const row = rows.contentHeight > 0 ? rows.itemAt(1, end - 1) : null
            return row !== null && row.y + row.height > end + 1 ? end - row.y : 0
        }
        // below the list, not over it: judged by the room that it has without this button
        contentFits: rows.contentHeight <= card.height - rows.y - Theme.px(14)
        anchors.bottom: card.bottom
        anchors.bottomMargin: Theme.px(14)
        anchors.horizontalCenter: card.horizontalCenter
        width: card.width - Theme.px(48)
        height: Math.max(Theme.px(84), implicitHeight)
    }
}
