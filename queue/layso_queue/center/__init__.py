"""One commune's server: journal, API, feed and devices around the line."""
