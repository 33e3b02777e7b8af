"""A method of a QObject that receives a signal is a slot (docs/decisions/0010)."""

import ast
from collections.abc import Iterator
from pathlib import Path

EXCUSED = {"AudioPlayer._changed"}
"""Its signal's type comes with QtMultimedia, which is loaded only where there is sound."""

ROOM = Path(__file__).resolve().parents[2] / "kiosk" / "layso_kiosk"


def _receivers(kind: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    methods = {one.name: one for one in kind.body if isinstance(one, ast.FunctionDef)}
    for call in ast.walk(kind):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            for given in call.args if call.func.attr == "connect" else ():
                if isinstance(given, ast.Attribute) and ast.unparse(given.value) == "self":
                    yield from filter(None, [methods.get(given.attr)])


def _undecorated(source: str) -> list[str]:
    found = []
    for kind in ast.walk(ast.parse(source)):
        if isinstance(kind, ast.ClassDef) and "QObject" in map(ast.unparse, kind.bases):
            for method in _receivers(kind):
                if not any("Slot" in ast.unparse(one) for one in method.decorator_list):
                    found.append(f"{kind.name}.{method.name}")
    return found


def test_every_receiver_of_a_signal_is_a_slot() -> None:
    files = sorted(ROOM.rglob("*.py"))
    assert len(files) > 80
    faults = [f"{file.name}: {one}" for file in files for one in _undecorated(file.read_text())]
    assert [one for one in faults if one.split(": ")[1] not in EXCUSED] == []


def test_an_undecorated_receiver_is_noticed() -> None:
    source = "class A(QObject):\n  def f(self): self.s.connect(self.g)\n  def g(self): pass\n"
    assert _undecorated(source) == ["A.g"]
