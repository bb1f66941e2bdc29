//! The guide's page, around its island.

use crate::{
    islands::{Guide, GuideState},
    layout::{Document, Frame},
};
use leptos::prelude::*;

/// `/{kommune}/find`.
#[component]
pub fn FindPage(frame: Frame, state: GuideState) -> impl IntoView {
    provide_context(state);
    let back = frame.in_municipality("");
    let name = frame.standard.as_ref().map(|standard| standard.name.get(frame.lang).to_owned());
    view! {
        <Document frame=frame>
            <div class="container">
                <p><a class="back-link" href=back>{name}</a></p>
                <Guide/>
            </div>
        </Document>
    }
}
