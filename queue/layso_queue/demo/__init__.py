"""The demo center: real processes on loopback, and a morning played through their windows."""
