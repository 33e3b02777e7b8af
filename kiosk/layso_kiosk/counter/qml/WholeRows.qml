pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A column that may be too long for its place: it shows whole rows and never a slice of one.
// While it is moved it follows; at rest its upper edge is a row's top and its lower edge a bottom.
Flickable {
    id: view

    required property real room
    required property Item column
    // whatever gets the focus by Tab comes into sight
    readonly property Item focused: Window.activeFocusItem
    property real above: 0

    clip: true
    contentWidth: width
    contentHeight: column.implicitHeight
    height: lowest(above + room) - above
    boundsBehavior: Flickable.StopAtBounds

    onContentHeightChanged: settle()
    onRoomChanged: settle()
    onMovementEnded: settle()
    onFocusedChanged: {
        let around = view.focused
        while (around && around !== view.column)
            around = around.parent
        if (!around)
            return
        const top = view.focused.mapToItem(view.column, 0, 0).y
        if (top < view.contentY)
            view.contentY = Math.max(0, top - Theme.sp(30))
        else if (top + view.focused.height > view.contentY + view.height)
            view.contentY = top + view.focused.height + Theme.sp(8) - view.room
        view.settle()
    }

    function rewind(): void {
        above = 0
        contentY = 0
    }
    function rows(): var {
        const found = []
        for (const row of column.children) {
            const inner = row as VisitNotes
            for (const one of inner ? inner.children : [row])
                if (one.visible && one.height > 0) {
                    const top = one.y + (inner ? inner.y : 0)
                    // a heading is no end: something stands below it
                    found.push({ top: top, bottom: one as Heading ? 0 : top + one.height })
                }
        }
        return found
    }
    function lowest(edge: real): real {
        return rows().reduce((best, row) => row.bottom <= edge + 1 ? Math.max(best, row.bottom) : best, above)
    }
    function settle(): void {
        const wanted = Math.min(contentY, contentHeight - room)
        above = wanted <= 1 ? 0 : rows().reduce((best, row) => row.top >= wanted - 1 ? Math.min(best, row.top) : best, contentHeight)
        contentY = above
    }

    Rectangle {
        parent: view
        visible: view.visibleArea.heightRatio < 1
        anchors.right: parent.right
        y: view.visibleArea.yPosition * view.height
        width: Theme.sp(4)
        height: Math.max(Theme.sp(24), view.visibleArea.heightRatio * view.height)
        radius: width / 2
        color: Theme.quiet
        opacity: 0.5
    }
}
