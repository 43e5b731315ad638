// The list: filters, search, order; all of it in the address, so that a view can be passed on.
const fields = { q: find("q"), o: find("o"), h: find("h"), p: find("p"), d: find("d"), s: find("s") };
const chips = [...document.querySelectorAll("input[name=v]")];
const asking = new Set(["broken", "fix", "review"]);
const facts = cards.map((card) => ({
  verdict: card.classList[1], outcome: card.getAttribute("data-o"), host: card.getAttribute("data-h"),
  part: card.getAttribute("data-p") || "note", changed: card.hasAttribute("data-w"),
  decision: card.getAttribute("data-d"), shown: true,
}));
const factOf = new Map(cards.map((card, at) => [card, facts[at]]));
const settling = new Set(["accept", "ignore"]);
// Open is what counts against the letter; what is replaced or was opened counts until the letter is changed.
const isOpen = (fact) => asking.has(fact.verdict) && !settling.has(fact.decision) && fact.part !== "surroundings";
const isToDecide = (fact) => isOpen(fact) && !fact.decision;
const inside = facts.filter((fact) => fact.part !== "surroundings").length;

let texts;
const textOf = (at) => {
  texts ||= cards.map((card) => card.textContent.toLowerCase());
  return texts[at];
};

const folds = [...new Set(cards.filter((_, at) => facts[at].part === "surroundings").map((card) => card.closest(".fold")))];
const inState = { "": () => true, open: isToDecide, decided: (fact) => fact.decision, changed: (fact) => fact.changed };

// A long list stands in groups, of which only those in sight are laid out; each keeps room for the cards it shows.
const groups = [...document.querySelectorAll(".group")];
const factsIn = new Map(groups.map((group) => [group, [...group.children].map((card) => factOf.get(card))]));
const rem = parseFloat(getComputedStyle(root).fontSize);
const fit = (group) => {
  const facts = factsIn.get(group), count = facts.filter((fact) => fact.shown).length;
  if (group.shown === count) return;
  group.shown = count;
  group.hidden = !count;
  // The size that the browser remembers is that of all its cards.
  group.style.containIntrinsicBlockSize = `${count < facts.length ? "" : "auto "}${count * 12 * rem}px`;
};

const filter = () => {
  const wanted = new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value));
  const words = fields.q.value.toLowerCase().split(/\s+/).filter(Boolean);
  const outcome = fields.o?.value, host = fields.h.value, part = fields.p.value, state = fields.d?.value || "";
  let count = 0, around = 0;
  facts.forEach((fact, at) => {
    const keep = (!wanted.size || wanted.has(fact.verdict)) && (!outcome || fact.outcome === outcome)
      && (!host || fact.host === host) && (!part || fact.part === part) && inState[state](fact)
      && words.every((word) => textOf(at).includes(word));
    if (fact.shown !== keep) cards[at].hidden = !(fact.shown = keep);
    if (fact.part === "surroundings") around += keep; else count += keep;
  });
  groups.forEach(fit);
  const narrowed = wanted.size || words.length || outcome || host || part || state;
  for (const fold of folds) fold.hidden = !fold.querySelector(".c:not([hidden])");
  const told = narrowed ? t("shown", { n: count, all: inside }) : t("all", { n: inside });
  find("n").textContent = told + (around ? `, ${t("around", { n: around })}` : "");
  find("clear").hidden = !narrowed;
};

let ordered;
const order = () => {
  const by = fields.s.value;
  if (by === ordered) return;
  ordered = by;
  const key = { text: (card) => +card.dataset.i, host: (card) => card.dataset.h || "\uffff" }[by];
  for (const list of document.querySelectorAll(".cards")) {
    const own = cards.filter((card) => card.closest(".cards") === list), parts = [...list.querySelectorAll(".group")];
    const compare = (a, b) => (a[0] < b[0] ? -1 : +(a[0] > b[0]));
    const sorted = key ? own.map((card) => [key(card), card]).sort(compare).map((pair) => pair[1]) : own;
    if (!parts.length) list.append(...sorted);
    const each = Math.ceil(sorted.length / parts.length);
    parts.forEach((group, at) => {
      group.append(...sorted.slice(at * each, (at + 1) * each));
      factsIn.set(group, [...group.children].map((card) => factOf.get(card)));
      fit(group);
    });
  }
};

const save = () => {
  const state = new URLSearchParams();
  const picked = chips.filter((chip) => chip.checked).map((chip) => chip.value).join(" ");
  if (picked) state.set("v", picked);
  for (const [name, field] of Object.entries(fields))
    if (field?.value && field.selectedIndex !== 0) state.set(name, field.value);
  history.replaceState(null, "", String(state) ? "#?" + state : "#");
};

const restore = () => {
  const state = new URLSearchParams(location.hash.slice(2));
  const picked = (state.get("v") || "").split(" ");
  for (const chip of chips) chip.checked = picked.includes(chip.value);
  for (const [name, field] of Object.entries(fields)) if (field) {
    field.value = state.get(name) || "";
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
  filter();
  order();
};

const clear = () => {
  for (const chip of chips) chip.checked = false;
  for (const name of ["q", "o", "h", "p", "d"]) if (fields[name]) fields[name].value = "";
  filter();
  save();
};

const focus = (card) => {
  const head = card.firstElementChild;
  if (head.localName !== "summary") head.tabIndex = -1;
  head.focus({ preventScroll: true });
};

// The bar of the list stays in sight, in one row or three; what is scrolled to comes to stand below it.
const page = [...document.styleSheets[0].cssRules].find((rule) => rule.selectorText === "html");
const makeRoom = () => {
  const over = getComputedStyle(tools).position === "sticky" ? tools.offsetHeight : 0;
  page.style.scrollPaddingTop = `${over + 8}px`;
  return over;
};

const reveal = (card) => {
  if (card.hidden) clear();
  makeRoom();
  for (let fold = card; fold; fold = fold.parentElement.closest("details")) if (fold.localName === "details") fold.open = true;
  equip(card);
  focus(card);
  card.scrollIntoView({ block: "start", behavior: "instant" });
};

// Where the address leads: a view, a finding, a place in the letter, or a list narrowed down.
const named = () => {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
};
const go = () => {
  const name = named();
  if (!name || name.startsWith("?")) {
    show("list");
    restore();
    return;
  }
  const target = find(name) || find("c-" + name);
  const view = target?.closest(".view");
  if (!view) return;
  show(view.id);
  if (target === view) {
    if (view.id === "list") save();
    scrollTo({ top: document.querySelector(".views").offsetTop - 8, behavior: "instant" });
  } else if (target.matches(".c")) reveal(target);
  else {
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center", behavior: "instant" });
  }
};

// Whoever narrows the list from further down sees its beginning, not what a shorter page happens to leave in sight.
const fromTheTop = () => {
  const top = find("list").offsetTop - tools.offsetHeight;
  if (scrollY > top) scrollTo({ top, behavior: "instant" });
};

const listen = () => {
  let waiting;
  fields.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); save(); fromTheTop(); }, 40);
  });
  fields.q.addEventListener("focus", () => setTimeout(() => textOf(0)));
  tools.addEventListener("change", (event) => {
    if (event.target === fields.q) return;
    if (event.target === fields.s) order(); else filter();
    save();
    fromTheTop();
  });
  find("clear").addEventListener("click", clear);
};

const offerHosts = () => {
  const hosts = new Map();
  for (const { host } of facts) if (host) hosts.set(host, (hosts.get(host) || 0) + 1);
  for (const [host, count] of [...hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    fields.h.add(new Option(`${host} (${count})`, host));
};
