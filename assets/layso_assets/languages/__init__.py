"""Texts for people: one folder a language, one TOML file a topic, Vietnamese first."""

from layso_assets.languages.texts import LANGUAGES, Language, TextMissing, Texts, name_of, offered

__all__ = ["LANGUAGES", "Language", "TextMissing", "Texts", "name_of", "offered"]
