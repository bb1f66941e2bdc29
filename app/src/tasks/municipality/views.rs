//! A municipality's front page.

use crate::{
    tasks::{
        booking::text as booking, callback::text as callback, clarification::text as clarify,
        municipality::text,
    },
    ui::{
        contact_block::contact_block,
        document::{Document, PageMeta},
        door_stones::DoorStones,
        hours::{OpenNow, PhoneLink},
        progress_path as stones,
        progress_path::Stone,
        text as common,
    },
};
use chrono::NaiveDateTime;
use domain::{Audience, Lang, Question, Standard, Substance, Unit, decide::has_anonymous_drug_treatment};
use leptos::prelude::*;
use std::sync::Arc;

/// `/{kommune}`: four doors, whether anybody is there now, and the phone.
#[component]
pub fn MunicipalityPage(meta: PageMeta, standard: Arc<Standard>, now: NaiveDateTime) -> impl IntoView {
    let lang = meta.lang;
    let unit = standard.main_unit().clone();
    let find = meta.in_municipality("find");
    let title = text::help_title(only_substance(&standard));
    let others = other_phones(&standard, lang);
    let who = Question::Who.code();
    let doors = [
        (who, Audience::Citizen.code(), text::DOOR_SELF, text::DOOR_SELF_TEXT),
        (who, Audience::Relative.code(), text::DOOR_RELATIVE, text::DOOR_RELATIVE_TEXT),
        ("ASK", Question::Age.code(), text::DOOR_YOUNG, text::DOOR_YOUNG_TEXT),
        (who, Audience::Professional.code(), text::DOOR_WORK, text::DOOR_WORK_TEXT),
    ]
    .into_iter()
    .enumerate()
    .map(|(place, (name, value, title, about))| {
        view! {
            <li><button type="submit" class="door" name=name value=value>
                <DoorStones place=place/>
                <span>
                    <span class="door-title">{title.get(lang)}</span>
                    <span class="door-text">{about.get(lang)}</span>
                </span>
            </button></li>
        }
    })
    .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="shore"><div class="container">
                <h1>{title.get(lang)}</h1>
                <p class="lead">{standard.welcome.get(lang).to_owned()}</p>
                <form method="post" action=find>
                    <h2 class="sr-only">{text::DOORS.get(lang)}</h2>
                    <ul class="doors">{doors}</ul>
                    <p class="hint">{text::DOORS_TIME.get(lang)}</p>
                </form>
                <div class="reach">
                    <OpenNow hours=unit.opening_hours.clone() now=now lang=lang/>
                    {contact_block(&standard, &unit, now, lang)}
                    {others}
                </div>
                <p class="danger">{common::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
                <p class="ways">
                    <a href=meta.in_municipality("samtale")>{booking::TITLE.get(lang)}</a>
                    <a href=meta.in_municipality("ring-mig-op")>{callback::TITLE.get(lang)}</a>
                    {has_anonymous_drug_treatment(&standard).then(|| view! { <a href=meta.in_municipality("afklaring")>{clarify::LINK.get(lang)}</a> })}
                    <a href=meta.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a>
                    <a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a>
                    <a href=meta.in_municipality("soeg")>{common::SEARCH.get(lang)}</a>
                    <a href=meta.in_municipality("regler")>{common::RULES.get(lang)}</a>
                </p>
            </div></div>
            <Guarantee standard=standard lang=lang/>
        </Document>
    }
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
    (!others.is_empty()).then(|| view! { <ul class="nobullet-list">{others}</ul> })
}

/// The waiting time as a path of stones, where the standard promises one.
#[component]
fn Guarantee(standard: Arc<Standard>, lang: domain::Lang) -> impl IntoView {
    let days = standard.rules.guarantee.length_days.value().copied();
    days.map(|days| {
        let last = usize::from(days);
        let only = only_substance(&standard);
        let stones = (0..=last).map(|day| {
            let stone = match day {
                0 => Stone::Done,
                _ if day == last => Stone::Milestone,
                _ => Stone::Ahead,
            };
            (stone, day)
        });
        let path = stones::path(stones, &text::guarantee_path(days, lang)).into_string();
        view! {
            <section class="you water"><div class="container">
                <h2>{text::guarantee_title(days, lang)}</h2>
                <p>{text::guarantee(days, only, lang)}" "{text::GUARANTEE_LIMITS.get(lang)}</p>
                <div inner_html=path></div>
            </div></section>
        }
    })
}
