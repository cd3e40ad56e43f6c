"""XML that leaves the program: text that every reader takes, written and read without surprises."""

import re
from typing import Final
from xml.etree import ElementTree as ET

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """Return a text on one line, without the characters that XML cannot hold."""
    return " ".join(_NOT_XML.sub(" ", text).split())


def document(root: ET.Element, doctype: str = "") -> bytes:
    """Return an indented file in UTF-8."""
    ET.indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"<!DOCTYPE {doctype}>\n" if doctype else "")
    content: bytes = ET.tostring(root, encoding="utf-8")
    return head.encode() + content + b"\n"


def parsed(data: bytes) -> ET.Element:
    """Return the root of a file; ValueError if it is no XML, or defines entities, which may grow without bounds."""
    if b"<!ENTITY" in data:
        raise ValueError("entities")
    try:
        return ET.fromstring(data)  # noqa: S314 (without entities nothing grows)
    except (ET.ParseError, LookupError) as problem:  # the latter: an encoding that Python does not know
        raise ValueError(str(problem)) from None
