pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The priority that the person claims, and the button that says it is right.
Row {
    id: row

    required property var shown
    required property var confirm
    property bool withKey: true

    spacing: Theme.sp(6)

    Pill {
        objectName: "claim"
        anchors.verticalCenter: parent.verticalCenter
        label: row.shown.claim
        icon: row.shown.claim_confirmed ? "check" : row.shown.claim_icon
        tone: row.shown.claim_confirmed ? "good" : "warn"
        letters: Theme.sp(13)
        height: Theme.sp(24)
    }
    ActKey {
        anchors.verticalCenter: parent.verticalCenter
        act: row.confirm
        visible: !row.shown.claim_confirmed
        label: Words.say("counter.priority.confirm")
        shownKey: row.withKey ? act.key : ""
        letters: Theme.sp(13)
        tall: Theme.sp(24)
    }
}
