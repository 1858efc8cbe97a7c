"""The help window: a list of pages beside the page that is open."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.help.pages import Page, pages
from gradsim.ui.theme import Theme, ThemeController


class HelpDialog(QDialog):
    """Shows the pages of the help; stays open beside the work."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._list = QListWidget()
        self._list.setFixedWidth(190)
        self._page = QTextBrowser()
        self._page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._list.currentRowChanged.connect(self._render)
        theme.changed.connect(self._render)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        columns.addWidget(self._list)
        columns.addWidget(self._page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.addLayout(columns, 1)
        layout.addWidget(self._buttons)
        self.resize(760, 560)
        self._retranslate()

    def open_page(self, name: str) -> None:
        """Turn to the page `name`: keys, step, verdict, conventions or about."""
        for row, page in enumerate(pages()):
            if page.name == name:
                self._list.setCurrentRow(row)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("GradSim help"))
        self._list.setAccessibleName(self.tr("Pages of the help"))
        self._page.setAccessibleName(self.tr("Help page"))
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        self._list.addItems([page.title for page in pages()])
        self._list.setCurrentRow(row)

    def _render(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self._page.setHtml(_html(pages()[row], self._theme.theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _html(page: Page, theme: Theme) -> str:
    text, muted, line = theme.text.name(), theme.text_muted.name(), theme.panel_border.name()
    paragraph = f"<p style='color:{muted}; margin:4px 0 10px 0; line-height:135%'>{{}}</p>"
    row = (
        "<tr><td style='padding:6px 18px 6px 0; white-space:nowrap; font-weight:600;"
        f" color:{text}'>{{}}</td><td style='padding:6px 0; color:{text}'>{{}}</td></tr>"
        f"<tr><td colspan='2' style='background:{line}; font-size:1px; padding:0'></td></tr>"
    )

    def table(rows: tuple[tuple[str, str], ...]) -> str:
        inside = "".join(row.format(escape(key), escape(meaning)) for key, meaning in rows)
        return f"<table width='100%' cellspacing='0' cellpadding='0'>{inside}</table>"

    sections = "".join(
        f"<h4 style='color:{text}; font-weight:600; margin-top:14px'>{escape(each.title)}</h4>"
        + (paragraph.format(escape(each.where)) if each.where else "")
        + table(each.rows)
        for each in page.sections
    )
    return (
        f"<h3 style='color:{text}; font-weight:600'>{escape(page.title)}</h3>"
        + "".join(paragraph.format(escape(each)) for each in page.paragraphs)
        + (table(page.rows) if page.rows else "")
        + sections
        + "".join(paragraph.format(escape(each)) for each in page.after)
    )
