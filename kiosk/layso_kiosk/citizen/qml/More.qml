import QtQuick
import Layso.Look

// There is more below: a touch shows it. Nothing while all is seen.
TouchButton {
    id: more

    required property Flickable view
    property bool compact: false
    property bool contentFits: view.contentHeight <= view.height + 1

    objectName: "more"
    anchors.horizontalCenter: compact ? undefined : view.horizontalCenter
    anchors.right: compact ? view.right : undefined
    anchors.rightMargin: Theme.px(12)
    anchors.bottomMargin: compact ? Theme.px(12) : 0
    anchors.bottom: view.bottom
    visible: !contentFits
    tone: "accent"
    iconName: view.atYEnd ? "chevron-up" : "chevron-down"
    iconSize: compact ? Theme.px(56) : Math.round(letters * 1.4)
    label: compact ? "" : words
    Accessible.name: words
    readonly property string words: Words.say(view.atYEnd ? "kiosk.home.up" : "kiosk.home.more")
    onClicked: {
        const first = more.view.originY
        const last = first + more.view.contentHeight - more.view.height
        glide.to = more.view.atYEnd ? first : Math.min(last, more.view.contentY + more.view.height * 0.7)
        glide.restart()
    }

    NumberAnimation {
        id: glide
        target: more.view
        property: "contentY"
        duration: Theme.motion
    }
}
