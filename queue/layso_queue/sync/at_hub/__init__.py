"""The hub's side of the exchange with one center."""
