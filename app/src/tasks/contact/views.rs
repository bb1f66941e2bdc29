//! Units, hours and ways to make contact.

use crate::{
    phrase::Phrase,
    tasks::{contact::text, find_help::island::Website},
    ui::{
        contact_block::SiteLink,
        document::{Document, PageMeta},
        facts::{SourceLine, nuances},
        hours::{HoursTable, PhoneLink, open_now, phone_state},
        text as common,
    },
};
use domain::{CentreTime, Channel, Fact, Lang, Rules, Source, Standard, Stated, Substance, Unit, Week};
use leptos::prelude::*;
use std::sync::Arc;

/// `/{kommune}/kontakt`.
#[component]
pub fn ContactPage(meta: PageMeta, standard: Arc<Standard>) -> impl IntoView {
    let lang = meta.lang;
    let units = standard
        .units
        .iter()
        .map(|unit| view! { <UnitCard unit=unit.clone() at=meta.at.clone() lang=lang/> })
        .collect_view();
    let acts = meta.acts.markup(lang).into_string();
    let intro = intro(&standard);
    let is_anonymous = standard.rules.contact.anonymous_contact.value() == Some(&true);
    let as_little = is_anonymous.then(|| format!(" {}", text::AS_LITTLE.get(lang)));
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{standard.name.get(lang).to_owned()}</a></p>
                <h1>{text::TITLE.get(lang)}</h1>
                <div inner_html=acts></div>
                <p>{intro.get(lang)}{as_little}</p>
                {ways(&standard, lang)}
                {units}
                <p class="hint">{text::NO_HOURS.get(lang)}</p>
            </div>
        </Document>
    }
}

/// How to make contact, by what the standard gives of it.
fn intro(standard: &Standard) -> Phrase {
    let units = &standard.units;
    let has_number = units.iter().any(|unit| unit.phones.value().is_some_and(|phones| !phones.is_empty()));
    let has_address = units.iter().any(|unit| unit.address.value().is_some());
    let channels = standard.rules.contact.channels.value();
    let is_told_apart = |one: &Substance| standard.rules_for(*one).contact.channels.stated().is_some();
    if channels.is_none() && Substance::ALL.iter().any(is_told_apart) {
        return text::INTRO_OTHER;
    }
    let may = |channel| channels.is_none_or(|channels| channels.contains(&channel));
    let has_email = units.iter().any(|unit| unit.email.value().is_some());
    if channels.is_some() && !may(Channel::Phone) {
        return if has_email && may(Channel::Email) { text::WRITE } else { text::INTRO_OTHER };
    }
    let may_come = channels.is_some_and(|channels| channels.contains(&Channel::InPerson))
        || units.iter().any(|unit| unit.drop_in_hours.value().is_some());
    match (has_number, has_address) {
        (true, true) if may_come => text::CALL_OR_COME,
        (true, _) => text::CALL,
        (false, _) if has_email => text::INTRO_OTHER,
        (false, true) => text::INTRO_ADDRESS_ONLY,
        (false, false) => text::INTRO_NO_NUMBER,
    }
}

/// The ways that the standard names, each with whom it is for where the substances differ; nothing where it names none.
fn ways(standard: &Standard, lang: Lang) -> Option<AnyView> {
    let [alcohol, drugs] =
        [Substance::Alcohol, Substance::Drugs].map(|one| list_ways(standard.rules_for(one), lang));
    let only = |substance, way: &(String, Source)| {
        (format!("{}: {}", common::substance(substance).get(lang), way.0), way.1.clone())
    };
    let shared = alcohol.iter().filter(|way| drugs.contains(way)).cloned();
    let of_alcohol =
        alcohol.iter().filter(|way| !drugs.contains(way)).map(|way| only(Substance::Alcohol, way));
    let of_drugs = drugs.iter().filter(|way| !alcohol.contains(way)).map(|way| only(Substance::Drugs, way));
    let (ways, sources): (Vec<String>, Vec<Source>) = shared.chain(of_alcohol).chain(of_drugs).unzip();
    if ways.is_empty() {
        return None;
    }
    let items = ways.into_iter().map(|way| view! { <li>{way}</li> }).collect_view();
    let section = view! {
        <section>
            <h2>{text::WAYS_TITLE.get(lang)}</h2>
            <ul>{items}</ul>
            <SourceLine sources=sources lang=lang/>
        </section>
    };
    Some(section.into_any())
}

