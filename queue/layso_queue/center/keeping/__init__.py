"""What keeps a center's data over a bad day: copies, restores, and room on the disk."""
