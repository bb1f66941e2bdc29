//! What every route shares.

use super::{page_cache::PageCache, service_levels::ServiceLevels, site::Site};
use crate::{clock::Clock, jobs::health::Health, tasks::Services};
use app::tasks::search::engine::Search;
use axum::http::HeaderValue;
use domain::Standard;
use std::sync::Arc;

/// The portal: its standards, its files, its clock, and the reading pages it has rendered.
pub struct AppState {
    pub standards: Vec<Arc<Standard>>,
    /// Offers, rules and words, to be searched.
    pub search: Search,
    pub site: Site,
    pub clock: Clock,
    pub services: Services,
    pub health: Health,
    /// When the next conversation can be, as it was found last.
    pub levels: ServiceLevels,
    pub pages: PageCache,
    /// Reverse proxies in front, whose word about an address is taken.
    pub proxies: usize,
    /// Whether this is a demonstration, and every page says so.
    pub demo: bool,
    /// The neutral address that "leave this site" leads to.
    pub exit: HeaderValue,
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
            health: Health::default(),
            levels: ServiceLevels::default(),
            pages: PageCache::default(),
            proxies: 0,
            demo: false,
        }
    }

    #[must_use]
    pub fn standard(&self, code: &str) -> Option<Arc<Standard>> {
        self.standards.iter().find(|standard| standard.code == code).cloned()
    }
}
