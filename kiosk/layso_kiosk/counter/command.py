"""The command line of the counter app: ``layso-counter``."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRect

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.counter.oneshot import send_act
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.options import Options, read_options, read_sending
from layso_kiosk.counter.tray import TrayPlace
from layso_kiosk.link.center import CenterLink
from layso_kiosk.look.ending import run_until_closed
from layso_kiosk.look.options import OptionsWrong
from layso_kiosk.look.program import open_application


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the window is closed; 2 and one sentence on stderr when it cannot start."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if "--send" in given:
            return _send(*read_sending(given))
        options = read_options(given)
    except OptionsWrong as fault:
        print(fault, file=sys.stderr)
        return 2
    return _run(options)


def _send(act: str, counter: int) -> int:
    """Send one act to the open bar of this user; 1 and a sentence when it was not done."""
    why = send_act(counter, act)
    if why is None:
        why = Texts(LANGUAGES[0]).say("counter.command.no_bar", counter=counter)
    if why:
        print(why, file=sys.stderr)
    return 1 if why else 0


def _run(options: Options) -> int:
    app = open_application("layso-counter", tray=True)
    if options.language:
        options.settings.change(language=options.language)
    language = options.settings.chosen.language or LANGUAGES[0]
    link = CenterLink(options.center, options.token, language=language)
    area = QRect(0, 0, *options.size) if options.size else None
    counter = Counter(
        *(link, options.counter, options.keys, options.settings),
        area=area,
        printer=options.printer,
        pad=options.pad,
        pad_address=options.pad_address,
    )
    tray = TrayPlace(counter)
    unknown: list[str] = []

    def look_for_counter(_parts: object) -> None:
        link.changed.disconnect(look_for_counter)
        if not counter.station.desk.known:
            known = ", ".join(str(number) for number in link.mirror.counters)
            unknown.append(
                counter.station.say("command.counter_unknown", counter=options.counter, known=known)
            )
            app.exit(2)

    link.changed.connect(look_for_counter)
    if options.pilot:
        # loads QtTest, which a desk never needs
        from layso_kiosk.look.pilot import Pilot

        pilot = Pilot(counter.program)
        counter.station.happened.connect(lambda name, facts: pilot.tell(name, **facts))

    def close() -> None:
        link.close()
        tray.close()
        counter.close()

    link.start()
    status = run_until_closed(app, close)
    for sentence in unknown:
        print(sentence, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
