"""Exit codes, one clear line, quiet ends, any console, and no Qt where nothing is drawn."""

from __future__ import annotations

import errno
import io
import json
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from gradsim import __version__
from gradsim.cli import main
from gradsim.cli.arguments import MOST_PATHS
from gradsim.engine.paths.parameter_paths import MAXIMUM_PATHS
from gradsim.project.file import encode_project, write_project
from gradsim.project.presets import preset
from tests.cli.running import environment_with, python, run

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ["presets", "measure", "trace", "check", "sweep", "screenshot", "schema"]


def test_version_and_help_leave_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 0
    printed = capsys.readouterr().out
    assert f"gradsim {__version__}" in printed
    for name in COMMANDS:
        assert f"  {name} " in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["a.gradsim", "b.gradsim"],
        ["measure"],
        ["measure", "preset:mazur", "--sample", "two"],
        ["measure", "preset:mazur", "--sample", "1", "--batch"],
        ["trace", "preset:mazur", "--parameter", "w:1:1"],
        ["trace", "preset:mazur", "--parameter", "w:1:1:1", "--batch"],
        ["trace", "preset:mazur", "--paths", "3"],
        ["trace", "preset:mazur", "--parameter", "w:1:1:1", "--paths", "-1"],
        ["trace", "preset:mazur", "--parameter", "w:1:1:1", "--paths", "0"],
        ["trace", "preset:mazur", "--parameter", "w:1:1:1", "--paths", "1001"],
        ["screenshot", "preset:mazur"],
        ["screenshot", "--out", "x.png", "--size", "1440"],
        ["screenshot", "--out", "x.png", "--size", "9x9"],
        ["screenshot", "--out", "x.png", "--theme", "pink"],
        ["schema", "extra"],
        ["sweep", "preset:mazur"],
        ["sweep", "preset:mazur", "--out", "x", "--depths", "two"],
        ["sweep", "preset:mazur", "--out", "x", "--depths", "1.5"],
        ["sweep", "preset:mazur", "--out", "x", "--gains", "1:2"],
        ["sweep", "preset:mazur", "--out", "x", "--gains", "nan"],
        ["sweep", "preset:mazur", "--out", "x", "--seeds", "0"],
        ["sweep", "preset:mazur", "--out", "x", "--activations", "tanh,,relu"],
        ["sweep", "preset:mazur", "--out", "x", "--activations", "leaky_relu:slope"],
        ["sweep", "preset:mazur", "--out", "x", "--workers", "2", "--scheduler", "tcp://a:1"],
        ["sweep", "preset:mazur", "--out", "x", "--sample", "1", "--batch"],
    ],
)
def test_wrong_usage_leaves_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: gradsim" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["x", "1.5", "", "٣", "1" * 5000])
@pytest.mark.parametrize("command", [["measure"], ["trace"], ["sweep", "--out", "x"]])
def test_a_sample_that_is_no_number_is_told_as_other_numbers_are(
    command: list[str], number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "preset:mazur", "--sample", number])
    assert left.value.code == 2
    told = capsys.readouterr().err.splitlines()[-1]
    assert told.endswith(f"argument --sample: {number!r} is not a whole number")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["measure", "lost.gradsim"], "There is no file “lost.gradsim”."),
        (["lost.gradsim"], "There is no file “lost.gradsim”."),
        (["learn"], "There is no file “learn”."),
        (["measure", "preset:lost"], "There is no preset “lost”."),
        (["preset:lost"], "There is no preset “lost”."),
        (["measure", "preset:first_look", "--sample", "65"], "no sample 65"),
        (["trace", "preset:first_look", "--sample", "0"], "no sample 0"),
        (["trace", "preset:mazur", "--parameter", "w:3:1:1"], "no layer 3"),
        (["trace", "preset:mazur", "--parameter", "w:1:3:1"], "no unit 3"),
        (["trace", "preset:mazur", "--parameter", "b:1:0"], "no unit 0"),
        (["screenshot", "preset:mazur", "--out", "/no/where/x.png"], "no folder “/no/where”"),
        (["screenshot", "preset:mazur", "--out", "x.jpg"], "is written as .png, not as .jpg."),
        (["screenshot", "preset:mazur", "--out", ""], "No file is named."),
        (["screenshot", "x.png", "--out", "x.png"], "no file “x.png”"),
        (["measure", ""], "No file is named."),
        ([""], "No file is named."),
        (["train", "preset:mazur", "--steps", "1", "--csv", ""], "No file is named."),
        (["screenshot", "preset:lost", "--out", "x.png"], "no preset"),
    ],
)
def test_bad_input_leaves_with_1_and_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert words in error
    assert error.startswith("gradsim: ")
    assert error.count("\n") == 1


