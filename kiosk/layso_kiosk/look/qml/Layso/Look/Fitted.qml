import QtQuick

// One line of letters as large as its width allows, never larger than `letters` pixels. With a
// `sample`, neighbours get one size: that of the sample, or of their own text if it is longer.
Prose {
    id: fitted

    property real letters: Theme.number
    property string sample: ""

    font.pixelSize: Math.max(1, Math.floor(Math.min(letters, measure.advanceWidth > 0 ? width * 100 / (measure.advanceWidth + 4) : letters)))
    font.weight: Font.Bold
    wrapMode: Text.NoWrap

    TextMetrics {
        id: measure
        font.family: Theme.family
        font.weight: fitted.font.weight
        font.pixelSize: 100
        text: fitted.sample.length >= fitted.text.length ? fitted.sample : fitted.text
    }
}
