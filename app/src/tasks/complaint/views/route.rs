//! To whom a complaint goes, until when and how that was counted, and what follows: before it is written.

use super::{question::back_form, show_fact};
use crate::{
    tasks::{
        case::text::{left, weeks_on},
        complaint::{
            form::{ComplaintForm, ComplaintStep, Progress},
            text::{self, route as say},
        },
        contact::text as contact,
        deadline::text::reasons::COUNTS_LATER,
    },
    ui::{
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        facts::{beside, source_line},
        fields::{Hidden, TextArea},
        glossary_links::link_glossary,
    },
};
use domain::{
    Body, Lang, LocalDay, Rules, Source, Standard,
    complaint::{ComplaintAnswers, ComplaintDesk, ComplaintTiming, StartDayKind, is_final, unit_of_body},
    decide::{ComplaintOutcome, ComplaintReason, Decision},
};
use itertools::Itertools;
use leptos::prelude::*;

/// What somebody is told before they write.
pub struct RoutePage<'a> {
    pub standard: &'a Standard,
    pub form: &'a ComplaintForm,
    pub progress: &'a Progress,
    pub answers: ComplaintAnswers,
    pub today: LocalDay,
}

impl<'a> RoutePage<'a> {
    fn rules(&self) -> &'a Rules {
        self.answers.substance().map_or(&self.standard.rules, |substance| self.standard.rules_for(substance))
    }

    /// What the standard gives for the complaint, were it sent today.
    fn decide(&self) -> Decision<'a, ComplaintOutcome<'a>> {
        self.answers.decide(self.standard, Some(self.today))
    }
}

/// The page that says where a complaint goes.
pub fn route_page(meta: PageMeta, page: &RoutePage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let found = page.decide();
    let outcome = &found.outcome;
    let is_outside = ComplaintDesk::of(outcome) == ComplaintDesk::Outside;
    let name = page.standard.name.get(lang).to_owned();
    let what = text::subject(page.answers.subject).0.get(lang);
    let reason = say::reason(outcome.reason).map(|said| view! { <p>{said.get(lang)}</p> });
    let body = if is_outside { show_outside(page, lang) } else { show_inside(&meta, page, outcome) };
    let readings =
        found.readings.iter().unique().map(|reading| beside(None, Some(reading), lang)).collect_view();
    let sources: Vec<Source> = found.citations.iter().copied().cloned().collect();
    let grounds = (!sources.is_empty()).then(|| {
        view! { <details class="details"><summary>{say::GROUNDS.get(lang)}</summary>{readings}{source_line(&sources, lang)}</details> }
    });
    let title = title(outcome, lang);
    let write = (!is_outside).then(|| {
        let mut fields = page.form.fields();
        fields.push(("STEP", ComplaintStep::Route.code().to_owned()));
        view! {
            <form method="post" action=meta.in_municipality("klage") class="actions">
                <Hidden fields=fields/>
                <button type="submit" class="button button-primary">{say::WRITE.get(lang)}</button>
            </form>
        }
    });
    let back = page.progress.before(ComplaintStep::Route).map(|step| back_form(&meta, page.form, step));
    let place = page
        .answers
        .subject
        .concerns_supervision()
        .then(|| show_fact(text::OTHER_WAYS, &page.standard.rules.complaints.whistleblower, lang));
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <p class="title">{what}</p>
                <h1>{title}</h1>
                {reason}
                {body}
                {place}
                {write}
                {grounds}
                {back}
            </div>
        </Document>
    }
}

fn title(outcome: &ComplaintOutcome<'_>, lang: Lang) -> String {
    match (outcome.reason, outcome.recipient) {
        (_, Some(body)) => say::TO.with(body.name.get(lang), lang),
        (ComplaintReason::MedicalNotComplainableInPrinciple, _) => say::MEDICAL.get(lang).to_owned(),
        (_, None) if outcome.complainable == Some(false) => say::BARRED.get(lang).to_owned(),
        (_, None) => say::TO_HEAD.get(lang).to_owned(),
    }
}

