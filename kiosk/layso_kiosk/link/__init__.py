"""The one connection to the center: snapshot and deltas in, commands out, own journal."""
