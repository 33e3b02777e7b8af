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

        Reading {
            model: page.model
            visible: !page.model.finished
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Ending {
            model: page.model
            visible: page.model.finished
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Moves {
            model: page.model
            Layout.fillWidth: true
        }
        Place {
            model: page.model
            Layout.fillWidth: true
        }
    }
}
