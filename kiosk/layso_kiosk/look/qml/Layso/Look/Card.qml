import QtQuick

// A quiet surface with round corners; children are laid inside `padding`.
Rectangle {
    id: card

    default property alias content: inside.data
    property int padding: Theme.gap

    color: Theme.surface
    radius: Theme.radius
    border.width: Theme.hairline
    border.color: Theme.line

    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: card.padding
    }
}
