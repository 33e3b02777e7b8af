pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Priority groups to choose from, never a must.
Rectangle {
    id: groups

    required property var choice
    property int minHeight: 0
    property int across: 0
    readonly property int columnCount: across > 0 ? across : Theme.portrait || Theme.textSize > 125 ? 2 : 3
    readonly property int inner: width - Theme.px(56)

    implicitHeight: Math.max(minHeight, list.implicitHeight + Theme.px(56))
    height: implicitHeight
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line

    Column {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(28)
        spacing: Theme.px(18)

        Prose {
            width: parent.width
            text: Words.say("kiosk.service.priority")
            font.pixelSize: Theme.sp(32)
            font.weight: Font.Bold
        }
        Prose {
            width: parent.width
            quiet: true
            role: "label"
            text: Words.say("kiosk.service.priority_hint")
        }
        Grid {
            id: grid
            columns: groups.columnCount
            layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
            spacing: Theme.px(16)
            readonly property int rowCount: Math.ceil(groups.choice.groups.length / columns)
            // the buttons share the card's height, where it has one
            readonly property int fair: Math.max(Theme.px(160), Math.min(Theme.px(groups.across > 3 ? 420 : 260), (groups.minHeight - grid.y - Theme.px(56)) / rowCount - spacing))
            readonly property int each: (groups.inner - (columns - 1) * spacing) / columns

            Repeater {
                model: groups.choice.groups.length // counted: a list would end a press under way
                Choosable {
                    required property int index
                    readonly property var facts: groups.choice.groups[index]
                    objectName: "priority-" + facts["group"]
                    width: grid.each
                    height: Math.max(implicitHeight, grid.fair)
                    iconName: facts["icon"]
                    label: facts["label"]
                    chosen: facts["chosen"]
                    onClicked: groups.choice.choose_priority(facts["group"])
                }
            }
        }
    }
}
