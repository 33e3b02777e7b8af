import QtQuick
import Layso.Look

// A part of the board at its place in the layout; a part without a place is not made.
Loader {
    id: part

    required property var places
    required property string name
    required property Item stage
    property int rows: 0
    // a share of the body that it takes beyond its place, where nothing stands there now
    property real more: 0
    readonly property int gap: Theme.px(24)
    readonly property var place: places[name]
    readonly property real upper: {
        const above = place && place.below !== "" ? places[place.below] : undefined
        return above ? above.y + grown(above) : place ? place.y : 0
    }
    readonly property real lower: !place ? 0 : place.below !== "" ? place.y + place.height : place.y + grown(place) + more

    function grown(at: var): real {
        return at.many > 0 && part.rows > at.many ? at.many_height : at.height
    }

    active: place !== undefined
    visible: active
    x: !place ? 0 : Math.round(place.x * stage.width + (place.x > 0.001 ? gap / 2 : 0))
    y: Math.round(upper * stage.height + (upper > 0.001 ? gap / 2 : 0))
    width: !place ? 0 : Math.round((place.x + place.width) * stage.width - (place.x + place.width < 0.999 ? gap / 2 : 0)) - x
    height: Math.round(lower * stage.height - (lower < 0.999 ? gap / 2 : 0)) - y
}
