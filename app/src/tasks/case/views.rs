//! Where a case stands, as the citizen sees it under the code.

use crate::{
    phrase::Phrase,
    tasks::case::{complaint::complain_of_waiting, decision::show_decision, text},
    ui::{
        dates,
        document::PageMeta,
        facts::{beside, nuances, source_line},
        fields::{Hidden, TextArea},
        progress_path::{self as stones, Stone},
    },
};
use domain::{
    FreeChoiceClaim, GuaranteeEnd, Lang, LocalDay, Reading, Source, Standard, Substance,
    case::{
        ActorKind, CaseDeadline, CaseEvent, CaseFact, CaseState, CaseSubject, CitizenAct, DeadlineKind,
        DecisionOutcome, find_decision, list_standing,
    },
    decide::ClockReason,
};
use itertools::Itertools;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A case to be shown.
pub struct ShownCase<'a> {
    pub standard: &'a Standard,
    pub subject: CaseSubject,
    pub state: CaseState<'a>,
    pub events: Vec<CaseEvent<u32>>,
    pub today: LocalDay,
    /// What the citizen can do.
    pub acts: Vec<CitizenAct>,
    /// What was said with an event, by its number.
    pub words: BTreeMap<u32, String>,
    /// What the citizen has just tried to do, and could not.
    pub tried: Option<TriedAct>,
}

impl ShownCase<'_> {
    #[must_use]
    pub const fn substance(&self) -> Substance {
        self.subject.substance
    }

    /// Whether the last thing that happened is that the centre called and nobody answered.
    #[must_use]
    pub fn is_unreached(&self) -> bool {
        list_standing(&self.events).last().is_some_and(|event| event.fact == CaseFact::NotReached)
    }
}

/// What was typed with an act, and what is wrong with it.
#[derive(Clone)]
pub struct TriedAct {
    pub act: CitizenAct,
    pub words: String,
    pub problem: String,
}

/// The field for own words with an act, on a page with several cases.
#[must_use]
pub fn words_field(substance: Substance, act: CitizenAct) -> String {
    format!("WORDS-{}-{}", substance.code(), act.code())
}

/// A case under a code: the last day, what else must happen, and what has.
///
/// `fields` say under which code, and which case.
pub fn show_case(meta: &PageMeta, case: &ShownCase<'_>, fields: &[(&'static str, String)]) -> AnyView {
    let lang = meta.lang;
    let late = is_late(case);
    let complain = late.then(|| complain_of_waiting(meta, case));
    let next = (case.state.is_open() && !late && !case.state.is_assessed)
        .then(|| view! { <p>{text::NEXT.get(lang)}</p> });
    view! {
        <section class="you case">
            <h2>{text::title(case.substance()).get(lang)}</h2>
            <p><strong>{describe_state(case, lang)}</strong></p>
            {path(case, lang)}
            {complain}
            {next}
            {others(case, lang)}
            {show_decision(meta, case)}
            {happened(case, lang)}
            {show_acts(meta, case, fields)}
            {grounds(case, lang)}
        </section>
    }
    .into_any()
}

/// What can be done, each told before it is done, and asked once more.
fn show_acts(meta: &PageMeta, case: &ShownCase<'_>, fields: &[(&'static str, String)]) -> AnyView {
    let lang = meta.lang;
    let acts = case.acts.iter().map(|&act| {
        let consequence = (act == CitizenAct::ChooseOther).then(|| describe_choice(case, lang));
        let fields = fields.to_vec();
        let tried = case.tried.as_ref().filter(|tried| tried.act == act);
        let words = act.takes_words().then(|| show_words(case, act, tried, lang));
        view! {
            <details class="cancel" open=tried.is_some()>
                <summary>{text::act(act).get(lang)}</summary>
                <form method="post" action=meta.to("/kode")>
                    <Hidden fields=fields/>
                    <p>{text::act_means(act).get(lang)}</p>
                    {consequence}
                    {words}
                    <button type="submit" class="button button-secondary" name="ACT" value=act.code()>{text::act_yes(act).get(lang)}</button>
                </form>
            </details>
        }
    });
    view! { <div class="actions">{acts.collect_view()}</div> }.into_any()
}

