//! A drawing as a file of its own, with its title, its source and its own colours.

use crate::charts::Drawing;
use crate::charts::escaped;

const WIDTH: usize = 720;
const LINE: usize = 22;

/// What a page's style sheet says of drawings, for a file by itself: ink on paper.
const STYLE: &str = "svg svg{overflow:visible}text{font:13px 'Gill Sans Nova',Ubuntu,Calibri,'Noto Sans',sans-serif;fill:#5c564b}.title0{font:600 17px Palatino,P052,Georgia,serif;fill:#1d1b17}.rule,.gap{stroke:#d5ccba;fill:none}.gap{stroke:#5c564b;stroke-dasharray:2 3}.main path{stroke:#12436d;stroke-width:2.5;fill:none;vector-effect:non-scaling-stroke}.other path{stroke:#5c564b;stroke-width:1.5;fill:none;vector-effect:non-scaling-stroke}.main circle{fill:#12436d}.main .doubted{fill:#fbf8f1;stroke:#12436d;stroke-width:2}.other circle{fill:#857c6b}.dashed path{stroke-dasharray:5 3}.lines .mark{paint-order:stroke;stroke:#fbf8f1;stroke-width:4px}.rated .gap{stroke-dasharray:none}.main,.name.main{fill:#12436d;font-weight:600}.half{fill:#e6dfd0}.ticks path{stroke:#1d1b17;stroke-opacity:.55;vector-effect:non-scaling-stroke}.changes rect{fill:#5c564b}.from{fill:#fbf8f1;stroke:#1d1b17}.to{fill:#1d1b17}.w1{fill:#fbf8f1}.w2{fill:#bdb5a4}.w4{fill:#1d1b17}.w0{fill:none}.w1,.w2,.w3,.w4{stroke:#1d1b17}.in{paint-order:stroke;stroke:#fbf8f1;stroke-width:5px;fill:#1d1b17}.n4{fill:#fbf8f1;stroke:none}.visit{fill:#fbf8f1;stroke:#1d1b17;stroke-width:2}.title,.word{fill:#1d1b17}.title{font-weight:600}.name{paint-order:stroke;stroke:#fbf8f1;stroke-width:4px}";

/// The hatch and the shapes of the grades, which a page defines for all its drawings.
const SHAPES: &str = "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M1.5 0v5\" stroke=\"#1d1b17\" stroke-width=\"2.2\"/></pattern><symbol id=\"g1\" viewBox=\"0 0 16 16\"><path d=\"M8 0l2.2 5.8L16 8l-5.8 2.2L8 16l-2.2-5.800L0 8l5.800-2.200z\"/></symbol><symbol id=\"g2\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6\"/></symbol><symbol id=\"g3\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"5.5\" fill=\"none\" stroke=\"#1d1b17\" stroke-width=\"1.8\"/><path d=\"M8 2.5a5.5 5.5 0 0 0 0 11z\"/></symbol><symbol id=\"g4\" viewBox=\"0 0 16 16\"><path d=\"M1.5 1.5h13v13h-13z\"/></symbol><symbol id=\"g0\" viewBox=\"0 0 16 16\"><path d=\"M3 7.2h10v1.600H3z\"/></symbol></defs>";

/// Which shape and weight is which grade of the scale, the best first; words of the day stand in the title.
const KEY: &str = "<use href=\"#g1\" width=\"12\" height=\"12\"/><rect class=\"w1\" x=\"16\" y=\"1\" width=\"22\" height=\"10\"/><text x=\"44\" y=\"11\">best grade</text><use href=\"#g2\" x=\"130\" width=\"12\" height=\"12\"/><rect class=\"w2\" x=\"146\" y=\"1\" width=\"22\" height=\"10\"/><text x=\"174\" y=\"11\">second</text><use href=\"#g3\" x=\"240\" width=\"12\" height=\"12\"/><rect class=\"w3\" fill=\"url(#hatch)\" x=\"256\" y=\"1\" width=\"22\" height=\"10\"/><text x=\"284\" y=\"11\">third</text><use href=\"#g4\" x=\"340\" width=\"12\" height=\"12\"/><rect class=\"w4\" x=\"356\" y=\"1\" width=\"22\" height=\"10\"/><text x=\"384\" y=\"11\">gravest</text>";

/// The drawing as an SVG file, 720 pixels wide.
///
/// * `title`: its finding.
/// * `source`: unit and source, in one line.
pub fn alone(drawing: &Drawing, title: &str, source: &str) -> String {
    let shapes = if matches!(drawing.kind, "rated" | "history") { SHAPES } else { "" };
    let lines = wrapped(title, 72);
    let head = 22 + LINE * lines.len();
    let told = wrapped(source, 100);
    let key = if shapes.is_empty() { "" } else { KEY };
    let height = head + drawing.height + 12 + 18 * (told.len() + usize::from(!key.is_empty()));
    let heading: String = lines
        .iter()
        .zip(1..)
        .map(|(line, n)| {
            format!("<text class=\"title0\" x=\"20\" y=\"{}\">{}</text>", 5 + LINE * n, escaped(line))
        })
        .collect();
    let foot: String = told
        .iter()
        .zip(1..)
        .map(|(line, n)| {
            format!("<text x=\"20\" y=\"{}\">{}</text>", head + drawing.height + 18 * n, escaped(line))
        })
        .collect();
    let key = if key.is_empty() {
        String::new()
    } else {
        format!("<svg x=\"20\" y=\"{}\">{key}</svg>", head + drawing.height + 18 * told.len() + 6)
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\"><title>{title}</title><style>{STYLE}</style>{shapes}<rect width=\"100%\" height=\"100%\" style=\"fill:#fbf8f1\"/>{heading}<svg class=\"{}\" x=\"20\" y=\"{head}\" width=\"680\" height=\"{}\">{}</svg>{foot}{key}</svg>\n",
        drawing.kind,
        drawing.height,
        drawing.inner,
        title = escaped(title),
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
    use super::alone;
    use crate::charts::Drawing;

    #[test]
    fn a_long_title_has_several_lines_and_is_all_there() {
        let drawing = Drawing { inner: String::new(), height: 100, kind: "lines" };
        let title = "word ".repeat(30);
        let file = alone(&drawing, title.trim(), "A & B");
        assert_eq!(file.matches("class=\"title0\"").count(), 3, "{file}");
        assert!(file.contains("height=\"218\"") && file.contains("A &amp; B"), "{file}");
    }
}
