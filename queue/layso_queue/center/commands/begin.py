"""`init`: settings for one commune's own center, to be looked through before the first start."""

import os
import re
from argparse import Namespace

from layso_assets import files
from layso_assets.languages import LANGUAGES, Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder
from layso_queue.center.settings.communes import Commune, commune_of

_KINDS = {"phường": "ward", "xã": "commune", "đặc khu": "zone"}


def begin(asked: Namespace, texts: Texts) -> Said:
    """Write settings.toml where there is none, with nothing of the demo's staff in it."""
    folder = Folder(asked.data)
    commune = commune_of(asked.code)
    if commune is None:
        return Said(2, (texts.say("center.begin.unknown", code=asked.code),))
    if folder.settings.exists() or folder.database.exists():
        return Said(2, (texts.say("center.begin.there", folder=folder.path),))
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        draft = folder.settings.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(settings_for(commune))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(folder.settings)
    except OSError as error:
        why = reason(error, texts)
        return Said(2, (texts.say("center.command.folder_unusable", folder=folder.path, why=why),))
    name = _named(commune, texts.language)
    return Said(0, (texts.say("center.begin.made", file=folder.settings, name=name),))


def settings_for(commune: Commune) -> str:
    """Return a settings file for a commune: the demo's, in its name and without its staff."""
    text = files.path("demo", "center-26041.toml").read_text("utf-8")
    text = re.sub(r"\A(#.*\n)+", "", text).lstrip()
    text = re.sub(r"(#.*\n)*(\[\[demo_staff\]\]\n(\w.*\n)+\n)+", "", text)
    text = re.sub(r'^code = "\d{5}"', f'code = "{commune.code}"', text, count=1, flags=re.M)
    text = re.sub(r'^(url) = ".*"', r'\1 = ""', text, count=1, flags=re.M)
    text = _with_names(text, "name", {one: _named(commune, one) for one in LANGUAGES})
    return _with_names(text, "province", dict.fromkeys(LANGUAGES, commune.province))


def _with_names(text: str, table: str, names: dict[str, str]) -> str:
    lines = "".join(f'{language} = "{name}"\n' for language, name in names.items())
    head = f"[center.{table}]\n"
    return re.sub(rf"{re.escape(head)}(\w.*\n)+", lambda _: head + lines, text)


def _named(commune: Commune, language: str) -> str:
    return Texts(language).say(f"center.begin.{_KINDS[commune.kind]}", name=commune.name)
