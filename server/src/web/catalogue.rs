//! The standards that are served. Their files can be read anew while the portal serves.

use app::tasks::search::engine::Search;
use domain::Standard;
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

/// The standards as they were read together.
pub struct Catalogue {
    pub standards: Vec<Arc<Standard>>,
    /// Offers, rules and words, to be searched.
    pub search: Search,
    /// The municipalities that are only previewed, by code: how many facts nobody has looked up yet.
    pub previewed: BTreeMap<String, usize>,
}

impl Catalogue {
    #[must_use]
    pub fn new(standards: Vec<Standard>) -> Self {
        let standards: Vec<Arc<Standard>> = standards.into_iter().map(Arc::new).collect();
        Self { search: Search::new(&standards), standards, previewed: BTreeMap::new() }
    }
}

/// The catalogue that is served now: whoever has begun with one goes on with it.
pub struct CatalogueStore(RwLock<Arc<Catalogue>>);

impl CatalogueStore {
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        Self(RwLock::new(Arc::new(catalogue)))
    }

    #[must_use]
    pub fn get(&self) -> Arc<Catalogue> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn replace(&self, catalogue: Catalogue) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(catalogue);
    }
}
