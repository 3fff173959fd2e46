//! What the server has to show: the files of the last good build, or why there is none.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::RwLock;

use crate::outputs::Artifact;

/// The files of a build, by path.
type Files = BTreeMap<String, Artifact>;

/// What is being served; builds put it in, requests take it out.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    files: Arc<RwLock<Arc<Files>>>,
    faults: Arc<RwLock<Arc<String>>>,
}

/// The answer to a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// A file.
    Found(Artifact),
    /// The page is at this address.
    Moved(String),
    /// There is no such page; holds the site's own page that says so, if it has one.
    NotFound(Option<Artifact>),
    /// No build has succeeded yet: the faults as text.
    Faulty(String),
}

impl Shelf {
    /// A build succeeded: its files are served from now on.
    pub fn put(&self, artifacts: Vec<Artifact>) {
        let files = artifacts.into_iter().map(|it| (it.path.clone(), it)).collect();
        *self.files.write().expect("no one panics while holding it") = Arc::new(files);
    }

    /// A build failed: the last good site stays up; these are the faults while there is none.
    pub fn fail(&self, faults: String) {
        *self.faults.write().expect("no one panics while holding it") = Arc::new(faults);
    }

    /// What to answer to a request for `path`, like `/councils/nottingham/`.
    pub fn answer(&self, path: &str) -> Answer {
        let files = Arc::clone(&self.files.read().expect("no one panics while holding it"));
        if files.is_empty() {
            return Answer::Faulty(self.faults.read().expect("no one panics while holding it").to_string());
        }
        let wanted = path.trim_start_matches('/');
        if let Some(folder) = wanted.strip_suffix("index.html")
            && files.contains_key(wanted)
        {
            return Answer::Moved(format!("/{folder}"));
        }
        let file = if wanted.is_empty() || wanted.ends_with('/') {
            format!("{wanted}index.html")
        } else {
            wanted.into()
        };
        match files.get(&file) {
            Some(artifact) => Answer::Found(artifact.clone()),
            None if files.contains_key(&format!("{file}/index.html")) => Answer::Moved(format!("/{wanted}/")),
            None => Answer::NotFound(files.get("404.html").cloned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;
    use super::Shelf;
    use crate::outputs::Artifact;

    fn file(path: &str) -> Artifact {
        Artifact { path: path.to_owned(), bytes: path.as_bytes().to_vec() }
    }

    #[test]
    fn every_way_of_asking_ends_at_the_address_with_a_slash() {
        let shelf = Shelf::default();
        shelf.put(vec![file("index.html"), file("councils/a/index.html"), file("404.html")]);
        assert_eq!(shelf.answer("/"), Answer::Found(file("index.html")));
        assert_eq!(shelf.answer("/councils/a/"), Answer::Found(file("councils/a/index.html")));
        assert_eq!(shelf.answer("/councils/a"), Answer::Moved("/councils/a/".to_owned()));
        assert_eq!(shelf.answer("/councils/a/index.html"), Answer::Moved("/councils/a/".to_owned()));
        assert_eq!(shelf.answer("/b/"), Answer::NotFound(Some(file("404.html"))));
    }

    #[test]
    fn without_a_good_build_the_faults_are_the_answer() {
        let shelf = Shelf::default();
        shelf.fail("a fault".to_owned());
        assert_eq!(shelf.answer("/"), Answer::Faulty("a fault".to_owned()));
        shelf.put(vec![file("index.html")]);
        shelf.fail("another".to_owned());
        assert_eq!(shelf.answer("/"), Answer::Found(file("index.html")));
    }
}
