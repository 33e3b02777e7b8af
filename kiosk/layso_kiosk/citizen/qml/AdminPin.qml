import QtQuick
import Layso.Look

// Digits as on a telephone's keys, shown as dots.
Item {
    id: page

    required property var admin
    readonly property int gap: Theme.px(16)
    readonly property int keyHeight: Math.min(Theme.px(150), Math.floor((height - shown.height - 3 * gap - foot.height - 2 * gap) / (Theme.portrait ? 4 : 2)))

    Rectangle {
        id: shown
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.px(110)
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.px(4)
        border.color: Theme.ink

        Prose {
            objectName: "admin-dots"
            anchors.centerIn: parent
            font.pixelSize: Theme.px(52)
            text: page.admin.dots
        }
    }
    KeyBlock {
        anchors.top: shown.bottom
        anchors.topMargin: page.gap
        width: parent.width
        signs: page.admin.digits
        across: Theme.portrait ? 3 : 5
        keyHeight: page.keyHeight
        entry: page.admin
    }
    Row {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: page.gap
        readonly property int each: (width - 2 * spacing) / 3

        TouchButton {
            objectName: "admin-close"
            width: foot.each
            height: Theme.px(128)
            iconName: "arrow-left"
            label: Words.say("kiosk.service.back")
            letters: Theme.sp(Theme.portrait ? 24 : 28)
            onClicked: page.admin.do("close")
        }
        TouchButton {
            objectName: "admin-delete"
            width: foot.each
            height: Theme.px(128)
            iconName: "delete"
            label: Words.say("kiosk.entry.delete")
            onClicked: page.admin.delete()
        }
        TouchButton {
            objectName: "admin-open"
            width: foot.each
            height: Theme.px(128)
            tone: "accent"
            iconName: "check"
            label: Words.say("kiosk.admin.open")
            enabled: page.admin.dots !== ""
            onClicked: page.admin.submit()
        }
    }
}
