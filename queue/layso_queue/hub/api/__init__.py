"""The API under /v1: the centers' exchange, and what portals and other systems may ask."""
