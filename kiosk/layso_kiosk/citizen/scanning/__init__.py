"""Codes held before the kiosk: identity cards, bookings, old slips. Nothing of a card is kept."""
