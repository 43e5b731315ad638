"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".c")];
  const tools = document.querySelector(".tools");

  const remember = (key, value) => { try { localStorage.setItem("verifier." + key, value); } catch { /* private window */ } };
  const recall = (key) => { try { return localStorage.getItem("verifier." + key); } catch { return null; } };
  const theme = recall("theme");
  if (theme) root.dataset.theme = theme;

  const copy = async (button) => {
    const link = button.previousElementSibling;
    const text = link.getAttribute("href") || link.textContent;
    try { await navigator.clipboard.writeText(text); } catch {
      const range = document.createRange();
      range.selectNodeContents(link);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  };
  document.addEventListener("click", (event) => { if (event.target.matches(".k")) copy(event.target); });

  const ready = new WeakSet();
  const offerCopies = (card) => {
    if (!card || ready.has(card)) return;
    ready.add(card);
    for (const link of card.querySelectorAll(".do a, .do code, .u ~ dl a")) {
      const button = document.createElement("button");
      button.className = "k";
      button.type = "button";
      button.textContent = "Copy";
      link.after(button);
    }
  };
  if (cards.length > 1000) {
    for (const name of ["pointerover", "focusin"])
      document.addEventListener(name, (event) => offerCopies(event.target.closest?.(".c")));
  } else cards.forEach(offerCopies);
  if (!tools) return;
  tools.hidden = false;

  const fields = { q: find("q"), o: find("o"), h: find("h"), p: find("p"), s: find("s") };
  const chips = [...document.querySelectorAll("input[name=v]")];
  const facts = cards.map((card) => ({
    verdict: card.classList[1], outcome: card.getAttribute("data-o"), host: card.getAttribute("data-h"),
    part: card.getAttribute("data-p") || "note", shown: true,
  }));
  const inside = facts.filter((fact) => fact.part !== "surroundings").length;
  const hosts = new Map();
  for (const { host } of facts) if (host) hosts.set(host, (hosts.get(host) || 0) + 1);
  for (const [host, count] of [...hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    fields.h.add(new Option(`${host} (${count})`, host));

  let texts;
  const text = (at) => {
    texts ||= cards.map((card) => card.textContent.toLowerCase());
    return texts[at];
  };

  const filter = () => {
    const wanted = new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value));
    const words = fields.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const outcome = fields.o?.value, host = fields.h.value, part = fields.p.value;
    let count = 0, around = 0;
    facts.forEach((fact, at) => {
      const keep = (!wanted.size || wanted.has(fact.verdict)) && (!outcome || fact.outcome === outcome)
        && (!host || fact.host === host) && (!part || fact.part === part)
        && words.every((word) => text(at).includes(word));
      if (fact.shown !== keep) cards[at].hidden = !(fact.shown = keep);
      if (fact.part === "surroundings") around += keep; else count += keep;
    });
    const narrowed = wanted.size || words.length || outcome || host || part;
    for (const fold of document.querySelectorAll(".fold")) if (fold.querySelector(".c"))
      fold.hidden = !fold.querySelector(".c:not([hidden])");
    find("n").textContent = (narrowed ? `${count} of ${inside} shown` : `${inside} in all`) + (around ? `, ${around} around the letter` : "");
    find("clear").hidden = !narrowed;
  };

  let ordered = fields.s.options[0].value;
  const order = () => {
    const by = fields.s.value;
    if (by === ordered) return;
    ordered = by;
    const key = { text: (card) => +card.dataset.i, host: (card) => card.dataset.h || "\uffff" }[by];
    for (const list of document.querySelectorAll(".cards")) {
      const own = cards.filter((card) => card.parentNode === list);
      const sorted = key ? own.map((card) => [key(card), card]).sort((a, b) => (a[0] < b[0] ? -1 : +(a[0] > b[0]))).map((pair) => pair[1]) : own;
      list.append(...sorted);
    }
  };

  const save = () => {
    const state = new URLSearchParams();
    const picked = chips.filter((chip) => chip.checked).map((chip) => chip.value).join(" ");
    if (picked) state.set("v", picked);
    for (const [name, field] of Object.entries(fields)) if (field?.value && field.selectedIndex !== 0) state.set(name, field.value);
    history.replaceState(null, "", String(state) ? "#?" + state : "#");
  };
  const load = () => {
    const state = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    const picked = (state.get("v") || "").split(" ");
    for (const chip of chips) chip.checked = picked.includes(chip.value);
    for (const [name, field] of Object.entries(fields)) if (field) {
      field.value = state.get(name) || "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    filter();
    order();
    const target = location.hash.length > 1 && !location.hash.startsWith("#?") && find(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".c")) reveal(target);
  };
  const focus = (card) => {
    const head = card.firstElementChild;
    if (head.localName !== "summary") head.tabIndex = -1;
    head.focus({ preventScroll: true });
  };
  const reveal = (card) => {
    for (let fold = card; fold; fold = fold.parentElement.closest("details")) if (fold.localName === "details") fold.open = true;
    focus(card);
    card.scrollIntoView({ block: "start", behavior: "instant" });
  };
  const clear = () => {
    for (const chip of chips) chip.checked = false;
    for (const name of ["q", "o", "h", "p"]) if (fields[name]) fields[name].value = "";
    filter();
    save();
  };

  let waiting;
  fields.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); save(); }, 120);
  });
  tools.addEventListener("change", (event) => {
    if (event.target === fields.q) return;
    if (event.target === fields.s) order(); else filter();
    save();
  });
  find("clear").addEventListener("click", clear);
  find("help").addEventListener("click", () => find("keys").showModal());
  find("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remember("theme", root.dataset.theme);
  });

  const single = find("single");
  single.checked = recall("single") !== "off";
  single.addEventListener("change", () => remember("single", single.checked ? "on" : "off"));
  const current = () => document.activeElement?.closest(".c");
  const step = (by) => {
    const list = [...document.querySelectorAll(".c:not([hidden])")].filter((card) => card.checkVisibility());
    const next = list[Math.min(Math.max(list.indexOf(current()) + by, 0), list.length - 1)];
    if (next) {
      focus(next);
      next.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
  };
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { const card = current(); if (card) card.open = !card.open; },
    c: () => { const button = current()?.querySelector(".k"); if (button) copy(button); },
    x: clear,
    "/": () => fields.q.focus(),
    "?": () => find("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || !single.checked || event.ctrlKey || event.metaKey || event.altKey || find("keys").open) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  addEventListener("hashchange", load);
  load();
  fields.q.addEventListener("focus", () => setTimeout(() => text(0)));
})();
