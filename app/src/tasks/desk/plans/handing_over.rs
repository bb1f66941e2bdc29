//! Handing plans over to a colleague in one go.

use crate::{
    tasks::desk::{
        plans::text,
        shell::{AtDesk, desk_page},
        views::Notices,
    },
    ui::{
        choices::{Checkboxes, Choice, Fieldset, Legend, Select},
        document::PageMeta,
        error_summary::FieldError,
        fields::Hidden,
    },
};
use leptos::prelude::*;

/// What the page shows. Members of staff and plans by name in hexadecimal, what they are called, and whether they are chosen.
pub struct HandingOverPage<'a> {
    /// Whose plans they are.
    pub from: &'a str,
    /// Whose they can be; empty where somebody hands over their own alone.
    pub owners: &'a [(String, String, bool)],
    pub others: &'a [(String, String, bool)],
    pub plans: &'a [(String, String, bool)],
}

fn choices(of: &[(String, String, bool)]) -> Vec<Choice> {
    of.iter().map(|(id, name, chosen)| Choice::new(id.clone(), name.clone(), *chosen)).collect()
}

/// `/desk/planer/overdrag`.
pub fn handing_over_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &HandingOverPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let to = FieldError::at(&notices.problems, "TO");
    let first = page.plans.first().map(|(id, ..)| format!("PLAN-{id}")).unwrap_or_default();
    let unchosen = FieldError::at(&notices.problems, &first);
    let owners = (!page.owners.is_empty()).then(|| {
        view! {
            <form method="get" action=meta.to("/desk/planer/overdrag")>
                <Select name="fra" label=text::WHOSE.get(lang) none=text::MINE.get(lang) choices=choices(page.owners) lang=lang/>
                <div class="actions"><button type="submit" class="button button-secondary">{text::SHOW.get(lang)}</button></div>
            </form>
        }
    });
    let form = if page.plans.is_empty() {
        view! { <p>{text::NONE.get(lang)}</p> }.into_any()
    } else {
        let legend = Legend::Label(text::TAB.get(lang).to_owned());
        let (fields, plans) = (vec![("FROM", page.from.to_owned())], choices(page.plans));
        let others = choices(page.others);
        view! {
            <form method="post" action=meta.to("/desk/planer/overdrag")>
                <Hidden fields=fields/>
                <Select name="TO" label=text::TO_WHOM.get(lang) none=text::CHOOSE.get(lang) choices=others lang=lang error=to/>
                <Fieldset name="PLAN" legend=legend lang=lang error=unchosen>
                    <Checkboxes name="PLAN" choices=plans/>
                </Fieldset>
                <div class="actions">
                    <button type="submit" class="button button-primary" name="ACT" value="CHOSEN">{text::HAND_OVER_CHOSEN.get(lang)}</button>
                    <button type="submit" class="button button-secondary" name="ACT" value="ALL">{text::HAND_OVER_EACH.get(lang)}</button>
                </div>
            </form>
        }
        .into_any()
    };
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/planer")>{text::TAB.get(lang)}</a></p>
        <h1>{text::HAND_OVER_ALL.get(lang)}</h1>
        <p class="lead">{text::HAND_OVER_LEAD.get(lang)}</p>
        {owners}
        {form}
    };
    desk_page(meta, at, notices, content.into_any())
}
