pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Layso.Look

// One word at a time: read it, hear it, keep it. Space records, Enter keeps, the arrows go on.
Rectangle {
    id: page

    required property var wizard
    readonly property var model: wizard

    color: Theme.ground
    focus: true

    Keys.onSpacePressed: page.model.toggle()
    Keys.onReturnPressed: page.model.keep()
    Keys.onEnterPressed: page.model.keep()
    Keys.onLeftPressed: page.model.back()
    Keys.onRightPressed: page.model.skip()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_P)
            page.model.play()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.page
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            Prose {
                role: "title"
                text: Words.say("voice.wizard.title")
                Layout.fillWidth: true
            }
            Prose {
                objectName: "done"
                role: "label"
                quiet: true
                text: Words.say("voice.wizard.done", { n: page.model.done, total: page.model.total })
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.px(10)
            radius: height / 2
            color: Theme.line
            Rectangle {
                height: parent.height
                radius: parent.radius
                color: Theme.accent
                width: parent.width * page.model.done / Math.max(1, page.model.total)
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.model.finished

            ColumnLayout {
                anchors.fill: parent
                spacing: Theme.gap
                Prose {
                    role: "body"
                    quiet: true
                    text: page.model.foreign !== "" ? Words.say("voice.wizard.read_in", { language: page.model.foreign }) : Words.say("voice.wizard.read_aloud")
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                Fitted {
                    objectName: "words"
                    text: page.model.words
                    letters: Theme.sp(180)
                    color: page.model.recording ? Theme.accent : Theme.ink
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
                        width: Math.max(height, (parent.width - Theme.px(8)) * page.model.level)
                        visible: page.model.recording
                        color: page.model.level > 0.95 ? Theme.warn : Theme.good
                    }
                }
                Prose {
                    objectName: "advice"
                    role: "body"
                    text: page.model.advice
                    color: page.model.good ? Theme.good : page.model.recording ? Theme.accent : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.model.finished

            ColumnLayout {
                anchors.centerIn: parent
                width: parent.width
                spacing: Theme.gap
                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    visible: page.model.done === page.model.total
                    name: "circle-check"
                    color: Theme.good
                    size: Theme.px(160)
                }
                Prose {
                    objectName: "finished"
                    role: "heading"
                    text: Words.say(page.model.done < page.model.total ? "voice.wizard.at_the_end" : "voice.wizard.finished")
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                Prose {
                    visible: page.model.done > 0
                    text: Words.say("voice.wizard.finished_how", { folder: page.model.folder })
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    Layout.fillWidth: true
                }
                Prose {
                    quiet: true
                    visible: page.model.done < page.model.total
                    text: Words.say("voice.wizard.missing", { n: page.model.total - page.model.done })
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            uniformCellSizes: true
            spacing: Theme.gap
            TouchButton {
                objectName: "record"
                tone: page.model.keepable ? "plain" : "accent"
                iconName: page.model.recording ? "square" : page.model.microphone ? "mic" : "mic-off"
                label: Words.say(page.model.recording ? "voice.wizard.stop" : "voice.wizard.record")
                enabled: page.model.microphone && !page.model.finished
                Layout.fillWidth: true
                onClicked: page.model.toggle()
            }
            TouchButton {
                objectName: "play"
                iconName: "volume-2"
                label: Words.say("voice.wizard.play")
                enabled: page.model.playable && !page.model.recording
                Layout.fillWidth: true
                onClicked: page.model.play()
            }
            TouchButton {
                objectName: "keep"
                tone: page.model.keepable ? "accent" : "plain"
                iconName: "check"
                label: Words.say("voice.wizard.keep")
                enabled: page.model.keepable
                Layout.fillWidth: true
                onClicked: page.model.keep()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            TouchButton {
                objectName: "back"
                tone: "quiet"
                iconName: "arrow-left"
                label: Words.say("voice.wizard.back")
                enabled: page.model.place > 1
                onClicked: page.model.back()
            }
            Item { Layout.fillWidth: true }
            Prose {
                role: "label"
                quiet: true
                visible: !page.model.finished
                text: Words.say("voice.wizard.place", { n: page.model.place, total: page.model.total })
            }
            Item { Layout.fillWidth: true }
            TouchButton {
                objectName: "skip"
                tone: "quiet"
                iconName: "skip-forward"
                label: Words.say("voice.wizard.skip")
                enabled: !page.model.finished
                onClicked: page.model.skip()
            }
        }
    }
}
