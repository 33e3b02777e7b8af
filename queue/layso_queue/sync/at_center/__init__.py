"""A center's side of the exchange with its hub."""
