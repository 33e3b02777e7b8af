"""The paper double: a virtual ESC/POS network printer that ships with the product."""
