// One file in the list: what is said of it, and what can be done with it.

import { MARKED, PICTURES, SUGGESTED } from "./formats.js";
import { compared } from "./mended.js";
import { made, said, since, suffix, verdictOf } from "./result.js";
import { Trouble, handle, look, send } from "./service.js";
import { say, spoken } from "./words.js";
import { Zip } from "./zip.js";

const WORKING = new Set(["waiting", "uploading", "busy"]);
const SOON = 4; // seconds in which most files are checked
const ASKED_EVERY = 2; // seconds

export class Entry {
  /**
   * @param {File} file
   * @param {function(): URLSearchParams} wishes what is chosen on the page
   * @param {{changed: function(), settled: function(Entry), show: function(Entry, string),
   *   isShown: function(Entry): boolean, pick: function(): Promise<File|null>,
   *   askToken: function(): Promise<boolean>}} page
   */
  constructor(file, wishes, page) {
    this.file = file;
    this.name = file.path ?? file.name;
    this.page = page;
    this.chosen = wishes();
    this.state = "waiting";
    this.trouble = "";
    this.result = null;
    this.before = null;
    this.share = 0;
    this.sentAt = null;
    this.reached = null;
    this.hasFixes = true;
    this.element = document.createElement("li");
    this.draw();
  }

  /** Have the file checked; tell the page when its state changes. */
  async check() {
    this.stopper = new AbortController();
    this.share = 0;
    this.sentAt = null;
    this.reached = null;
    this.hasFixes = true;
    const follow = handle();
    const asked = spoken();
    this.result = null;
    this.become("uploading");
    try {
      const answer = await this.sent("check", this.file, { format: "json", follow }, {
        signal: this.stopper.signal,
        uploaded: (share) => this.progress(share, follow),
        waits: (seconds, attempt) => this.become("busy", say("busy_words", seconds, attempt)),
      });
      this.result = JSON.parse(await answer.text());
      // Why a file cannot be read, and what is to be mended, the service says in one language.
      if (asked !== spoken()) return this.check();
      this.become(verdictOf(this.result));
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) {
        this.become("refused", say("garbled", trouble.name));
      } else {
        this.become(trouble.kind === "cancelled" ? "cancelled" : "refused", trouble.message);
      }
    }
    this.page.settled(this);
  }

  /** Check the file as it is by now, and compare with what was found before. */
  async checkAgain() {
    const file = this.file.again ? await this.file.again() : await this.page.pick();
    if (!file) {
      if (this.file.again) this.become("refused", say("gone"));
      return;
    }
    this.file = file.path || !this.file.path ? file : Object.assign(file, { path: this.file.path });
    this.before = this.result ?? this.before;
    await this.check();
  }

  /** Send something to a route; ask for a token when the service wants one. */
  async sent(route, body, wishes, told = {}) {
    const path = () => `v1/${route}?${new URLSearchParams({ ...wishes, lang: spoken() })}`;
    const chosen = route === "check" || route === "annotate" ? `&${this.chosen}` : "";
    for (;;) {
      try {
        return await send(path() + chosen, body, told);
      } catch (trouble) {
        if (trouble.kind !== "unauthorised" || !(await this.page.askToken())) throw trouble;
      }
    }
  }

  report = (told) => this.sent("check", this.file, { format: "html" }, told);
  marked = (told) => this.sent("annotate", this.file, {}, told);
  suggested = (told) => this.sent("annotate", this.file, { suggest: "true" }, told);
  letter = (at, told) => this.madeOf("letter", this.result, told, { number: at + 1 });

  /** Have a file made of results. */
  madeOf(route, results, told, wishes = {}) {
    return this.sent(route, new Blob([JSON.stringify(results)], { type: "application/json" }), wishes, told);
  }

  get isWorking() {
    return WORKING.has(this.state);
  }

  /** Whether remarks can be written into it: records and archives have no text of their own. */
  get canBeMarked() {
    return !this.file.parts && this.result.reports.every((report) => MARKED.includes(report.source.media_type));
  }

  /** Whether fixes may be written into it, as far as is known before they are tried. */
  get mayBeFixed() {
    const isCertain = (finding) => finding.kind === "fail" && !finding.waived;
    return (
      this.hasFixes && this.canBeMarked &&
      this.result.reports.every((report) => SUGGESTED.includes(report.source.media_type)) &&
      this.result.reports.some((report) => report.findings.some(isCertain))
    );
  }

  /** What the name of a file ends with. */
  get ending() {
    return this.file.name.match(/\.[^.]*$/)?.[0] ?? "";
  }

  get isPicture() {
    return PICTURES.includes(this.ending.toLowerCase());
  }

  /** Return the path of what is made of it; of one of several reports, with its number. */
  pathOf(word, ending, at = 0) {
    const base = this.name.replace(/\.[^./]*$/, "");
    const number = this.result.reports.length > 1 && word === "name_letter" ? `.${at + 1}` : "";
    return `${base}${number}.${say(word)}${ending}`;
  }

  become(state, trouble = "") {
    this.state = state;
    this.trouble = trouble;
    this.draw();
    this.page.changed();
  }

  progress(share, follow) {
    this.share = share;
    if (share === 1) this.tick(performance.now(), follow);
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
      words.textContent = this.meanwhile();
    }
  }

  /** Say every second for how long the file has been with the service, and ask how far it has come. */
  tick(sentAt, follow) {
    this.sentAt = sentAt;
    const clock = setInterval(() => {
      if (this.sentAt !== sentAt || this.state !== "uploading") return clearInterval(clock);
      this.fill();
      const seconds = Math.round((performance.now() - sentAt) / 1000);
      if (follow && seconds % ASKED_EVERY === 0) this.ask(sentAt, follow);
    }, 1000);
  }

  /** Ask how far the check has come; where nobody says, that it lasts is said all the same. */
  async ask(sentAt, follow) {
    const progress = await look(`v1/progress?follow=${follow}`).catch(() => null);
    if (progress && this.sentAt === sentAt) this.reached = progress;
  }

  /** What is said while the service has the file: recognising words takes its time. */
  meanwhile() {
    const seconds = Math.floor((performance.now() - this.sentAt) / 1000);
    if (this.reached?.page) return say("recognising_page", this.reached.page, seconds);
    if (this.reached?.state === "waiting") return say("queued", seconds);
    if (this.isPicture) return seconds < SOON ? say("recognising") : say("still_recognising", seconds);
    return seconds < SOON ? say("checking") : say("still_checking", seconds);
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
    if (this.result && this.before) parts.push(since(compared(this.before, this.result)));
    parts.push(this.actions());
    const isOpen = this.page.isShown(this);
    this.element.className = `entry ${this.state}${isOpen ? " open" : ""}`;
    if (isOpen) this.element.setAttribute("aria-current", "true");
    else this.element.removeAttribute("aria-current");
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
      return row;
    }
    const hasReports = Boolean(this.result?.reports.length);
    if (hasReports) add("show", (button) => this.do(button, this.report, async (page) => this.page.show(this, await page.text())));
    if (this.state === "refused" || this.state === "cancelled") add("retry", () => (this.file.again ? this.checkAgain() : this.check()));
    if ((this.result || this.state === "refused") && !this.file.parts) add("again", () => this.checkAgain());
    if (!hasReports) return row;
    if (this.canBeMarked) add("save_marked", (button) => this.do(button, this.marked, (copy) => this.save(copy, "name_marked", suffix(copy))));
    if (this.mayBeFixed) add("save_suggested", (button) => this.do(button, this.suggested, (copy) => this.keepSuggested(copy)));
    add("save_letter", (button) => this.do(button, (told) => this.letters(told), (letter) => this.save(letter, "name_letter", suffix(letter))));
    add("save_report", (button) => this.do(button, this.report, (page) => this.save(page, "name_report", ".html")));
    add("save_json", () => this.save(new Blob([JSON.stringify(this.result, null, 2)]), "", ".json"));
    return row;
  }

  /** Return the letter, or a zip of those about each form of the file. */
  async letters(told) {
    const { length } = this.result.reports;
    if (length === 1) return this.letter(0, told);
    const zip = new Zip();
    for (let at = 0; at < length; at += 1) await zip.add(this.pathOf("name_letter", ".docx", at).split("/").pop(), await this.letter(at, told));
    return new File([zip.blob()], "letters.zip");
  }

  keepSuggested(copy) {
    if (copy.fixed) {
      this.save(copy, "name_suggested", suffix(copy));
      this.note(say("fixed", copy.fixed), "status");
    } else {
      this.hasFixes = false;
      this.draw();
      this.note(say("no_fixes"), "status");
    }
  }

  note(text, role = "alert") {
    this.element.querySelector(".note")?.remove();
    if (text) this.element.querySelector(".actions").before(Object.assign(made("p", "words note", text), { role }));
  }

  /** Have something made of the file, and do something with it. */
  async do(button, make, act) {
    const words = button.textContent;
    const isRead = button.dataset.action !== "save_letter"; // which is made of the result alone
    this.note(this.isPicture && isRead ? say("recognised_again") : "", "status");
    button.disabled = true;
    button.textContent = say("getting");
    try {
      const copy = await make({ waits: (seconds, attempt) => this.note(say("busy_words", seconds, attempt)) });
      this.note("");
      await act(copy);
    } catch (trouble) {
      this.note(trouble instanceof Trouble ? trouble.message : say("garbled", trouble.name));
    } finally {
      button.disabled = false;
      button.textContent = words;
      if (document.activeElement === document.body) (button.isConnected ? button : this.element.querySelector("button"))?.focus();
    }
  }

  save(blob, word, ending) {
    const base = this.file.name.replace(/\.[^.]*$/, "");
    keep(blob, base + (word ? `.${say(word)}` : "") + ending);
  }
}

/** Let the browser keep something under a name. */
export function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
