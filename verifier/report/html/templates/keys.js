// The keyboard, and the start of everything.
const single = find("single");
const current = () => {
  const at = document.activeElement;
  return at?.closest(".c") || (at?.closest(".fd") ? cardOf(at.closest(".fd").dataset.c) : null);
};
let last = null; // where j and k go on from, after a word to the bar of decisions
document.addEventListener("focusin", ({ target }) => { last = target.closest(".c, .fd") || (target.closest("#taken") && last); });
const step = (by) => {
  const inLetter = root.dataset.view === "letter";
  const list = inLetter
    ? [...document.querySelectorAll("#letter .fd")].filter((one) => one.checkVisibility())
    : [...document.querySelectorAll("#list .c:not([hidden])")].filter((one) => one.checkVisibility());
  const at = list.indexOf(document.activeElement?.closest(inLetter ? ".fd" : ".c") || last);
  const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
  if (!next) return;
  equip(inLetter ? null : next);
  const taken = makeRoom() + (bar?.offsetHeight || 0);
  focus(next);
  // What is higher than the window is read from its head, from wherever one comes.
  const block = next.offsetHeight > innerHeight - taken ? "start" : "nearest";
  next.scrollIntoView({ block, behavior: "instant" });
};
const onCurrent = (act) => () => { const card = current(); if (card) act(card); };
const actions = {
  j: () => step(1),
  k: () => step(-1),
  o: onCurrent((card) => { if (root.dataset.view === "letter") location.hash = card.id; else card.open = !card.open; }),
  l: onCurrent((card) => {
    const seat = card.querySelector(".l");
    if (root.dataset.view === "letter") location.hash = card.id; else if (seat) location.hash = seat.hash;
  }),
  c: onCurrent((card) => { equip(card); const button = [...card.querySelectorAll(".k")].find((one) => !one.closest("[hidden]")); if (button) copy(button); }),
  x: () => clear(),
  a: onCurrent((card) => decide(card, "accept")),
  i: onCurrent((card) => decide(card, "ignore")),
  r: onCurrent((card) => ask(card, "replace")),
  v: onCurrent((card) => decide(card, "opened")),
  n: onCurrent((card) => ask(card, "")),
  z: () => undo(),
  "/": () => { if (root.dataset.view !== "list") location.hash = "list"; fields.q.focus(); },
  "?": () => find("keys").showModal(),
};
const onKey = (event) => {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (typing && event.key === "Escape") event.target.blur();
  if (typing || !single.checked || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const action = actions[event.key];
  if (action) { event.preventDefault(); action(); }
};

if (tools) {
  tools.hidden = document.querySelector(".switches").hidden = false;
  offerHosts();
  listen();
  if (dialog) listenToDecisions();
  if (cards.length > 500)
    for (const name of ["contentvisibilityautostatechange", "pointerover", "focusin"])
      document.addEventListener(name, (event) => event.skipped || equip(event.target.closest?.(".c")));
  else cards.forEach(equip);
  single.checked = store.get("single") !== "off";
  single.addEventListener("change", () => store.set("single", single.checked ? "on" : "off"));
  find("help").addEventListener("click", () => find("keys").showModal());
  document.addEventListener("keydown", onKey);
  const paper = find("print");
  if (paper) {
    paper.hidden = false;
    paper.addEventListener("click", () => { root.dataset.print = "sheet"; print(); delete root.dataset.print; });
  }
  addEventListener("hashchange", go);
  addEventListener("resize", makeRoom);
  requestAnimationFrame(makeRoom);
  ordered = fields.s.options[0].value;
  go();
  [...document.querySelectorAll(".c:not([hidden])")].slice(0, 30).forEach(equip); // shown before this script could hear of it
}
