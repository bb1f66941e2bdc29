//! Reads the municipalities' files anew when they have changed. Files that cannot be used change nothing.

use crate::{
    jobs::service_levels,
    standards::{Fingerprint, StandardsSource},
    web::{AppState, catalogue::Catalogue},
};
use std::sync::{Arc, Mutex, PoisonError};

/// Where the files are, and what was seen of them last.
pub struct StandardsWatch {
    source: StandardsSource,
    seen: Mutex<Seen>,
}

struct Seen {
    /// What is served, or was refused.
    read: Fingerprint,
    /// What was there at the last look.
    last: Fingerprint,
}

impl StandardsWatch {
    /// Watches from what is there now.
    #[must_use]
    pub fn new(source: StandardsSource) -> Self {
        let now = source.fingerprint();
        Self { source, seen: Mutex::new(Seen { read: now.clone(), last: now }) }
    }

    /// Whether the files have changed since they were read, and stand still: an editor may be in the middle of saving.
    fn has_changed(&self) -> bool {
        let now = self.source.fingerprint();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_still = seen.last == now;
        seen.last.clone_from(&now);
        let changed = is_still && seen.read != now;
        if changed {
            seen.read = now;
        }
        changed
    }
}

/// Reads the catalogue of a source.
///
/// # Errors
/// All problems of all files.
pub fn read_catalogue(source: &StandardsSource) -> Result<Catalogue, Vec<domain::StandardFileError>> {
    let loaded = source.read()?;
    let previewed = match source {
        StandardsSource::Preview(dir) => loaded
            .iter()
            .filter(|one| one.file.name.starts_with(&dir.display().to_string()))
            .map(|one| (one.draft.standard.code.clone(), one.draft.todo.len()))
            .collect(),
        StandardsSource::BuiltIn | StandardsSource::Folder(_) => std::collections::BTreeMap::new(),
    };
    let standards = loaded.into_iter().map(|one| one.draft.standard).collect();
    Ok(Catalogue { previewed, ..Catalogue::new(standards) })
}

/// Looks once at the files.
pub async fn reload_once(state: Arc<AppState>) {
    let Some(watch) = state.standards_watch.as_ref().filter(|watch| watch.has_changed()) else { return };
    match read_catalogue(&watch.source) {
        Ok(catalogue) => {
            state.catalogue.replace(catalogue);
            state.pages.forget_all();
            tracing::info!(target: "portal", "the municipalities' files were read anew");
            service_levels::refresh_once(state).await;
        }
        Err(problems) => {
            for problem in &problems {
                tracing::error!(target: "portal", %problem, "the municipalities' files are not used as they are now");
            }
        }
    }
}
