//! What pages load: the style sheets in one, scripts, and data for scripts. Each is named by what is
//! in it, so that a host may keep it for ever and no reader meets an old one.

use std::collections::BTreeMap;

use crate::outputs::Artifact;
use crate::outputs::Theme;
use crate::outputs::html::RenderError;
use crate::outputs::minify;
use crate::pages::ScriptData;

/// The files that pages load, and what they are called in this build.
#[derive(Debug, Default)]
pub struct Assets {
    /// The files.
    pub files: Vec<Artifact>,
    /// Path below the site's root by the name as templates write it: `style_css` is
    /// `assets/style.1f2e3d4c.css`.
    pub names: BTreeMap<String, String>,
}

impl Assets {
    /// The assets of a theme and the data that its scripts read.
    ///
    /// # Errors
    /// [`RenderError`] names the style sheet, line and column that cannot be read.
    pub fn of(theme: &Theme, data: &[ScriptData], minified: bool) -> Result<Self, RenderError> {
        let mut assets = Self::default();
        let mut style = String::new();
        for (name, text) in &theme.styles {
            style += &small(&format!("styles/{name}"), text, minified)?;
        }
        assets.add("style.css", style.into_bytes());
        for (path, bytes) in &theme.statics {
            match path.rsplit_once('.') {
                Some((_, "css")) => {
                    let text = String::from_utf8_lossy(bytes);
                    assets.add(path, small(&format!("static/{path}"), &text, minified)?.into_bytes());
                }
                Some((_, "js")) => assets.add(path, bytes.clone()),
                _ => assets.files.push(Artifact { path: format!("assets/{path}"), bytes: bytes.clone() }),
            }
        }
        for it in data {
            let text = format!("(window.loxley??={{}})[\"{}\"]={}", it.name, it.json);
            assets.add(&format!("{}.js", it.name), text.into_bytes());
        }
        Ok(assets)
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let hash = blake3::hash(&bytes).to_hex();
        let path = format!("assets/{stem}.{}.{end}", &hash[..10]);
        let word = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        self.names.insert(name.chars().map(word).collect(), path.clone());
        self.files.push(Artifact { path, bytes });
    }
}

fn small(name: &str, text: &str, minified: bool) -> Result<String, RenderError> {
    if minified { minify::style(name, text).map_err(RenderError) } else { Ok(text.to_owned()) }
}
