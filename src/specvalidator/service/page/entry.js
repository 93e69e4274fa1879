// One file in the list: what is said of it, and what can be done with it.

import { Trouble, send } from "./service.js";
import { knows, say, spoken } from "./words.js";

const COUNTED = [["errors", "error"], ["warnings", "warning"], ["notes", "note"], ["reviews", "review"]];
const UNMARKED = new Set(["application/json", "application/zip"]);
const GRAVEST = ["fail", "partly", "not-judged", "review", "pass"];

export class Entry {
  /**
   * @param {File} file
   * @param {function(): URLSearchParams} wishes what is chosen on the page
   * @param {{changed: function(), show: function(Entry, string), askToken: function(): Promise<boolean>}} page
   */
  constructor(file, wishes, page) {
    this.file = file;
    this.name = file.path ?? file.name;
    this.page = page;
    this.chosen = wishes();
    this.state = "waiting";
    this.trouble = "";
    this.result = null;
    this.share = 0;
    this.element = document.createElement("li");
    this.draw();
  }

  /** Have the file checked; tell the page when its state changes. */
  async check() {
    this.stopper = new AbortController();
    this.share = 0;
    const asked = spoken();
    this.result = null;
    this.become("uploading");
    try {
      const answer = await this.sent("check", "json", {
        signal: this.stopper.signal,
        uploaded: (share) => this.progress(share),
        waits: (seconds, attempt) => this.become("busy", say("busy_words", seconds, attempt)),
      });
      this.result = JSON.parse(await answer.text());
      // Why a file cannot be read, the service says in the language that it was asked in.
      if (this.result.errors.length && asked !== spoken()) await this.check();
      else this.become(verdictOf(this.result));
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        this.become("refused", say("garbled", trouble.name));
      } else {
        this.become(trouble.kind === "cancelled" ? "cancelled" : "refused", trouble.message);
      }
    }
  }

  /** Send the file to a route; ask for a token when the service wants one. */
  async sent(route, format, told = {}) {
    const path = () => {
      const said = new URLSearchParams(this.chosen);
      said.set("lang", spoken());
      if (format) said.set("format", format);
      return `v1/${route}?${said}`;
    };
    for (;;) {
      try {
        return await send(path(), this.file, told);
      } catch (trouble) {
        if (trouble.kind !== "unauthorised" || !(await this.page.askToken())) throw trouble;
      }
    }
  }

  become(state, trouble = "") {
    this.state = state;
    this.trouble = trouble;
    this.draw();
    this.page.changed();
  }

  progress(share) {
    this.share = share;
    if (this.state !== "uploading") this.become("uploading");
    this.fill();
  }

  fill() {
    const { share } = this;
    const bar = this.element.querySelector("progress");
    const words = this.element.querySelector(".words");
    if (share < 1) {
      bar.value = share;
      words.textContent = say("uploading", Math.floor(share * 100));
    } else {
      bar.removeAttribute("value"); // what it takes now, nobody knows
      words.textContent = say("checking");
    }
  }

  /** Draw everything anew, as when the language changes; what has the focus keeps it. */
  draw() {
    const focused = document.activeElement;
    const held = this.element.contains(focused) ? focused.dataset.action : null;
    const working = this.state === "uploading";
    const head = made("div", "entry-head", made("h3", "", this.name));
    if (!working) head.append(made("span", `verdict ${this.state}`, say(this.state)));
    const parts = [head];
    if (working) {
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", this.name);
      parts.push(bar, made("p", "words"));
    } else if (this.trouble) {
      parts.push(made("p", "words", this.trouble));
    }
    if (this.result) parts.push(...said(this.result));
    parts.push(this.actions());
    this.element.className = `entry ${this.state}`;
    this.element.replaceChildren(...parts);
    if (working) this.fill();
    if (held) this.element.querySelector(`[data-action="${held}"]`)?.focus();
  }

  actions() {
    const row = made("p", "actions");
    const add = (key, act) => {
      const button = made("button", key === "show" ? "main" : "", say(key));
      button.type = "button";
      button.dataset.action = key;
      button.setAttribute("aria-label", say("of_file", say(key), this.name));
      button.addEventListener("click", () => act(button));
      row.append(button);
    };
    if (this.state === "uploading" || this.state === "busy") {
      add("cancel", () => this.stopper.abort());
    } else if (this.state === "refused" || this.state === "cancelled") {
      add("retry", () => this.check());
    } else if (this.result?.reports.length) {
      add("show", (button) => this.made(button, "check", "html", async (page) => this.page.show(this, await page.text())));
      if (canBeMarked(this.result)) add("save_marked", (button) => this.made(button, "annotate", null, (copy) => this.save(copy, "name_marked", suffix(copy))));
      add("save_letter", (button) => this.made(button, "check", "markdown", (page) => this.save(page, "name_letter", ".md")));
      add("save_report", (button) => this.made(button, "check", "html", (page) => this.save(page, "name_report", ".html")));
      add("save_json", () => this.save(new Blob([JSON.stringify(this.result, null, 2)]), "", ".json"));
    }
    return row;
  }

  /** Have something made of the file, and do something with it. */
  async made(button, route, format, act) {
    const words = button.textContent;
    const note = (text) => {
      this.element.querySelector(".note")?.remove();
      if (text) button.parentElement.before(Object.assign(made("p", "words note", text), { role: "alert" }));
    };
    note("");
    button.disabled = true;
    button.textContent = say("getting");
    try {
      await act(await this.sent(route, format, { waits: (seconds, attempt) => note(say("busy_words", seconds, attempt)) }));
      note("");
    } catch (trouble) {
      note(trouble instanceof Trouble ? trouble.message : say("garbled", trouble.name));
    } finally {
      button.disabled = false;
      button.textContent = words;
      if (document.activeElement === document.body) button.focus();
    }
  }

  save(blob, word, ending) {
    const link = document.createElement("a");
    const base = this.file.name.replace(/\.[^.]*$/, "");
    link.href = URL.createObjectURL(blob);
    link.download = base + (word ? `.${say(word)}` : "") + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

/** Records and archives have no text of their own to write remarks into. */
const canBeMarked = (result) => result.reports.every((report) => !UNMARKED.has(report.source.media_type));

/** Return an element with a class and text or children. */
function made(tag, style, ...content) {
  const element = document.createElement(tag);
  if (style) element.className = style;
  element.append(...content);
  return element;
}

function verdictOf(result) {
  const verdicts = result.reports.map((report) => report.verdict);
  if (!verdicts.length) return "unread";
  if (result.errors.length) verdicts.push("partly");
  return GRAVEST.find((each) => verdicts.includes(each));
}

/** Return what a result says: each form on a line, and what could not be read. */
function said(result) {
  const lines = result.reports.map((report) => {
    const kind = knows(report.kind) ? say(report.kind) : report.kind;
    const about = report.subject ? say("of_file", kind, report.subject) : kind;
    return made("li", "", made("span", "about", about), ...verdict(report.verdict, result), made("span", "aside", counts(report)));
  });
  const forms = lines.length ? [made("ul", "forms", ...lines)] : [];
  return [...result.errors.map((error) => made("p", "words", told(error, result))), ...forms];
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

/** Return what the name of a file ends with, as the service gave it: .docx or .pdf. */
const suffix = (copy) => copy.name.replace(/^[^.]*/, "");
