"""A center's settings: one TOML file, read and judged as a whole."""

from layso_queue.center.settings.model import Settings
from layso_queue.center.settings.plan import hours_of, plan_of
from layso_queue.center.settings.read import SettingsWrong, read_settings

__all__ = ["Settings", "SettingsWrong", "hours_of", "plan_of", "read_settings"]
