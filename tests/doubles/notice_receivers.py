"""A notice to send, and a web server on loopback that takes what is posted to it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from layso_queue.hub.notices.words import write
from layso_queue.hub.notices.written import Written

VALUES = {
    "center": "Trung tâm Phục vụ hành chính công phường Trấn Biên",
    "service": "Hộ tịch: khai sinh, khai tử, kết hôn",
    "when": "09:00 thứ Ba 06/10/2026",
    "code": "7KQ2-M4XB-9TRW-HD3F",
    "url": "https://hub.example.vn/b/7KQ2M4XB9TRWHD3F",
    "reason": "mất điện",
    "number": "H012",
    "ahead": 5,
    "counter": 3,
}
AT = 1_791_000_000_000


def written(to: str = "mau@example.vn", **more: object) -> Written:
    subject, text = write("booked", "vi", VALUES)
    facts = {"booking": "0197-b", "center": "26041", "state": "booked"}
    values = {"subject": subject, "text": text, "facts": facts, **more}
    return Written(id="01970000-0000-7000-8000-000000000001", kind="booked", to=to, at=AT, **values)


class Receiver:
    def __init__(self) -> None:
        self.asked: list[tuple[str, dict, bytes]] = []
        self.answer: tuple[int, dict, bytes] = (200, {}, b"{}")


@contextmanager
def web_receiver() -> Iterator["Receiver"]:
    heard = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.asked.append((self.path, dict(self.headers), body))
            status, headers, said = heard.answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(said)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    heard.port = server.server_address[1]
    yield heard
    server.shutdown()
    thread.join()
    server.server_close()
