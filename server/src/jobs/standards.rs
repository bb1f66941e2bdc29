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

    /// What the files are now, where they have changed since they were read and stand still: an editor may be in the
    /// middle of saving.
    fn find_change(&self) -> Option<Fingerprint> {
        let now = self.source.fingerprint();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_still = seen.last == now;
        seen.last.clone_from(&now);
        (is_still && seen.read != now).then_some(now)
    }

    /// Notes what has been read, or refused.
    fn note_read(&self, read: Fingerprint) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).read = read;
    }
}

/// Reads the catalogue of a source.
///
/// # Errors
/// All problems of all files.
pub fn read_catalogue(source: &StandardsSource) -> Result<Catalogue, Vec<domain::StandardFileError>> {
    let loaded = source.read()?;
    let previewed = loaded
        .iter()
        .filter(|one| one.is_preview)
        .map(|one| (one.draft.standard.code.clone(), one.draft.todo.len()))
        .collect();
    let standards = loaded.into_iter().map(|one| one.draft.standard).collect();
    Ok(Catalogue { previewed, ..Catalogue::new(standards) })
}

/// Looks once at the files. A municipality that is served stays, even where its file has gone: people have codes there.
pub async fn reload_once(state: Arc<AppState>) {
    let Some(watch) = &state.standards_watch else { return };
    let Some(change) = watch.find_change() else { return };
    match read_anew(&state, &watch.source) {
        Ok(catalogue) => {
            state.catalogue.replace(catalogue);
            state.pages.forget_all();
            tracing::info!(target: "portal", "the municipalities' files were read anew");
            service_levels::refresh_once(Arc::clone(&state)).await;
        }
        Err(problems) => {
            for problem in problems {
                tracing::error!(target: "portal", problem, "the municipalities' files are not used as they are now");
            }
        }
    }
    watch.note_read(change);
}

/// The catalogue as the files are now, or why it cannot take the place of the one that is served.
fn read_anew(state: &AppState, source: &StandardsSource) -> Result<Catalogue, Vec<String>> {
    let read = read_catalogue(source);
    let catalogue = read.map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let gone = find_gone(state, &catalogue);
    if gone.is_empty() { Ok(catalogue) } else { Err(gone) }
}

/// The municipalities that are served and would not be any more.
fn find_gone(state: &AppState, catalogue: &Catalogue) -> Vec<String> {
    let stays = |code: &str| catalogue.standards.iter().any(|standard| standard.code == code);
    let standards = state.standards();
    let gone = standards.iter().filter(|standard| !stays(&standard.code));
    gone.map(|standard| {
        format!("the file of “{}” has gone: start the portal anew to serve it no more", standard.code)
    })
    .collect()
}
