pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// What to bring; the identity card always comes first.
Rectangle {
    id: bring

    property list<string> documents: []
    property int minHeight: 0

    implicitHeight: Math.max(minHeight, list.implicitHeight + Theme.px(56))
    height: implicitHeight
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line

    Column {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.px(28)
        spacing: Theme.px(18)

        Prose {
            width: parent.width
            text: Words.say("kiosk.service.bring")
            font.pixelSize: Theme.sp(32)
            font.weight: Font.Bold
        }
        Repeater {
            model: [Words.say("kiosk.service.bring_id"), ...bring.documents]
            Row {
                id: line
                required property string modelData
                width: list.width
                spacing: Theme.px(14)

                Icon {
                    name: "check"
                    color: Theme.good
                    size: Math.round(Theme.body * 1.15)
                }
                Prose {
                    width: line.width - Math.round(Theme.body * 1.15) - line.spacing
                    text: line.modelData
                }
            }
        }
    }
}
