import QtQuick
import QtQuick.Templates as T
import Layso.Look

// One service group: icon, name, how many wait and for how long.
T.AbstractButton {
    id: tile

    property var about: ({})
    // how many and how long on one line, where they fit on it
    property bool brief: false
    readonly property int iconSize: Theme.px(brief ? 60 : 72)
    readonly property int edge: Theme.px(brief ? 16 : 24)
    readonly property int leastHeight: Math.max(Theme.touch, words.implicitHeight + Theme.px(brief ? 16 : 28))
    readonly property bool isOpen: about["open"] === true
    readonly property var facts: [about["waiting"], about["wait"]].filter(word => word)

    Accessible.role: Accessible.Button
    Accessible.name: [about["name"], about["note"], about["waiting"], about["wait"]].filter(word => word).join(". ")
    focusPolicy: Qt.NoFocus

    background: Rectangle {
        radius: Theme.radius
        color: tile.down ? Theme.accentSoft : tile.isOpen ? Theme.surface : Theme.ground
        border.width: tile.down ? Theme.px(5) : Theme.hairline
        border.color: tile.down ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Rectangle {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: tile.edge
            anchors.verticalCenter: parent.verticalCenter
            width: tile.iconSize + Theme.px(tile.brief ? 20 : 36)
            height: width
            radius: Theme.radius
            color: tile.isOpen ? Theme.accentSoft : Theme.ground
            border.width: Theme.name === "contrast" ? Theme.hairline : 0
            border.color: Theme.line

            Icon {
                anchors.centerIn: parent
                name: tile.about["icon"] ?? ""
                size: tile.iconSize
                color: tile.isOpen ? Theme.accent : Theme.quiet
            }
        }
        Column {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: tile.edge
            anchors.right: parent.right
            anchors.rightMargin: Math.min(tile.edge, Theme.px(20))
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(tile.brief ? 2 : 6)

            Prose {
                width: parent.width
                text: tile.about["name"] ?? ""
                font.pixelSize: Theme.sp(30)
                font.weight: Font.Bold
                color: tile.isOpen ? Theme.ink : Theme.quiet
                lineHeight: 1.02
                wrapMode: Text.Wrap
            }
            TextMetrics {
                id: line
                font: facts.font
                text: tile.facts.join(" · ")
            }
            Prose {
                id: facts
                objectName: tile.objectName + "-facts"
                width: parent.width
                visible: text !== ""
                text: !tile.isOpen ? tile.about["note"] ?? "" : tile.brief && line.advanceWidth < width ? line.text : tile.facts.join("\n")
                role: "label"
                lineHeight: 1.1
                color: tile.isOpen ? Theme.quiet : Theme.warn
            }
        }
    }
}
