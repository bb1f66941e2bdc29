//! `/{kommune}/tilbud/{slug}`: one offer, with every fact and where it stands.

use crate::{
    phrase::Phrase,
    tasks::{
        find_help::island::{Callable, Website},
        offers::text,
    },
    ui::{
        contact_block::{SiteLink, contact_block},
        dates,
        document::{Document, PageMeta, validity_line},
        entitlements,
        facts::{FactText, SourceLine, beside, nuances},
        text as common,
    },
};
use chrono::NaiveDateTime;
use domain::{
    Answers, Entitlement, Fact, Lang, Offer, Source, Standard, Stated, Subject, Substance, Text, Unit,
};
use itertools::Itertools;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of one offer.
#[component]
pub fn OfferPage(meta: PageMeta, standard: Arc<Standard>, offer: Offer, now: NaiveDateTime) -> impl IntoView {
    let lang = meta.lang;
    let ended = offer.ends_on.as_ref().and_then(Fact::stated).filter(|_| offer.has_ended(now.date())).map(|end| {
        view! {
            <div class="notice">
                <p><strong>{text::ENDED.get(lang)}</strong>". "{text::ended(&dates::date(end.value, lang), lang)}</p>
                {nuances(end, lang)}
            </div>
        }
    });
    let mut units = offer.units.iter().filter_map(|id| standard.unit(id));
    let unit = units.next().unwrap_or_else(|| standard.main_unit()).clone();
    let others: Vec<_> = units.map(|unit| view! { <li>{unit.name.get(lang).to_owned()}</li> }).collect();
    let others = (!others.is_empty()).then(|| view! { <p>{text::ALSO_AT.get(lang)}</p><ul>{others}</ul> });
    let facts: [(Phrase, &Fact<Text>); 7] = [
        (text::FOR_WHOM, &offer.for_whom),
        (text::WHAT_HAPPENS, &offer.what_happens),
        (text::HOW_OFTEN, &offer.how_often),
        (text::HOW_LONG, &offer.how_long),
        (text::PLACE, &offer.place),
        (text::PRICE, &offer.price),
        (text::HOW_TO_GET, &offer.how_to_get),
    ];
    let ages = offer.relative_ages.as_ref().and_then(Fact::stated);
    let reading = |stated: &Stated<Text>| stated.reading.clone();
    let is_told = ages.is_some_and(|ages| ages.reading == offer.for_whom.stated().and_then(reading));
    let mut about_ages = ages.filter(|_| !is_told).map(|ages| nuances(ages, lang));
    let silent: Vec<_> = facts
        .iter()
        .filter(|(_, fact)| fact.stated().is_none())
        .map(|(label, _)| view! { <li>{label.get(lang)}</li> })
        .collect();
    let silent = (!silent.is_empty()).then(|| {
        view! { <div class="fact silent"><p>{text::SILENT_ON.get(lang)}</p><ul>{silent}</ul></div> }
    });
    let rows = facts
        .into_iter()
        .filter(|(_, fact)| fact.stated().is_some())
        .map(|(label, fact)| {
            view! {
                <div class="fact">
                    <h2>{label.get(lang)}</h2>
                    <FactText fact=fact.clone() lang=lang/>
                    {(label == text::FOR_WHOM).then(|| about_ages.take())}
                </div>
            }
        })
        .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a></p>
                <h1>{offer.title.get(lang).to_owned()}</h1>
                <p class="lead">{offer.summary.get(lang).to_owned()}</p>
                {ended}
                <NextStep meta=meta.clone() standard=standard unit=unit/>
                {others}
                {rows}
                {own_site(&offer, lang)}
                <div class="fact">
                    <h2>{text::GUARANTEE.get(lang)}</h2>
                    {start(&offer, lang)}
                </div>
                <div class="fact">
                    <h2>{text::ANONYMITY.get(lang)}</h2>
                    {by_substance(&offer, [&offer.anonymity_alcohol, &offer.anonymity_drugs], lang, |rule| text::anonymity(*rule))}
                    {find_answer(&offer, Subject::Anonymity, lang)}
                </div>
                {show_decision(&offer, Subject::Consent, text::CONSENT, lang)}
                {show_decision(&offer, Subject::Relatives, text::RELATIVES, lang)}
                <div class="fact"><h2>{text::LEGAL_BASIS.get(lang)}</h2>{legal_basis(&offer, lang)}</div>
                {silent}
                <p class="hint">{text::ASSESSED.get(lang)}</p>
                <SourceLine sources=sources(&offer) lang=lang/>
                {validity_line(&meta)}
            </div>
        </Document>
    }
}

/// A page of its own, where the standard prints one.
fn own_site(offer: &Offer, lang: Lang) -> Option<AnyView> {
    let stated = offer.website.as_ref()?.stated()?;
    let site = Website::at(&stated.value);
    let beside = nuances(stated, lang);
    Some(view! { <div class="fact"><h2>{text::OWN_SITE.get(lang)}</h2><p><SiteLink site=site/></p>{beside}</div> }.into_any())
}

