// The page itself: files in, a list of them, a report in place.

import { Entry, keep } from "./entry.js";
import { LEFT_OUT, MOST, dropped } from "./folders.js";
import { isSame } from "./mended.js";
import { Trouble, look, useToken } from "./service.js";
import { everything } from "./taking.js";
import { say, speak, spoken } from "./words.js";

const AT_ONCE = 2;
const LANGUAGE = "specvalidator-language";
const at = (id) => document.getElementById(id);

let entries = [];
let waiting = [];
let working = 0;
let shown = null;
let taking = null;
let photographs = 0;

// ── files ────────────────────────────────────────────────────────────────────────────

function wishes() {
  const said = new URLSearchParams();
  for (const name of ["kind", "pack"]) if (at(name).value) said.set(name, at(name).value);
  return said;
}

/** Return what is checked by itself: as dossiers, the files of a folder are one, and loose files. */
function gathered(files) {
  if (at("kind").value !== "dossier") return files;
  const groups = new Map();
  for (const file of files) {
    const alone = !file.path && /\.zip$/i.test(file.name);
    const key = alone ? file : (file.path ?? "").split("/")[0];
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups].map(([key, parts]) => {
    if (typeof key !== "string" || (!key && parts.length < 2)) return parts[0];
    return { name: key || say("together", parts.map((file) => file.name).join(say("listing"))), parts };
  });
}

function take(files) {
  const added = gathered([...files]).map((file) => new Entry(file, wishes, { changed, settled, show, isShown, pick, askToken }));
  if (!added.length) return;
  entries.push(...added);
  waiting.push(...added);
  at("entries").append(...added.map((entry) => entry.element));
  at("results").hidden = false;
  changed();
  work();
}

async function work() {
  while (working < AT_ONCE && waiting.length) {
    working += 1;
    waiting.shift().check().finally(() => {
      working -= 1;
      work();
    });
  }
}

function changed() {
  const counted = new Map();
  for (const { state } of entries) {
    const word = state === "uploading" ? "working" : state;
    counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  const parts = [...counted].map(([word, number]) => say("count", number, say(word)));
  const words = entries.length ? say("summary", entries.length, parts.join(say("listing"))) : "";
  if (at("summary").textContent !== words) at("summary").textContent = words;
  at("take").hidden = Boolean(taking) || !entries.some((entry) => entry.result?.reports.length);
  at("take").disabled = entries.some((entry) => entry.isWorking);
}

/** A file that was handed in again follows the one of its name and subject that was there. */
function settled(entry) {
  const older = entry.result && entries.find((each) => each !== entry && each.name === entry.name && each.result && isSame(each.result, entry.result));
  if (older && entries.indexOf(older) < entries.indexOf(entry)) {
    entry.before = older.result;
    older.element.replaceWith(entry.element);
    entries = entries.filter((each) => each !== entry);
    entries[entries.indexOf(older)] = entry;
    if (shown === older) shown = entry;
    entry.draw();
    changed();
  }
  if (shown === entry) refresh();
}

/** Return a file that the user chooses in place of another, null where none is chosen. */
function pick() {
  const field = at("again");
  field.value = "";
  return new Promise((resolve) => {
    field.addEventListener("change", () => resolve(field.files[0] ?? null), { once: true });
    field.addEventListener("cancel", () => resolve(null), { once: true });
    field.click();
  });
}

/** A camera calls every photograph the same: number them, so that none passes for a later one of another. */
const numbered = (file) => new File([file], say("photograph", (photographs += 1)), { type: file.type });

at("camera").addEventListener("change", (event) => {
  at("cut").textContent = "";
  take([...event.target.files].map(numbered));
  event.target.value = "";
});
for (const id of ["files", "folder"]) {
  at(id).addEventListener("change", (event) => {
    at("cut").textContent = "";
    const chosen = [...event.target.files].filter((file) => !LEFT_OUT.test(file.name));
    const files = chosen.slice(0, MOST).map((file) => (file.webkitRelativePath ? Object.assign(file, { path: file.webkitRelativePath }) : file));
    if (chosen.length > files.length) at("cut").textContent = say("cut", files.length);
    take(files);
    event.target.value = "";
  });
}
at("clear").addEventListener("click", () => {
  taking?.abort();
  for (const entry of entries) entry.stopper?.abort();
  entries = [];
  waiting = [];
  at("entries").replaceChildren();
  at("results").hidden = true;
  hide();
  at("choose").focus();
});

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    at("drop").classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) at("drop").classList.remove("over");
});
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  at("drop").classList.remove("over");
  const { files, cut } = await dropped(event.dataTransfer);
  at("cut").textContent = cut ? say("cut", files.length) : "";
  take(files);
});

