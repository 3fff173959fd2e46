// Looks at a built site with real parts: a browser that reads and uses it, axe-core, and the Nu HTML
// checker. Usage: node check.mjs SITE-FOLDER [--record PAGE.md]. With --record, what was tested is
// written into the front matter of the accessibility statement.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { briefs, drive, large } from "./drive.mjs";

const require = createRequire(import.meta.url);
const site = resolve(process.argv[2]);
const files = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
// The page for addresses that are not there has links from the host's root, so it needs a host.
const local = files.filter((file) => file !== "404.html");
const failed = [];
const groups = new Map();
// A name is what is looked at, and after a colon the page.
const check = (name, problems) => {
  const group = groups.get(name.split(": ")[0]) ?? { right: 0, wrong: 0 };
  groups.set(name.split(": ")[0], group);
  if (problems.length === 0) group.right += 1;
  else { group.wrong += 1; failed.push(`${name}\n  ${problems.join("\n  ")}`); }
};

// One page of every kind, by the shape of its address.
const kind = (file) => file.replace(/^at\/[^/]+\//, "at/*/").replace(/(councils|inspections|visits|interventions|sources|measures|themes|regions)\/[^/]+\/index/g, "$1/*/index")
  .replace(/councils\/[^/]+\//, "councils/*/");
// And councils unlike the others: the fullest, one without an overall grade, one that is no more, one split in two.
const others = ["nottingham", "somerset", "bournemouth", "poole", "north-northamptonshire", "birmingham", "isles-of-scilly", "dorset", "slough", "kent"].flatMap((slug) =>
  ["index.html", "spending/index.html", "next/index.html"].map((page) => `councils/${slug}/${page}`));
// And the fullest table of areas and visits.
others.push("councils/nottingham/inspections/2022-09-05/index.html");
const kinds = [...new Set([...new Map(local.map((file) => [kind(file), file])).values(), ...others.filter((file) => local.includes(file))])];

function nu() {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const pages = files.map((file) => join(site, file));
  try {
    execFileSync("java", ["-jar", jar, "--format", "json", "--errors-only", ...pages], { stdio: "pipe", maxBuffer: 1 << 28 });
    return [];
  } catch (error) {
    // What is no report is a failure of the checker itself.
    const report = error.stderr?.toString() ?? "";
    if (!report.startsWith("{")) throw new Error(`the Nu HTML checker failed: ${report || error.message}`);
    const { messages } = JSON.parse(report);
    return messages.map((it) => `${relative(site, new URL(it.url).pathname)}:${it.lastLine}: ${it.message}`);
  }
}

async function axe(browser, scheme) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
  const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  // One page for all: to open a new one takes a browser longer than to look at it.
  const page = await context.newPage();
  const loud = [];
  page.on("console", (message) => message.type() === "error" && loud.push(message.text()));
  page.on("request", (request) => request.url().startsWith("file:") || loud.push(`asks for ${request.url()}`));
  for (const file of kinds) {
    loud.length = 0;
    await page.goto(pathToFileURL(join(site, file)).href);
    check(`No error on the console and no request to elsewhere, in ${scheme} colours: ${file}`, [...loud]);
    await page.evaluate(source);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await page.evaluate((values) => axe.run({ runOnly: values, preload: false }), tags);
    check(`axe-core finds nothing against WCAG 2.2 A and AA or its best practice, in ${scheme} colours: ${file}`, violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => node.target).slice(0, 5).join(" and ")}`));
  }
  await context.close();
}

async function width(browser, pixels) {
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: pixels, height: 800 } });
  const page = await context.newPage();
  for (const file of kinds) {
    await page.goto(pathToFileURL(join(site, file)).href);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`No sideways scrolling at ${pixels} pixels: ${file}`, over > 0 ? [`${over} px too wide`] : []);
  }
  await context.close();
}

const faulty = nu();
for (const file of files) check(`The Nu HTML checker finds no error: ${file}`, faulty.filter((it) => it.startsWith(`${file}:`)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
await axe(browser, "light");
await axe(browser, "dark");
await width(browser, 320);
await width(browser, 768);
const at = await drive(browser, site, check);
await large(browser, at, kinds, check);
await briefs(browser, at, local.filter((file) => file.endsWith("/brief/index.html")), check);
const versions = [`Chromium ${browser.version()}`, `axe-core ${require("axe-core/package.json").version}`, `Nu HTML checker ${require("vnu-jar/package.json").version}`];
await browser.close();
if (process.argv[3] === "--record") record(process.argv[4]);
for (const it of failed) console.error(`FAILED ${it}`);
console.log(`browser: ${[...groups.values()].reduce((sum, it) => sum + it.right, 0)} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

// Writes what was tested into the front matter of a page, in place of what stands there.
function record(file) {
  const text = readFileSync(file, "utf8");
  const checks = [...groups].map(([what, { right, wrong }]) => `    - what: ${JSON.stringify(what)}\n      right: ${right}\n      wrong: ${wrong}\n`);
  const today = new Date().toISOString().slice(0, 10);
  const tested = `tested:\n  on: ${today}\n  with:\n${versions.map((it) => `    - ${it}\n`).join("")}  checks:\n${checks.join("")}`;
  writeFileSync(file, text.replace(/^tested:\n(?: .*\n)*/m, "").replace(/\n---\n/, `\n${tested}---\n`));
}