/// What the rules say of making contact: by which ways, without a referral or a name, and how soon.
fn list_ways(rules: &Rules, lang: Lang) -> Vec<(String, Source)> {
    let contact = &rules.contact;
    let channels = contact.channels.stated().into_iter().flat_map(|stated| {
        stated
            .value
            .iter()
            .map(|&channel| (text::channel(channel).get(lang).to_owned(), stated.source.clone()))
    });
    let referral = contact.referral_needed.stated().filter(|stated| !stated.value);
    let anonymous = contact.anonymous_contact.stated().filter(|stated| stated.value);
    let referral = referral.map(|stated| (with_note(text::NO_REFERRAL, stated, lang), stated.source.clone()));
    let anonymous = anonymous.map(|stated| (with_note(text::ANONYMOUS, stated, lang), stated.source.clone()));
    let response = contact.response_time.stated();
    let response = response.map(|stated| (stated.value.get(lang).to_owned(), stated.source.clone()));
    let first_talk = contact
        .first_talk_days
        .stated()
        .map(|stated| (text::FIRST_TALK.with(&stated.value.to_string(), lang), stated.source.clone()));
    channels.chain(referral).chain(anonymous).chain(response).chain(first_talk).collect()
}

/// What holds, and the condition or nuance that the file gives with it.
#[must_use]
pub fn with_note<T>(sentence: Phrase, stated: &Stated<T>, lang: Lang) -> String {
    let note = stated.note.as_ref().map(|note| format!(" {}", note.get(lang)));
    format!("{}{}", sentence.get(lang), note.unwrap_or_default())
}

#[component]
fn UnitCard(unit: Unit, at: CentreTime, lang: Lang) -> impl IntoView {
    let phones = unit.phones.value().cloned().map(|phones| {
        let items = phones
            .into_iter()
            .map(|phone| {
                let label = phone.label.get(lang).to_owned();
                view! { <li><PhoneLink phone=phone/>" "<span class="hint">{label}</span></li> }
            })
            .collect_view();
        let state = phone_state(&unit, &at, lang);
        view! { <h3>{text::PHONES.get(lang)}</h3><ul class="nobullet-list">{items}</ul><p>{(!state.is_empty()).then_some(state)}</p> }
    });
    let address = unit.address.value().map(|address| {
        view! { <h3>{text::ADDRESS.get(lang)}</h3><p lang="da">{address.get(lang).to_owned()}</p> }
    });
    let email = unit.email.value().cloned().map(|email| {
        view! { <h3>{text::EMAIL.get(lang)}</h3><p><a href=format!("mailto:{email}")>{email.clone()}</a></p> }
    });
    let site = Website::of(&unit).map(|site| {
        let beside = unit.website.stated().map(|stated| nuances(stated, lang));
        view! { <h3>{text::WEBSITE.get(lang)}</h3><p><SiteLink site=site/></p>{beside} }
    });
    let known = phones.is_some() || address.is_some() || email.is_some() || site.is_some();
    let hours = known.then(|| {
        view! {
            {stated_hours(&unit.phone_hours, text::PHONE_HOURS, lang)}
            {stated_hours(&unit.opening_hours, text::OPENING_HOURS, lang)}
            {stated_hours(&unit.drop_in_hours, text::DROP_IN, lang)}
        }
    });
    let unknown = (!known).then(|| view! { <p class="silent">{text::NOT_STATED.get(lang)}</p> });
    let accessibility = unit.accessibility.stated().map(|stated| {
        let text = stated.value.get(lang).to_owned();
        view! { <h3>{text::ACCESSIBILITY.get(lang)}</h3><p>{text}</p>{nuances(stated, lang)} }
    });
    let sources = unit_sources(&unit);
    let source = view! { <SourceLine sources=sources lang=lang/> };
    view! {
        <section class="unit">
            <h2>{unit.name.get(lang).to_owned()}</h2>
            <p>{unit.about.get(lang).to_owned()}</p>
            {unit.elsewhere.as_ref().map(|place| view! { <p>{text::ELSEWHERE.with(place.get(lang), lang)}</p> })}
            {open_now(&unit.opening_hours, &at, lang)}
            {phones}
            {address}
            {accessibility}
            {site}
            {email}
            {hours}
            {unknown}
            {source}
        </section>
    }
}

/// Hours that the standard states; of the others one line is said below all units.
fn stated_hours(hours: &Fact<Week>, caption: Phrase, lang: Lang) -> Option<AnyView> {
    let caption = caption.get(lang).to_owned();
    let hours = hours.value().is_some().then(|| hours.clone())?;
    Some(view! { <HoursTable hours=hours caption=caption lang=lang/> }.into_any())
}

fn unit_sources(unit: &Unit) -> Vec<Source> {
    fn source<T>(fact: &Fact<T>) -> Option<Source> {
        fact.stated().map(|stated| stated.source.clone())
    }
    let sources = [
        source(&unit.address),
        source(&unit.accessibility),
        source(&unit.phones),
        source(&unit.phone_hours),
        source(&unit.opening_hours),
        source(&unit.drop_in_hours),
        source(&unit.email),
        source(&unit.website),
    ];
    sources.into_iter().flatten().collect()
}
