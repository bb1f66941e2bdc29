//! Looking at the plan together: when, what both sides prepare, and what was said before; and contact after the end.

use super::{
    ShownPlan,
    goal::edit_link,
    texts::{show_text, write_form},
};
use crate::{
    tasks::{plan::text, rules::text::parameters},
    ui::{
        dates,
        facts::{beside, places},
        grounds::source_line,
    },
};
use domain::{
    LocalDay, ReviewQuestion,
    plan::{PlanDue, PlanDueKind, PlanField, PlanSide, list_review_questions},
};
use leptos::prelude::*;

/// `…/opfoelgning`. `centre` is what the desk does there.
pub fn show_review(plan: &ShownPlan<'_>, centre: Option<AnyView>) -> AnyView {
    let lang = plan.lang;
    view! {
        <h1>{text::REVIEW.get(lang)}</h1>
        {show_due(plan)}
        {centre}
        {show_preparation(plan)}
        {show_before(plan)}
        {show_after(plan)}
    }
    .into_any()
}

/// What is due, for who reads: what the centre tells the authority is for the centre.
pub(crate) fn list_shown<'a>(plan: &ShownPlan<'a>) -> Vec<PlanDue<'a>> {
    let due = plan.state.dates.list_due(plan.standard).into_iter();
    due.filter(|due| plan.reader == PlanSide::Staff || due.kind != PlanDueKind::AuthorityStatus).collect()
}

/// A day by which something must happen, in a sentence.
pub(crate) fn describe_due(kind: PlanDueKind, latest: LocalDay, plan: &ShownPlan<'_>) -> String {
    let day = dates::weekday_and_date(latest.date(), plan.lang);
    let late = latest.days_from(plan.today()) < 0;
    text::due(kind, &day, late, plan.reader, plan.lang)
}

fn show_due(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let due = list_shown(plan);
    let rests = due.first().map(|due| {
        let readings = due.readings.iter().map(|reading| beside(None, Some(reading), lang)).collect_view();
        let sources = source_line(None, places(due.citations.iter().copied()), lang);
        view! { <details><summary>{text::GROUNDS.get(lang)}</summary>{readings}{sources}</details> }
    });
    let lines = due.iter().map(|due| {
        let said = describe_due(due.kind, due.latest, plan);
        view! { <p><strong>{said}</strong></p> }
    });
    let lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        return view! { <section class="you">{lines}{rests}</section> }.into_any();
    }
    let none = match (plan.state.dates.made_on, plan.state.dates.discharge) {
        (_, Some(_)) => return ().into_any(),
        (None, None) => text::NOT_MADE,
        (Some(_), None) => text::NO_REVIEW,
    };
    view! { <p>{none.get(lang)}</p> }.into_any()
}

/// What both sides write before the next review.
fn show_preparation(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let number = plan.state.next_review();
    if plan.state.dates.discharge.is_some() {
        let prepared = show_written(plan, number)?;
        return Some(view! { <section><h2>{text::PREPARED.get(lang)}</h2>{prepared}</section> }.into_any());
    }
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let items = list_review_questions(rules).into_iter().map(|asked| {
        view! { <li>{show_question(plan, number, asked)}</li> }
    });
    let items = items.collect_view();
    let lead = text::prepare(plan.reader).get(lang);
    Some(
        view! { <section><h2>{text::PREPARE.get(lang)}</h2><p>{lead}</p><ul class="nobullet-list">{items}</ul></section> }
            .into_any(),
    )
}

/// A question with what each side has written; one's own can be written.
fn show_question(plan: &ShownPlan<'_>, number: u32, asked: ReviewQuestion) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/opfoelgning", plan.base);
    let title = parameters::review_question(asked).get(lang);
    let own = PlanField::Review(number, plan.reader, asked);
    let code = own.to_string();
    let body = if plan.tried_at(&code).is_some() {
        write_form(plan, &action, (own, title.to_owned()), true)
    } else {
        let is_written = !plan.state.text(own).is_empty();
        let edit = edit_link(&action, &code, (title, is_written), plan);
        let text = is_written.then(|| show_text(plan, own));
        view! { <h3>{title}</h3>{text}<p>{edit}</p> }.into_any()
    };
    let other = match plan.reader {
        PlanSide::Citizen => PlanSide::Staff,
        PlanSide::Staff => PlanSide::Citizen,
    };
    let theirs = PlanField::Review(number, other, asked);
    let theirs = (!plan.state.text(theirs).is_empty())
        .then(|| view! { <div class="quoted">{show_text(plan, theirs)}</div> });
    view! { {body}{theirs} }.into_any()
}

