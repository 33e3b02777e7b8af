"""One request for a page, read and judged."""

from dataclasses import dataclass, field

from layso_assets.languages import Texts
from layso_queue.hub.hub import Hub


@dataclass(slots=True)
class Asked:
    """What a page's handler gets. `base` is how the browser reaches the hub, without a slash."""

    hub: Hub
    language: str
    url: str
    base: str
    client: str
    path: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    staff: str | None = None
    method: str = "GET"

    @property
    def texts(self) -> Texts:
        """The sentences in the reader's language."""
        return self.hub.texts[self.language]

    @property
    def secure(self) -> bool:
        """Whether the browser came by TLS, so that cookies may ask for it."""
        return self.base.startswith("https:")

    def here(self, path: str) -> str:
        """Return a path within the reader's language: "/vi/find"."""
        return f"/{self.language}{path}"
