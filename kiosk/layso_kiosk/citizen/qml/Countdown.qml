import QtQuick
import Layso.Look

// Ten seconds before the page goes: any touch keeps it.
Rectangle {
    id: countdown

    property int secondsLeft: 0

    objectName: "countdown"
    visible: secondsLeft > 0
    height: words.implicitHeight + Theme.px(48)
    radius: Theme.radius
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: question.text

    Rectangle {
        id: seconds
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(104)
        height: width
        radius: width / 2
        color: Theme.ground

        Prose {
            anchors.centerIn: parent
            text: countdown.secondsLeft
            font.pixelSize: Theme.px(56)
            font.weight: Font.Bold
        }
    }
    Column {
        id: words
        anchors.left: seconds.right
        anchors.leftMargin: Theme.px(28)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(4)

        Prose {
            id: question
            width: parent.width
            text: Words.say("kiosk.idle.question")
            color: Theme.ground
            font.pixelSize: Theme.sp(36)
            font.weight: Font.Bold
        }
        Prose {
            width: parent.width
            text: Words.say("kiosk.idle.left", { "n": countdown.secondsLeft })
            color: Theme.ground
        }
    }
}
