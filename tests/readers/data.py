"""Reads the data of a built site with programs that others wrote: the Frictionless validator, a CSVW
validator, a JSON Schema validator, a reader of workbooks, an RDF parser, and readers of citations.

Usage: data.py SITE-FOLDER. Ends with 1 if any is not read as it was meant.
"""

import csv
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import openpyxl
import pybtex.database
import rdflib
import rispy
from csvw import TableGroup
from citeproc.source.json import CiteProcJSON
from frictionless import Package

site = pathlib.Path(sys.argv[1])
failed = []
read = {}


def check(what, holds, why):
    read[what] = read.get(what, 0) + 1
    if not holds:
        failed.append(f"{what}: {why}")


def package():
    found = Package(str(site / "data" / "datapackage.json"))
    for resource in found.resources:
        report = resource.validate()
        check("data package", report.valid, f"{resource.path}: {report.flatten(['rowNumber', 'fieldName', 'message'])[:3]}")


def csvw():
    for file in sorted(site.rglob("*.csv-metadata.json")):
        # The largest tables of one kind are alike: every tenth council's is read.
        parts = file.relative_to(site).parts
        if parts[0] == "councils" and sum(map(ord, parts[1])) % 10:
            continue
        try:
            table = TableGroup.from_file(file) if "tables" in json.loads(file.read_text()) else None
            rows = rows_of(file) if table is None else 0
            check("CSVW", rows is not None, f"{file.relative_to(site)}: no rows")
        except Exception as error:
            check("CSVW", False, f"{file.relative_to(site)}: {error}")


def rows_of(file):
    from csvw import Table

    table = Table.from_file(file)
    strict = list(table.iterdicts(strict=True))
    with open(file.parent / str(table.url), encoding="utf-8", newline="") as source:
        return strict if len(strict) == sum(1 for _ in csv.reader(source)) - 1 else None


def schema():
    schema = json.loads((site / "data/schema/page-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file in sorted(site.rglob("index.json")):
        document = json.loads(file.read_text("utf-8"))
        errors = [error.message for error in validator.iter_errors(document)]
        named = {source for fact in document["facts"] for source in fact["sources"]}
        check("JSON", not errors and named == set(document["sources"]), f"{file.relative_to(site)}: {errors[:2]}")


def workbook():
    book = openpyxl.load_workbook(site / "data" / "record.xlsx", read_only=True)
    for sheet in book.worksheets[1:]:
        rows = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        if sheet.title == "series":
            check("sheets", len(rows) > 10, f"{sheet.title}: {len(rows)} rows")
            continue
        with open(site / "data" / f"{sheet.title}.csv", encoding="utf-8", newline="") as source:
            wanted = list(csv.reader(source))
        same = len(rows) == len(wanted) and all(map(same_row, rows, wanted))
        check("sheets", same, f"{sheet.title} is not {sheet.title}.csv")
        amounts = any(map(is_number, (cell for row in rows for cell in row)))
        check("sheets", amounts == (sheet.title == "figures"), f"amounts of {sheet.title} are numbers: {amounts}")


def same_row(cells, texts):
    """Whether a row of a sheet is that of its table: a number by its value, all else to the letter."""
    same = lambda cell, text: float(text or "nan") == cell if is_number(cell) else cell == text
    return len(cells) == len(texts) and all(map(same, cells, texts))


def is_number(cell):
    return isinstance(cell, (int, float))


def linked():
    graph = rdflib.Graph().parse(site / "data/catalogue.jsonld", format="json-ld")
    tables = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/dcat#Distribution")))
    check("JSON-LD", len(tables) > 5, f"the catalogue has {len(tables)} files")
    page = (site / "data/index.html").read_text("utf-8")
    inside = re.search(r'<script type="?application/ld\+json"?>(.*?)</script>', page, re.S)
    graph = rdflib.Graph().parse(data=inside[1], format="json-ld")
    datasets = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Dataset")))
    check("JSON-LD", len(datasets) == 1, "the page of the data names no data set")


def citations():
    for file in sorted(site.glob("councils/*/facts/index.html")):
        text = file.read_text("utf-8")
        for record in re.findall(r"<summary>Cite(?:<span.*?</span>)?</summary>(.*?)</details>", text, re.S):
            part = lambda name: html.unescape(re.search(name + r"<dd><(?:pre|code)>(.*?)</(?:pre|code)>", record, re.S)[1])
            bib = list(pybtex.database.parse_string(part("BibTeX"), "bibtex").entries.values())
            ris = rispy.loads(part("RIS"))
            csl = json.loads(part("CSL-JSON"))
            read_by = CiteProcJSON(csl)
            urls = {bib[0].fields["url"], ris[0]["urls"][0], csl[0]["URL"]}
            same = len(bib) == len(ris) == len(csl) == len(read_by) == 1 and len(urls) == 1
            check("citations", same and ris[0]["title"] == csl[0]["title"], f"{file.relative_to(site)}: {urls}")


def example():
    page = (site / "data/index.html").read_text("utf-8")
    code = next(html.unescape(code) for code in re.findall(r"<pre><code>(.*?)</code></pre>", page, re.S) if "import csv" in code)
    lead, wanted = re.search(r'href="?\.\./(councils/[^"> ]*figures\.csv)', page)[1], re.search(r"every way gives ([+−][\d.]+%)", page)[1]
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "figures.csv").write_bytes((site / lead).read_bytes())
        said = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    check("worked example", said.stdout.strip() == wanted.replace("−", "-") and len(code.splitlines()) <= 5, f"{said.stdout}{said.stderr} is not {wanted}")


for step in (package, csvw, schema, workbook, linked, citations, example):
    step()
print("\n".join(failed[:40]))
print("data:", ", ".join(f"{count} {what}" for what, count in read.items()), f"read, {len(failed)} wrong")
sys.exit(1 if failed else 0)
