import QtQuick
import Layso.Look

// How somebody wants to read or hear: an icon, with its word below where the bar has room for words.
TouchButton {
    property string word: ""
    property bool worded: false
    property int plainSize: Theme.px(44)

    label: worded ? word : ""
    stacked: worded
    iconSize: worded ? Theme.px(36) : plainSize
    leftPadding: Theme.px(worded ? 10 : 24)
    rightPadding: leftPadding
    topPadding: Theme.px(worded ? 4 : 12)
    bottomPadding: topPadding
}
