pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// Who is at the counter: number, running time, service, and a priority claim to confirm.
Item {
    id: current

    required property var shown
    required property var confirm
    required property var reject
    property bool slim: false
    readonly property bool somebody: shown.number !== ""
    readonly property bool calling: shown.number_state === "called"

    clip: true
    objectName: "current"
    Accessible.role: Accessible.StaticText
    Accessible.name: shown.spoken

    RowLayout {
        anchors.fill: parent
        visible: current.somebody
        spacing: Theme.sp(12)

        Prose {
            objectName: "current-number"
            visible: !current.slim
            text: current.shown.number
            font.pixelSize: Theme.sp(44)
            font.weight: Font.ExtraBold
            font.features: { "tnum": 1 }
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        ColumnLayout {
            id: words
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            spacing: current.slim ? Theme.sp(1) : 0

            RowLayout {
                spacing: Theme.sp(8)

                Prose {
                    objectName: "current-number"
                    visible: current.slim
                    text: current.shown.number
                    font.pixelSize: Theme.sp(32)
                    font.weight: Font.ExtraBold
                    font.features: { "tnum": 1 }
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Prose {
                    objectName: "timer"
                    text: current.shown.timer
                    font.pixelSize: Theme.sp(18)
                    font.weight: Font.Bold
                    font.features: { "tnum": 1 }
                    wrapMode: Text.NoWrap
                    Accessible.name: Words.say("counter.accessible.timer", { time: text })
                }
                Icon {
                    name: current.calling ? "megaphone" : "user"
                    color: current.calling ? Theme.warn : Theme.good
                    size: Theme.sp(16)
                }
                Prose {
                    objectName: "current-state"
                    Layout.fillWidth: true
                    text: current.slim ? "" : current.shown.number_state_text
                    color: current.calling ? Theme.warn : Theme.good
                    font.pixelSize: Theme.sp(14)
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            Prose {
                objectName: "current-service"
                Layout.fillWidth: true
                visible: !(current.slim && current.shown.claim !== "")
                text: current.shown.service
                quiet: true
                font.pixelSize: Theme.sp(13)
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            ClaimRow {
                visible: current.shown.claim !== ""
                shown: current.shown
                confirm: current.confirm
                reject: current.reject
                room: words.width
                brief: current.slim
                Layout.minimumWidth: 0
            }
        }
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !current.somebody
        spacing: Theme.sp(2)

        Prose {
            objectName: "nobody"
            Layout.fillWidth: true
            text: Words.say("counter.bar.none")
            font.pixelSize: Theme.sp(current.slim ? 17 : 20)
            font.weight: Font.Bold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Prose {
            objectName: "hint"
            Layout.fillWidth: true
            text: current.shown.hint
            quiet: true
            font.pixelSize: Theme.sp(13)
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
