pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Three steps, then a test print: nobody takes a number meanwhile.
Item {
    id: page

    required property var admin

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.px(28)

        Repeater {
            model: 3
            Item {
                id: step
                required property int index
                width: parent?.width ?? 0
                height: Math.max(sign.height, words.implicitHeight)

                Rectangle {
                    id: sign
                    anchors.left: parent.left
                    width: Theme.px(88)
                    height: width
                    radius: width / 2
                    color: Theme.accentSoft

                    Prose {
                        anchors.centerIn: parent
                        text: step.index + 1
                        role: "title"
                        color: Theme.accent
                    }
                }
                Prose {
                    id: words
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.px(28)
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.sp(34)
                    text: Words.say("kiosk.admin.paper_" + (step.index + 1))
                }
            }
        }
    }
    TouchButton {
        id: back
        objectName: "admin-menu"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: Math.round(parent.width * 0.25)
        height: Theme.px(128)
        iconName: "arrow-left"
        label: Words.say("kiosk.service.back")
        onClicked: page.admin.do("menu")
    }
    BigButton {
        objectName: "admin-paper-done"
        anchors.left: back.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(128), implicitHeight)
        iconName: "printer"
        label: Words.say("kiosk.admin.paper_done")
        onClicked: page.admin.do("test")
    }
}
