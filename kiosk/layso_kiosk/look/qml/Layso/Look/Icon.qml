import QtQuick

// A line icon from the assets in any colour; `size` in screen pixels. Decoration: say it in words too.
Image {
    id: icon

    property string name: ""
    property color color: Theme.ink
    property int size: Theme.px(48)

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: name === "" ? "" : "image://icons/" + name + "/" + String(color).substring(1)
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
