import QtQuick

// A short message that goes by itself; `show(text)` begins it. `action` adds a button; with a `room`
// (pixels) it is never wider and its words wrap.
Rectangle {
    id: toast

    property string text: ""
    property string icon: "info"
    property string action: ""
    property int seconds: 5
    property int room: 0
    property int letters: Theme.body
    property bool showing: false
    signal actionChosen
    signal ended

    function show(words: string): void {
        toast.text = words
        toast.showing = true
        timer.restart()
    }

    function hide(): void {
        timer.stop()
        toast.showing = false
    }

    visible: opacity > 0
    opacity: showing ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }
    implicitWidth: row.implicitWidth + Theme.px(64)
    implicitHeight: Math.max(row.implicitHeight + Theme.px(24), Theme.px(88))
    radius: Theme.radius
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        id: timer
        interval: toast.seconds * 1000
        onTriggered: {
            toast.showing = false
            toast.ended()
        }
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(20)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: toast.icon
            color: Theme.ground
            size: Theme.px(40)
        }
        Prose {
            anchors.verticalCenter: parent.verticalCenter
            text: toast.text
            color: Theme.ground
            font.pixelSize: toast.letters
            wrapMode: toast.room > 0 ? Text.Wrap : Text.NoWrap
            width: toast.room > 0 ? Math.min(implicitWidth, toast.room - Theme.px(64 + 40 + 20)) : implicitWidth
            Accessible.ignored: true
        }
        TouchButton {
            objectName: toast.objectName + "_action"
            anchors.verticalCenter: parent.verticalCenter
            visible: toast.action !== ""
            label: toast.action
            onClicked: {
                toast.hide()
                toast.actionChosen()
            }
        }
    }
}
