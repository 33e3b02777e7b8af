pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// All open alerts, the most urgent on top: one tab stop, arrows choose, Enter acts, Esc folds.
FocusScope {
    id: sheet

    required property var alerts
    readonly property int margin: Theme.sp(10)

    implicitHeight: column.height + 2 * margin
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: Words.say("counter.act.alerts")

    // also as fewer or more of them stand there: what is chosen is seen
    function show(): void {
        const row = rows.itemAt(sheet.alerts.at)
        if (row)
            view.contentY = Math.max(Math.min(view.contentY, row.y), row.y + row.height - view.height)
    }

    onVisibleChanged: if (visible) sheet.forceActiveFocus()
    onHeightChanged: show()
    Keys.onUpPressed: sheet.alerts.step(-1)
    Keys.onDownPressed: sheet.alerts.step(1)
    Keys.onReturnPressed: event => event.isAutoRepeat || sheet.alerts.press("")
    Keys.onEnterPressed: event => event.isAutoRepeat || sheet.alerts.press("")
    Keys.onEscapePressed: sheet.alerts.leave()

    Connections {
        target: sheet.alerts
        function onChanged(): void {
            sheet.show()
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Flickable {
        id: view
        objectName: "alert-view"
        anchors.fill: parent
        anchors.margins: sheet.margin
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: column
            width: view.width - (view.contentHeight > view.height ? Theme.sp(8) : 0)
            spacing: Theme.sp(2)

            Repeater {
                id: rows
                model: sheet.alerts.rowList

                AlertRow {
                    width: column.width
                    focused: sheet.activeFocus
                    onActed: sheet.alerts.press(row.id)
                    onPostponed: sheet.alerts.leave()
                }
            }
        }
    }
    Rectangle {
        visible: view.visibleArea.heightRatio < 1
        anchors.right: view.right
        y: view.y + view.visibleArea.yPosition * view.height
        width: Theme.sp(4)
        height: Math.max(Theme.sp(24), view.visibleArea.heightRatio * view.height)
        radius: width / 2
        color: Theme.quiet
        opacity: 0.5
    }
}
