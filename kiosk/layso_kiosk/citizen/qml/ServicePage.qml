pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// What to bring on one side, the choice on the other, and the one large button.
Item {
    id: page

    required property var kiosk
    readonly property var choice: kiosk.choiceModel
    readonly property bool narrow: Theme.portrait

    ServiceHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        choice: page.choice
    }
    Flickable {
        id: scroll
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(22)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(22)
        contentHeight: body.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1

        Grid {
            id: body
            width: scroll.width
            columns: page.narrow ? 1 : 2
            spacing: Theme.px(28)
            readonly property int leftWidth: page.narrow ? width : Math.round(width * 0.36)
            readonly property int rightWidth: page.narrow ? width : width - leftWidth - spacing

            Column {
                id: near
                width: body.leftWidth
                spacing: Theme.px(28)

                Bring {
                    width: parent.width
                    minHeight: page.narrow ? 0 : scroll.height - dossiers.height - near.spacing
                    documents: page.choice.documents
                }
                Dossiers {
                    id: dossiers
                    width: parent.width
                    choice: page.choice
                }
            }
            Groups {
                width: body.rightWidth
                minHeight: page.narrow ? 0 : scroll.height
                choice: page.choice
            }
        }
    }
    More {
        view: scroll
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(128), back.implicitHeight, take.implicitHeight)

        TouchButton {
            id: back
            objectName: "back"
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Math.max(implicitWidth, Math.round(parent.width * (page.narrow ? 0.3 : 0.2)))
            iconName: "arrow-left"
            label: Words.say("kiosk.service.back")
            enabled: !page.kiosk.busy
            onClicked: page.kiosk.go_home()
        }
        BigButton {
            id: take
            objectName: "take-number"
            anchors.left: back.right
            anchors.leftMargin: Theme.px(28)
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            iconName: page.kiosk.busy ? "hourglass" : "ticket"
            label: Words.say(page.kiosk.busy ? "kiosk.service.asking" : page.choice.prior ? "kiosk.service.take_prior" : "kiosk.service.take")
            enabled: page.kiosk.armed && !page.kiosk.busy
            onClicked: page.kiosk.take()
        }
    }
}
