//! The outcome: what fits and why, what does not and why, and the next step.

use crate::{
    phrase::Phrase,
    tasks::find_help::{
        island::{GuideState, NextStep, question::carried},
        text,
    },
    ui::{entitlements, text as common},
};
use domain::{
    Access, Assessment, Choice, Circumstance, Condition, Entitlement, EntitlementSummary, Fit, Question,
    Substance,
};
use maud::{Markup, html};

/// How many offers stand beside the first; the others are folded.
const BESIDE_THE_FIRST: usize = 3;

/// The whole outcome: one answer with its way on, a few others, and the rest for who wants to see it.
pub fn markup(state: &GuideState, outcome: &[Assessment]) -> Markup {
    let lang = state.lang;
    let fitting: Vec<&Assessment> = outcome.iter().filter(|verdict| verdict.fit != Fit::No).collect();
    let uncovered = fitting.is_empty().then(|| only_covered(state)).flatten();
    let (title, note) = match uncovered {
        Some(covered) => (no_offer_title(state), text::outside_scope(covered)),
        None if fitting.is_empty() => (no_offer_title(state), text::OUTCOME_NONE),
        None => (text::OUTCOME_TITLE, text::OUTCOME_NOTE),
    };
    // What only comes with a treatment is no way to begin, nor is what stands beside it.
    let is_way_in = |verdict: &&Assessment| {
        let criteria = &state.guide.offers[verdict.offer];
        criteria.access != Access::WithinTreatment && !criteria.side
    };
    // Nor does what only comes with a treatment lead: then it is those who help who lead.
    let leads = fitting
        .first()
        .is_some_and(|first| state.guide.offers[first.offer].access != Access::WithinTreatment);
    let (first, further) = fitting.split_at(usize::from(leads));
    let others: Vec<&Assessment> = further.iter().copied().filter(is_way_in).take(BESIDE_THE_FIRST).collect();
    let is_folded = |verdict: &&Assessment| others.iter().all(|other| other.offer != verdict.offer);
    let (aside, folded): (Vec<&Assessment>, Vec<&Assessment>) =
        further.iter().copied().filter(is_folded).partition(|verdict| state.guide.offers[verdict.offer].side);
    html! {
        h1 tabindex="-1" id="question" { (title.get(lang)) }
        (answers(state))
        p { (note.get(lang)) }
        (section(state, first, text::START_HERE.get(lang)))
        (next_step(state, outcome))
        (children(state))
        (section(state, &others, text::OTHERS.get(lang)))
        @if !folded.is_empty() || !aside.is_empty() {
            details class="details" {
                summary { (text::show_more(folded.len() + aside.len(), lang)) }
                @for (access, title) in [
                    (Access::Direct, text::MORE_DIRECT),
                    (Access::AfterIntake, text::AFTERWARDS),
                    (Access::WithinTreatment, text::BESIDE),
                    (Access::ByDecision, text::DECIDED),
                ] {
                    (group(state, &folded, access, title.get(lang)))
                }
                (section(state, &aside, text::ASIDE.get(lang)))
            }
        }
        @if uncovered.is_none() { (misfits(state, outcome)) }
        p class="actions" {
            a class="button button-secondary" href={ (state.base) "/find" } { (text::RESTART.get(lang)) }
        }
    }
}

fn no_offer_title(state: &GuideState) -> Phrase {
    if state.next_steps[0].phone.is_some() { text::OUTCOME_NONE_TITLE } else { text::OUTCOME_NONE_NO_PHONE }
}

/// What the standard is about, for somebody who told of something else.
fn only_covered(state: &GuideState) -> Option<Substance> {
    let told = state.answers.substances()?;
    match state.scope.as_slice() {
        [covered] if !told.includes(*covered) => Some(*covered),
        _ => None,
    }
}

/// For somebody with children: that those who help must tell of a concern, and where it stands.
fn children(state: &GuideState) -> Markup {
    let told = state.answers.get(Question::Has(Circumstance::ChildrenUnder18)) == Some(Choice::Yes);
    html! {
        @if told && state.duty_to_notify {
            p {
                (text::CHILDREN.get(state.lang)) " "
                a href={ (state.base) "/regler#children_at_home-duty_to_notify" } { (text::CHILDREN_MORE.get(state.lang)) }
            }
        }
    }
}

/// The offers that are reached in the same way.
fn group(state: &GuideState, fitting: &[&Assessment], access: Access, title: &str) -> Markup {
    let same = |verdict: &&Assessment| state.guide.offers[verdict.offer].access == access;
    let reached: Vec<&Assessment> = fitting.iter().copied().filter(same).collect();
    section(state, &reached, title)
}

/// Offers under a heading; nothing where there are none.
fn section(state: &GuideState, offers: &[&Assessment], title: &str) -> Markup {
    html! {
        @if !offers.is_empty() {
            section {
                h2 { (title) }
                ul class="offers" { @for verdict in offers { (offer(state, verdict)) } }
            }
        }
    }
}

