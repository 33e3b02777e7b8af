pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// A card that stands for several bookings today: one touch chooses.
Item {
    id: page

    required property var kiosk
    readonly property var cards: kiosk.cardModel

    Column {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.px(6)

        Prose {
            objectName: "card-title"
            width: parent.width
            role: "title"
            text: page.cards.title
        }
        Prose {
            width: parent.width
            quiet: true
            text: Words.say("kiosk.card.hint")
        }
    }
    Flickable {
        id: scroll
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(24)
        anchors.bottom: back.top
        anchors.bottomMargin: Theme.px(20)
        contentHeight: list.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1

        Column {
            id: list
            width: scroll.width
            spacing: Theme.px(20)
            // all are seen at once where they can be
            readonly property int fair: (scroll.height + spacing) / Math.max(1, page.cards.bookings.length) - spacing

            Repeater {
                model: page.cards.bookings.length // counted: a list would end a press under way
                T.AbstractButton {
                    id: row
                    required property int index
                    readonly property var facts: page.cards.bookings[index] ?? ({})
                    objectName: "booking-" + index
                    width: list.width
                    implicitHeight: Math.max(Theme.touch, at.implicitHeight + Theme.px(16), named.implicitHeight + Theme.px(28), Math.min(Theme.px(168), list.fair))
                    focusPolicy: Qt.NoFocus
                    enabled: !page.cards.asking
                    Accessible.role: Accessible.Button
                    Accessible.name: [at.text, named.text].join(" ")
                    onClicked: page.cards.choose(facts["id"])

                    background: Rectangle {
                        radius: Theme.radius
                        color: row.down ? Theme.accentSoft : Theme.surface
                        border.width: row.down ? Theme.px(6) : Theme.hairline
                        border.color: row.down ? Theme.accent : Theme.line
                    }
                    contentItem: Item {
                        Icon {
                            id: sign
                            anchors.left: parent.left
                            anchors.leftMargin: Theme.px(36)
                            anchors.verticalCenter: parent.verticalCenter
                            name: row.facts["icon"] ?? "calendar-check"
                            size: Theme.px(80)
                            color: Theme.accent
                        }
                        Prose {
                            id: at
                            anchors.left: sign.right
                            anchors.leftMargin: Theme.px(36)
                            anchors.verticalCenter: parent.verticalCenter
                            text: row.facts["at"] ?? ""
                            width: Math.round(font.pixelSize * 3.1)
                            font.pixelSize: Theme.sp(64)
                            font.weight: Font.ExtraBold
                            font.features: { "tnum": 1 }
                            color: Theme.accent
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        Prose {
                            id: named
                            anchors.left: at.right
                            anchors.leftMargin: Theme.px(40)
                            anchors.right: onward.left
                            anchors.rightMargin: Theme.px(24)
                            anchors.verticalCenter: parent.verticalCenter
                            text: row.facts["service"] ?? ""
                            font.pixelSize: Theme.sp(38)
                            font.weight: Font.Bold
                            lineHeight: 1.02
                            Accessible.ignored: true
                        }
                        Icon {
                            id: onward
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.px(36)
                            anchors.verticalCenter: parent.verticalCenter
                            name: "chevron-right"
                            size: Theme.px(64)
                            color: Theme.ink
                        }
                    }
                }
            }
        }
    }
    TouchButton {
        id: back
        objectName: "back"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: Math.max(implicitWidth, Math.round(parent.width * 0.26))
        height: Math.max(implicitHeight, Theme.px(128))
        iconName: "arrow-left"
        label: Words.say("kiosk.service.back")
        enabled: !page.cards.asking
        onClicked: page.kiosk.go_home()
    }
    More {
        anchors.left: back.right
        anchors.leftMargin: Theme.px(20)
        anchors.right: parent.right
        anchors.top: back.top
        anchors.bottom: back.bottom
        view: scroll
    }
}
