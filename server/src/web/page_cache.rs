//! Reading pages that have been rendered and compressed, kept until they would say something else.

use super::{
    compression::{CompressedBody, Encoding, HTML},
    headers::Script,
};
use axum::{body::Body, http::Response};
use chrono::NaiveDateTime;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

/// Pages by their address.
#[derive(Default)]
pub struct PageCache {
    pages: RwLock<Pages>,
    /// Held while a page is made: many who ask for one at the same moment wait for the first.
    making: Mutex<()>,
}

#[derive(Default)]
struct Pages {
    by_path: HashMap<String, Arc<CachedPage>>,
    /// How often pages were forgotten: one that was begun before is not kept after.
    generation: u64,
}

/// A reading page, kept until the local moment at which it would say something else.
pub struct CachedPage {
    body: CompressedBody,
    script: Script,
    until: NaiveDateTime,
}

impl CachedPage {
    #[must_use]
    pub const fn new(body: CompressedBody, script: Script, until: NaiveDateTime) -> Self {
        Self { body, script, until }
    }

    #[must_use]
    pub fn respond(&self, wanted: Encoding) -> Response<Body> {
        let mut response = self.body.respond(wanted, HTML);
        self.script.permit(response.headers_mut());
        response
    }
}

impl PageCache {
    /// The page at `path`, if it still holds.
    #[must_use]
    pub fn get(&self, path: &str, now: NaiveDateTime) -> Option<Arc<CachedPage>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let page = pages.by_path.get(path)?;
        (now < page.until).then(|| Arc::clone(page))
    }

    /// The right to make a page, one at a time: to render and compress it is short work of the processor alone.
    pub fn start_making(&self) -> MutexGuard<'_, ()> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The generation of what is kept, to be asked before a page is begun.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.pages.read().unwrap_or_else(PoisonError::into_inner).generation
    }

    /// Keeps a page that was begun at `generation`. Only addresses of pages that exist come here, so there is an end to
    /// what is kept.
    pub fn insert(&self, path: String, page: CachedPage, generation: u64) -> Arc<CachedPage> {
        let page = Arc::new(page);
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if pages.generation == generation {
            pages.by_path.insert(path, Arc::clone(&page));
        }
        page
    }

    /// Forgets all pages.
    pub fn forget_all(&self) {
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        pages.generation += 1;
        pages.by_path.clear();
    }

    /// Forgets the pages of a municipality, and those that speak of all.
    pub fn forget_municipality(&self, code: &str) {
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        pages.generation += 1;
        pages.by_path.retain(|path, _| {
            let path = path.strip_prefix("/en").unwrap_or(path);
            let first = path.split('/').nth(1).unwrap_or_default();
            !(first.is_empty() || first == code)
        });
    }
}
