pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// Somebody who is parked or was not there, with the way back into the line.
Item {
    id: cell

    property var row: ({})
    signal broughtBack(var row)

    implicitHeight: Theme.sp(42)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(10)
        anchors.rightMargin: Theme.sp(6)
        spacing: Theme.sp(10)

        Prose {
            objectName: "aside-" + (cell.row.number ?? "")
            Layout.preferredWidth: Theme.sp(72)
            text: cell.row.number ?? ""
            font.pixelSize: Theme.sp(18)
            font.weight: Font.Bold
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Prose {
            Layout.fillWidth: true
            text: cell.row.detail ?? ""
            quiet: true
            font.pixelSize: Theme.sp(13)
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        DeskButton {
            objectName: (cell.row.act ?? "") + "-" + (cell.row.number ?? "")
            focusPolicy: Qt.NoFocus
            implicitHeight: Theme.sp(32)
            label: cell.row.label ?? ""
            spoken: cell.row.spoken ?? ""
            onClicked: cell.broughtBack(cell.row)
        }
    }
}
