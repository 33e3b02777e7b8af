import QtQuick
import Layso.Look

// How many dossiers one person brings; one, unless told otherwise.
Rectangle {
    id: dossiers

    required property var choice
    readonly property bool beside: words.implicitWidth + stepper.width + Theme.px(80) <= width

    implicitHeight: beside ? stepper.height + Theme.px(40) : words.implicitHeight + stepper.height + Theme.px(56)
    height: implicitHeight
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line

    Prose {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(28)
        y: dossiers.beside ? (dossiers.height - height) / 2 : Theme.px(20)
        text: Words.say("kiosk.service.dossiers")
        font.pixelSize: Theme.sp(32)
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
    Row {
        id: stepper
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(20)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(20)
        spacing: Theme.px(10)

        TouchButton {
            objectName: "dossiers-minus"
            iconName: "minus"
            iconSize: Theme.px(48)
            enabled: dossiers.choice.count > 1
            onClicked: dossiers.choice.add_dossiers(-1)
        }
        Prose {
            objectName: "dossiers"
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.sp(84)
            horizontalAlignment: Text.AlignHCenter
            role: "title"
            text: dossiers.choice.count
        }
        TouchButton {
            objectName: "dossiers-plus"
            iconName: "plus"
            iconSize: Theme.px(48)
            onClicked: dossiers.choice.add_dossiers(1)
        }
    }
}
