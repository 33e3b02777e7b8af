"""Telling people: e-mail, text messages and signed webhooks. Tried again, never in a booking's way.

An adapter is given a `Written` and returns when it was taken; else it raises `TryLater` or
`NeverWill`. Which notice goes where and when is the outbox's business, not theirs.
"""
