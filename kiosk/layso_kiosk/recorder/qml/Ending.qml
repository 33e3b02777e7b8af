import QtQuick
import QtQuick.Layouts
import Layso.Look

// After the last word: what is done, where it is, what is missing.
Card {
    id: ending

    required property var model

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.gap
        Icon {
            Layout.alignment: Qt.AlignHCenter
            visible: ending.model.done === ending.model.total
            name: "circle-check"
            color: Theme.good
            size: Theme.px(160)
        }
        Prose {
            objectName: "finished"
            role: "heading"
            text: Words.say(ending.model.done < ending.model.total ? "voice.wizard.at_the_end" : "voice.wizard.finished")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Prose {
            visible: ending.model.done > 0
            text: Words.say("voice.wizard.finished_how", { folder: ending.model.folder })
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Layout.fillWidth: true
        }
        Prose {
            quiet: true
            visible: ending.model.done < ending.model.total
            text: Words.say("voice.wizard.missing", { n: ending.model.total - ending.model.done })
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
