import QtQuick
import Layso.Look

// One service: its letter and name, who is next, how many wait and how long. A name that is longer
// than a line gets as many as it needs, and `need` says how high the row is then: no name loses its end.
Item {
    id: line

    required property var row
    required property int index
    readonly property int need: nameHeight + Theme.px(34)
    readonly property int nameHeight: long ? Math.max(Theme.px(72), Math.ceil(whole.implicitHeight) + 1) : Theme.px(38)
    readonly property int room: width - series.width - people.width - Theme.px(28)
    readonly property bool long: measure.advanceWidth * 0.88 > room
    readonly property bool alone: row.next === ""

    objectName: "line_" + row.series

    TextMetrics {
        id: measure
        font.family: Theme.family
        font.weight: Font.DemiBold
        font.pixelSize: Theme.px(29)
        text: line.row.name
    }
    // the height that the whole name takes in the smallest letters that it is shown in, if two lines are too few
    Prose {
        id: whole
        visible: false
        width: Math.max(1, name.width)
        text: line.long ? line.row.name : ""
        font.pixelSize: Theme.px(24)
        font.weight: Font.DemiBold
        lineHeight: name.lineHeight
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: Theme.line
    }
    Prose {
        id: series
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: Theme.px(64)
        horizontalAlignment: Text.AlignHCenter
        text: line.row.series
        color: Theme.accent
        font.pixelSize: Theme.px(52)
        font.weight: Font.ExtraBold
        wrapMode: Text.NoWrap
    }
    Whole {
        id: name
        objectName: line.objectName + "_name"
        x: series.width + Theme.px(14)
        y: line.alone ? (line.height - height) / 2 : (line.height - height - following.height) / 2
        width: line.alone ? Math.min(line.room, line.width - x - wait.width - Theme.px(14)) : line.room
        height: line.nameHeight
        text: line.row.name
        letters: Theme.px(29)
        font.weight: Font.DemiBold
    }
    Prose {
        id: following
        objectName: line.objectName + "_next"
        anchors { left: name.left; right: wait.left; rightMargin: Theme.px(14); top: name.bottom }
        visible: !line.alone
        text: line.row.next
        font.pixelSize: Theme.px(25)
        quiet: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.px(16)
        wrapMode: Text.NoWrap
    }
    Prose {
        id: people
        objectName: line.objectName + "_people"
        anchors.right: parent.right
        y: line.alone ? line.height / 2 - height : name.y + (name.height - height) / 2
        text: line.row.people
        font.pixelSize: Theme.px(29)
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
    Prose {
        id: wait
        objectName: line.objectName + "_wait"
        anchors.right: parent.right
        y: line.alone ? line.height / 2 : following.y
        text: line.row.wait
        color: line.row.open ? Theme.quiet : Theme.warn
        font.pixelSize: Theme.px(25)
        wrapMode: Text.NoWrap
    }
}
