//! Coming back by code. The code travels in the bodies of POSTs and is kept nowhere.

use crate::{
    crypto::code::{Code, ParseCodeError},
    db::AppointmentId,
    tasks::{
        booking::service::RedeemedCode,
        case::{
            CaseRecord,
            service::{self as case, CitizenWish},
        },
        desk::settings::service as settings,
        waiting_list::service::Wait,
    },
    web::{AppError, Form, PageResult, RequestContext, client_ip::ClientIp, rate_limiter::ClientNetwork},
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::text,
        calendar::views::CalendarEntry,
        case::{
            text as case_text,
            views::{ShownCase, TriedAct},
        },
        conversation::text as conversation_text,
        return_code::views::{
            CodeError, Shown, UnderCode, Waits, code_page, forgotten_page, under_code_page,
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        error_page::ErrorKind,
        text as common,
    },
};
use axum::{http::StatusCode, response::Response};
use domain::{Lang, LocalDay, case::CitizenAct, is_blank, list_pii_kinds};
use serde::Deserialize;

/// What the marks of these pages are for.
const PURPOSE: &str = "kode";

/// What somebody typed, and what they want done.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct CodeForm {
    code: String,
    mark: String,
    /// The appointment to be taken back.
    cancel: Option<String>,
    /// The case in which something is done, and what.
    case: String,
    act: String,
    /// What is said with it.
    words: String,
    /// To delete everything; `YES` where somebody is sure.
    forget: Option<String>,
}

pub async fn start(context: RequestContext) -> PageResult {
    let meta = context.meta(text::CODE_TASK.get(context.lang), None);
    let mark = context.state.services.tokens.issue(PURPOSE);
    Ok(context.page(StatusCode::OK, meta, |meta| code_page(meta, "", None, &mark)))
}

impl CodeForm {
    /// The mark of the page, so that it is closed when somebody leaves.
    fn mark(&self, context: &RequestContext) -> String {
        if self.mark.is_empty() { context.state.services.tokens.issue(PURPOSE) } else { self.mark.clone() }
    }
}

/// Shows what is under a code, and does what is asked.
pub async fn open(
    context: RequestContext,
    ClientIp(client): ClientIp,
    Form(form): Form<CodeForm>,
) -> PageResult {
    // What is sent again hours later, by a browser that was left open, opens nothing.
    if !form.mark.is_empty() && !context.state.services.tokens.is_fresh(PURPOSE, &form.mark) {
        return Ok(context.see_other("/kode"));
    }
    let code = match Code::parse(&form.code) {
        Ok(code) => code,
        Err(ParseCodeError::Length(number)) => {
            return Ok(show_wrong(&context, &form, CodeError::Length(number)));
        }
        Err(ParseCodeError::Check) => return Ok(show_wrong(&context, &form, CodeError::Slip)),
    };
    let Some(redeemed) = redeem(&context, client.as_ref(), &code).await? else {
        return Ok(show_wrong(&context, &form, CodeError::Unknown));
    };
    act(&context, &code, redeemed, form).await
}

async fn redeem(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    code: &Code,
) -> Result<Option<RedeemedCode>, AppError> {
    let services = &context.state.services;
    let permit = services.limiter.acquire(client);
    let redeemed = services.bookings.redeem(code, permit.turn()).await?;
    if redeemed.is_none() {
        services.limiter.count_wrong_code(client);
    }
    Ok(redeemed)
}

async fn act(
    context: &RequestContext,
    code: &Code,
    mut redeemed: RedeemedCode,
    form: CodeForm,
) -> PageResult {
    let mark = form.mark(context);
    let bookings = &context.state.services.bookings;
    if form.forget.as_deref() == Some("YES") {
        let standard = context.state.standard(&redeemed.record.municipality);
        let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
        // Their keys go first; all else goes with the code.
        context.state.services.complaints.delete_of_code(&redeemed.record.id).await?;
        bookings.forget(&standard, &redeemed).await?;
        let meta = PageMeta { mark: Some(mark), ..context.meta(text::CODE_TASK.get(context.lang), None) };
        return Ok(context.page(StatusCode::OK, meta, forgotten_page));
    }
    let (mut done, mut cancelled) = (None, None);
    if let Some(id) = form.cancel.as_ref().and_then(|id| id.parse::<AppointmentId>().ok()) {
        let entry = match redeemed.appointments.iter().find(|one| one.id == id) {
            Some(one) => Some(bookings.find_calendar_entry(one).await?),
            None => None,
        };
        // Already gone is as good: the button may have been pressed twice. What is over stays.
        if bookings.cancel(&redeemed, &id).await? || entry.is_none() {
            redeemed.appointments.retain(|one| one.id != id);
            done = Some(text::CANCELLED);
            cancelled = entry.map(CalendarEntry::cancel);
        }
    }
    let mut tried = None;
    match act_in_case(context, &redeemed, &form).await? {
        Acted::Done => done = Some(case_text::ACT_DONE),
        Acted::Not => {}
        Acted::Late => done = Some(case_text::ACT_NOT),
        Acted::Wrong(wrong) => tried = Some((form.case.clone(), wrong)),
    }
    let happened = Happened { done, cancelled, tried, sure: form.forget.is_some() };
    show_under(context, (&code.to_groups(), &mark), &redeemed, happened).await
}

/// What has just been done, or tried.
struct Happened {
    done: Option<Phrase>,
    cancelled: Option<CalendarEntry>,
    /// In which case what was tried that could not be done.
    tried: Option<(String, TriedAct)>,
    sure: bool,
}

