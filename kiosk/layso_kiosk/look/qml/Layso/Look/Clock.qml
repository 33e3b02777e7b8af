import QtQuick

// The time of the center; `source` is Python's WallClock with `time` and `date`.
Column {
    id: clock

    property var source: null
    property int letters: Theme.title
    property bool alignRight: true

    Prose {
        objectName: "clock_time"
        anchors.right: clock.alignRight ? parent?.right : undefined
        text: clock.source ? clock.source.time : ""
        font.pixelSize: clock.letters
        font.weight: Font.Bold
        font.features: { "tnum": 1 }
        wrapMode: Text.NoWrap
    }
    Prose {
        anchors.right: clock.alignRight ? parent?.right : undefined
        text: clock.source ? clock.source.date : ""
        font.pixelSize: Math.round(clock.letters * 0.5)
        quiet: true
        wrapMode: Text.NoWrap
    }
}
