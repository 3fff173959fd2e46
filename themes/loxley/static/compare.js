// Puts any two councils side by side. The choice stands in the address, as #councils=one,other, to be
// shared.
const form = document.querySelector("#compare"), place = document.querySelector("#side-by-side");
const [one, other] = form.querySelectorAll("select");
let values;
const load = () => values ??= new Promise((done) => {
  const script = document.createElement("script");
  script.src = form.dataset.values;
  script.onload = () => done(window.loxley["compare-data"]);
  document.head.append(script);
});
for (const select of [one, other]) select.addEventListener("change", () => { location.hash = `councils=${one.value},${other.value}`; });
addEventListener("hashchange", fromAddress);
fromAddress();

function fromAddress() {
  // Other anchors, such as that of the skip link, choose nothing and undo nothing.
  if (!location.hash.startsWith("#councils=")) return;
  const [first = "", second = ""] = location.hash.slice("#councils=".length).split(",");
  one.value = first;
  other.value = second;
  if (one.value && other.value) load().then(show); else place.replaceChildren();
}

function show({ measures, councils }) {
  const pair = [one.value, other.value].map((slug) => ({ slug, ...councils[slug] }));
  const table = element("table", { className: "each two-councils" });
  table.append(element("caption", { className: "hidden", textContent: `${pair[0].name} and ${pair[1].name}` }));
  const head = element("tr", {}, element("th", { scope: "col", textContent: "" }, element("span", { className: "hidden", textContent: "What" })));
  for (const it of pair) head.append(element("th", { scope: "col" }, link(`councils/${it.slug}/index.html`, it.name), element("small", { textContent: it.region })));
  table.append(element("thead", {}, head));
  const body = element("tbody", {});
  const row = (title, cells) => {
    const line = element("tr", {}, element("th", { scope: "row" }, ...title));
    cells.forEach((cell, n) => { const td = element("td", {}, ...cell); td.dataset.label = pair[n].name; line.append(td); });
    body.append(line);
  };
  row(["Latest report on record"], pair.map(({ slug, report }) => {
    if (!report) return ["none"];
    const known = report.known ? `${report.framework}; grades known ${report.known}` : report.framework;
    return [link(`councils/${slug}/inspections/${report.id}/index.html`, report.day), element("small", { textContent: known })];
  }));
  // Judgements of like wording and another scope are not the same.
  const key = ([judgement, , , scope]) => JSON.stringify([judgement, scope]);
  const judgements = [...new Set(pair.flatMap(({ report }) => report?.grades.map(key) ?? []))];
  if (pair.some(({ report }) => report?.without)) row(["No grade for the whole"], pair.map(({ report }) => [report?.without ?? "–"]));
  for (const wanted of judgements) {
    const [judgement, scope] = JSON.parse(wanted);
    row(scope ? [judgement, element("small", { textContent: scope })] : [judgement], pair.map(({ report }) => grade(report?.grades.find((it) => key(it) === wanted))));
  }
  for (const [id, [title, period, address]] of Object.entries(measures)) {
    row([link(address, title), element("small", { textContent: period })], pair.map(({ values: own }) => {
      const [value, caveats] = own[id] ?? ["not recorded here"];
      return caveats ? [value, element("small", { textContent: caveats })] : [value];
    }));
  }
  table.append(body);
  place.replaceChildren(table);
}

function grade(given) {
  if (!given) return [element("span", { className: "without", textContent: "no such grade in this report" })];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#g${given[2]}`);
  svg.append(use);
  return [element("span", { className: "grade" }, svg, element("span", { textContent: given[1] }))];
}
function link(address, text) { return element("a", { href: form.dataset.root + address, textContent: text }); }
function element(name, settings, ...children) {
  const made = Object.assign(document.createElement(name), settings);
  made.append(...children);
  return made;
}
