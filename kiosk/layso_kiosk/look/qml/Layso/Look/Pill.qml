import QtQuick

// A short word about a state with its icon; `tone` is plain, accent, good or warn.
Rectangle {
    id: pill

    property string label: ""
    property string icon: ""
    property string tone: "plain"
    property int letters: Theme.label
    readonly property color letterColor: tone === "accent" ? Theme.accentInk : tone === "good" ? Theme.good : tone === "warn" ? Theme.warn : Theme.ink

    implicitWidth: row.implicitWidth + letters * 1.3
    implicitHeight: row.implicitHeight + letters * 0.5
    radius: height / 2
    color: tone === "accent" ? Theme.accent : tone === "good" ? Theme.goodSoft : tone === "warn" ? Theme.warnSoft : Theme.ground
    border.width: tone === "accent" ? 0 : Theme.hairline
    border.color: tone === "plain" ? Theme.line : letterColor
    Accessible.role: Accessible.StaticText
    Accessible.name: label

    Row {
        id: row
        anchors.centerIn: parent
        spacing: pill.letters * 0.4

        Icon {
            visible: pill.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: pill.icon
            color: pill.letterColor
            size: Math.round(pill.letters * 1.15)
        }
        Prose {
            anchors.verticalCenter: parent.verticalCenter
            text: pill.label
            color: pill.letterColor
            font.pixelSize: pill.letters
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