/// By when it begins, as the rules decide it; in the offer's own words where there is nothing to decide.
fn start(offer: &Offer, lang: Lang) -> AnyView {
    let facts = [&offer.guarantee_alcohol, &offer.guarantee_drugs];
    match find_answer(offer, Subject::Start, lang) {
        None => by_substance(offer, facts, lang, |rule| text::coverage(*rule)),
        Some(told) => {
            let own = facts.into_iter().filter_map(Fact::stated);
            let beside = own.unique_by(|stated| (&stated.note, &stated.reading));
            let beside = beside.map(|stated| nuances(stated, lang)).collect_view();
            view! { {told}{beside} }.into_any()
        }
    }
}

/// A section of what the rules decide on one subject, where they decide anything.
fn show_decision(offer: &Offer, subject: Subject, title: Phrase, lang: Lang) -> Option<AnyView> {
    let told = find_answer(offer, subject, lang)?;
    Some(view! { <div class="fact"><h2>{title.get(lang)}</h2>{told}</div> }.into_any())
}

/// What the rules decide on one subject, a paragraph each, and the readings followed.
fn find_answer(offer: &Offer, subject: Subject, lang: Lang) -> Option<AnyView> {
    let of_subject =
        offer.entitlements.iter().filter(|grounded| grounded.entitlement.given.subject() == subject);
    let (terms, grounds): (Vec<Entitlement>, Vec<_>) =
        of_subject.map(|grounded| (grounded.entitlement, grounded)).unzip();
    if terms.is_empty() {
        return None;
    }
    let told = Entitlement::summarize(&terms, &offer.criteria, &Answers::default());
    let lines = told.iter().filter_map(|one| entitlements::summarize(one, lang));
    let lines = lines.map(|line| view! { <p>{line}</p> }).collect_view();
    let readings = grounds.iter().flat_map(|grounded| &grounded.readings).unique();
    let readings = readings.map(|reading| beside(None, Some(reading), lang)).collect_view();
    Some(view! { {lines}{readings} }.into_any())
}

/// A rule of the offer: once where it is the same for all its substances, else once for each.
fn by_substance<T: PartialEq>(
    offer: &Offer,
    facts: [&Fact<T>; 2],
    lang: Lang,
    wording: fn(&T) -> Phrase,
) -> AnyView {
    let rule = |fact: &Fact<T>| match fact.stated() {
        None => view! { <p class="silent">{common::SILENT.get(lang)}</p> }.into_any(),
        Some(stated) => {
            let text = wording(&stated.value).get(lang);
            view! { <p>{text}</p>{nuances(stated, lang)} }.into_any()
        }
    };
    let [alcohol, drugs] = facts;
    match offer.criteria.substances.as_slice() {
        [Substance::Alcohol] => rule(alcohol),
        [Substance::Drugs] => rule(drugs),
        _ if alcohol == drugs => rule(alcohol),
        _ => view! {
            <h3>{common::substance(Substance::Alcohol).get(lang)}</h3>
            {rule(alcohol)}
            <h3>{common::substance(Substance::Drugs).get(lang)}</h3>
            {rule(drugs)}
        }
        .into_any(),
    }
}

fn legal_basis(offer: &Offer, lang: Lang) -> impl IntoView + use<> {
    match offer.legal_basis.stated() {
        None => view! { <p class="silent">{common::SILENT.get(lang)}</p> }.into_any(),
        Some(stated) => {
            let items = stated
                .value
                .iter()
                .map(|&basis| view! { <li>{text::legal_basis(basis).get(lang)}</li> })
                .collect_view();
            view! { <ul>{items}</ul>{nuances(stated, lang)} }.into_any()
        }
    }
}

#[component]
fn NextStep(meta: PageMeta, standard: Arc<Standard>, unit: Unit) -> impl IntoView {
    let lang = meta.lang;
    let phone = Callable::of(&unit, &meta.at, lang);
    let ways = phone.is_none().then(|| contact_block(&meta, &standard, &unit));
    let acts = meta.acts.calling(phone.clone()).markup(lang).into_string();
    view! {
        <section class="you">
            <h2>{text::NEXT.get(lang)}": "{unit.name.get(lang).to_owned()}</h2>
            <div inner_html=acts></div>
            {phone.map(|phone| view! { <p class="hint">{phone.label}</p> })}
            {ways}
            <p><a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></p>
        </section>
    }
}

fn sources(offer: &Offer) -> Vec<Source> {
    fn of<T>(fact: &Fact<T>) -> Option<Source> {
        fact.stated().map(|stated| stated.source.clone())
    }
    let facts = [
        of(&offer.for_whom),
        of(&offer.what_happens),
        of(&offer.how_often),
        of(&offer.how_long),
        of(&offer.place),
        of(&offer.price),
        of(&offer.how_to_get),
        of(&offer.guarantee_alcohol),
        of(&offer.guarantee_drugs),
        of(&offer.anonymity_alcohol),
        of(&offer.anonymity_drugs),
        of(&offer.legal_basis),
    ];
    let terms = offer.entitlements.iter().flat_map(|grounded| grounded.sources.iter().cloned());
    std::iter::once(offer.source.clone()).chain(facts.into_iter().flatten()).chain(terms).collect()
}
