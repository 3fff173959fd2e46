//! The theme: what is inside the program, with the site's own files over it, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use include_dir::Dir;
use include_dir::include_dir;
use serde::Deserialize;
use serde::Serialize;
use thiserror::Error;
use walkdir::WalkDir;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/loxley");

/// Templates, static files and settings of a theme.
#[derive(Debug, Clone)]
pub struct Theme {
    /// The theme's own settings.
    pub settings: ThemeSettings,
    /// Built-in templates by name.
    pub built_in: BTreeMap<String, String>,
    /// The site's own templates, which stand before built-in ones of the same name.
    pub own: BTreeMap<String, String>,
    /// Style sheets, which make one in the order of their names.
    pub styles: BTreeMap<String, String>,
    /// Files to copy, by their path below `assets/`.
    pub statics: BTreeMap<String, Vec<u8>>,
}

/// `theme.yaml`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeSettings {
    /// Its name.
    pub name: String,
    /// One sentence on it.
    pub about: String,
    /// Its licence.
    pub licence: String,
    /// Colour of the browser's frame, by day.
    pub paper: String,
    /// Colour of the browser's frame, by night.
    pub paper_dark: String,
}

/// Why a theme could not be loaded.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// The site names a theme that it does not have.
    #[error("there is no theme folder {0}: make it, or take `theme` out of content/site.yaml")]
    Missing(PathBuf),
    /// A file could not be read.
    #[error("cannot read {path}: {cause}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// `theme.yaml` is not what it should be.
    #[error("{path}: {message}")]
    Settings {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it, with line and column.
        message: String,
    },
    /// A template is not text.
    #[error("{0} is not UTF-8 text")]
    NotText(PathBuf),
}

impl Theme {
    /// The built-in theme, with the files of `root/themes/NAME` over it where there are any.
    ///
    /// * `name`: the theme that the site asks for; nothing for the built-in one, `loxley`.
    ///
    /// # Errors
    /// [`ThemeError`] names the file.
    pub fn load(root: &Path, name: Option<&str>) -> Result<Self, ThemeError> {
        let mut theme = Self::built_in()?;
        let folder = root.join("themes").join(name.unwrap_or("loxley"));
        match (folder.is_dir(), name) {
            (true, _) => theme.cover(&folder)?,
            (false, Some(_)) => return Err(ThemeError::Missing(folder)),
            (false, None) => {}
        }
        Ok(theme)
    }

    /// The theme inside the program.
    ///
    /// # Errors
    /// None that a test of this program would not have shown.
    pub fn built_in() -> Result<Self, ThemeError> {
        let settings = BUILT_IN.get_file("theme.yaml").map(include_dir::File::contents).unwrap_or_default();
        let settings = read_settings(Path::new("theme.yaml"), settings)?;
        let mut theme = Self {
            settings,
            built_in: BTreeMap::new(),
            own: BTreeMap::new(),
            styles: BTreeMap::new(),
            statics: BTreeMap::new(),
        };
        for file in BUILT_IN.get_dir("templates").into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().ok_or_else(|| ThemeError::NotText(file.path().to_path_buf()))?;
            theme.built_in.insert(name_below(file.path(), "templates"), text.to_owned());
        }
        for file in BUILT_IN.get_dir("styles").into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().ok_or_else(|| ThemeError::NotText(file.path().to_path_buf()))?;
            theme.styles.insert(name_below(file.path(), "styles"), text.to_owned());
        }
        for file in BUILT_IN.get_dir("static").into_iter().flat_map(Dir::files) {
            theme.statics.insert(name_below(file.path(), "static"), file.contents().to_vec());
        }
        Ok(theme)
    }

    fn cover(&mut self, folder: &Path) -> Result<(), ThemeError> {
        let read_error = |path: &Path, cause: io::Error| ThemeError::Read { path: path.to_path_buf(), cause };
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| read_error(folder, error.into()))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let bytes = fs::read(entry.path()).map_err(|error| read_error(entry.path(), error))?;
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            if below == Path::new("theme.yaml") {
                self.settings = read_settings(entry.path(), &bytes)?;
            } else if below.starts_with("templates") {
                let text =
                    String::from_utf8(bytes).map_err(|_| ThemeError::NotText(entry.path().to_path_buf()))?;
                self.own.insert(name_below(below, "templates"), text);
            } else if below.starts_with("styles") {
                let text =
                    String::from_utf8(bytes).map_err(|_| ThemeError::NotText(entry.path().to_path_buf()))?;
                self.styles.insert(name_below(below, "styles"), text);
            } else if below.starts_with("static") {
                self.statics.insert(name_below(below, "static"), bytes);
            }
        }
        Ok(())
    }
}

fn name_below(path: &Path, folder: &str) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn read_settings(path: &Path, bytes: &[u8]) -> Result<ThemeSettings, ThemeError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ThemeError::NotText(path.to_path_buf()))?;
    serde_yaml::from_str(text)
        .map_err(|error| ThemeError::Settings { path: path.to_path_buf(), message: error.to_string() })
}
