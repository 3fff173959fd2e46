//! Files beside a page: its tables as CSV, its drawings as SVG.

use std::borrow::Cow;

use crate::charts::Drawing;
use crate::charts::Sheet;
use crate::charts::alone;
use crate::domain::Address;
use crate::pages::parts::Frame;

/// A file in the folder of a page.
#[derive(Debug)]
pub struct PageFile {
    /// Its name: `figures.csv`.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// The columns of a table; empty for everything else.
    pub columns: Vec<String>,
    /// What a table of the whole record has a row for; empty for everything else.
    pub about: &'static str,
}

impl PageFile {
    /// A file that is no table.
    pub fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, columns: Vec::new(), about: "" }
    }

    /// A drawing as a file of its own.
    ///
    /// * `page`: the page beside which it stands, which the file names.
    /// * `sheet`: title, source and key; its way back is filled in here.
    pub fn drawing(
        frame: &Frame<'_>,
        page: &Address,
        name: &str,
        drawing: &Drawing,
        sheet: Sheet<'_>,
    ) -> Self {
        let site = format!("{}, as at {}", frame.register.site.title, frame.today.long());
        let (site, page) = match frame.release {
            Some(tag) => (format!("{site}, release {tag}"), page.kept(tag)),
            None => (site, page.clone()),
        };
        let text = alone(drawing, &Sheet { from: (&site, &frame.absolute(&page)), ..sheet });
        Self::new(&format!("{name}.svg"), text)
    }

    /// Rows under a head, as RFC 4180 has it, which each have a cell for each column.
    pub fn table(name: &str, head: &[&str], rows: &[Vec<String>]) -> Self {
        let mut text = String::new();
        line(&mut text, head.iter().copied());
        for row in rows {
            assert_eq!(row.len(), head.len(), "{name}.csv: {row:?}");
            line(&mut text, row.iter().map(String::as_str));
        }
        let columns = head.iter().map(|it| (*it).to_owned()).collect();
        Self { name: format!("{name}.csv"), text, columns, about: "" }
    }

    /// The same as a table of the whole record.
    ///
    /// * `about`: what it has a row for, inside a sentence.
    pub fn with_a_row_for(self, about: &'static str) -> Self {
        Self { about, ..self }
    }
}

/// Adds a line of cells.
fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            text.push(',');
        }
        text.push_str(&quoted(cell));
    }
    text.push_str("\r\n");
}

/// A cell, in quotes where it needs them.
fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains(['"', ',', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::PageFile;

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        let rows = [vec!["a, b".to_owned(), "say \"c\"".to_owned()]];
        let file = PageFile::table("t", &["one", "two"], &rows);
        assert_eq!(file.text, "one,two\r\n\"a, b\",\"say \"\"c\"\"\"\r\n");
    }
}
