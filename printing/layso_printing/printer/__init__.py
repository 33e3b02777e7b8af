"""From bytes to paper: addresses, profiles, lines, status, and the outcome of a print."""
