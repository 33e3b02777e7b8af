pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// One alert: since when, its sentence, and its button or whom to tell.
Rectangle {
    id: cell

    required property var row
    required property int index
    property bool focused: false
    readonly property color letterColor: row.tone === "warn" ? Theme.warn : Theme.ink
    signal acted
    signal postponed

    // the chosen row has the focus: it is what a screen reader reads
    focus: row.chosen
    objectName: "alert-" + index
    implicitHeight: Math.max(Theme.sp(46), words.implicitHeight + Theme.sp(12))
    radius: Theme.sp(8)
    color: row.asking ? Theme.warnSoft : row.chosen ? Theme.ground : "transparent"
    border.width: row.chosen ? (focused ? Theme.sp(2) : Theme.hairline) : 0
    border.color: focused ? Theme.accent : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: row.spoken
    Accessible.focusable: true
    Accessible.focused: row.chosen && focused
    Accessible.selected: row.chosen
    Accessible.onPressAction: cell.acted()

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(14)
        anchors.rightMargin: Theme.sp(14)
        spacing: Theme.sp(12)

        Icon {
            name: cell.row.tone === "warn" ? "triangle-alert" : "info"
            color: cell.row.tone === "warn" ? Theme.warn : Theme.quiet
            size: Theme.sp(20)
        }
        Prose {
            Layout.minimumWidth: Theme.sp(46)
            text: cell.row.since
            quiet: true
            font.pixelSize: Theme.sp(14)
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        ColumnLayout {
            id: words
            Layout.fillWidth: true
            spacing: 0

            Prose {
                objectName: cell.objectName + "-text"
                Layout.fillWidth: true
                text: cell.row.text
                color: cell.letterColor
                font.pixelSize: Theme.sp(15)
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Prose {
                objectName: cell.objectName + "-note"
                Layout.fillWidth: true
                visible: text !== ""
                text: cell.row.note
                quiet: true
                font.pixelSize: Theme.sp(13)
                Accessible.ignored: true
            }
        }
        DeskButton {
            objectName: cell.objectName + "-remedy"
            visible: cell.row.label !== ""
            focusPolicy: Qt.NoFocus
            implicitHeight: Theme.sp(32)
            strong: cell.row.asking
            label: cell.row.label
            key: cell.row.chosen ? Words.say("counter.key.Return") : ""
            spoken: cell.row.spoken_act
            onClicked: cell.acted()
        }
        DeskButton {
            objectName: cell.objectName + "-leave"
            visible: cell.row.asking
            focusPolicy: Qt.NoFocus
            implicitHeight: Theme.sp(32)
            label: Words.say("counter.remedy.leave")
            key: "Esc"
            spoken: cell.row.spoken_leave
            onClicked: cell.postponed()
        }
    }
}
