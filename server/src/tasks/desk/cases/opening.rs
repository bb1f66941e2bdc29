//! Opening a case for who phones, comes or writes, with a code of its own or under that of an appointment.

use super::parse_day;
use crate::{
    crypto::{code::Code, password_hasher::Priority},
    db::{AppointmentId, FormKey},
    tasks::{
        booking::code::CodeRecord,
        case::{
            CaseRecord,
            service::{self, Opened, Opening, last_day_of_case, last_day_of_note},
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
    tasks::{
        case::views::describe_state,
        desk::{
            cases::{
                opening::{
                    Opened as OpenedPage, OpeningForm, OpeningPage, list_contacts, opened_page, opening_page,
                },
                text,
            },
            views::Notices,
        },
    },
    ui::error_summary::FieldError,
};
use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::{
    AgeRange, BookingAbout, LocalDay, Substance, TreatmentWish,
    case::{CaseFact, CaseSubject},
    decide::{ContactBy, list_wish_ages, list_wishes},
};
use serde::Deserialize;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    contact: String,
    wish_alcohol: String,
    wish_drugs: String,
    age: String,
    day: String,
    form: String,
    appointment: String,
}

impl SentForm {
    fn into_page(self) -> OpeningForm {
        let wish = TreatmentWish { alcohol: self.wish_alcohol == "YES", drugs: self.wish_drugs == "YES" };
        let Self { contact, age, day, form, appointment, .. } = self;
        OpeningForm { contact, wish, age, day, form, appointment }
    }
}

pub async fn start(session: StaffSession) -> PageResult {
    let appointment = session.param("aftale").unwrap_or_default().to_owned();
    let today = session.context.now.date();
    let day = session.param("dag").and_then(|day| day.parse::<NaiveDate>().ok()).unwrap_or(today).to_string();
    show(&session, &renew(&session, OpeningForm { day, appointment, ..OpeningForm::default() }), Vec::new())
}

/// What was typed, under a key that nobody has sent yet.
fn renew(session: &StaffSession, form: OpeningForm) -> OpeningForm {
    OpeningForm { form: session.context.state.services.bookings.new_form().to_string(), ..form }
}

fn show(session: &StaffSession, form: &OpeningForm, problems: Vec<FieldError>) -> PageResult {
    let asked = list_wishes(&session.standard, BookingAbout::Me);
    let ages = list_wish_ages(&session.standard);
    let page = OpeningPage { form, asked: &asked, ages: &ages };
    let notices = Notices { problems, done: None };
    session.page(text::OPEN, notices, |meta, notices| opening_page(meta, &session.at(), notices, &page))
}

pub async fn open(session: StaffSession, Form(sent): Form<SentForm>) -> PageResult {
    let form = sent.into_page();
    let Ok(key) = form.form.parse::<FormKey>() else {
        return show(&session, &renew(&session, form), Vec::new());
    };
    let (contact, on, substances) = match check(&session, &form) {
        Ok(checked) => checked,
        Err(problems) => return show(&session, &form, problems),
    };
    let ages = AgeRange::from_code(&form.age).unwrap_or(AgeRange::ANY);
    let openings: Vec<Opening> = substances
        .into_iter()
        .map(|substance| Opening::of_contact(&key, CaseSubject { substance, ages }, contact, on))
        .collect();
    match form.appointment.parse::<AppointmentId>() {
        Ok(appointment) => open_under(&session, form, &appointment, &openings).await,
        Err(_) => open_new(&session, form, &key, &openings).await,
    }
}

/// Who made contact and whether with a wish, on which day, about what.
type Checked = ((ContactBy, bool), LocalDay, Vec<Substance>);

/// What was typed, or all that is wrong with it.
fn check(session: &StaffSession, form: &OpeningForm) -> Result<Checked, Vec<FieldError>> {
    let lang = session.context.lang;
    let contact = list_contacts().into_iter().find_map(|fact| match fact {
        CaseFact::Contact { by, wish } if fact.code() == form.contact => Some((by, wish)),
        _ => None,
    });
    let day = parse_day(&form.day, LocalDay::new(session.context.now.date()));
    let asked = list_wishes(&session.standard, BookingAbout::Me);
    let substances: Vec<Substance> = form.wish.among(&asked).collect();
    let ages = list_wish_ages(&session.standard);
    let knows_age = form.age.is_empty() || ages.iter().any(|ages| ages.code() == form.age);
    let wrong = [
        (contact.is_none(), "CONTACT", text::BAD_CONTACT),
        (!knows_age, "AGE", text::BAD_AGE),
        (substances.is_empty(), "WISH", text::BAD_ABOUT),
        (day.is_none(), "DAY", text::BAD_DAY),
    ];
    let problems = wrong.into_iter().filter(|(is_wrong, ..)| *is_wrong);
    let problems = problems.map(|(_, field, problem)| FieldError::of(field, problem, lang)).collect();
    match (contact, day) {
        (Some(contact), Some(day)) if !substances.is_empty() && knows_age => Ok((contact, day, substances)),
        _ => Err(problems),
    }
}

/// Under the code of an appointment; the page of the first case says that it is done.
async fn open_under(
    session: &StaffSession,
    form: OpeningForm,
    appointment: &AppointmentId,
    openings: &[Opening],
) -> PageResult {
    let audited = session.audit(AuditAction::CaseOpened, "");
    let db = &session.context.state.services.db;
    let until = last_day(session, openings);
    match service::open_under_appointment(db, appointment, openings, until, &audited).await? {
        Some((case, true)) => {
            return session.redirect_with(&format!("/desk/sager/{case}"), Flash::CaseOpened);
        }
        // It stands there already.
        Some((case, false)) => return session.redirect(&format!("/desk/sager/{case}")),
        None => {}
    }
    let form = renew(session, OpeningForm { appointment: String::new(), ..form });
    let problem = FieldError::of("main-content", text::APPOINTMENT_GONE, session.context.lang);
    show(session, &form, vec![problem])
}

/// With a code of its own. A form that is sent again shows the same code; one that says something else by now does not.
async fn open_new(
    session: &StaffSession,
    form: OpeningForm,
    key: &FormKey,
    openings: &[Opening],
) -> PageResult {
    let services = &session.context.state.services;
    let municipality = &session.who.municipality;
    let until = last_day(session, openings);
    let wished = openings.iter().find(|opening| opening.wish).map(|opening| opening.on.date());
    loop {
        let code = services.bookings.prepare_code(municipality, key, until, Priority::Normal).await?;
        let code = CodeRecord { contact_on: wished, ..code };
        let audited = session.audit(AuditAction::CaseOpened, &code.pseudonym);
        match service::open_new(&services.db, &code, openings, &audited).await? {
            Opened::Done => return show_opened(session, key).await,
            Opened::Before if stands(session, &code, openings).await? => {
                return show_opened(session, key).await;
            }
            Opened::Before => {
                let problem = FieldError::of("main-content", text::OPENED_BEFORE, session.context.lang);
                return show(session, &form, vec![problem]);
            }
            // Another code has got its first digits a moment ago: the next try finds others.
            Opened::SelectorTaken => {}
        }
    }
}

/// Whether the cases under a code are those that a form asks for.
async fn stands(session: &StaffSession, code: &CodeRecord, openings: &[Opening]) -> Result<bool, AppError> {
    let cases = service::list_of_code(&session.context.state.services.db, &code.id).await?;
    Ok(cases.len() == openings.len()
        && openings.iter().all(|opening| {
            let first = |case: &CaseRecord| {
                let event = case.events.first().map(|recorded| (recorded.event.on, recorded.event.fact));
                case.opened_as == opening.subject && event == Some((opening.on, opening.fact()))
            };
            cases.iter().any(first)
        }))
}

async fn show_opened(session: &StaffSession, key: &FormKey) -> PageResult {
    let services = &session.context.state.services;
    let found = services.bookings.find_of_form(&session.who.municipality, key).await?;
    let Some((code, record)) = found else { return session.redirect_with("/desk/sager", Flash::Gone) };
    show_code(session, text::OPENED, &code, &record).await
}

/// A code that the citizen is told now, with the cases under it.
pub(super) async fn show_code(
    session: &StaffSession,
    title: Phrase,
    code: &Code,
    record: &CodeRecord,
) -> PageResult {
    let services = &session.context.state.services;
    let today = LocalDay::new(session.context.now.date());
    let cases = service::list_of_code(&services.db, &record.id).await?;
    let lang = session.context.lang;
    let cases: Vec<_> = cases
        .iter()
        .map(|case| {
            let state = describe_state(&case.show(&session.standard, today, &services.case_words), lang);
            (case.subject.substance, case.id.to_string(), state)
        })
        .collect();
    let code = code.to_groups();
    let has_wish = record.contact_on.is_some();
    let page =
        OpenedPage { title, code: code.as_str(), pseudonym: &record.pseudonym, has_wish, cases: &cases };
    let meta = session.meta(title.get(lang), &Notices::default());
    Ok(session.context.page(StatusCode::OK, meta, |meta| opened_page(meta, &session.at(), &page)))
}

/// The last day of the code: where a time limit runs, so long that a complaint is still possible.
fn last_day(session: &StaffSession, openings: &[Opening]) -> NaiveDate {
    let today = session.context.now.date();
    if openings.iter().any(|opening| opening.starts_clock(&session.standard)) {
        last_day_of_case(today)
    } else {
        last_day_of_note(today)
    }
}
