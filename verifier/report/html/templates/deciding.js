// Deciding: taken here, kept in this browser, handed on as verify.reviews.toml.
const slot = "decisions." + location.pathname; // the next run writes its report to the same place
const cardOf = (id) => find("c-" + id);
const isDay = (text) => !text || /^\d{4}-\d\d-\d\d$/.test(text);
const given = (id) => data.reviews.findLast((entry) => entry.citation === id);
// A later run may have found something else, or know the decision by now, or a later one.
const isOpenStill = (id, entry) => {
  const known = given(id);
  if (!entry.decision) return Boolean(known);
  const same = known && ["evidence", "decision", "url", "by", "note", "expires"].every((key) => (known[key] || "") === (entry[key] || ""));
  return entry.evidence === cardOf(id).dataset.e && !same && !(known && known.on > entry.on);
};
const remembered = () => { // other pages may write there, too: days go into the file as they are
  try {
    return JSON.parse(store.get(slot) || "[]").filter(([id, entry]) =>
      cardOf(id) && entry.citation === id && Object.values(entry).every((value) => typeof value === "string") &&
      "done." + (entry.decision || "withdrawn") in data.strings && isDay(entry.on) && isDay(entry.expires) && isOpenStill(id, entry));
  } catch { return []; }
};
const taken = new Map(remembered());
const undone = [];
const bar = find("taken");
const dialog = find("decide");

const idOf = (card) => card.id.slice(2);
const today = () => {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
const linkOf = (card) => {
  const shown = card.querySelector(".v")?.firstElementChild;
  return shown?.getAttribute("href") || shown?.textContent || "";
};

// The same signs are spelt out as in store/reviews.py, so that what cannot be seen cannot hide in the file.
const escaped = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };
const quoted = (text) => `"${text.replace(/\p{Surrogate}/gu, "\ufffd").replace(
  /[\\"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
  (sign) => escaped[sign] || "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"))}"`;
const columns = ["citation", "evidence", "source", "link", "decision", "url", "by", "on", "note", "expires"];
const table = (entry) => "[[review]]\n" + columns.filter((key) => entry[key])
  .map((key) => `${key} = ${key === "on" || key === "expires" ? entry[key] : quoted(entry[key])}\n`).join("");
const toml = () => {
  const kept = data.reviews.filter((entry) => !taken.has(entry.citation));
  const all = [...kept, ...[...taken.values()].filter((entry) => entry.decision)];
  const place = (entry) => [entry.source || "", entry.citation, entry.evidence].join("\0");
  all.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const head = "# Decisions on citations, read by every run of `verify`. `verify review` writes them; docs/reviews.md explains.\n";
  return head + all.map((entry) => "\n" + table(entry)).join("");
};

const wordsOf = (entry) => [
  t("done." + (entry.decision || "withdrawn")),
  entry.by ? t("by", { name: entry.by }) : "",
  entry.expires ? t("until", { day: entry.expires }) : "",
].filter(Boolean).join(" ") + (entry.url ? `: ${entry.url}` : "") + (entry.note ? ` (${entry.note})` : "");

// What is left to do, as steps.py tells it of a decision that a run knows: nothing where the link stays, or where the
// words beside it name the address to put there; whoever opened it has looked.
const leave = (place, decision) => {
  for (const box of place.querySelectorAll(".do, .told")) {
    const steps = [...box.children].filter((child) => child.localName !== "h4");
    for (const step of steps) step.hidden = Boolean(decision) && (decision !== "opened" || step.className === "look");
    box.hidden = steps.every((step) => step.hidden);
  }
};

const before = new WeakMap(); // what the run knew of a decision, by the head that says so
const chip = (id, entry) => {
  const card = cardOf(id);
  const heads = [card.firstElementChild, ...(find("letter")?.querySelectorAll(`.fd[data-c="${CSS.escape(id)}"]`) || [])];
  for (const head of heads) {
    const said = head.querySelector(":scope > .d");
    if (!before.has(head)) before.set(head, said);
    said?.remove();
    const says = entry ? make("em", { className: "d", dir: "auto", textContent: wordsOf(entry) }) : before.get(head);
    if (says) head.append(says);
    leave(head.closest(".c, .fd"), entry?.decision);
  }
  factOf.get(card).decision = entry ? entry.decision : card.getAttribute("data-d");
};

const onSheet = () => {
  const list = find("sheet-decided");
  if (!list) return;
  for (const old of list.querySelectorAll(".new")) old.remove();
  for (const line of find("sheet").querySelectorAll("li[data-c]")) {
    const entry = taken.get(line.dataset.c);
    line.hidden = Boolean(entry && (line.parentNode === list || settling.has(entry.decision)));
    leave(line, entry?.decision);
  }
  for (const [id, entry] of taken) if (entry.decision && cardOf(id)) {
    const name = cardOf(id).querySelector("h3").textContent;
    list.append(make("li", { className: "new", dir: "auto" }, make("bdi", { textContent: name }), ` ${wordsOf(entry)}`));
  }
  const decided = facts.filter((fact) => fact.decision).length;
  find("sheet-open-n").textContent = facts.filter(isOpen).length.toLocaleString(root.lang);
  find("sheet-decided-n").textContent = decided.toLocaleString(root.lang);
  const none = list.querySelector(".none");
  if (none) none.hidden = decided > 0;
  find("sheet-by").textContent = store.get("by") || "";
};

