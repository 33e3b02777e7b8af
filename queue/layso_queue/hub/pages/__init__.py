"""The citizens' pages: phone first, whole without script, in Vietnamese and English."""
