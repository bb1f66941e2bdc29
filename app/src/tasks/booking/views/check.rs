//! The last look before booking.

use crate::{
    phrase::Phrase,
    tasks::booking::{
        text,
        views::{BookingForm, place::Whereabouts, step::StepPage},
    },
    ui::{
        choices::Checkbox,
        dates,
        document::PageMeta,
        entitlements,
        error_summary::{ErrorMessage, error_id},
        facts::{beside, source_line},
        fields::{Hidden, Trap},
        text as common,
    },
};
use domain::{
    AgeRange, BookingAbout, BookingKind, EntitlementSummary, Lang, Standard, Substance,
    decide::{GroundedEntitlement, find_unit_side, list_wishes, must_ask_majority},
};
use itertools::Itertools;
use leptos::prelude::*;

/// The button that books, to which a problem leads.
pub(crate) const CONFIRM: &str = "CONFIRM";

/// What has been chosen, before it is booked.
pub(crate) fn check(
    meta: &PageMeta,
    page: &StepPage<'_>,
    (minutes, held): (u16, i64),
    own_place: Option<&str>,
    children: Option<AnyView>,
    lang: Lang,
) -> AnyView {
    let action = meta.in_municipality("samtale");
    let form = page.form;
    let rows: Vec<(&'static str, Phrase, String)> = [
        form.about.map(|about| ("ABOUT", text::ABOUT, describe_who(about, form.age, lang))),
        page.close.as_ref().map(|close| ("ABOUT", text::CLOSE_TO, text::describe_close(close, lang))),
        form.kind.map(|kind| ("KIND", text::KIND, text::kind(kind).get(lang).to_owned())),
        form.time.map(|time| {
            let clock = dates::time(time.time(), lang);
            let when =
                format!("{}, {clock} ({})", dates::long_date(time.date(), lang), text::lasts(minutes, lang));
            ("TIME", text::WHEN, when)
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let change = common::CHANGE.get(lang);
    let rows = rows
        .into_iter()
        .map(|(field, label, value)| {
            let label = label.get(lang);
            let change = page.questions.contains(&field).then(|| {
                view! { <button type="submit" class="link" name="BACK" value=field aria-label=format!("{change}: {label}")>{change}</button> }
            });
            view! { <div class="answer"><dt>{label}</dt><dd><span>{value}</span>{change}</dd></div> }
        })
        .collect_view();
    let rule = match form.about {
        Some(BookingAbout::Close | BookingAbout::Young) => Some(others(page, lang)),
        _ => page.entitlement.map(|grounded| rule(grounded, lang)),
    };
    // Of who moves a time it was asked before.
    let asked = form.about.filter(|_| form.moving.is_none());
    let wish = asked.and_then(|about| wishes(page.standard, about, form, lang));
    let error = page.problem.map(|problem| problem.get(lang).to_owned());
    let described_by = error.is_some().then(|| error_id(CONFIRM));
    let place = whereabouts(meta, page, own_place);
    let english = page.english.map(|english| view! { <p>{english.get(lang)}</p> });
    let confirm = match form.time {
        Some(time) if form.moving.is_some() => text::move_to(&dates::next_time(time, page.now, lang), lang),
        _ => text::CONFIRM.get(lang).to_owned(),
    };
    view! {
        <form method="post" action=action autocomplete="off" class="answers check">
            <Hidden fields=form.without("WISH")/>
            <h1>{text::CHECK.get(lang)}</h1>
            <p class="form-hint">{text::held(held, lang)}</p>
            <dl>{rows}</dl>
            {place}
            {english}
            {rule}
            {children}
            {wish}
            <Trap lang=lang/>
            <ErrorMessage field=CONFIRM.to_owned() message=error lang=lang/>
            <div class="actions">
                <button type="submit" class="button button-primary" id=CONFIRM name=CONFIRM value="1" aria-describedby=described_by>{confirm}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Whether treatment is wished for, and for what where it can be either; and whether who wishes is of age, where the
/// guarantee is another under 18 and the chosen ages do not tell.
fn wishes(standard: &Standard, about: BookingAbout, form: &BookingForm, lang: Lang) -> Option<AnyView> {
    let asked = list_wishes(standard, about);
    let boxes = asked.iter().map(|&substance| {
        let (name, label) = wish_field(substance);
        let hint_of_last = (Some(&substance) == asked.last()).then(|| text::WISH_HINT.get(lang).to_owned());
        let checked = form.wish.is_for(substance);
        view! { <Checkbox class="form-group-checkbox wish" name=name label=label.get(lang) checked=checked hint=hint_of_last/> }
    });
    let asks_adult = about == BookingAbout::Me && must_ask_majority(standard, form.age);
    let adult = asks_adult.then(|| {
        view! { <Checkbox class="form-group-checkbox wish" name="WISH_ADULT" label=text::ADULT.get(lang) checked=form.adult/> }
    });
    (!asked.is_empty()).then(|| view! { {boxes.collect_view()}{adult} }.into_any())
}

/// The field of a wish, and what it is called.
#[must_use]
pub fn wish_field(substance: Substance) -> (&'static str, Phrase) {
    match substance {
        Substance::Alcohol => ("WISH_ALCOHOL", text::WISH_ALCOHOL),
        Substance::Drugs => ("WISH_DRUGS", text::WISH_DRUGS),
    }
}

/// Whom it is about, and how old, as far as that was asked.
pub(crate) fn describe_who(about: BookingAbout, ages: Option<AgeRange>, lang: Lang) -> String {
    let about = text::about(about).get(lang);
    ages.map_or_else(|| about.to_owned(), |ages| format!("{about}, {}", common::ages(ages, lang)))
}

/// What the standard gives for somebody of this age, with its source.
pub(crate) fn rule(grounded: &GroundedEntitlement, lang: Lang) -> AnyView {
    let told = EntitlementSummary {
        entitlements: vec![0],
        given: grounded.entitlement.given,
        only_for: None,
        only_ages: None,
    };
    let sentence = entitlements::summarize(&told, lang);
    let readings = grounded.readings.iter().map(|reading| beside(None, Some(reading), lang)).collect_view();
    view! {
        <p>{text::HERE_ANONYMOUS.get(lang)}</p>
        <section class="you">
            <h2>{text::RULE.get(lang)}</h2>
            <p>{sentence}</p>
            {readings}
            {source_line(&grounded.sources, lang)}
        </section>
    }
    .into_any()
}

/// What the standard says of talks for who is close to another, and how many there are.
fn others(page: &StepPage<'_>, lang: Lang) -> AnyView {
    let stated = page.standard.rules.anonymous_counselling.who_else.stated();
    let said = stated.map(|stated| {
        let sources = [stated.source.clone()];
        view! { <p>{stated.value.get(lang).to_owned()}</p>{source_line(&sources, lang)} }
    });
    let number = page.talks.as_ref().filter(|_| !page.beyond).map(|talks| {
        let readings =
            talks.readings.iter().unique().map(|reading| beside(None, Some(reading), lang)).collect_view();
        let sources: Vec<_> = talks.citations.iter().copied().cloned().collect();
        view! { <p>{text::describe_number(talks.outcome, lang)}</p>{readings}{source_line(&sources, lang)} }
    });
    let beyond = page.beyond.then(|| view! { <p><strong>{text::STAFF_DECIDE_MORE.get(lang)}</strong></p> });
    view! { <section class="you"><h2>{text::RULE.get(lang)}</h2>{said}{number}{beyond}</section> }.into_any()
}

/// Where one calls or comes.
fn whereabouts(meta: &PageMeta, page: &StepPage<'_>, own_place: Option<&str>) -> Option<AnyView> {
    let kind = page.form.kind.filter(|kind| matches!(kind, BookingKind::Phone | BookingKind::InPerson))?;
    let whereabouts = Whereabouts {
        standard: page.standard,
        kind,
        about: page.form.about?,
        side: page.form.side.or_else(|| find_unit_side(page.standard, page.form.about?, page.form.age)),
        place: own_place,
    };
    let title = if kind == BookingKind::Phone { text::WHERE_TO_CALL } else { text::WHERE_TO_MEET };
    Some(
        view! { <section class="you"><h2>{title.get(meta.lang)}</h2>{whereabouts.show(meta)}</section> }
            .into_any(),
    )
}
