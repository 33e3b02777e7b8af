"""Routes: who signs in, who needs help, who has an appointment."""

from layso_queue.center.api import answers, bodies, booking_bodies, bookings, people
from layso_queue.center.api.ways import Way
from layso_queue.center.people import roles
from layso_queue.center.people.roles import Role

PEOPLE = (
    Way(
        method="POST",
        path="/v1/sessions",
        name="sign_in",
        summary="Sign in at a counter",
        handler=people.sign_in,
        roles=roles.AT_WORK,
        body=bodies.SignInBody,
        answers={201: answers.SessionAnswer},
        refusals=("PIN_WRONG", "TOO_MANY_TRIES", "COUNTER_UNKNOWN"),
    ),
    Way(
        method="DELETE",
        path="/v1/sessions",
        name="sign_out",
        summary="Sign out",
        handler=people.sign_out,
        roles=roles.AT_WORK,
        answers={204: None},
    ),
    Way(
        method="POST",
        path="/v1/help",
        name="call_help",
        summary="Call a helper",
        handler=people.call_help,
        roles=roles.GIVES_NUMBERS,
        body=bodies.HelpBody,
        answers={202: answers.HelpAnswer},
    ),
    Way(
        method="DELETE",
        path="/v1/help/{id}",
        name="help_came",
        summary="A helper has come",
        handler=people.help_came,
        roles=roles.GIVES_NUMBERS,
        answers={204: None},
        refusals=("HELP_UNKNOWN",),
    ),
    Way(
        method="GET",
        path="/v1/bookings",
        name="show_bookings",
        summary="Show today's appointments",
        handler=bookings.today,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        answers={200: answers.BookingsAnswer},
    ),
    Way(
        method="POST",
        path="/v1/bookings",
        name="book",
        summary="Keep an appointment",
        handler=bookings.book,
        roles=roles.IN_CHARGE | {Role.PROVINCE},
        body=booking_bodies.BookingBody,
        answers={201: answers.BookingAnswer, 200: answers.BookingAnswer},
        refusals=("SERVICE_UNKNOWN", "BOOKING_CODE_TAKEN"),
    ),
    Way(
        method="POST",
        path="/v1/bookings/{code}/cancel",
        name="cancel_booking",
        summary="Give an appointment up",
        handler=bookings.give_up,
        roles=roles.IN_CHARGE | {Role.PROVINCE},
        body=bodies.Act,
        answers={200: answers.BookingAnswer},
        refusals=("BOOKING_UNKNOWN", "BOOKING_USED", "BOOKING_MISSED"),
    ),
)
