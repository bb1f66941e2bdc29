//! Coming into one's plan, and leaving it. Code and PIN travel in the bodies of POSTs.

use super::{
    kept::{Kept, kept_page_of},
    model::{EntryError, Pin, PinError},
    service::CodeStep,
    session::{CitizenSession, PlanSession, find_entered},
};
use crate::{
    crypto::{
        code::{Code, ParseCodeError},
        session_token::SessionToken,
    },
    tasks::plan::{
        form::PlanForm,
        handlers::{PlanPage, act},
        room::PlanRoom,
    },
    web::{
        AppError, FormBody, PageResult, RequestContext, client_ip::ClientIp, rate_limiter::ClientNetwork,
        session_cookie,
    },
};
use app::{
    tasks::{
        booking::text as booking,
        citizen_session::{
            text,
            views::{EntryNote, EntryStep, code_page, pin_page},
        },
        plan::views::overview::show_overview,
    },
    ui::{document::PageMeta, error_page::ErrorKind, error_summary::FieldError},
};
use axum::{
    body::Body,
    extract::RawQuery,
    http::{HeaderMap, Response, StatusCode},
};

/// What the marks of these pages are for.
pub(super) const PURPOSE: &str = "plan";

/// A form as it was sent.
#[derive(Default)]
struct EntryForm {
    code: String,
    mark: String,
    /// What is done with the digits: nothing yet, chosen, or typed.
    enter: String,
    pin: String,
    again: String,
    kept: Kept,
}

impl EntryForm {
    fn take(fields: &mut FormBody) -> Option<Self> {
        let code = fields.take("CODE")?;
        let mut take = |name: &str| fields.take(name).unwrap_or_default();
        let kept = Kept::of(take("TO"), take("KEPT"), take("OWNER"));
        Some(Self {
            code,
            mark: take("MARK"),
            enter: take("ENTER"),
            pin: take("PIN"),
            again: take("AGAIN"),
            kept,
        })
    }
}

