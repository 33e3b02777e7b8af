import QtQuick
import QtQuick.Templates as T
import Layso.Look

// The number, as large as the screen allows; a touch anywhere ends it.
T.AbstractButton {
    id: page

    required property var kiosk
    readonly property var shown: kiosk.shownModel

    objectName: "number-page"
    focusPolicy: Qt.NoFocus
    onClicked: kiosk.go_home()
    contentItem: Item {}

    Item {
        id: side
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: Theme.portrait ? undefined : foot.top
        anchors.bottomMargin: Theme.px(28)
        width: Theme.portrait ? parent.width : parent.width - (follow.visible ? follow.width + Theme.px(48) : 0)
        height: Theme.portrait ? words.implicitHeight : undefined

        Column {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: Theme.portrait ? undefined : parent.verticalCenter
            spacing: Theme.px(10)
            // what stands around the number takes its room first: the number has the rest
            readonly property int rest: [caption, service, ahead, places, remark].reduce((sum, one) => sum + (one.visible ? one.implicitHeight + spacing : 0), 0)
            // upright the code below has its least room first
            readonly property int room: Theme.portrait ? foot.y - Theme.px(48 + 24 + 200) - (follow.visible ? follow.saidHeight : 0) : side.height
            // digits have no letters below the line: four fifths of a line are all they need
            readonly property real line: 0.8
            readonly property int plain: Theme.sp(Theme.textSize > 125 ? 30 : 36)
            readonly property int placing: Theme.portrait || !follow.visible ? Text.AlignHCenter : Text.AlignLeft

            Prose {
                id: caption
                width: parent.width
                horizontalAlignment: words.placing
                text: Words.say("kiosk.number.title")
                font.pixelSize: words.plain
                quiet: true
            }
            Prose {
                objectName: "number"
                width: parent.width
                horizontalAlignment: words.placing
                text: page.shown.number
                color: Theme.accent
                font.pixelSize: Math.max(Theme.px(110), Math.min(Theme.px(420), (words.room - words.rest) / words.line))
                font.weight: Font.ExtraBold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(96)
                height: Math.round(font.pixelSize * words.line)
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
            }
            Prose {
                id: service
                width: parent.width
                horizontalAlignment: words.placing
                role: "title"
                font.pixelSize: Math.min(Theme.title, Theme.px(56))
                lineHeight: 1.0
                text: page.shown.service
            }
            Prose {
                id: ahead
                objectName: "ahead"
                width: parent.width
                horizontalAlignment: words.placing
                visible: text !== ""
                font.pixelSize: words.plain
                text: [page.shown.ahead, page.shown.wait].filter(word => word).join(" · ")
            }
            Prose {
                id: places
                width: parent.width
                horizontalAlignment: words.placing
                visible: text !== ""
                font.pixelSize: words.plain
                text: [page.shown.counters, page.shown.priority].filter(word => word).join(" · ")
            }
            Prose {
                id: remark
                objectName: "remark"
                width: parent.width
                horizontalAlignment: words.placing
                visible: text !== ""
                color: Theme.warn
                font.weight: Font.Bold
                font.pixelSize: Theme.sp(Theme.textSize > 125 ? 28 : 32)
                text: page.shown.remark
            }
        }
    }
    FollowCode {
        id: follow
        anchors.right: Theme.portrait ? undefined : parent.right
        anchors.horizontalCenter: Theme.portrait ? parent.horizontalCenter : undefined
        anchors.verticalCenter: Theme.portrait ? undefined : side.verticalCenter
        anchors.top: Theme.portrait ? side.bottom : undefined
        anchors.topMargin: Theme.px(48)
        visible: page.shown.qrModules > 0
        source: page.shown.qr
        modules: page.shown.qrModules
        said: page.shown.follow
        room: Theme.portrait ? Math.max(Theme.px(200), Math.min(Theme.px(440), foot.y - side.height - follow.saidHeight - Theme.px(48 + 24))) : Math.min(Theme.px(480), side.height - follow.saidHeight)
    }
    PaperLine {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        kiosk: page.kiosk
    }
}
