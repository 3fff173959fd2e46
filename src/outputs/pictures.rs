//! Pictures: SVG drawn as PNG. Each file says which drawing it is of, so that a build draws only what is
//! new: all pictures of the national site take 1.1 s of one core.

use rayon::prelude::*;
use resvg::tiny_skia::Pixmap;
use resvg::tiny_skia::Transform;
use resvg::usvg;

use crate::outputs::Artifact;
use crate::outputs::RenderError;
use crate::pages::Picture;

/// What draws: with another version or font the same drawing may come out otherwise.
const DRAWN_BY: &str = "resvg 0.49, epaint_default_fonts 0.37";

/// Bytes before the one picture of an icon file.
const ICON_HEAD: usize = 22;

/// Keyword of the line in a PNG that names its drawing.
const OF: &str = "loxley-of";

/// Draws the pictures, but for those that are there.
///
/// * `kept`: a file of an earlier build by its path, if there is one.
///
/// # Errors
/// [`RenderError`] names the picture that cannot be drawn.
pub fn draw(
    pictures: &[Picture],
    kept: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
) -> Result<Vec<Artifact>, RenderError> {
    let options = options();
    let one = |it: &Picture| {
        let name =
            blake3::hash(format!("{DRAWN_BY} {} {}", it.width, it.svg).as_bytes()).to_hex().to_string();
        let is_icon = it.path.ends_with(".ico");
        let before = kept(&it.path)
            .map(|it| if is_icon { it.get(ICON_HEAD..).unwrap_or_default().to_vec() } else { it });
        let bytes = match before.filter(|bytes| is_of(bytes, &name)) {
            Some(bytes) => bytes,
            None => png(it, &options, &name).map_err(|error| RenderError(format!("{}: {error}", it.path)))?,
        };
        let bytes = if is_icon { icon(it.width, &bytes) } else { bytes };
        Ok(Artifact { path: it.path.clone(), bytes })
    };
    pictures.par_iter().map(one).collect()
}

/// A font for all machines: text must not depend on what is installed.
fn options() -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_font_data(epaint_default_fonts::UBUNTU_LIGHT.to_vec());
    options
}

/// A PNG as the one picture of an icon file (ICO): a head, an entry, the picture.
fn icon(width: u32, png: &[u8]) -> Vec<u8> {
    let side = u8::try_from(width).unwrap_or(0);
    let length = u32::try_from(png.len()).unwrap_or_default();
    let mut bytes = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    bytes.extend(length.to_le_bytes());
    bytes.extend((ICON_HEAD as u32).to_le_bytes());
    bytes.extend(png);
    bytes
}

/// Whether a PNG says that it is of this drawing.
fn is_of(bytes: &[u8], name: &str) -> bool {
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info();
    reader.is_ok_and(|reader| {
        let texts = &reader.info().uncompressed_latin1_text;
        texts.iter().any(|it| it.keyword == OF && it.text == name)
    })
}

fn png(it: &Picture, options: &usvg::Options<'_>, name: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let tree = usvg::Tree::from_str(&it.svg, options)?;
    let scale = it.width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(it.width, height).ok_or("it has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, it.width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(OF.to_owned(), name.to_owned())?;
    // Every picture covers its whole ground.
    let data: Vec<u8> = pixels.pixels().iter().flat_map(|it| [it.red(), it.green(), it.blue()]).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::DRAWN_BY;

    #[test]
    fn what_draws_is_what_the_lock_file_has() {
        let lock = include_str!("../../Cargo.lock");
        for package in DRAWN_BY.split(", ") {
            let (name, version) = package.split_once(' ').expect("a name and a version");
            assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}.")), "{package}");
        }
    }
}
