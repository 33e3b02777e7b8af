"""What a portal knows and sends: its access key, and a booking it may ask for."""

from hub_place import CENTER

KEY = "k" * 64
BODY = {
    "center": CENTER,
    "service": "A",
    "slot": "2026-10-06T09:00:00+07:00",
    "name": "Nguyễn Văn Mẫu",
    "phone": "0912 345 678",
}
