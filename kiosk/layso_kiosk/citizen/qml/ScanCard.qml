import QtQuick
import Layso.Look

// Where to hold the card, and what became of it.
Rectangle {
    id: card

    required property var reception
    property int minHeight: 0
    property bool compact: false
    readonly property bool said: reception.text !== ""

    implicitHeight: Math.max(minHeight, column.implicitHeight + Theme.px(36))
    height: implicitHeight
    radius: Theme.radius
    color: reception.known ? Theme.goodSoft : said ? Theme.warnSoft : Theme.surface
    border.width: Theme.hairline
    border.color: reception.known ? Theme.good : said ? Theme.warn : Theme.line

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.px(28)
        spacing: Theme.px(12)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: card.reception.known ? "circle-check" : "scan-line"
            size: Theme.px(Theme.textSize > 100 || card.compact ? 64 : 110)
            color: card.reception.known ? Theme.good : card.said ? Theme.warn : Theme.accent
        }
        Prose {
            width: parent.width
            visible: !card.said
            horizontalAlignment: Text.AlignHCenter
            text: Words.say("kiosk.who.scan")
            font.pixelSize: Theme.sp(30)
            font.weight: Font.Bold
        }
        Prose {
            objectName: "scan-text"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.said ? card.reception.text : Words.say("kiosk.who.scan_text")
            role: card.said || Theme.textSize <= 100 ? "body" : "label"
            lineHeight: 1.02
            font.weight: card.said ? Font.Bold : Font.Medium
            color: card.reception.known ? Theme.good : card.said ? Theme.warn : Theme.ink
        }
    }
}
