"""Waiting time, from the line as it stands and the real calling rule."""
