"""The hub's side of the exchange with one center, on either database."""

from layso_queue.hub.storage.side.side import CenterGone, Side

__all__ = ["CenterGone", "Side"]
