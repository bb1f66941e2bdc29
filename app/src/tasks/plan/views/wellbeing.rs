//! How somebody is: four short questions, what was answered over time, and a page for a bad day.

use super::{
    ShownPlan, field_id,
    goal::edit_link,
    texts::{show_lines, show_text, write_form},
};
use crate::{
    phrase::Phrase,
    tasks::plan::text,
    ui::{
        choices::{Choice, Legend, RadioGroup},
        contact_block::contact_block,
        dates,
        document::PageMeta,
        fields::TextArea,
    },
};
use domain::{
    BookingAbout, Lang, Unit,
    decide::{find_unit_side, unit_for},
    plan::{BadDayPart, CheckIn, PlanField, PlanSide, WELLBEING_MOST, WellbeingQuestion},
};
use itertools::Itertools;
use leptos::prelude::*;
use maud::{Markup, html};

/// The unit to which somebody of the plan's age turns.
pub(crate) fn unit_of<'a>(plan: &ShownPlan<'a>) -> &'a Unit {
    let side = find_unit_side(plan.standard, BookingAbout::Me, Some(plan.state.dates.subject.ages));
    unit_for(plan.standard, side)
}

/// The name of the field of a question.
#[must_use]
pub const fn question_field(question: WellbeingQuestion) -> &'static str {
    match question {
        WellbeingQuestion::Myself => "MYSELF",
        WellbeingQuestion::Close => "CLOSE",
        WellbeingQuestion::EverydayLife => "EVERYDAY_LIFE",
        WellbeingQuestion::Overall => "OVERALL",
    }
}

/// `…/trivsel`.
pub fn show_wellbeing(meta: &PageMeta, plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let said = match rules.monitoring.wellbeing.value() {
        Some(said) => said.get(lang).to_owned(),
        None => text::OWN_OFFER.get(lang).to_owned(),
    };
    view! {
        <h1>{text::wellbeing(plan.reader).get(lang)}</h1>
        <p>{said}</p>
        {show_form(plan)}
        {show_tonight(meta, plan)}
        {show_course(plan)}
    }
    .into_any()
}

/// Own words first; whoever wants to answer no question answers none.
fn show_form(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/trivsel", plan.base);
    let tried = plan.tried_at("CHECK_IN");
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let chosen = tried.map(|tried| tried.chosen.clone()).unwrap_or_default();
    let questions = WellbeingQuestion::ALL.iter().map(|&question| {
        let choices = (1..=WELLBEING_MOST).rev().map(|answer| {
            let (name, answer_text) = (question_field(question), answer.to_string());
            let is_chosen = chosen.iter().any(|(field, value)| *field == name && *value == answer_text);
            Choice::new(answer_text, text::answer(answer).get(lang), is_chosen)
        });
        let (name, choices) = (question_field(question), choices.collect());
        let legend = Legend::Label(text::wellbeing_question(question).get(lang).to_owned());
        view! {
            <RadioGroup name=name legend=legend choices=choices lang=lang/>
        }
    });
    let questions = questions.collect_view();
    view! {
        <form method="post" action=action autocomplete="off">
            <TextArea name="TEXT" id=field_id("CHECK_IN") label=text::OWN_WORDS_FIRST.get(lang) hint=text::SKIP.get(lang) typed=typed lang=lang error=problem rows=3/>
            {questions}
            <div class="actions"><button type="submit" class="button button-primary" name="ACT" value="CHECK_IN">{text::SAVE.get(lang)}</button></div>
        </form>
    }
    .into_any()
}

