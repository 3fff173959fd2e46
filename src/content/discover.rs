//! Reads a site's files from the disk.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;
use walkdir::DirEntry;
use walkdir::WalkDir;

use crate::content::Tree;
use crate::content::TreeFile;
use crate::content::builtin;

/// Why a site could not be read.
#[derive(Debug, Error)]
pub enum DiscoverError {
    /// There is no site here.
    #[error("no site here: {0} has no content/site.yaml, nor has any folder above it")]
    NoSite(PathBuf),
    /// A file could not be read.
    #[error("cannot read {path}: {cause}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// The nearest folder, from `start` upward, that has `content/site.yaml`.
///
/// # Errors
/// [`DiscoverError::NoSite`] if there is none.
pub fn root_above(start: &Path) -> Result<PathBuf, DiscoverError> {
    start
        .ancestors()
        .find(|folder| folder.join("content/site.yaml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| DiscoverError::NoSite(start.to_path_buf()))
}

/// Reads everything in `root/content`, and adds what is inside the program.
///
/// Hidden files and editors' backups are passed over; links are not followed out of the folder.
///
/// # Errors
/// [`DiscoverError::Read`] names the file that could not be read.
pub fn discover(root: &Path) -> Result<Tree, DiscoverError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root.join("content")).sort_by_file_name().into_iter().filter_entry(is_content) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if entry.file_type().is_file() {
            files.push(read_file(root, entry.path())?);
        }
    }
    builtin::complete(&mut files);
    Ok(Tree::new(files))
}

fn is_content(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !(name.starts_with('.') || name.ends_with('~') || name.starts_with('#') || name.ends_with(".swp"))
}

fn read_file(root: &Path, path: &Path) -> Result<TreeFile, DiscoverError> {
    let bytes = fs::read(path).map_err(|cause| DiscoverError::Read { path: path.to_path_buf(), cause })?;
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    Ok(TreeFile::new(parts.join("/"), bytes))
}

fn walk_error(root: &Path, error: walkdir::Error) -> DiscoverError {
    let path = error.path().unwrap_or(root).to_path_buf();
    let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("a link that leads back to itself"));
    DiscoverError::Read { path, cause }
}