def test_a_wrong_file_is_named_with_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.gradsim"
    path.write_bytes(encode_project(preset("mazur")).replace(b'"units": 2', b'"units": 0', 1))
    assert main(["measure", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"gradsim: {path}: network.layers[0].units: ")


@pytest.mark.parametrize("data", [b"", b"\x00\x01\xff", b"[1, 2]", b'{"format": 1, "ti'])
@pytest.mark.parametrize("command", ["measure", "check", "trace"])
def test_a_file_that_holds_no_project_is_named_once(
    command: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.gradsim"
    path.write_bytes(data)
    assert main([command, str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"gradsim: {path}: ")
    assert error.count("broken.gradsim") == 1


def test_a_misspelt_command_is_answered_with_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["mesure"]) == 1
    assert "There is no file “mesure”. Did you mean the command “gradsim measure”?" in (
        capsys.readouterr().err
    )
    with pytest.raises(SystemExit) as left:
        main(["mesure", "preset:mazur", "--json"])
    assert left.value.code == 2
    assert "did you mean 'measure'?" in capsys.readouterr().err


def test_a_file_with_nearly_a_commands_name_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mesure").write_bytes(b"")
    assert main(["mesure"]) == 1
    assert "Did you mean" not in capsys.readouterr().err


def test_the_listed_paths_have_the_engines_limit() -> None:
    assert MOST_PATHS == MAXIMUM_PATHS


def test_one_sample_is_one_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "preset:mazur"]) == 0
    assert ", 1 sample\n" in capsys.readouterr().out


def test_the_window_command_without_console_asks_for_the_display_first() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["gui-scripts"]["gradsim-window"] == project["scripts"]["gradsim"]


def test_file_and_preset_give_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.gradsim"
    write_project(preset("mazur"), path)
    assert main(["measure", str(path), "--json"]) == 0
    from_file = capsys.readouterr().out
    assert main(["measure", "preset:mazur", "--json"]) == 0
    assert capsys.readouterr().out == from_file


