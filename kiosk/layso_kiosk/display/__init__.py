"""The hall board: the newest call large and aloud, counters, recent calls, waits, notices."""
