pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The priority that the person claims, and the button that says it is right.
Row {
    id: row

    required property var shown
    required property var confirm
    required property var reject
    property bool withKey: true
    // on the compact bar the group's short name
    property bool brief: false
    readonly property string group: brief ? shown.claim_short : shown.claim
    readonly property bool wrong: shown.claim_rejected && !shown.claim_confirmed

    spacing: Theme.sp(6)

    Pill {
        objectName: "claim"
        anchors.verticalCenter: parent.verticalCenter
        label: row.wrong ? row.group + ": " + Words.say("counter.priority.rejected") : row.group
        icon: row.shown.claim_confirmed ? "check" : row.wrong ? "x" : row.shown.claim_icon
        tone: row.shown.claim_confirmed ? "good" : "warn"
        letters: Theme.sp(13)
        height: Theme.sp(24)
    }
    ActKey {
        anchors.verticalCenter: parent.verticalCenter
        act: row.confirm
        visible: !row.shown.claim_confirmed && !row.wrong
        label: row.withKey ? Words.say("counter.priority.confirm") : ""
        withIcon: !row.withKey
        shownKey: row.withKey ? act.key : ""
        letters: Theme.sp(13)
        tall: Theme.sp(24)
    }
    ActKey {
        anchors.verticalCenter: parent.verticalCenter
        act: row.reject
        visible: !row.shown.claim_confirmed && !row.wrong
        label: row.withKey ? Words.say("counter.priority.reject") : ""
        withIcon: !row.withKey
        shownKey: row.withKey ? act.key : ""
        letters: Theme.sp(13)
        tall: Theme.sp(24)
    }
}
