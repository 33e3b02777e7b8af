"""What every test stands on: no screen, no GPU, whoever runs it and however."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