const tell = () => {
  const open = facts.filter(isToDecide).length;
  bar.hidden = taken.size === 0;
  root.classList.toggle("deciding", taken.size > 0);
  find("taken-n").textContent = t("taken", { n: [...taken.values()].filter((entry) => entry.decision).length, open });
  const elsewhere = data.elsewhere ? " " + t("elsewhere", { n: data.elsewhere }) : "";
  find("taken-kept").textContent = t(store.kept ? "kept" : "unkept") + elsewhere;
  onSheet();
};

const put = (id, entry) => {
  if (entry) taken.set(id, entry); else taken.delete(id);
  store.set(slot, JSON.stringify([...taken]));
  chip(id, entry);
  tell();
};

const decide = (card, decision, more = {}) => {
  const id = idOf(card);
  if (!dialog || !card.dataset.e) return;
  const entry = {
    citation: id, evidence: card.dataset.e, source: data.sources[+card.closest(".cards").dataset.s], link: linkOf(card),
    decision, by: store.get("by") || "", on: today(), ...more,
  };
  undone.push([id, taken.get(id)]);
  put(id, decision ? entry : { citation: id, decision: "" });
};

const undo = () => {
  if (undone.length) put(...undone.pop());
};

const isWeb = (url) => /^https?:\/\/[^\s\x00-\x20\x7f-\xa0]+$/i.test(url) && URL.canParse(url);
let asked;
const field = (name) => find("decide-" + name);
const chosen = () => dialog.querySelector("[name=decision]:checked").value;
const offerUrl = () => { field("where").hidden = chosen() !== "replace"; };
const ask = (card, decision) => {
  if (!dialog || !card?.dataset.e) return;
  asked = card;
  const before = taken.get(idOf(card)) || given(idOf(card)) || {};
  const picked = decision || before.decision || "accept";
  dialog.querySelector(`[value="${picked}"]`).checked = true;
  field("on").textContent = card.querySelector("h3").textContent;
  field("url").value = before.url || card.querySelector(".do a")?.getAttribute("href") || "";
  field("note").value = before.note || "";
  field("by").value = before.by || store.get("by") || "";
  field("expires").value = before.expires || "";
  field("expires").min = today();
  field("wrong").textContent = "";
  field("url").removeAttribute("aria-invalid");
  offerUrl();
  dialog.showModal();
  if (picked === "replace") field("url").select(); // what is proposed is written over, not added to
  field(picked === "replace" ? "url" : "note").focus();
};

const listenToDecisions = () => {
  dialog.addEventListener("change", offerUrl);
  dialog.addEventListener("submit", (event) => {
    if (event.submitter?.value === "cancel") return;
    if (!field("expires").reportValidity()) return event.preventDefault(); // that day has passed
    const wrong = chosen() === "replace" && !isWeb(field("url").value.trim());
    field("wrong").textContent = wrong ? field("wrong").dataset.told : "";
    if (wrong) {
      event.preventDefault();
      field("url").setAttribute("aria-invalid", "true");
      return field("url").focus();
    }
    const said = Object.fromEntries(["note", "by", "expires"].map((name) => [name, field(name).value.trim()]));
    store.set("by", said.by);
    if (chosen() === "replace") said.url = field("url").value.trim();
    decide(asked, chosen(), said);
  });
  find("undo").addEventListener("click", undo);
  find("download").addEventListener("click", () => {
    const link = make("a", { href: URL.createObjectURL(new Blob([toml()], { type: "application/toml" })), download: "verify.reviews.toml" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  document.addEventListener("click", (event) => {
    const word = event.target.dataset?.decide;
    if (word === undefined) return;
    const card = event.target.closest(".c");
    if (word === "replace" || word === "more") ask(card, word === "more" ? "" : word); else decide(card, word);
  });
  nearby.push((card) => {
    if (!card.dataset.e) {
      if (asking.has(factOf.get(card).verdict)) card.querySelector(".u").before(make("p", { className: "ask", textContent: t("undecidable") }));
      return;
    }
    const words = ["accept", "ignore", "replace", "opened", "more"].concat(given(idOf(card)) ? [""] : []);
    const buttons = words.map((word) => {
      const button = make("button", { type: "button", textContent: t(word || "withdraw") });
      button.dataset.decide = word;
      return button;
    });
    card.querySelector(".u").before(make("p", { className: "ask", role: "group", ariaLabel: card.querySelector("h3").textContent }, ...buttons));
  });
  for (const [id, entry] of taken) if (cardOf(id)) chip(id, entry);
  tell();
};
