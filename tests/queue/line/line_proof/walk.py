"""A fixed sequence: the same acts as the state machine's, chosen by a seed."""

from collections.abc import Iterator
from random import Random

from layso_queue.line import Refused, decide
from layso_queue.line.commands import Command
from line_proof.acts import GROUPS, Acts
from line_proof.plans import DAY, MINUTE, RULES, SEVEN
from line_proof.proof import Proof

OFTEN = {"issue": 20, "next": 24, "start": 10, "finish": 7, "recall": 12, "no_show": 10}
OFTEN |= {"come_back": 12, "park": 5, "resume": 3, "transfer_to": 8, "by_hand": 10, "open": 9}
OFTEN |= {
    "book": 4,
    "check_in": 8,
    "go_on": 4,
    "undo": 9,
    "undo_desk": 3,
    "close": 4,
    "close_day": 1,
}
NAMES = [name for group in GROUPS for name in dict.fromkeys(group)]
WEIGHTS = [OFTEN.get(name, 1) for name in NAMES]


def walk(seed: int, steps: int) -> Iterator[Proof]:
    """Play some steps of a day with each set of rules in turn; raise InvariantBroken."""
    random = Random(seed)
    for rules in RULES:
        proof = Proof(SEVEN)
        acts = Acts(proof, rules)
        for _ in range(steps):
            acts.wait(random.choice((0, 0, 1, 7_000, MINUTE, 9 * MINUTE)))
            if random.random() < 0.03:
                acts.wait(random.choice((-400 * DAY, -3 * 60 * MINUTE, 5 * 60 * MINUTE)))
            proof.do(_sensible(random, acts, proof))
        proof.crash()
        yield proof


def _sensible(random: Random, acts: Acts, proof: Proof) -> Command:
    """Choose an act, mostly one that is not refused."""
    for _ in range(40):
        name = random.choices(NAMES, WEIGHTS)[0]
        command = acts.make(name, random.randrange(8), random.randrange(8))
        if random.random() < 0.05 or not isinstance(decide(proof.day, command, 0), Refused):
            break
    return command
