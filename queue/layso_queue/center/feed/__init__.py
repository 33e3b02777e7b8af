"""The live feed: a snapshot, then only what changes, and nobody waits for a slow client."""
