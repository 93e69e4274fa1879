// Everything at once: marked copies, letters and the workbook in one zip.

import { suffix } from "./result.js";
import { Trouble } from "./service.js";
import { say } from "./words.js";
import { Zip } from "./zip.js";

/**
 * Have everything made for these entries; those that gave no report are in the workbook alone.
 * @param {Entry[]} entries
 * @param {{stopped: AbortSignal, tell: function(string)}} told
 * @returns {Promise<{blob: Blob, missing: string[]}>} the zip, and what could not be made
 */
export async function everything(entries, { stopped, tell }) {
  const zip = new Zip();
  const missing = [];
  const reported = entries.filter((entry) => entry.result?.reports.length);
  const add = async (name, pathOf, make) => {
    if (stopped.aborted) throw new Trouble("cancelled", say("cancelled"));
    try {
      const copy = await make();
      if (!(await zip.add(pathOf(copy), copy))) missing.push(say("told_of_made", name, say("too_much")));
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble;
      if (trouble.kind === "cancelled" || trouble.kind === "unauthorised") throw trouble;
      missing.push(say("told_of_made", name, trouble.message));
    }
  };
  for (const [number, entry] of reported.entries()) {
    tell(say("taking", number + 1, reported.length, entry.name));
    if (entry.canBeMarked)
      await add(entry.name, (copy) => `${say("folder_marked")}/${entry.pathOf("name_marked", suffix(copy))}`, () => entry.marked({ signal: stopped }));
    for (const [at] of entry.result.reports.entries())
      await add(entry.name, () => `${say("folder_letters")}/${entry.pathOf("name_letter", ".docx", at)}`, () => entry.letter(at, { signal: stopped }));
  }
  tell(say("taking_table"));
  const results = entries.filter((entry) => entry.result).map(named);
  const whole = { ...results[0], reports: results.flatMap((each) => each.reports), errors: results.flatMap((each) => each.errors) };
  await add(say("name_table"), () => `${say("name_table")}.xlsx`, () => entries[0].madeOf("workbook", whole, { signal: stopped }));
  return { blob: zip.blob(), missing };
}

/** Return the result of an entry, its files under their paths in what was handed in. */
function named(entry) {
  const base = entry.file.name;
  const rename = (each) => {
    const name = each.source?.name ?? "";
    const isIts = name === base || name.startsWith(`${base}/`);
    return isIts ? { ...each, source: { ...each.source, name: entry.name + name.slice(base.length) } } : each;
  };
  return { ...entry.result, reports: entry.result.reports.map(rename), errors: entry.result.errors.map(rename) };
}
