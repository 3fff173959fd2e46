//! The tile map: a square for each council, about where it is, with its letters and its grade's shape.

use crate::charts::Drawing;
use crate::charts::at;
use crate::charts::escaped;

const TILE: f64 = 34.0;

/// A council's tile.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Column and row, from the top left.
    pub place: (u8, u8),
    /// Three or four letters.
    pub letters: String,
    /// Its name and grade: `Nottingham: Inadequate`.
    pub name: String,
    /// Name of the glyph: `1` to `4`, `0` for no grade.
    pub glyph: String,
    /// Its page.
    pub href: String,
}

/// The map, drawn in one size and shown in any. Each tile is a link with its name and grade.
pub fn tiles(tiles: &[Tile]) -> Option<(Drawing, String)> {
    let columns = || tiles.iter().map(|it| it.place.0);
    let rows = || tiles.iter().map(|it| it.place.1);
    let (left, right) = (columns().min()?, columns().max()?);
    let (top, bottom) = (rows().min()?, rows().max()?);
    let inner: String = tiles
        .iter()
        .map(|it| one(it, f64::from(it.place.0 - left) * TILE, f64::from(it.place.1 - top) * TILE))
        .collect();
    let (width, height) = (f64::from(right - left + 1) * TILE, f64::from(bottom - top + 1) * TILE);
    let view = format!("0 0 {} {}", at(width), at(height));
    Some((Drawing { inner, height: usize::from(bottom - top + 1) * 34, kind: "tiles" }, view))
}

fn one(tile: &Tile, x: f64, y: f64) -> String {
    format!(
        "<a href=\"{}\" aria-label=\"{}\"><rect class=\"t{}\" x=\"{}\" y=\"{}\" width=\"32\" height=\"32\" rx=\"2\"/><text class=\"n{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text><use href=\"#g{}\" x=\"{}\" y=\"{}\" width=\"11\" height=\"11\" class=\"n{}\"/></a>",
        escaped(&tile.href),
        escaped(&tile.name),
        tile.glyph,
        at(x + 1.0),
        at(y + 1.0),
        tile.glyph,
        at(x + 17.0),
        at(y + 14.0),
        escaped(&tile.letters),
        tile.glyph,
        at(x + 11.5),
        at(y + 18.5),
        tile.glyph,
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
        let (drawing, view) = tiles(&[tile((3, 5)), tile((4, 7))]).expect("tiles");
        assert_eq!(view, "0 0 68 102");
        assert!(
            drawing.inner.contains("aria-label=\"A: Good\"") && drawing.inner.contains("x=\"35\" y=\"69\"")
        );
    }
}
