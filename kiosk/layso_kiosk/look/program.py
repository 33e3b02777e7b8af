"""Open the window of a program: fonts, scale, theme, texts and its QML, and close it clean."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QLoggingCategory, QObject, Qt, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlContext, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickView, QQuickWindow, QSGRendererInterface

from layso_assets import files
from layso_kiosk.look.icons import PROVIDER, IconProvider
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.theme import Look
from layso_kiosk.look.undying import keep_constants

QML_ROOT = Path(__file__).parent / "qml"

OTHER_SCRIPTS = ["Noto Sans Khmer"]
"""Families for letters that ours has not; they are shipped beside it."""


class ScreenFaulty(Exception):
    """The QML file cannot be shown: a fault of ours; the message says where."""


class Program:
    """An open window. Keep it as long as the window shall show, then call `close`.

    `faults` holds every QML warning as a sentence with file and line; tests demand that it is
    empty, programs log it.
    """

    def __init__(self, view: QQuickView, look: Look, texts: ScreenTexts) -> None:
        """Take over a view; use `open_program` instead."""
        self.window = view
        self.look = look
        self.texts = texts
        self.icons = IconProvider()
        self.faults: list[str] = []
        self.on_fault: Callable[[str], None] = _to_stderr
        self._kept: list[object] = []
        engine = view.engine()
        engine.setOutputWarningsToStandardError(False)
        engine.warnings.connect(self._note)
        engine.addImportPath(str(QML_ROOT))
        engine.addImageProvider(PROVIDER, self.icons)
        view.widthChanged.connect(self._rescale)
        view.heightChanged.connect(self._rescale)

    @property
    def root(self) -> QQuickItem:
        """The item of the program's QML file."""
        return self.window.rootObject()

    def show_file(self, qml: Path, models: Mapping[str, QObject]) -> None:
        """Load the program's QML file; raise ScreenFaulty when it does not load."""
        engine, context = self.window.engine(), self.window.rootContext()
        for name, type_name, source in (
            ("look", "Theme", self.look),
            ("texts", "Words", self.texts),
        ):
            shared = engine.singletonInstance("Layso.Look", type_name)
            if not isinstance(shared, QObject):
                raise ScreenFaulty(f"Layso.Look has no {type_name}")
            shared.setProperty("source", source)
            context.setContextProperty(name, shared)
        for name, model in models.items():
            context.setContextProperty(name, model)
        self._kept = [models]
        self._create(QQmlComponent(engine, QUrl.fromLocalFile(str(qml))), context, models)

    def _create(
        self, component: QQmlComponent, context: QQmlContext, models: Mapping[str, QObject]
    ) -> None:
        # QML's own way to begin: required properties of the root are set before its bindings run
        root = None if component.isError() else component.beginCreate(context)
        if root is None:
            raise ScreenFaulty("; ".join(error.toString() for error in component.errors()))
        declared = root.metaObject()
        component.setInitialProperties(
            root, {name: it for name, it in models.items() if declared.indexOfProperty(name) >= 0}
        )
        component.completeCreate()
        if component.isError():
            raise ScreenFaulty("; ".join(error.toString() for error in component.errors()))
        self.window.setContent(component.url(), component, root)
        self._kept += [component, root]

    def close(self) -> None:
        """Take the window away and everything that QML made; the models live on."""
        if shiboken6.isValid(self.window):
            self.window.hide()
            self._kept.clear()
            shiboken6.delete(self.window)

    def _rescale(self) -> None:
        self.look.set_screen(self.window.width(), self.window.height())

    def _note(self, errors: Sequence[QQmlError]) -> None:
        for error in errors:
            self.faults.append(error.toString())
            self.on_fault(self.faults[-1])


def _to_stderr(fault: str) -> None:
    print(fault, file=sys.stderr)  # noqa: T201 - nobody has asked for it to go elsewhere


def open_application(name: str, *, gpu: bool = False, tray: bool = False) -> QGuiApplication:
    """Return the process's application with our fonts, making it when there is none.

    Without `gpu` Qt Quick paints in software: a GPU-less OpenGL doubles memory and eats a core.
    A program with a `tray` icon needs Qt's widgets behind it (5 MB more).
    """
    keep_constants()
    # QML's collector works in slices since Qt 6.8; on a busy PC a window being made between two of
    # them was seen to lose values ("undefined"), so it collects in one go, as it did before
    os.environ.setdefault("QV4_GC_TIMELIMIT", "0")
    existing = QGuiApplication.instance()
    app = existing if isinstance(existing, QGuiApplication) else _new_application(name, tray)
    app.setApplicationName(name)
    if not gpu and QQuickWindow.sceneGraphBackend() != "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    family = Look().tokens.family
    if family not in QFontDatabase.families():
        for file in sorted(files.path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        QFont.insertSubstitutions(family, OTHER_SCRIPTS)
        # Else Qt says at every Khmer word that our own family has no such letters.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app.setFont(QFont(family))
    return app


def _new_application(name: str, tray: bool) -> QGuiApplication:
    if not tray:
        return QGuiApplication([name])
    from PySide6.QtWidgets import QApplication

    return QApplication([name])


def open_program(
    qml: Path,
    models: Mapping[str, QObject] | None = None,
    *,
    name: str = "layso",
    size: tuple[int, int] | None = None,
    full_screen: bool = False,
    gpu: bool = False,
    look: Look | None = None,
    texts: ScreenTexts | None = None,
    flags: Qt.WindowType | None = None,
) -> Program:
    """Open a program's window and show its QML file, whose root is an Item.

    `models` are the view-models by name: each is a context property, and is also put into the
    root's property of the same name if it declares one (``required property var board``).
    `size` in pixels, else the root's own size. Raises ScreenFaulty.
    """
    open_application(name, gpu=gpu)
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setTitle(name)
    if flags is not None:
        view.setFlags(flags)
    program = Program(view, look or Look(), texts or ScreenTexts())
    try:
        view.resize(*(size or (1920, 1080)))
        program.show_file(qml, models or {})
    except BaseException:
        program.close()
        raise
    if full_screen:
        view.showFullScreen()
    else:
        view.show()
    return program
