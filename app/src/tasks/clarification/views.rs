//! Whether anonymous help with drugs fits, one question a page, before the clarifying conversation is booked.

use crate::{
    phrase::Phrase,
    tasks::clarification::text,
    ui::{
        choices::{Choice, Legend, RadioGroup, choice_id},
        contact_block::contact_block,
        document::{Document, PageMeta},
        error_summary::FieldError,
        facts::{beside, source_line},
        fields::Hidden,
        glossary_links::link_glossary,
        text as common,
        wizard::wizard_page,
    },
};
use domain::{
    BookingAbout, Channel, Lang, Standard,
    decide::{
        Clarified, ClarifyQuestion, adult_unit_age, clarified_age, decide_clarification, find_unit_side,
        units_for,
    },
};
use leptos::prelude::*;

const fn text_of(question: ClarifyQuestion) -> Phrase {
    match question {
        ClarifyQuestion::Adult => text::ADULT,
        ClarifyQuestion::Work => text::WORK,
        ClarifyQuestion::Housing => text::HOUSING,
        ClarifyQuestion::Social => text::SOCIAL,
        ClarifyQuestion::Mind => text::MIND,
        ClarifyQuestion::Medicine => text::MEDICINE,
    }
}

fn fields(answers: &[(ClarifyQuestion, bool)]) -> Vec<(&'static str, String)> {
    answers.iter().map(|(question, yes)| (question.code(), code(*yes).to_owned())).collect()
}

const fn code(yes: bool) -> &'static str {
    if yes { "YES" } else { "NO" }
}

/// One question.
pub struct QuestionPage<'a> {
    pub standard: &'a Standard,
    pub answers: &'a Clarified,
    pub question: ClarifyQuestion,
    /// Which question this is, and of how many.
    pub place: (usize, usize),
    pub problem: Option<Phrase>,
}

/// A question of `/{kommune}/afklaring`.
pub fn question_page(meta: PageMeta, page: &QuestionPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let question = page.question;
    let action = meta.in_municipality("afklaring");
    let first = choice_id(question.code(), "YES");
    let problem = page.problem.map(|problem| FieldError::of(first, problem, lang));
    let error = problem.as_ref().map(|problem| problem.message.clone());
    let intro = (page.place.0 == 1).then(|| intro(page.standard, lang));
    let choices = [(true, common::YES), (false, common::NO)]
        .map(|(yes, label)| Choice::new(code(yes), label.get(lang), false))
        .to_vec();
    let legend = Legend::Heading(text_of(question).with(&clarified_age(page.standard).to_string(), lang));
    let back = page.answers.last().map(|(last, _)| {
        view! {
            <form method="post" action=action.clone()>
                <Hidden fields=fields(page.answers)/>
                <button type="submit" class="link" name="BACK" value=last.code()>{common::ONE_STEP_BACK.get(lang)}</button>
            </form>
        }
    });
    let mut carried = fields(page.answers);
    carried.push(("STEP", question.code().to_owned()));
    let asked = view! {
        <form method="post" action=action autocomplete="off">
            <Hidden fields=carried/>
            <RadioGroup name=question.code() legend=legend choices=choices lang=lang error=error/>
            <div class="actions"><button type="submit" class="button button-primary">{common::CONTINUE.get(lang)}</button></div>
        </form>
        {back}
    };
    wizard_page(meta, page.standard, page.place, intro, problem, asked.into_any(), None)
}

/// What it is, how long it takes, and whether the standard or the centre offers it here.
fn intro(standard: &Standard, lang: Lang) -> AnyView {
    let channels = &standard.rules.anonymous_drug_treatment.contact_channels;
    let named = channels.stated().filter(|stated| stated.value.contains(&Channel::Website));
    let said = if named.is_some() { text::NAMED_BY_STANDARD } else { text::OFFERED_BY_CENTRE };
    let source = named.map(|stated| source_line(std::slice::from_ref(&stated.source), lang));
    view! {
        <p class="title">{text::LINK.get(lang)}</p>
        <p class="lead">{text::LEAD.get(lang)}</p>
        <p>{text::HOW_LONG.get(lang)}</p>
        <p>{said.get(lang)}</p>
        {source}
    }
    .into_any()
}

/// Where the answers lead.
pub fn outcome_page(meta: PageMeta, standard: &Standard, answers: &Clarified) -> impl IntoView + use<> {
    let lang = meta.lang;
    let decision = decide_clarification(standard, answers);
    let (title, lead) = match decision.outcome.eligible {
        Some(true) => (text::FITS, text::FITS_TEXT),
        None => (text::STAFF, text::STAFF_TEXT),
        Some(false) => (text::NO_FIT, text::INSTEAD),
    };
    let no_fit = decision.outcome.eligible == Some(false);
    let why = no_fit.then(|| {
        let readings =
            decision.readings.iter().map(|reading| beside(None, Some(reading), lang)).collect_view();
        view! {
            <p>{text::reason(decision.outcome.reason).get(lang)}</p>
            {(!decision.readings.is_empty()).then(|| view! { <details class="details"><summary>{text::WHY.get(lang)}</summary>{readings}</details> })}
        }
    });
    let sources: Vec<_> = decision.citations.iter().map(|source| (*source).clone()).collect();
    let source = source_line(&sources, lang);
    let place = standard.rules.anonymous_drug_treatment.place.value().filter(|_| !no_fit).map(|place| {
        view! { <section class="you"><h2>{text::PLACE.get(lang)}</h2><p>{link_glossary(place.get(lang), lang)}</p></section> }
    });
    let (booking, action) = (meta.in_municipality("samtale"), meta.in_municipality("afklaring"));
    let button = if no_fit { text::TALK } else { text::BOOK };
    let carried = if no_fit { Vec::new() } else { vec![("ABOUT", "CLARIFYING".to_owned())] };
    let book = meta.acts.appointment.is_some().then(|| {
        view! {
            <form method="post" action=booking class="actions">
                <Hidden fields=carried/>
                <button type="submit" class="button button-primary">{button.get(lang)}</button>
            </form>
        }
    });
    let last = answers.last().map(|(question, _)| question.code());
    // Under 18 it is the unit for the young that one calls, where there is one.
    let young = answers.contains(&(ClarifyQuestion::Adult, false))
        && clarified_age(standard) <= adult_unit_age(standard);
    let about = if young { BookingAbout::Young } else { BookingAbout::Clarifying };
    let ways = units_for(standard, find_unit_side(standard, about, None))
        .into_iter()
        .map(|unit| {
            let name = unit.name.get(lang).to_owned();
            view! { <p><strong>{name}</strong></p>{contact_block(&meta, standard, unit)} }
        })
        .collect_view();
    let name = standard.name.get(lang).to_owned();
    let answered = fields(answers);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <h1>{title.get(lang)}</h1>
                <p class="lead">{lead.get(lang)}</p>
                {why}
                {place}
                {book}
                {ways}
                <p><a href=meta.in_municipality("find")>{common::FIND_HELP.get(lang)}</a></p>
                {source}
                <form method="post" action=action>
                    <Hidden fields=answered/>
                    <button type="submit" class="link" name="BACK" value=last>{common::ONE_STEP_BACK.get(lang)}</button>
                </form>
            </div>
        </Document>
    }
}
