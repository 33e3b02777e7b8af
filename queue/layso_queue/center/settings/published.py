"""The demo's PINs: they stand in the guides, so no real center may let anybody in with them."""

import tomllib
from functools import lru_cache

from layso_assets import files

DEMO_CENTER = "26041"


@lru_cache(maxsize=1)
def published_pins() -> dict[str, str]:
    """Return the demo's staff codes with their PINs."""
    table = tomllib.loads(files.path("demo", "center-26041.toml").read_text("utf-8"))
    return {one["code"]: one["pin"] for one in table["demo_staff"]}
