"""What a manager asks and reads: simulated days, plans, reasons, and how the forecast did."""
