//! One case of a municipality, and what is written down in it.

use super::{
    list::{find_row, view_warning},
    parse_day,
};
use crate::{
    tasks::{
        case::{
            CaseRecord,
            board::BoardRow,
            service::{self, Recorded},
        },
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::{
    tasks::desk::{
        cases::{
            text,
            views::{CasePage, RecordForm, case_page},
        },
        views::Notices,
    },
    ui::{error_page::ErrorKind, error_summary::FieldError},
};
use domain::{
    LocalDay,
    case::{CaseFact, list_standing},
};
use serde::Deserialize;
use std::sync::Arc;

/// What is written down.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct EventForm {
    fact: String,
    day: String,
    corrects: String,
}

pub async fn read(session: StaffSession) -> PageResult {
    let row = find(&session).await?;
    let day = session.context.now.date().to_string();
    show(&session, &row, RecordForm { day, ..RecordForm::default() }, session.notices())
}

pub async fn record(session: StaffSession, Form(form): Form<EventForm>) -> PageResult {
    let row = find(&session).await?;
    let case = &row.case;
    match check(&session, case, &form) {
        Ok((on, fact, corrects)) => {
            let audited = session.audit(AuditAction::CaseEventRecorded, &case.pseudonym);
            let db = &session.context.state.services.db;
            match service::record(db, &case.id, (on, fact), corrects, &audited).await? {
                Recorded::Done => {
                    session.redirect_with(&format!("/desk/sager/{}", case.id), Flash::CaseEventNoted)
                }
                Recorded::Corrected => show_corrected(&session, form).await,
                Recorded::Gone => Err(AppError::new(ErrorKind::NotFound)),
            }
        }
        Err(problems) => {
            let EventForm { fact, day, corrects } = form;
            show(&session, &row, RecordForm { fact, day, corrects }, Notices { problems, done: None })
        }
    }
}

/// What was to be corrected has been corrected by a colleague a moment ago: what stands now, with what was typed.
async fn show_corrected(session: &StaffSession, form: EventForm) -> PageResult {
    let row = find(session).await?;
    let problem = FieldError::of("CORRECTS", text::CORRECTED_BEFORE, session.context.lang);
    let EventForm { fact, day, corrects } = form;
    show(session, &row, RecordForm { fact, day, corrects }, Notices { problems: vec![problem], done: None })
}

/// The case of the address; one that is not there, or that the role may not see, is not found.
async fn find(session: &StaffSession) -> Result<Arc<BoardRow>, AppError> {
    let found = match session.last.parse() {
        Ok(id) => find_row(session, &id).await?,
        Err(_) => None,
    };
    found.ok_or(AppError::new(ErrorKind::NotFound))
}

/// Days ahead for which a meeting can be arranged.
const MEETING_AHEAD: u16 = 365;

/// What was typed as an event, or all that is wrong with it.
fn check(
    session: &StaffSession,
    case: &CaseRecord,
    form: &EventForm,
) -> Result<(LocalDay, CaseFact, Option<u32>), Vec<FieldError>> {
    let lang = session.context.lang;
    let today = LocalDay::new(session.context.now.date());
    let fact = CaseFact::parse(&form.fact).ok().filter(|fact| CaseFact::recorded_by_staff().contains(fact));
    // A meeting is written down with its own day.
    let last = if fact == Some(CaseFact::MeetingArranged) { today.plus_days(MEETING_AHEAD) } else { today };
    let day = parse_day(&form.day, last);
    let events = case.list_events();
    let standing = list_standing(&events);
    let corrects = (!form.corrects.is_empty()).then(|| form.corrects.parse::<u32>().ok());
    // What a citizen has said is theirs.
    let is_standing =
        |of: &u32| standing.iter().any(|event| event.id == *of && event.fact != CaseFact::Objected);
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

fn show(session: &StaffSession, row: &BoardRow, form: RecordForm, notices: Notices) -> PageResult {
    let case = &row.case;
    let today = LocalDay::new(session.context.now.date());
    let authors: Vec<String> = case.events.iter().map(|recorded| recorded.author.clone()).collect();
    let id = case.id.to_string();
    let page = CasePage {
        id: &id,
        pseudonym: &case.pseudonym,
        case: case.show(&session.standard, today, &session.context.state.services.case_words),
        authors: &authors,
        form,
        warned: view_warning(row),
    };
    session
        .page_named(&case.pseudonym, notices, |meta, notices| case_page(meta, &session.at(), notices, &page))
}
