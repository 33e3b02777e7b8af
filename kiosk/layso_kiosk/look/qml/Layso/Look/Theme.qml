pragma Singleton
import QtQuick

// Colours and lengths of now. Python's Look object is put into `source` when a window opens.
QtObject {
    id: theme

    property var source: null

    readonly property string name: source ? source.theme : "light"
    readonly property real scale: source ? source.scale : 1
    readonly property int textSize: source ? source.textSize : 100
    readonly property int motion: source ? source.motion : 0
    readonly property bool portrait: source ? source.portrait : false
    readonly property string family: "Be Vietnam Pro"

    readonly property var colours: source ? source.colours : ({})
    readonly property color ground: colours["ground"] ?? "white"
    readonly property color surface: colours["surface"] ?? "white"
    readonly property color ink: colours["ink"] ?? "black"
    readonly property color quiet: colours["quiet"] ?? "black"
    readonly property color line: colours["line"] ?? "black"
    readonly property color accent: colours["accent"] ?? "black"
    readonly property color accentInk: colours["on_accent"] ?? "white"
    readonly property color accentSoft: colours["accent_soft"] ?? "white"
    readonly property color good: colours["good"] ?? "black"
    readonly property color goodSoft: colours["good_soft"] ?? "white"
    readonly property color warn: colours["warn"] ?? "black"
    readonly property color warnSoft: colours["warn_soft"] ?? "white"

    readonly property var sizes: source ? source.sizes : ({})
    readonly property int body: sp(sizes["body"] ?? 28)
    readonly property int label: sp(sizes["label"] ?? 24)
    readonly property int title: sp(sizes["title"] ?? 44)
    readonly property int heading: sp(sizes["heading"] ?? 64)
    readonly property int number: sp(sizes["number"] ?? 260)

    readonly property int touch: source ? source.touch : 96
    readonly property int page: px(48)
    readonly property int gap: px(24)
    readonly property int radius: px(20)
    readonly property int hairline: Math.max(name === "contrast" ? 2 : 1, px(2))

    // a length of the 1080p design in pixels of this screen
    function px(length: real): int {
        return Math.round(length * theme.scale)
    }

    // a letter height: follows the screen and the reader's text size
    function sp(height: real): int {
        return Math.max(1, Math.round(height * theme.scale * theme.textSize / 100))
    }

    function size(role: string): int {
        switch (role) {
        case "label": return theme.label
        case "title": return theme.title
        case "heading": return theme.heading
        case "number": return theme.number
        default: return theme.body
        }
    }

    function chooseTheme(name: string): void {
        theme.source.choose_theme(name)
    }

    function chooseTextSize(percent: int): void {
        theme.source.choose_text_size(percent)
    }
}
