// What the list says of a result, and what became of it since the file was checked before.

import { knows, say } from "./words.js";

const COUNTED = [["errors", "error"], ["warnings", "warning"], ["notes", "note"], ["reviews", "review"]];
const GRAVEST = ["fail", "partly", "not-judged", "review", "pass"];

/** Return an element with a class and text or children. */
export function made(tag, style, ...content) {
  const element = document.createElement(tag);
  if (style) element.className = style;
  element.append(...content);
  return element;
}

/** Return what the name of a copy ends with, as the service gave it: .docx, or .pdf of a picture. */
export const suffix = (copy) => copy.name.replace(/^[^.]*/, "");

/** Return the word for the whole of a result. */
export function verdictOf(result) {
  const verdicts = result.reports.map((report) => report.verdict);
  if (!verdicts.length) return "unread";
  if (result.errors.length) verdicts.push("partly");
  return GRAVEST.find((each) => verdicts.includes(each));
}

/** Return what a result says: each form on a line, and what could not be read. */
export function said(result) {
  const lines = result.reports.map((report) => {
    const kind = knows(report.kind) ? say(report.kind) : report.kind;
    const about = report.subject ? say("of_file", kind, report.subject) : kind;
    return made("li", "", made("span", "about", about), ...verdict(report.verdict, result), made("span", "aside", counts(report)));
  });
  const forms = lines.length ? [made("ul", "forms", ...lines)] : [];
  return [...result.errors.map((error) => made("p", "words", told(error, result))), ...forms];
}

/** Return what became of the findings of the check before: how many, and below it which. */
export function since({ mended, remaining, added }) {
  const groups = [["mended", mended], ["remaining", remaining], ["added", added]];
  const counted = groups.filter(([, findings]) => findings.length).map(([key, findings]) => say(`count_${key}`, findings.length));
  const words = say("since", counted.length ? counted.join(say("listing")) : say("clean"));
  const lists = groups
    .filter(([, findings]) => findings.length)
    .map(([key, findings]) => made("div", `became ${key}`, made("h4", "", say(key)), made("ul", "", ...findings.map((finding) => made("li", "", finding.message)))));
  const details = made("details", "since", made("summary", "", words), ...lists);
  if (!lists.length) return made("p", "since", words);
  return details;
}

/** Why a file was not read; of one among several, which. */
const told = (error, result) =>
  result.reports.length || result.errors.length > 1 ? say("told_of", error.source.name, error.message) : error.message;

const verdict = (word, result) =>
  result.reports.length > 1 ? [made("span", `verdict ${word}`, say(word))] : [];

function counts(report) {
  const counted = report.findings.filter((finding) => !finding.waived);
  const gravity = (finding) => (finding.kind === "review" ? "review" : finding.severity);
  const found = COUNTED.map(([key, word]) => [key, counted.filter((each) => gravity(each) === word).length])
    .filter(([, number]) => number)
    .map(([key, number]) => say(key, number));
  const hand = report.by_hand.length ? [say("by_hand", report.by_hand.length)] : [];
  return [...(found.length ? found : [say("clean")]), ...hand].join(say("listing"));
}
