"""Names of OpenDocument (ISO/IEC 26300) that the reader asks for."""

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE = f"{{{_SPACE}office:1.0}}"
TEXT = f"{{{_SPACE}text:1.0}}"
TABLE = f"{{{_SPACE}table:1.0}}"
STYLE = f"{{{_SPACE}style:1.0}}"
FORMAT = f"{{{_SPACE}xsl-fo-compatible:1.0}}"
DRAW = f"{{{_SPACE}drawing:1.0}}"
LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

MOST_DEEP = 40
"""Lists, sections, tables and frames inside each other; deeper ones are not looked into."""
