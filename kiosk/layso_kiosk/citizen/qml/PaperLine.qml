import QtQuick
import Layso.Look

// How the paper fares, and the way back.
Rectangle {
    id: line

    required property var kiosk
    readonly property string paper: kiosk.shownModel.paper
    readonly property bool fault: ["fault", "unknown", "called", "ask", "none"].includes(paper)
    readonly property bool take: paper === "take"
    readonly property color letterColor: take ? Theme.good : fault ? Theme.warn : Theme.ink

    height: Math.max(done.height, unseen.height, words.implicitHeight) + Theme.px(32)
    radius: Theme.radius
    color: take ? Theme.goodSoft : fault ? Theme.warnSoft : Theme.surface
    border.width: Theme.hairline
    border.color: take ? Theme.good : fault ? Theme.warn : Theme.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(28)
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
        anchors.right: unseen.visible ? unseen.left : done.left
        anchors.rightMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        text: line.kiosk.shownModel.paperText
        color: line.letterColor
        font.pixelSize: Theme.sp(Theme.portrait || Theme.textSize > 125 ? 30 : 36)
        font.weight: Font.Bold
        lineHeight: 1.05
    }
    TouchButton {
        id: unseen
        objectName: "see-no-slip"
        anchors.right: done.left
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Math.round(line.width * 0.34))
        visible: line.kiosk.shownModel.asksForSlip
        tone: "quiet"
        iconName: "circle-help"
        label: Words.say("kiosk.number.see_no_slip")
        // the second of two taps on the page before says nothing about paper
        onClicked: if (line.kiosk.armed) line.kiosk.shownModel.see_no_slip()
    }
    TouchButton {
        id: done
        objectName: "done"
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(implicitWidth, Theme.px(220))
        iconName: "check"
        label: Words.say("kiosk.number.done")
        onClicked: line.kiosk.go_home()
    }
}
