pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The procedures on one side, what to bring on the other, and the one large button.
Item {
    id: page

    required property var kiosk
    readonly property var choice: kiosk.choiceModel
    readonly property var browse: choice.browser
    readonly property bool narrow: Theme.portrait
    readonly property bool listed: browse.rows.length > 0
    readonly property int gap: Theme.px(24)

    ServiceHead {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        choice: page.choice
    }
    Item {
        id: body
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(20)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(20)

        Procedures {
            id: procedures
            visible: page.listed
            anchors.left: parent.left
            anchors.top: parent.top
            width: page.narrow ? parent.width : Math.round((parent.width - page.gap) * 0.5)
            height: page.narrow ? Math.round((parent.height - page.gap) * 0.5) : parent.height
            browse: page.browse
        }
        Rectangle {
            id: papers
            anchors.right: parent.right
            anchors.left: page.narrow || !page.listed ? parent.left : procedures.right
            anchors.leftMargin: page.narrow || !page.listed ? 0 : page.gap
            anchors.top: page.narrow && page.listed ? procedures.bottom : parent.top
            anchors.topMargin: page.narrow && page.listed ? page.gap : 0
            anchors.bottom: parent.bottom
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line

            Flickable {
                id: scroll
                objectName: "papers"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: Theme.hairline
                anchors.bottom: more.visible ? more.top : parent.bottom
                anchors.bottomMargin: more.visible ? more.anchors.bottomMargin : 0
                contentHeight: bring.height
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height + 1

                Bring {
                    id: bring
                    width: scroll.width
                    minHeight: scroll.height
                    crowded: more.visible
                    browse: page.browse
                }
            }
            More {
                id: more
                objectName: "more-papers"
                view: scroll
                ground: Theme.surface
                // below the papers, not over them: a code under it could not be scanned
                contentFits: bring.needed <= papers.height - scroll.y
                anchors.bottom: papers.bottom
                anchors.bottomMargin: Theme.px(14)
                anchors.horizontalCenter: papers.horizontalCenter
                width: papers.width - Theme.px(48)
                height: Math.max(Theme.px(84), implicitHeight)
            }
        }
    }
    Foot {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        kiosk: page.kiosk

        TouchButton {
            objectName: "who"
            width: foot.middle
            height: foot.height
            iconName: page.kiosk.offersScan ? "id-card" : "heart-handshake"
            letters: Theme.sp(Theme.portrait ? 24 : 28)
            label: Words.say(page.kiosk.offersScan ? "kiosk.service.who_scan" : "kiosk.service.who")
            enabled: !page.kiosk.busy
            onClicked: page.kiosk.say_who()
        }
    }
}
