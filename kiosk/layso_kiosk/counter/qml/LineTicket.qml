pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// Somebody who waits: number, time waited, counting time, and why before others.
Rectangle {
    id: cell

    property var row: ({})
    signal picked(var row)
    signal printed(var row)

    // where the column is narrow a reason may need a second line
    implicitHeight: Math.max(Theme.sp(42), why.implicitHeight + Theme.sp(8))
    radius: Theme.sp(8)
    color: row.first ? Theme.accentSoft : "transparent"

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(10)
        anchors.rightMargin: Theme.sp(6)
        spacing: Theme.sp(12)

        Prose {
            objectName: "line-" + (cell.row.number ?? "")
            Layout.preferredWidth: Theme.sp(72)
            text: cell.row.number ?? ""
            font.pixelSize: Theme.sp(19)
            font.weight: Font.Bold
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Prose {
            Layout.preferredWidth: Theme.sp(90)
            text: cell.row.wait ?? ""
            font.pixelSize: Theme.sp(15)
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Prose {
            Layout.preferredWidth: Theme.sp(110)
            // a narrow list tells the reason rather than the time that orders it
            visible: cell.width >= Theme.sp(560)
            text: cell.row.key ?? ""
            quiet: true
            font.pixelSize: Theme.sp(13)
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            visible: cell.row.priority ?? false
            name: "heart-handshake"
            color: Theme.warn
            size: Theme.sp(17)
            Layout.rightMargin: -Theme.sp(6)
        }
        Prose {
            id: why
            Layout.fillWidth: true
            text: cell.row.why ?? ""
            color: cell.row.priority ? Theme.warn : Theme.ink
            font.pixelSize: Theme.sp(14)
            lineHeight: 0.95
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        DeskButton {
            objectName: "reprint-" + (cell.row.number ?? "")
            visible: spoken !== ""
            focusPolicy: Qt.NoFocus
            quiet: true
            implicitHeight: Theme.sp(32)
            iconName: "printer"
            spoken: cell.row.print ?? ""
            onClicked: cell.printed(cell.row)
        }
        DeskButton {
            objectName: "pick-" + (cell.row.number ?? "")
            focusPolicy: Qt.NoFocus
            quiet: true
            implicitHeight: Theme.sp(32)
            iconName: "megaphone"
            label: Words.say("counter.act.pick")
            spoken: Words.say("counter.accessible.pick", { number: cell.row.number ?? "" })
            onClicked: cell.picked(cell.row)
        }
    }
}
