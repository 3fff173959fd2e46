//! The tile map of the country: a tile for each council, by its latest grade for the whole.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::analysis::Findings;
use crate::charts::Tile;
use crate::charts::tiles;
use crate::domain::Id;
use crate::pages::parts::Frame;
use crate::pages::parts::GradeView;
use crate::pages::parts::Here;
use crate::pages::parts::grade;

/// The map.
#[derive(Debug, Serialize)]
pub struct MapView {
    drawing: String,
    /// The grades on it, and words for those without one.
    key: Vec<GradeView>,
}

/// The map as it stands on a page; nothing where no council has a place on it.
pub fn map(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here) -> Option<MapView> {
    let placed: Vec<(Tile, GradeView)> =
        findings.councils.keys().filter_map(|slug| tile(frame, findings, here, slug)).collect();
    let mut key: Vec<GradeView> = Vec::new();
    for (_, grade) in &placed {
        // One entry for each shape: the frameworks of one scale word it alike.
        if !key.iter().any(|it| it.glyph == grade.glyph) {
            key.push(grade.clone());
        }
    }
    // Best first, councils without a grade last.
    key.sort_by_key(|it| if it.glyph == "0" { "9".to_owned() } else { it.glyph.clone() });
    let placed: Vec<Tile> = placed.into_iter().map(|(tile, _)| tile).collect();
    let name = "Map of councils, each by its latest overall grade recorded here";
    Some(MapView { drawing: tiles(&placed, name)?, key })
}

fn tile(frame: &Frame<'_>, findings: &Findings<'_>, here: &Here, slug: &Id) -> Option<(Tile, GradeView)> {
    let council = frame.register.shelves.dossiers[slug].council();
    let place = council.tile.as_ref().filter(|_| council.exists_on(frame.today))?;
    let standing = findings.councils[slug].standing.as_ref();
    let why = if standing.is_some() { "No overall grade" } else { "No inspection recorded here" };
    let none = GradeView { wording: why.to_owned(), glyph: "0".to_owned() };
    let grade = standing.and_then(|it| it.headline).map_or(none, |(_, it)| grade(it));
    let first = || council.name.chars().take(3).collect::<String>().to_uppercase();
    let letters = place.letters.clone().unwrap_or_else(first);
    let tile = Tile {
        place: (place.column.value.to_u8()?, place.row.value.to_u8()?),
        name: format!("{}: {}", council.name, grade.wording),
        letters,
        glyph: grade.glyph.clone(),
        href: frame.council(here, slug).href,
    };
    Some((tile, grade))
}
