"""One program of the demo as a process of its own, driven through its pilot."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

Line = dict[str, Any]


PATIENCE_MS = 60_000
"""So long a window may take to show what is waited for."""


class ProgramFailed(Exception):
    """A program of the demo ended, or did not answer in time; its log says why."""


class Process:
    """A started module whose standard output is JSON lines: answers, and events as they come.

    What it writes to standard error goes to `log`.
    """

    def __init__(self, name: str, module: str, *words: str, log: Path, env: dict[str, str]) -> None:
        """Start `python -m module words`."""
        self.name = name
        self.events: list[Line] = []
        self._answers: queue.Queue[Line | None] = queue.Queue()
        self._news = threading.Condition()
        self._asking = threading.Lock()
        self._log_path = log
        self._log = log.open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, **env},
        )
        assert self._process.stdout is not None
        self._listener = threading.Thread(target=self._listen, args=(self._process.stdout,))
        self._listener.start()

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._process.pid

    def ask(self, do: str, *, timeout: float = PATIENCE_MS / 1000 + 10, **values: Any) -> Any:
        """Give one order to the pilot and return its answer; raise ProgramFailed if it says no."""
        if do == "wait":  # a first start on a slow or busy machine takes its time
            values.setdefault("timeout_ms", PATIENCE_MS)
        with self._asking:
            assert self._process.stdin is not None
            try:
                self._process.stdin.write(json.dumps({"do": do, **values}).encode() + b"\n")
                self._process.stdin.flush()
                answer = self._answers.get(timeout=timeout)
            except (OSError, queue.Empty) as fault:
                raise ProgramFailed(f"{self.name}: {do}: {self._last_words()}") from fault
        if answer is None:
            raise ProgramFailed(f"{self.name}: {do}: {self._last_words()}")
        if not answer.get("ok"):
            raise ProgramFailed(f"{self.name}: {do} {values}: {answer.get('why')}")
        return answer.get("answer")

    def wait_for(self, event: str, *, since: int = 0, timeout: float = 20.0, **values: Any) -> Line:
        """Return the first event of this name, at or after place `since`, with these values."""

        def found() -> Line | None:
            for line in self.events[since:]:
                if line["event"] == event and all(line.get(k) == v for k, v in values.items()):
                    return line
            return None

        with self._news:
            self._news.wait_for(lambda: found() or self._process.poll() is not None, timeout)
            line = found()
        if line is None:
            raise ProgramFailed(f"{self.name}: no {event} {values or ''}: {self._last_words()}")
        return line

    def stop(self, timeout: float = 10.0) -> int:
        """Ask the program to end, insist after `timeout` seconds, and return its exit code."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None:
                stream.close()
        return self._process.returncode

    def wait(self) -> int:
        """Wait until the program ends by itself."""
        return self._process.wait()

    def _listen(self, stream: IO[bytes]) -> None:
        for raw in stream:
            try:
                line = json.loads(raw)
            except ValueError:
                continue
            if "event" in line:
                with self._news:
                    self.events.append(line)
                    self._news.notify_all()
            else:
                self._answers.put(line)
        self._answers.put(None)
        with self._news:
            self._news.notify_all()

    def _last_words(self) -> str:
        self._log.flush()
        words = self._log_path.read_text(errors="replace").strip().splitlines()
        return words[-1] if words else "no answer"
