pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The priority that the person claims, and the buttons that say whether it is right.
// What does not fit into `room` gets shorter: first the keys go, then the words.
Row {
    id: row

    required property var shown
    required property var confirm
    required property var reject
    property real room: 10000
    // on the compact bar the group's short name
    property bool brief: false
    readonly property bool wrong: shown.claim_rejected && !shown.claim_confirmed
    readonly property bool judged: shown.claim_confirmed || wrong
    readonly property real pill: longest.implicitWidth + Theme.sp(44)
    readonly property real keys: judged ? 0 : yes.implicitWidth + no.implicitWidth + 2 * Theme.sp(46)
    readonly property bool withKey: !brief && pill + keys <= room
    readonly property bool small: brief || pill + (judged ? 0 : Theme.sp(86)) > room
    // a cross says it too
    readonly property bool tiny: small && wrong && shorter.implicitWidth + Theme.sp(44) > room

    function said(group: string): string {
        return row.wrong ? group + ": " + Words.say("counter.priority.rejected") : group
    }

    spacing: Theme.sp(6)

    Pill {
        objectName: "claim"
        anchors.verticalCenter: parent.verticalCenter
        label: row.tiny ? row.shown.claim_short : row.said(row.small ? row.shown.claim_short : row.shown.claim)
        icon: row.shown.claim_confirmed ? "check" : row.wrong ? "x" : row.shown.claim_icon
        tone: row.shown.claim_confirmed ? "good" : "warn"
        letters: Theme.sp(13)
        height: Theme.sp(24)
        Accessible.name: row.said(row.shown.claim)
    }
    ActKey {
        anchors.verticalCenter: parent.verticalCenter
        act: row.confirm
        visible: !row.judged
        label: row.withKey ? Words.say("counter.priority.confirm") : ""
        withIcon: !row.withKey
        shownKey: row.withKey ? act.key : ""
        letters: Theme.sp(13)
        tall: Theme.sp(24)
    }
    ActKey {
        anchors.verticalCenter: parent.verticalCenter
        act: row.reject
        visible: !row.judged
        label: row.withKey ? Words.say("counter.priority.reject") : ""
        withIcon: !row.withKey
        shownKey: row.withKey ? act.key : ""
        letters: Theme.sp(13)
        tall: Theme.sp(24)
    }
    // never seen: they say how wide the row would be with all its words and keys
    Measure {
        id: longest
        text: row.said(row.shown.claim)
    }
    Measure {
        id: shorter
        text: row.said(row.shown.claim_short)
    }
    Measure {
        id: yes
        text: Words.say("counter.priority.confirm") + row.confirm.key
    }
    Measure {
        id: no
        text: Words.say("counter.priority.reject") + row.reject.key
    }

    component Measure: Prose {
        visible: false
        font.pixelSize: Theme.sp(13)
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }
}
