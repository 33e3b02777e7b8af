"""The room that decides: the line, its center and its web queue. No Qt and no paper in here."""
