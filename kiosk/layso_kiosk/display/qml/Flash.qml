import QtQuick
import Layso.Look

// Three soft flashes in two and a half seconds over what surrounds it: seen from afar, safe for everyone.
Rectangle {
    id: shine

    property bool lit: false
    property int seq: -1

    anchors.fill: parent
    radius: (parent as Rectangle)?.radius ?? 0
    color: Theme.accentInk
    opacity: 0

    onSeqChanged: if (lit && Theme.motion > 0) flash.restart()
    onLitChanged: if (lit && Theme.motion > 0) flash.restart()

    SequentialAnimation {
        id: flash
        objectName: "flash"
        loops: 3
        onStopped: shine.opacity = 0
        NumberAnimation { target: shine; property: "opacity"; to: 0.45; duration: 240; easing.type: Easing.OutQuad }
        NumberAnimation { target: shine; property: "opacity"; to: 0; duration: 290; easing.type: Easing.InQuad }
        PauseAnimation { duration: 300 }
    }

    // motion switched off in the middle of a flash leaves no half-lit board
    Connections {
        target: Theme
        function onMotionChanged(): void {
            if (Theme.motion === 0)
                flash.stop()
        }
    }
}
