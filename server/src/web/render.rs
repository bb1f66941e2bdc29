//! From a view to the text of a document.

use app::ui::glossary_links::GlossaryLinks;
use hydration_context::{SharedContext, SsrSharedContext};
use leptos::{IntoView, prelude::*, reactive::owner::Owner};
use std::sync::Arc;

/// Renders `view` as a whole document, at once: a page gets all it shows as arguments and waits for
/// nothing. (Why not by the handlers of `leptos_axum`: docs/decisions/rendering.md.)
///
/// Leptos marks the seams between views for hydration; `settle_marks` leaves those that something wakes by.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let shared: Arc<dyn SharedContext + Send + Sync> = Arc::new(SsrSharedContext::new());
    let owner = Owner::new_root(Some(shared));
    let text = owner.with(|| {
        provide_context(GlossaryLinks::default());
        view().into_view().to_html()
    });
    owner.unset_with_forced_cleanup();
    settle_marks(&text)
}

/// Keeps the marks of an island, which wakes by them, as comments that are valid HTML, and leaves out those around
/// it and in what it has been given as children. (What is shown as text or stands in an attribute has its `<`
/// escaped, so what looks like a mark is one.)
fn settle_marks(html: &str) -> String {
    const MARK: &str = "<!>";
    const COMMENT: &str = "<!---->";
    let mut settled = String::with_capacity(html.len());
    // The islands and children that are open, and whether each is an island.
    let mut open = Vec::new();
    let mut copied = 0;
    for at in memchr::memchr_iter(b'<', html.as_bytes()) {
        let rest = &html[at..];
        if rest.starts_with(MARK) {
            settled.push_str(&html[copied..at]);
            settled.push_str(if open.last() == Some(&true) { COMMENT } else { "" });
            copied = at + MARK.len();
        } else if rest.starts_with("<leptos-island ") {
            open.push(true);
        } else if rest.starts_with("<leptos-children>") {
            open.push(false);
        } else if rest.starts_with("</leptos-") {
            open.pop();
        }
    }
    settled.push_str(&html[copied..]);
    settled
}

#[cfg(test)]
mod tests {
    use super::settle_marks;

    #[test]
    fn an_island_keeps_its_marks_and_what_is_around_and_in_it_does_not() {
        let html = "<p>a<!>b</p><leptos-island data-component=\"A\">c<!>d<leptos-children>e<!>f\
            <leptos-island data-component=\"B\">g<!>h</leptos-island><!></leptos-children><!></leptos-island><!>";
        let settled = "<p>ab</p><leptos-island data-component=\"A\">c<!---->d<leptos-children>ef\
            <leptos-island data-component=\"B\">g<!---->h</leptos-island></leptos-children><!----></leptos-island>";
        assert_eq!(settle_marks(html), settled);
    }
}
