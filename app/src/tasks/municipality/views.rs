//! A municipality's front page: from the person inwards.

use crate::{
    phrase::Phrase,
    tasks::municipality::text,
    ui::{
        contact_block::contact_block,
        document::{Document, PageMeta},
        hours::{PhoneLink, open_now},
        progress_path as stones,
        progress_path::Stone,
    },
};
use domain::{
    Audience, Coverage, FreeChoiceClaim, Given, Lang, Question, Standard, Subject, Substance, Unit, Validity,
    decide::{Waiting, list_waiting},
};
use itertools::Itertools;
use leptos::prelude::*;
use std::sync::Arc;

/// `/{kommune}`: what one can do now, the way to the help that fits, and what one has begun.
#[component]
pub fn MunicipalityPage(
    meta: PageMeta,
    standard: Arc<Standard>,
    /// Where each row of the tasks that stand leads, and what it is called.
    rows: Vec<(String, Phrase)>,
) -> impl IntoView {
    let lang = meta.lang;
    let unit = standard.main_unit().clone();
    let title = text::help_title(only_substance(&standard));
    let acts = meta.acts.markup(lang).into_string();
    let others = other_phones(&standard, lang);
    // What held until a day that is past is no promise.
    let is_over = matches!(meta.validity, Some(Validity::Over(_)));
    let waiting: Vec<_> = list_waiting(&standard)
        .into_iter()
        .filter(|_| !is_over)
        .map(|waiting| show_waiting(&standard, waiting.outcome, lang))
        .collect();
    let lead = if meta.acts.appointment.is_some() { text::NAMELESS } else { text::ABOUT };
    view! {
        <Document meta=meta.clone()>
            <div class="shore"><div class="container">
                <h1>{title.get(lang)}</h1>
                <p class="lead">{lead.get(lang)}</p>
                <div inner_html=acts></div>
                {doors(&meta, &standard)}
                {begun(&meta, rows)}
            </div></div>
            <div class="container">
                <h2>{unit.name.get(lang).to_owned()}</h2>
                <p>{standard.welcome.get(lang).to_owned()}</p>
                <div class="reach">
                    {open_now(&unit.opening_hours, &meta.at, lang)}
                    {contact_block(&meta, &standard, &unit)}
                    {others}
                </div>
            </div>
            {waiting}
        </Document>
    }
}

/// The way to the help that fits: who one is, as the guide's first answer.
fn doors(meta: &PageMeta, standard: &Standard) -> impl IntoView + use<> {
    let lang = meta.lang;
    let is_met = |value: &str| {
        let whom = Audience::from_code(value);
        whom.is_none_or(|whom| standard.offers.iter().any(|offer| offer.criteria.audience.contains(&whom)))
    };
    let who = Question::Who.code();
    let doors = [
        (who, Audience::Citizen.code(), text::DOOR_SELF, text::DOOR_SELF_TEXT),
        (who, Audience::Relative.code(), text::DOOR_RELATIVE, text::DOOR_RELATIVE_TEXT),
        ("ASK", Question::Age.code(), text::DOOR_YOUNG, text::DOOR_YOUNG_TEXT),
        (who, Audience::Professional.code(), text::DOOR_WORK, text::DOOR_WORK_TEXT),
    ];
    let doors =
        doors.into_iter().filter(|(_, value, ..)| is_met(value)).map(|(name, value, title, about)| {
            view! {
                <li><button type="submit" name=name value=value>
                    <strong>{title.get(lang)}</strong>" "<span>{about.get(lang)}</span>
                </button></li>
            }
        });
    view! {
        <form method="post" action=meta.in_municipality("find")>
            <h2>{text::DOORS.get(lang)}</h2>
            <ul class="rows">{doors.collect::<Vec<_>>()}</ul>
            <p class="hint">{text::DOORS_TIME.get(lang)}</p>
        </form>
    }
}

/// What one has begun, and all there is to read: each task that stands brings its row.
fn begun(meta: &PageMeta, rows: Vec<(String, Phrase)>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let rows = rows.into_iter().map(|(path, title)| {
        view! { <li><a href=meta.to(&path)><strong>{title.get(lang)}</strong></a></li> }
    });
    view! { <h2>{text::BEGUN.get(lang)}</h2><ul class="rows">{rows.collect_view()}</ul> }
}

