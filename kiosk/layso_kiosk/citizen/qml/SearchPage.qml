pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// A line, what it finds, and the keyboard that writes it.
Item {
    id: page

    required property var kiosk
    readonly property var search: kiosk.searchModel
    readonly property var found: search.found

    TouchButton {
        id: back
        objectName: "back"
        anchors.left: parent.left
        height: line.height
        iconName: "arrow-left"
        label: Theme.portrait ? "" : Words.say("kiosk.service.back")
        Accessible.name: Words.say("kiosk.service.back")
        onClicked: page.kiosk.go_home()
    }
    Rectangle {
        id: line
        anchors.left: back.right
        anchors.leftMargin: Theme.px(16)
        anchors.right: parent.right
        height: Theme.touch
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.px(4)
        border.color: Theme.ink

        Icon {
            id: glass
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            size: Theme.px(48)
            color: Theme.quiet
        }
        Prose {
            objectName: "search-typed"
            anchors.left: glass.right
            anchors.leftMargin: Theme.px(20)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            readonly property bool empty: page.search.keys.typed === ""
            text: empty ? Words.say("kiosk.search.title") : page.search.keys.typed
            quiet: empty
            font.pixelSize: Theme.px(44)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(24)
            wrapMode: Text.NoWrap
        }
    }
    Prose {
        objectName: "search-said"
        anchors.centerIn: rows
        width: rows.width * 0.8
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        quiet: true
        font.pixelSize: Theme.sp(32)
        text: page.search.said
    }
    GridView {
        id: rows
        objectName: "found"
        anchors.top: line.bottom
        anchors.topMargin: Theme.px(16)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: more.visible ? more.width + Theme.px(4) : 0
        anchors.bottom: keys.top
        anchors.bottomMargin: Theme.px(16)
        clip: true
        // Rows out of sight would be made later, a few a frame, and be missed when the page has gone.
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        readonly property int across: Theme.portrait || Theme.textSize > 125 ? 1 : 2
        cellWidth: Math.floor(width / across)
        // the longest names have two lines, three where the letters are large and the screen is narrow
        readonly property int lines: Theme.portrait && Theme.textSize > 100 ? 3 : 2
        cellHeight: Math.max(Theme.px(104), Theme.sp(26 * 1.25 * lines + 24 * 1.25) + Theme.px(30))
        model: page.found.length
        delegate: Item {
            id: cell
            required property int index
            width: rows.cellWidth
            height: rows.cellHeight

            ProcedureRow {
                anchors.fill: parent
                anchors.rightMargin: Theme.px(12)
                anchors.bottomMargin: Theme.px(12)
                objectName: "found-" + (facts["code"] ?? "")
                facts: page.found[cell.index] ?? {}
                withGroup: true
                onClicked: page.kiosk.pick(facts["code"])
            }
        }
        onCountChanged: positionViewAtBeginning()
    }
    More {
        id: more
        objectName: "more-found"
        anchors.top: rows.top
        anchors.bottom: rows.bottom
        anchors.bottomMargin: Theme.px(12)
        anchors.right: parent.right
        width: Math.max(Theme.touch, Theme.px(112))
        view: rows
        bare: true
        step: rows.cellHeight
        fades: true
        contentFits: Math.ceil(rows.count / rows.across) * rows.cellHeight <= rows.height + 1
    }
    Keyboard {
        id: keys
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        board: page.search.keys
    }
}
