"""The province's web queue: citizens book and follow from a phone, portals through an API."""
