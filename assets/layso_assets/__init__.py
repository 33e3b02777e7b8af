"""Fonts, icons, sounds, texts and centers: data that every room may read, loaded when asked."""