async fn show_under(
    context: &RequestContext,
    (code, mark): (&str, &str),
    redeemed: &RedeemedCode,
    happened: Happened,
) -> PageResult {
    let Happened { done, cancelled, tried, sure } = happened;
    let services = &context.state.services;
    let municipality = &redeemed.record.municipality;
    let standard = context.state.standard(municipality);
    let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
    let waits = match redeemed.wait {
        None => None,
        Some(Wait { kind, about }) => {
            let free = services.bookings.is_free(&standard, kind).await? == Some(true);
            Some(Waits { kind, about, free })
        }
    };
    let places = settings::list_places(&services.db, municipality).await?;
    let conversations = &services.conversations;
    let mut entries = Vec::new();
    for one in &redeemed.appointments {
        entries.push(services.bookings.find_calendar_entry(one).await?);
    }
    let appointments: Vec<Shown> = redeemed
        .appointments
        .iter()
        .zip(entries)
        .map(|(one, calendar)| Shown {
            id: one.id.to_string(),
            kind: one.kind,
            about: one.about,
            begins: one.begins,
            minutes: one.minutes,
            pending: one.pending,
            side: one.side,
            calendar,
            place: places.iter().find(|(kind, _)| *kind == one.kind).map(|(_, place)| place.clone()),
            pass: conversations
                .is_open(one.kind, one.begins, one.minutes)
                .then(|| conversations.issue_pass(&redeemed.record, &one.id)),
        })
        .collect();
    let records = case::list_of_code(&services.db, &redeemed.record.id).await?;
    let today = LocalDay::new(context.now.date());
    let view = |record: &CaseRecord| {
        let id = record.id.to_string();
        let tried = tried.as_ref().filter(|(case, _)| *case == id).map(|(_, tried)| tried.clone());
        let shown = record.show(&standard, today, &services.case_words);
        (id, ShownCase { tried, ..shown })
    };
    let cases = records.iter().map(view).collect();
    let complaints = services.complaints.list_of_code(&redeemed.record.id).await?;
    let complaints = complaints.iter().map(|one| (one.id.to_string(), one.show_number(), one.status()));
    let under = UnderCode {
        complaints: complaints.collect(),
        standard: &standard,
        cases,
        code,
        mark,
        pseudonym: &redeemed.record.pseudonym,
        appointments: &appointments,
        waits,
        call: services.callbacks.find_window(&redeemed.record.id).await?,
        called_off: redeemed.record.called_off,
        done,
        cancelled,
        sure,
        now: context.now,
    };
    let title = text::CODE_TASK.get(context.lang);
    let (status, title) = if tried.is_some() {
        (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
    } else {
        (StatusCode::OK, title.to_owned())
    };
    let meta = PageMeta { switch: switch(code, mark), ..context.meta(&title, Some(&standard)) };
    Ok(context.page(status, meta, |meta| under_code_page(meta, &under)))
}

/// What became of what the citizen asked in one of their cases.
enum Acted {
    Done,
    /// Nothing was asked.
    Not,
    /// It cannot be done any more, as the case stands.
    Late,
    /// What was said with it cannot be kept.
    Wrong(TriedAct),
}

/// Does what the citizen asks in one of their cases.
async fn act_in_case(
    context: &RequestContext,
    redeemed: &RedeemedCode,
    form: &CodeForm,
) -> Result<Acted, AppError> {
    let Some(act) = CitizenAct::from_code(&form.act) else { return Ok(Acted::Not) };
    let services = &context.state.services;
    let standard = context.state.standard(&redeemed.record.municipality);
    let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
    let records = case::list_of_code(&services.db, &redeemed.record.id).await?;
    let Some(record) = records.iter().find(|record| record.id.to_string() == form.case) else {
        return Ok(Acted::Not);
    };
    if let Some(problem) = check_words(act, &form.words, context.lang) {
        return Ok(Acted::Wrong(TriedAct { act, words: form.words.clone(), problem }));
    }
    let wish = CitizenWish { act, words: form.words.trim() };
    let today = LocalDay::new(context.now.date());
    let by = (standard.as_ref(), &services.case_words);
    let done = case::act(&services.db, by, &record.id, wish, today).await?;
    if done {
        return Ok(Acted::Done);
    }
    // What was said with it is not lost: it can be said in another way.
    if is_blank(&form.words) {
        return Ok(Acted::Late);
    }
    let problem = case_text::ACT_NOT_WORDS.get(context.lang).to_owned();
    Ok(Acted::Wrong(TriedAct { act: CitizenAct::Object, words: form.words.clone(), problem }))
}

/// Characters that can be said with an act.
const LONGEST: usize = 2000;

/// Why words cannot be kept: there are none where they are all that is said, too many, or they give somebody away.
fn check_words(act: CitizenAct, words: &str, lang: Lang) -> Option<String> {
    if !act.takes_words() {
        return None;
    }
    let found = list_pii_kinds(words);
    if act.needs_words() && is_blank(words) {
        Some(case_text::WORDS_MISSING.get(lang).to_owned())
    } else if words.chars().count() > LONGEST {
        Some(case_text::WORDS_TOO_LONG.get(lang).to_owned())
    } else {
        (!found.is_empty()).then(|| conversation_text::found(&found, lang))
    }
}

/// The same page in the other language, without typing the code again.
fn switch(code: &str, mark: &str) -> LanguageSwitch {
    LanguageSwitch::Form(
        [("CODE", code), ("MARK", mark)].map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
    )
}

fn show_wrong(context: &RequestContext, form: &CodeForm, problem: CodeError) -> Response {
    let lang = context.lang;
    let title = format!("{}{}", common::ERROR.get(lang), text::CODE_TASK.get(lang));
    let mark = form.mark(context);
    let meta = PageMeta { switch: switch(&form.code, &mark), ..context.meta(&title, None) };
    context.page(StatusCode::UNPROCESSABLE_ENTITY, meta, |meta| {
        code_page(meta, &form.code, Some(problem), &mark)
    })
}
