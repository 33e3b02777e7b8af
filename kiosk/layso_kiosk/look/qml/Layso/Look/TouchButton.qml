import QtQuick
import QtQuick.Templates as T

// A button for fingers: never smaller than 20 mm, with icon and words, `tone` plain, accent or quiet.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string label: ""
    property string tone: "plain"
    property bool stacked: false
    property int letters: Theme.body
    property int iconSize: Math.round(letters * (stacked ? 2 : 1.4))
    readonly property color letterColor: !enabled ? Theme.quiet : tone === "accent" ? Theme.accentInk : Theme.ink

    text: label
    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.px(24)
    rightPadding: Theme.px(24)
    topPadding: Theme.px(12)
    bottomPadding: Theme.px(12)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: label

    background: Rectangle {
        radius: Theme.radius
        color: button.tone === "accent" && button.enabled ? Theme.accent : button.tone === "quiet" ? "transparent" : Theme.surface
        border.width: button.visualFocus ? Theme.px(5) : button.down ? Theme.px(4) : button.tone === "quiet" ? 0 : Theme.hairline
        border.color: button.visualFocus || button.down ? Theme.accent : Theme.line

        // the pressed state is a shade over the whole button, seen in every theme and without colour sense
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.letterColor
            opacity: button.down ? 0.14 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.motion / 2 } }
        }
    }

    // the words on one line; a button that is given less width wraps them inside its own edge
    TextMetrics {
        id: line
        font: words.font
        text: button.label
    }
    // the last letter of a word may lean over its own width: "ử" does
    readonly property int lineWidth: Math.ceil(line.advanceWidth + button.letters * 0.1)
    readonly property bool beside: !stacked && iconName !== ""
    readonly property int wordsRoom: availableWidth - (beside ? iconSize + grid.spacing : 0)

    contentItem: Item {
        implicitWidth: button.lineWidth + (button.beside && button.label !== "" ? button.iconSize + grid.spacing : 0)
        implicitHeight: grid.implicitHeight

        Grid {
            id: grid
            anchors.centerIn: parent
            columns: button.beside && button.label !== "" ? 2 : 1 // an empty column would keep its space
            spacing: Theme.px(button.stacked ? 10 : 16)
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: button.letterColor
                size: button.iconSize
            }
            Prose {
                id: words
                visible: button.label !== ""
                text: button.label
                color: button.letterColor
                font.pixelSize: button.letters
                font.weight: Font.DemiBold
                lineHeight: 0.95
                wrapMode: Text.Wrap // Khmer puts no space between words
                horizontalAlignment: button.beside ? Text.AlignLeft : Text.AlignHCenter
                width: Math.min(button.lineWidth, button.wordsRoom)
                Accessible.ignored: true
            }
        }
    }
}
