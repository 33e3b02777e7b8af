pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// One sentence under the bar, and for a short while the way back.
Rectangle {
    id: row

    property string text: ""
    property string tone: "good"
    property string iconName: "info"
    property string undo: ""
    property string undoKey: ""
    property string remedy: ""
    property string remedyKey: ""
    property string all: ""
    property string allKey: ""
    property bool asking: false
    readonly property color letterColor: tone === "warn" ? Theme.warn : tone === "info" ? Theme.quiet : Theme.good
    signal undone
    signal remedied
    signal postponed
    signal listed

    implicitHeight: Math.max(Theme.sp(40), words.implicitHeight + Theme.sp(14), keys.implicitHeight + Theme.sp(10))
    color: tone === "warn" ? Theme.warnSoft : tone === "info" ? Theme.ground : Theme.goodSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(24)
        anchors.rightMargin: Theme.sp(10)
        spacing: Theme.sp(10)

        Icon {
            name: row.iconName
            color: row.letterColor
            size: Theme.sp(20)
        }
        Prose {
            id: words
            objectName: "strip-text"
            Layout.fillWidth: true
            text: row.text
            color: row.letterColor
            font.pixelSize: Theme.sp(15)
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        GridLayout {
            id: keys
            Layout.fillWidth: false
            // a narrow strip keeps its room for the sentence
            columns: row.width < Theme.sp(900) && !row.asking ? 1 : 4
            columnSpacing: Theme.sp(10)
            rowSpacing: Theme.sp(4)

            DeskButton {
                objectName: "toast-undo"
                visible: row.undo !== ""
                Layout.fillWidth: true
                implicitHeight: Theme.sp(30)
                iconName: "undo-2"
                label: row.undo
                key: row.undoKey
                onClicked: row.undone()
            }
            DeskButton {
                objectName: "remedy"
                visible: row.remedy !== ""
                Layout.fillWidth: true
                implicitHeight: Theme.sp(30)
                strong: row.asking
                label: row.remedy
                key: row.remedyKey
                onClicked: row.remedied()
            }
            DeskButton {
                objectName: "remedy-leave"
                visible: row.asking
                Layout.fillWidth: true
                implicitHeight: Theme.sp(30)
                label: Words.say("counter.remedy.leave")
                key: "Esc"
                onClicked: row.postponed()
            }
            DeskButton {
                objectName: "alerts"
                visible: row.all !== ""
                Layout.fillWidth: true
                implicitHeight: Theme.sp(30)
                label: row.all
                key: row.allKey
                onClicked: row.listed()
            }
        }
    }
}
