"""Reads every feed and calendar of a built site with parsers that others wrote.

Usage: check.py SITE-FOLDER. Ends with 1 if any is not read as it was meant.
"""

import datetime
import json
import pathlib
import sys

import feedparser
import icalendar

site = pathlib.Path(sys.argv[1])
failed = []
read = {"atom": 0, "json": 0, "calendars": 0, "entries": 0}


def check(file, holds, what):
    if not holds:
        failed.append(f"{file.relative_to(site)}: {what}")


def atom(file):
    feed = feedparser.parse(file.read_bytes())
    read["atom"] += 1
    read["entries"] += len(feed.entries)
    check(file, not feed.bozo, f"is not read: {feed.get('bozo_exception')}")
    check(file, feed.version == "atom10", f"is taken for {feed.version}")
    for name in ("id", "title", "updated_parsed", "link", "author"):
        check(file, feed.feed.get(name), f"the feed has no {name}")
    names = [entry.get("id") for entry in feed.entries]
    check(file, len(names) == len(set(names)), "two entries have one name")
    days = [entry.get("updated_parsed") for entry in feed.entries]
    check(file, None not in days and days == sorted(days, reverse=True), "entries are not in the order of their change")
    for entry in feed.entries:
        whole = all(entry.get(name) for name in ("id", "title", "link", "published_parsed", "content"))
        check(file, whole, f"{entry.get('id')} is not whole")
        page, _, anchor = entry.link.removeprefix(feed.feed.link.split("/", 3)[0] + "//").partition("/")[2].partition("#")
        target = site / page / "index.html"
        check(file, target.exists(), f"{entry.id} leads to no page: {page}")
        if anchor and target.exists():
            html = text_of(target)
            check(file, any(f"id={quote}{anchor}{end}" in html for quote, end in (('"', '"'), ("", ">"), ("", " "))),
                  f"{entry.id} leads to no place on its page")
    return {entry.id: entry.link for entry in feed.entries}


texts = {}


def text_of(file):
    if file not in texts:
        texts[file] = file.read_text("utf-8")
    return texts[file]


def json_feed(file, entries):
    feed = json.loads(file.read_text("utf-8"))
    read["json"] += 1
    check(file, feed["version"] == "https://jsonfeed.org/version/1.1", "is of another version")
    check(file, {it["id"]: it["url"] for it in feed["items"]} == entries, "has other entries than the Atom feed")
    check(file, all(it["content_html"] and it["date_modified"] for it in feed["items"]), "an item is not whole")


def calendar(file):
    read["calendars"] += 1
    found = icalendar.Calendar.from_ical(file.read_bytes())
    events = [part for part in found.walk() if part.name == "VEVENT"]
    names = [str(event["UID"]) for event in events]
    check(file, events and len(names) == len(set(names)), "two entries have one name, or there is none")
    for event in events:
        day = event.decoded("DTSTART")
        check(file, event.decoded("DTEND") - day == datetime.timedelta(days=1), f"{event['UID']} is not of one day")
        check(file, "not a date" in event["SUMMARY"] or "not certain" in event["SUMMARY"], f"{event['UID']} looks certain")
    # Imported twice, a calendar program keeps one entry for each name.
    again = icalendar.Calendar.from_ical(file.read_bytes())
    both = {str(event["UID"]): event for event in [*found.walk("VEVENT"), *again.walk("VEVENT")]}
    check(file, len(both) == len(events), "a second import adds entries")


for file in sorted(site.rglob("feed.xml")):
    json_feed(file.with_suffix(".json"), atom(file))
for file in sorted(site.rglob("*.ics")):
    calendar(file)
check(site, read["atom"] and read["calendars"], "there is no feed or no calendar")
print("\n".join(failed[:40]))
print(f"feeds: {read['atom']} Atom and {read['json']} JSON with {read['entries']} entries, {read['calendars']} calendars, {len(failed)} wrong")
sys.exit(1 if failed else 0)
