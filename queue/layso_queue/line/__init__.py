"""The heart: tickets, counters and their order. Pure: no clock, database, network or window."""
