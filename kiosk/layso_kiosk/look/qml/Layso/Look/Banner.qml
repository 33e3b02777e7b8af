import QtQuick

// A sentence across the screen about a state that lasts; `tone` is warn, good or accent.
Rectangle {
    id: banner

    property string text: ""
    property string icon: "triangle-alert"
    property string tone: "warn"
    property int letters: Theme.body
    readonly property color letterColor: tone === "accent" ? Theme.accentInk : tone === "good" ? Theme.good : Theme.warn

    visible: text !== ""
    implicitHeight: visible ? Math.max(Theme.px(72), words.implicitHeight + Theme.px(24)) : 0
    color: tone === "accent" ? Theme.accent : tone === "good" ? Theme.goodSoft : Theme.warnSoft
    border.width: Theme.name === "contrast" ? Theme.hairline : 0
    border.color: letterColor
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: Theme.page
        anchors.verticalCenter: parent.verticalCenter
        name: banner.icon
        color: banner.letterColor
        size: Math.round(banner.letters * 1.4)
    }
    Prose {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(20)
        anchors.right: parent.right
        anchors.rightMargin: Theme.page
        anchors.verticalCenter: parent.verticalCenter
        text: banner.text
        color: banner.letterColor
        font.pixelSize: banner.letters
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
