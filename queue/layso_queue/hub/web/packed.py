"""Bodies packed for a center behind a thin line, both ways."""

from dataclasses import replace

from layso_queue.hub.web.reading import BadForm, Headers, TooLarge
from layso_queue.hub.web.reply import Reply
from layso_queue.sync.packing import CODING, WORTH, pack, unpack


def unpacked(body: bytes, headers: Headers, most: int) -> bytes:
    """Return a request's body as it was before it was packed; raise BadForm, TooLarge."""
    coding = headers.get(b"content-encoding", b"").decode("latin-1").lower()
    if coding in ("", "identity"):
        return body
    found = unpack(body, most) if coding == CODING else None
    if found is None:
        raise TooLarge(most) if coding == CODING and body[:2] == b"\x1f\x8b" else BadForm
    return found


def for_center(reply: Reply, headers: Headers) -> Reply:
    """Return a reply with no more bytes than a center needs, which says that we unpack too."""
    accepted = headers.get(b"accept-encoding", b"").decode("latin-1").lower()
    lean = replace(reply, headers=(*reply.headers, ("accept-encoding", CODING)), to_program=True)
    if len(reply.body) < WORTH or CODING not in accepted:
        return lean
    coded = (*lean.headers, ("content-encoding", CODING))
    return replace(lean, body=pack(reply.body), headers=coded)
