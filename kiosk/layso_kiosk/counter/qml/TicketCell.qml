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
            text: row.text ?? ""
            count: row.count ?? ""
        }
    }
}
