"""Reads back what was exported: the words of a PDF through its own character maps."""

from __future__ import annotations

import re
import zlib


def pdf_streams(data: bytes) -> list[bytes]:
    """Every stream of the file, inflated where it is deflated."""
    found = []
    for match in re.finditer(rb"(?<!end)stream\r?\n", data):
        raw = data[match.end() : data.index(b"endstream", match.end())]
        try:
            found.append(zlib.decompressobj().decompress(raw))
        except zlib.error:
            found.append(raw)
    return found


def pdf_characters(data: bytes) -> set[str]:
    """The characters that the file's text can be copied as."""
    found: set[str] = set()
    for stream in pdf_streams(data):
        if b"beginbfchar" not in stream and b"beginbfrange" not in stream:
            continue
        text = stream.decode("latin-1")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
            for _, to in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                found.update(_decoded(to))
        for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
            for low, high, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                first = int(to, 16)
                found.update(chr(first + step) for step in range(int(high, 16) - int(low, 16) + 1))
            for listed in re.findall(r"\[(.*?)\]", block, re.S):
                for to in re.findall(r"<(\w+)>", listed):
                    found.update(_decoded(to))
    return found


def _decoded(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be", "ignore")
