import QtQuick
import Layso.Look

// A phone number on large digits, what it is for, and a way past it.
Item {
    id: page

    required property var kiosk
    readonly property var phone: kiosk.phoneModel
    readonly property bool narrow: Theme.portrait
    readonly property int gap: Theme.px(16)

    Column {
        id: words
        anchors.left: parent.left
        width: page.narrow ? parent.width : Math.round(parent.width * 0.48)
        spacing: Theme.px(20)

        Prose {
            objectName: "phone-title"
            width: parent.width
            role: "title"
            lineHeight: 1.02
            text: Words.say("kiosk.phone.title")
        }
        Prose {
            objectName: "phone-why"
            width: parent.width
            text: Words.say("kiosk.phone.why")
            // what is wrong takes its place where the letters are large: it has been read by then
            visible: page.narrow || Theme.textSize <= 100 || page.phone.wrong === ""
            font.pixelSize: Theme.sp(30)
        }
        Column {
            width: parent.width
            spacing: Theme.px(8)

            Prose {
                width: parent.width
                text: Words.say("kiosk.phone.field")
                role: "label"
                font.weight: Font.Bold
            }
            Rectangle {
                width: parent.width
                height: Theme.px(116)
                radius: Theme.radius
                color: Theme.surface
                border.width: Theme.px(4)
                border.color: page.phone.wrong !== "" ? Theme.warn : Theme.ink

                Prose {
                    objectName: "phone-typed"
                    anchors.fill: parent
                    anchors.leftMargin: Theme.px(28)
                    anchors.rightMargin: Theme.px(28)
                    verticalAlignment: Text.AlignVCenter
                    font.pixelSize: Theme.px(68)
                    font.weight: Font.Bold
                    font.features: { "tnum": 1 }
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.px(32)
                    wrapMode: Text.NoWrap
                    text: page.phone.typed
                }
            }
            Prose {
                objectName: "phone-wrong"
                width: parent.width
                visible: text !== ""
                color: Theme.warn
                font.weight: Font.Bold
                font.pixelSize: Theme.sp(30)
                lineHeight: 1.02
                text: page.phone.wrong
            }
        }
    }
    Item {
        id: keys
        anchors.right: parent.right
        anchors.left: page.narrow ? parent.left : words.right
        anchors.leftMargin: page.narrow ? 0 : Theme.px(56)
        anchors.top: page.narrow ? words.bottom : parent.top
        anchors.topMargin: page.narrow ? Theme.px(28) : 0
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(24)
        readonly property int keyHeight: Math.min(Theme.px(page.narrow ? 200 : 176), (height - 3 * Theme.px(12)) / 4)

        KeyBlock {
            id: block
            width: parent.width
            signs: page.phone.keys
            across: 3
            keyHeight: keys.keyHeight
            entry: page.phone
        }
        Item {
            anchors.top: block.bottom
            anchors.topMargin: Theme.px(12)
            width: parent.width
            height: keys.keyHeight
            readonly property real each: (width - 2 * Theme.px(12)) / 3

            TouchButton {
                objectName: "phone-delete"
                x: 2 * (parent.each + Theme.px(12))
                width: parent.each
                height: parent.height
                iconName: "delete"
                iconSize: Theme.px(56)
                Accessible.name: Words.say("kiosk.entry.delete")
                enabled: page.phone.ready
                onClicked: page.phone.delete()
            }
            TouchButton {
                objectName: "key-0"
                x: parent.each + Theme.px(12)
                width: parent.each
                height: parent.height
                letters: Theme.px(44)
                label: "0"
                focusPolicy: Qt.NoFocus
                onClicked: page.phone.press("0")
            }
        }
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(128), use.implicitHeight, skip.implicitHeight)

        TouchButton {
            id: skip
            objectName: "phone-skip"
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Math.max(implicitWidth, Math.round(parent.width * 0.26))
            iconName: "arrow-left"
            label: Words.say("kiosk.phone.skip")
            onClicked: page.kiosk.leave_phone()
        }
        BigButton {
            id: use
            objectName: "phone-use"
            anchors.left: skip.right
            anchors.leftMargin: Theme.px(20)
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            opacity: enabled ? 1 : 0.55
            iconName: "check"
            label: Words.say("kiosk.phone.use")
            enabled: page.phone.ready
            onClicked: page.kiosk.keep_phone()
        }
    }
}
