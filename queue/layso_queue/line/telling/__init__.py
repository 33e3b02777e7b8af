"""What a day's journal tells of its calls: who went before whom, by which rule, by whose hand.

tell(journal) -> Told        story_of(told, ticket id) -> Story        sheet_of(told) -> FairSheet
"""

from layso_queue.line.telling.calls import Call
from layso_queue.line.telling.fair import FairSheet, Overtaken, sheet_of
from layso_queue.line.telling.story import Step, Story, story_of
from layso_queue.line.telling.told import Told, tell

__all__ = [
    "Call",
    "FairSheet",
    "Overtaken",
    "Step",
    "Story",
    "Told",
    "sheet_of",
    "story_of",
    "tell",
]
