//! One question a page, before the complaint is written.

use super::problem::ComplaintFieldError;
use crate::{
    phrase::Phrase,
    tasks::complaint::{
        form::{ComplaintForm, ComplaintStep, Progress},
        text,
    },
    ui::{
        choices::{Choice, Fieldset, Legend, Part, Parts, PressChoice, PressChoices, Radios, choice_id},
        document::PageMeta,
        error_summary::FieldError,
        facts::{nuances, source_line},
        fields::Hidden,
        text as common,
        wizard::wizard_page,
    },
};
use domain::{
    ComplaintStart, Lang, Standard, Substance,
    complaint::{ComplaintSubject, StartDayKind},
};
use leptos::prelude::*;

/// One question.
pub struct QuestionPage<'a> {
    pub standard: &'a Standard,
    pub form: &'a ComplaintForm,
    pub progress: &'a Progress,
    /// What is asked.
    pub step: ComplaintStep,
    pub problem: Option<ComplaintFieldError>,
}

/// A question of `/{kommune}/klage`.
pub fn question_page(meta: PageMeta, page: &QuestionPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (asked, field) = ask(page, lang);
    let problem = page.problem.map(|problem| FieldError::of(field, problem.text(), lang));
    let back = page.progress.before(page.step).map(|step| back_form(&meta, page.form, step));
    let action = meta.in_municipality("klage");
    let class = (page.step == ComplaintStep::StartDay).then_some("deadline");
    let asked = view! {
        <form method="post" action=action class=class autocomplete="off">
            {asked}
        </form>
        {back}
    };
    let place = page.progress.place(page.step);
    wizard_page(meta, page.standard, place, None, problem, asked.into_any(), None)
}

/// One step back.
pub(super) fn back_form(meta: &PageMeta, form: &ComplaintForm, step: ComplaintStep) -> AnyView {
    view! {
        <form method="post" action=meta.in_municipality("klage")>
            <Hidden fields=form.fields()/>
            <button type="submit" class="link" name="BACK" value=step.code()>{common::ONE_STEP_BACK.get(meta.lang)}</button>
        </form>
    }
    .into_any()
}

/// Choices of which one press is the answer, under a heading; and the field that a problem leads to.
fn press(
    page: &QuestionPage<'_>,
    legend: Phrase,
    why: Option<Phrase>,
    choices: Vec<PressChoice>,
    lang: Lang,
) -> (AnyView, String) {
    let name = page.step.code();
    let first = choices.first().map(|choice| choice_id(name, &choice.value)).unwrap_or_default();
    let (mut fields, before) = page.form.without(&[name]);
    fields.push(("STEP", name.to_owned()));
    let error = page.problem.map(|problem| problem.text().get(lang).to_owned());
    let hint = why.map(|why| why.get(lang).to_owned());
    let legend = Legend::Heading(legend.get(lang).to_owned());
    let view = view! {
        <Hidden fields=fields/>
        <Fieldset name=name legend=legend lang=lang hint=hint error=error>
            <PressChoices name=name choices=choices lang=lang before=before/>
        </Fieldset>
    };
    (view.into_any(), first)
}

fn choice(value: &str, label: Phrase, hint: Option<Phrase>, lang: Lang) -> PressChoice {
    let hint = hint.map(|hint| hint.get(lang).to_owned());
    PressChoice { value: value.to_owned(), label: label.get(lang).to_owned(), hint }
}

