import QtQuick
import Layso.Look

// Words that are shown whole: in as many lines as their place takes, the letters getting smaller from
// `letters` to `least` pixels before anything is cut. Its height is that of the place.
Prose {
    id: whole

    property int letters: Theme.body
    property int least: Theme.px(20)

    font.pixelSize: letters
    fontSizeMode: Text.Fit
    minimumPixelSize: least
    verticalAlignment: Text.AlignVCenter
    elide: Text.ElideRight
    lineHeight: 0.9
}
