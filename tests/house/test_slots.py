"""A method of a QObject that receives a signal is a slot (docs/decisions/0010)."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

EXCUSED = {"AudioPlayer._changed"}
"""Its signal's type comes with QtMultimedia, which is loaded only where there is sound."""

ROOM = Path(__file__).resolve().parents[2] / "kiosk" / "layso_kiosk"
PROGRAMS = ("", "citizen", "counter", "display", "recorder")
"""What is shared, and each program with it: two programs may have classes of one name."""


@dataclass
class Kind:
    """A class of ours: its bases, its methods, and of which classes its attributes are."""

    name: str
    bases: list[str]
    methods: dict[str, ast.FunctionDef]
    held: dict[str, str] = field(default_factory=dict)


def _name(node: ast.expr | None) -> str:
    """Return the class that an annotation or a call names: `link.Center(...)` is a Center."""
    if isinstance(node, ast.Constant):
        quoted = node.value if isinstance(node.value, str) and node.value.isidentifier() else ""
        return quoted or str(node.value).split(" | ")[0]
    if isinstance(node, ast.BoolOp):  # given or Made()
        return _name(node.values[-1])
    if isinstance(node, ast.Call):
        return _name(node.func)
    if isinstance(node, ast.BinOp):  # X | None
        return _name(node.left)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _pairs(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield what is assigned to what, tuples taken apart."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=False)
            else:
                yield target, node.value
    elif isinstance(node, ast.AnnAssign):
        yield node.target, node.annotation


def _locals(function: ast.FunctionDef) -> dict[str, str]:
    """Return the classes of a function's arguments and of what it makes."""
    known = {one.arg: _name(one.annotation) for one in ast.walk(function.args) if _is_arg(one)}
    for node in ast.walk(function):
        for target, value in _pairs(node):
            if isinstance(target, ast.Name):
                known[target.id] = known.get(_name(value)) or _name(value)
    return known


def _is_arg(node: ast.AST) -> bool:
    return isinstance(node, ast.arg)


def _kinds(trees: Iterable[ast.Module]) -> dict[str, Kind]:
    kinds = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef):
            methods = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
            kind = kinds[node.name] = Kind(node.name, [_name(base) for base in node.bases], methods)
            for method in methods.values():
                if any(_name(one) == "property" for one in method.decorator_list):
                    kind.held[method.name] = _name(method.returns)
                known = _locals(method)
                for target, value in (pair for inner in ast.walk(method) for pair in _pairs(inner)):
                    if isinstance(target, ast.Attribute) and _name(target.value) == "self":
                        held = known.get(_name(value)) or _name(value)
                        kind.held[target.attr] = kind.held.get(target.attr) or held
    return kinds


def _is_qobject(name: str, kinds: dict[str, Kind]) -> bool:
    if name not in kinds:
        return name.startswith("Q")
    return any(_is_qobject(base, kinds) for base in kinds[name].bases)


def _class_of(node: ast.expr, within: str, known: dict[str, str], kinds: dict[str, Kind]) -> str:
    """Return the class of `self`, a local name, or an attribute of either; "" if unknown."""
    if isinstance(node, ast.Name):
        return within if node.id == "self" else known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        return _held(node.attr, _class_of(node.value, within, known, kinds), kinds)
    return ""


def _held(name: str, kind: str, kinds: dict[str, Kind]) -> str:
    """Return the class of an attribute of a class, or of those that it comes from."""
    if kind not in kinds:
        return ""
    inherited = (_held(name, base, kinds) for base in kinds[kind].bases)
    return kinds[kind].held.get(name) or next(filter(None, inherited), "")


def _method(name: str, kind: str, kinds: dict[str, Kind]) -> tuple[str, ast.FunctionDef] | None:
    """Find a method in a class or those that it comes from."""
    if kind not in kinds:
        return None
    if name in kinds[kind].methods:
        return kind, kinds[kind].methods[name]
    found = (_method(name, base, kinds) for base in kinds[kind].bases)
    return next(filter(None, found), None)


def _receivers(
    function: ast.FunctionDef, within: str, kinds: dict[str, Kind]
) -> Iterator[tuple[str, ast.FunctionDef]]:
    known = _locals(function)
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            for given in call.args if call.func.attr == "connect" else ():
                if isinstance(given, ast.Attribute):
                    kind = _class_of(given.value, within, known, kinds)
                    found = _method(given.attr, kind, kinds)
                    if found and _is_qobject(kind, kinds):
                        yield found


def _undecorated(*sources: str) -> list[str]:
    trees = [ast.parse(source) for source in sources]
    kinds = _kinds(trees)
    inside = {id(one): kind.name for kind in kinds.values() for one in kind.methods.values()}
    found = set()
    for function in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(function, ast.FunctionDef):
            for kind, method in _receivers(function, inside.get(id(function), ""), kinds):
                if not any("Slot" in ast.unparse(one) for one in method.decorator_list):
                    found.add(f"{kind}.{method.name}")
    return sorted(found)


def test_every_receiver_of_a_signal_is_a_slot() -> None:
    folders = {one.parent.name for one in ROOM.glob("*/__init__.py")}
    assert folders == {"link", "look", *filter(None, PROGRAMS)}
    faults = set()
    for program in PROGRAMS:
        rooms = ("link", "look", program) if program else ("link", "look")
        files = [file for room in rooms for file in sorted((ROOM / room).rglob("*.py"))]
        assert len(files) > 30
        faults |= {*_undecorated(*(file.read_text("utf-8") for file in files))}
    assert sorted(faults - EXCUSED) == []


def test_an_undecorated_receiver_is_noticed() -> None:
    g = "\n  def g(self): pass\n"
    assert _undecorated("class A(QObject):\n  def f(self): self.s.connect(self.g)" + g) == ["A.g"]


def test_a_receiver_in_another_object_is_noticed() -> None:
    other = "class B(QObject):\n  def g(self): pass\nclass C(B): pass\n"
    shared = "class D:\n  def __init__(self): self.b = B()\n"
    for way in (
        "class A(QObject):\n  def f(self):\n    self.b = C()\n    self.s.connect(self.b.g)\n",
        "class A:\n  def __init__(self, b: B):\n    self.a, self._b = 1, b\n"
        "  def f(self, s): s.connect(self._b.g)\n",
        "class A:\n  @property\n  def b(self) -> 'B | None': ...\n"
        "def f(a: A, s): s.connect(a.b.g)\n",
        "def f(s):\n  b = B()\n  s.connect(b.g)\n",
        shared + "class A(D):\n  def f(self, s): s.connect(self.b.g)\n",
    ):
        assert _undecorated(other, way) == ["B.g"], way
    assert _undecorated(other.replace("  def g", "  @Slot()\n  def g"), way) == []
    assert _undecorated(other.replace("B(QObject)", "B"), way) == []
