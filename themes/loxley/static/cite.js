// Cites one year of a series: who follows the label of a year finds the forms below written for it, with its
// value. Without this script they cite the series for its latest year, and the label still leads to the year.
for (const it of document.querySelectorAll("[data-script]")) it.hidden = false;
addEventListener("hashchange", cite);
cite();

function cite() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const series = row?.localName === "dt" && row.closest(".record");
  const cites = series && series.querySelector(".cites[data-years]");
  if (!cites) return;
  const period = row.textContent, council = cites.dataset.years, cell = row.nextElementSibling;
  const said = cell.dataset.said ?? `${cell.firstChild.data.trim()} (${period}; ${cites.dataset.basis})`;
  for (const form of cites.querySelectorAll("dd > :is(code, pre), dd:not(:has(code, pre))")) {
    const whole = form.dataset.whole ??= form.textContent;
    // BibTeX writes some letters otherwise.
    const written = council.replace(/[&%$#_]/g, "\\$&");
    form.textContent = whole.replaceAll(whole.includes(council) ? council : written, (name) => `, ${period}${name}`)
      .replace(`#${series.id}`, `#${row.id}`)
      .replace(new RegExp(`${dashed(series.id)}(?=[",\\n])`), dashed(row.id));
    if (form.textContent.includes(". Source: ")) committee(form, council, said);
  }
  cites.querySelector("summary").textContent = `Cite ${period}`;
  cites.open = true;
}

// A name as reference managers have it.
function dashed(name) {
  return name.replaceAll("/", "-");
}

// `Title (Council): VALUE. Source: …`
function committee(form, council, said) {
  const text = form.textContent, from = text.indexOf(council) + council.length;
  form.textContent = `${text.slice(0, from)}: ${said}${text.slice(text.indexOf(". Source: ", from))}`;
}