/// What to do if it is bad tonight.
fn show_tonight(meta: &PageMeta, plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    if plan.reader == PlanSide::Staff {
        return None;
    }
    let contact = contact_block(meta, plan.standard, unit_of(plan));
    Some(
        view! {
            <section class="you">
                <h2>{text::TONIGHT.get(lang)}</h2>
                <p>{text::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
                {contact}
                <p><a href=format!("{}/svaer-dag", plan.base)>{text::BAD_DAY.get(lang)}</a></p>
            </section>
        }
        .into_any(),
    )
}

/// What was answered over time: a sentence, a picture, and the same as a table.
fn show_course(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let checks = &plan.state.check_ins;
    if checks.is_empty() {
        return None;
    }
    let sentence = sum_up(checks, lang)
        .filter(|_| plan.reader == PlanSide::Citizen)
        .map(|sentence| view! { <p>{sentence}</p> });
    let chart = show_chart(checks, text::wellbeing_question, lang).into_string();
    Some(
        view! {
            <section>
                <h2>{text::over_time(plan.reader).get(lang)}</h2>
                {sentence}
                <div inner_html=chart></div>
                {show_table(checks, plan, true)}
            </section>
        }
        .into_any(),
    )
}

/// What was answered, without the words.
pub(crate) fn show_answers(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let has_answers = |check: &&CheckIn| check.answers.iter().any(Option::is_some);
    let checks = plan.state.check_ins.iter().filter(has_answers);
    let answered: Vec<CheckIn> =
        checks.map(|check| CheckIn { words: String::new(), ..check.clone() }).collect();
    (!answered.is_empty()).then(|| {
        let chart = show_chart(&answered, text::wellbeing_topic, plan.lang).into_string();
        view! { <div inner_html=chart></div>{show_table(&answered, plan, false)} }.into_any()
    })
}

/// The first and the last answer to how it is altogether.
fn sum_up(checks: &[CheckIn], lang: Lang) -> Option<String> {
    let overall =
        checks.iter().filter_map(|check| Some((check.on, check.answer(WellbeingQuestion::Overall)?)));
    let overall: Vec<_> = overall.collect();
    let (first, last) = (overall.first()?, overall.last()?);
    let say = |(on, answer): &(domain::LocalDay, u8)| {
        (dates::date(on.date(), lang), text::answer(*answer).get(lang).to_lowercase())
    };
    Some(if overall.len() < 2 {
        text::answered_once(say(last), lang)
    } else {
        text::answered(say(first), say(last), lang)
    })
}

/// Width between two answers, and height of a step.
const ACROSS: usize = 32;
const STEP: usize = 14;
/// Check-ins in the picture; the table has them all.
const CHARTED: usize = 20;

/// A line for each question: dots at the height of the answers. It reads in black and white.
fn show_chart(checks: &[CheckIn], named: fn(WellbeingQuestion) -> Phrase, lang: Lang) -> Markup {
    let shown = &checks[checks.len().saturating_sub(CHARTED)..];
    let (width, height) = (shown.len() * ACROSS + 8, usize::from(WELLBEING_MOST) * STEP + 8);
    let at = |place: usize, answer: u8| (place * ACROSS + ACROSS / 2, height - usize::from(answer) * STEP);
    html! {
        @for &question in WellbeingQuestion::ALL {
            @let dots: Vec<(usize, usize)> = shown.iter().enumerate()
                .filter_map(|(place, check)| Some(at(place, check.answer(question)?))).collect();
            @if !dots.is_empty() {
                div class="wellbeing" {
                    p { (named(question).get(lang)) }
                    svg viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) role="img" aria-label=(named(question).get(lang)) {
                        @for line in [1, WELLBEING_MOST] {
                            line x1="0" x2=(width) y1=(at(0, line).1) y2=(at(0, line).1) {}
                        }
                        polyline points=(dots.iter().map(|(x, y)| format!("{x},{y}")).join(" ")) {}
                        @for (x, y) in &dots { circle cx=(x) cy=(y) r="4" {} }
                    }
                }
            }
        }
    }
}

/// The answers, the newest first; with the words beside them, or without.
fn show_table(checks: &[CheckIn], plan: &ShownPlan<'_>, has_words: bool) -> AnyView {
    let lang = plan.lang;
    let heads = WellbeingQuestion::ALL.iter().map(|&question| {
        let named =
            if has_words { text::wellbeing_question(question) } else { text::wellbeing_topic(question) };
        view! { <th scope="col">{named.get(lang)}</th> }
    });
    let words_head = has_words.then(|| view! { <th scope="col">{text::WORDS_HEAD.get(lang)}</th> });
    let lines = checks.iter().rev().map(|check| {
        let cells = WellbeingQuestion::ALL.iter().map(|&question| {
            let said = check.answer(question).map_or("–", |answer| text::answer(answer).get(lang));
            view! { <td>{said}</td> }
        });
        let noted = (check.side == PlanSide::Staff)
            .then(|| view! { <p class="hint">{text::BY_CENTRE.get(lang)}</p> });
        let words = has_words.then(|| view! { <td>{show_lines(&check.words)}{noted}</td> });
        view! { <tr><th scope="row">{dates::date(check.on.date(), lang)}</th>{cells.collect_view()}{words}</tr> }
    });
    view! {
        <div class="matrix" role="group" aria-label=text::over_time(plan.reader).get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{text::over_time(plan.reader).get(lang)}</caption>
                <thead><tr><th scope="col">{text::DAY_HEAD.get(lang)}</th>{heads.collect_view()}{words_head}</tr></thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// `…/svaer-dag`: whom to call first, then one's own words for a bad day.
pub fn show_bad_day(meta: &PageMeta, plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/svaer-dag", plan.base);
    let help = (plan.reader == PlanSide::Citizen).then(|| {
        let acts = meta.acts.markup(lang).into_string();
        view! {
            <p class="danger">{text::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
            <div inner_html=acts></div>
        }
    });
    let parts = BadDayPart::ALL.iter().map(|&part| {
        let (field, name) = (PlanField::BadDay(part), text::bad_day_part(part).get(lang));
        let code = field.to_string();
        let body = if plan.tried_at(&code).is_some() {
            write_form(plan, &action, (field, name.to_owned()), true)
        } else {
            let is_written = !plan.state.text(field).is_empty();
            let edit = edit_link(&action, &code, (name, is_written), plan);
            view! { <h2>{name}</h2>{show_text(plan, field)}<p>{edit}</p> }.into_any()
        };
        view! { <section>{body}</section> }
    });
    let parts = parts.collect_view();
    view! {
        <h1>{text::BAD_DAY.get(lang)}</h1>
        {help}
        <p>{text::BAD_DAY_LEAD.get(lang)}</p>
        {parts}
    }
    .into_any()
}
