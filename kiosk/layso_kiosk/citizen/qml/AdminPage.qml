pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// For staff only: a PIN, then what a kiosk needs now and then.
Item {
    id: page

    required property var kiosk
    readonly property var admin: kiosk.adminModel

    Prose {
        id: title
        objectName: "admin-title"
        anchors.left: parent.left
        anchors.right: parent.right
        role: "title"
        text: Words.say(page.admin.step === "paper" ? "kiosk.admin.paper_title" : page.admin.step === "pin" ? "kiosk.admin.pin" : "kiosk.admin.title")
    }
    Prose {
        id: said
        objectName: "admin-said"
        anchors.top: title.bottom
        anchors.topMargin: Theme.px(8)
        anchors.left: parent.left
        anchors.right: parent.right
        visible: text !== ""
        font.pixelSize: Theme.sp(32)
        font.weight: Font.Bold
        color: page.admin.well ? Theme.good : Theme.warn
        text: page.admin.said
    }
    Loader {
        anchors.top: said.visible ? said.bottom : title.bottom
        anchors.topMargin: Theme.px(24)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        sourceComponent: page.admin.step === "pin" ? pin : page.admin.step === "paper" ? roll : menu
    }
    Component {
        id: pin
        AdminPin { admin: page.admin }
    }
    Component {
        id: menu
        AdminMenu { admin: page.admin }
    }
    Component {
        id: roll
        AdminPaper { admin: page.admin }
    }
    ScreenTest {
        // over everything: it is the whole glass that is tried
        parent: page.Window.contentItem
        anchors.fill: parent
        visible: page.admin.step === "screen"
        onEnded: page.admin.do("menu")
    }
}
