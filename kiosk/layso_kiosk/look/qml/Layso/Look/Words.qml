pragma Singleton
import QtQuick

// The texts of now. Python's ScreenTexts object is put into `source` when a window opens.
QtObject {
    id: words

    property var source: null
    readonly property string language: source ? source.language : "vi"
    readonly property bool rightToLeft: source ? source.rightToLeft : false

    // reading `language` makes every binding that says something follow the language
    function say(key: string, values: var): string {
        return words.language && words.source ? words.source.lookup(key, values ?? {}) : ""
    }

    // {"vi": "...", "en": "..."} -> the one to show
    function pick(names: var): string {
        return words.language && words.source ? words.source.pick(names ?? {}) : ""
    }

    function choose(language: string): void {
        words.source.choose(language)
    }
}
