pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// The panel: three columns on a wide bar, one at a time on a compact one.
FocusScope {
    id: area

    required property var panel
    required property var visit
    required property var buttons
    required property var signIn
    required property var place
    required property var outside
    property bool slim: false
    property int tab: 1

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(14)
        anchors.rightMargin: Theme.sp(14)
        anchors.topMargin: Theme.sp(10)
        anchors.bottomMargin: Theme.sp(8)
        spacing: Theme.sp(10)

        Flow {
            Layout.fillWidth: true
            visible: area.slim
            spacing: Theme.sp(6)

            Repeater {
                model: area.slim && area.panel.open ? ["recall", "start", "finish", "no-show", "park", "transfer", "undo", "pause", "help", "walk-up", "close-service"] : []

                ActKey {
                    required property string modelData
                    act: area.buttons.of(modelData)
                    name: modelData + "-in-panel"
                }
            }
        }
        RowLayout {
            visible: area.slim
            spacing: Theme.sp(6)

            Repeater {
                model: area.slim ? ["current", "line", "aside"] : []

                DeskButton {
                    required property string modelData
                    required property int index
                    objectName: "tab-" + modelData
                    label: Words.say("counter.panel." + modelData)
                    strong: area.tab === index
                    Accessible.role: Accessible.PageTab
                    Accessible.selected: area.tab === index
                    onClicked: area.tab = index
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.sp(12)

            PanelCard {
                visible: !area.slim || area.tab === 0
                // the person at the counter and the line share what is left beside who was set aside
                Layout.preferredWidth: area.slim ? -1 : Math.max(Theme.sp(340), Math.min(area.width * 0.265, Theme.sp(460)))
                Layout.fillWidth: area.slim
                Layout.fillHeight: true
                title: area.slim ? "" : Words.say("counter.panel.current")
                corner: area.slim || !reprint.possible ? null : again

                readonly property var reprint: area.buttons.of("reprint")
                Component {
                    id: again

                    ActKey {
                        act: area.buttons.of("reprint")
                        withIcon: true
                    }
                }
                CurrentCard {
                    id: current
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    room: parent.height
                    panel: area.panel
                    visit: area.visit
                    reprint: area.buttons.of("reprint")
                    withReprint: area.slim
                }
            }
            PanelCard {
                visible: !area.slim || area.tab === 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                title: area.slim ? "" : Words.say("counter.panel.line")
                note: Words.say("counter.panel.sort_note")
                corner: area.slim ? null : walkUp

                Component {
                    id: walkUp

                    ActKey {
                        act: area.buttons.of("walk-up")
                        withIcon: true
                    }
                }
                TicketList {
                    objectName: "line-list"
                    anchors.fill: parent
                    model: area.panel.lineRows
                    Accessible.name: Words.say("counter.panel.line")
                    onAct: row => area.panel.pick(row.id, row.number)
                    onPrintAgain: row => area.panel.print_again(row.id)
                    ticket: Component {
                        LineTicket {
                            onPicked: row => area.panel.pick(row.id, row.number)
                            onPrinted: row => area.panel.print_again(row.id)
                        }
                    }
                }
            }
            PanelCard {
                visible: !area.slim || area.tab === 2
                Layout.preferredWidth: area.slim ? -1 : Theme.sp(336)
                Layout.fillWidth: area.slim
                Layout.fillHeight: true
                title: area.slim ? "" : Words.say("counter.panel.aside")

                TicketList {
                    id: aside
                    objectName: "aside-list"
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.bottom: recent.top
                    anchors.bottomMargin: Theme.sp(6)
                    model: area.panel.asideRows
                    Accessible.name: Words.say("counter.panel.aside")
                    onAct: row => area.panel.bring_back(row.act, row.id, row.number)
                    ticket: Component {
                        AsideTicket {
                            onBroughtBack: row => area.panel.bring_back(row.act, row.id, row.number)
                        }
                    }
                }
                RecentList {
                    id: recent
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    rows: area.panel.recentRows
                }
            }
        }
        PanelFoot {
            Layout.fillWidth: true
            slim: area.slim
            closing: area.buttons.of("close-service")
            signIn: area.signIn
            place: area.place
            hint: area.outside.hint
        }
    }
}
