//! Files beside a page: its tables as CSV, its drawings as SVG.

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
}

impl PageFile {
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
            Some(tag) => (format!("{site}, release {tag}"), Address::frozen(tag, page)),
            None => (site, page.clone()),
        };
        let text = alone(drawing, &Sheet { from: (&site, &frame.absolute(&page)), ..sheet });
        Self { name: format!("{name}.svg"), text, columns: Vec::new() }
    }

    /// Rows under a head, as RFC 4180 has it, which each have a cell for each column.
    pub fn table(name: &str, head: &[&str], rows: &[Vec<String>]) -> Self {
        let line = |cells: &mut dyn Iterator<Item = &str>| -> String {
            cells.map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
        };
        let mut text = line(&mut head.iter().copied());
        for row in rows {
            assert_eq!(row.len(), head.len(), "{name}.csv: {row:?}");
            text += &line(&mut row.iter().map(String::as_str));
        }
        Self { name: format!("{name}.csv"), text, columns: head.iter().map(|it| (*it).to_owned()).collect() }
    }
}

/// A cell, in quotes where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
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
