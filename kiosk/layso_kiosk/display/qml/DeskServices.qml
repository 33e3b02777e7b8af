pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// What the counter is for, each name whole; more than can be read at once take turns.
Item {
    id: services

    required property var names
    property bool centred: false
    property int letters: Theme.px(46)
    property color color: Theme.ink
    readonly property int least: Theme.px(20)
    readonly property var pages: share(height)
    property int turn: 0
    readonly property var shown: pages.length > 0 ? pages[Math.min(turn, pages.length - 1)] : []

    function written(name: string): string {
        return services.names.length > 1 ? "• " + name : name
    }

    function share(height: real): var {
        const found = []
        let used = 0
        for (let index = 0; index < all.count; index++) {
            const name = all.itemAt(index) as Prose
            if (!name)
                continue
            used += name.implicitHeight
            if (found.length === 0 || used > height) {
                found.push([])
                used = name.implicitHeight
            }
            found[found.length - 1].push(name.text)
        }
        return found
    }

    Timer {
        interval: 8000
        repeat: true
        running: services.pages.length > 1
        onTriggered: services.turn = (services.turn + 1) % services.pages.length
    }
    // how high each is in the smallest letters that are used
    Repeater {
        id: all
        model: services.names

        Prose {
            required property string modelData
            visible: false
            width: services.width
            text: services.written(modelData)
            font.pixelSize: services.least
            font.weight: Font.DemiBold
        }
    }
    Whole {
        objectName: "desk_services"
        anchors.fill: parent
        text: services.shown.join("\n")
        color: services.color
        letters: services.letters
        least: services.least
        font.weight: Font.DemiBold
        horizontalAlignment: services.centred && services.names.length < 2 ? Text.AlignHCenter : Text.AlignLeft
        verticalAlignment: services.centred ? Text.AlignVCenter : Text.AlignTop
        lineHeight: 1
    }
}
