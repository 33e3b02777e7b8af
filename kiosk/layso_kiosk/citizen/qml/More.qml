import QtQuick
import Layso.Look

// There is more below: a touch shows it, by whole rows where `step` tells their height. Nothing while
// all is seen. It stands beside what it moves, never over it: what it covered could not be read. It
// is plain beside the one thing to press on a page. A row that is cut at the end fades into the ground;
// `cut` is how much of it is seen, where that is known.
TouchButton {
    id: more

    required property Flickable view
    property bool bare: false
    property int step: 0
    property bool fades: step === 0
    property color ground: Theme.ground
    property real cut: Theme.px(72)
    property bool contentFits: view.contentHeight <= view.height + 1

    objectName: "more"
    visible: !contentFits
    iconName: view.atYEnd ? "chevron-up" : "chevron-down"
    iconSize: bare ? Theme.px(56) : Math.round(letters * 1.4)
    label: bare ? "" : words
    Accessible.name: words
    readonly property string words: Words.say(view.atYEnd ? "kiosk.home.up" : "kiosk.home.more")
    onClicked: {
        const first = more.view.originY
        const last = first + more.view.contentHeight - more.view.height
        const rows = more.step > 0 ? Math.max(1, Math.floor(more.view.height / more.step)) * more.step : more.view.height * 0.7
        glide.to = more.view.atYEnd ? first : Math.min(last, more.view.contentY + rows)
        glide.restart()
    }

    Rectangle {
        objectName: "more-fade"
        parent: more.view.parent
        x: more.view.x
        y: more.view.y + more.view.height - height
        width: more.view.width
        height: Math.min(more.view.height / 3, Theme.px(72), more.cut)
        visible: more.visible && more.fades && more.cut > 0 && !more.view.atYEnd
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(more.ground, 0) }
            GradientStop { position: 0.75; color: more.ground }
        }
    }
    NumberAnimation {
        id: glide
        target: more.view
        property: "contentY"
        duration: Theme.motion
    }
}
