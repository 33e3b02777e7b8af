"""Texts for people: one folder a language, one TOML file a topic, Vietnamese first."""

from layso_assets.languages.texts import LANGUAGES, Texts, TextMissing

__all__ = ["LANGUAGES", "TextMissing", "Texts"]