/// The field for own words.
fn show_words(case: &ShownCase<'_>, act: CitizenAct, tried: Option<&TriedAct>, lang: Lang) -> AnyView {
    let id = words_field(case.substance(), act);
    let label = text::words(act).get(lang);
    let typed = tried.map(|tried| tried.words.clone()).unwrap_or_default();
    let error = tried.map(|tried| tried.problem.clone());
    let hint = text::WORDS_HINT.get(lang);
    view! { <TextArea name="WORDS" id=id label=label typed=typed lang=lang hint=hint error=error/> }
        .into_any()
}

/// What becomes of the last day where another place is chosen, in this municipality.
fn describe_choice(case: &ShownCase<'_>, lang: Lang) -> AnyView {
    let claim = &case.standard.rules_for(case.substance()).guarantee.free_choice_claim;
    let said = match claim.value() {
        Some(FreeChoiceClaim::NoClaim) => text::NO_CLAIM,
        Some(FreeChoiceClaim::Waivable) => text::WAIVABLE,
        None => text::CLAIM_UNKNOWN,
    };
    let beside = claim.stated().map(|stated| {
        let source = source_line(std::slice::from_ref(&stated.source), lang);
        view! { {nuances(stated, lang)}{source} }
    });
    view! { <p><strong>{said.get(lang)}</strong></p>{beside} }.into_any()
}

/// Whether the last thing that was decided is a no.
fn is_refused(case: &ShownCase<'_>) -> bool {
    find_decision(&case.events).is_some_and(|decision| decision.outcome == DecisionOutcome::Refused)
}

/// Why no last day stands: nobody has wished, another place is wished for, or the rules give none.
fn explain_no_day(case: &ShownCase<'_>) -> Phrase {
    let has_wish = list_standing(&case.events).iter().any(|event| event.fact.is_wish());
    match case.state.free_choice {
        _ if !has_wish => text::NO_DAY_NO_WISH,
        Some(_) => text::NO_DAY_OTHER_PLACE,
        None => text::NO_DAY,
    }
}

fn is_late(case: &ShownCase<'_>) -> bool {
    !is_refused(case) && case.state.days_left(case.today).is_some_and(|days| days < 0)
}

/// Whether the standard promises the day; else it only makes no exception.
fn is_promised(state: &CaseState<'_>) -> bool {
    state.clock.outcome.reason != ClockReason::GuaranteeNotExcepted
}

/// The one sentence that matters now.
#[must_use]
pub fn describe_state(case: &ShownCase<'_>, lang: Lang) -> String {
    let on = |phrase: Phrase, day: LocalDay| phrase.with(&dates::weekday_and_date(day.date(), lang), lang);
    let state = &case.state;
    match (state.started, state.ended, state.clock.outcome.start_latest) {
        (Some(_), ..) if state.stopped.is_some() => {
            state.stopped.map(|day| on(text::STOPPED, day)).unwrap_or_default()
        }
        (Some(day), _, _) => on(text::STARTED, day),
        (None, Some(day), _) => on(text::ENDED, day),
        (None, None, _) if state.offered.is_some() => {
            state.offered.map(|day| on(text::OFFERED_ON, day)).unwrap_or_default()
        }
        (None, None, _) if is_refused(case) => text::REFUSED.get(lang).to_owned(),
        (None, None, None) => explain_no_day(case).get(lang).to_owned(),
        (None, None, Some(last)) if is_late(case) => {
            on(if is_promised(state) { text::LATE } else { text::LATE_NOT_EXCEPTED }, last)
        }
        (None, None, Some(last)) => {
            let ends = case.standard.rules_for(case.substance()).guarantee.ends_with.value();
            let begins = match ends {
                _ if !is_promised(state) => text::NOT_EXCEPTED_BY,
                Some(GuaranteeEnd::TreatmentOffered) => text::OFFERED_BY,
                _ => text::BEGINS_BY,
            };
            let left = text::left(state.days_left(case.today).unwrap_or_default(), lang);
            format!("{} {left} {}", on(begins, last), text::WHOLE_DAY.get(lang))
        }
    }
}

