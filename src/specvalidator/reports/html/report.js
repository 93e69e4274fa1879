"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card");
  const known = new Set(cards.map((card) => card.id));
  const places = new Map();
  for (const place of all("[data-for]"))
    for (const id of place.dataset.for.split(" "))
      places.set(id, [...(places.get(id) ?? []), place]);

  // ── joining findings and places ──────────────────────────────────────────────────────────

  const joined = (id) => [document.getElementById(id), ...(places.get(id) ?? [])];
  const toggle = (ids, name, on) =>
    ids.flatMap(joined).forEach((each) => each.classList.toggle(name, on));

  /** Return the ids of the findings that an element belongs to. */
  const about = (element) => {
    const nearest = element.closest?.("[data-for], .card");
    if (!nearest) return [];
    return nearest.dataset.for ? nearest.dataset.for.split(" ") : [nearest.id];
  };

  let chosen = [];
  const choose = (ids) => {
    toggle(chosen, "chosen", false);
    chosen.forEach((id) => document.getElementById(id).removeAttribute("aria-current"));
    chosen = ids;
    toggle(chosen, "chosen", true);
    chosen.forEach((id) => document.getElementById(id).setAttribute("aria-current", "true"));
  };

  const reach = (target) => {
    for (let at = target.parentElement; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    const block = target.matches(".card, .pin") ? "center" : "start";
    if (document.querySelector(".many")) {
      // What is passed on the way has no height yet: go at once, and again when it has.
      target.scrollIntoView({ block, behavior: "instant" });
      requestAnimationFrame(() => target.scrollIntoView({ block, behavior: "instant" }));
    } else target.scrollIntoView({ block });
    target.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link?.matches(".explain")) {
      event.preventDefault();
      explain(link);
      return;
    }
    if (link) {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault(); // a frame without an address of its own would load another page
      const ids = about(target);
      if (ids.length) choose(ids);
      reach(target);
      return;
    }
    if (event.target.closest("a, label, summary, select, button, .explanation") || !getSelection().isCollapsed) return;
    const ids = about(event.target);
    if (!ids.length) return;
    choose(ids);
    const isCard = event.target.closest(".card");
    const target = document.getElementById(isCard ? `${ids[0]}-at` : ids[0]);
    if (target) reach(target);
  });

  let lit = [];
  const light = (event) => {
    toggle(lit, "lit", false);
    lit = event.type.endsWith("out") ? [] : about(event.target);
    toggle(lit, "lit", true);
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, light);

  // ── rules, explained where they spoke ────────────────────────────────────────────────────

  const book = document.querySelector(".rulebook");
  if (book) book.hidden = true;
  for (const link of all(".explain")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }

  /** Show what a rule asks and why under the finding that it made, or put it away again. */
  const explain = (link) => {
    const card = link.closest(".card");
    const open = card.querySelector(".explanation");
    link.setAttribute("aria-expanded", String(!open));
    if (open) {
      open.remove();
      return;
    }
    const copy = document.getElementById(link.getAttribute("href").slice(1)).cloneNode(true);
    copy.removeAttribute("id");
    card.append(copy);
    copy.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches?.(".explain")) return;
    event.preventDefault(); // what is a button is pressed by the bar, too
    explain(event.target);
  });

  // ── filters ──────────────────────────────────────────────────────────────────────────────

  const filters = document.querySelector(".filters");
  const parts = all(".part");
  const unread = all('tr[data-of="unreadable"]').length;

  /** Hide cards, parts, files and rows of the table that have nothing of what is asked for. */
  const filter = () => {
    const value = (name) => filters.querySelector(`[name=${name}]`)?.value ?? "";
    const [verdict, rule, file] = ["verdict", "rule", "file"].map(value);
    const boxes = all("[name=tone]", filters);
    const tones = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const narrowed = Boolean(rule) || tones.size < boxes.length;
    const isShown = new Map();
    let [shown, documents] = [0, 0];
    for (const card of cards) {
      const fits = tones.has(card.dataset.tone) && (!rule || rule === card.dataset.rule);
      card.classList.toggle("off", !fits);
      isShown.set(card.id, fits);
    }
    const kept = new Map([["unreadable", !narrowed && !file && (!verdict || verdict === "unreadable")]]);
    for (const part of parts) {
      const found = all(".card:not(.off)", part).length;
      const asked = (!verdict || verdict === part.dataset.verdict) && (!file || part.closest(".file").id === file);
      const fits = asked && (!narrowed || found > 0);
      kept.set(part.id, fits);
      part.classList.toggle("off", !fits);
      if (fits) [shown, documents] = [shown + found, documents + 1];
    }
    if (kept.get("unreadable")) documents += unread;
    for (const each of all("[data-of]")) each.classList.toggle("off", !kept.get(each.dataset.of));
    for (const each of all("main > .file")) {
      const own = all(".part", each);
      const fits = own.length ? own.some((part) => kept.get(part.id)) : (kept.get(each.id) ?? !(narrowed || verdict || file));
      each.classList.toggle("off", !fits);
    }
    for (const place of all("[data-for]")) {
      const any = place.dataset.for.split(" ").some((id) => isShown.get(id));
      place.classList.toggle(place.matches(".pin, .frame") ? "off" : "unmarked", !any);
    }
    const count = filters.querySelector(".count");
    const said = { shown, all: cards.length, documents, of: parts.length + unread };
    count.textContent = count.dataset.said.replace(/\{(\w+)\}/g, (_, name) => said[name]);
  };
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", filter);
    filters.querySelector(".print").addEventListener("click", () => print());
    filter();
    // What is in sight below the bar begins where the bar ends, however many lines it has.
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--bar", `${filters.offsetHeight}px`);
    }).observe(filters);
  }

  // ── printing ─────────────────────────────────────────────────────────────────────────────

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:is(.by-hand, .original):not([open])");
    closed.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((each) => (each.open = false)));
})();
