// What every part of the script uses: words, memory, views, copying. The files are joined in one function (rendering.py).
const root = document.documentElement;
const find = (id) => document.getElementById(id);
const data = JSON.parse(find("data").textContent);
const cards = [...document.querySelectorAll(".c")];
const tools = document.querySelector(".tools");

const t = (key, values = {}) => {
  const text = (values.n === 1 && data.strings[key + ".one"]) || data.strings[key];
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? values[name].toLocaleString(root.lang) : (values[name] ?? ""));
};

// Kept in the browser where it allows it, else as long as the page is open.
const memory = new Map();
const store = {
  kept: true,
  set(key, value) {
    try { localStorage.setItem("verifier." + key, value); } catch { this.kept = false; memory.set(key, value); }
  },
  get(key) {
    try { return localStorage.getItem("verifier." + key); } catch { this.kept = false; return memory.get(key) ?? null; }
  },
};

if (store.get("theme")) root.dataset.theme = store.get("theme");
find("theme")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  store.set("theme", root.dataset.theme);
});

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const views = [...document.querySelectorAll(".view")].map((view) => view.id);
const show = (view) => {
  root.dataset.view = view;
  for (const link of document.querySelectorAll(".views a"))
    if (link.hash === "#" + view) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
};

const copy = async (button) => {
  const from = button.previousElementSibling;
  const text = from.getAttribute("href") || from.textContent;
  try { await navigator.clipboard.writeText(text); } catch {
    getSelection().selectAllChildren(from);
    document.execCommand("copy");
  }
  button.textContent = t("copied");
  setTimeout(() => { button.textContent = t("copy"); }, 1500);
};
document.addEventListener("click", (event) => { if (event.target.matches(".k")) copy(event.target); });

// Buttons are made when a card comes near the window (in browsers that tell; else under the pointer): many thousands of
// them would take longer than the page itself.
const nearby = [(card) => {
  for (const from of card.querySelectorAll(".do a, .do code, .u ~ dl a, .r > span")) {
    const label = t("copy.of", { what: from.textContent.slice(0, 80) });
    from.after(make("button", { className: "k", type: "button", textContent: t("copy"), ariaLabel: label }));
  }
}];
const ready = new WeakSet();
const equip = (card) => {
  if (!card || ready.has(card)) return;
  ready.add(card);
  for (const add of nearby) add(card);
};
