
"use strict";
// What is marked as a false alarm is kept by its fingerprint: code and texts, not place. So it
// stays marked in the report of the next version, and one mark stands for all of its kind.
const KEY = "duizhao check: false alarms";
const rows = Array.from(document.querySelectorAll("article"));
const groups = Array.from(document.querySelectorAll("section"));
const byId = (id) => document.getElementById(id);
const search = byId("q");
const selects = ["severity", "family", "category"].map(byId);
const marks = new Set(stored());
let texts = null; // of every finding, read at the first search
let at = -1; // finding that the keys are at

function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return []; // a browser may keep nothing for files
  }
}

function store() {
  try {
    localStorage.setItem(KEY, JSON.stringify(Array.from(marks)));
  } catch {
    // the export still works
  }
}

function wordsOf(query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function finds(words, index) {
  texts ??= rows.map((row) => row.textContent.toLowerCase());
  return words.every((word) => texts[index].includes(word));
}

function fits(row, index, words) {
  const chosen = selects.every((select) => !select.value || row.dataset[select.id] === select.value);
  const open = !byId("hide").checked || !marks.has(row.dataset.mark);
  return chosen && open && (!words.length || finds(words, index));
}

function apply() {
  const words = wordsOf(search.value);
  let shown = 0;
  rows.forEach((row, index) => {
    row.hidden = !fits(row, index, words);
    if (!row.hidden) shown += 1;
  });
  for (const group of groups) group.hidden = !group.querySelector("article:not([hidden])");
  byId("shown").textContent = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} shown`;
  byId("none").hidden = shown > 0;
}

function paint() {
  let marked = 0;
  for (const row of rows) {
    const is = marks.has(row.dataset.mark);
    row.classList.toggle("accepted", is);
    row.querySelector("button").setAttribute("aria-pressed", String(is));
    if (is) marked += 1;
  }
  byId("marked").textContent = marked.toLocaleString("en");
}

function toggle(row) {
  if (!marks.delete(row.dataset.mark)) marks.add(row.dataset.mark);
  store();
  paint();
  apply();
}

function visit(index) {
  rows[at]?.removeAttribute("aria-current");
  at = index;
  if (at < 0) return;
  rows[at].setAttribute("aria-current", "true");
  rows[at].scrollIntoView({ block: "center" });
  rows[at].focus({ preventScroll: true });
}

function step(by) {
  let index = at < 0 && by < 0 ? rows.length : at;
  do index += by;
  while (rows[index]?.hidden);
  if (rows[index]) visit(index);
}

function baseline() {
  const here = rows.map((row) => row.dataset.mark).filter((mark) => marks.has(mark));
  const { tool, version } = document.body.dataset;
  return JSON.stringify({ tool, version: Number(version), accepted: Array.from(new Set(here)).sort() }, null, 1) + "\n";
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([baseline()], { type: "application/json" }));
  link.download = "baseline.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

function typed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === search) {
    search.value = "";
    apply();
    search.blur();
    return;
  }
  if (event.target.matches("input, select")) return;
  if (event.key === "n" || event.key === "j") step(1);
  if (event.key === "p" || event.key === "k") step(-1);
  if (event.key === "x" && rows[at]) toggle(rows[at]);
  if (event.key === "e") save();
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  }
}

let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 150);
});
for (const select of [...selects, byId("hide")]) select.addEventListener("change", apply);
byId("back").addEventListener("click", () => step(-1));
byId("on").addEventListener("click", () => step(1));
byId("export").addEventListener("click", save);
document.querySelector("main").addEventListener("click", (event) => {
  const row = event.target.closest("article");
  if (!row) return;
  if (event.target.matches("button")) toggle(row);
  else visit(rows.indexOf(row));
});
document.addEventListener("keydown", typed);
document.querySelector(".tools").hidden = false;
paint();
apply();
