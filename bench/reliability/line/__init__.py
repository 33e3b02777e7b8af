"""A center and its hub over a line as thin as a mobile one on a bad day.

The real center and the real hub over HTTP, through a proxy: 64 kbit/s, 600 ms there and back, one
segment of twenty lost, connections torn amid a message.
"""
