"""The directory: every commune of the country, found by name without tones, or by place."""

from layso_queue.hub.directory.communes import Commune, Directory, read_directory
from layso_queue.hub.directory.folding import folded

__all__ = ["Commune", "Directory", "folded", "read_directory"]
