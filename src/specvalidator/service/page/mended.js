// What became of findings since a file was checked before: as `specvalidator compare` tells it.

const gravity = (finding) => (finding.kind === "review" ? "review" : finding.severity);
const path = (finding) => finding.location.path;

/** How findings are known again: by their words, by their place, by their place in any row. */
const LIKENESSES = [
  (finding) => `${finding.rule}\n${finding.message}`,
  (finding) => `${finding.rule}\n${path(finding)}`,
  (finding) => `${finding.rule}\n${path(finding).replace(/\/\d+(?=\/|$)/g, "/*")}`,
];

/**
 * Compare two results of the same file.
 * @returns {{mended: object[], remaining: object[], added: object[]}} findings, as the older result
 *   says those that are gone, and as the newer says the others
 */
export function compared(before, after) {
  const gone = counted(before);
  const here = counted(after);
  const remaining = [];
  for (const likeness of LIKENESSES) {
    for (const finding of [...gone]) {
      const at = here.findIndex((each) => likeness(each) === likeness(finding));
      if (at < 0) continue;
      gone.splice(gone.indexOf(finding), 1);
      remaining.push(...here.splice(at, 1));
    }
  }
  return { mended: gone, remaining, added: here };
}

const counted = (result) =>
  result.reports.flatMap((report) => report.findings.filter((finding) => !finding.waived)).map((finding) => ({ ...finding, gravity: gravity(finding) }));

/** Say whether two results are about the same submissions, so that one may follow the other. */
export function isSame(before, after) {
  const about = ({ reports }) => reports.map((report) => `${report.kind}\n${(report.subject ?? "").replace(/\s/g, "")}`);
  const [old, now] = [about(before), about(after)];
  return old.length > 0 && now.length > 0 && old.some((each) => now.includes(each));
}
