// Uses the built site as a reader would: finds a council, filters, searches, compares, tabs through,
// prints, in large text, without scripts, and from a folder with spaces in its name.
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const WIDE = { width: 1280, height: 900 };

export async function drive(browser, site, check) {
  const folder = join(mkdtempSync(join(tmpdir(), "loxley-")), "a folder with spaces");
  symlinkSync(site, folder);
  const at = (file) => {
    const [path, part] = file.split("#");
    return pathToFileURL(join(folder, path)).href + (part ? `#${part}` : "");
  };
  const task = async (name, settings, run) => {
    const context = await browser.newContext({ viewport: WIDE, ...settings });
    const page = await context.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("request", (request) => request.url().startsWith("file:") || wrong.push(`asks for ${request.url()}`));
    page.setDefaultTimeout(20000);
    const says = (is, what) => is || wrong.push(what);
    try { await run(page, says); } catch (error) { wrong.push(error.message); }
    check(`Tasks of readers, done in a browser: ${name}`, wrong);
    await context.close();
  };

  await task("the finder leads from a district to its council, by keyboard alone", {}, async (page, says) => {
    await page.goto(at("index.html"));
    await page.locator("#find-name").focus();
    await page.keyboard.type("rushc");
    await page.waitForSelector("#find-list li");
    says((await page.textContent("#find-list")).includes("Nottinghamshire runs children’s services there"), "Rushcliffe is not explained");
    await page.keyboard.press("ArrowDown");
    says(await page.getAttribute("#find-name", "aria-activedescendant") === "find-list-0", "the arrow key chooses nothing");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/councils/nottinghamshire/index.html");
  });
  for (const [typed, first] of [["notingham", "Nottingham"], ["st. helen's", "St Helens"], ["gloustershire", "Gloucestershire"], ["brimingham", "Birmingham"], ["city of nottingham", "Nottingham City Council"], ["hull", "Hull"], ["essex county council", "Essex County Council"], ["royal borough of greenwich", "Royal Borough of Greenwich"], ["brimi", "Birmingham"]]) {
    await task(`the finder knows “${typed}”`, {}, async (page, says) => {
      await page.goto(at("councils/index.html"));
      await page.fill("#find-name", typed);
      await page.waitForSelector("#find-list li");
      const found = await page.textContent("#find-list li:first-child");
      says(found.startsWith(first), `it offers ${found}`);
    });
  }
  await task("each grade, and each year of a series, is cited by itself", {}, async (page, says) => {
    await page.goto(at("councils/nottingham/inspections/2022-09-05/index.html"));
    await page.click("#judgement-help-and-protection .cite-it");
    const grade = page.locator("dt:target + dd .cites");
    await grade.locator("summary").click();
    const line = await grade.locator("dd").nth(1).innerText();
    says(line.startsWith("The experiences and progress of children who need help and protection, inspection report, 5 September 2022 (Nottingham City Council): Inadequate. Source: Ofsted,"), `the grade is cited as ${line}`);
    await page.goto(at("councils/nottingham/spending/index.html"));
    await page.click("#agency-rate-2022-09-30 th a");
    // The link leads to another page, whose script writes the forms for that year: nothing is read before.
    const forms = page.locator(".record:has(dt:target) > .cites[open]", { has: page.locator("summary", { hasText: /^Cite 30 September 2022$/ }) });
    await forms.waitFor();
    const [plain, committee, , wiki, bibtex, ris, csl] = await forms.locator("dl > dd").allInnerTexts();
    for (const form of [plain, committee, wiki, bibtex, ris, csl]) {
      says(form.includes("Agency social workers as a share of all, 30 September 2022 (Nottingham City Council)"), `the title is ${form}`);
      says(form.includes("/facts/#series/agency-rate/2022-09-30"), `the address is ${form}`);
    }
    says(committee.includes("(Nottingham City Council): 19.2% (30 September 2022; official return). Source: Department for Education"), `the line is ${committee}`);
    for (const form of [bibtex, ris, csl]) says(form.includes("loxley-nottingham-series-agency-rate-2022-09-30"), `the name is ${form}`);
  });
  await task("search finds what a visit found, and its address can be shared", {}, async (page, says) => {
    await page.goto(at("search/index.html"));
    await page.fill("#words", "nottingham pathway plans");
    await page.waitForSelector("#results a");
    const hrefs = await page.$$eval("#results a", (links) => links.map((it) => it.getAttribute("href")));
    says(hrefs.includes("../councils/nottingham/visits/2023-11-22/index.html"), `it finds ${hrefs}`);
    await page.goto("about:blank");
    await page.goto(at("search/index.html#q=somerset"));
    await page.waitForSelector("#results a");
    says((await page.textContent("#results li:first-child")).startsWith("Somerset"), "a shared search finds something else");
  });
  await task("any two councils stand side by side, and the address can be shared", {}, async (page, says) => {
    await page.goto(at("compare/index.html"));
    await page.selectOption("#one", "nottingham");
    await page.selectOption("#other", "derby");
    await page.waitForSelector("#side-by-side table");
    const text = await page.textContent("#side-by-side");
    for (const part of ["Inadequate", "5 September 2022", "Derby", "10.4%"]) says(text.includes(part), `${part} is missing`);
    says(page.url().endsWith("#councils=nottingham,derby"), page.url());
    await page.evaluate(() => { location.hash = "main"; });
    says(await page.locator("#side-by-side table").count() === 1, "the skip link undoes the comparison");
    await page.goto("about:blank");
    await page.goto(at("compare/index.html#councils=somerset,brent"));
    await page.waitForSelector("#side-by-side table");
    says((await page.textContent("#side-by-side")).includes("Brent"), "a shared comparison shows something else");
  });
  await task("the timeline shows one kind of event, by address alone and without scripts", { javaScriptEnabled: false }, async (page, says) => {
    await page.goto(at("councils/nottingham/index.html"));
    await page.click('.only a[href="#only-visits"]');
    await page.locator(".timeline .inspection").first().waitFor({ state: "hidden" });
    says(await page.locator(".timeline .visit").first().isVisible(), "visits are hidden");
    await page.click('.only a[href="#timeline"]');
    await page.locator(".timeline .inspection").first().waitFor();
  });
  await task("without scripts no field stands about that does nothing", { javaScriptEnabled: false }, async (page, says) => {
    for (const file of ["index.html", "councils/index.html", "search/index.html", "compare/index.html"]) {
      await page.goto(at(file));
      says(!(await page.locator("form").first().isVisible()), `${file} shows a form`);
    }
    await page.locator("nav[aria-label=Site] a", { hasText: /^Councils$/ }).click();
    await page.locator("text=Rushcliffe").first().waitFor();
  });
  for (const [scheme, dark] of [["dark", true], ["light", false]]) {
    await task(`colours follow the reader’s choice: ${scheme}`, { colorScheme: scheme }, async (page, says) => {
      await page.goto(at("councils/nottingham/index.html"));
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = paper.match(/\d+/g).reduce((sum, it) => sum + +it, 0) / 3;
      says(dark ? light < 60 : light > 200, paper);
    });
  }
  await task("the first view does not move while it loads", {}, async (page, says) => {
    for (const file of ["index.html", "councils/nottingham/index.html", "councils/index.html"]) {
      await page.addInitScript(() => { window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((it) => { window.moved += it.value; })).observe({ type: "layout-shift", buffered: true }); });
      await page.goto(at(file));
      await page.waitForTimeout(300);
      says(await page.evaluate(() => window.moved) === 0, `${file} moves`);
    }
  });
  await task("tabbing reaches every link in the order of the page, and nothing covers it", { viewport: { width: 1280, height: 700 } }, async (page, says) => {
    await page.goto(at("councils/nottingham/index.html"));
    const all = await page.evaluate(() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter((it) => it.checkVisibility()).length);
    let before = -1, reached = 0;
    for (let n = 0; n < all + 5; n += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const it = document.activeElement, box = it.getBoundingClientRect(), bar = document.querySelector(".contents");
        const order = [...document.querySelectorAll("*")].indexOf(it);
        const under = !bar.contains(it) && box.bottom <= bar.getBoundingClientRect().bottom && bar.getBoundingClientRect().top <= 0 && box.top >= 0;
        return { body: it === document.body, order, covered: under || box.bottom < 0 || box.top > innerHeight, ring: getComputedStyle(it).outlineStyle, what: it.outerHTML.slice(0, 90) };
      });
      if (seen.body) break;
      reached += 1;
      says(seen.order > before, `out of order: ${seen.what}`);
      says(!seen.covered, `covered: ${seen.what}`);
      says(seen.ring !== "none", `no ring: ${seen.what}`);
      before = seen.order;
    }
    says(reached >= all, `${reached} of ${all} reached`);
  });
  return at;
}

// Every page kind in text of twice the size: nothing is cut off at the side.
export async function large(browser, at, kinds, check) {
  const page = await browser.newPage({ viewport: WIDE });
  for (const file of kinds) {
    await page.goto(at(file));
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`Text of twice the size is not cut off: ${file}`, over > 0 ? [`${over} px too wide`] : []);
  }
  await page.close();
}

// The briefs, printed: each has two pages at most.
export async function briefs(browser, at, files, check) {
  const page = await browser.newPage();
  for (const file of files) {
    await page.goto(at(file));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    check(`A brief has two sides of A4 at most: ${file}`, pages > 2 ? [`${pages} pages`] : []);
  }
  await page.close();
}
