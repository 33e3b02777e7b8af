"""Figures against limits, and against a peer in the same run: `./run bench`."""
