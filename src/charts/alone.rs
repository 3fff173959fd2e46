//! A drawing as a file of its own, with its title, its source and its own colours.

use crate::charts::Drawing;
use crate::charts::escaped;

const WIDTH: usize = 720;
const HEAD: usize = 44;
const FOOT: usize = 30;

/// What a page's style sheet says of drawings, for a file by itself: ink on paper.
const STYLE: &str = "svg svg{overflow:visible}text{font:13px 'Gill Sans Nova',Ubuntu,Calibri,'Noto Sans',sans-serif;fill:#5c564b}.title0{font:600 17px Palatino,P052,Georgia,serif;fill:#1d1b17}.rule,.gap{stroke:#d5ccba;fill:none}.gap{stroke:#5c564b;stroke-dasharray:2 3}.main path{stroke:#12436d;stroke-width:2.5;fill:none;vector-effect:non-scaling-stroke}.other path{stroke:#5c564b;stroke-width:1.5;fill:none;vector-effect:non-scaling-stroke}.main circle{fill:#12436d}.main,.name.main{fill:#12436d;font-weight:600}.half{fill:#e6dfd0}.ticks path{stroke:#1d1b17;stroke-opacity:.55;vector-effect:non-scaling-stroke}rect{fill:#5c564b}.from{fill:#faf7f0;stroke:#1d1b17}.to{fill:#1d1b17}.name{paint-order:stroke;stroke:#faf7f0;stroke-width:4px}";

/// The drawing as an SVG file, 720 pixels wide.
///
/// * `title`: its finding.
/// * `source`: unit and source, in one line.
pub fn alone(drawing: &Drawing, title: &str, source: &str) -> String {
    let height = HEAD + drawing.height + FOOT;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\"><title>{title}</title><style>{STYLE}</style><rect width=\"100%\" height=\"100%\" style=\"fill:#faf7f0\"/><text class=\"title0\" x=\"20\" y=\"27\">{title}</text><svg x=\"20\" y=\"{HEAD}\" width=\"680\" height=\"{}\">{}</svg><text x=\"20\" y=\"{}\">{}</text></svg>\n",
        drawing.height,
        drawing.inner,
        height - 10,
        escaped(source),
        title = escaped(title),
    )
}
