"""E-mail over SMTP."""

import smtplib
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from layso_queue.hub.notices.written import NeverWill, TryLater, Written

PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Mail:
    """Sends through one server. `security`: "tls" from the start, "starttls", or "none".

    `user` "" signs in nowhere. `sender` is an address, `name` what readers see of it.
    """

    host: str
    port: int
    sender: str
    name: str = ""
    security: str = "starttls"
    user: str = ""
    password: str = ""

    def send(self, written: Written) -> None:
        """Return when the server took it. Raises TryLater, NeverWill."""
        message = self._message(written)
        try:
            with self._server() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, why = next(iter(error.recipients.values()))
            raise _sorted(code, why) from error
        except smtplib.SMTPResponseException as error:
            # A wrong password or sender is ours to mend: what waits must not be thrown away.
            ours = isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPSenderRefused)
            code = 400 if ours else error.smtp_code
            raise _sorted(code, error.smtp_error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise TryLater(str(error)) from error

    def _server(self) -> smtplib.SMTP:
        if self.security == "tls":
            trusted = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=PATIENCE_S, context=trusted
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE_S)
        try:
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server

    def _message(self, written: Written) -> EmailMessage:
        message = EmailMessage()
        domain = self.sender.rpartition("@")[2]
        try:
            message["To"] = Address(addr_spec=written.to)
        except Exception as error:  # its parser meets some addresses with errors of its own
            raise NeverWill("the address cannot be written") from error
        message["From"] = Address(self.name, addr_spec=self.sender)
        message["Subject"] = written.subject
        message["Date"] = format_datetime(datetime.fromtimestamp(written.at / 1000, UTC))
        # The same notice again has the same name: a mailbox can tell that it is one.
        message["Message-ID"] = f"<{written.id}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(written.text)
        return message


def _sorted(code: int, why: bytes | str) -> TryLater | NeverWill:
    words = why.decode(errors="replace") if isinstance(why, bytes) else why
    return NeverWill(f"{code} {words}") if code >= 500 else TryLater(f"{code} {words}")
