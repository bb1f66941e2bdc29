//! Talks, groups and days of treatment: the next one, this week and the next, and at the desk what is held when.

use super::{ShownPlan, field_id};
use crate::{
    tasks::plan::text,
    ui::{
        choices::{Choice, Select},
        dates,
        document::PageMeta,
        error_summary::FieldError,
        fields::{Field, Hidden},
        text::capitalised,
    },
};
use domain::{
    LocalDay, Offer,
    plan::{Meeting, MeetingDay, PlanSide, Recurrence},
};
use leptos::prelude::*;

/// Days of a week.
const WEEK: u16 = 7;

/// The talk or group that comes next, in a line.
pub(crate) fn describe_next(plan: &ShownPlan<'_>) -> Option<String> {
    plan.state.find_next_meeting(plan.now).map(|next| describe_day(next, plan))
}

/// When something is held, seen from today.
pub(crate) fn describe_day(held: MeetingDay<'_>, plan: &ShownPlan<'_>) -> String {
    let day = dates::day_seen_from(held.on.date(), plan.now.date(), plan.lang);
    capitalised(&format!("{day} {}", describe_times(held.meeting, plan)))
}

fn describe_times(meeting: &Meeting, plan: &ShownPlan<'_>) -> String {
    let (from, to) = meeting.times();
    text::between(&dates::clock(from, plan.lang), &dates::clock(to, plan.lang), plan.lang)
}

/// That the centre is closed on a day.
pub(crate) fn describe_closed(meta: &PageMeta, plan: &ShownPlan<'_>, day: LocalDay) -> Option<String> {
    let is_closed = meta.at.days.is_closed(day.date());
    is_closed.then(|| text::closed_that_day(plan.reader).get(plan.lang).to_owned())
}

/// `…/uge`. `offers` are those for which the standard sets weekdays and hours.
pub fn show_week(meta: &PageMeta, plan: &ShownPlan<'_>, offers: &[&Offer]) -> AnyView {
    let lang = plan.lang;
    let monday = plan.today().monday();
    let weeks =
        [(text::THIS_WEEK, monday), (text::NEXT_WEEK, monday.plus_days(WEEK))].map(|(title, first)| {
            let held = plan.state.list_week(first, WEEK);
            view! { <section><h2>{title.get(lang)}</h2>{show_days(meta, plan, &held)}</section> }
        });
    let none =
        plan.state.meetings.is_empty().then(|| view! { <p>{text::no_meetings(plan.reader).get(lang)}</p> });
    let centre = (plan.reader == PlanSide::Staff).then(|| {
        view! { {show_held(plan)}{meeting_form(plan)}{hours_form(plan, offers)} }
    });
    view! {
        <h1>{text::week(plan.reader).get(lang)}</h1>
        {none}
        {weeks.collect_view()}
        {centre}
    }
    .into_any()
}

pub(crate) fn show_days(meta: &PageMeta, plan: &ShownPlan<'_>, held: &[MeetingDay<'_>]) -> AnyView {
    if held.is_empty() {
        return view! { <p class="hint">{text::NO_TIMES.get(plan.lang)}</p> }.into_any();
    }
    let lines = held.iter().map(|one| {
        let line = describe_day(*one, plan);
        let closed = describe_closed(meta, plan, one.on).map(|closed| view! { <p>{closed}</p> });
        let class = (one.on < plan.today()).then_some("hint");
        view! { <li class=class><strong>{line}</strong>" "<span>{one.meeting.words.clone()}</span>{closed}</li> }
    });
    view! { <ul class="lines">{lines.collect_view()}</ul> }.into_any()
}

