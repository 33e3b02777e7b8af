import QtQuick
import Layso.Look

// Notices along the bottom: they stand still when they fit, else they pass by, or take turns
// where motion is reduced.
Rectangle {
    id: ticker

    required property var notices
    readonly property string line: notices.join("      •      ")
    readonly property bool fits: words.implicitWidth <= view.width
    property int turn: 0

    objectName: "ticker"
    color: Theme.ink

    onLineChanged: turn = 0

    Icon {
        id: sign
        anchors { left: parent.left; leftMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        name: "info"
        color: Theme.ground
        size: Theme.px(40)
    }
    Item {
        id: view
        anchors { left: sign.right; leftMargin: Theme.px(20); right: parent.right; rightMargin: Theme.px(28); top: parent.top; bottom: parent.bottom }
        clip: true

        Prose {
            id: words
            objectName: "ticker_words"
            visible: ticker.fits || Theme.motion > 0
            anchors.verticalCenter: parent.verticalCenter
            text: ticker.line
            color: Theme.ground
            font.pixelSize: Theme.px(34)
            wrapMode: Text.NoWrap

            NumberAnimation on x {
                running: !ticker.fits && Theme.motion > 0
                loops: Animation.Infinite
                from: view.width
                to: -words.implicitWidth
                duration: Math.round((view.width + words.implicitWidth) / Math.max(1, Theme.px(110)) * 1000)
                onRunningChanged: if (!running) words.x = 0
            }
        }
        Prose {
            visible: !words.visible
            anchors { fill: parent; topMargin: Theme.px(6); bottomMargin: Theme.px(6) }
            text: ticker.notices[ticker.turn % ticker.notices.length]
            color: Theme.ground
            font.pixelSize: Theme.px(34)
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(24)
            verticalAlignment: Text.AlignVCenter
            maximumLineCount: 2
            lineHeight: 0.9
            elide: Text.ElideRight
        }
    }
    Timer {
        interval: 8000
        repeat: true
        running: !words.visible && ticker.notices.length > 1
        onTriggered: ticker.turn += 1
    }
}
