"""Text in SARIF's messages, where braces and brackets mean something."""

from typing import Any

from specvalidator.typesetting import visible
from specvalidator.wording import Lang, Words

PASSED = Words("没有发现问题。", "Nothing was found.")
UNTESTED = Words("没有可以检查的内容。", "There is nothing to test.")
ADVICE = Words("{}建议：{}", "{} Advice: {}")


def said(text: str) -> str:
    """Return text that shows what it holds, as a property's value."""
    return visible(text)


def message(text: str) -> dict[str, Any]:
    """Return a message that says this text and nothing else.

    Braces would stand for arguments (§3.11.5), a bracket before a parenthesis for a link
    (§3.11.6).
    """
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    if "](" in shown:
        shown = shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": shown}


def culture(lang: Lang) -> str:
    """Return the language with its region, as SARIF names it."""
    return "zh-CN" if lang == "zh" else "en-US"
