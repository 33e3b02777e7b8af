import QtQuick

// Letters in our type: `role` is body, label, title, heading or number.
Text {
    id: prose

    property string role: "body"
    property bool quiet: false

    font.family: Theme.family
    font.pixelSize: Theme.size(role)
    font.weight: role === "body" || role === "label" ? Font.Medium : Font.Bold
    color: quiet ? Theme.quiet : Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap // between words where it can: Khmer has no space between them
    horizontalAlignment: Text.AlignLeft // said, so that it is mirrored: a Vietnamese name on an Arabic page too
    Accessible.role: role === "title" || role === "heading" ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
