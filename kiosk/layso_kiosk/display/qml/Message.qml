import QtQuick
import Layso.Look

// What a screen says instead of numbers: a sign, a title in one line, a sentence.
Column {
    id: message

    required property var facts

    anchors.centerIn: parent
    width: parent.width - Theme.px(Theme.portrait ? 100 : 160)
    spacing: Theme.px(28)

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: message.facts.mode === "closed" ? message.facts.icon ?? "clock" : message.facts.mode === "away" ? "wifi-off" : "ticket"
        color: Theme.accent
        size: Theme.px(130)
    }
    Fitted {
        objectName: "state_title"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: message.facts.title
        letters: Theme.px(76)
        Accessible.role: Accessible.Heading
    }
    Prose {
        objectName: "state_sentence"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: message.facts.sentence
        font.pixelSize: Theme.px(Theme.portrait ? 42 : 46)
        quiet: true
    }
}