/// What the standard is about, where that is one substance.
fn only_substance(standard: &Standard) -> Option<Substance> {
    match standard.rules.identity.substances.value().map(Vec::as_slice) {
        Some([one]) => Some(*one),
        _ => None,
    }
}

/// Units with a number of their own, beside the first.
fn other_phones(standard: &Standard, lang: Lang) -> impl IntoView + use<> {
    let first = |unit: &Unit| unit.phones.value().and_then(|phones| phones.first()).cloned();
    let main = first(standard.main_unit()).map(|phone| phone.number);
    let others: Vec<_> = standard
        .units
        .iter()
        .filter_map(|unit| Some((unit, first(unit)?)))
        .filter(|(_, phone)| Some(&phone.number) != main.as_ref())
        .map(|(unit, phone)| {
            let name = unit.name.get(lang).to_owned();
            view! { <li>{name}": "<PhoneLink phone=phone/></li> }
        })
        .collect();
    // A unit that is written to, not called.
    let written = standard.units.iter().skip(1).filter(|unit| first(unit).is_none());
    let written: Vec<_> = written
        .filter_map(|unit| Some((unit.name.get(lang).to_owned(), unit.email.value()?.clone())))
        .map(|(name, email)| view! { <li>{name}": "<a href=format!("mailto:{email}")>{email.clone()}</a></li> })
        .collect();
    (!others.is_empty() || !written.is_empty())
        .then(|| view! { <ul class="nobullet-list">{others}{written}</ul> })
}

/// Whether some treatment of the standard is not promised within the limit.
fn is_limited(standard: &Standard) -> bool {
    let is_promised = |given: Given| matches!(given, Given::StartsWithin(_) | Given::OfferedWithin(_));
    let terms =
        standard.offers.iter().flat_map(|offer| &offer.entitlements).map(|term| term.entitlement.given);
    terms.filter(|given| given.subject() == Subject::Start).any(|given| !is_promised(given))
}

/// For whom it does not hold: others' offers, another place, the young, each where the rules say so.
fn describe_limits(standard: &Standard, lang: Lang) -> String {
    let rules = || Substance::ALL.iter().map(|substance| &standard.rules_for(*substance).guarantee);
    let excepts_others = rules().any(|rules| rules.offers_of_others.value() == Some(&Coverage::NotCovered));
    let claim = rules().find_map(|rules| rules.free_choice_claim.value());
    let is_conditional = rules().any(|rules| rules.under_18_drugs.value() == Some(&Coverage::Conditional));
    let limits = [
        excepts_others.then_some(text::OWN_OFFERS),
        claim.map(|claim| match claim {
            FreeChoiceClaim::NoClaim => text::CHOSEN_NO_CLAIM,
            FreeChoiceClaim::Waivable => text::CHOSEN_WAIVABLE,
        }),
        is_conditional.then_some(text::YOUNG_CONDITIONAL),
        is_limited(standard).then_some(text::GUARANTEE_LIMITS),
    ];
    limits.into_iter().flatten().map(|limit| limit.get(lang)).join(" ")
}

/// What is promised of waiting, as one sentence.
#[must_use]
pub fn describe_waiting(waiting: Waiting, lang: Lang) -> String {
    text::guarantee(waiting.end, waiting.only).with(&waiting.days.to_string(), lang)
}

/// A waiting time that the standard promises, as a path of stones.
fn show_waiting(standard: &Standard, waiting: Waiting, lang: Lang) -> AnyView {
    let Waiting { days, end, .. } = waiting;
    let last = usize::from(days);
    let stones = (0..=last).map(|day| {
        let stone = match day {
            0 => Stone::Done,
            _ if day == last => Stone::Milestone,
            _ => Stone::Ahead,
        };
        (stone, day)
    });
    let path = stones::path(stones, &text::guarantee_path(days, lang)).into_string();
    let limits = describe_limits(standard, lang);
    view! {
        <section class="you water"><div class="container">
            <h2>{text::guarantee_title(end).with(&days.to_string(), lang)}</h2>
            <p>{describe_waiting(waiting, lang)}" "{text::DAY_ZERO.get(lang)}" "{limits}</p>
            <div inner_html=path></div>
        </div></section>
    }
    .into_any()
}
