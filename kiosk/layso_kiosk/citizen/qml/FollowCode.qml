import QtQuick
import Layso.Look

// The QR code, each module a whole number of pixels, and what it is for.
Column {
    id: follow

    property string source: ""
    property int modules: 0
    property string said: ""
    property int room: 0
    readonly property int saidHeight: words.implicitHeight + spacing
    readonly property int module: modules > 0 ? Math.max(2, Math.floor(room / modules)) : 0

    spacing: Theme.px(16)
    // never wider for large letters: beside it stands the number
    width: Theme.portrait ? Theme.sp(520) : Theme.px(520)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: follow.module * follow.modules
        height: width
        radius: Theme.px(12)
        color: "white"
        border.width: Theme.hairline
        border.color: Theme.line

        Image {
            objectName: "qr"
            anchors.fill: parent
            smooth: false
            source: follow.source
            Accessible.role: Accessible.Graphic
            Accessible.name: words.text
        }
    }
    Prose {
        id: words
        objectName: "follow-words"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        role: "label"
        text: follow.said
    }
}
