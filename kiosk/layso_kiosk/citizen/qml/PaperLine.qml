import QtQuick
import Layso.Look

// How the paper fares, and the way back; upright the buttons have a row of their own.
Rectangle {
    id: line

    required property var kiosk
    readonly property string paper: kiosk.shownModel.paper
    readonly property bool fault: ["fault", "unknown", "called", "ask", "none"].includes(paper) && !old
    readonly property bool take: paper === "take" || old
    // who came back has a slip, and may have another one
    readonly property bool old: paper === "none" && kiosk.shownModel.returned
    readonly property color letterColor: take ? Theme.good : fault ? Theme.warn : Theme.ink

    readonly property bool upright: Theme.portrait
    readonly property int edge: Theme.px(16)

    height: upright ? said.height + buttons.height + 3 * edge : Math.max(buttons.height, said.height) + 2 * edge
    radius: Theme.radius
    color: take ? Theme.goodSoft : fault ? Theme.warnSoft : Theme.surface
    border.width: Theme.hairline
    border.color: take ? Theme.good : fault ? Theme.warn : Theme.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Item {
        id: said
        anchors.left: parent.left
        anchors.right: line.upright ? parent.right : buttons.left
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(24)
        y: line.upright ? line.edge : (line.height - height) / 2
        height: Math.max(sign.height, words.implicitHeight)

        Icon {
            id: sign
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: line.take ? "circle-check" : line.fault ? "smartphone" : "printer"
            color: line.letterColor
            size: Theme.px(64)
        }
        Prose {
            id: words
            objectName: "paper"
            anchors.left: sign.right
            anchors.leftMargin: Theme.px(24)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: line.kiosk.shownModel.paperText
            color: line.letterColor
            font.pixelSize: Theme.sp(Theme.portrait || Theme.textSize > 125 ? 30 : 36)
            font.weight: Font.Bold
            lineHeight: 1.05
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: line.edge
        y: line.height - height - (line.upright ? line.edge : (line.height - height) / 2)
        spacing: line.edge
        layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
        readonly property int half: (line.width - 3 * line.edge) / 2
        readonly property int tall: Math.max(unseen.visible ? unseen.implicitHeight : 0, done.implicitHeight)

        TouchButton {
            id: unseen
            objectName: "see-no-slip"
            width: line.upright ? buttons.half : Math.min(implicitWidth, Math.round(line.width * 0.34))
            height: buttons.tall
            visible: line.kiosk.shownModel.asksForSlip
            iconName: line.old ? "printer" : "circle-help"
            label: Words.say(line.old ? "kiosk.number.print_again" : "kiosk.number.see_no_slip")
            // the second of two taps on the page before says nothing about paper
            onClicked: if (line.kiosk.armed) line.kiosk.shownModel.see_no_slip()
        }
        TouchButton {
            id: done
            objectName: "done"
            width: line.upright ? (unseen.visible ? buttons.half : line.width - 2 * line.edge) : Math.max(implicitWidth, Theme.px(220))
            height: buttons.tall
            iconName: "check"
            label: Words.say("kiosk.number.done")
            onClicked: line.kiosk.go_home()
        }
    }
}
