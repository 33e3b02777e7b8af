"""What in a settings file is allowed but hardly meant: said at the start, never refused."""

from collections.abc import Collection

from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.settings.communes import commune_of
from layso_queue.center.settings.model import Settings


def doubts(settings: Settings, kiosks: Collection[str], texts: Texts) -> list[str]:
    """Return a sentence for each doubt; `kiosks` are the names of the enrolled kiosks.

    While no kiosk is enrolled, none can be missed.
    """
    found = []
    icons = {file.name for file in files.path("icons").iterdir()}
    code = settings.center.code
    if commune_of(code) is None:
        found.append(texts.say("center.doubts.commune", code=code))
    for one in settings.services:
        if f"{one.icon}.svg" not in icons:
            found.append(texts.say("center.doubts.icon", service=one.code, icon=one.icon))
    for counter in settings.counters:
        if counter.kiosk and kiosks and counter.kiosk not in kiosks:
            about = {"counter": counter.number, "kiosk": counter.kiosk}
            found.append(texts.say("center.doubts.kiosk", known=", ".join(sorted(kiosks)), **about))
    return found