/// What both sides wrote for a review; nothing where neither did.
fn show_written(plan: &ShownPlan<'_>, number: u32) -> Option<AnyView> {
    let texts = ReviewQuestion::ALL.iter().flat_map(|&asked| {
        [PlanSide::Citizen, PlanSide::Staff].map(|side| (asked, PlanField::Review(number, side, asked)))
    });
    let texts = texts.filter(|(_, field)| !plan.state.text(*field).is_empty()).map(|(asked, field)| {
        view! { <h3>{parameters::review_question(asked).get(plan.lang)}</h3>{show_text(plan, field)} }
    });
    let texts: Vec<_> = texts.collect();
    (!texts.is_empty()).then(|| texts.into_any())
}

/// The reviews that were held, the last first.
fn show_before(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let held =
        (1u32..).zip(&plan.state.reviews).collect::<Vec<_>>().into_iter().rev().map(|(number, day)| {
            let title = dates::date(day.date(), lang);
            let texts = show_written(plan, number);
            view! { <details><summary>{title}</summary>{texts}</details> }
        });
    let held: Vec<_> = held.collect();
    (!held.is_empty()).then(|| view! { <section><h2>{text::HELD.get(lang)}</h2>{held}</section> }.into_any())
}

/// Contact after the end: what the standard says from the first day, or how it stands.
fn show_after(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let said = match plan.state.dates.find_follow_up(plan.standard) {
        Some((reason, return_offered)) => {
            let again = (return_offered == Some(true)).then(|| text::COME_BACK.get(lang));
            vec![Some(text::follow_up(reason).get(lang)), again]
        }
        None => return show_announced(plan),
    };
    let said = said.into_iter().flatten().map(|line| view! { <p>{line}</p> }).collect_view();
    let closing = plan.standard.rules_for(plan.state.dates.subject.substance).plan.closing_status.stated();
    let closing = closing.map(|stated| {
        let source = source_line(None, places([&stated.source]), lang);
        view! { <p>{stated.value.get(lang).to_owned()}</p>{source} }
    });
    let contacts = plan.state.contacts.iter().map(|day| {
        view! { <li><span>{text::contacted(&dates::date(day.date(), lang), lang)}</span></li> }
    });
    let contacts: Vec<_> = contacts.collect();
    let contacts = (!contacts.is_empty()).then(|| view! { <ul class="lines">{contacts}</ul> });
    Some(view! { <section><h2>{text::AFTER.get(lang)}</h2>{said}{closing}{contacts}</section> }.into_any())
}

/// That there is contact after the end, where the standard says that it is told beforehand.
fn show_announced(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let group = &rules.follow_up;
    let parts = rules.plan.content.value();
    let is_told = group.told.value().is_some()
        || parts.is_some_and(|parts| parts.contains(&domain::PlanPart::FollowUp));
    let months = match plan.state.dates.subject.substance {
        domain::Substance::Alcohol => group.alcohol_months.value(),
        domain::Substance::Drugs => group.drugs_months.value(),
    };
    let months = months.filter(|_| is_told)?;
    let told = text::announced(months, lang);
    // How, why and for whom, in the standard's own words.
    let said = [&group.channel, &group.purpose, &group.group].into_iter().filter_map(domain::Fact::value);
    let said = said.map(|said| view! { <p>{said.get(lang).to_owned()}</p> }).collect_view();
    Some(view! { <section><h2>{text::AFTER.get(lang)}</h2><p>{told}</p>{said}</section> }.into_any())
}
