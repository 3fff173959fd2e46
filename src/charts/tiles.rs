//! The tile map: a hexagon for each council, about where it is, with its letters and its grade's
//! shape. Rows with an odd number stand half a tile to the right.

use crate::charts::at;
use crate::charts::escaped;

const WIDTH: f64 = 34.0;
const PITCH: f64 = 29.4;
/// A hexagon of 32 by 37, its point at the top.
const HEXAGON: &str = "M16 .6 31.400 9.500v17.800L16 36.200.6 27.300V9.500z";

/// A council's tile.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Column and row, from the top left.
    pub place: (u8, u8),
    /// Three letters.
    pub letters: String,
    /// Its name and grade: `Nottingham: Inadequate`.
    pub name: String,
    /// Name of the glyph: `1` to `4`, `0` for no grade.
    pub glyph: String,
    /// Its page.
    pub href: String,
}

/// The map, drawn in one size and shown in any; nothing without tiles. Each tile is a link with the
/// council's name and grade.
///
/// * `name`: what it shows, for those who hear the page.
pub fn tiles(tiles: &[Tile], name: &str) -> Option<String> {
    let left = |it: &Tile| f64::from(it.place.0) * WIDTH + f64::from(it.place.1 % 2) * WIDTH / 2.0;
    let top = |it: &Tile| f64::from(it.place.1) * PITCH;
    let least = |of: &dyn Fn(&Tile) -> f64| tiles.iter().map(of).reduce(f64::min);
    let most = |of: &dyn Fn(&Tile) -> f64| tiles.iter().map(of).reduce(f64::max);
    let (x0, y0) = (least(&left)?, least(&top)?);
    let (width, height) = (most(&left)? - x0 + WIDTH, most(&top)? - y0 + 38.0);
    let inner: String = tiles.iter().map(|it| one(it, left(it) - x0, top(it) - y0)).collect();
    Some(format!(
        "<svg class=\"tiles\" viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\"><defs><path id=\"hex\" d=\"{HEXAGON}\"/></defs>{inner}</svg>",
        at(width),
        at(height),
        escaped(name)
    ))
}

fn one(tile: &Tile, x: f64, y: f64) -> String {
    let Tile { letters, name, glyph, href, .. } = tile;
    let (name, letters) = (escaped(name), escaped(letters));
    let hatch = if glyph == "3" { " fill=\"url(#hatch)\"" } else { "" };
    // On a hatch the letters and the shape stand on a patch of paper.
    let patch = if glyph == "3" { "<circle cx=\"16\" cy=\"18.5\" r=\"12\"/>" } else { "" };
    format!(
        "<a href=\"{href}\"><title>{name}</title><g class=\"t{glyph}\" transform=\"translate({} {})\"><use href=\"#hex\"{hatch}/>{patch}<text aria-hidden=\"true\" x=\"16\" y=\"17\">{letters}</text><use href=\"#g{glyph}\" x=\"11\" y=\"20\" width=\"10\" height=\"10\"/></g></a>",
        at(x + 1.0),
        at(y + 0.5)
    )
}

#[cfg(test)]
mod tests {
    use super::Tile;
    use super::tiles;

    #[test]
    fn a_tile_is_a_link_with_a_name_in_its_place() {
        let tile = |place| Tile {
            place,
            letters: "ABC".into(),
            name: "A: Good".into(),
            glyph: "2".into(),
            href: "a/".into(),
        };
        let drawn = tiles(&[tile((3, 6)), tile((3, 7))], "Map").expect("tiles");
        assert!(
            drawn.contains("viewBox=\"0 0 51 67.4\"") && drawn.contains("<title>A: Good</title>"),
            "{drawn}"
        );
        assert!(drawn.contains("translate(1 0.5)") && drawn.contains("translate(18 29.9)"), "{drawn}");
        assert_eq!(tiles(&[], "Map"), None);
    }
}
