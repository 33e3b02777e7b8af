pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Layso.Look

// The bar before anybody has signed in: staff code, PIN, Enter.
FocusScope {
    id: row

    required property var signIn
    required property var place

    function send(): void {
        row.signIn.submit(staff.text, pin.text)
    }

    Connections {
        target: row.signIn
        function onCleared(): void {
            pin.text = ""
            pin.forceActiveFocus()
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.sp(4)
        anchors.rightMargin: Theme.sp(14)
        spacing: Theme.sp(14)

        Handle {
            place: row.place
            Layout.fillHeight: true
        }
        Icon {
            name: "lock"
            color: Theme.quiet
            size: Theme.sp(24)
        }
        Prose {
            objectName: "sign-in-title"
            Layout.maximumWidth: Theme.sp(260)
            Layout.fillWidth: true
            role: "title"
            text: row.signIn.title
            font.pixelSize: Theme.sp(20)
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Field {
            id: staff
            objectName: "sign-in-staff"
            focus: true
            label: Words.say("counter.sign_in.staff")
            hint: Words.say("counter.sign_in.staff_hint")
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            maximumLength: 40
            onAccepted: pin.forceActiveFocus()
        }
        Field {
            id: pin
            objectName: "sign-in-pin"
            implicitWidth: Theme.sp(140)
            label: Words.say("counter.sign_in.pin")
            hint: Words.say("counter.sign_in.pin_hint")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            maximumLength: 20
            onAccepted: row.send()
        }
        DeskButton {
            objectName: "sign-in"
            Layout.alignment: Qt.AlignBottom
            Layout.bottomMargin: (row.height - Theme.sp(57)) / 2
            implicitHeight: Theme.sp(36)
            strong: true
            enabled: !row.signIn.sending
            label: row.signIn.sending ? Words.say("counter.sign_in.sending") : Words.say("counter.sign_in.enter")
            key: Words.say("counter.key.Return")
            letters: Theme.sp(15)
            onClicked: row.send()
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