/// What is still to be held, each with a way to end it.
fn show_held(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let held =
        plan.state.meetings.iter().filter_map(|meeting| Some((meeting, meeting.next_on(plan.today())?)));
    let lines = held.map(|(meeting, next)| {
        let day = dates::weekday_and_date(next.date(), lang);
        let when = format!("{day} {}", describe_times(meeting, plan));
        let said = text::held_next(meeting.recurs, &when, lang);
        let until = meeting.last.filter(|_| meeting.recurs != Recurrence::Once);
        let until = until.map(|last| format!(" · {}", text::held_until(&dates::date(last.date(), lang), lang)));
        let fields = vec![("MEETING", meeting.place.to_string())];
        let name = format!("{}: {}", text::END_MEETING.get(lang), meeting.words);
        view! {
            <li>
                <p><strong>{meeting.words.clone()}</strong>" "<span>{said}{until}</span></p>
                <form method="post" action=format!("{}/uge", plan.base)>
                    <Hidden fields=fields/>
                    <button type="submit" class="link" name="ACT" value="END_MEETING" aria-label=name>{text::END_MEETING.get(lang)}</button>
                </form>
            </li>
        }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty())
        .then(|| view! { <section><h2>{text::HELD_TIMES.get(lang)}</h2><ul class="lines notes">{lines}</ul></section> }.into_any())
}

fn meeting_form(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let tried = plan.tried_at("MEETING");
    let words = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let chosen = |field: &str| plan.chosen_at("MEETING", field);
    let wrong = |field: &str| tried.and_then(|tried| FieldError::at(&tried.beside, field));
    let recurs = chosen("RECURS");
    let choice =
        |&one: &Recurrence| Choice::new(one.code(), text::recurs(one).get(lang), one.code() == recurs);
    let again = Recurrence::ALL.iter().filter(|one| **one != Recurrence::Once);
    let choices = again.map(choice).collect();
    view! {
        <form class="panel" method="post" action=format!("{}/uge", plan.base) autocomplete="off">
            <h2>{text::ADD_MEETING.get(lang)}</h2>
            <Field name="TEXT" id=field_id("MEETING") label=text::MEETING_WORDS.get(lang) hint=text::MEETING_HINT.get(lang) value=words lang=lang error=problem autocomplete="off" maxlength=120/>
            <Field name="DAY" label=text::FIRST_TIME.get(lang) kind="date" value=chosen("DAY") lang=lang error=wrong("DAY") autocomplete="off"/>
            <Field name="FROM" label=text::FROM_TIME.get(lang) kind="time" value=chosen("FROM") lang=lang error=wrong("FROM") autocomplete="off"/>
            <Field name="TO" label=text::TO_TIME.get(lang) kind="time" value=chosen("TO") lang=lang error=wrong("TO") autocomplete="off"/>
            <Select name="RECURS" label=text::HOW_OFTEN.get(lang) none=text::recurs(Recurrence::Once).get(lang) choices=choices lang=lang/>
            <Field name="LAST" label=text::LAST_TIME.get(lang) kind="date" value=chosen("LAST") lang=lang error=wrong("LAST") autocomplete="off"/>
            <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="MEETING">{text::ADD.get(lang)}</button></div>
        </form>
    }
    .into_any()
}

/// The weekdays and hours that the standard sets, written in at once.
fn hours_form(plan: &ShownPlan<'_>, offers: &[&Offer]) -> Option<AnyView> {
    let lang = plan.lang;
    if offers.is_empty() {
        return None;
    }
    let tried = plan.tried_at("HOURS");
    let wrong = |field: &str| tried.and_then(|tried| FieldError::at(&tried.beside, field));
    let chosen = plan.chosen_at("HOURS", "OFFER");
    let choice =
        |offer: &&Offer| Choice::new(offer.slug.clone(), offer.title.get(lang), offer.slug == chosen);
    let choices = offers.iter().map(choice).collect();
    let (day, problem) = match tried {
        Some(tried) => (tried.typed.clone(), tried.problem.clone()),
        None => (plan.today().date().to_string(), None),
    };
    Some(
        view! {
            <form class="panel" method="post" action=format!("{}/uge", plan.base) autocomplete="off">
                <h2>{text::STANDARD_HOURS.get(lang)}</h2>
                <Select name="OFFER" label=text::WHICH_OFFER.get(lang) none=text::CHOOSE.get(lang) choices=choices lang=lang error=wrong("OFFER")/>
                <Field name="DAY" id=field_id("HOURS") label=text::FROM_DAY.get(lang) kind="date" value=day lang=lang error=problem autocomplete="off"/>
                <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="HOURS">{text::ADD_HOURS.get(lang)}</button></div>
            </form>
        }
        .into_any(),
    )
}
