import QtQuick
import Layso.Look

Rectangle {
    id: page

    required property var model
    color: Theme.ground

    Column {
        anchors.fill: parent
        anchors.margins: Theme.page
        spacing: Theme.gap

        Prose { objectName: "day"; role: "title"; text: Words.say("look.weekday.d1") }
        Clock { objectName: "clock"; source: page.model; alignRight: false }
        Row {
            spacing: Theme.gap
            TouchButton { objectName: "plain"; iconName: "printer"; label: "In lại phiếu"; onClicked: page.touches += 1 }
            TouchButton { objectName: "accent"; iconName: "ticket"; label: "Lấy số"; tone: "accent"; onClicked: toast.show("Đã lấy số A012") }
            TouchButton { objectName: "off"; iconName: "phone-call"; label: "Gọi hỗ trợ"; enabled: false }
            TouchButton { objectName: "stacked"; stacked: true; iconName: "accessibility"; label: "Người khuyết tật nặng"; width: Theme.px(260) }
        }
        Row {
            spacing: Theme.gap
            Pill { label: "Đang phục vụ"; icon: "check"; tone: "good" }
            Pill { label: "Tạm nghỉ"; icon: "pause"; tone: "warn" }
            Pill { label: "Mới gọi"; icon: "megaphone"; tone: "accent" }
            Pill { label: "12 người đang chờ"; icon: "users" }
        }
        Card {
            width: Theme.px(700); height: Theme.px(180)
            Prose { width: parent.width; text: "Phiếu này không thay thế giấy tiếp nhận hồ sơ và hẹn trả kết quả." }
        }
        Banner { width: parent.width; text: "Mất kết nối với máy chủ của trung tâm." ; icon: "wifi-off" }
        TextInput { id: field; objectName: "field"; focus: true; font.pixelSize: Theme.body; color: Theme.ink; width: 300; height: 40 }
    }
    property int touches: 0
    objectName: "gallery"
    Toast { id: toast; objectName: "toast"; anchors.bottom: parent.bottom; anchors.bottomMargin: Theme.page; anchors.horizontalCenter: parent.horizontalCenter; action: "Hoàn tác" }
}
