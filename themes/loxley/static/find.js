// Finds a council as its name is typed: by its own, another, a former or a district’s name, and by
// one that is misspelt. Without this script the form is not shown and the lists below it serve.
for (const form of document.querySelectorAll(".finder[data-names]:not(#search)")) finder(form);

function finder(form) {
  const input = form.querySelector("input"), list = form.querySelector("[role=listbox]"), status = form.querySelector("[role=status]");
  let names, shown = [], at = -1;
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", () => load().then(show));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape") close();
    else if (event.key === "Enter") { event.preventDefault(); go(shown[Math.max(at, 0)]); }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  form.addEventListener("submit", (event) => { event.preventDefault(); go(shown[Math.max(at, 0)]); });

  function load() {
    return names ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = form.dataset.names;
      script.onload = () => done(window.loxley.finder.map(([name, slug, why]) => ({ name, slug, why, plain: plain(name) })));
      document.head.append(script);
    });
  }
  async function show() {
    const wanted = plain(input.value);
    shown = wanted ? best(await names, wanted) : [];
    at = -1;
    list.replaceChildren(...shown.map((it, n) => {
      const option = document.createElement("li");
      option.id = `find-${n}`;
      option.role = "option";
      option.append(it.name);
      const why = document.createElement("small");
      why.textContent = ` ${it.why}`;
      option.append(why);
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); go(it); });
      return option;
    }));
    list.hidden = shown.length === 0;
    input.ariaExpanded = String(shown.length > 0);
    input.removeAttribute("aria-activedescendant");
    status.textContent = wanted ? (shown.length ? `${shown.length} found: use the arrow keys` : "No council is found by this name") : "";
  }
  function move(step) {
    if (shown.length === 0) return;
    at = (at + step + shown.length) % shown.length;
    [...list.children].forEach((option, n) => { option.ariaSelected = String(n === at); });
    input.setAttribute("aria-activedescendant", `find-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }
  function close() { list.hidden = true; input.ariaExpanded = "false"; }
  function go(it) { if (it) location.href = `${form.dataset.root}councils/${it.slug}/index.html`; }
}

// Letters alone, without accents: “St. Helen’s” and “st helens” are one.
function plain(text) {
  return text.normalize("NFD").toLowerCase().replace(/&/g, "and").replace(/[^a-z0-9 -]/g, "").replace(/[ -]+/g, " ").trim();
}

// Names that begin with what is typed, then those with a word that does, then those nearly spelt so.
function best(names, wanted) {
  const words = wanted.split(" ").filter((word) => !["of", "the", "council"].includes(word));
  const score = ({ plain: name, why }) => {
    const own = why.includes(" ") && !/^(North|South|East|West|Yorkshire|no longer)/.test(why) ? 0.5 : 0;
    if (name === wanted) return own;
    if (name.startsWith(wanted)) return 1 + own;
    if (name.split(" ").some((word) => word.startsWith(wanted))) return 2 + own;
    const own_words = name.split(" ");
    if (words.length && words.every((word) => own_words.some((it) => it.startsWith(word)))) return 2.6 + own;
    if (name.includes(wanted)) return 3 + own;
    const far = distance(wanted, name.slice(0, wanted.length + 1)), whole = distance(wanted, name);
    return Math.min(far, whole) <= Math.max(1, Math.floor(wanted.length / 4)) ? 4 + Math.min(far, whole) + own : Infinity;
  };
  return names.map((it) => [score(it), it]).filter(([points]) => points < Infinity)
    .sort(([a, x], [b, y]) => a - b || x.name.localeCompare(y.name)).slice(0, 9).map(([, it]) => it);
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
