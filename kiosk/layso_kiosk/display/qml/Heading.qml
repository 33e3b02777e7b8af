import QtQuick
import Layso.Look

// The center's name on the left, its time on the right.
Item {
    id: heading

    required property var facts
    required property var clock

    Rectangle {
        id: mark
        anchors { left: parent.left; leftMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        width: Theme.px(76)
        height: width
        radius: Theme.px(18)
        color: Theme.accent

        Icon { anchors.centerIn: parent; name: "ticket"; color: Theme.accentInk; size: Theme.px(46) }
    }
    Column {
        anchors { left: mark.right; leftMargin: Theme.px(24); right: time.left; rightMargin: Theme.px(32); verticalCenter: parent.verticalCenter }
        spacing: Theme.px(2)

        // a long name takes two smaller lines before it loses its end
        Whole {
            objectName: "center"
            width: parent.width
            height: one.advanceWidth < width ? Math.ceil(one.height) : Math.round(heading.height * 0.64)
            text: heading.facts.center
            letters: Theme.px(42)
            least: Theme.px(22)
            font.weight: Font.Bold

            TextMetrics {
                id: one
                font.family: Theme.family
                font.weight: Font.Bold
                font.pixelSize: Theme.px(42)
                text: heading.facts.center
            }
        }
        Prose {
            width: parent.width
            visible: text !== ""
            text: heading.facts.province
            font.pixelSize: Theme.px(28)
            quiet: true
        }
    }
    Clock {
        id: time
        anchors { right: parent.right; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        source: heading.clock
        letters: Theme.px(60)
    }
}
