"""Notices in words, and e-mail over real SMTP: tried again, or given up for good."""

import asyncio
import threading
from email import message_from_bytes, policy

import pytest
from aiosmtpd.smtp import SMTP

from layso_assets.languages import LANGUAGES
from layso_queue.hub.notices.smtp import Mail
from layso_queue.hub.notices.words import KINDS, LONGEST_SMS, write, write_short
from layso_queue.hub.notices.written import NeverWill, TryLater
from notice_receivers import VALUES, written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_notice_is_written_whole_in_every_language(kind: str, language: str) -> None:
    subject, text = write(kind, language, VALUES)
    short = write_short(kind, language, VALUES)
    for words in (subject, text, short):
        assert "{" not in words
        assert words.strip()
    assert VALUES["url"] in text
    assert short.endswith(VALUES["url"])
    assert len(short) <= LONGEST_SMS


def test_a_long_name_never_pushes_the_link_out_of_a_message() -> None:
    short = write_short("booked", "vi", VALUES | {"service": "x" * 900})
    assert len(short) <= LONGEST_SMS
    assert short.endswith(f"… {VALUES['url']}")


def test_no_value_can_begin_a_header_or_a_line() -> None:
    subject, _ = write("booked", "vi", VALUES | {"when": "09:00\r\nBcc: all@example.vn"})
    assert "\n" not in subject
    assert "\r" not in subject


class _Mailbox:
    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.says = "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.says.startswith("250"):
            self.mails.append(envelope.content)
        return self.says


@pytest.fixture
def mailbox():
    box, loop = _Mailbox(), asyncio.new_event_loop()
    serve = loop.create_server(lambda: SMTP(box, hostname="here", loop=loop), "127.0.0.1", 0)
    server = loop.run_until_complete(serve)
    box.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield box

    async def end() -> None:
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    asyncio.run_coroutine_threadsafe(end(), loop).result(30)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def _mail(port: int, **more: str) -> Mail:
    return Mail("127.0.0.1", port, "datlich@example.vn", security="none", **more)


def test_a_mail_arrives_with_its_accents_and_the_same_name_each_time(mailbox) -> None:
    mail = _mail(mailbox.port, name="Lấy Số Đồng Nai")
    mail.send(written())
    mail.send(written())
    first, again = (message_from_bytes(raw, policy=policy.default) for raw in mailbox.mails)
    assert first["Subject"] == write("booked", "vi", VALUES)[0]
    assert first["To"] == "mau@example.vn"
    assert "Lấy Số Đồng Nai" in first["From"]
    assert first.get_content().replace("\r\n", "\n") == write("booked", "vi", VALUES)[1]
    assert first["Message-ID"] == again["Message-ID"]
    assert first["Auto-Submitted"] == "auto-generated"


def test_an_address_that_is_gone_is_given_up_and_a_busy_server_is_asked_later(mailbox) -> None:
    with pytest.raises(NeverWill, match="550"):
        _mail(mailbox.port).send(written("gone@example.vn"))
    mailbox.says = "451 try again"
    with pytest.raises(TryLater, match="451"):
        _mail(mailbox.port).send(written())
    mailbox.says = "554 no spam"
    with pytest.raises(NeverWill, match="554"):
        _mail(mailbox.port).send(written())


def test_a_server_that_is_away_or_wants_another_password_keeps_the_mail_waiting(mailbox) -> None:
    with pytest.raises(TryLater):
        _mail(1).send(written())
    with pytest.raises(TryLater):
        _mail(mailbox.port, user="x", password="y").send(written())


@pytest.mark.parametrize(
    "to", ["mau@example.vn\r\nBcc: all@example.vn", "=?utf-8?q??=@a.vn", "mau"]
)
def test_an_address_that_cannot_be_is_given_up_before_anything_is_sent(mailbox, to) -> None:
    with pytest.raises(NeverWill) as refused:
        _mail(mailbox.port).send(written(to))
    assert to not in str(refused.value)
    assert mailbox.mails == []
