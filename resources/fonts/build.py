"""Makes the bundled fonts: subsets of Inter, Noto Sans CJK KR and DejaVu Sans, under own names.

Needs fonttools and the three families (Debian: fonts-inter, fonts-noto-cjk, fonts-dejavu-core).
Run it from the root of the repository, then run the tests of ``tests/ui/test_fonts.py``:

    python resources/fonts/build.py
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
INTER = Path("/usr/share/fonts/opentype/inter")
NOTO = Path("/usr/share/fonts/opentype/noto")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
KOREAN_FACE = 1

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
GREEK = [*range(0x0391, 0x03CA), 0x03D5, 0x03F5]
COMBINING = [0x0302, 0x0305]
"""The hat of x̂ and the bar of a mean."""
PUNCTUATION = [*range(0x2010, 0x2028), *range(0x2030, 0x205F), ord("€"), ord("₩")]
RAISED_AND_LOWERED = [*range(0x2070, 0x209D), *(ord(each) for each in "ᵀᵃᵇˡˢʷᶻ")]
LETTERLIKE = [*range(0x2100, 0x2140)]
ARROWS = [*range(0x2190, 0x2200), *range(0x27F5, 0x2800)]
OPERATORS = [*range(0x2200, 0x2300), *range(0x27E6, 0x27EC)]
TECHNICAL = [ord(each) for each in "⌀⌘⌥⌦⌫⏎⏮⏭⏵⏸"]
SHAPES = [*range(0x2580, 0x2600), *(ord(each) for each in "★☆✓✔✕✗✘")]
HANGUL_JAMO = [*range(0x3131, 0x3164), *range(0x3000, 0x3003), *range(0x3008, 0x3012)]


def hangul_syllables() -> list[int]:
    """The 2,350 syllables of KS X 1001, the ones that modern Korean writes with."""
    return [each for each in range(0xAC00, 0xD7A4) if _in_ks_x_1001(chr(each))]


def _in_ks_x_1001(character: str) -> bool:
    try:
        character.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True


def subset(font: TTFont, characters: list[int], features: list[str]) -> TTFont:
    """Keep only `characters` and what `features` need."""
    options = Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the subset a name of its own, so that it never meets an installed font."""
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    table = font["name"]
    table.names = [each for each in table.names if each.nameID in (0, 5, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName = names[4], family


def line_up(font: TTFont, ascent: float, descent: float) -> None:
    """Set the line metrics (in em), so that Korean lines stand as high as Latin ones."""
    unit = font["head"].unitsPerEm
    font["hhea"].ascent = font["OS/2"].sTypoAscender = round(ascent * unit)
    font["hhea"].descent = font["OS/2"].sTypoDescender = -round(descent * unit)
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font["OS/2"].usWinAscent = round(ascent * unit)
    font["OS/2"].usWinDescent = round(descent * unit)


def main() -> None:
    """Write the six font files."""
    wanted = LATIN + GREEK + COMBINING + PUNCTUATION + RAISED_AND_LOWERED + LETTERLIKE
    wanted += ARROWS + OPERATORS + TECHNICAL + SHAPES
    features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case", "calt"]
    for style, weight in (("Regular", 400), ("SemiBold", 600)):
        latin = TTFont(INTER / f"Inter-{style}.otf")
        has = set(latin.getBestCmap())
        missing = [each for each in wanted if each not in has]
        latin = subset(latin, wanted, features)
        line_up(latin, 0.97, 0.25)
        latin["OS/2"].usWeightClass = weight
        rename(latin, "GradSim Sans", style)
        latin.save(HERE / f"GradSimSans-{style}.otf")

        source = "Regular" if style == "Regular" else "Bold"
        korean = TTCollection(NOTO / f"NotoSansCJK-{source}.ttc").fonts[KOREAN_FACE]
        korean = subset(korean, hangul_syllables() + HANGUL_JAMO, ["ccmp", "locl"])
        line_up(korean, 0.97, 0.25)
        korean["OS/2"].usWeightClass = weight
        rename(korean, "GradSim Hangul", style)
        korean.save(HERE / f"GradSimHangul-{style}.otf")

        symbols = TTFont(DEJAVU / f"DejaVuSans{'' if style == 'Regular' else '-Bold'}.ttf")
        symbols = subset(symbols, missing, [])
        line_up(symbols, 0.97, 0.25)
        symbols["OS/2"].usWeightClass = weight
        rename(symbols, "GradSim Symbols", style)
        symbols.save(HERE / f"GradSimSymbols-{style}.ttf")


if __name__ == "__main__":
    main()