/// Of a complaint that another authority takes: how it gets there.
fn show_outside(page: &RoutePage<'_>, lang: Lang) -> AnyView {
    let rules = &page.rules().complaints;
    // Nothing is swallowed: what was written before the subject was changed can be taken along.
    let typed = page.form.words.clone();
    let written = (!typed.is_empty())
        .then(|| view! { <TextArea name="COPY" label=say::COPY.get(lang) typed=typed lang=lang/> });
    view! {
        <p class="lead">{say::OUTSIDE.get(lang)}</p>
        {written}
        {show_fact(say::REACH, &rules.health_channel, lang)}
        {show_fact(say::OUTSIDE_DEADLINE, &rules.health_deadline, lang)}
        {show_fact(text::ADVISER, &rules.citizen_adviser, lang)}
    }
    .into_any()
}

/// Of a complaint that is read at the desk: until when, what follows, how else to reach whoever reads it.
fn show_inside(meta: &PageMeta, page: &RoutePage<'_>, outcome: &ComplaintOutcome<'_>) -> AnyView {
    let lang = meta.lang;
    let rules = &page.rules().complaints;
    let medical = outcome.reason == ComplaintReason::MedicalNotComplainableInPrinciple;
    let why = if medical {
        view! { {show_fact(text::ADVISER, &rules.health_channel, lang)}<p>{say::MEDICAL_STILL.get(lang)}</p> }
            .into_any()
    } else if outcome.complainable == Some(false) {
        view! { <p>{say::BARRED_STILL.get(lang)}</p> }.into_any()
    } else if outcome.recipient.is_none() {
        view! { <p>{say::TO_HEAD_WHY.get(lang)}</p> }.into_any()
    } else {
        view! { {show_deadline(page, outcome, lang)}{show_next(page, outcome, lang)} }.into_any()
    };
    let further = outcome.further_body.filter(|_| !medical).map(|body| {
        let said = if body.reader.is_some() { say::FURTHER } else { say::BESIDE };
        view! { <p>{said.with(body.name.get(lang), lang)}</p> }
    });
    let is_barred = outcome.complainable == Some(false);
    let adviser = (is_barred || outcome.further_body.is_some_and(|body| body.reader.is_none())) && !medical;
    let adviser = adviser.then(|| show_fact(text::ADVISER, &rules.citizen_adviser, lang));
    view! {
        {why}
        {further}
        {show_reach(meta, page.standard, outcome)}
        {adviser}
    }
    .into_any()
}

/// The last day, and how it was counted; or why there is none.
fn show_deadline(page: &RoutePage<'_>, outcome: &ComplaintOutcome<'_>, lang: Lang) -> AnyView {
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let timing = ComplaintTiming::of(outcome, page.today);
    let (Some(latest), Some(start)) = (outcome.complaint_latest, page.answers.start) else {
        return view! { <div class="you"><p><strong>{say_no_day(page, outcome, timing, lang)}</strong></p></div> }
            .into_any();
    };
    let said = match timing {
        ComplaintTiming::Late | ComplaintTiming::ByGeneralRule => say::WAS_BY.with(&day(latest), lang),
        _ => {
            format!("{} {}", say::BY.with(&day(latest), lang), left(latest.days_from(page.today), lang))
        }
    };
    let next = latest.next_weekday();
    let after = match timing {
        ComplaintTiming::Late => Some(say::STILL.get(lang).to_owned()),
        ComplaintTiming::ByGeneralRule => Some(say::GENERAL_RULE.with(&day(next), lang)),
        _ => (next != latest).then(|| COUNTS_LATER.with(&day(next), lang)),
    };
    let counted = start.counts_from().unwrap_or(latest);
    let worked_out = match start.kind {
        StartDayKind::SentDigitally => Some(say::WORKED_OUT_DIGITALLY.get(lang).to_owned()),
        StartDayKind::SentByLetter => Some(say::WORKED_OUT_BY_LETTER.with(&day(counted), lang)),
        StartDayKind::Made | StartDayKind::Received | StartDayKind::Unknown => None,
    };
    let told = start.day.map(|told| say::told_day(start.kind).with(&day(told), lang));
    let weeks = latest.days_after(counted) / 7;
    view! {
        <div class="you">
            <p><strong>{said}</strong></p>
            {after.map(|after| view! { <p>{after}</p> })}
            <h2>{say::COUNTED.get(lang)}</h2>
            <ol>
                <li>{told}</li>
                {worked_out.map(|said| view! { <li>{said}</li> })}
                <li>{weeks_on(weeks, &day(latest), lang)}</li>
            </ol>
        </div>
    }
    .into_any()
}

