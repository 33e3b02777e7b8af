"""Plots as PNG and SVG."""