// ── the report ───────────────────────────────────────────────────────────────────────

const isShown = (entry) => shown === entry;

function show(entry, page) {
  const former = shown;
  shown = entry;
  former?.draw();
  entry.draw();
  fill(page);
  at("report").hidden = false;
  at("report").scrollIntoView();
  at("report-title").focus({ preventScroll: true });
}

function fill(page) {
  at("report-title").textContent = say("report_of", shown.name);
  at("report-frame").title = at("report-title").textContent;
  at("report-frame").srcdoc = page;
}

/** Let the open report say what the list says: of the file as it is by now, in this language. */
async function refresh() {
  const entry = shown;
  if (!entry.result?.reports.length) return hide();
  try {
    const page = await (await entry.report({})).text();
    if (shown === entry) fill(page);
  } catch {
    if (shown === entry) hide();
  }
}

function hide() {
  const former = shown;
  shown = null;
  at("report").hidden = true;
  at("report-frame").srcdoc = "";
  former?.draw();
  former?.element.querySelector('[data-action="show"]')?.focus();
}

at("close-report").addEventListener("click", hide);

// ── everything at once ───────────────────────────────────────────────────────────────

at("take").addEventListener("click", async () => {
  taking = new AbortController();
  at("taking").hidden = false;
  at("taken").replaceChildren();
  changed();
  at("stop-taking").focus();
  try {
    const { blob, missing } = await everything(entries, {
      stopped: taking.signal,
      tell: (words) => {
        at("taking-words").textContent = words;
      },
    });
    keep(blob, `${say("name_all")}.zip`);
    at("taken").append(...[say("took"), ...missing].map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  } catch (trouble) {
    at("taken").textContent = trouble instanceof Trouble ? trouble.message : say("garbled", trouble.name);
  } finally {
    taking = null;
    at("taking").hidden = true;
    changed();
    if (document.activeElement === document.body) at("take").focus();
  }
});
at("stop-taking").addEventListener("click", () => taking?.abort());

// ── the token ────────────────────────────────────────────────────────────────────────

let asking = null;

/** Ask for a token until one is let in; return whether there is one. */
function askToken() {
  asking ??= asked().finally(() => {
    asking = null;
  });
  return asking;
}

async function asked() {
  at("token-button").hidden = false;
  at("token-error").textContent = "";
  for (;;) {
    at("token-value").value = "";
    at("token").returnValue = "";
    at("token").showModal();
    await new Promise((resolve) => at("token").addEventListener("close", resolve, { once: true }));
    if (at("token").returnValue !== "ok") return false;
    useToken(at("token-value").value.trim());
    try {
      await packs();
      return true;
    } catch (trouble) {
      at("token-error").textContent = trouble.kind === "unauthorised" ? say("token_wrong") : trouble.message;
    }
  }
}

at("token-button").addEventListener("click", askToken);

async function packs() {
  const known = await look("v1/packs");
  const options = known.packs.map((pack) => new Option(`${pack.number} · ${pack.id}`, pack.id));
  at("pack").replaceChildren(...options);
  at("pack").value = known.usual;
  at("pack-choice").hidden = options.length < 2;
}

// ── the language ─────────────────────────────────────────────────────────────────────

function translate() {
  document.documentElement.lang = spoken() === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
  }
  at("language").textContent = spoken() === "zh" ? "English" : "中文";
  at("language").lang = spoken() === "zh" ? "en" : "zh-CN";
  for (const entry of entries) entry.draw();
  if (shown) at("report-title").textContent = say("report_of", shown.name);
  changed();
}

at("language").addEventListener("click", () => {
  speak(spoken() === "zh" ? "en" : "zh");
  localStorage.setItem(LANGUAGE, spoken());
  translate();
  // What the service said itself, it has to say again.
  waiting.push(...entries.filter((entry) => entry.result));
  work();
});

const usual = navigator.language.startsWith("zh") ? "zh" : "en";
speak(localStorage.getItem(LANGUAGE) ?? usual);
translate();
packs().catch((trouble) => (trouble.kind === "unauthorised" ? askToken() : null));