/// Why no last day stands.
fn say_no_day(
    page: &RoutePage<'_>,
    outcome: &ComplaintOutcome<'_>,
    timing: ComplaintTiming,
    lang: Lang,
) -> String {
    if timing == ComplaintTiming::NoLastDay {
        return say::NO_LAST_DAY.get(lang).to_owned();
    }
    let weeks = page.rules().complaints.deadline_weeks.value().filter(|_| page.answers.start.is_some());
    match (weeks, outcome.reason) {
        (Some(weeks), _) => {
            let start = page.answers.find_start(page.standard).map(|stated| stated.value);
            let weeks = say::weeks_from(start, *weeks, lang);
            format!("{weeks} {}", say::SOONER.get(lang))
        }
        (None, ComplaintReason::GuaranteeBreachComplainable | ComplaintReason::SocialComplaint) => {
            say::NO_DECISION.get(lang).to_owned()
        }
        (None, _) => say::NO_LAST_DAY_NAMED.get(lang).to_owned(),
    }
}

/// Who looks at it again, until when, and who decides then; where that depends on its being in time, with that condition.
fn show_next(page: &RoutePage<'_>, outcome: &ComplaintOutcome<'_>, lang: Lang) -> AnyView {
    let in_time = page.answers.decide_in_time(page.standard, page.today);
    let said = match ComplaintTiming::of(outcome, page.today) {
        ComplaintTiming::Late => vec![say::ONWARD_LATE.get(lang).to_owned()],
        ComplaintTiming::Unknown if outcome.reassessment_latest != in_time.reassessment_latest => {
            [vec![say::IF_IN_TIME.get(lang).to_owned()], list_next(page, &in_time, lang)].concat()
        }
        ComplaintTiming::ByGeneralRule => list_next(page, &in_time, lang),
        _ => list_next(page, outcome, lang),
    };
    let said = said.into_iter().map(|said| view! { <p>{said}</p> }).collect_view();
    view! { <section><h2>{say::NEXT.get(lang)}</h2>{said}</section> }.into_any()
}

fn list_next(page: &RoutePage<'_>, outcome: &ComplaintOutcome<'_>, lang: Lang) -> Vec<String> {
    let again = match outcome.reassessment_latest {
        Some(last) => {
            let day = dates::weekday_and_date(last.date(), lang);
            say::reassess(last.days_after(page.today) / 7, &day, lang)
        }
        None => say::REASSESS_SILENT.get(lang).to_owned(),
    };
    let on = match outcome.onward_body {
        Some(body) => Some(say::GOES_ON_TO.with(body.name.get(lang), lang)),
        None if is_final(outcome.reason) => None,
        None => Some(say::ONWARD_SILENT.get(lang).to_owned()),
    };
    [again].into_iter().chain(on).collect()
}

/// The address and the telephone of whoever reads the complaint, and whether one may say it aloud.
fn show_reach(meta: &PageMeta, standard: &Standard, outcome: &ComplaintOutcome<'_>) -> AnyView {
    let lang = meta.lang;
    let oral = (outcome.oral_allowed == Some(true)).then(|| view! { <p>{say::ORAL.get(lang)}</p> });
    let ways = match outcome.recipient {
        Some(body) => reach(meta, standard, body),
        None => contact_block(meta, standard, standard.main_unit()),
    };
    let ways = ways.unwrap_or_else(|| view! { <p>{say::NO_ADDRESS.get(lang)}</p> }.into_any());
    // Where nobody is named the age was not asked: the young have a place of their own.
    let young = standard.rules.complaints.decision_recipient_under_18.value();
    let young = young.filter(|_| outcome.recipient.is_none()).map(|body| {
        let name = say::UNDER_18.with(body.name.get(lang), lang);
        view! { <p><strong>{name}</strong></p>{reach(meta, standard, body)} }
    });
    view! { <section><h2>{say::REACH.get(lang)}</h2>{ways}{young}{oral}</section> }.into_any()
}

fn reach(meta: &PageMeta, standard: &Standard, body: &Body) -> Option<AnyView> {
    let lang = meta.lang;
    let unit = unit_of_body(standard, body)?;
    let address = unit.address.value().map(|address| {
        view! { <p><strong>{contact::ADDRESS.get(lang)}": "</strong><span lang="da">{link_glossary(address.get(lang), lang)}</span></p> }
    });
    Some(view! { {address}{contact_block(meta, standard, unit)} }.into_any())
}