fn offer(state: &GuideState, verdict: &Assessment) -> Markup {
    let lang = state.lang;
    let criteria = &state.guide.offers[verdict.offer];
    let reasons: Vec<String> =
        verdict.met.iter().filter_map(|&one| text::reason(one, criteria, lang)).collect();
    let open: Vec<String> =
        verdict.open.iter().filter_map(|&one| text::open_condition(one, criteria, lang)).collect();
    let unclear = verdict.open.iter().any(|one| matches!(one, Condition::Anonymous(_)));
    let terms = Entitlement::summarize(&state.offers[verdict.offer].entitlements, criteria, &state.answers);
    let sentences: Vec<String> =
        terms.iter().filter_map(|term| entitlements::summarize(term, lang)).collect();
    html! {
        li class="offer" {
            h3 { (link(state, verdict.offer)) }
            p { (state.offers[verdict.offer].summary) }
            @if !reasons.is_empty() {
                p class="why" { strong { (text::WHY.get(lang)) ":" } " " (common::listed(&reasons, lang)) "." }
            }
            @if !open.is_empty() {
                p class="why" { strong { (text::IF.get(lang)) } " " (common::listed(&open, lang)) "." }
            }
            @if unclear { p class="why" { (text::ANONYMITY_UNCLEAR.get(lang)) } }
            @if sentences.is_empty() {
                (source(state, verdict.offer, &terms))
            } @else {
                details class="details terms" {
                    summary { (text::TERMS.get(lang)) }
                    ul { @for sentence in sentences { li { (sentence) } } }
                    (source(state, verdict.offer, &terms))
                }
            }
        }
    }
}

/// Where the offer and its terms stand; nothing where nothing is named.
fn source(state: &GuideState, offer: usize, terms: &[EntitlementSummary]) -> Markup {
    let places = places(state, offer, terms);
    html! {
        @if !places.is_empty() {
            p class="source" { (common::SOURCE.get(state.lang)) ": " span lang="da" { (places) } }
        }
    }
}

/// Where the offer stands, then what its terms rest on, each place once.
fn places(state: &GuideState, offer: usize, terms: &[EntitlementSummary]) -> String {
    let brief = &state.offers[offer];
    let mut places: Vec<&str> = brief.source.iter().map(String::as_str).collect();
    let grounds = terms.iter().flat_map(|term| &term.entitlements).flat_map(|&term| &brief.grounds[term]);
    for &place in grounds {
        let place = state.places[place].as_str();
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

fn link(state: &GuideState, offer: usize) -> Markup {
    let brief = &state.offers[offer];
    html! { a href={ (state.base) "/tilbud/" (brief.slug) } { (brief.title) } }
}

/// Offers for the same kind of person that do not fit, each with its reasons.
fn misfits(state: &GuideState, outcome: &[Assessment]) -> Markup {
    let lang = state.lang;
    let for_others =
        |verdict: &Assessment| verdict.unmet.iter().any(|condition| matches!(condition, Condition::Audience));
    let mut rows = outcome.iter().filter(|verdict| verdict.fit == Fit::No && !for_others(verdict)).peekable();
    html! {
        @if rows.peek().is_some() {
            details class="details misfits" {
                summary { (text::DOES_NOT_FIT.get(lang)) }
                ul {
                    @for verdict in rows {
                        li {
                            (link(state, verdict.offer)) "."
                            @for &condition in &verdict.unmet { " " (text::unmet(condition, &state.guide.offers[verdict.offer], lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// Whom to turn to: the unit of the first offer that fits, where the standard says how to reach it; else of the nearest
/// that can be called; else the first unit.
fn next_step(state: &GuideState, outcome: &[Assessment]) -> Markup {
    let lang = state.lang;
    let fitting = || {
        let fits = outcome.iter().filter(|verdict| verdict.fit != Fit::No);
        fits.map(|verdict| &state.next_steps[state.offers[verdict.offer].unit])
    };
    let nearest = fitting()
        .next()
        .filter(|first| first.reachable())
        .or_else(|| fitting().find(|next| next.phone.is_some()))
        .or_else(|| fitting().find(|next| next.reachable()));
    let NextStep { unit, phone, website, email, address, open } = nearest.unwrap_or(&state.next_steps[0]);
    html! {
        section class="you" {
            h2 { (text::NEXT_STEP.get(lang)) ": " (unit) }
            (state.acts.calling(phone.clone()).markup(lang))
            @if let Some(phone) = phone {
                p class="hint" { (phone.label) }
            } @else if let Some(site) = website {
                p { (text::NEXT_STEP_SITE.get(lang)) " " a href=(site.href) rel="noreferrer" { (site.shown) } }
            } @else if email.is_none() {
                p { (text::NEXT_STEP_NO_PHONE.get(lang)) }
            }
            @if let Some(email) = email { p { a href={ "mailto:" (email) } { (email) } } }
            @if let Some(address) = address { p { span lang="da" { (address) } @if !open.is_empty() { ". " (open) "." } } }
            p { a href={ (state.base) "/kontakt" } { (common::CONTACT.get(lang)) } }
        }
    }
}

/// What has been answered, each to be changed by a press.
fn answers(state: &GuideState) -> Markup {
    let lang = state.lang;
    html! {
        form method="post" action={ (state.base) "/find" } class="chips" autocomplete="off" {
            (carried(state, None))
            h2 class="sr-only" { (text::YOUR_ANSWERS.get(lang)) }
            ul {
                @for (question, choice) in state.answers.iter() {
                    li {
                        button type="submit" name="ASK" value=(question.code()) class="chip" {
                            span class="sr-only" { (text::CHANGE.get(lang)) ": " (text::question(question).get(lang)) " " }
                            span { (text::chip(question, choice, lang)) }
                        }
                    }
                }
            }
        }
    }
}
