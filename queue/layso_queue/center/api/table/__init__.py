"""The one table of routes. Hot ways first: they are found by going through it."""

from layso_queue.center.api.table.closures import CLOSURES
from layso_queue.center.api.table.counters import COUNTERS
from layso_queue.center.api.table.day import DAY
from layso_queue.center.api.table.giving import GIVING
from layso_queue.center.api.table.keeping import KEEPING
from layso_queue.center.api.table.moves import MOVES
from layso_queue.center.api.table.outside import OUTSIDE
from layso_queue.center.api.table.people import PEOPLE

WAYS = (*GIVING, *COUNTERS, *MOVES, *DAY, *KEEPING, *PEOPLE, *CLOSURES, *OUTSIDE)
