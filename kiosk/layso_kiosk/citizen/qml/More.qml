import QtQuick
import Layso.Look

// There is more below: a touch shows it. Nothing while all is seen.
TouchButton {
    id: more

    required property Flickable view

    objectName: "more"
    anchors.horizontalCenter: view.horizontalCenter
    anchors.bottom: view.bottom
    visible: view.contentHeight > view.height + 1
    tone: "accent"
    iconName: view.atYEnd ? "chevron-up" : "chevron-down"
    label: Words.say(view.atYEnd ? "kiosk.home.up" : "kiosk.home.more")
    onClicked: {
        const last = more.view.contentHeight - more.view.height
        glide.to = more.view.atYEnd ? 0 : Math.min(last, more.view.contentY + more.view.height * 0.8)
        glide.restart()
    }

    NumberAnimation {
        id: glide
        target: more.view
        property: "contentY"
        duration: Theme.motion
    }
}
