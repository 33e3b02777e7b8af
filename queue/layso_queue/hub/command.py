"""`layso-hub`: the province's web queue."""

import sys


def main() -> int:
    """Say plainly that this version has no web queue yet; exit code 2."""
    print(
        "Phiên bản này chưa có hàng đợi trên mạng. / This version has no web queue yet.",
        file=sys.stderr,
    )
    return 2
