// The page itself: files in, a list of them, a report in place.

import { Entry } from "./entry.js";
import { dropped } from "./folders.js";
import { look, useToken } from "./service.js";
import { say, speak, spoken } from "./words.js";

const AT_ONCE = 2;
const LANGUAGE = "specvalidator-language";
const at = (id) => document.getElementById(id);

let entries = [];
let waiting = [];
let working = 0;
let shown = null;

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
  const added = gathered([...files]).map((file) => new Entry(file, wishes, { changed, show, askToken }));
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
    const word = state === "uploading" ? "waiting" : state;
    counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  const parts = [...counted].map(([word, number]) => say("count", number, say(word)));
  const words = entries.length ? say("summary", entries.length, parts.join(say("listing"))) : "";
  if (at("summary").textContent !== words) at("summary").textContent = words;
}

at("files").addEventListener("change", (event) => {
  at("cut").textContent = "";
  take(event.target.files);
  event.target.value = "";
});
at("clear").addEventListener("click", () => {
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

function show(entry, page) {
  shown = entry;
  at("report-title").textContent = say("report_of", entry.name);
  at("report-frame").title = at("report-title").textContent;
  at("report-frame").srcdoc = page;
  at("report").hidden = false;
  at("report").scrollIntoView();
  at("report-title").focus({ preventScroll: true });
}

function hide() {
  at("report").hidden = true;
  at("report-frame").srcdoc = "";
  shown?.element.querySelector('[data-action="show"]')?.focus();
  shown = null;
}

at("close-report").addEventListener("click", hide);

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
  waiting.push(...entries.filter((entry) => entry.result?.errors.length));
  work();
});

const usual = navigator.language.startsWith("zh") ? "zh" : "en";
speak(localStorage.getItem(LANGUAGE) ?? usual);
translate();
packs().catch((trouble) => (trouble.kind === "unauthorised" ? askToken() : null));
