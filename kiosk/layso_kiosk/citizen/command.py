"""The command line of the citizen's touchscreen: ``layso-kiosk``."""

import sys
from collections.abc import Sequence

from layso_kiosk.citizen.opening import OpenKiosk
from layso_kiosk.citizen.options import read_options
from layso_kiosk.look.ending import run_until_closed
from layso_kiosk.look.options import OptionsWrong
from layso_kiosk.look.program import open_application


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the terminate signal; 2 and one sentence on stderr when it cannot start."""
    try:
        options = read_options(sys.argv[1:] if arguments is None else list(arguments))
    except OptionsWrong as fault:
        print(fault, file=sys.stderr)
        return 2
    app = open_application("layso-kiosk")
    kiosk = OpenKiosk(options)
    if options.pilot:
        # loads QtTest, which a kiosk in a hall never needs
        from layso_kiosk.look.pilot import Pilot

        pilot = Pilot(kiosk.program)
        kiosk.on_event = kiosk.on_page = pilot.tell
    return run_until_closed(app, kiosk.close)


if __name__ == "__main__":
    sys.exit(main())
