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
            service::{self, Recorded, StaffEntry},
        },
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::{
    phrase::Phrase,
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
    case::{
        CaseEvent, CaseFact, Oddity, find_lost_limit, find_oddity, fold_case, is_of_citizen,
        list_staff_facts, list_standing,
    },
    list_pii_kinds,
};
use serde::Deserialize;
use std::sync::Arc;

/// What is written down.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct EventForm {
    fact: String,
    day: String,
    place: String,
    corrects: String,
    /// What looked odd, and `YES` where it is right all the same.
    odd: String,
    sure: String,
}

impl EventForm {
    fn into_page(self, odd: Option<Oddity>) -> RecordForm {
        let Self { fact, day, place, corrects, .. } = self;
        RecordForm { fact, day, place, corrects, odd }
    }
}

pub async fn read(session: StaffSession) -> PageResult {
    let row = find(&session).await?;
    let day = session.context.now.date().to_string();
    show(&session, &row, RecordForm { day, ..RecordForm::default() }, session.notices())
}

pub async fn record(session: StaffSession, Form(form): Form<EventForm>) -> PageResult {
    let row = find(&session).await?;
    let case = &row.case;
    let entry = match check(&session, case, &form) {
        Ok(entry) => entry,
        Err(problems) => return show_again(&session, &row, form, None, problems),
    };
    let events = case.list_events();
    let (standard, today) = (&session.standard, LocalDay::new(session.context.now.date()));
    let odd = find_oddity(&events, (entry.on, entry.fact), entry.supersedes.as_ref()).or_else(|| {
        let changed = (entry.on, entry.fact, entry.supersedes);
        find_lost_limit(standard, &case.subject, &events, changed, today)
    });
    if let Some(odd) = odd.filter(|odd| form.sure != "YES" || form.odd != odd.code()) {
        let problem = FieldError::of("SURE", text::oddity(odd), session.context.lang);
        return show_again(&session, &row, form, Some(odd), vec![problem]);
    }
    let services = &session.context.state.services;
    let audited = session.audit(AuditAction::CaseEventRecorded, &case.pseudonym);
    match service::record(&services.db, &services.case_words, &case.id, entry, &audited).await? {
        // The age may be one by now whose cases the role does not see.
        Recorded::Done if find(&session).await.is_err() => {
            session.redirect_with("/desk/sager", Flash::CaseEventNoted)
        }
        Recorded::Done => session.redirect_with(&format!("/desk/sager/{}", case.id), Flash::CaseEventNoted),
        Recorded::Corrected => show_corrected(&session, form).await,
        Recorded::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

/// The page again with what was typed, and what is wrong with it.
fn show_again(
    session: &StaffSession,
    row: &BoardRow,
    form: EventForm,
    odd: Option<Oddity>,
    problems: Vec<FieldError>,
) -> PageResult {
    show(session, row, form.into_page(odd), Notices { problems, done: None })
}

/// What was to be corrected has been corrected by a colleague a moment ago: what stands now, with what was typed.
async fn show_corrected(session: &StaffSession, form: EventForm) -> PageResult {
    let row = find(session).await?;
    let problem = FieldError::of("CORRECTS", text::CORRECTED_BEFORE, session.context.lang);
    show_again(session, &row, form, None, vec![problem])
}

/// The case of the address; one that is not there, or that the role may not see, is not found.
pub(super) async fn find(session: &StaffSession) -> Result<Arc<BoardRow>, AppError> {
    let found = match session.last.parse() {
        Ok(id) => find_row(session, &id).await?,
        Err(_) => None,
    };
    found.ok_or(AppError::new(ErrorKind::NotFound))
}

/// Days ahead for which a meeting can be arranged, and treatment be granted.
const MEETING_AHEAD: u16 = 365;
const COURSE_AHEAD: u16 = 3 * 365;

/// Characters in the name of a place.
const LONGEST_PLACE: usize = 100;

/// What was typed as an event, or all that is wrong with it.
fn check<'a>(
    session: &StaffSession,
    case: &CaseRecord,
    form: &'a EventForm,
) -> Result<StaffEntry<'a>, Vec<FieldError>> {
    let lang = session.context.lang;
    let today = LocalDay::new(session.context.now.date());
    let events = case.list_events();
    let state = fold_case(&session.standard, &case.subject, &events, today);
    let facts = list_staff_facts(&session.standard, &case.subject, &state);
    let fact = CaseFact::parse(&form.fact).ok().filter(|fact| facts.contains(fact));
    // These are written down with their own day.
    let ahead = match fact {
        Some(CaseFact::MeetingArranged) => MEETING_AHEAD,
        Some(CaseFact::CourseUntil) => COURSE_AHEAD,
        _ => 0,
    };
    let day = parse_day(&form.day, today.plus_days(ahead));
    let place = form.place.trim();
    let standing = list_standing(&events);
    let corrects = (!form.corrects.is_empty()).then(|| form.corrects.parse::<u32>().ok());
    // What a citizen has done is theirs: its day can be put right, and no more.
    let may_correct = |event: &CaseEvent<u32>| {
        !is_of_citizen(&events, event) || (event.fact.is_wish() && fact == Some(event.fact))
    };
    let is_standing = |of: &u32| standing.iter().any(|event| event.id == *of && may_correct(event));
    let is_gone = corrects.is_some_and(|of| !of.as_ref().is_some_and(is_standing));
    let mut problems = Vec::new();
    if fact.is_none() {
        problems.push(FieldError::of("FACT", text::BAD_FACT, lang));
    }
    if day.is_none() {
        let problem = if ahead > 0 { text::BAD_DAY_AHEAD } else { text::BAD_DAY };
        problems.push(FieldError::of("DAY", problem, lang));
    }
    if is_gone {
        let is_theirs = standing
            .iter()
            .any(|event| form.corrects.parse() == Ok(event.id) && is_of_citizen(&events, event));
        let problem = if is_theirs { text::CITIZENS_OWN } else { text::CORRECTED_BEFORE };
        problems.push(FieldError::of("CORRECTS", problem, lang));
    }
    if fact == Some(CaseFact::Retracted) && corrects.is_none() {
        problems.push(FieldError::of("CORRECTS", text::CHOOSE_MISTAKE, lang));
    }
    problems.extend(check_place(fact, place).map(|problem| FieldError::of("PLACE", problem, lang)));
    match (day, fact) {
        (Some(on), Some(fact)) if problems.is_empty() => {
            Ok(StaffEntry { on, fact, place, supersedes: corrects.flatten() })
        }
        _ => Err(problems),
    }
}

/// Why a place cannot be written down with an event: it is about none, or what was typed is none.
fn check_place(fact: Option<CaseFact>, place: &str) -> Option<Phrase> {
    if place.is_empty() {
        None
    } else if fact.is_some_and(|fact| !fact.is_elsewhere()) {
        Some(text::NO_PLACE_HERE)
    } else if place.chars().count() > LONGEST_PLACE || !list_pii_kinds(place).is_empty() {
        Some(text::BAD_PLACE)
    } else {
        None
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
        may_renew: session.who.role.takes_talks(),
    };
    session
        .page_named(&case.pseudonym, notices, |meta, notices| case_page(meta, &session.at(), notices, &page))
}
