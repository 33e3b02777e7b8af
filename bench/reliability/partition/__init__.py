"""A whole city is cut from its hub for three days, and then all its centers drain at once.

Virtual time; the hub is the real one on a real PostgreSQL, behind its real application; each center
is its real line, journal, SQLite file and link. Only screens, the center's own API and threads are
left out.
"""
