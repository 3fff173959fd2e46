// Finds a council as its name is typed: by its own, another, a former or a district’s name, and by
// one that is misspelt. Without this script the form is not shown and the lists below it serve.
for (const form of document.querySelectorAll(".finder[data-names]")) finder(form);

function finder(form) {
  const input = form.querySelector("input"), list = form.querySelector("[role=listbox]"), status = form.querySelector("[role=status]");
  let names, shown = [], at = -1;
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); list.hidden ? show() : move(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape") close();
  });
  input.addEventListener("blur", () => setTimeout(close, 200));
  // Enter goes to what was chosen, or to what is found for certain. Otherwise the list of all names serves.
  form.addEventListener("submit", (event) => {
    const it = shown[at] ?? (shown.length === 1 || shown[0]?.points < 3 ? shown[0] : undefined);
    if (it) { event.preventDefault(); go(it); }
    else if (shown.length > 0) { event.preventDefault(); status.textContent = "Choose one with the arrow keys"; }
  });

  function load() {
    return names ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = form.dataset.names;
      script.onload = () => done(window.loxley.finder.map(([name, slug, why, weight]) => ({ name, slug, why, weight, plain: plain(name) })));
      script.onerror = () => { status.textContent = "The list of names could not be loaded: press Enter for the page with all of them"; done([]); };
      document.head.append(script);
    });
  }
  async function show() {
    const typed = input.value, wanted = plain(typed);
    const found = wanted ? best(await load(), wanted) : [];
    if (typed !== input.value) return;
    shown = found;
    at = -1;
    list.replaceChildren(...shown.map((it, n) => {
      const option = document.createElement("li"), why = document.createElement("small");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      why.textContent = ` ${it.why}`;
      option.append(it.name, why);
      // The field keeps the focus; only a whole click or tap chooses.
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(it));
      return option;
    }));
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    input.removeAttribute("aria-activedescendant");
    status.textContent = wanted ? (shown.length ? `${shown.length} found: use the arrow keys` : "No council is found by this name") : "";
  }
  function move(step) {
    at = (at + step + shown.length) % shown.length;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }
  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function go(it) { location.href = `${form.dataset.root}councils/${it.slug}/index.html`; }
}

// Letters alone, without accents: “St. Helen’s” and “st helens” are one.
function plain(text) {
  return text.normalize("NFD").toLowerCase().replace(/&/g, "and").replace(/[^a-z0-9 -]/g, "").replace(/[ -]+/g, " ").trim();
}

// Names that begin with what is typed, then those with its words, then those nearly spelt so. Each
// council stands once, by the name that fits best.
function best(names, wanted) {
  const words = wanted.split(" ").filter((word) => !["of", "the"].includes(word));
  const score = ({ plain: name, weight }) => {
    const parts = name.split(" ");
    if (name === wanted) return weight / 10;
    if (name.startsWith(wanted)) return 1 + weight / 10;
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2 + weight / 10;
    if (name.includes(wanted)) return 3 + weight / 10;
    const far = Math.min(...[-1, 0, 1].map((more) => distance(wanted, name.slice(0, wanted.length + more))));
    return far <= Math.max(1, Math.floor(wanted.length / 4)) ? 4 + far + weight / 10 : Infinity;
  };
  const found = names.map((it) => ({ ...it, points: score(it) })).filter((it) => it.points < Infinity)
    .sort((a, b) => a.points - b.points || a.name.localeCompare(b.name));
  const slugs = new Set();
  return found.filter((it) => !slugs.has(it.slug) && slugs.add(it.slug)).slice(0, 9);
}

// How many letters have to be added, dropped, changed or swapped.
function distance(a, b) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
