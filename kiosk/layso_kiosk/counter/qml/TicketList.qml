pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A list of tickets under headings: one tab stop, arrows move, Enter acts on the chosen one.
ListView {
    id: list

    property Component ticket
    property string emptyText: ""
    signal act(var row)
    signal printAgain(var row)

    clip: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    // rows out of sight would be made later, a few a frame, and be missed when the panel has gone
    cacheBuffer: 0
    highlightMoveDuration: 0
    reuseItems: false
    Accessible.role: Accessible.List

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
    // the key that prints the current ticket again prints the chosen one here
    Keys.onPressed: event => {
        const chosen = currentItem as TicketCell
        if (event.key !== Qt.Key_P || event.modifiers !== Qt.ControlModifier || !chosen || chosen.row.kind === "heading")
            return
        list.printAgain(chosen.row)
        event.accepted = true
    }
    Keys.onReturnPressed: (currentItem as TicketCell)?.choose()
    Keys.onEnterPressed: (currentItem as TicketCell)?.choose()

    delegate: TicketCell {
        width: ListView.view.width
        ticket: list.ticket
        chosen: list.activeFocus && ListView.isCurrentItem
        onAct: row => list.act(row)
    }

    // how far down the list is, only when there is more of it than fits
    Rectangle {
        parent: list
        visible: list.visibleArea.heightRatio < 1
        anchors.right: list.right
        y: list.visibleArea.yPosition * list.height
        width: Theme.sp(4)
        height: Math.max(Theme.sp(24), list.visibleArea.heightRatio * list.height)
        radius: width / 2
        color: Theme.quiet
        opacity: 0.5
    }
}
