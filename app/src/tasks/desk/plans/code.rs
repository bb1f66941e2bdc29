//! The code of a plan: given, and replaced.

use crate::{
    phrase::Phrase,
    tasks::desk::{
        plans::text,
        shell::{AtDesk, desk_page},
        views::{Notices, show_submit},
    },
    ui::{document::PageMeta, fields::Hidden},
};
use leptos::prelude::*;

/// A code that the citizen is told now.
pub struct GivenCode<'a> {
    pub title: Phrase,
    /// In groups of digits.
    pub code: &'a str,
    pub pseudonym: &'a str,
    /// The plan, in hexadecimal.
    pub id: &'a str,
}

/// The code, to be read aloud or copied.
pub fn code_page(meta: PageMeta, at: &AtDesk<'_>, given: &GivenCode<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let groups: Vec<String> = given.code.split(' ').map(str::to_owned).collect();
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    let plan = meta.to(&format!("/desk/planer/{}", given.id));
    let content = view! {
        <div class="alert alert-success" role="status">
            <div class="alert-body">
                <h1 class="alert-heading">{given.title.get(lang)}</h1>
                <p>{text::ALIAS.get(lang)}" "<strong>{given.pseudonym.to_owned()}</strong></p>
            </div>
        </div>
        <section class="you">
            <h2>{text::CODE_TITLE.get(lang)}</h2>
            <p class="code">{groups}</p>
            <p>{text::CODE_WHERE.get(lang)}" "<strong>{meta.to("/min-plan")}</strong></p>
            <p>{text::CODE_WHY.get(lang)}</p>
        </section>
        <p class="actions"><a class="button button-primary" href=plan>{text::TO_PLAN.get(lang)}</a></p>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}

/// Whose code is replaced.
pub struct ReplacementPage<'a> {
    /// The plan, in hexadecimal.
    pub id: &'a str,
    pub pseudonym: &'a str,
    /// The key of the form, in hexadecimal.
    pub form: &'a str,
    /// The way in that stands now, in hexadecimal.
    pub before: &'a str,
    /// Whether others have been let see some of the plan.
    pub is_seen_by_others: bool,
}

/// `/desk/planer/{id}/ny-kode`.
pub fn replacement_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &ReplacementPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let plan = meta.to(&format!("/desk/planer/{}", page.id));
    let action = format!("{plan}/ny-kode");
    let key = vec![("FORM", page.form.to_owned()), ("BEFORE", page.before.to_owned())];
    let others =
        page.is_seen_by_others.then(|| view! { <p><strong>{text::NEW_CODE_OTHERS.get(lang)}</strong></p> });
    let content = view! {
        <p><a class="back-link" href=plan>{page.pseudonym.to_owned()}</a></p>
        <h1>{text::NEW_CODE.get(lang)}</h1>
        <p>{text::NEW_CODE_LEAD.get(lang)}</p>
        <p><strong>{text::NEW_CODE_LOSS.get(lang)}</strong></p>
        <p>{text::NEW_CODE_WHO.get(lang)}</p>
        {others}
        <form class="panel" method="post" action=action>
            <Hidden fields=key/>
            {show_submit(text::NEW_CODE_YES, lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}
