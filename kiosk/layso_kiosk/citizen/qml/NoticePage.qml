import QtQuick
import Layso.Look

// One thing said plainly: what is the matter, and what to do.
Item {
    id: page

    required property var kiosk
    property var about: ({})
    property bool backShown: false

    readonly property int room: backShown ? back.y - Theme.px(24) : height

    Column {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (page.room - height) * (page.backShown ? 0.5 : 0.46))
        width: Math.min(parent.width, Theme.px(Theme.textSize > 100 ? 1640 : 1240))
        spacing: Theme.px(Theme.textSize > 125 ? 20 : 28)
        // the words come first: the picture has what they leave, or nothing
        readonly property int rest: page.room - title.implicitHeight - text.implicitHeight - (card.visible ? card.height : 0) - 3 * spacing

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: width >= Theme.px(88)
            width: Math.min(Theme.px(176), column.rest)
            height: width
            radius: width / 2
            color: Theme.accentSoft
            border.width: Theme.name === "contrast" ? Theme.hairline : 0
            border.color: Theme.line

            Icon {
                anchors.centerIn: parent
                name: page.about["icon"] ?? ""
                size: Math.round(parent.width * 0.55)
                color: Theme.accent
            }
        }
        Prose {
            id: title
            objectName: "notice-title"
            width: parent.width
            role: "heading"
            font.pixelSize: Math.min(Theme.heading, Theme.px(80))
            lineHeight: 1.05
            horizontalAlignment: Text.AlignHCenter
            text: page.about["title"] ?? ""
        }
        Prose {
            id: text
            objectName: "notice-text"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.sp(34)
            text: page.about["text"] ?? ""
        }
        Rectangle {
            id: card
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
                width: Math.min(implicitWidth, column.width - Theme.px(72))
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.sp(36)
                font.weight: Font.Bold
                color: Theme.good
                text: page.about["next"] ?? ""
            }
        }
    }
    BigButton {
        id: back
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
