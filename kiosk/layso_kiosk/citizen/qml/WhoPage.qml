import QtQuick
import Layso.Look

// Who is there, as far as they want to say: a card, a group, the number of dossiers.
Item {
    id: page

    required property var kiosk
    readonly property var choice: kiosk.choiceModel
    readonly property bool narrow: Theme.portrait
    readonly property bool beside: !narrow && kiosk.offersScan
    // the room without a button that shows more: that button comes where this is too small
    readonly property int whole: height - foot.bareHeight - Theme.px(20) - scroll.y
    readonly property bool fits: body.height <= whole + 1

    Column {
        id: head
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.px(2)

        Prose {
            objectName: "who-title"
            width: parent.width
            role: "title"
            lineHeight: 1.0
            text: Words.say("kiosk.who.title")
        }
        Prose {
            width: parent.width
            quiet: true
            text: Words.say("kiosk.who.hint")
        }
    }
    Flickable {
        id: scroll
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(20)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(20) + (upright.visible ? upright.height + Theme.px(16) : 0)
        contentHeight: body.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1

        Grid {
            id: body
            width: scroll.width
            columns: page.beside ? 2 : 1
            spacing: Theme.px(24)
            layoutDirection: Words.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
            readonly property int leftWidth: page.beside ? Math.round(width * 0.38) : width
            readonly property int rightWidth: page.beside ? width - leftWidth - spacing : width

            Column {
                id: near
                width: body.leftWidth
                spacing: Theme.px(24)

                ScanCard {
                    visible: page.kiosk.offersScan
                    width: parent.width
                    minHeight: page.beside ? page.whole - dossiers.height - near.spacing - phone.room : 0
                    compact: page.beside && phone.visible
                    reception: page.kiosk.receptionModel
                }
                Dossiers {
                    id: dossiers
                    width: parent.width
                    choice: page.choice
                }
                PhoneCard {
                    id: phone
                    readonly property int room: visible ? height + near.spacing : 0
                    visible: page.kiosk.phoneModel.isOffered
                    width: parent.width
                    kiosk: page.kiosk
                }
            }
            Groups {
                width: body.rightWidth
                minHeight: page.beside ? page.whole : page.narrow ? 0 : page.whole - near.height - body.spacing
                choice: page.choice
                across: page.beside || page.narrow || Theme.textSize > 125 ? 0 : 5
            }
        }
    }
    More {
        id: upright
        objectName: "more-upright"
        visible: page.narrow && !page.fits
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(20)
        view: scroll
    }
    Foot {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        kiosk: page.kiosk

        More {
            visible: !page.narrow && !page.fits
            width: foot.middle
            height: foot.height
            view: scroll
        }
    }
}
