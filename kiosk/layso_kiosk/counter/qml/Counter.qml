pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The counter's window: the bar at its edge of the screen, and what opens beside it.
FocusScope {
    id: root

    required property var bar
    required property var buttons
    required property var panel
    required property var visit
    required property var strip
    required property var remedies
    required property var alerts
    required property var signIn
    required property var ask
    required property var closing
    required property var keypad
    required property var place
    required property var outside

    readonly property int barHeight: Theme.sp(84)
    readonly property bool below: place.edge === "top"
    readonly property bool asking: sheet.asked && !signIn.needed
    readonly property bool alertsOpen: alerts.open && !asking && !signIn.needed
    readonly property bool panelOpen: panel.open && !asking && !alertsOpen && !signIn.needed
    readonly property string sentence: signIn.needed && signIn.sentence !== "" && strip.tone !== "warn" ? signIn.sentence : strip.text
    readonly property int stripHeight: sentence !== "" ? note.implicitHeight : 0
    readonly property int openRoom: place.room - barHeight - stripHeight - Theme.sp(24)
    readonly property int openHeight: asking ? sheet.implicitHeight : alertsOpen ? Math.min(list.implicitHeight, openRoom, Theme.sp(500)) : panelOpen ? Math.min(Theme.sp(500), openRoom) : 0
    readonly property int wantedHeight: barHeight + stripHeight + openHeight + frame.border.width

    focus: true
    Keys.onEscapePressed: event => event.accepted = root.remedies.leave()
    Keys.onPressed: event => event.accepted = root.keypad.press(event.key, event.modifiers, event.isAutoRepeat)
    onAskingChanged: if (!asking) root.forceActiveFocus()
    onAlertsOpenChanged: if (!alertsOpen) root.forceActiveFocus()

    Connections {
        target: root.signIn
        function onChanged(): void {
            if (root.signIn.needed !== entry.visible) {
                entry.visible = root.signIn.needed
                if (entry.visible)
                    entry.forceActiveFocus()
                else
                    root.focusHere()
            }
        }
    }

    function focusHere(): void {
        row.focus = true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    SignInRow {
        id: entry
        y: root.below ? 0 : root.height - root.barHeight
        width: root.width
        height: root.barHeight
        focus: true
        signIn: root.signIn
        place: root.place
    }
    BarRow {
        id: row
        objectName: "bar"
        y: root.below ? 0 : root.height - root.barHeight
        width: root.width
        height: root.barHeight
        visible: !root.signIn.needed
        bar: root.bar
        buttons: root.buttons
        place: root.place
    }
    StripRow {
        id: note
        objectName: "strip"
        y: root.below ? root.barHeight : root.height - root.barHeight - root.stripHeight
        width: root.width
        height: root.stripHeight
        visible: root.sentence !== ""
        text: root.sentence
        tone: root.signIn.needed ? "warn" : root.strip.tone
        iconName: root.signIn.needed && root.sentence === root.signIn.sentence ? "info" : root.strip.icon
        undo: root.signIn.needed ? "" : root.strip.undo
        undoKey: root.buttons.of("undo").key
        remedy: root.signIn.needed ? "" : root.strip.remedy
        remedyKey: root.buttons.of("answer").key
        asking: !root.signIn.needed && root.strip.asking
        onUndone: root.buttons.of("undo").press()
        onRemedied: root.buttons.of("answer").press()
        onPostponed: root.remedies.leave()
        all: root.signIn.needed ? "" : root.strip.all
        allKey: root.buttons.of("alerts").key
        onListed: root.buttons.of("alerts").press()
    }
    Item {
        id: opened
        y: root.below ? root.barHeight + root.stripHeight : 0
        width: root.width
        height: root.openHeight

        AskSheet {
            id: sheet
            objectName: "ask"
            anchors.fill: parent
            ask: root.closing.shown.kind !== "" ? root.closing : root.ask
            visible: root.asking
        }
        AlertSheet {
            id: list
            objectName: "alert-list"
            anchors.fill: parent
            alerts: root.alerts
            visible: root.alertsOpen
        }
        PanelArea {
            objectName: "panel-area"
            anchors.fill: parent
            visible: root.panelOpen
            slim: row.slim
            panel: root.panel
            visit: root.visit
            buttons: root.buttons
            signIn: root.signIn
            place: root.place
            outside: root.outside
        }
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            y: root.below ? 0 : parent.height - height
            height: Theme.hairline
            color: Theme.line
            visible: root.openHeight > 0
        }
    }
    // the edge towards the other programs
    Rectangle {
        id: frame
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.hairline
        border.color: root.signIn.needed ? Theme.line : Theme.accent
    }
}
