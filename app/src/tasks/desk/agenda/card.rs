//! One appointment, and what one can do with it.

use super::{
    text,
    views::{Entry, show_language},
};
use crate::{
    tasks::{
        booking::text as booking,
        desk::{
            cases::text as cases_text,
            text as desk_text,
            views::{describe_contact, show_act},
        },
    },
    ui::{dates, document::PageMeta, fields::Hidden},
};
use chrono::NaiveDate;
use domain::{BookingKind, Lang, LocalDay};
use leptos::prelude::*;

/// An appointment that is looked at.
pub struct Card<'a> {
    pub entry: &'a Entry,
    /// Colleagues who are free then, by name in hexadecimal and name: whom it can be handed over to.
    pub free: &'a [(String, String)],
    /// The last day on which treatment must begin, where one runs.
    pub latest: Option<LocalDay>,
}

pub(super) fn show_card(meta: &PageMeta, card: &Card<'_>, day: NaiveDate) -> AnyView {
    let (lang, one) = (meta.lang, card.entry);
    let when =
        format!("{}, {}", dates::day_of_year(one.begins.date(), lang), dates::at(one.begins.time(), lang));
    let contact = one.contact_on.map(|day| view! { <p>{describe_contact(day, card.latest, lang)}</p> });
    let pending = one.pending.then(|| view! { <p><strong>{text::IS_PENDING.get(lang)}</strong></p> });
    view! {
        <section class="panel card" id="aftale">
            <h2>{one.pseudonym.clone()}</h2>
            <p>
                <strong>{when}</strong>" · "{booking::lasts(one.minutes, lang)}<br/>
                {desk_text::kind(one.kind).get(lang)}{show_language(one.lang, lang)}<br/>
                {desk_text::about(one.about).get(lang)}<br/>
                {text::WITH.get(lang)}" "{one.counsellor.clone()}" · "{text::talks(one.talks, one.extended_by, lang)}
            </p>
            {contact}
            {pending}
            {show_acts(meta, one, day)}
            {show_hand_over(meta, card, day)}
            {show_call_off(meta, one, day)}
            <p><a href=meta.to(&format!("/desk/sager/ny?aftale={}", one.id))>{cases_text::OPEN.get(lang)}</a></p>
            <p><a href=meta.to(&format!("/desk/dag/{day}"))>{text::CLOSE_CARD.get(lang)}</a></p>
        </section>
    }
    .into_any()
}

fn action(meta: &PageMeta, one: &Entry) -> String {
    meta.to(&format!("/desk/aftale/{}", one.id))
}

/// The day one comes from, and what was seen.
fn fields(one: &Entry, day: NaiveDate) -> Vec<(&'static str, String)> {
    vec![("DAY", day.to_string()), ("BEFORE", one.extended_by.to_string())]
}

fn show_acts(meta: &PageMeta, one: &Entry, day: NaiveDate) -> AnyView {
    let lang = meta.lang;
    let confirm = one.pending.then(|| show_act("CONFIRM", text::CONFIRM, "button button-primary", lang));
    let talk = (one.kind == BookingKind::Online).then(|| {
        if !one.may_talk {
            return view! { <span class="hint">{text::only_theirs(&one.counsellor, lang)}</span> }.into_any();
        }
        let to = meta.to(&format!("/desk/samtale/{}", one.id));
        view! { <a class="button button-primary" href=to>{desk_text::OPEN_TALK.get(lang)}</a> }.into_any()
    });
    let extend =
        one.about.is_counted().then(|| show_act("EXTEND", text::EXTEND, "button button-secondary", lang));
    view! {
        <form class="actions" method="post" action=action(meta, one)>
            <Hidden fields=fields(one, day)/>
            {confirm}
            {talk}
            {extend}
        </form>
    }
    .into_any()
}

/// To a colleague who is free then: by who takes the appointment, or a lead.
fn show_hand_over(meta: &PageMeta, card: &Card<'_>, day: NaiveDate) -> AnyView {
    let (lang, one) = (meta.lang, card.entry);
    if !one.may_talk {
        return view! { <p class="hint">{text::only_they_hand_over(&one.counsellor, lang)}</p> }.into_any();
    }
    if card.free.is_empty() {
        return view! { <p class="hint">{text::NOBODY_FREE.get(lang)}</p> }.into_any();
    }
    let options =
        card.free.iter().map(|(id, name)| view! { <option value=id.clone()>{name.clone()}</option> });
    view! {
        <form class="inline-form" method="post" action=action(meta, one)>
            <Hidden fields=fields(one, day)/>
            <label class="form-label" for="TO">{text::HAND_OVER_TO.get(lang)}</label>
            <select class="form-select" id="TO" name="TO">{options.collect_view()}</select>
            {show_act("HAND_OVER", text::HAND_OVER, "button button-secondary", lang)}
        </form>
    }
    .into_any()
}

fn show_call_off(meta: &PageMeta, one: &Entry, day: NaiveDate) -> AnyView {
    let lang: Lang = meta.lang;
    view! {
        <details>
            <summary>{text::CALL_OFF.get(lang)}</summary>
            <form method="post" action=action(meta, one)>
                <Hidden fields=fields(one, day)/>
                <p>{text::CALL_OFF_WHY.get(lang)}</p>
                {show_act("CALL_OFF", text::CALL_OFF_YES, "button button-secondary", lang)}
            </form>
        </details>
    }
    .into_any()
}
