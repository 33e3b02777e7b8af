import QtQuick

// The time of the center; `source` is Python's WallClock with `time` and `date`.
Item {
    id: clock

    property var source: null
    property int letters: Theme.title
    property bool alignRight: true

    implicitWidth: Math.ceil(Math.max(time.implicitWidth, date.implicitWidth))
    implicitHeight: time.implicitHeight + date.implicitHeight

    Prose {
        id: time
        objectName: "clock_time"
        width: clock.width
        horizontalAlignment: clock.alignRight ? Text.AlignRight : Text.AlignLeft
        text: clock.source ? clock.source.time : ""
        font.pixelSize: clock.letters
        font.weight: Font.Bold
        font.features: { "tnum": 1 }
        wrapMode: Text.NoWrap
    }
    Prose {
        id: date
        objectName: "clock_date"
        y: time.height
        width: clock.width
        horizontalAlignment: time.horizontalAlignment
        text: clock.source ? clock.source.date : ""
        font.pixelSize: Math.round(clock.letters * 0.5)
        quiet: true
        wrapMode: Text.NoWrap
    }
}
