//! Bytes and where they go.

use crate::outputs::RenderError;

/// A file of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path below `public/`, with `/`: `councils/nottingham/index.html`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// Its media type, by the ending of its path.
    pub fn media_type(&self) -> &'static str {
        match self.path.rsplit_once('.').map_or("", |(_, end)| end) {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json",
            "xml" if self.path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
            "xml" => "application/xml; charset=utf-8",
            "ics" => "text/calendar; charset=utf-8",
            "svg" => "image/svg+xml",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "gif" => "image/gif",
            "pdf" => "application/pdf",
            "ico" => "image/x-icon",
            "csv" => "text/csv; charset=utf-8",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }
}

/// Two files of one name would be one file, whichever is written last.
///
/// * `sorted`: by path.
///
/// # Errors
/// [`RenderError`] names the first path that two files have.
pub fn distinct(sorted: &[Artifact]) -> Result<(), RenderError> {
    let twice = sorted.windows(2).find(|two| two[0].path == two[1].path);
    let error =
        |path: &str| RenderError(format!("two files would be `{path}`: rename the one in `content/`"));
    twice.map_or(Ok(()), |two| Err(error(&two[0].path)))
}
