"""How a command answers from a center's past, and what it says when it cannot."""

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing

from layso_assets.languages import LANGUAGES, Texts
from layso_assets.reasons import reason
from layso_queue.reports.past import Past, PastUnreadable, open_past


def answer_from_past(options: Namespace, answer: Callable[[Past, Namespace], int]) -> int:
    """Open the folder `options.data`, return what `answer` does; 2 with a sentence if it cannot."""
    try:
        with closing(open_past(options.data, options.language)) as past:
            return answer(past, options)
    except PastUnreadable as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    except OSError as fault:
        texts = Texts(options.language or LANGUAGES[0])
        sys.stderr.write(f"{fault.filename}: {reason(fault, texts)}.\n")
        return 2
