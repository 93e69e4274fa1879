// How the page talks to the service.

import { say, spoken } from "./words.js";

const ATTEMPTS = 8;
const LONGEST_WAIT = 15;
const TIMEOUT = 5 * 60 * 1000;
const STORE = "specvalidator-token";

let token = sessionStorage.getItem(STORE) || "";

/** Use this token from now on, in this tab. */
export function useToken(value) {
  token = value;
  sessionStorage.setItem(STORE, value);
}

/** What went wrong, in words; `kind` is busy, changed, refused, cancelled or unauthorised. */
export class Trouble extends Error {
  constructor(kind, words) {
    super(words);
    this.kind = kind;
  }
}

/** Return a name by which a check can be asked about, which nobody guesses. */
export const handle = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Return what a GET gives as JSON; throw Trouble. */
export async function look(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: headers(), cache: "no-store" });
  } catch {
    throw new Trouble("refused", say("offline"));
  }
  if (answer.status === 401) throw new Trouble("unauthorised", say("no_token"));
  if (!answer.ok) throw new Trouble("refused", say("garbled", answer.status));
  return answer.json();
}

/**
 * Send files or a result and return what comes back as a File; when the service is busy, try again.
 *
 * @param {string} path with its parameters
 * @param {File|{name: string, parts: File[]}|Blob} sent a file, those that are one dossier, or JSON
 * @param {{signal?: AbortSignal, uploaded?: function(number), waits?: function(number, number)}} told
 *   `uploaded` hears how much is sent, from 0 to 1; `waits` the seconds until which attempt.
 */
export async function send(path, sent, { signal, uploaded = () => {}, waits = () => {} } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sentOnce(path, sent, signal, uploaded);
    if (answer.status === 200) return named(answer);
    if (answer.status === 401) throw new Trouble("unauthorised", say("no_token"));
    if (answer.status !== 503) throw new Trouble("refused", await detail(answer));
    if (attempt === ATTEMPTS) throw new Trouble("refused", say("still_busy"));
    const asked = Number(answer.getResponseHeader("Retry-After")) || 1;
    const seconds = Math.min(asked * 2 ** (attempt - 1), LONGEST_WAIT);
    await waited(seconds, signal, (left) => waits(left, attempt + 1));
  }
}

function sentOnce(path, sent, signal, uploaded) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much has been sent
    const stop = () => request.abort();
    const end = (give) => () => {
      signal?.removeEventListener("abort", stop);
      give();
    };
    const fail = (kind, words) => end(() => reject(new Trouble(kind, say(words))));
    request.open("POST", path);
    request.responseType = "blob";
    request.timeout = TIMEOUT;
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => uploaded(event.total ? event.loaded / event.total : 0);
    request.upload.onload = () => uploaded(1);
    request.onload = end(() => resolve(request));
    request.onerror = end(async () => {
      const changed = !(await isReadable(sent));
      reject(new Trouble(changed ? "changed" : "refused", say(changed ? "changed" : "offline")));
    });
    request.ontimeout = fail("refused", "slow");
    request.onabort = fail("cancelled", "cancelled");
    if (signal?.aborted) return request.onabort();
    signal?.addEventListener("abort", stop);
    if (sent instanceof Blob && !(sent instanceof File)) return request.send(sent);
    const form = new FormData();
    for (const part of sent.parts ?? [sent]) form.append("file", part, part.path ?? part.name);
    request.send(form);
  });
}

/** Say whether files are still what they were when they were chosen; a browser reads no others. */
async function isReadable(sent) {
  try {
    for (const part of sent.parts ?? [sent]) await part.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Return what came back under the name that the service gave it, "" where it gave none; `fixed` says
 * how many findings are mended in a copy. */
function named(answer) {
  const said = answer.getResponseHeader("Content-Disposition") ?? "";
  const [, name = ""] = said.match(/filename="([^"]*)"/) ?? [];
  const fixed = Number(answer.getResponseHeader("X-Tracked-Changes") ?? 0);
  return Object.assign(new File([answer.response], name, { type: answer.response.type }), { fixed });
}

async function detail(answer) {
  try {
    const problem = JSON.parse(await answer.response.text());
    return problem.detail || problem.title || say("garbled", answer.status);
  } catch {
    return say("garbled", answer.status);
  }
}

async function waited(seconds, signal, tell) {
  for (let left = seconds; left > 0; left -= 1) {
    if (signal?.aborted) throw new Trouble("cancelled", say("cancelled"));
    tell(left);
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 1) * 1000));
  }
}

function headers() {
  const always = { "Accept-Language": spoken() };
  return token ? { ...always, Authorization: `Bearer ${token}` } : always;
}
