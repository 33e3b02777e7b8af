"""`python -m layso_queue` is `layso`."""

import sys

from layso_queue.command import main

sys.exit(main())
