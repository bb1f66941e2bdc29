//! All cases of a municipality, and one of them.

use crate::{
    db::CaseId,
    tasks::{
        case::{
            CaseRecord,
            service::{self, Recorded},
        },
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::tasks::{
    case::views::ShownCase,
    desk::{
        cases::{
            text,
            views::{CasePage, CaseRow, CasesPage, RecordForm, case_page, cases_page},
        },
        views::Notices,
    },
};
use app::ui::error_summary::FieldError;
use domain::{
    LocalDay, Substance,
    case::{CaseFact, fold_case, list_standing},
};
use serde::Deserialize;

/// What is written down.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct EventForm {
    fact: String,
    day: String,
    corrects: String,
}

/// Cases on a page of the list.
const SHOWN: usize = 9;

pub async fn list(session: StaffSession) -> PageResult {
    let db = &session.context.state.services.db;
    let today = LocalDay::new(session.context.now.date());
    let only = session.param("om").and_then(Substance::from_code);
    let number: u32 = session.param("side").and_then(|page| page.parse().ok()).unwrap_or(0);
    let cases = service::list(db, &session.who.municipality).await?;
    let wanted = cases.into_iter().filter(|case| only.is_none_or(|only| case.subject.substance == only));
    let rows = wanted.map(|case| row(&session, case, today));
    let is_over = session.param("vis") == Some("slut");
    let mut rows: Vec<CaseRow> =
        rows.filter(|row| (row.started.is_some() || row.ended.is_some()) == is_over).collect();
    if is_over {
        rows.sort_by_key(|row| std::cmp::Reverse(row.started.or(row.ended)));
    } else {
        // Who is late first; cases without a last day after those that have one.
        rows.sort_by_key(|row| (row.left.is_none(), row.left, row.day0));
    }
    let first = (number as usize).saturating_mul(SHOWN);
    let has_more = rows.len() > first.saturating_add(SHOWN);
    let shown: Vec<CaseRow> = rows.into_iter().skip(first).take(SHOWN).collect();
    let page = CasesPage { rows: &shown, is_over, number, has_more, only };
    session
        .page(text::TAB, session.notices(), |meta, notices| cases_page(meta, &session.at(), notices, &page))
}

fn row(session: &StaffSession, case: CaseRecord, today: LocalDay) -> CaseRow {
    let state = fold_case(&session.standard, &case.subject, &case.list_events(), today);
    CaseRow {
        id: case.id.to_string(),
        pseudonym: case.pseudonym,
        substance: case.subject.substance,
        day0: state.clock.outcome.day0,
        latest: state.clock.outcome.start_latest,
        left: state.days_left(today),
        started: state.started,
        ended: state.ended,
    }
}

pub async fn read(session: StaffSession) -> PageResult {
    let Some(case) = find(&session).await? else { return session.redirect_with("/desk/sager", Flash::Gone) };
    let day = session.context.now.date().to_string();
    show(&session, &case, RecordForm { day, ..RecordForm::default() }, session.notices())
}

pub async fn record(session: StaffSession, Form(form): Form<EventForm>) -> PageResult {
    let Some(case) = find(&session).await? else { return session.redirect_with("/desk/sager", Flash::Gone) };
    match check(&session, &case, &form) {
        Ok((on, fact, corrects)) => {
            let audited = session.audit(AuditAction::CaseEventRecorded, &case.pseudonym);
            let db = &session.context.state.services.db;
            match service::record(db, &case.id, (on, fact), corrects, &audited).await? {
                Recorded::Done => {
                    session.redirect_with(&format!("/desk/sager/{}", case.id), Flash::CaseEventNoted)
                }
                Recorded::Corrected => show_corrected(&session, form).await,
                Recorded::Gone => session.redirect_with("/desk/sager", Flash::Gone),
            }
        }
        Err(problems) => {
            let EventForm { fact, day, corrects } = form;
            show(&session, &case, RecordForm { fact, day, corrects }, Notices { problems, done: None })
        }
    }
}

/// What was to be corrected has been corrected by a colleague a moment ago: what stands now, with what was typed.
async fn show_corrected(session: &StaffSession, form: EventForm) -> PageResult {
    let Some(case) = find(session).await? else { return session.redirect_with("/desk/sager", Flash::Gone) };
    let problem = FieldError::of("CORRECTS", text::CORRECTED_BEFORE, session.context.lang);
    let EventForm { fact, day, corrects } = form;
    show(session, &case, RecordForm { fact, day, corrects }, Notices { problems: vec![problem], done: None })
}

/// The case of the address.
async fn find(session: &StaffSession) -> Result<Option<CaseRecord>, AppError> {
    let Ok(id) = session.last.parse::<CaseId>() else { return Ok(None) };
    Ok(service::find(&session.context.state.services.db, &session.who.municipality, &id).await?)
}

/// What was typed as an event, or all that is wrong with it.
fn check(
    session: &StaffSession,
    case: &CaseRecord,
    form: &EventForm,
) -> Result<(LocalDay, CaseFact, Option<u32>), Vec<FieldError>> {
    let lang = session.context.lang;
    let today = LocalDay::new(session.context.now.date());
    let fact = CaseFact::parse(&form.fact).ok().filter(|fact| CaseFact::recorded_by_staff().contains(fact));
    let first = LocalDay::parse("2000-01-01");
    let day = LocalDay::parse(form.day.trim()).filter(|day| *day <= today && Some(*day) >= first);
    let events = case.list_events();
    let standing = list_standing(&events);
    let corrects = (!form.corrects.is_empty()).then(|| form.corrects.parse::<u32>().ok());
    let is_standing = |of: &u32| standing.iter().any(|event| event.id == *of);
    let is_gone = corrects.is_some_and(|of| !of.as_ref().is_some_and(is_standing));
    let mut problems = Vec::new();
    if fact.is_none() {
        problems.push(FieldError::of("FACT", text::BAD_FACT, lang));
    }
    if day.is_none() {
        problems.push(FieldError::of("DAY", text::BAD_DAY, lang));
    }
    if is_gone {
        problems.push(FieldError::of("CORRECTS", text::CORRECTED_BEFORE, lang));
    }
    if fact == Some(CaseFact::Retracted) && corrects.is_none() {
        problems.push(FieldError::of("CORRECTS", text::CHOOSE_MISTAKE, lang));
    }
    match (day, fact) {
        (Some(day), Some(fact)) if problems.is_empty() => Ok((day, fact, corrects.flatten())),
        _ => Err(problems),
    }
}

fn show(session: &StaffSession, case: &CaseRecord, form: RecordForm, notices: Notices) -> PageResult {
    let today = LocalDay::new(session.context.now.date());
    let events = case.list_events();
    let state = fold_case(&session.standard, &case.subject, &events, today);
    let authors: Vec<String> = case.events.iter().map(|recorded| recorded.author.clone()).collect();
    let id = case.id.to_string();
    let substance = case.subject.substance;
    let page = CasePage {
        id: &id,
        pseudonym: &case.pseudonym,
        case: ShownCase { standard: &session.standard, substance, state, events, today, acts: Vec::new() },
        authors: &authors,
        form,
    };
    session
        .page_named(&case.pseudonym, notices, |meta, notices| case_page(meta, &session.at(), notices, &page))
}
