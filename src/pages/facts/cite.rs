//! How to cite something of the record, in the forms that people need. No kept library writes more than
//! one of them, and each is a few lines; the test command has other programs read them.

use chrono::Datelike;
use serde::Serialize;
use serde_json::json;

use crate::domain::PartialDate;

/// What is cited.
#[derive(Debug, Clone)]
pub struct Cited<'a> {
    /// Name of the site, its author.
    pub site: &'a str,
    /// A name for reference managers: `loxley-nottingham-inspections-2022-09-05`.
    pub key: String,
    /// `Nottingham City Council: inspection report, 5 September 2022`.
    pub title: String,
    /// The value for which it is cited, where there is one.
    pub said: Option<String>,
    /// Who says so: `Ofsted, report of 5 September 2022`.
    pub source: String,
    /// The address that lasts.
    pub url: String,
    /// The as-at date.
    pub as_at: PartialDate,
    /// The release, where it is part of one.
    pub version: Option<&'a str>,
}

/// The forms, by the name that readers know.
#[derive(Debug, Clone, Serialize)]
pub struct Citations {
    /// One line.
    pub plain: String,
    /// A line for a committee paper: with the source behind it.
    pub committee: String,
    /// Harvard style.
    pub harvard: String,
    /// A template for a wiki.
    pub wiki: String,
    /// BibTeX.
    pub bibtex: String,
    /// RIS.
    pub ris: String,
    /// CSL-JSON.
    pub csl: String,
}

impl Cited<'_> {
    /// Every form.
    pub fn forms(&self) -> Citations {
        Citations {
            plain: format!("{}, ‘{}’, {}. {}", self.site, self.title, self.when(), self.url),
            committee: self.committee(),
            harvard: self.harvard(),
            wiki: self.wiki(),
            bibtex: self.bibtex(),
            ris: self.ris(),
            csl: self.csl(),
        }
    }

    /// `as at 23 November 2026, release 2026-11-23`.
    fn when(&self) -> String {
        let version = self.version.map(|it| format!(", release {it}")).unwrap_or_default();
        format!("as at {}{version}", self.as_at.long())
    }

    fn committee(&self) -> String {
        let said = self.said.as_ref().map(|said| format!(": {said}")).unwrap_or_default();
        let (site, when) = (self.site, self.when());
        format!("{}{said}. Source: {}; recorded by {site}, {when}: {}", self.title, self.source, self.url)
    }

    fn harvard(&self) -> String {
        let year = self.as_at.first().year();
        format!(
            "{} ({year}) {}. {}. Available at: {} (Accessed: [day]).",
            self.site,
            self.title,
            crate::domain::capitalised(&self.when()),
            self.url
        )
    }

    fn wiki(&self) -> String {
        let day = self.as_at.long();
        let plain = |text: &str| {
            let entity =
                |c: char| if "|[]{}".contains(c) { format!("&#{};", u32::from(c)) } else { c.into() };
            text.chars().map(entity).collect::<String>()
        };
        let (title, site) = (plain(&self.title), plain(self.site));
        format!("{{{{cite web |title={title} |url={} |website={site} |date={day}}}}}", self.url)
    }

    fn bibtex(&self) -> String {
        let year = self.as_at.first().year();
        let field = |name: &str, value: &str| format!("  {name} = {{{value}}},\n");
        format!("@misc{{{},\n", self.key)
            + &field("author", &format!("{{{}}}", tex(self.site)))
            + &field("title", &format!("{{{}}}", tex(&self.title)))
            + &field("year", &year.to_string())
            + &field("url", &self.url)
            + &field("note", &tex(&self.when()))
            + "}"
    }

    fn ris(&self) -> String {
        let day = self.as_at.first().format("%Y/%m/%d");
        let lines = [
            ("TY", "ELEC"),
            ("ID", &self.key),
            ("AU", self.site),
            ("TI", &self.title),
            ("PY", &self.as_at.first().year().to_string()),
            ("DA", &day.to_string()),
            ("UR", &self.url),
            ("N1", &self.when()),
        ];
        lines.iter().map(|(tag, value)| format!("{tag}  - {value}\n")).collect::<String>() + "ER  - "
    }

    fn csl(&self) -> String {
        let day = self.as_at.first();
        let date = json!({"date-parts": [[day.year(), day.month(), day.day()]]});
        let item = json!({
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": self.site}],
            "container-title": self.site,
            "issued": date,
            "URL": self.url,
            "note": self.when(),
        });
        format!("[{item}]")
    }
}

/// A text as TeX takes it.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tex;

    #[test]
    fn what_tex_reads_as_a_command_is_plain_text() {
        assert_eq!(tex("50% of A&B_{x}"), "50\\% of A\\&B\\_\\{x\\}");
    }
}
