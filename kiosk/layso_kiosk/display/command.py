"""``layso-display``: the hall board as a program."""

import sys

from layso_kiosk.display.hall import Hall
from layso_kiosk.display.options import read_options
from layso_kiosk.look.ending import run_until_closed
from layso_kiosk.look.options import OptionsWrong
from layso_kiosk.look.program import open_application

WRONG_OPTION = 2


def main() -> int:
    """Show the board until it is closed; 0, or 2 with one sentence when it cannot begin."""
    try:
        options = read_options(sys.argv[1:])
        app = open_application("layso-display", gpu=options.gpu)
        hall = Hall(options)
    except OptionsWrong as wrong:
        print(wrong, file=sys.stderr)
        return WRONG_OPTION
    return run_until_closed(app, hall.close)


if __name__ == "__main__":
    sys.exit(main())