/// The days until the last one, each a stone.
fn path(case: &ShownCase<'_>, lang: Lang) -> Option<AnyView> {
    let outcome = &case.state.clock.outcome;
    let (first, last) =
        outcome.day0.zip(outcome.start_latest).filter(|_| case.state.is_open() && !is_refused(case))?;
    let (of, now) = (last.days_after(first) as usize, case.today.days_after(first) as usize);
    let stone = |day: usize| match day {
        day if day == now => Stone::Now,
        day if day == of => Stone::Milestone,
        day if day < now => Stone::Done,
        _ => Stone::Ahead,
    };
    let path = stones::path((0..=of).map(|day| (stone(day), day)), &text::path(now, of, lang)).into_string();
    Some(view! { <div inner_html=path></div> }.into_any())
}

/// What else must have happened by a day.
fn others(case: &ShownCase<'_>, lang: Lang) -> Option<AnyView> {
    let open = case.state.is_open();
    // What another place owes the municipality alone is nothing for the citizen to wait for.
    let is_seen = |kind: DeadlineKind| kind.is_external() && kind != DeadlineKind::BreakOffNotice;
    let is_ahead = |one: &&CaseDeadline<'_>| (one.kind != DeadlineKind::Start && open) || is_seen(one.kind);
    let others = case.state.deadlines.iter().filter(is_ahead);
    let items: Vec<_> = others
        .map(|one| {
            let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
            let when = match one.done {
                Some(done) => text::DONE.with(&day(done), lang),
                None => text::BY.with(&day(one.latest), lang),
            };
            view! { <li>{text::deadline(one.kind).get(lang)}": "{when}"."</li> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <h3>{text::ALSO.get(lang)}</h3><ul>{items}</ul> }.into_any())
}

/// What staff note for the rules' sake and for each other: read alone it would frighten, or say what nobody has explained.
const fn is_for_desk_alone(fact: CaseFact) -> bool {
    matches!(fact, CaseFact::Retracted | CaseFact::Told(_) | CaseFact::SeriousProblems(_))
}

/// What stands of what has happened, the first first.
fn happened(case: &ShownCase<'_>, lang: Lang) -> AnyView {
    let events = list_standing(&case.events).into_iter().filter(|event| !is_for_desk_alone(event.fact));
    let items = events
        .sorted_by_key(|event| (event.on, event.id))
        .map(|event| {
            let day = dates::long_date(event.on.date(), lang);
            let words = case.words.get(&event.id).cloned();
            let (place, words) = match event.actor {
                ActorKind::Staff => (words.map(|place| format!(": {place}")), None),
                ActorKind::Citizen => (None, words.map(|words| view! { " "<q class="own">{words}</q> })),
            };
            view! { <li>{day}": "{text::describe_fact(event.fact, lang)}{place}"."{words}</li> }
        })
        .collect_view();
    view! {
        <details class="details"><summary>{text::HAPPENED.get(lang)}</summary><ul>{items}</ul></details>
    }
    .into_any()
}

/// On what the days rest, each once.
fn grounds(case: &ShownCase<'_>, lang: Lang) -> AnyView {
    let of_others = case.state.deadlines.iter();
    let readings: Vec<&Reading> = of_others
        .clone()
        .flat_map(|one| one.readings.iter().copied())
        .chain(case.state.clock.readings.iter().copied())
        .unique()
        .collect();
    let readings = readings.into_iter().map(|reading| beside(None, Some(reading), lang)).collect_view();
    let sources: Vec<Source> = case
        .state
        .clock
        .citations
        .iter()
        .copied()
        .chain(of_others.flat_map(|one| one.citations.iter().copied()))
        .cloned()
        .collect();
    view! {
        <details class="details">
            <summary>{text::GROUNDS.get(lang)}</summary>
            {readings}
            {source_line(&sources, lang)}
        </details>
    }
    .into_any()
}
