import QtQuick
import QtQuick.Layouts
import Layso.Look

// Record, hear, keep.
RowLayout {
    id: moves

    required property var model

    uniformCellSizes: true
    spacing: Theme.gap
    TouchButton {
        objectName: "record"
        tone: moves.model.keepable ? "plain" : "accent"
        iconName: moves.model.recording ? "square" : moves.model.microphone ? "mic" : "mic-off"
        label: Words.say(moves.model.recording ? "voice.wizard.stop" : "voice.wizard.record")
        enabled: moves.model.microphone && !moves.model.finished
        Layout.fillWidth: true
        onClicked: moves.model.toggle()
    }
    TouchButton {
        objectName: "play"
        iconName: "volume-2"
        label: Words.say("voice.wizard.play")
        enabled: moves.model.playable && !moves.model.recording
        Layout.fillWidth: true
        onClicked: moves.model.play()
    }
    TouchButton {
        objectName: "keep"
        tone: moves.model.keepable ? "accent" : "plain"
        iconName: "check"
        label: Words.say("voice.wizard.keep")
        enabled: moves.model.keepable
        Layout.fillWidth: true
        onClicked: moves.model.keep()
    }
}
