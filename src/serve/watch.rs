//! Waits for a file of the site to change.

use std::path::Path;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use notify::EventKind;
use notify::RecommendedWatcher;
use notify::RecursiveMode;
use notify::Watcher;
use thiserror::Error;

/// How long to wait for an editor to finish writing.
const SETTLE: Duration = Duration::from_millis(120);

/// Watches folders; dropped, it stops.
pub struct Watch {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

/// Why folders could not be watched.
#[derive(Debug, Error)]
#[error("cannot watch {path} for changes: {cause}")]
pub struct WatchError {
    path: String,
    cause: notify::Error,
}

impl Watch {
    /// Watches these folders and all below them; those that are not there are passed over.
    ///
    /// # Errors
    /// [`WatchError`] names the folder.
    pub fn on(folders: &[&Path]) -> Result<Self, WatchError> {
        let (sender, events) = mpsc::channel();
        let heard = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
                let _ = sender.send(());
            }
        };
        let wrong = |path: &Path| {
            let path = path.display().to_string();
            move |cause| WatchError { path, cause }
        };
        let mut watcher = notify::recommended_watcher(heard).map_err(wrong(Path::new("the site")))?;
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            watcher.watch(folder, RecursiveMode::Recursive).map_err(wrong(folder))?;
        }
        Ok(Self { events, _watcher: watcher })
    }

    /// Waits for a change, and until no more follow; false when nothing will ever change again.
    pub fn wait(&self) -> bool {
        let heard = self.events.recv().is_ok();
        while self.events.recv_timeout(SETTLE).is_ok() {}
        heard
    }
}
