"""The staff's slim bar beside their other programs."""
