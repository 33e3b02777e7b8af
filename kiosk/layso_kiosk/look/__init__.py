"""The common look of the window programs: windows, QML parts, texts, icons, pilot and sound.

Python side of a program::

    from layso_kiosk.look.program import open_program

    program = open_program(Path(__file__).parent / "Main.qml", {"board": board},
                           name="layso-display", size=(1920, 1080))
    program.look.choose_theme("contrast")   # light, dark, contrast
    program.look.choose_text_size(125)      # 100, 125, 150
    program.texts.choose("en")              # every binding follows
    ...                                     # app.exec(), or the test's own loop
    program.close()                         # program.faults lists all QML warnings

QML side (qmllint-clean; the root declares its models)::

    import QtQuick
    import Layso.Look

    Item {
        id: page
        required property var board
        Card {
            objectName: "card"
            Prose { role: "title"; text: Words.say("display.board.title", {n: page.board.n}) }
            TouchButton { iconName: "printer"; label: Words.say("x.y"); onClicked: page.board.go() }
        }
    }

- ``Theme.px(n)`` scales a design length (1080p) to this screen; ``Theme.sp(n)`` also follows the
  chosen text size, use it for letters. ``Theme.body|label|title|heading|number`` are ready letter
  heights; ``Theme.touch`` is the least size of a touch target (20 mm).
- Colours: ``Theme.ground surface ink quiet line accent accentInk accentSoft good goodSoft warn
  warnSoft``. ``Theme.motion`` is the duration of a movement in ms, 0 when motion is reduced.
- ``Theme`` is also the context property ``look``, ``Words`` is ``texts``.
- Parts: Prose, Fitted (one line as large as its width allows), Card, TouchButton, Pill, Icon,
  Clock, Toast, Banner. Each button needs an objectName: tests and the pilot find it by that.
- ``look.ending.run_until_closed(app, close)`` runs the loop: SIGTERM ends the program in order.
- ``look.pilot.Pilot(program)`` answers ``--pilot`` commands; ``look.touch`` has the same acts for
  tests: ``find(window, name)``, ``touch(window, item)``, ``picture(window, file)``.
"""
