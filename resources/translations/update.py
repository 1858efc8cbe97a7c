"""Brings the translation catalogues up to date with the strings in the code.

From the root of the repository:

    python resources/translations/update.py            read the code, then compile
    python resources/translations/update.py --compile  only compile what is translated

The first writes ``gradsim_ko.ts``, where a translator fills in what is marked unfinished; both
write ``gradsim_ko.qm``, which the program loads. The tools come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LANGUAGES = ("ko",)


def tool(name: str) -> str:
    """The path of a PySide6 command beside this Python."""
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    return str(beside) if beside.exists() else f"pyside6-{name}"


def sources() -> list[str]:
    """Every Python file of the package, in a fixed order."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "gradsim").rglob("*.py"))


def extract(catalogue: Path, files: Iterable[str] | None = None) -> None:
    """Merge the strings of the code into `catalogue`; strings that are gone are dropped."""
    options = ["-silent", "-no-obsolete", "-locations", "none", "-target-language"]
    language = catalogue.stem.rpartition("_")[2]
    wanted = list(files) if files is not None else sources()
    command = [tool("lupdate"), *wanted, *options, language, "-ts", str(catalogue)]
    subprocess.run(command, cwd=ROOT, check=True)


def compile_catalogue(catalogue: Path) -> None:
    """Write the binary catalogue beside `catalogue`."""
    target = catalogue.with_suffix(".qm")
    command = [tool("lrelease"), "-silent", str(catalogue), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    """Run both steps, or only the second."""
    for language in LANGUAGES:
        catalogue = HERE / f"gradsim_{language}.ts"
        if "--compile" not in arguments:
            extract(catalogue)
        compile_catalogue(catalogue)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
