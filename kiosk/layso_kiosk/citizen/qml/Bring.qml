pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Layso.Look

// What to bring, each to be ticked by who has it; and, where it could be done at home, how.
Item {
    id: bring

    required property var browse
    property int minHeight: 0
    property bool crowded: false
    readonly property var papers: browse.papers
    readonly property var lines: papers.lines

    readonly property int needed: list.implicitHeight + 2 * Theme.px(20)

    implicitHeight: Math.max(minHeight, needed)
    height: implicitHeight

    Column {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(24)
        anchors.topMargin: Theme.px(20)
        spacing: Theme.px(8)

        Prose {
            objectName: "bring-title"
            width: parent.width
            text: bring.browse.chosen !== "" ? bring.browse.chosen : Words.say("kiosk.service.bring")
            font.pixelSize: Theme.sp(30)
            font.weight: Font.Bold
            lineHeight: 1.02
        }
        Prose {
            objectName: "bring-hint"
            width: parent.width
            role: "label"
            quiet: !bring.papers.whole
            color: bring.papers.whole ? Theme.good : Theme.quiet
            text: Words.say(bring.papers.whole ? "kiosk.service.bring_whole" : "kiosk.service.bring_hint")
        }
        Online {
            // where not all can be seen at once the way that may be spared comes first
            objectName: "online-first"
            width: parent.width
            visible: bring.crowded && bring.browse.qrModules > 0
            browse: bring.browse
        }
        Repeater {
            model: bring.lines.length // counted: a list would end a touch under way
            T.AbstractButton {
                id: line
                required property int index
                readonly property var facts: bring.lines[index] ?? {}
                readonly property bool ticked: facts["ticked"] === true

                objectName: "paper-" + index
                width: list.width
                implicitHeight: Math.max(Theme.px(81), words.implicitHeight + Theme.px(20))
                focusPolicy: Qt.NoFocus
                Accessible.role: Accessible.CheckBox
                Accessible.name: words.text
                Accessible.checked: ticked
                onClicked: bring.papers.tick(index)

                background: Rectangle {
                    radius: Theme.px(12)
                    color: line.down ? Theme.accentSoft : line.ticked ? Theme.goodSoft : Theme.ground
                    border.width: Theme.hairline
                    border.color: line.ticked ? Theme.good : Theme.line
                }
                contentItem: Item {
                    Rectangle {
                        id: box
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.px(16)
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.px(44)
                        height: width
                        radius: Theme.px(8)
                        color: line.ticked ? Theme.good : Theme.surface
                        border.width: Theme.px(3)
                        border.color: line.ticked ? Theme.good : Theme.quiet

                        Icon {
                            anchors.centerIn: parent
                            visible: line.ticked
                            name: "check"
                            size: Theme.px(34)
                            color: Theme.goodSoft
                        }
                    }
                    Prose {
                        id: words
                        anchors.left: box.right
                        anchors.leftMargin: Theme.px(16)
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(12)
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.facts["text"] ?? ""
                        font.pixelSize: Theme.sp(26)
                        lineHeight: 1.02
                        Accessible.ignored: true
                    }
                }
            }
        }
        Online {
            width: parent.width
            visible: !bring.crowded && bring.browse.qrModules > 0
            browse: bring.browse
        }
    }
    // before a procedure is chosen the list is short: what fills it stands where it will come
    Column {
        id: hint
        anchors.left: list.left
        anchors.right: list.right
        readonly property real start: list.y + list.implicitHeight
        y: start + (bring.height - start - height) / 2
        readonly property real room: bring.minHeight - start - more.implicitHeight - Theme.px(40)
        visible: bring.browse.chosen === "" && room >= 0
        spacing: Theme.px(16)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: hint.room >= Theme.px(140)
            width: Theme.px(112)
            height: width
            radius: width / 2
            color: Theme.accentSoft
            border.width: Theme.name === "contrast" ? Theme.hairline : 0
            border.color: Theme.line

            Icon {
                anchors.centerIn: parent
                name: bring.browse.rows.length > 0 ? "clipboard-list" : "ticket"
                size: Theme.px(64)
                color: Theme.accent
            }
        }
        Prose {
            id: more
            objectName: "bring-more"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            quiet: true
            text: Words.say(bring.browse.rows.length > 0 ? "kiosk.service.pick_papers" : "kiosk.service.plain")
        }
    }
}
