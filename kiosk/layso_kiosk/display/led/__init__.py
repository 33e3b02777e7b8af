"""LED panels over counters and in the hall, on an RS-485 line: ASCII or Modbus RTU."""
