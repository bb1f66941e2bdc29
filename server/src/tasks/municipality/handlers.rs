//! A municipality's front page.

use crate::{
    router::front_rows,
    web::{MunicipalityContext, PageResult},
};
use app::tasks::municipality::views::MunicipalityPage;
use leptos::prelude::*;

pub async fn show(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(standard.name.get(context.lang), Some(&standard));
    let rows = front_rows(&standard);
    Ok(context.cached_page(meta, move |meta| {
        view! { <MunicipalityPage meta=meta standard=standard rows=rows/> }
    }))
}
