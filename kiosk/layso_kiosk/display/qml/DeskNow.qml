import QtQuick
import Layso.Look

// Whom the counter calls or serves, with what to do in a band below; or a sign and a word that nobody is there.
Item {
    id: now
    objectName: "desk_now"

    required property var desk
    required property bool lit
    readonly property bool numbered: (desk.number ?? "") !== ""

    Fitted {
        objectName: "desk_number"
        width: now.width
        anchors { top: parent.top; bottom: band.top }
        visible: now.numbered
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: now.desk.number ?? ""
        color: now.lit ? Theme.accentInk : Theme.accent
        letters: height * 1.12
        font.weight: Font.ExtraBold
    }
    Rectangle {
        id: band
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.round(Math.min(now.height * 0.28, now.width * 0.24))
        visible: now.numbered
        radius: Theme.px(32)
        color: now.lit ? Theme.accentInk : Theme.accentSoft

        Fitted {
            objectName: "desk_state"
            anchors.centerIn: parent
            width: band.width - Theme.px(64)
            horizontalAlignment: Text.AlignHCenter
            text: now.desk.words ?? ""
            color: now.lit ? Theme.accent : Theme.ink
            letters: Math.round(band.height * 0.56)
            font.weight: Font.Bold
        }
    }
    Column {
        anchors.centerIn: parent
        visible: !now.numbered
        spacing: Theme.px(24)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: now.desk.state === "paused" ? "coffee" : now.desk.state === "closed" ? "lock" : "circle-check"
            color: now.desk.state === "paused" ? Theme.warn : now.desk.state === "free" ? Theme.good : Theme.quiet
            size: Math.round(now.height * 0.34)
        }
        Fitted {
            objectName: "desk_rest"
            width: now.width
            horizontalAlignment: Text.AlignHCenter
            text: now.desk.words ?? ""
            color: now.desk.state === "paused" ? Theme.warn : Theme.ink
            letters: Math.round(Math.min(now.height * 0.24, Theme.px(190)))
        }
    }
}
