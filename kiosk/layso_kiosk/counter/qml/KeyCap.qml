pragma ComponentBehavior: Bound
import QtQuick
import Layso.Look

// The key that does the same as the button it stands on.
Rectangle {
    id: cap

    property string key: ""
    property color letterColor: Theme.quiet

    visible: key !== ""
    implicitWidth: Math.max(Theme.sp(24), words.implicitWidth + Theme.sp(8))
    implicitHeight: Theme.sp(18)
    radius: Theme.sp(4)
    color: "transparent"
    border.width: 1
    border.color: letterColor
    Accessible.ignored: true

    Prose {
        id: words
        anchors.centerIn: parent
        text: cap.key
        color: cap.letterColor
        font.pixelSize: Theme.sp(12)
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
