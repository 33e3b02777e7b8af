pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A field and large keys: a booking's code, or an old number.
Item {
    id: page

    required property var kiosk
    readonly property var entry: kiosk.entryModel
    readonly property int keySpace: Theme.px(12)
    readonly property int lettersAcross: Theme.portrait ? 7 : 13

    Column {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.px(8)

        Prose {
            width: parent.width
            role: "title"
            text: page.entry.title
        }
        Prose {
            width: parent.width
            quiet: true
            // the refusal takes its place: what is wrong matters more than how it is done
            visible: page.entry.said === ""
            text: page.entry.hint
        }
        Prose {
            objectName: "web-away"
            width: parent.width
            visible: page.kiosk.name === "booking" && text !== ""
            font.pixelSize: Theme.sp(Theme.textSize > 125 ? 24 : 28)
            lineHeight: 1.02
            text: page.kiosk.homeModel.webAway
        }
        Rectangle {
            width: parent.width
            height: Theme.px(100)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.px(4)
            border.color: page.entry.said !== "" ? Theme.warn : Theme.ink

            Prose {
                objectName: "typed"
                anchors.fill: parent
                anchors.leftMargin: Theme.px(28)
                anchors.rightMargin: Theme.px(28)
                verticalAlignment: Text.AlignVCenter
                font.pixelSize: Theme.px(60)
                font.weight: Font.Bold
                font.features: { "tnum": 1 }
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(24)
                wrapMode: Text.NoWrap
                text: page.entry.typed
            }
        }
        Item {
            width: parent.width
            height: visible ? Math.max(problem.implicitHeight, way.height) : 0
            visible: problem.text !== ""

            Prose {
                id: problem
                objectName: "entry-problem"
                anchors.left: parent.left
                anchors.right: way.left
                anchors.rightMargin: way.visible ? Theme.px(20) : 0
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.warn
                font.weight: Font.Bold
                font.pixelSize: Theme.sp(30)
                lineHeight: 1.02
                text: page.entry.said
            }
            TouchButton {
                id: way
                objectName: "way-on"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: page.entry.wayOn["act"] !== undefined
                width: visible ? Math.min(implicitWidth, parent.width * 0.4) : 0
                tone: "accent"
                label: page.entry.wayOn["label"] ?? ""
                onClicked: page.kiosk.go_on(page.entry.wayOn["act"])
            }
        }
    }
    Column {
        id: keys
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(24)
        spacing: page.keySpace
        readonly property int rowCount: Math.ceil(page.entry.letters.length / page.lettersAcross) + (Theme.portrait ? 2 : 1)
        readonly property int room: foot.y - head.height - Theme.px(56)
        readonly property int keyHeight: Math.min(Theme.px(176), Math.max(Theme.px(64), (room - (rowCount - 1) * spacing) / rowCount))

        KeyBlock {
            width: parent.width
            signs: page.entry.digits
            across: Theme.portrait ? 5 : 10
            keyHeight: keys.keyHeight
            entry: page.entry
        }
        KeyBlock {
            width: parent.width
            signs: page.entry.letters
            across: Math.min(page.lettersAcross, page.entry.letters.length)
            keyHeight: keys.keyHeight
            entry: page.entry
        }
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(120), go.implicitHeight, back.implicitHeight)

        TouchButton {
            id: back
            objectName: "back"
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Theme.portrait ? Math.round(parent.width * 0.2) : Math.max(implicitWidth, Math.round(parent.width * 0.2))
            stacked: Theme.portrait
            letters: Theme.portrait ? Theme.sp(24) : Theme.body
            iconName: "arrow-left"
            label: Words.say("kiosk.service.back")
            onClicked: page.kiosk.go_home()
        }
        TouchButton {
            id: erase
            objectName: "delete"
            anchors.left: back.right
            anchors.leftMargin: Theme.px(20)
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Theme.portrait ? Math.round(parent.width * 0.2) : Math.max(implicitWidth, Math.round(parent.width * 0.16))
            stacked: Theme.portrait
            letters: back.letters
            iconName: "delete"
            label: Words.say("kiosk.entry.delete")
            onClicked: page.entry.delete()
        }
        BigButton {
            id: go
            objectName: "entry-go"
            anchors.left: erase.right
            anchors.leftMargin: Theme.px(20)
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            opacity: enabled ? 1 : 0.55
            iconName: "check"
            label: page.entry.go
            enabled: page.entry.ready
            onClicked: page.entry.submit()
        }
    }
}