def test_presets_are_listed_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets"]) == 0
    assert "mazur" in capsys.readouterr().out
    assert main(["presets", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in listed][:3] == ["first_look", "scalar_chain", "mazur"]


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "GradSim project"


_IMPORTS = """
import sys, contextlib, io
from gradsim.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        main({arguments!r})
    except SystemExit:
        pass
print(" ".join(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["measure", "preset:mazur", "--json"],
        ["trace", "preset:mazur"],
        ["trace", "preset:mazur", "--parameter", "w:1:1:1", "--json"],
        ["check", "preset:mazur"],
        ["presets"],
        ["schema"],
        ["lost.gradsim"],
    ],
)
def test_nothing_but_the_window_and_the_screenshot_imports_qt(arguments: list[str]) -> None:
    result = python(_IMPORTS.format(arguments=arguments))
    loaded = result.stdout.split()
    assert "numpy" in loaded, result.stderr
    assert not {"PySide6", "shiboken6", "pyqtgraph", "ziamath", "superqt", "sklearn"} & set(loaded)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["measure", "--help"]])
def test_version_and_help_import_nothing_heavy(arguments: list[str]) -> None:
    loaded = set(python(_IMPORTS.format(arguments=arguments)).stdout.split())
    assert loaded
    assert not {"numpy", "scipy", "msgspec", "PySide6"} & loaded


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_without_a_display_one_line_says_what_works() -> None:
    result = run("preset:mazur", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "no display" in result.stderr
    assert "measure" in result.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_is_one_line_too(variable: str) -> None:
    blank = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    result = run("preset:mazur", **{**blank, variable: ":987"})
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "display" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "gradsim", "trace", "preset:fifty_layers", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_with(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert error == b""


class _Left(io.RawIOBase):
    """A pipe whose reader left, or another file that takes nothing."""

    def __init__(self, error: OSError) -> None:
        self.error: OSError | None = error

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        if self.error is not None:
            raise self.error
        return len(bytes(data))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("system", "error", "code", "told"),
    [
        ("win32", OSError(errno.EINVAL, "Invalid argument"), 0, ""),
        ("win32", OSError(errno.ENOSPC, "No space left"), 1, "No space left"),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a?b"), 1, "Invalid argument"),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), 1, "Invalid argument"),
    ],
)
def test_a_reader_that_leaves_early_is_no_error_on_windows_either(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    error: OSError,
    code: int,
    told: str,
) -> None:
    raw = _Left(error)
    stream = io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    here = SimpleNamespace(platform=system, stdout=stream, stderr=sys.stderr)
    monkeypatch.setattr("gradsim.cli.sys", here)
    assert main(["presets"]) == code
    error_told = capsys.readouterr().err
    assert told in error_told
    assert bool(told) == bool(error_told)
    raw.error = None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        completed = subprocess.run(
            [sys.executable, "-m", "gradsim", "measure", "preset:mazur", "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment_with(),
            timeout=60,
            check=False,
        )
    assert completed.returncode == 1
    assert completed.stderr == "gradsim: The output cannot be written: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_quietly() -> None:
    code = (
        "import os, signal\n"
        "import gradsim.cli.presets_command as command\n"
        "from gradsim.cli import main\n"
        # Whoever starts the tests may have told their processes to ignore Ctrl+C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "command.run = lambda arguments: os.kill(os.getpid(), signal.SIGINT)\n"
        "raise SystemExit(main(['presets']))\n"
    )
    result = python(code)
    assert result.returncode == 128 + signal.SIGINT
    assert result.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "latin-1", "utf-16"])
def test_odd_consoles_lose_no_line(encoding: str) -> None:
    completed = subprocess.run(
        [sys.executable, "-m", "gradsim", "trace", "preset:mazur", "--json"],
        capture_output=True,
        env=environment_with(PYTHONIOENCODING=encoding),
        timeout=60,
        check=False,
    )
    assert completed.returncode == 0, completed.stderr
    record = json.loads(completed.stdout.decode(encoding))
    assert record["factors"][0]["symbol"] == "∂C/∂a(2)"
    table = subprocess.run(
        [sys.executable, "-m", "gradsim", "trace", "preset:mazur"],
        capture_output=True,
        env=environment_with(PYTHONIOENCODING=encoding),
        timeout=60,
        check=False,
    )
    assert table.returncode == 0, table.stderr
    assert len(table.stdout.decode(encoding).splitlines()) == 19


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_a_pipe_gets_utf8_whatever_the_locale(locale: str) -> None:
    result = run("trace", "preset:mazur", LC_ALL=locale, LANG=locale, PYTHONIOENCODING="")
    assert result.returncode == 0, result.stderr
    assert "∂C/∂a(2)" in result.stdout


def test_a_network_too_large_for_the_memory_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def exhausted(*arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr("gradsim.cli.measure_command.materialize", exhausted)
    assert main(["measure", "preset:mazur"]) == 1
    assert "memory" in capsys.readouterr().err


def test_screenshot_draws_a_picture_of_the_size_asked(tmp_path: Path) -> None:
    out = tmp_path / "s.png"
    result = run(
        "screenshot", "preset:mazur", "--size", "1280x720", "--theme", "dark", "--out", str(out),
        DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"{out}\n"
    assert result.stderr == ""
    header = out.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(header[16:20], "big") == 1280
    assert int.from_bytes(header[20:24], "big") == 720


@pytest.mark.parametrize("name", ["s", "s.", "s.png", "S.PNG"])
def test_a_screenshot_ends_in_png_and_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("gradsim.app.screenshot", lambda *_, out, **__: drawn.append(out))
    monkeypatch.chdir(tmp_path)
    assert main(["screenshot", "preset:mazur", "--out", name]) == 0
    (out,) = drawn
    assert out == {"S.PNG": "S.PNG"}.get(name, "s.png")
    assert capsys.readouterr().out == f"{out}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="limits a file's size as POSIX can")
def test_a_screenshot_that_the_disk_does_not_take_is_one_line(tmp_path: Path) -> None:
    out = tmp_path / "s.png"
    out.write_bytes(b"old")
    code = (
        "import resource, signal, sys\n"
        "import gradsim.app\n"
        "from gradsim.cli import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        f"sys.exit(main(['screenshot', 'preset:mazur', '--out', {str(out)!r}]))\n"
    )
    done = python(code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr == f"gradsim: “{out}”: The file cannot be written: File too large.\n"
    assert out.read_bytes() == b"old"
