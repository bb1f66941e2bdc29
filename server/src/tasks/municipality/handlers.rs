//! A municipality's front page.

use crate::web::{MunicipalityContext, PageResult};
use app::tasks::municipality::views::MunicipalityPage;
use leptos::prelude::*;

pub async fn show(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(standard.name.get(context.lang), Some(&standard));
    let now = context.now;
    Ok(context.cached_page(meta, move |meta| {
        view! { <MunicipalityPage meta=meta standard=standard now=now/> }
    }))
}
