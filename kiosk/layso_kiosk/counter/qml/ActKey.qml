pragma ComponentBehavior: Bound
import QtQuick

// The button of one act of the table; `act` is Python's ActButton. Pressed while it is not
// possible it says why: the press goes through the disabled button to what lies behind it.
Item {
    id: slot

    required property var act
    property string name: act.name
    property string label: act.label
    property string shownKey: act.key
    property bool withIcon: false
    property bool strong: act.strong
    property int letters: 0
    property int tall: 0

    implicitWidth: button.implicitWidth
    implicitHeight: tall > 0 ? tall : button.implicitHeight

    MouseArea {
        anchors.fill: parent
        enabled: !button.enabled
        onClicked: slot.act.press()
    }
    DeskButton {
        id: button
        anchors.fill: parent
        objectName: slot.name
        label: slot.label
        iconName: slot.withIcon ? slot.act.icon : ""
        key: slot.shownKey
        why: slot.act.why
        spoken: slot.act.spoken
        enabled: slot.act.possible
        strong: slot.strong
        letters: slot.letters > 0 ? slot.letters : normalLetters
        onClicked: slot.act.press()
    }
}
