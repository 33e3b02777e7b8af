"""Vietnamese letters without a keyboard driver: Telex, tone marks, and searching without tones."""