/// The plan, for who is in; else where one comes in.
pub async fn show(
    context: RequestContext,
    session: Result<PlanSession, Response<Body>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> PageResult {
    match session {
        Ok(PlanSession::Own(session)) => {
            let owner = session.entered.access.to_string();
            session.page(false, None, |meta, plan| show_overview(meta, plan, owner))
        }
        Ok(PlanSession::Insight(session)) => Ok(session.show()),
        Err(response) if !response.status().is_redirection() => Ok(response),
        Err(_) => {
            // Who had a session is told that it has ended.
            let is_known = session_cookie::CITIZEN.read(&headers).is_some();
            let has_left = query.as_deref() == Some("ud=1");
            let note = has_left.then_some(EntryNote::SignedOut).or(is_known.then_some(EntryNote::Ended));
            let mut response = ask_code(&context, "", &Kept::default(), note, None);
            if is_known {
                session_cookie::CITIZEN.remove(&mut response);
            }
            Ok(response)
        }
    }
}

/// The page on which the code is typed.
pub(super) fn ask_code(
    context: &RequestContext,
    typed: &str,
    kept: &Kept,
    note: Option<EntryNote>,
    problem: Option<String>,
) -> Response<Body> {
    let wrong = problem.is_some() || note == Some(EntryNote::Spent);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (mark, hidden) = mark_page(context, kept);
    let meta = context.meta(text::TITLE.get(context.lang), None);
    let meta = PageMeta { mark: Some(mark), ..meta };
    context.page(status, meta, |meta| code_page(meta, typed, &hidden, note, problem))
}

/// A mark for a page: whoever leaves it does not get it back by a form that is sent again. And what its form carries.
fn mark_page(context: &RequestContext, kept: &Kept) -> (String, Vec<(&'static str, String)>) {
    let mark = context.state.services.tokens.issue(PURPOSE);
    let mut hidden = kept.to_fields();
    hidden.push(("MARK", mark.clone()));
    (mark, hidden)
}

/// Takes the code and the digits; or what is done in the plan, for who is in.
pub async fn enter(
    context: RequestContext,
    ClientIp(client): ClientIp,
    session: Result<CitizenSession, Response<Body>>,
    mut fields: FormBody,
) -> PageResult {
    if let Some(form) = EntryForm::take(&mut fields) {
        return take_code(context, client.as_ref(), form).await;
    }
    match session {
        Ok(session) => {
            let form: PlanForm = fields.parse().ok_or(AppError::new(ErrorKind::Unreadable))?;
            act(session, form, PlanPage::Overview).await
        }
        Err(response) => Ok(response),
    }
}

async fn take_code(context: RequestContext, client: Option<&ClientNetwork>, form: EntryForm) -> PageResult {
    // What is sent again hours later, by a browser that was left open, opens nothing.
    if !form.mark.is_empty() && !context.state.services.tokens.is_fresh(PURPOSE, &form.mark) {
        return Ok(context.see_other("/min-plan"));
    }
    let lang = context.lang;
    let again = |problem: String| Ok(ask_code(&context, &form.code, &form.kept, None, Some(problem)));
    let code = match Code::parse(&form.code) {
        Ok(code) => code,
        Err(ParseCodeError::Length(number)) => return again(booking::digits(number, lang)),
        Err(ParseCodeError::Check) => return again(booking::CODE_SLIP.get(lang).to_owned()),
    };
    let entered = match form.enter.as_str() {
        "CHOOSE" => choose(&context, client, (&code, &form)).await,
        "PIN" => type_pin(&context, client, (&code, &form)).await,
        _ => {
            let step = prove(&context, client, &code).await;
            return match step {
                Ok(step) => Ok(ask_pin(&context, &code, (step, &form.kept), None)),
                Err(error) => refuse(&context, client, (&form, &code), error),
            };
        }
    };
    match entered {
        Ok(Ok(token)) => enter_with(&context, &token, &form.kept).await,
        Ok(Err(problem)) => {
            let step = if form.enter == "CHOOSE" { CodeStep::ChoosePin } else { CodeStep::TypePin };
            Ok(ask_pin(&context, &code, (step, &form.kept), Some(problem)))
        }
        Err(error) => refuse(&context, client, (&form, &code), error),
    }
}

/// What came of digits: a session, or what is wrong with them.
type Tried = Result<SessionToken, FieldError>;

async fn prove(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    code: &Code,
) -> Result<CodeStep, EntryError> {
    let services = &context.state.services;
    let permit = services.limiter.acquire(client);
    services.citizen_sessions.check_code(code, permit.turn()).await
}

async fn choose(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    (code, form): (&Code, &EntryForm),
) -> Result<Tried, EntryError> {
    let lang = context.lang;
    let pin = match Pin::choose(&form.pin) {
        Ok(pin) => pin,
        Err(PinError::Length) => return Ok(Err(FieldError::of("PIN", text::BAD_LENGTH, lang))),
        Err(PinError::Easy) => return Ok(Err(FieldError::of("PIN", text::TOO_EASY, lang))),
    };
    if !Pin::parse(&form.again).is_ok_and(|again| again.is(&pin)) {
        return Ok(Err(FieldError::of("AGAIN", text::NOT_SAME, lang)));
    }
    let services = &context.state.services;
    let permit = services.limiter.acquire(client);
    services.citizen_sessions.choose_pin(code, &pin, permit.turn()).await.map(Ok)
}

async fn type_pin(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    (code, form): (&Code, &EntryForm),
) -> Result<Tried, EntryError> {
    let Ok(pin) = Pin::parse(&form.pin) else {
        return Ok(Err(FieldError::of("PIN", text::BAD_LENGTH, context.lang)));
    };
    let services = &context.state.services;
    let permit = services.limiter.acquire(client);
    services.citizen_sessions.sign_in(code, &pin, permit.turn()).await.map(Ok)
}

/// The page on which the digits are chosen or typed.
fn ask_pin(
    context: &RequestContext,
    code: &Code,
    (step, kept): (CodeStep, &Kept),
    problem: Option<FieldError>,
) -> Response<Body> {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let chooses = step == CodeStep::ChoosePin;
    let title = if chooses { text::CHOOSE_TITLE } else { text::TYPE_TITLE };
    let (mark, hidden) = mark_page(context, kept);
    let meta = PageMeta { mark: Some(mark), ..context.meta(title.get(context.lang), None) };
    let problems = problem.into_iter().collect();
    let step = if chooses { EntryStep::Choose } else { EntryStep::Type };
    let groups = code.to_groups();
    context.page(status, meta, |meta| pin_page(meta, (&groups, &hidden), step, problems))
}

fn refuse(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    (form, code): (&EntryForm, &Code),
    error: EntryError,
) -> PageResult {
    let lang = context.lang;
    match error {
        EntryError::Unknown => {
            context.state.services.limiter.count_wrong_code(client);
            let problem = Some(text::UNKNOWN.get(lang).to_owned());
            Ok(ask_code(context, &form.code, &form.kept, None, problem))
        }
        EntryError::Spent => Ok(ask_code(context, "", &form.kept, Some(EntryNote::Spent), None)),
        EntryError::WrongPin(left) => {
            // Who chose them a moment ago on this page knows that they are in use.
            let message = if form.enter == "CHOOSE" {
                text::IN_USE.get(lang).to_owned()
            } else {
                text::wrong_pin(left, lang)
            };
            let problem = FieldError::new("PIN", message);
            Ok(ask_pin(context, code, (CodeStep::TypePin, &form.kept), Some(problem)))
        }
        EntryError::Db(error) => Err(error.into()),
        EntryError::Busy(error) => Err(error.into()),
    }
}

/// Into the plan; or to what somebody had written when their own session ended.
async fn enter_with(context: &RequestContext, token: &SessionToken, kept: &Kept) -> PageResult {
    let entered = context.state.services.citizen_sessions.find_who(token, false).await?;
    let is_own = !kept.is_empty() && entered.is_some_and(|entered| kept.is_of(&entered.access));
    let mut response = if is_own { kept_page_of(context, kept) } else { context.see_other("/min-plan") };
    session_cookie::CITIZEN.set(&mut response, token);
    Ok(response)
}

/// Minutes until the session ends, in figures; 0 where it has. What the page asks by itself keeps it from nothing.
pub async fn count_left(context: RequestContext, headers: HeaderMap) -> Result<String, AppError> {
    let touches = !headers.contains_key("x-by-itself");
    let found = find_entered(&context.state, &headers, touches).await?;
    let sessions = &context.state.services.citizen_sessions;
    Ok(found.map_or(0, |(_, entered)| sessions.count_minutes_left(&entered)).to_string())
}

/// Ends the session.
pub async fn sign_out(context: RequestContext, headers: HeaderMap) -> Result<Response<Body>, AppError> {
    if let Some((token, _)) = find_entered(&context.state, &headers, false).await? {
        context.state.services.citizen_sessions.sign_out(&token).await?;
    }
    let mut response = context.see_other("/min-plan?ud=1");
    if session_cookie::CITIZEN.read(&headers).is_some() {
        session_cookie::CITIZEN.remove(&mut response);
    }
    Ok(response)
}
