import QtQuick
import QtQuick.Layouts
import Layso.Look

// Back to the word before, on to the next, and where among all of them one is.
RowLayout {
    id: place

    required property var model

    TouchButton {
        objectName: "back"
        tone: "quiet"
        iconName: "arrow-left"
        label: Words.say("voice.wizard.back")
        enabled: place.model.place > 1
        onClicked: place.model.back()
    }
    Item { Layout.fillWidth: true }
    Prose {
        role: "label"
        quiet: true
        visible: !place.model.finished
        text: Words.say("voice.wizard.place", { n: place.model.place, total: place.model.total })
    }
    Item { Layout.fillWidth: true }
    TouchButton {
        objectName: "skip"
        tone: "quiet"
        iconName: "skip-forward"
        label: Words.say("voice.wizard.skip")
        enabled: !place.model.finished
        onClicked: place.model.skip()
    }
}
