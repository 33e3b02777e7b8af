pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// Who works here, how the bar looks, and the way out.
GridLayout {
    id: foot

    required property var signIn
    required property var place
    required property var closing
    property string hint: ""
    property bool slim: false
    readonly property var themes: ["light", "dark", "contrast"]
    readonly property var sizes: [100, 125, 150]

    function after(list: var, now: var): var {
        return list[(list.indexOf(now) + 1) % list.length]
    }

    columns: slim || width < Theme.sp(1600) ? 1 : 2
    rowSpacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.sp(foot.slim ? 40 : 34)
        spacing: Theme.sp(6)

        Icon {
            name: "user"
            color: Theme.quiet
            size: Theme.sp(18)
        }
        Prose {
            objectName: "staff"
            text: foot.signIn.staff
            quiet: true
            font.pixelSize: Theme.sp(14)
            wrapMode: Text.NoWrap
        }
        Prose {
            objectName: "everywhere"
            Layout.leftMargin: Theme.sp(12)
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            text: foot.hint
            quiet: true
            font.pixelSize: Theme.sp(12)
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Row {
        spacing: foot.slim ? 0 : Theme.sp(6)

        DeskButton {
            objectName: "language"
            quiet: true
            iconName: foot.slim ? "" : "languages"
            label: Words.say("counter.foot.language")
            onClicked: Words.choose(Words.language === "vi" ? "en" : "vi")
        }
        DeskButton {
            objectName: "theme"
            quiet: true
            iconName: foot.slim ? "" : "contrast"
            label: Words.say("counter.foot.theme_" + Theme.name)
            onClicked: Theme.chooseTheme(foot.after(foot.themes, Theme.name))
        }
        DeskButton {
            objectName: "text-size"
            quiet: true
            iconName: foot.slim ? "" : "a-large-small"
            label: Words.say("counter.foot.text_size", { n: Theme.textSize })
            onClicked: Theme.chooseTextSize(foot.after(foot.sizes, Theme.textSize))
        }
        DeskButton {
            objectName: "bar-size"
            quiet: true
            iconName: foot.slim ? "" : "minus"
            label: Words.say(foot.place.wide ? "counter.foot.compact" : "counter.foot.wide")
            onClicked: foot.place.toggle_size()
        }
        DeskButton {
            objectName: "bar-edge"
            quiet: true
            iconName: foot.slim ? "" : foot.place.edge === "top" ? "chevron-down" : "chevron-up"
            label: Words.say(foot.place.edge === "top" ? "counter.foot.bottom" : "counter.foot.top")
            onClicked: foot.place.toggle_edge()
        }
        ActKey {
            visible: !foot.slim
            act: foot.closing
            withIcon: true
        }
        DeskButton {
            objectName: "sign-out"
            iconName: "log-out"
            label: Words.say("counter.act.sign-out")
            onClicked: foot.signIn.leave()
        }
    }
}
