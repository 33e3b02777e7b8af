"""The one table of a ticket's moves; every other move is refused."""

from layso_queue.line.states import TicketState as S

Move = tuple[S, S]

MOVES: dict[Move, frozenset[str]] = {
    (S.WAITING, S.CALLED): frozenset({"CallNext", "CallTicket"}),
    (S.WAITING, S.CANCELLED): frozenset({"CancelTicket"}),
    (S.WAITING, S.EXPIRED): frozenset({"CloseDay", "SettleDay"}),
    (S.CALLED, S.SERVING): frozenset({"StartService"}),
    (S.CALLED, S.NO_SHOW): frozenset({"MarkNoShow"}),
    (S.CALLED, S.WAITING): frozenset({"Undo"}),
    (S.CALLED, S.CANCELLED): frozenset({"CancelTicket"}),
    (S.CALLED, S.EXPIRED): frozenset({"SettleDay"}),
    (S.SERVING, S.SERVED): frozenset({"FinishService", "SettleDay"}),
    (S.SERVING, S.PARKED): frozenset({"ParkTicket"}),
    (S.SERVING, S.WAITING): frozenset({"TransferTicket", "Undo"}),
    (S.SERVING, S.CALLED): frozenset({"Undo"}),
    (S.WAITING, S.SERVING): frozenset({"Undo"}),
    (S.WAITING, S.PARKED): frozenset({"Undo"}),
    (S.WAITING, S.NO_SHOW): frozenset({"Undo"}),
    (S.PARKED, S.WAITING): frozenset({"ResumeTicket"}),
    (S.PARKED, S.SERVING): frozenset({"Undo"}),
    (S.PARKED, S.CANCELLED): frozenset({"CancelTicket"}),
    (S.PARKED, S.EXPIRED): frozenset({"CloseDay", "SettleDay"}),
    (S.NO_SHOW, S.WAITING): frozenset({"ReturnTicket"}),
    (S.NO_SHOW, S.CALLED): frozenset({"Undo"}),
    (S.NO_SHOW, S.CANCELLED): frozenset({"CancelTicket"}),
    (S.NO_SHOW, S.EXPIRED): frozenset({"CloseDay", "SettleDay"}),
    (S.SERVED, S.SERVING): frozenset({"Undo"}),
}
"""From and to, with the commands that may do it.

With `start_at_call` the call goes on to serving at once, in the same command; so taking it back
leads from serving to waiting.
"""


def allowed(command: str, state: S) -> bool:
    """Say whether the named command may move a ticket out of `state`."""
    return any(move[0] is state and command in names for move, names in MOVES.items())


def leads(command: str, state: S, to: S) -> bool:
    """Say whether the named command may move a ticket from `state` to `to`."""
    return command in MOVES.get((state, to), ())
