"""Texts for people: one folder a language, one TOML file a topic, Vietnamese first."""

from layso_assets.languages.texts import LANGUAGES, Language, TextMissing, Texts, offered

__all__ = ["LANGUAGES", "Language", "TextMissing", "Texts", "offered"]
