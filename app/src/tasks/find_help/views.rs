//! The guide's page, around its island.

use crate::{
    tasks::find_help::island::{Guide, GuideState},
    ui::document::{Document, PageMeta},
};
use leptos::prelude::*;

/// `/{kommune}/find`.
#[component]
pub fn FindPage(meta: PageMeta, state: GuideState) -> impl IntoView {
    provide_context(state);
    let back = meta.in_municipality("");
    let name = meta.standard.as_ref().map(|standard| standard.name.get(meta.lang).to_owned());
    view! {
        <Document meta=meta>
            <div class="container">
                <p><a class="back-link" href=back>{name}</a></p>
                <Guide/>
            </div>
        </Document>
    }
}
