import QtQuick
import Layso.Look

// Back on one side, the number on the other, and room for one thing between.
Item {
    id: foot

    required property var kiosk
    default property alias between: middleItem.data
    readonly property int gap: Theme.px(20)
    readonly property bool filled: middleItem.visibleChildren.length > 0
    readonly property int middle: middleItem.width
    readonly property int backWidth: Math.max(back.implicitWidth, Math.round(width * (Theme.portrait ? 0.2 : 0.16)))

    // as high as it is with nothing between: pages judge by it whether something must be
    readonly property int bareHeight: Math.max(Theme.px(128), back.implicitHeight, take.implicitHeight)

    height: Math.max(bareHeight, filled ? middleItem.visibleChildren[0].implicitHeight : 0)

    TouchButton {
        id: back
        objectName: "back"
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.min(foot.backWidth, Math.round(foot.width * 0.26))
        iconName: "arrow-left"
        stacked: Theme.portrait
        letters: Theme.portrait ? Theme.sp(24) : Theme.body
        label: Words.say("kiosk.service.back")
        enabled: !foot.kiosk.busy
        onClicked: foot.kiosk.go_back()
    }
    Item {
        id: middleItem
        anchors.left: back.right
        anchors.leftMargin: foot.gap
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: foot.filled ? Math.round(foot.width * (Theme.portrait ? 0.32 : 0.28)) : 0
    }
    BigButton {
        id: take
        objectName: "take-number"
        anchors.left: middleItem.right
        anchors.leftMargin: foot.filled ? foot.gap : 0
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        oneLine: !Theme.portrait || foot.kiosk.busy
        iconName: foot.kiosk.busy ? "hourglass" : "ticket"
        label: Words.say(foot.kiosk.busy ? "kiosk.service.asking" : foot.kiosk.choiceModel.prior ? "kiosk.service.take_prior" : "kiosk.service.take")
        enabled: foot.kiosk.armed && !foot.kiosk.busy
        onClicked: foot.kiosk.take()
    }
}
