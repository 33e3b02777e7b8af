import QtQuick
import QtQuick.Layouts
import Layso.Look

// The word to read, how loud it is heard, and what to do next.
Card {
    id: reading

    required property var model

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap
        Prose {
            role: "body"
            quiet: true
            text: reading.model.foreign !== "" ? Words.say("voice.wizard.read_in", { language: reading.model.foreign }) : Words.say("voice.wizard.read_aloud")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Fitted {
            objectName: "words"
            text: reading.model.words
            letters: Theme.sp(180)
            color: reading.model.recording ? Theme.accent : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Theme.px(720)
            implicitHeight: Theme.px(28)
            radius: height / 2
            color: Theme.ground
            border.width: Theme.hairline
            border.color: Theme.line
            Rectangle {
                objectName: "level"
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.px(4)
                height: parent.height - Theme.px(8)
                radius: height / 2
                width: Math.max(height, (parent.width - Theme.px(8)) * reading.model.level)
                visible: reading.model.recording
                color: reading.model.level > 0.95 ? Theme.warn : Theme.good
            }
        }
        Prose {
            objectName: "advice"
            role: "body"
            text: reading.model.advice
            color: reading.model.good ? Theme.good : reading.model.recording ? Theme.accent : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
