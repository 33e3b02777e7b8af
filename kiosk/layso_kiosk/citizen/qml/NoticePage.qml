import QtQuick
import Layso.Look

// One thing said plainly: what is the matter, and what to do.
Item {
    id: page

    required property var kiosk
    property var about: ({})
    property bool backShown: false

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: page.backShown ? -Theme.px(60) : -Theme.px(20)
        width: Math.min(parent.width, Theme.px(1240))
        spacing: Theme.px(28)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(176)
            height: width
            radius: width / 2
            color: Theme.accentSoft
            border.width: Theme.name === "contrast" ? Theme.hairline : 0
            border.color: Theme.line

            Icon {
                anchors.centerIn: parent
                name: page.about["icon"] ?? ""
                size: Theme.px(96)
                color: Theme.accent
            }
        }
        Prose {
            objectName: "notice-title"
            width: parent.width
            role: "heading"
            lineHeight: 1.05
            horizontalAlignment: Text.AlignHCenter
            text: page.about["title"] ?? ""
        }
        Prose {
            objectName: "notice-text"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.sp(34)
            text: page.about["text"] ?? ""
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: next.text !== ""
            width: Math.min(parent.width, next.implicitWidth + Theme.px(72))
            height: next.implicitHeight + Theme.px(36)
            radius: Theme.radius
            color: Theme.goodSoft
            border.width: Theme.name === "contrast" ? Theme.hairline : 0
            border.color: Theme.good

            Prose {
                id: next
                objectName: "notice-next"
                anchors.centerIn: parent
                width: Math.min(implicitWidth, Math.min(page.width, Theme.px(1240)) - Theme.px(72))
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.sp(36)
                font.weight: Font.Bold
                color: Theme.good
                text: page.about["next"] ?? ""
            }
        }
    }
    BigButton {
        objectName: "back"
        visible: page.backShown
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.max(implicitWidth, Math.min(page.width, Theme.px(720)))
        height: Math.max(implicitHeight, Theme.px(128))
        iconName: "house"
        label: Words.say("kiosk.notice.back")
        onClicked: page.kiosk.go_home()
    }
}
