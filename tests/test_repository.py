"""Claims about the repository itself: what the README promises and where imports may point."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "gradsim").rglob("*.py"))


def test_readme_test_command_is_the_one_that_the_continuous_check_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^(python -m pip install .*)$", readme, flags=re.MULTILINE)
    assert len(commands) == 2, "one command installs and opens the program, one tests it"
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    install, test = commands[1].split(" && ")
    assert install.replace("install", "install -q") + " && " + test + " -q" in check


@pytest.mark.parametrize("package", ["engine", "project", "cli"])
def test_package_imports_without_qt(package: str) -> None:
    code = (
        f"import sys, gradsim.{package}; "
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'pyqtgraph') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_opens_with_a_sentence_and_stays_in_one_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "say in one sentence what this module owns"
    assert len(text.splitlines()) <= 300, "split it: a reader should hold a file in mind"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_evaluated_or_unpickled(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"eval", "exec", "compile"}
        if isinstance(node, ast.Import):
            assert not {alias.name for alias in node.names} & {"pickle", "shelve", "marshal"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_translated_text_is_never_an_f_string(path: Path) -> None:
    """The catalogue tool cannot read f-strings, so such a sentence would stay English."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
            assert not any(isinstance(argument, ast.JoinedStr) for argument in node.args)
