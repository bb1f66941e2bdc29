//! What every route shares.

use super::{
    catalogue::{Catalogue, CatalogueStore},
    page_cache::PageCache,
    service_levels::ServiceLevels,
    site::Site,
};
use crate::{
    clock::Clock,
    jobs::{health::Health, standards::StandardsWatch},
    tasks::Services,
};
use axum::http::HeaderValue;
use domain::Standard;
use std::sync::Arc;

/// The portal: its standards, its files, its clock, and the reading pages it has rendered.
pub struct AppState {
    pub catalogue: CatalogueStore,
    /// The files that the catalogue is read anew from, where they can change.
    pub standards_watch: Option<StandardsWatch>,
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
        catalogue: Catalogue,
        site: Site,
        clock: Clock,
        exit: HeaderValue,
        services: Services,
    ) -> Self {
        Self {
            catalogue: CatalogueStore::new(catalogue),
            standards_watch: None,
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
    pub fn standards(&self) -> Vec<Arc<Standard>> {
        self.catalogue.get().standards.clone()
    }

    #[must_use]
    pub fn standard(&self, code: &str) -> Option<Arc<Standard>> {
        self.catalogue.get().standards.iter().find(|standard| standard.code == code).cloned()
    }
}
