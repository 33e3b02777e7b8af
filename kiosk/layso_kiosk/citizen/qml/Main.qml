pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The window: bar above, one page below it, and what lies over every page.
Rectangle {
    id: main

    required property var kiosk
    required property var reader
    required property var wallClock

    color: Theme.ground
    LayoutMirroring.enabled: Words.rightToLeft
    LayoutMirroring.childrenInherit: true

    TopBar {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        kiosk: main.kiosk
        reader: main.reader
        wallClock: main.wallClock
    }
    Banner {
        id: banner
        objectName: "banner"
        anchors.top: bar.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        icon: main.kiosk.adminModel.rehearsing ? "clipboard-list" : "wifi-off"
        text: main.kiosk.homeModel.banner
    }
    Item {
        id: room
        anchors.top: banner.visible ? banner.bottom : bar.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.page
        anchors.topMargin: Theme.px(28)
        anchors.bottomMargin: Theme.px(36)

        Loader {
            id: shown
            anchors.fill: parent
            // a screen that is turned gets its page anew: upright it is laid out otherwise
            readonly property bool upright: Theme.portrait
            onUprightChanged: {
                active = false
                active = true
            }
            sourceComponent: {
                switch (main.kiosk.name) {
                case "search": return search
                case "service": return service
                case "who": return who
                case "card": return card
                case "phone": return phone
                case "number": return number
                case "admin": return admin
                case "booking":
                case "return": return entry
                case "notice": return notice
                default: return home
                }
            }
        }
    }

    Component {
        id: home
        HomePage { kiosk: main.kiosk }
    }
    Component {
        id: service
        ServicePage { kiosk: main.kiosk }
    }
    Component {
        id: search
        SearchPage { kiosk: main.kiosk }
    }
    Component {
        id: who
        WhoPage { kiosk: main.kiosk }
    }
    Component {
        id: card
        CardPage { kiosk: main.kiosk }
    }
    Component {
        id: phone
        PhonePage { kiosk: main.kiosk }
    }
    Component {
        id: number
        NumberPage { kiosk: main.kiosk }
    }
    Component {
        id: entry
        EntryPage { kiosk: main.kiosk }
    }
    Component {
        id: admin
        AdminPage { kiosk: main.kiosk }
    }
    Component {
        id: notice
        NoticePage {
            kiosk: main.kiosk
            about: main.kiosk.notice
            backShown: true
        }
    }

    Countdown {
        id: countdown
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: bar.bottom
        anchors.topMargin: Theme.px(28)
        width: Math.min(parent.width - 2 * Theme.page, Theme.px(1240))
        secondsLeft: main.kiosk.name === "home" ? 0 : main.kiosk.idleModel.left
    }

    Toast {
        id: toast
        objectName: "toast"
        // over the page's title, where nothing is to be touched; in the search beside the way back
        // beside a number it keeps off the code, which somebody may just be scanning
        readonly property int aside: main.kiosk.name === "number" && !Theme.portrait && main.kiosk.shownModel.qrModules > 0 ? Theme.px(520 + 48) : 0
        x: (parent.width - width + (Words.rightToLeft ? aside : -aside)) / 2
        anchors.top: banner.visible ? banner.bottom : bar.bottom
        anchors.topMargin: Theme.px(16)
        visible: opacity > 0 && !countdown.visible
        room: main.width - aside - 2 * (Theme.page + (main.kiosk.name !== "search" ? 0 : Theme.gap + (Theme.portrait ? Theme.touch : Theme.px(300))))
        letters: Theme.portrait ? Theme.label : Theme.body
        icon: "hand-helping"
        seconds: 8
        onEnded: main.kiosk.toast_over()
        readonly property string wanted: main.kiosk.toast
        onWantedChanged: wanted !== "" ? show(wanted) : hide()

        MouseArea {
            objectName: "toast-away"
            anchors.fill: parent
            onClicked: main.kiosk.toast_over()
        }
    }
}
