import QtQuick
import Layso.Look

// One key of the keyboard: the keys share the width, so none asks for more than it is given.
TouchButton {
    leftPadding: 0
    rightPadding: 0
    letters: Theme.px(40)
    iconSize: Theme.px(44)
    focusPolicy: Qt.NoFocus
}
