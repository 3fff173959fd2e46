//! The pages of a release: packed into one file when it is made, laid out under `/at/<tag>/` in every
//! build after, byte by byte the same.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Component;

use brotli::enc::BrotliEncoderParams;
use lol_html::RewriteStrSettings;
use lol_html::element;
use lol_html::rewrite_str;
use rayon::prelude::*;

use crate::content::Tree;
use crate::outputs::Artifact;
use crate::outputs::RenderError;
use crate::register::Release;

/// Files in the folder of a release that each build makes anew.
const NEW: [&str; 3] = ["index.html", "facts.csv", "facts.csv-metadata.json"];

/// The most bytes that the pages of a release can have: twenty times those of the national record.
const MOST: u64 = 1 << 30;

/// Attributes that hold a way to another file.
const WAYS: &str = "a[href], link[href], img[src], script[src], source[srcset]";

/// Packs pages and the files that they load.
///
/// * `artifacts`: the pages and files that the release keeps, and everything that pages may load.
/// * `drawn`: the files that it keeps whether a page loads them or not.
///
/// # Errors
/// [`RenderError`] names a page that cannot be read as HTML, or says why the packed pages could not be
/// read again.
pub fn freeze(artifacts: &[Artifact], drawn: &BTreeSet<String>) -> Result<Vec<u8>, RenderError> {
    let kept: BTreeSet<&str> = artifacts.iter().map(|it| it.path.as_str()).collect();
    let pages: Vec<&Artifact> = artifacts.iter().filter(|it| it.path.ends_with(".html")).collect();
    let led: Vec<(String, Vec<String>)> =
        pages.par_iter().map(|page| lead(page, &kept)).collect::<Result<_, _>>()?;
    let loaded: BTreeSet<&String> = led.iter().flat_map(|(_, loaded)| loaded).collect();
    let mut files: BTreeMap<&str, &[u8]> = BTreeMap::new();
    for (page, (html, _)) in pages.iter().zip(&led) {
        files.insert(&page.path, html.as_bytes());
    }
    let is_kept = |it: &&Artifact| loaded.contains(&it.path) || drawn.contains(&it.path);
    for it in artifacts.iter().filter(is_kept) {
        files.insert(&it.path, &it.bytes);
    }
    let unpackable = |error| RenderError(format!("the pages cannot be packed: {error}"));
    let packed = pack(&files).map_err(unpackable)?;
    // A release that a later build could not read would stop every build.
    unpacked(&packed, "").map_err(unpackable)?;
    Ok(packed)
}

/// A page whose ways to what the release does not keep lead to today's site, and the files that it loads.
fn lead(page: &Artifact, kept: &BTreeSet<&str>) -> Result<(String, Vec<String>), RenderError> {
    let html = String::from_utf8_lossy(&page.bytes);
    let mut loaded = Vec::new();
    let ways = element!(WAYS, |element| {
        for name in ["href", "src", "srcset"] {
            let Some(way) = element.get_attribute(name) else { continue };
            let Some(target) = target(&page.path, &way) else { continue };
            let is_now = element.get_attribute("class").is_some_and(|class| class == "now");
            if is_now {
                continue;
            }
            if !target.ends_with(".html") && kept.contains(target.as_str()) {
                loaded.push(target);
            } else if !kept.contains(target.as_str()) {
                let up = "../".repeat(page.path.matches('/').count() + 2);
                let anchor = way.find('#').map_or("", |at| &way[at..]);
                element.set_attribute(name, &format!("{up}{target}{anchor}"))?;
            }
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(ways);
    let html =
        rewrite_str(&html, settings).map_err(|error| RenderError(format!("{}: {error}", page.path)))?;
    Ok((html, loaded))
}

/// The file below the root that a way leads to; nothing for a way out of the site or within the page.
fn target(page: &str, way: &str) -> Option<String> {
    let file = way.split('#').next().filter(|it| !it.is_empty() && !it.contains(':'))?;
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(folders.pop()),
            "." => {}
            part => folders.push(part),
        }
    }
    Some(folders.join("/"))
}

fn pack(files: &BTreeMap<&str, &[u8]>) -> std::io::Result<Vec<u8>> {
    let mut tar = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        tar.append_data(&mut header, path, *bytes)?;
    }
    let tar = tar.into_inner()?;
    // The largest window that every reader takes: pages of one council lie far from the next one's.
    let params = BrotliEncoderParams { quality: 9, lgwin: 24, ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut tar.as_slice(), &mut packed, &params)?;
    Ok(packed)
}

/// The files of a release for the built site.
///
/// # Errors
/// [`RenderError`] if its pages are not as they were packed.
pub fn thaw(tree: &Tree, release: &Release) -> Result<Vec<Artifact>, RenderError> {
    let Some((file, _)) = release.pages.as_ref() else { return Ok(Vec::new()) };
    let file = tree.file(*file);
    unpacked(&file.bytes, &format!("at/{}/", release.tag)).map_err(|error| {
        RenderError(format!(
            "{}: {error}: take the file back from the history of the repository: a release is never changed",
            file.path
        ))
    })
}

/// What was packed, below a folder. Only plain files are taken, each once, and none that a build makes anew.
fn unpacked(packed: &[u8], folder: &str) -> std::io::Result<Vec<Artifact>> {
    let wrong = |what: String| Err(std::io::Error::other(what));
    let mut bytes = Vec::new();
    brotli::Decompressor::new(packed, 1 << 16).take(MOST).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == MOST {
        return wrong("it is longer than the pages of a release can be".to_owned());
    }
    let mut archive = tar::Archive::new(bytes.as_slice());
    let (mut all, mut paths) = (Vec::new(), BTreeSet::new());
    for entry in archive.entries()? {
        let mut entry = entry?;
        let below = entry.path()?.into_owned();
        let Some(name) = below.to_str().filter(|it| !it.contains(['\\', '\n', '\r']) && !NEW.contains(it))
        else {
            return wrong(format!("`{}` is no file of a release", below.display()));
        };
        if !below.components().all(|part| matches!(part, Component::Normal(_))) {
            return wrong(format!("`{name}` leads out of the release"));
        }
        let path = format!("{folder}{name}");
        if !entry.header().entry_type().is_file() || !paths.insert(path.clone()) {
            return wrong(format!("`{name}` is not one file"));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        all.push(Artifact { path, bytes });
    }
    let folders = paths.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    match folders.into_iter().find(|folder| paths.contains(*folder)) {
        Some(folder) => wrong(format!("`{folder}` is a file and a folder")),
        None => Ok(all),
    }
}
