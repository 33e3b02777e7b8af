import QtQuick
import Layso.Look

// Pictures and films between the calls. What does not decode is left out without a word.
Rectangle {
    id: media

    required property var playlist
    required property var film
    readonly property var now: playlist.now
    readonly property bool filming: now.kind === "film"

    objectName: "media"
    radius: Theme.px(24)
    color: now.kind === "" ? Theme.surface : "transparent"
    border.width: now.kind === "" ? Theme.hairline : 0
    border.color: Theme.line
    clip: true

    onWidthChanged: film.fit(width, height)
    onHeightChanged: film.fit(width, height)

    // the old picture stands until the new one is decoded, in a thread of its own
    Image {
        id: picture
        objectName: "media_picture"
        anchors.fill: parent
        visible: media.now.kind === "picture"
        source: media.now.kind === "picture" ? media.now.source : ""
        sourceSize: Qt.size(media.width, media.height)
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        autoTransform: true
        retainWhileLoading: true
        cache: false
        onStatusChanged: {
            if (status === Image.Error)
                media.playlist.failed()
            else if (status === Image.Ready && source.toString() !== "")
                media.playlist.shown()
        }
        Accessible.ignored: true
    }
    Image {
        objectName: "media_film"
        anchors.fill: parent
        visible: media.filming
        source: media.filming ? media.film.frame : ""
        fillMode: Image.PreserveAspectFit
        cache: false
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        visible: media.now.kind === ""
        name: "ticket"
        color: Theme.line
        size: Theme.px(120)
    }
}
