pragma ComponentBehavior: Bound
import QtQuick

// A list of tickets under headings: one tab stop, arrows move, Enter acts on the chosen one.
ListView {
    id: list

    property Component ticket
    property string emptyText: ""
    signal act(var row)

    clip: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: activeFocus ? Math.max(0, currentIndex) : currentIndex
    highlightMoveDuration: 0
    reuseItems: false
    Accessible.role: Accessible.List

    Keys.onReturnPressed: (currentItem as TicketCell)?.choose()
    Keys.onEnterPressed: (currentItem as TicketCell)?.choose()

    delegate: TicketCell {
        width: ListView.view.width
        ticket: list.ticket
        chosen: list.activeFocus && ListView.isCurrentItem
        onAct: row => list.act(row)
    }
}
