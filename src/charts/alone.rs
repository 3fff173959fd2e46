//! A drawing as a file of its own, with its title, its source and its own colours.

use crate::charts::Drawing;
use crate::charts::escaped;
use crate::charts::filled;

const WIDTH: usize = 720;
/// Grades through time have their words beside them, which take more.
const WIDE: usize = 840;
const LINE: usize = 22;

/// What a page's style sheet says of drawings, for a file by itself: ink on paper.
const STYLE: &str = "svg svg{overflow:visible}text{font:13px 'Gill Sans Nova',Ubuntu,Calibri,'Noto Sans',sans-serif;fill:#5c564b}.title0{font:600 17px Palatino,P052,Georgia,serif;fill:#1d1b17}.rule,.gap{stroke:#d5ccba;fill:none}.gap{stroke:#5c564b;stroke-dasharray:2 3}.main path{stroke:#12436d;stroke-width:2.5;fill:none;vector-effect:non-scaling-stroke}.other path{stroke:#5c564b;stroke-width:1.5;fill:none;vector-effect:non-scaling-stroke}.main circle{fill:#12436d}.main .doubted{fill:#fbf8f1;stroke:#12436d;stroke-width:2}.other circle{fill:#857c6b}.dashed path{stroke-dasharray:5 3}.lines .mark{paint-order:stroke;stroke:#fbf8f1;stroke-width:4px}.rated .gap{stroke-dasharray:none}.main,.name.main{fill:#12436d;font-weight:600}.half{fill:#e6dfd0}.ticks path{stroke:#1d1b17;stroke-opacity:.55;vector-effect:non-scaling-stroke}.changes rect{fill:#5c564b}.from{fill:#fbf8f1;stroke:#1d1b17}.to{fill:#1d1b17}.w1{fill:#fbf8f1}.w2{fill:#bdb5a4}.w4{fill:#1d1b17}.w0{fill:none}.w1,.w2,.w3,.w4{stroke:#1d1b17}.in{paint-order:stroke;stroke:#fbf8f1;stroke-width:5px;fill:#1d1b17}.n4{fill:#fbf8f1;stroke:none}.visit{fill:#fbf8f1;stroke:#1d1b17;stroke-width:2}.title,.word{fill:#1d1b17}.title{font-weight:600}.name{paint-order:stroke;stroke:#fbf8f1;stroke-width:4px}";

/// The hatch and the shapes of the grades, which a page defines for all its drawings.
const SHAPES: &str = "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M1.5 0v5\" stroke=\"#1d1b17\" stroke-width=\"2.2\"/></pattern><symbol id=\"g1\" viewBox=\"0 0 16 16\"><path d=\"M8 0l2.2 5.8L16 8l-5.8 2.2L8 16l-2.2-5.800L0 8l5.800-2.200z\"/></symbol><symbol id=\"g2\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6\"/></symbol><symbol id=\"g3\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"5.5\" fill=\"none\" stroke=\"#1d1b17\" stroke-width=\"1.8\"/><path d=\"M8 2.5a5.5 5.5 0 0 0 0 11z\"/></symbol><symbol id=\"g4\" viewBox=\"0 0 16 16\"><path d=\"M1.5 1.5h13v13h-13z\"/></symbol><symbol id=\"g0\" viewBox=\"0 0 16 16\"><path d=\"M3 7.2h10v1.600H3z\"/></symbol></defs>";

/// What stands around a drawing in a file of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sheet<'a> {
    /// Its finding.
    pub title: &'a str,
    /// Unit and source.
    pub source: &'a str,
    /// Glyph and wording of each grade on it; none for drawings without grades.
    pub key: &'a [(String, String)],
    /// The site with its as-at date, and the full address of the page that it is from.
    pub from: (&'a str, &'a str),
}

/// The drawing as an SVG file, 720 pixels wide, or 840 for grades through time.
pub fn alone(drawing: &Drawing, sheet: &Sheet<'_>) -> String {
    let Sheet { title, source, key, from } = *sheet;
    let shapes = if key.is_empty() { "" } else { SHAPES };
    let (heading, told) = (wrapped(title, 72), wrapped(source, 100));
    let head = 22 + LINE * heading.len();
    let foot = head + drawing.height;
    let link = foot + 18 * (told.len() + 1);
    let below = link;
    let height = below + 12 + 18 * key.len();
    let heading = placed(&heading, "class=\"title0\" ", 5, LINE);
    let told = placed(&told, "", foot, 18);
    let (site, url) = (escaped(from.0), escaped(from.1));
    let width = if drawing.kind == "rated" { WIDE } else { WIDTH };
    let link = format!("<a href=\"{url}\"><text x=\"20\" y=\"{link}\">{site}: {url}</text></a>");
    let key: String =
        key.iter().zip(0..).map(|((glyph, words), n)| entry(glyph, words, below + 6 + 18 * n)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{title}</title><style>{STYLE}</style>{shapes}<rect width=\"100%\" height=\"100%\" style=\"fill:#fbf8f1\"/>{heading}<svg class=\"{}\" x=\"20\" y=\"{head}\" width=\"{}\" height=\"{}\">{}</svg>{told}{link}{key}</svg>\n",
        drawing.kind,
        width - 40,
        drawing.height,
        drawing.inner,
        title = escaped(title),
    )
}

/// Lines of text below each other, from `top`.
fn placed(lines: &[String], class: &str, top: usize, apart: usize) -> String {
    let line = |(line, n): (&String, usize)| {
        format!("<text {class}x=\"20\" y=\"{}\">{}</text>", top + apart * n, escaped(line))
    };
    lines.iter().zip(1..).map(line).collect()
}

/// A grade in the key: its shape, its weight, its words.
fn entry(glyph: &str, words: &str, y: usize) -> String {
    format!(
        "<svg x=\"20\" y=\"{y}\"><use href=\"#g{glyph}\" width=\"12\" height=\"12\"/><rect {} x=\"18\" y=\"1\" width=\"26\" height=\"10\"/><text x=\"52\" y=\"11\">{}</text></svg>",
        filled(glyph),
        escaped(words)
    )
}

/// A text in lines that have room.
///
/// * `room`: how many letters have room on one.
fn wrapped(title: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in title.split(' ') {
        let last = lines.last_mut().expect("there is a first line");
        if last.is_empty() {
            last.push_str(word);
        } else if last.chars().count() + word.chars().count() < room {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::Sheet;
    use super::alone;
    use crate::charts::Drawing;

    #[test]
    fn a_long_title_has_several_lines_and_is_all_there() {
        let drawing = Drawing { inner: String::new(), height: 100, kind: "lines" };
        let title = "word ".repeat(30);
        let key = [("4".to_owned(), "Inadequate".to_owned())];
        let from = ("Loxley", "https://loxley.example/councils/x/");
        let file = alone(&drawing, &Sheet { title: title.trim(), source: "A & B", key: &key, from });
        assert_eq!(file.matches("class=\"title0\"").count(), 3, "{file}");
        assert!(
            file.contains("height=\"254\"") && file.contains("A &amp; B") && file.contains(">Inadequate<"),
            "{file}"
        );
    }
}
