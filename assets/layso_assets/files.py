"""Where the asset files are on disk."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


class AssetMissing(Exception):
    """A file that the product ships is not there: the installation is damaged."""


def path(*parts: str) -> Path:
    """Return the path of an asset, e.g. ``path("fonts", "BeVietnamPro-Bold.ttf")``.

    Raises AssetMissing if there is no such file or folder.
    """
    found = _ROOT.joinpath(*parts)
    if not found.exists():
        raise AssetMissing("/".join(parts))
    return found
