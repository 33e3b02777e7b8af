"""Physical keypads: a handset on a serial line, or a number pad of its own."""
