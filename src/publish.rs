//! Brings `public/` in line with the artifacts: writes what changed, removes what went.
//!
//! A file is written beside its place and renamed into it, so that a reader never sees half of
//! one. The manifest, `.loxley-manifest`, names the files that are ours: nothing else is ever
//! removed. It is widened before the first change and narrowed after the last, so that a run
//! that was cut short leaves no file that the next one does not know. A tree is never deleted and
//! written anew.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use rayon::prelude::*;
use tempfile::NamedTempFile;
use thiserror::Error;

use crate::outputs::Artifact;

/// Name of the manifest in the output folder.
pub const MANIFEST: &str = ".loxley-manifest";

/// Begins the names of files that are being written.
const HALF: &str = ".loxley-";

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files written.
    pub written: usize,
    /// Files that were already right.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

/// Why the site could not be published; what was there before still stands.
#[derive(Debug, Error)]
pub enum PublishError {
    /// A file could not be written or removed.
    #[error("cannot write {path}: {cause}")]
    Disk {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// A file of the same name is there that no build of this program wrote.
    #[error("{0} is in the way: it was not written by loxley; move it, or choose another --out")]
    Foreign(PathBuf),
}

/// Writes the artifacts to `out`, as far as they are not there already.
///
/// # Errors
/// [`PublishError`] names the file. Files are whole at all times, old or new.
pub fn sync(out: &Path, artifacts: &[Artifact]) -> Result<Published, PublishError> {
    let old = read_manifest(out)?;
    let new: BTreeSet<String> = artifacts.iter().map(|it| it.path.clone()).collect();
    let changed = changed(out, artifacts, &old)?;
    let stale: Vec<&String> = old.difference(&new).collect();
    let counts = Published {
        written: changed.len(),
        unchanged: artifacts.len() - changed.len(),
        removed: stale.len(),
    };
    if changed.is_empty() && stale.is_empty() && old == new {
        return Ok(counts);
    }
    write_manifest(out, &old.union(&new).cloned().collect())?;
    let (blocking, stale): (Vec<&String>, Vec<&String>) =
        stale.into_iter().partition(|path| is_in_the_way(path, &new));
    blocking.into_iter().try_for_each(|path| remove(out, path))?;
    sweep(out, &changed);
    changed.par_iter().try_for_each(|it| write(out, &it.path, &it.bytes))?;
    stale.into_iter().try_for_each(|path| remove(out, path))?;
    write_manifest(out, &new)?;
    Ok(counts)
}

/// Removes what a run that was cut short left half-written, in the folders that are written now: what it
/// did not finish is written again, so they are the same. What cannot be removed does no harm.
fn sweep(out: &Path, changed: &[&Artifact]) {
    let paths = changed.iter().map(|it| out.join(&it.path));
    let folders: BTreeSet<PathBuf> = paths.filter_map(|it| it.parent().map(Path::to_path_buf)).collect();
    for file in folders.iter().filter_map(|it| fs::read_dir(it).ok()).flatten().flatten() {
        let name = file.file_name();
        if name.as_encoded_bytes().starts_with(HALF.as_bytes()) && name != MANIFEST {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Whether a file that went stands where a folder is needed now, or in a folder where a file is.
fn is_in_the_way(path: &str, new: &BTreeSet<String>) -> bool {
    let above = path.match_indices('/').any(|(at, _)| new.contains(&path[..at]));
    above || has_below(new, path)
}

/// Whether any of these paths is below the folder `path`.
fn has_below(paths: &BTreeSet<String>, path: &str) -> bool {
    let folder = format!("{path}/");
    paths.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder))
}

/// The artifacts that differ from what is there.
fn changed<'a>(
    out: &Path,
    artifacts: &'a [Artifact],
    old: &BTreeSet<String>,
) -> Result<Vec<&'a Artifact>, PublishError> {
    let differs = |artifact: &&'a Artifact| match fs::read(out.join(&artifact.path)) {
        Ok(bytes) => bytes != artifact.bytes,
        Err(_) => true,
    };
    let changed: Vec<&Artifact> = artifacts.par_iter().filter(differs).collect();
    let ours = |path: &str| old.contains(path) || has_below(old, path);
    let foreign = |it: &&&Artifact| !ours(&it.path) && out.join(&it.path).symlink_metadata().is_ok();
    match changed.iter().find(foreign) {
        Some(it) => Err(PublishError::Foreign(out.join(&it.path))),
        None => Ok(changed),
    }
}

/// Writes one file below `out` whole: beside its place, then renamed into it.
///
/// # Errors
/// [`PublishError::Disk`] names the file; what was there before still stands.
pub fn write(out: &Path, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
    let target = out.join(path);
    let fault = |cause| PublishError::Disk { path: target.clone(), cause };
    let folder = target.parent().unwrap_or(out);
    fs::create_dir_all(folder).map_err(fault)?;
    let mut file = NamedTempFile::with_prefix_in(HALF, folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    readable(&file).map_err(fault)?;
    file.persist(&target).map_err(|error| fault(error.error))?;
    Ok(())
}

/// Temporary files are private; pages are for everyone.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Removes a file of an earlier build, and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> Result<(), PublishError> {
    let target = out.join(path);
    match fs::remove_file(&target) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            return Err(PublishError::Disk { path: target, cause });
        }
        _ => {}
    }
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != out) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

fn read_manifest(out: &Path) -> Result<BTreeSet<String>, PublishError> {
    let path = out.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().filter(|line| stays_inside(line)).map(str::to_owned).collect()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(cause) => Err(PublishError::Disk { path, cause }),
    }
}

/// Whether a path of the manifest names something below the output folder.
fn stays_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn write_manifest(out: &Path, paths: &BTreeSet<String>) -> Result<(), PublishError> {
    let text: String = paths.iter().map(|path| format!("{path}\n")).collect();
    fs::create_dir_all(out).map_err(|cause| PublishError::Disk { path: out.to_path_buf(), cause })?;
    write(out, MANIFEST, text.as_bytes())
}
