"""Texts for people: one folder a language, one TOML file a topic, Vietnamese first."""

from layso_assets.languages.texts import LANGUAGES, TextMissing, Texts

__all__ = ["LANGUAGES", "TextMissing", "Texts"]
