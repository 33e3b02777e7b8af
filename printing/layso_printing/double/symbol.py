"""QR codes by the printer's own command, GS ( k."""

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

_LEVELS = {48: ERROR_CORRECT_L, 49: ERROR_CORRECT_M, 50: ERROR_CORRECT_Q, 51: ERROR_CORRECT_H}


class Symbol:
    """What a printer remembers of a QR code until it is printed."""

    def __init__(self) -> None:
        self._module = 3
        self._level = ERROR_CORRECT_L
        self._data = b""

    def order(self, data: bytes) -> Image.Image | bool:
        """Obey one GS ( k; return an image to print, or whether the order was understood."""
        if len(data) < 2 or data[0] != 49:
            return False
        function, rest = data[1], data[2:]
        if function == 65:
            return True
        if function == 67 and rest and 1 <= rest[0] <= 16:
            self._module = rest[0]
            return True
        if function == 69 and rest and rest[0] in _LEVELS:
            self._level = _LEVELS[rest[0]]
            return True
        if function == 80 and rest:
            self._data = rest[1:]
            return True
        if function == 81 and self._data:
            return self._draw()
        return False

    def _draw(self) -> Image.Image | bool:
        code = qrcode.QRCode(error_correction=self._level, box_size=1, border=0)
        code.add_data(self._data)
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            return False
        rows = code.get_matrix()
        dots = Image.new("1", (len(rows), len(rows)))
        dots.putdata([0 if dark else 255 for row in rows for dark in row])
        size = (len(rows) * self._module, len(rows) * self._module)
        return dots.resize(size, Image.Resampling.NEAREST)
