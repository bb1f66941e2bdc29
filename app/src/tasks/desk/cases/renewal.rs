//! Giving a new code to who has lost theirs.

use crate::{
    tasks::desk::{
        cases::text,
        shell::{AtDesk, desk_page},
        views::{Notices, show_submit},
    },
    ui::{document::PageMeta, fields::Hidden},
};
use leptos::prelude::*;

/// Whose code is replaced.
pub struct RenewalPage<'a> {
    /// The case, in hexadecimal.
    pub id: &'a str,
    pub pseudonym: &'a str,
    /// The key of the form, in hexadecimal.
    pub form: &'a str,
    /// By what the page knows the code that stands now.
    pub before: &'a str,
}

/// `/desk/sager/{id}/ny-kode`.
pub fn renewal_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &RenewalPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let case = meta.to(&format!("/desk/sager/{}", page.id));
    let action = format!("{case}/ny-kode");
    let key = vec![("FORM", page.form.to_owned()), ("BEFORE", page.before.to_owned())];
    let content = view! {
        <p><a class="back-link" href=case>{page.pseudonym.to_owned()}</a></p>
        <h1>{text::RENEW_TITLE.get(lang)}</h1>
        <p>{text::RENEW_LEAD.get(lang)}</p>
        <p><strong>{text::RENEW_WHO.get(lang)}</strong></p>
        <form class="panel" method="post" action=action>
            <Hidden fields=key/>
            {show_submit(text::RENEW_YES, lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}
