"""The province's hub on PostgreSQL under the mix of a peak hour: `./run bench hub`."""

from bench.hub.measuring import measure

__all__ = ["measure"]