fn ask(page: &QuestionPage<'_>, lang: Lang) -> (AnyView, String) {
    match page.step {
        ComplaintStep::Subject
        | ComplaintStep::Route
        | ComplaintStep::Who
        | ComplaintStep::Reach
        | ComplaintStep::Write => {
            let choices = ComplaintSubject::all().map(|subject| {
                let (label, hint) = text::subject(subject);
                choice(subject.code(), label, hint, lang)
            });
            press(page, text::WHAT, None, choices.collect(), lang)
        }
        ComplaintStep::Papers => {
            let choices = vec![
                choice("YES", text::PAPERS_HEALTH, Some(text::PAPERS_HEALTH_HINT), lang),
                choice("NO", text::PAPERS_OTHER, None, lang),
            ];
            press(page, text::PAPERS, Some(text::PAPERS_WHY), choices, lang)
        }
        ComplaintStep::Substance => {
            let choices = Substance::ALL.iter();
            let choices = choices.map(|one| choice(one.code(), common::substance(*one), None, lang));
            press(page, text::SUBSTANCE, Some(text::SUBSTANCE_WHY), choices.collect(), lang)
        }
        ComplaintStep::Adult => {
            let choices = vec![choice("YES", common::YES, None, lang), choice("NO", common::NO, None, lang)];
            press(page, text::ADULT, Some(text::ADULT_WHY), choices, lang)
        }
        ComplaintStep::StartDay => ask_day(page, lang),
    }
}

/// What can be known of the day from which the standard counts.
fn list_kinds(start: Option<ComplaintStart>) -> &'static [StartDayKind] {
    match start {
        Some(ComplaintStart::DecisionMade) => &[StartDayKind::Made, StartDayKind::Unknown],
        Some(ComplaintStart::DecisionReceived) | None => &[
            StartDayKind::Received,
            StartDayKind::SentDigitally,
            StartDayKind::SentByLetter,
            StartDayKind::Unknown,
        ],
    }
}

fn ask_day(page: &QuestionPage<'_>, lang: Lang) -> (AnyView, String) {
    let form = page.form;
    let counted_from = page.progress.answers.and_then(|answers| answers.find_start(page.standard));
    let start = counted_from.map(|stated| stated.value);
    let (legend, why) = match start {
        Some(ComplaintStart::DecisionMade) => (text::DAY_MADE, text::DAY_MADE_WHY),
        Some(ComplaintStart::DecisionReceived) | None => (text::DAY_RECEIVED, text::DAY_RECEIVED_WHY),
    };
    let kinds = list_kinds(start);
    let first = kinds.first().map(|kind| choice_id("START", kind.code())).unwrap_or_default();
    let choices = kinds
        .iter()
        .map(|kind| Choice::new(kind.code(), text::day_kind(*kind).get(lang), form.start == kind.code()))
        .collect();
    let said = page.problem.map(|problem| problem.text().get(lang).to_owned());
    let of_kind = matches!(page.problem, Some(ComplaintFieldError::DayKind | ComplaintFieldError::Choose));
    let (kind_error, day_error) = if of_kind { (said, None) } else { (None, said) };
    let parts = [
        ("DAY", crate::tasks::deadline::text::DAY, &form.day, 2),
        ("MONTH", crate::tasks::deadline::text::MONTH, &form.month, 2),
        ("YEAR", crate::tasks::deadline::text::YEAR, &form.year, 4),
    ]
    .map(|(name, label, value, size)| Part { name, label: label.get(lang), value: value.clone(), size })
    .into();
    let (mut fields, _) = form.without(&["START", "DAY", "MONTH", "YEAR"]);
    fields.push(("STEP", page.step.code().to_owned()));
    let beside = counted_from.map(|stated| {
        let source = source_line(std::slice::from_ref(&stated.source), lang);
        view! { {nuances(stated, lang)}{source} }
    });
    let (kind_legend, day_legend) = (
        Legend::Label(text::DAY_KIND.get(lang).to_owned()),
        Legend::Label(text::THAT_DAY.get(lang).to_owned()),
    );
    let day_hint = text::THAT_DAY_HINT.get(lang).to_owned();
    let field = if of_kind { first } else { "DAY".to_owned() };
    let view = view! {
        <Hidden fields=fields/>
        <h1>{legend.get(lang)}</h1>
        <p>{why.get(lang)}</p>
        <Fieldset name="START" legend=kind_legend lang=lang error=kind_error>
            <Radios name="START" choices=choices/>
        </Fieldset>
        <Parts name="DAY" legend=day_legend hint=day_hint parts=parts lang=lang error=day_error/>
        <div class="actions"><button type="submit" class="button button-primary">{common::CONTINUE.get(lang)}</button></div>
        {beside}
    };
    (view.into_any(), field)
}
