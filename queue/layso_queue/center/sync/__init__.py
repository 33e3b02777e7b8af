"""The center's line to its hub: what to say stands in layso_queue.sync, here it is said."""

from layso_queue.center.sync.client import HubAway, HubClient, HubRefused
from layso_queue.center.sync.link import HubLink, Standing

__all__ = ["HubAway", "HubClient", "HubLink", "HubRefused", "Standing"]
