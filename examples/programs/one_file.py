"""检查一份文件 · Check one file and say what to do about each fault.

usage: python one_file.py draft.docx
"""

import sys

import specvalidator as sv


def main(path: str) -> int:
    """Print the verdict and every finding; return 1 if any specification fails."""
    try:
        reports = sv.validate(path)
    except sv.UnreadableFile as error:
        print(f"{path}：{error}")
        return 3
    for report in reports:
        print(f"{path}：{report.verdict}")
        for finding in report.findings:
            place = finding.location.place
            print(f"  {finding.severity} {finding.rule} {place.text if place else ''}")
            print(f"    {finding.message}{finding.suggestion}（{finding.clause.where}）")
    return 1 if any(report.verdict == "fail" for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
