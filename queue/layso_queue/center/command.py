"""`layso-center`: the center's server, and what is done on its folder by command."""

import sys

from layso_assets.command_line import texts_for
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.words import parser


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 something is wrong with the data, 2 it cannot be done so."""
    given = sys.argv[1:] if words is None else words
    texts = texts_for(given)
    asked = parser(texts).parse_args(given)
    # Each command imports what it needs: `verify` and `enrol` never load a web server.
    match asked.command:
        case "serve":
            from layso_queue.center.commands.serve import serve as do
        case "init":
            from layso_queue.center.commands.begin import begin as do
        case "verify":
            from layso_queue.center.commands.verify import verify as do
        case "backup":
            from layso_queue.center.commands.backup import backup as do
        case "restore":
            from layso_queue.center.commands.restore import restore_by_hand as do
        case "enrol":
            from layso_queue.center.commands.register import enrol as do
        case "remove":
            from layso_queue.center.commands.register import remove as do
        case "devices":
            from layso_queue.center.commands.register import list_devices as do
        case "staff" if asked.staff_command == "list":
            from layso_queue.center.commands.staff import list_staff as do
        case "staff" if asked.staff_command == "remove":
            from layso_queue.center.commands.staff import remove_staff as do
        case "staff":
            from layso_queue.center.commands.staff import add_staff as do
        case "close":
            from layso_queue.center.commands.closures import close as do
        case "reopen":
            from layso_queue.center.commands.closures import reopen as do
        case "closures":
            from layso_queue.center.commands.closures import show as do
        case "procedures":
            from layso_queue.center.commands.procedures import procedures as do
        case "web" if asked.web_command == "take-over":
            from layso_queue.center.commands.take_over import take_over as do
        case "web" if asked.web_command == "set-aside":
            from layso_queue.center.commands.set_aside import set_aside as do
        case "web":
            from layso_queue.center.commands.web import set_places as do
        case _:
            from layso_queue.center.commands.booking import add_booking as do
    said: Said = do(asked, texts)
    for line in said.lines:
        print(line, file=sys.stderr if said.code else sys.stdout, flush=True)
    return said.code


if __name__ == "__main__":
    sys.exit(main())
