"""Handlers: staff sign in and out; somebody calls for help."""

from layso_queue.center.api.bodies import HelpBody, SignInBody
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.people.staff import PinWrong, TooManyTries
from layso_queue.center.stamps import written
from layso_queue.line import Refusal


async def sign_in(asked: Asked) -> Reply:
    """Begin a session at a counter."""
    body: SignInBody = asked.body
    center = asked.center
    if body.counter not in center.counter_numbers:
        raise Problem(Refusal.COUNTER_UNKNOWN.value, {"counter": body.counter})
    try:
        token, session = await center.staff.sign_in(body.staff, body.pin, body.counter, asked.known)
    except PinWrong as error:
        raise Problem("PIN_WRONG") from error
    except TooManyTries as error:
        after = str(error.seconds).encode()
        about = {"seconds": error.seconds}
        raise Problem("TOO_MANY_TRIES", about, ((b"retry-after", after),)) from error
    return in_json(
        201,
        {
            "session": token,
            "staff": session.staff,
            "role": session.role.value,
            "expires_at": written(session.expires_at),
        },
    )


async def sign_out(asked: Asked) -> Reply:
    """End the session; signed out twice is signed out."""
    if asked.session is not None and asked.session_token is not None:
        await asked.center.staff.sign_out(asked.session_token)
    return Reply(204)


async def call_help(asked: Asked) -> Reply:
    """Put a help call on the staff's screens."""
    body: HelpBody = asked.body
    await asked.center.keeping.helping.call(body.id, body.where, body.about)
    return in_json(202, {"id": body.id})


async def help_came(asked: Asked) -> Reply:
    """Take a help call off the screens."""
    if not await asked.center.keeping.helping.came(asked.path["id"]):
        raise Problem("HELP_UNKNOWN")
    return Reply(204)
