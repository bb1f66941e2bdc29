//! Coming back by code. The code travels in the bodies of POSTs and is kept nowhere.

use crate::{
    crypto::code::{Code, ParseCodeError},
    db::AppointmentId,
    tasks::{
        booking::service::RedeemedCode, case::service as case, desk::settings::service as settings,
        waiting_list::service::Wait,
    },
    web::{AppError, Form, PageResult, RequestContext, client_ip::ClientIp, rate_limiter::ClientNetwork},
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::text,
        calendar::views::CalendarEntry,
        case::text as case_text,
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
use domain::{LocalDay, case::CitizenAct};
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
    if !form.act.is_empty() && act_in_case(context, &redeemed, &form).await? {
        done = Some(case_text::ACT_DONE);
    }
    show_under(context, (&code.to_groups(), &mark), &redeemed, (done, cancelled), form.forget.is_some()).await
}

async fn show_under(
    context: &RequestContext,
    (code, mark): (&str, &str),
    redeemed: &RedeemedCode,
    (done, cancelled): (Option<Phrase>, Option<CalendarEntry>),
    sure: bool,
) -> PageResult {
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
                .then(|| conversations.issue_pass(municipality, &one.id)),
        })
        .collect();
    let records = case::list_of_code(&services.db, &redeemed.record.id).await?;
    let today = LocalDay::new(context.now.date());
    let cases = records.iter().map(|record| (record.id.to_string(), record.show(&standard, today)));
    let cases = cases.collect();
    let under = UnderCode {
        standard: &standard,
        cases,
        code,
        mark,
        pseudonym: &redeemed.record.pseudonym,
        appointments: &appointments,
        waits,
        called_off: redeemed.record.called_off,
        done,
        cancelled,
        sure,
        now: context.now,
    };
    let meta = context.meta(text::CODE_TASK.get(context.lang), Some(&standard));
    let meta = PageMeta { switch: switch(code, mark), ..meta };
    Ok(context.page(StatusCode::OK, meta, |meta| under_code_page(meta, &under)))
}

/// Does what the citizen asks in one of their cases; `false` where that cannot be done as the case stands.
async fn act_in_case(
    context: &RequestContext,
    redeemed: &RedeemedCode,
    form: &CodeForm,
) -> Result<bool, AppError> {
    let db = &context.state.services.db;
    let standard = context.state.standard(&redeemed.record.municipality);
    let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
    let records = case::list_of_code(db, &redeemed.record.id).await?;
    let record = records.iter().find(|record| record.id.to_string() == form.case);
    let asked = record.zip(CitizenAct::from_code(&form.act));
    let Some((record, act)) = asked else { return Ok(false) };
    Ok(case::act(db, &standard, &record.id, act, LocalDay::new(context.now.date())).await?)
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
