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
    target.scrollIntoView({ block: target.matches(".card, .pin") ? "center" : "start" });
    target.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault(); // a frame without an address of its own would load another page
      const ids = about(target);
      if (ids.length) choose(ids);
      reach(target);
      return;
    }
    if (event.target.closest("a, label, summary, select") || !getSelection().isCollapsed) return;
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

  // ── filters ──────────────────────────────────────────────────────────────────────────────

  const filters = document.querySelector(".filters");
  const filter = () => {
    const tones = new Set(all("[name=tone]:checked", filters).map((box) => box.value));
    const value = (name) => filters.querySelector(`[name=${name}]`)?.value ?? "";
    const [rule, file] = [value("rule"), value("file")];
    for (const section of all("main > .file")) section.classList.toggle("off", Boolean(file) && section.id !== file);
    let shown = 0;
    const isShown = new Map();
    for (const card of cards) {
      const fits = tones.has(card.dataset.tone) && (!rule || rule === card.dataset.rule);
      card.classList.toggle("off", !fits);
      isShown.set(card.id, fits);
      if (fits && (!file || card.closest(".file").id === file)) shown += 1;
    }
    for (const place of all("[data-for]")) {
      const any = place.dataset.for.split(" ").some((id) => isShown.get(id));
      place.classList.toggle(place.matches(".pin, .frame") ? "off" : "unmarked", !any);
    }
    const count = filters.querySelector(".count");
    count.textContent = count.dataset.said.replace("{shown}", shown).replace("{all}", cards.length);
  };
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", filter);
    filter();
  }

  // ── printing ─────────────────────────────────────────────────────────────────────────────

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:is(.by-hand, .original):not([open])");
    closed.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((each) => (each.open = false)));
})();
