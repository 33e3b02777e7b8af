"""The catalog of procedures: what people can have done here, what to bring, what goes online."""

from layso_queue.center.procedures.catalog import Catalog, shipped
from layso_queue.center.procedures.judge import judged
from layso_queue.center.procedures.model import COLUMNS, Procedure
from layso_queue.center.procedures.table import Row, TableUnreadable, read_table, write_table

__all__ = [
    "COLUMNS",
    "Catalog",
    "Procedure",
    "Row",
    "TableUnreadable",
    "judged",
    "read_table",
    "shipped",
    "write_table",
]
