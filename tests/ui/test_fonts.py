"""The bundled fonts hold every character that the program can show."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

import gradsim
from gradsim.ui.fonts import FAMILIES, interface_font
from gradsim.ui.resources import resource

PACKAGE = Path(gradsim.__file__).parent
MATHEMATICS = "∂σ′‖∏ΣΔδηλ⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉ᵀ⋮×·−∞≈≤≥→←ΑΩαωℝ⊙∘⟨⟩"


def docstrings(tree: ast.AST) -> set[int]:
    """Ids of the nodes that are docstrings, which nobody sees in the window."""
    found = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            found.add(id(body[0].value))
    return found


def characters_of_the_program() -> dict[str, str]:
    """Every non-ASCII character that the window can show, and where its string stands."""
    found: dict[str, str] = {}
    terminal = PACKAGE / "cli"
    for path in sorted(set(PACKAGE.rglob("*.py")) - set(terminal.rglob("*.py"))):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        unseen = docstrings(tree)
        for node in ast.walk(tree):
            shown = isinstance(node, ast.Constant) and id(node) not in unseen
            if shown and isinstance(node.value, str):
                found |= {each: path.name for each in node.value if ord(each) > 126}
    for path in sorted(resource("translations").glob("*.ts")):
        for element in ElementTree.parse(path).iter():
            if element.tag in ("source", "translation", "numerusform"):
                found |= {each: path.name for each in element.text or "" if ord(each) > 126}
    return found


def raw_fonts(bold: bool) -> list[QRawFont]:
    """The bundled fonts, without what Qt would fall back on."""
    weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
    return [QRawFont.fromFont(QFont(family, 10, weight)) for family in FAMILIES]


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_every_character_of_the_program_has_a_glyph(bold: bool) -> None:
    raw = raw_fonts(bold)
    wanted = characters_of_the_program() | dict.fromkeys(MATHEMATICS, "mathematics")
    missing = {
        f"{each} U+{ord(each):04X}": where
        for each, where in wanted.items()
        if each.isprintable() and not any(font.supportsCharacter(ord(each)) for font in raw)
    }
    assert missing == {}


def test_every_syllable_of_modern_korean_writing_has_a_glyph() -> None:
    hangul = raw_fonts(bold=False)[1]
    assert all(hangul.supportsCharacter(ord(each)) for each in "가나다라힣똠펲역전파기울기")


def test_the_bundled_families_come_first_in_both_weights() -> None:
    assert tuple(interface_font().families()[:3]) == FAMILIES
    for family in FAMILIES:
        assert len(QFontDatabase.styles(family)) == 2


def test_lines_are_as_high_in_korean_as_in_english(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QLabel

    heights = {QLabel(text).sizeHint().height() for text in ("gradient", "기울기", "∂C ⋮ ‖δ‖")}
    assert len(heights) == 1


def test_they_are_small_and_carry_their_licences() -> None:
    folder = resource("fonts")
    assert sum(path.stat().st_size for path in folder.glob("*.[ot]tf")) < 3_000_000
    for family in ("GradSimSans", "GradSimHangul", "GradSimSymbols"):
        (licence,) = folder.glob(f"{family}-*.txt")
        assert "Copyright" in licence.read_text(encoding="utf-8")
