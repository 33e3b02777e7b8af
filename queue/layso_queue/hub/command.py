"""`layso-hub`: serve, restored, accept-keys; center, staff and key with add, list, remove."""

import sys

from layso_assets.command_line import texts_for
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.commands.words import parser


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 something is wrong with the data, 2 it cannot be done so."""
    given = sys.argv[1:] if words is None else words
    texts = texts_for(given)
    asked = parser(texts).parse_args(given)
    # Each command imports what it needs: a list never loads a web server.
    match asked.command, getattr(asked, "verb", ""):
        case "serve", _:
            from layso_queue.hub.commands.serve import serve as do
        case "restored", _:
            from layso_queue.hub.commands.restoring import restored as do
        case "accept-keys", _:
            from layso_queue.hub.commands.restoring import accept_keys as do
        case "center", "add":
            from layso_queue.hub.commands.center import add_center as do
        case "center", "list":
            from layso_queue.hub.commands.center import list_centers as do
        case "center", _:
            from layso_queue.hub.commands.center import remove_center as do
        case "staff", "add":
            from layso_queue.hub.commands.staff import add_staff as do
        case "staff", "list":
            from layso_queue.hub.commands.staff import list_staff as do
        case "staff", "password":
            from layso_queue.hub.commands.staff import change_password as do
        case "staff", _:
            from layso_queue.hub.commands.staff import remove_staff as do
        case _, "add":
            from layso_queue.hub.commands.portal import add_key as do
        case _, "list":
            from layso_queue.hub.commands.portal import list_keys as do
        case _:
            from layso_queue.hub.commands.portal import remove_key as do
    said: Said = do(asked, texts)
    for line in said.lines:
        print(line, file=sys.stderr if said.code else sys.stdout, flush=True)
    return said.code


if __name__ == "__main__":
    sys.exit(main())
