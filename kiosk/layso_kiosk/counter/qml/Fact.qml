import QtQuick
import QtQuick.Layouts
import Layso.Look

// A small name and what it is, on one line; a `whole` value takes the lines that it needs.
RowLayout {
    id: fact

    property string name: ""
    property string value: ""
    property string valueName: ""
    property bool whole: false

    spacing: Theme.sp(7)

    Prose {
        Layout.alignment: Qt.AlignTop
        text: fact.name
        quiet: true
        font.pixelSize: Theme.sp(14)
        wrapMode: Text.NoWrap
    }
    Prose {
        objectName: fact.valueName
        Layout.fillWidth: true
        text: fact.value
        font.pixelSize: Theme.sp(14)
        font.weight: Font.Bold
        elide: fact.whole ? Text.ElideNone : Text.ElideRight
        wrapMode: fact.whole ? Text.Wrap : Text.NoWrap
    }
}
