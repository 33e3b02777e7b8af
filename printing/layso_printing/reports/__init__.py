"""Reports, notices and posters as PDF: data in, bytes out; nothing is asked of a center here."""

from layso_printing.reports.charts import Bar, BarChart, HourChart
from layso_printing.reports.sheet import Figure, Sheet
from layso_printing.reports.tables import Column

__all__ = ["Bar", "BarChart", "Column", "Figure", "HourChart", "Sheet"]
