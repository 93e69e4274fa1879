"""The commands of the program, each by the module that adds it with its arguments and options."""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "check": "judging",
    "read": "judging",
    "rules": "reference",
    "pack": "packing",
    "schema": "reference",
    "new": "drafting",
    "convert": "drafting",
    "annotate": "judging",
    "letter": "judging",
    "compare": "judging",
    "batch": "archives",
    "waive": "waiving",
    "serve": "serving",
    "token": "serving",
    "completion": "reference",
}
"""The module of this package whose function `add_` and the name adds the command."""
