"""What all tables share."""

from sqlalchemy import MetaData

metadata = MetaData()

CENTER = "centers.code"
"""What rows of one center point to."""
