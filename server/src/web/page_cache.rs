//! Reading pages that have been rendered and compressed, kept until they would say something else.

use super::{
    compression::{CompressedBody, Encoding, HTML},
    headers,
};
use axum::{body::Body, http::Response};
use chrono::NaiveDateTime;
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// Pages by their address.
#[derive(Default)]
pub struct PageCache(RwLock<HashMap<String, Arc<CachedPage>>>);

/// A reading page, kept until the local moment at which it would say something else.
pub struct CachedPage {
    body: CompressedBody,
    island: bool,
    until: NaiveDateTime,
}

impl CachedPage {
    #[must_use]
    pub fn respond(&self, wanted: Encoding) -> Response<Body> {
        let mut response = self.body.respond(wanted, HTML);
        if self.island {
            headers::permit_island(response.headers_mut());
        }
        response
    }
}

impl PageCache {
    /// The page at `path`, if it still holds.
    #[must_use]
    pub fn get(&self, path: &str, now: NaiveDateTime) -> Option<Arc<CachedPage>> {
        let pages = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let page = pages.get(path)?;
        (now < page.until).then(|| Arc::clone(page))
    }

    /// Keeps a page. Only addresses of pages that exist come here, so there is an end to what is kept.
    pub fn insert(
        &self,
        path: String,
        body: CompressedBody,
        island: bool,
        until: NaiveDateTime,
    ) -> Arc<CachedPage> {
        let page = Arc::new(CachedPage { body, island, until });
        let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
        pages.insert(path, Arc::clone(&page));
        page
    }
}
