pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A row of a list: a heading or a ticket. `ticket` draws the ticket from its property `row`.
Loader {
    id: cell

    required property var row
    required property int index
    property Component ticket
    property bool chosen: false
    signal act(var row)

    function choose(): void {
        if (cell.row.kind !== "heading")
            cell.act(cell.row)
    }

    // the row that has the focus is what a screen reader reads
    objectName: row.kind === "heading" ? "heading-" + row.id : "row-" + row.number
    Accessible.role: row.kind === "heading" ? Accessible.Heading : Accessible.ListItem
    Accessible.name: row.kind === "heading" ? row.text + ": " + row.count : row.spoken
    Accessible.focusable: true
    Accessible.focused: chosen
    Accessible.onPressAction: cell.choose()

    sourceComponent: row.kind === "heading" ? heading : ticket

    Binding {
        target: cell.item
        property: "row"
        value: cell.row
        when: cell.status === Loader.Ready
    }
    Rectangle {
        anchors.fill: parent
        z: 1
        visible: cell.chosen
        color: "transparent"
        radius: Theme.sp(8)
        border.width: Theme.sp(3)
        border.color: Theme.accent
    }

    Component {
        id: heading

        Heading {
            property var row: ({})
            inList: true
            text: row.text ?? ""
            count: row.count ?? ""
        }
    }
}
