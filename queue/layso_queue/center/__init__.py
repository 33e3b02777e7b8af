"""One commune's server: journal, API, feed and devices around the line.

A request goes `api` -> `center` -> `writer` (one thread: decide, one commit for all that wait,
apply) -> answer; after the commit `feed` looks at the day and tells every screen what changed.
"""
