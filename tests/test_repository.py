"""Claims about the repository itself: what the README promises and where imports may point."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from gradsim.cli import main
from gradsim.cli.arguments import parse

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "gradsim").rglob("*.py"))


def test_readme_test_command_is_the_one_that_the_continuous_check_runs() -> None:
    commands = [block for block in blocks_of_readme() if block.startswith("python -m pip install")]
    assert len(commands) == 2, "one command installs and opens the program, one tests it"
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    install, test = commands[1].split(" && ")
    assert f"\n{install.replace('install', 'install -q')} && {test} -q\n" in check


def blocks_of_readme() -> list[str]:
    """What stands between the README's fences without a language: commands of a terminal."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```\n(.*?)\n```$", readme, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", ["sweep", "train"])
def test_commands_to_copy_work_in_every_shell(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No shell of Windows goes on behind a backslash, and its PowerShell knows no &&, as README
    says of the two commands that set up."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    examples = [line for line in capsys.readouterr().out.splitlines() if line[:10] == "  gradsim "]
    assert len(examples) >= 3
    texts = [text for text in blocks_of_readme() if "pip install" not in text]
    for text in (*texts, *examples):
        lines = [line.partition(" #")[0].rstrip() for line in text.splitlines()]
        assert not [line for line in lines if "&&" in line or line.endswith(("\\", "^", "`"))]
    for example in examples:
        parse(shlex.split(example)[1:])


@pytest.mark.parametrize("package", ["engine", "project", "cli"])
def test_package_imports_without_qt(package: str) -> None:
    code = (
        f"import sys, gradsim.{package}; "
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'pyqtgraph') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0


def test_a_record_that_compares_by_itself_also_says_what_differs() -> None:
    """A Struct with an own == would keep a != that goes by identity."""
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef):
                own = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
                assert "__eq__" not in own or "__ne__" in own, f"{path.name}: {node.name}"


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file, read once for all claims about it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls_in(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file, with where it stands."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_there_are_sources_to_make_claims_about() -> None:
    assert len(SOURCES) > 500


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        str(path.relative_to(ROOT)) for path in SOURCES if not ast.get_docstring(tree_of(path))
    ]
    assert not silent, "say in one sentence what this module owns"


def test_every_module_stays_in_one_room() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    long = {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 300}
    assert not long, "split it: a reader should hold a file in mind"


def test_nothing_is_evaluated() -> None:
    evaluated = [
        place
        for path in SOURCES
        for place, call in calls_in(path)
        if isinstance(call.func, ast.Name) and call.func.id in {"eval", "exec", "compile"}
    ]
    assert not evaluated


def test_nothing_is_unpickled() -> None:
    imported = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Import)
        and {alias.name for alias in node.names} & {"pickle", "shelve", "marshal"}
    ]
    assert not imported


def test_translated_text_is_never_an_f_string() -> None:
    """The catalogue tool cannot read f-strings, so such a sentence would stay English."""
    unread = []
    for path in SOURCES:
        for place, call in calls_in(path):
            called = call.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in {"tr", "translate", "QT_TRANSLATE_NOOP"} and any(
                isinstance(argument, ast.JoinedStr) for argument in call.args
            ):
                unread.append(place)
    assert not unread
