"""把一个文件夹的检查结果写成表格 · Check a folder of drafts and write one CSV line per finding.

usage: python folder_to_csv.py FOLDER > findings.csv
"""

import csv
import sys
from pathlib import Path

import specvalidator as sv

COLUMNS = ("file", "number", "name", "verdict", "severity", "rule", "place", "message")


def main(folder: Path) -> None:
    """Write the table to standard output; a file that cannot be read is a line as well."""
    table = csv.writer(sys.stdout)
    table.writerow(COLUMNS)
    for file in sorted(folder.rglob("*.docx")):
        if file.name.startswith("~$"):
            continue
        try:
            submissions = sv.read(file)
        except sv.UnreadableFile as error:
            table.writerow([file.name, "", "", "unread", "", error.error, "", str(error)])
            continue
        for number, submission in enumerate(submissions, start=1):
            report = sv.check(submission)
            record = submission.model
            name = record.name if isinstance(record, sv.Specification) else ""
            start = [file.name, number, name, report.verdict]
            if not report.findings:
                table.writerow([*start, "", "", "", ""])
            for finding in report.findings:
                place = finding.location.place
                table.writerow(
                    [
                        *start,
                        finding.kind if finding.kind == "review" else finding.severity,
                        finding.rule,
                        place.text if place else "",
                        finding.message,
                    ]
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
