"""Pictures as files, read back: words, shapes, fonts, configuration, grounds and sizes."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gradsim import __version__
from gradsim.engine.scaling import State
from gradsim.ui.plots.export.writing import file_bytes
from gradsim.ui.plots.line_samples import LegendSample
from gradsim.ui.plots.pictures import LEAST_WIDTH, Picture
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from gradsim.ui.theme import DARK, LIGHT, Theme
from gradsim.viewmodels.gradients.tables import Table
from tests.ui.plots.conftest import profile
from tests.ui.plots.export.reading import pdf_characters, pdf_streams

KOREAN = "시그모이드 열 층"


@pytest.fixture
def drawn(plot: ProfilePlot, qapp: QApplication) -> ProfilePlot:
    plot.setFont(qapp.font())
    plot.setAccessibleName("Gradient per layer")
    plot.show_runs([RunProfile(0, profile([State.zero, -300.0, -1.0]))])
    plot.caption = lambda: ((None, "‖∂C/∂W‖, sample 1"), (0, "now: sigmoid"))
    plot.configuration = lambda: (KOREAN, "Glorot normal, gain 1", "cost C", "data XOR", "seed 7")
    plot.table = lambda: Table(
        ("layer", "value", "state"),
        ((1, 1e-300, "ok"), (2, 0.1 + 0.2, "ok"), (3, 0.0, "zero"), (4, "1e-3000", "ok")),
    )
    QApplication.processEvents()
    return plot


def background(image: QImage) -> QColor:
    return image.pixelColor(1, 1)


def test_the_sample_of_a_legend_stands_before_its_words(drawn: ProfilePlot) -> None:
    def paint(painter: QPainter, area: QRectF, theme: Theme) -> None:
        del theme
        painter.fillRect(area, QColor("magenta"))

    drawn.caption = lambda: ((None, "heading"), (LegendSample(paint), "weights W −1.20"))
    image = Picture(drawn).image(1.0)
    rows, columns = range(drawn.height() + 10, image.height()), range(image.width())
    found = {x for y in rows for x in columns if image.pixelColor(x, y) == QColor("magenta")}
    assert found == set(range(10, 44))


def test_a_pdf_is_one_page_as_large_as_the_picture(drawn: ProfilePlot) -> None:
    data = file_bytes(drawn, "pdf")
    assert data.startswith(b"%PDF-")
    (box,) = set(re.findall(rb"/MediaBox \[([^\]]+)\]", data))
    left, bottom, width, height = map(float, box.split())
    size = Picture(drawn).size
    points = 72 / drawn.logicalDpiX()
    assert (left, bottom) == (0, 0)
    assert width == pytest.approx(size.width() * points, abs=1)
    assert height == pytest.approx(size.height() * points, abs=1)
    assert data.count(b"/Type /Page\n") == 1


def test_a_pdf_holds_words_with_their_fonts_and_shapes_and_no_image(drawn: ProfilePlot) -> None:
    data = file_bytes(drawn, "pdf")
    assert b"/FontFile" in data
    assert b"/Subtype /Image" not in data
    characters = pdf_characters(data)
    wanted = set("".join(Picture(drawn).words)) - {" "}
    assert wanted <= characters
    assert set(KOREAN) - {" "} <= characters
    assert any(re.search(rb"\bTj|\bTJ", stream) for stream in pdf_streams(data))


def test_every_picture_carries_configuration_and_version(drawn: ProfilePlot) -> None:
    words = Picture(drawn).words
    assert words[0] == "‖∂C/∂W‖, sample 1"
    assert words[-1].split(" · ") == [
        KOREAN, "Glorot normal, gain 1", "cost C", "data XOR", "seed 7", f"GradSim {__version__}",
    ]  # fmt: skip
    image = QImage.fromData(file_bytes(drawn, "png"))
    assert image.text("Description") == "\n".join(words)
    assert image.text("Title") == "Gradient per layer"
    root = ElementTree.fromstring(file_bytes(drawn, "svg").decode("utf-8"))
    said = {element.tag.rpartition("}")[2]: element.text for element in root}
    assert said["title"] == "Gradient per layer"
    assert said["desc"] is not None
    assert KOREAN in said["desc"]
    written = "".join(element.text or "" for element in root.iter() if element.tag.endswith("text"))
    assert f"GradSim {__version__}" in written
    assert "Glorot normal, gain 1" in written


def test_long_words_wrap_and_none_is_cut(drawn: ProfilePlot) -> None:
    before = Picture(drawn).size.height()
    drawn.configuration = lambda: tuple(f"layer {number} of many" for number in range(60))
    picture = Picture(drawn)
    assert picture.size.height() > before + 100
    svg = picture.svg().decode("utf-8")
    for number in range(60):
        assert re.search(rf"layer\s+{number}\s+of\s+many", re.sub(r"<[^>]+>", " ", svg))
    tops = [float(y) for y in re.findall(r'<text[^>]* y="([\d.]+)"', svg)]
    assert tops


def test_a_narrow_plot_gets_room_for_its_words(drawn: ProfilePlot) -> None:
    drawn.resize(200, 120)
    assert Picture(drawn).size.width() == LEAST_WIDTH + 20


@pytest.mark.parametrize("sharpness", [1.0, 2.0, 4.0])
def test_a_png_is_as_sharp_as_asked(drawn: ProfilePlot, sharpness: float) -> None:
    image = QImage.fromData(file_bytes(drawn, "png", sharpness=sharpness))
    assert image.width() == sharpness * Picture(drawn).size.width()


def test_a_light_ground_is_chosen_on_a_dark_screen_which_stays_dark(drawn: ProfilePlot) -> None:
    drawn.controller._settings.set_theme("dark")
    QApplication.processEvents()
    assert drawn.controller.theme is DARK
    shown = drawn.grab().toImage()
    dark = Picture(drawn).image()
    light = Picture(drawn, LIGHT).image()
    assert background(dark) == DARK.panel
    assert background(light) == LIGHT.panel
    middle = light.width() // 4, drawn.height()
    assert light.pixelColor(*middle).lightness() > 200
    assert drawn.controller.theme is DARK
    QApplication.processEvents()
    assert drawn.grab().toImage() == shown
    drawn.controller._settings.set_theme("light")
    QApplication.processEvents()
    plain = Picture(drawn).image()
    assert plain == light, "the very picture that a light screen gives"


def test_numbers_come_back_to_the_last_bit(drawn: ProfilePlot) -> None:
    text = file_bytes(drawn, "csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert head == ["layer", "value", "state"]
    assert [float(row[1]) for row in rows[:3]] == [1e-300, 0.1 + 0.2, 0.0]
    assert rows[3][1] == "1e-3000"
    assert [row[2] for row in rows] == ["ok", "ok", "zero", "ok"]


def test_a_plot_without_numbers_makes_an_empty_table(drawn: ProfilePlot) -> None:
    drawn.table = None
    assert file_bytes(drawn, "csv") == b""
