// Searches every page by its title and its words, in the reader’s own browser: nothing that is typed
// leaves it. The index is loaded when the field is first used.
const form = document.querySelector("#search"), input = form.querySelector("input");
const results = document.querySelector("#results"), found = document.querySelector("#found");
let index;
const load = () => index ??= new Promise((done) => {
  const script = document.createElement("script");
  script.src = form.dataset.index;
  script.onload = () => {
    const { kinds, rows } = window.loxley["search-index"];
    done(rows.map(([kind, title, address, words]) => ({ kind, label: kinds[kind], title, address, name: plain(title), words: plain(words) })));
  };
  document.head.append(script);
});
input.addEventListener("focus", load, { once: true });
input.addEventListener("input", search);
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
addEventListener("hashchange", fromAddress);
fromAddress();

// The words stand in the address, as #q=words, so that a search can be shared.
function fromAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1)).get("q");
  if (wanted && wanted !== input.value) { input.value = wanted; search(); }
}

async function search() {
  const wanted = plain(input.value).split(" ").filter(Boolean), asked = input.value;
  history.replaceState(null, "", `#${new URLSearchParams({ q: asked })}`);
  if (wanted.length === 0) { results.replaceChildren(); found.textContent = ""; return; }
  const rows = await load();
  if (asked !== input.value) return;
  const hits = rows.map((row) => [score(row, wanted), row]).filter(([points]) => points > 0)
    .sort(([a, x], [b, y]) => b - a || x.kind - y.kind || (x.title < y.title ? -1 : 1));
  found.textContent = hits.length === 0 ? "Nothing is found. Try fewer or other words." : hits.length === 1 ? "One page" : `${hits.length} pages${hits.length > 40 ? ", the first 40 shown" : ""}`;
  results.replaceChildren(...hits.slice(0, 40).map(([, row]) => {
    const item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small");
    link.href = `${form.dataset.root}${row.address}index.html`;
    link.textContent = row.title;
    kind.textContent = ` ${row.label}`;
    item.append(link, kind);
    return item;
  }));
}

// Pages with all words stand before pages with some; titles weigh more than words, sources least.
function score(row, wanted) {
  let points = 0, found = 0;
  for (const word of wanted) {
    const inTitle = begins(row.name, word), inWords = begins(row.words, word);
    if (inTitle || inWords) found += 1;
    points += inTitle ? 3 : inWords ? 1 : 0;
  }
  if (found === 0 || found * 2 < wanted.length) return 0;
  return found * 10 + points + (row.name.startsWith(wanted.join(" ")) ? 2 : 0) - (row.label === "Source" ? 4 : 0);
}
function begins(text, word) { return text.startsWith(word) || text.includes(` ${word}`); }
function plain(text) {
  return text.normalize("NFD").toLowerCase().replace(/[^a-z0-9 ]+/g, (other) => (/['’\u0300-\u036f]/.test(other) ? "" : " ")).replace(/ +/g, " ").trim();
}
