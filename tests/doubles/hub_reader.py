"""Reads the hub's pages as a person does, and books by their forms."""

from html.parser import HTMLParser

from hub_place import CENTER, at
from layso_queue.hub.challenge import question_of


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def words(answer):
    reader = _Text()
    reader.feed(answer.text)
    read = " ".join(" ".join(reader.parts).split())
    return read.replace("\u2060", "")  # keeps a range on one line, and nobody sees it


def sum_of(hub, hold):
    kept = hub.sale.held(hold)
    question = question_of(hold, kept.tries, hub.keys.secret)
    return str(question.first + question.second)


def book(client, hub, *, name="Nguyễn Văn Mẫu", phone="0912345678", slot="06 09:00", service="A"):
    form = {"center": CENTER, "service": service, "kind": "slot", "slot": str(at(slot))}
    kept = client.post("/vi/hold", data=form)
    assert kept.status_code == 200, kept.text
    hold = kept.url.path.rpartition("/")[2]
    form = {"name": name, "phone": phone, "email": "", "sum": sum_of(hub, hold)}
    return client.post(kept.url.path, data=form)
