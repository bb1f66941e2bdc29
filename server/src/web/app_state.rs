//! What every route shares.

use crate::{
    clock::Clock,
    services::Services,
    web::{
        compression::{CompressedBody, Encoding, HTML},
        headers,
        site::Site,
    },
};
use app::tasks::search::engine::Search;
use axum::{
    body::Body,
    http::{HeaderValue, Response},
};
use chrono::NaiveDateTime;
use domain::Standard;
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// The portal: its standards, its files, its clock, and the reading pages it has rendered.
pub struct AppState {
    pub standards: Vec<Arc<Standard>>,
    /// Offers, rules and words, to be searched.
    pub search: Search,
    pub site: Site,
    pub clock: Clock,
    pub services: Services,
    /// Reverse proxies in front, whose word about an address is taken.
    pub proxies: usize,
    /// Whether this is a demonstration, and every page says so.
    pub demo: bool,
    /// The neutral address that "leave this site" leads to.
    pub exit: HeaderValue,
    rendered: RwLock<HashMap<String, Arc<Rendered>>>,
}

/// A reading page, kept until the local moment at which it would say something else.
pub struct Rendered {
    body: CompressedBody,
    island: bool,
    until: NaiveDateTime,
}

impl Rendered {
    #[must_use]
    pub fn respond(&self, wanted: Encoding) -> Response<Body> {
        let mut response = self.body.respond(wanted, HTML);
        if self.island {
            headers::permit_island(response.headers_mut());
        }
        response
    }
}

impl AppState {
    #[must_use]
    pub fn new(
        standards: Vec<Standard>,
        site: Site,
        clock: Clock,
        exit: HeaderValue,
        services: Services,
    ) -> Self {
        let standards: Vec<Arc<Standard>> = standards.into_iter().map(Arc::new).collect();
        Self {
            search: Search::new(&standards),
            standards,
            site,
            clock,
            exit,
            services,
            proxies: 0,
            demo: false,
            rendered: RwLock::default(),
        }
    }

    #[must_use]
    pub fn standard(&self, code: &str) -> Option<Arc<Standard>> {
        self.standards.iter().find(|standard| standard.code == code).cloned()
    }

    /// The kept copy of the page at `path`, if it still holds.
    #[must_use]
    pub fn kept(&self, path: &str) -> Option<Arc<Rendered>> {
        let rendered = self.rendered.read().unwrap_or_else(PoisonError::into_inner);
        let page = rendered.get(path)?;
        (self.clock.local() < page.until).then(|| Arc::clone(page))
    }

    /// Keeps a reading page. Only addresses of pages that exist come here, so there is an end to
    /// what is kept.
    pub fn keep(
        &self,
        path: String,
        body: CompressedBody,
        island: bool,
        until: NaiveDateTime,
    ) -> Arc<Rendered> {
        let page = Arc::new(Rendered { body, island, until });
        let mut rendered = self.rendered.write().unwrap_or_else(PoisonError::into_inner);
        rendered.insert(path, Arc::clone(&page));
        page
    }
}
