"""`layso`: the demo and the doctor."""

from argparse import ArgumentParser
from collections.abc import Sequence

from layso_queue import doctor
from layso_queue.demo import command as demo


def main(words: Sequence[str] | None = None) -> int:
    """Run one of the subcommands and return its exit code."""
    parser = ArgumentParser(prog="layso", description="Lấy Số: take a number.")
    commands = parser.add_subparsers(dest="command", required=True)
    demo.add_options(commands.add_parser("demo", help="a center, its windows and its paper"))
    doctor.add_options(commands.add_parser("doctor", help="is this machine able to run Lấy Số?"))
    options = parser.parse_args(words)
    return {"demo": demo.run, "doctor": doctor.run}[options.command](options)
