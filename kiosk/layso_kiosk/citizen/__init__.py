"""The citizen's touchscreen."""
