//! The frameworks and words inside the program, for sites that do not bring their own.

use include_dir::Dir;
use include_dir::include_dir;

use crate::content::TreeFile;

static FRAMEWORKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/frameworks");

const SINGLE: [(&str, &str); 5] = [
    ("content/vocabulary.yaml", include_str!("../../content/vocabulary.yaml")),
    ("content/themes.yaml", include_str!("../../content/themes.yaml")),
    ("content/regions.yaml", include_str!("../../content/regions.yaml")),
    ("content/glossary.yaml", include_str!("../../content/glossary.yaml")),
    ("content/sources/frameworks.yaml", include_str!("../../content/sources/frameworks.yaml")),
];

/// Adds what is inside the program to a site without a `content/vocabulary.yaml`, file by file
/// where the site has none of that path. A site with a vocabulary of its own gets nothing.
pub fn complete(files: &mut Vec<TreeFile>) {
    let has = |files: &[TreeFile], path: &str| files.iter().any(|file| file.path == path);
    if has(files, "content/vocabulary.yaml") {
        return;
    }
    let frameworks = FRAMEWORKS.files().filter_map(|file| {
        let name = file.path().to_str()?;
        Some((format!("content/frameworks/{name}"), file.contents().to_vec()))
    });
    let single = SINGLE.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    for (path, bytes) in frameworks.chain(single) {
        if !has(files, &path) {
            files.push(TreeFile::new(path, bytes));
        }
    }
}
