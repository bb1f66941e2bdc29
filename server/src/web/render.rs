//! From a view to the text of a document.

use app::ui::glossary_links::GlossaryLinks;
use hydration_context::{SharedContext, SsrSharedContext};
use leptos::{IntoView, prelude::*, reactive::owner::Owner};
use std::sync::Arc;

/// Renders `view` as a whole document, at once: a page gets all it shows as arguments and waits for
/// nothing. (Why not by the handlers of `leptos_axum`: docs/decisions/rendering.md.)
///
/// Leptos marks the seams between views for a hydration that is not used here; the marks are no valid
/// HTML and are left out.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    const MARK: &str = "<!>";
    let shared: Arc<dyn SharedContext + Send + Sync> = Arc::new(SsrSharedContext::new());
    let owner = Owner::new_root(Some(shared));
    let text = owner.with(|| {
        provide_context(GlossaryLinks::default());
        view().into_view().to_html()
    });
    owner.unset_with_forced_cleanup();
    text.replace(MARK, "")
}
