
"use strict";
// State lives in the address: #b17, #show=doubtful, #q=条约&show=uneven.
const rows = Array.from(document.querySelectorAll("tbody tr"));
const groups = Array.from(document.querySelectorAll("tbody"));
const buttons = Array.from(document.querySelectorAll("[data-show]"));
const search = document.getElementById("q");
const why = document.getElementById("why");
const order = new Map(rows.map((row, index) => [row, index]));
const shows = buttons.map((button) => button.dataset.show);
const state = { show: "all", q: "", at: "" };
let texts = null; // of every row, read at the first search

function readHash() {
  Object.assign(state, { show: "all", q: "", at: "" });
  for (const part of location.hash.slice(1).split("&")) {
    const [name, value] = part.split(/=(.*)/s);
    if (/^b\d+$/.test(name)) state.at = name;
    if (name === "show" && shows.includes(value)) state.show = value;
    if (name === "q" && value) state.q = decoded(value);
  }
  search.value = state.q;
}

function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function writeHash() {
  const parts = [state.at];
  if (state.q) parts.push("q=" + encodeURIComponent(state.q));
  if (state.show !== "all") parts.push("show=" + state.show);
  const hash = "#" + parts.filter(Boolean).join("&");
  if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
}

function sides(row) {
  return row.querySelectorAll("td[lang]");
}

function patternOf(query) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (!words.length) return null;
  const literal = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&"));
  return new RegExp(literal.join("\\s+"), "giu");
}

function finds(pattern, index) {
  texts ??= rows.map((row) => Array.from(row.querySelectorAll("td[lang] span:not(.label)"), (s) => s.textContent));
  return texts[index].some((text) => text.search(pattern) >= 0);
}

function unmark() {
  const cells = new Set();
  for (const mark of document.querySelectorAll("td mark")) {
    cells.add(mark.parentNode);
    mark.replaceWith(mark.firstChild);
  }
  for (const cell of cells) cell.normalize();
}

function textNodes(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function mark(row, pattern) {
  for (const cell of sides(row)) {
    for (const node of textNodes(cell)) markIn(node, pattern);
  }
}

function markIn(node, pattern) {
  const text = node.data;
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const found = document.createElement("mark");
    found.textContent = match[0];
    fragment.append(text.slice(end, match.index), found);
    end = match.index + match[0].length;
  }
  if (end) {
    fragment.append(text.slice(end));
    node.replaceWith(fragment);
  }
}

function apply() {
  unmark();
  const pattern = patternOf(state.q);
  let shown = 0;
  rows.forEach((row, index) => {
    const fits = state.show === "all" || row.classList.contains(state.show);
    row.hidden = !(fits && (!pattern || finds(pattern, index)));
    if (!row.hidden) shown += 1;
    if (!row.hidden && pattern) mark(row, pattern);
  });
  for (const group of groups) group.hidden = Array.prototype.every.call(group.rows, (row) => row.hidden);
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.show === state.show));
  const some = state.show !== "all" || pattern;
  document.getElementById("shown").textContent = some ? `${shown.toLocaleString("en")} shown` : "";
  document.getElementById("none").hidden = shown > 0;
}

function refresh() {
  apply();
  writeHash();
}

function visit(row) {
  document.querySelector("tr[aria-current]")?.removeAttribute("aria-current");
  if (!row || row.hidden) return;
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "center" });
  row.querySelector("a").focus({ preventScroll: true });
  state.at = row.id;
  writeHash();
}

// With a filter or a search on, every row shown is a stop; otherwise the doubtful and the unaligned are.
function step(by) {
  const all = state.show === "all" && !state.q.trim();
  const stops = rows.filter((row) => !row.hidden && (!all || row.matches(".doubtful, .unaligned")));
  const here = order.get(document.getElementById(state.at)) ?? -1;
  const ahead = by > 0 ? stops.find((row) => order.get(row) > here) : stops.findLast((row) => order.get(row) < here);
  visit(ahead ?? stops.at(by > 0 ? 0 : -1));
}

function explain(event) {
  const summary = event.target.closest?.("td summary");
  why.hidden = !summary || summary.parentNode.open;
  if (why.hidden) return;
  const reasons = summary.parentNode.querySelectorAll("li");
  why.textContent = Array.from(reasons, (item) => item.textContent).join("\n");
  const box = summary.getBoundingClientRect();
  const below = box.bottom + 6;
  const fits = below + why.offsetHeight < innerHeight;
  why.style.top = `${fits ? below : box.top - why.offsetHeight - 6}px`;
  why.style.left = `${Math.max(8, Math.min(box.left, innerWidth - why.offsetWidth - 8))}px`;
}

function typed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    why.hidden = true;
    if (event.target === search) clearSearch();
    return;
  }
  if (event.target.matches("input")) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  }
}

function clearSearch() {
  search.value = state.q = "";
  refresh();
}

let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    state.q = search.value;
    refresh();
  }, 150);
});
for (const button of buttons) {
  button.addEventListener("click", () => {
    state.show = button.dataset.show;
    refresh();
  });
}
for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => step(Number(button.dataset.step)));
}
document.addEventListener("keydown", typed);
document.addEventListener("click", (event) => {
  why.hidden = true;
  const link = event.target.closest("tbody th a");
  if (!link) return;
  event.preventDefault();
  visit(link.closest("tr"));
});
for (const name of ["mouseover", "focusin"]) document.addEventListener(name, explain);
addEventListener("scroll", () => { why.hidden = true; }, { passive: true });
addEventListener("hashchange", start);

// Not every browser shows on paper what is folded: unfold it there.
let folded = [];
addEventListener("beforeprint", () => {
  folded = Array.from(document.querySelectorAll("details:not([open])"));
  for (const part of folded) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of folded) part.open = false;
});

function start() {
  readHash();
  apply();
  if (state.at) visit(document.getElementById(state.at));
}

const header = document.querySelector("header");
document.querySelector(".tools").hidden = false;
new ResizeObserver(() => {
  const height = getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0;
  document.documentElement.style.setProperty("--head", `${height}px`);
}).observe(header);
start();
