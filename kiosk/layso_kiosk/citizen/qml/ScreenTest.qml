pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// Plain colours show dead points, then a field of cells shows where the glass feels nothing.
Rectangle {
    id: test

    property int step: 0
    property int touched: 0
    readonly property list<color> colours: ["black", "white", "red", "lime", "blue"]
    readonly property bool felt: step >= colours.length
    readonly property int across: Theme.portrait ? 6 : 10
    readonly property int down: Theme.portrait ? 10 : 6
    readonly property int remaining: across * down - touched
    signal ended

    objectName: "screen-test"
    color: felt ? "white" : colours[step]
    onVisibleChanged: {
        step = 0
        touched = 0
    }

    MouseArea {
        objectName: "screen-colours"
        anchors.fill: parent
        enabled: !test.felt
        onClicked: test.step += 1
    }
    Grid {
        anchors.fill: parent
        visible: test.felt
        columns: test.across

        Repeater {
            model: test.felt && test.visible ? test.across * test.down : 0
            Rectangle {
                id: cell
                required property int index
                property bool hit: false
                objectName: "cell-" + index
                width: test.width / test.across
                height: test.height / test.down
                color: hit ? "#0B5A34" : "white"
                border.width: 1
                border.color: "#474D59"

                MouseArea {
                    anchors.fill: parent
                    onPressed: {
                        if (!cell.hit) {
                            cell.hit = true
                            test.touched += 1
                        }
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: words.width + Theme.px(48)
        height: words.implicitHeight + Theme.px(28)
        radius: Theme.radius
        color: "white"
        border.width: 2
        border.color: "black"

        Prose {
            id: words
            objectName: "screen-said"
            anchors.centerIn: parent
            width: Math.min(implicitWidth, test.width - Theme.px(160))
            color: "black"
            horizontalAlignment: Text.AlignHCenter
            text: !test.felt ? Words.say("kiosk.admin.screen_colour") : test.remaining > 0 ? Words.say("kiosk.admin.screen_touch", { "n": test.remaining }) : Words.say("kiosk.admin.screen_good")
        }
    }
    TouchButton {
        objectName: "screen-end"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(40)
        visible: test.felt
        label: Words.say("kiosk.admin.screen_end")
        onClicked: test.ended()
    }
}
