//! After a call is asked for: what happens next, what a wish for treatment has started, and the way back.

use super::views::describe;
use crate::{
    tasks::{
        booking::{text as booking, views::receipt::shown_code},
        callback::text,
        case::{
            text as case_text,
            views::{ShownCase, describe_state},
        },
    },
    ui::{
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        fields::Hidden,
    },
};
use chrono::NaiveDate;
use domain::{Lang, Standard, Unit, Window};
use leptos::prelude::*;

/// A call that has been asked for.
pub struct Called<'a> {
    /// Who calls.
    pub unit: &'a Unit,
    /// The code, where treatment is wished for and the form is fresh; and its last day.
    pub code: Option<(&'a str, NaiveDate)>,
    /// What the wish has opened.
    pub cases: &'a [ShownCase<'a>],
    /// Whether a case was opened, be it shown or not.
    pub has_case: bool,
    pub window: Window,
    /// The last two digits of the number.
    pub ending: &'a str,
    pub message: bool,
    /// Weekdays within which the centre promises to answer.
    pub promised: Option<u16>,
    /// The form's key, in hexadecimal: with it the call can be taken back.
    pub form: &'a str,
    /// The form's mark.
    pub mark: &'a str,
}

/// What happens next.
pub fn called_page(meta: PageMeta, standard: &Standard, called: &Called<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let when = describe(called.window, lang);
    let to = text::calls_to(called.ending, called.message, lang);
    let promised = called.promised;
    let key = vec![("FORM", called.form.to_owned()), ("MARK", called.mark.to_owned())];
    let ways = contact_block(&meta, standard, called.unit);
    let unit = called.unit.name.get(lang).to_owned();
    let wish = show_wish(called, lang);
    let regrets_all = called.has_case.then(|| view! { <p>{text::REGRETS_ALL.get(lang)}</p> });
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1 class="alert-heading">{text::DONE_TITLE.get(lang)}</h1>
                    <p><strong>{when}</strong></p>
                </div></div>
                {wish}
                <section>
                    <h2>{booking::NEXT.get(lang)}</h2>
                    <p>{to}</p>
                    <p>{text::DONE.get(lang)}</p>
                    {promised.map(|weekdays| view! { <p>{text::promised(weekdays, lang)}</p> })}
                    <p>{text::DELETED.get(lang)}</p>
                    <p>{unit}</p>
                    {ways}
                </section>
                <form method="post" action=meta.in_municipality("ring-mig-op")>
                    <Hidden fields=key/>
                    <p>{text::REGRETS.get(lang)}</p>
                    {regrets_all}
                    <div class="actions"><button type="submit" class="button button-secondary" name="WITHDRAW" value="1">{text::WITHDRAW.get(lang)}</button></div>
                </form>
            </div>
        </Document>
    }
}

/// What the wish for treatment has started, and the code that leads back to it.
fn show_wish(called: &Called<'_>, lang: Lang) -> Option<AnyView> {
    let (code, until) = called.code?;
    let lines = called.cases.iter().map(|case| {
        let title = case_text::title(case.substance()).get(lang);
        view! { <p>{title}": "<strong>{describe_state(case, lang)}</strong></p> }
    });
    let lines = lines.collect_view();
    let works = text::CODE_UNTIL.with(&dates::date(until, lang), lang);
    Some(
        view! {
            <section>
                <h2>{text::CASE_TITLE.get(lang)}</h2>
                {lines}
                {shown_code(code, [text::CODE_USE, text::CODE_LOST], lang)}
                <p>{text::CODE_FOLLOWS.get(lang)}" "{works}</p>
            </section>
        }
        .into_any(),
    )
}

/// After a call is taken back; `gone` where there was nothing to take back any more, `has_case` where a wish for treatment stands.
pub fn withdrawn_page(
    meta: PageMeta,
    standard: &Standard,
    (gone, has_case): (bool, bool),
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (title, said) =
        if gone { (text::GONE_TITLE, text::GONE) } else { (text::WITHDRAWN_TITLE, text::WITHDRAWN) };
    let ways = contact_block(&meta, standard, standard.main_unit());
    let unit = standard.main_unit().name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{title.get(lang)}</h1>
                <p class="lead">{said.get(lang)}</p>
                {has_case.then(|| view! { <p>{text::GONE_WISH.get(lang)}</p> })}
                <p><a href=meta.in_municipality("ring-mig-op")>{text::ASK_AGAIN.get(lang)}</a></p>
                <section><h2>{unit}</h2>{ways}</section>
            </div>
        </Document>
    }
}
