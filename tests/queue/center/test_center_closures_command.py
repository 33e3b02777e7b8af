"""`layso-center close`, `reopen` and `closures`, beside a running center."""

import asyncio
import time

import pytest

from layso_queue.center.command import main


@pytest.mark.anyio
async def test_a_closure_of_the_command_line_holds_in_a_running_center(place, capsys, until):
    async def say(*words):
        command = ["--language", "en", words[0], "--data", str(place.path), *words[1:]]
        code = await asyncio.to_thread(main, command)
        said = capsys.readouterr()
        return code, said.err if code else said.out

    place.clock.ms = time.time_ns() // 1_000_000  # the command goes by the real one
    async with place.opened():
        reason = ("--reason", "mưa bão.", "--reason-en", "a storm")
        far = ("--from", "2033-12-01", "--to", "2033-12-02")
        code, said = await say("close", "--service", "A", *far, *reason)
        assert code == 0
        assert "from 00:00 01/12/2033 to 00:00 03/12/2033. Reason: a storm." in said
        assert (await say("close", *reason))[0] == 0
        await until(lambda: len(place.center.closing.standing) == 2)
        assert "Service A" in (await say("closures"))[1]
        code, said = await say("reopen", "--service", "H")
        assert code == 2
        assert "no such closure" in said
        assert "The whole center is closed" in said
        assert (await say("reopen"))[0] == 0
        await until(lambda: [one.service for one in place.center.closing.standing] == ["A"])
        assert (await say("reopen", "--service", "A", "--from", "2033-12-02T10:00"))[0] == 0
        assert (await say("closures"))[1].strip() == "Nothing is to be closed."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--service", "Q", "--reason", "x"], "has no service Q"),
        (["--reason", " "], "A reason for people"),
        (["--reason", "x" * 201], "at most 200"),
        (["--reason", "x", "--from", "tomorrow"], "as 2026-12-01"),
        (["--reason", "x", "--to", "2020-01-01"], "has passed"),
    ],
)
def test_the_command_says_what_cannot_be_closed(place, capsys, words, said):
    assert main(["--language", "en", "close", "--data", str(place.path), *words]) == 2
    assert said in capsys.readouterr().err
