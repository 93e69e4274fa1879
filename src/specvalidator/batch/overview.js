"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const { folders, kinds, verdicts, rules, rows, words } = JSON.parse(at("data").textContent);
  // What a row holds, by its place in it.
  const [NAME, FOLDER, SUBJECT, KIND, VERDICT, ERRORS, WARNINGS, REVIEWS, RULES, PAGE, REASON] = Array(11).keys();
  const HEIGHT = 36; // pixels of a row, as the style has it
  const BESIDE = 12; // rows that are drawn above and below what is in sight
  const MOST_PRINTED = 2000;
  const list = at("rows");
  const body = list.querySelector("tbody");
  const columns = list.querySelectorAll("thead th").length;
  const texts = rows.map((row) => `${row[NAME]}\n${row[SUBJECT]}`.toLowerCase());

  let found = rows.map((_, index) => index);
  let order = null;
  let chosen = null;

  const made = (tag, style, ...content) => {
    const element = document.createElement(tag);
    if (style) element.className = style;
    element.append(...content);
    return element;
  };

  // ── rows, of which only those in sight are drawn ─────────────────────────────────────────

  const drawn = new Map();
  const space = () => {
    const cell = made("td", "space");
    cell.colSpan = columns;
    const row = made("tr", "", cell);
    row.setAttribute("aria-hidden", "true");
    return row;
  };
  const [above, below] = [space(), space()];
  body.append(above, below);

  const lineOf = (index, position) => {
    const row = rows[index];
    const [verdict, said] = verdicts[row[VERDICT]];
    const opener = row[PAGE] ? made("a", "", row[NAME]) : made("button", "", row[NAME]);
    if (row[PAGE]) opener.href = row[PAGE];
    else opener.type = "button";
    opener.title = row[NAME];
    opener.dataset.index = index;
    const head = made("th", "name", opener);
    head.scope = "row";
    const subject = made("td", "subject", row[SUBJECT]);
    subject.title = row[SUBJECT];
    const line = made(
      "tr", index === chosen ? "chosen" : "", head, subject,
      made("td", "kind", row[KIND] < 0 ? "" : kinds[row[KIND]][1]),
      made("td", "said", made("span", `verdict ${verdict}`, said)),
      ...[ERRORS, WARNINGS, REVIEWS].map((column) => made("td", "figure", row[column] ? String(row[column]) : "")),
    );
    line.setAttribute("aria-rowindex", position + 2);
    return line;
  };

  const draw = (from, to) => {
    for (const [position, line] of drawn)
      if (position < from || position >= to) {
        line.remove();
        drawn.delete(position);
      }
    for (let position = from; position < to; position += 1) {
      if (drawn.has(position)) continue;
      const line = lineOf(found[position], position);
      drawn.set(position, line);
      let next = position + 1;
      while (next < to && !drawn.has(next)) next += 1;
      body.insertBefore(line, drawn.get(next) ?? below);
    }
    above.firstChild.style.height = `${from * HEIGHT}px`;
    below.firstChild.style.height = `${(found.length - to) * HEIGHT}px`;
  };

  const inSight = () => {
    const first = Math.floor(list.scrollTop / HEIGHT);
    const seen = Math.ceil(list.clientHeight / HEIGHT);
    draw(Math.max(0, Math.min(first - BESIDE, found.length - seen)), Math.min(found.length, first + seen + BESIDE));
  };

  // ── filters ──────────────────────────────────────────────────────────────────────────────

  const number = new Intl.NumberFormat(document.documentElement.lang);
  const value = (id) => (at(id).value === "" ? null : Number(at(id).value));

  const filter = () => {
    const sought = at("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const [folder, kind, verdict, rule] = ["folder", "kind", "verdict", "rule"].map(value);
    found = (order ?? rows.map((_, index) => index)).filter((index) => {
      const row = rows[index];
      return (
        (folder === null || row[FOLDER] === folder) &&
        (kind === null || row[KIND] === kind) &&
        (verdict === null || row[VERDICT] === verdict) &&
        (rule === null || row[RULES].includes(rule)) &&
        sought.every((word) => texts[index].includes(word))
      );
    });
    for (const line of drawn.values()) line.remove();
    drawn.clear();
    list.scrollTop = 0;
    list.querySelector("table").setAttribute("aria-rowcount", found.length + 1);
    const said = { shown: number.format(found.length), all: number.format(rows.length) };
    at("count").textContent = words.shown.replace(/\{(\w+)\}/g, (_, name) => said[name]);
    inSight();
  };

  const fill = (id, options) => {
    for (const [label, index] of options) at(id).append(new Option(label, index));
    if (options.length < 2) at(id).closest("label").hidden = true;
  };
  const met = (column, names) => {
    const known = new Set(rows.map((row) => row[column]));
    return names.map((name, index) => [name, index]).filter(([, index]) => known.has(index));
  };
  const counts = new Map();
  for (const row of rows) for (const rule of row[RULES]) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  fill("folder", met(FOLDER, folders).map(([name, index]) => [name || words.no_folder, index]).sort((one, other) => collator.compare(one[0], other[0])));
  fill("kind", met(KIND, kinds.map(([, said]) => said)));
  fill("verdict", met(VERDICT, verdicts.map(([, said]) => said)));
  fill("rule", [...counts].sort((one, other) => other[1] - one[1]).map(([index, count]) => [`${rules[index][1]} (${number.format(count)})`, index]));

  // ── order ────────────────────────────────────────────────────────────────────────────────

  const KEYS = { name: NAME, subject: SUBJECT, verdict: VERDICT, error: ERRORS, warning: WARNINGS, review: REVIEWS };
  const ranks = new Map();
  /** Return a number for each row by which it sorts; of texts, worked out once. */
  const ranksOf = (key) => {
    if (!ranks.has(key)) {
      const column = KEYS[key];
      if (key !== "name" && key !== "subject") ranks.set(key, rows.map((row) => row[column]));
      else {
        const known = [...new Set(rows.map((row) => row[column]))].sort(collator.compare);
        const places = new Map(known.map((text, place) => [text, place]));
        ranks.set(key, rows.map((row) => places.get(row[column])));
      }
    }
    return ranks.get(key);
  };
  // To compare all names takes longest; it is done before anybody asks for it.
  (window.requestIdleCallback ?? setTimeout)(() => ["name", "subject"].forEach(ranksOf));
  const sort = (button) => {
    const head = button.closest("th");
    const isText = ["name", "subject"].includes(button.dataset.sort);
    const [first, second] = isText ? ["ascending", "descending"] : ["descending", "ascending"];
    const now = head.getAttribute("aria-sort");
    const next = now === first ? second : now === second ? null : first;
    for (const each of list.querySelectorAll("thead th")) each.removeAttribute("aria-sort");
    order = null;
    if (next) {
      head.setAttribute("aria-sort", next);
      const rank = ranksOf(button.dataset.sort);
      const sign = next === "ascending" ? 1 : -1;
      order = rows.map((_, index) => index).sort((one, other) => sign * (rank[one] - rank[other]) || one - other);
    }
    filter();
  };

  // ── one of them ──────────────────────────────────────────────────────────────────────────

  const mark = () => {
    for (const [position, line] of drawn) line.classList.toggle("chosen", found[position] === chosen);
  };
  const open = (index) => {
    const row = rows[index];
    chosen = index;
    at("detail-title").textContent = row[SUBJECT] ? `${row[NAME]} · ${row[SUBJECT]}` : row[NAME];
    const isClean = verdicts[row[VERDICT]][0] === "pass" && !row[RULES].length;
    at("detail-said").textContent = row[REASON] || (isClean ? words.no_findings : verdicts[row[VERDICT]][1]);
    at("detail-rules").replaceChildren(...row[RULES].map((rule) => made("li", "", `${rules[rule][1]} `, made("code", "", rules[rule][0]))));
    at("detail").hidden = false;
    at("detail").scrollIntoView({ block: "nearest" });
    at("detail-title").focus({ preventScroll: true });
    mark();
  };
  const close = () => {
    at("detail").hidden = true;
    (body.querySelector(`[data-index="${chosen}"]`) ?? list).focus({ preventScroll: true });
    chosen = null;
    mark();
  };

  list.addEventListener("scroll", inSight, { passive: true });
  new ResizeObserver(inSight).observe(list);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.sort) sort(button);
    else if (button?.dataset.index) open(Number(button.dataset.index));
  });
  at("detail-close").addEventListener("click", close);
  at("detail").addEventListener("keydown", (event) => event.key === "Escape" && close());
  for (const id of ["search", "folder", "kind", "verdict", "rule"]) at(id).addEventListener("input", filter);
  at("reset").addEventListener("click", () => {
    for (const id of ["search", "folder", "kind", "verdict", "rule"]) at(id).value = "";
    filter();
    at("search").focus();
  });

  /** Let a name in the tables above lead to its submissions in the list. */
  const lead = (head, id, index) => {
    const button = made("button", "", ...head.childNodes);
    button.type = "button";
    button.addEventListener("click", () => {
      at("reset").click();
      at(id).value = index;
      filter();
      at("list").scrollIntoView();
      at("list-title").focus({ preventScroll: true });
    });
    head.replaceChildren(button);
  };
  for (const head of document.querySelectorAll("[data-folder]")) lead(head, "folder", head.dataset.folder);
  const known = new Map(rules.map(([name], index) => [name, index]));
  for (const head of document.querySelectorAll("[data-rule]")) if (known.has(head.dataset.rule)) lead(head, "rule", known.get(head.dataset.rule));

  // ── printing ─────────────────────────────────────────────────────────────────────────────

  addEventListener("beforeprint", () => {
    draw(0, Math.min(found.length, MOST_PRINTED));
    below.firstChild.style.height = "0";
    at("printed").hidden = found.length <= MOST_PRINTED;
    at("printed").textContent = words.printed.replace("{}", number.format(MOST_PRINTED));
  });
  addEventListener("afterprint", () => {
    at("printed").hidden = true;
    inSight();
  });

  list.hidden = false;
  document.querySelector(".filters").hidden = false;
  filter();
})();
