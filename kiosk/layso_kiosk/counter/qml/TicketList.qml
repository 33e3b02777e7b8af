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
    highlightMoveDuration: 0
    reuseItems: false
    Accessible.role: Accessible.List

    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
    Keys.onReturnPressed: (currentItem as TicketCell)?.choose()
    Keys.onEnterPressed: (currentItem as TicketCell)?.choose()

    delegate: TicketCell {
        width: ListView.view.width
        ticket: list.ticket
        chosen: list.activeFocus && ListView.isCurrentItem
        onAct: row => list.act(row)
    }
}
