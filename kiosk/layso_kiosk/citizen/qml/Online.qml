import QtQuick
import Layso.Look

// This could be done at home: said before the number, with the way there.
Rectangle {
    id: online

    required property var browse
    readonly property int modules: browse.qrModules
    readonly property int module: Math.max(2, Math.floor(Theme.px(190) / Math.max(1, modules)))

    objectName: "online"
    implicitHeight: Math.max(code.height, words.implicitHeight) + Theme.px(28)
    radius: Theme.px(12)
    color: Theme.goodSoft
    border.width: Theme.hairline
    border.color: Theme.good

    Column {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(18)
        anchors.right: code.left
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(4)

        Prose {
            width: parent.width
            text: Words.say("kiosk.procedure.online_title")
            font.weight: Font.Bold
            color: Theme.good
            lineHeight: 1.02
        }
        Prose {
            width: parent.width
            text: Words.say("kiosk.procedure.online_text")
            role: "label"
            lineHeight: 1.02
        }
    }
    Image {
        id: code
        objectName: "portal-qr"
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(14)
        anchors.top: parent.top // where the end of the card fades, its code does not
        anchors.topMargin: Theme.px(14)
        width: online.module * online.modules
        height: width
        smooth: false
        source: online.browse.qr
        Accessible.role: Accessible.Graphic
        Accessible.name: Words.say("kiosk.procedure.online_text")
    }
}
