//! The desk: signed in, within one's own municipality, and only what one's role allows.

use super::staff::StaffMember;
use crate::{
    crypto::session_token::SessionToken,
    router::{Waiting, desk_tabs, permits, task_of},
    tasks::{
        case::board::Board,
        desk::{
            agenda::service::may_talk,
            audit::{AuditAction, AuditEntry},
            cases::list::count_waiting,
            plans::list::count_late,
        },
    },
    web::{AppError, AppState, PageResult, RequestContext, session_cookie},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        absence::text as absence_text,
        account::text as account_text,
        agenda::text as agenda_text,
        calls::text as calls_text,
        cases::text as cases_text,
        complaints::text as complaints_text,
        shell::{AtDesk, Tab},
        staff::text as staff_text,
        text,
        views::{Notices, forbidden_page, title},
    },
    ui::{document::PageMeta, error_page::ErrorKind, error_summary::FieldError},
};
use axum::{
    extract::{FromRequestParts, MatchedPath, RawPathParams},
    http::{Method, StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Instant, LocalDay, Minute, Standard};
use std::sync::Arc;

/// The header of what a page asks by itself: that alone keeps no session alive.
const BY_ITSELF: &str = "x-by-itself";

domain::codes! {
    /// What has just been done, as the address says it.
    Flash {
        SignedIn = "SIGNED_IN",
        NotYourDraft = "NOT_YOUR_DRAFT",
        Saved = "SAVED",
        Extended = "EXTENDED",
        Confirmed = "CONFIRMED",
        CalledOff = "CALLED_OFF",
        HandedOver = "HANDED_OVER",
        ShutOut = "SHUT_OUT",
        Removed = "REMOVED",
        PasskeyAdded = "PASSKEY_ADDED",
        PasskeyRemoved = "PASSKEY_REMOVED",
        Absent = "ABSENT",
        /// Closed by who sees no appointments, and there are some.
        ClosedBooked = "CLOSED_BOOKED",
        CallTaken = "CALL_TAKEN",
        CallGivenBack = "CALL_GIVEN_BACK",
        CallTried = "CALL_TRIED",
        CallTriedLast = "CALL_TRIED_LAST",
        CallMade = "CALL_MADE",
        WarningSeen = "WARNING_SEEN",
        CaseOpened = "CASE_OPENED",
        CaseEventNoted = "CASE_EVENT_NOTED",
        ComplaintActed = "COMPLAINT_ACTED",
        ComplaintHandedOn = "COMPLAINT_HANDED_ON",
        /// What was looked for is not there any more.
        Gone = "GONE",
        /// A conversation that is a colleague's, or gone.
        NotYours = "NOT_YOURS",
    }
}

impl Flash {
    const fn text(self) -> Option<Phrase> {
        Some(match self {
            // The page itself says so.
            Self::SignedIn => return None,
            Self::NotYourDraft => text::NOT_YOUR_DRAFT,
            Self::Saved => text::SAVED,
            Self::Extended => text::EXTENDED,
            Self::Confirmed => text::CONFIRMED,
            Self::CalledOff => text::CALLED_OFF,
            Self::HandedOver => agenda_text::HANDED_OVER,
            Self::ShutOut => staff_text::SHUT_DONE,
            Self::Removed => staff_text::REMOVED,
            Self::PasskeyAdded => account_text::ADDED_DONE,
            Self::PasskeyRemoved => account_text::REMOVED,
            Self::Absent => absence_text::DONE,
            Self::ClosedBooked => absence_text::CLOSED_BOOKED,
            Self::CallTaken => calls_text::TAKEN,
            Self::CallGivenBack => calls_text::GIVEN_BACK,
            Self::CallTried => calls_text::TRY_NOTED,
            Self::CallTriedLast => calls_text::TRIED_LAST,
            Self::CallMade => calls_text::MADE,
            Self::WarningSeen => cases_text::SEEN_DONE,
            Self::CaseOpened => cases_text::OPENED,
            Self::CaseEventNoted => cases_text::NOTED,
            Self::ComplaintActed => complaints_text::DONE,
            Self::ComplaintHandedOn => complaints_text::HANDED_ON,
            Self::Gone => agenda_text::ENTRY_GONE,
            Self::NotYours => text::NOT_YOURS,
        })
    }
}

/// Somebody who is signed in, on a page that their role may use.
pub struct StaffSession {
    pub context: RequestContext,
    pub who: StaffMember,
    pub standard: Arc<Standard>,
    /// The last part of the route, where it has one.
    pub last: String,
    tabs: Vec<Tab>,
    /// The cases as they stood when the page was asked for, for who may follow them.
    pub board: Option<Arc<Board>>,
    /// What the address carries.
    query: Vec<(String, String)>,
    /// Whether the page asks by itself.
    pub by_itself: bool,
}

impl FromRequestParts<Arc<AppState>> for StaffSession {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let touches = !parts.headers.contains_key(BY_ITSELF);
        Self::find(parts, state, touches).await
    }
}

/// The session of a page that asks by itself: it is not kept alive by that alone.
pub struct WaitingSession {
    pub session: StaffSession,
    token: SessionToken,
}

impl WaitingSession {
    /// Keeps the session alive: while a talk goes on, who listens is at work.
    pub async fn keep_alive(&self) -> Result<(), AppError> {
        self.session.context.state.services.sign_in.find_who(&self.token, true).await?;
        Ok(())
    }
}

impl FromRequestParts<Arc<AppState>> for WaitingSession {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let session = StaffSession::find(parts, state, false).await?;
        let token = session_cookie::DESK.read(&parts.headers);
        let token = token.ok_or_else(|| lead_to_sign_in(&session.context, parts))?;
        Ok(Self { session, token })
    }
}

impl StaffSession {
    async fn find(parts: &mut Parts, state: &Arc<AppState>, touches: bool) -> Result<Self, Response> {
        let context = RequestContext::of(parts, state);
        let who = match session_cookie::DESK.read(&parts.headers) {
            None => None,
            Some(token) => {
                let found = state.services.sign_in.find_who(&token, touches).await;
                found.map_err(|error| AppError::from(error).into_response())?
            }
        };
        let Some(who) = who else { return Err(lead_to_sign_in(&context, parts)) };
        let query = parts.uri.query().unwrap_or_default();
        let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, state).await;
        let last = params.ok().and_then(|params| params.iter().next().map(|(_, last)| last.to_owned()));
        let route = parts.extensions.get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
        let session = Self::of(context, who, route).await.map_err(IntoResponse::into_response)?;
        let by_itself = parts.headers.contains_key(BY_ITSELF);
        let session = Self { last: last.unwrap_or_default(), query, by_itself, ..session };
        if permits(session.who.role, parts.method.as_str(), route) {
            Ok(session)
        } else {
            Err(session.show_forbidden())
        }
    }

    /// Of somebody at a route.
    async fn of(context: RequestContext, who: StaffMember, route: &str) -> Result<Self, AppError> {
        let standard = context.state.standard(&who.municipality);
        let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
        let (tabs, board) = list_tabs(&context.state, (&who, &standard), route).await?;
        let (last, query) = (String::new(), Vec::new());
        Ok(Self { context, who, standard, last, tabs, board, query, by_itself: false })
    }

    /// Of somebody who has just signed in.
    pub async fn of_token(context: RequestContext, token: &SessionToken) -> Result<Self, AppError> {
        let who = context.state.services.sign_in.find_who(token, true).await?;
        let who = who.ok_or(AppError::new(ErrorKind::NotFound))?;
        Self::of(context, who, "").await
    }
}

/// To where one signs in, and from there back to what was to be read.
fn lead_to_sign_in(context: &RequestContext, parts: &Parts) -> Response {
    let query = parts.uri.query().unwrap_or_default();
    let has_just_come = form_urlencoded::parse(query.as_bytes())
        .any(|(key, value)| key == "gjort" && value == Flash::SignedIn.code());
    let query = if has_just_come {
        // Signed in a moment ago, and no cookie: the browser keeps none.
        "?uden=cookie".to_owned()
    } else if parts.method == Method::GET && context.path != "/desk" {
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("til", &context.path).finish();
        format!("?{query}")
    } else {
        String::new()
    };
    context.see_other(&format!("/desk/log-ind{query}"))
}

/// The tabs of somebody, with what waits there; and the cases, where they follow them.
async fn list_tabs(
    state: &AppState,
    (who, standard): (&StaffMember, &Arc<Standard>),
    route: &str,
) -> Result<(Vec<Tab>, Option<Arc<Board>>), AppError> {
    let current = task_of(route);
    let (mut tabs, mut shown) = (Vec::new(), None);
    for (task, path, tab) in desk_tabs(who.role) {
        let count = match tab.counts {
            Some(Waiting::Calls) => state.services.callbacks.count_due(&who.municipality).await?,
            Some(Waiting::Answers) => {
                let waiting = state.services.conversations.list_unanswered(&who.municipality).await?;
                waiting.iter().filter(|one| may_talk(who, one.staff)).count() as u64
            }
            Some(Waiting::Plans) => {
                let today = LocalDay::new(state.clock.local().date());
                count_late(state, (who, standard), today).await?
            }
            Some(Waiting::Complaints) => state.services.complaints.count_waiting(who).await?,
            Some(Waiting::Warnings) => {
                let today = LocalDay::new(state.clock.local().date());
                let board = state.services.cases.load(&state.services.db, standard, today).await?;
                let waiting = count_waiting(who.role, &board);
                shown = Some(board);
                waiting
            }
            None => 0,
        };
        tabs.push(Tab { path, title: tab.title, count, is_current: current == Some(task) });
    }
    // What citizens have booked is for who talks with them: for others the day leads on to their own room.
    tabs.retain(|tab| who.role.takes_talks() || tab.path != "/desk");
    Ok((tabs, shown))
}

impl StaffSession {
    fn show_forbidden(&self) -> Response {
        let meta = self.meta(text::FORBIDDEN.get(self.context.lang), &Notices::default());
        self.context.page(StatusCode::FORBIDDEN, meta, |meta| forbidden_page(meta, &self.at()))
    }

    pub fn at(&self) -> AtDesk<'_> {
        AtDesk { name: &self.who.name, role: self.who.role, tabs: &self.tabs }
    }

    /// What the address carries under a name.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What the page says first: what has just been done.
    pub fn notices(&self) -> Notices {
        let flash = self.param("gjort").and_then(Flash::from_code);
        Notices { problems: Vec::new(), done: flash.and_then(Flash::text) }
    }

    /// The minute.
    pub fn now(&self) -> Minute {
        Instant::of(self.context.state.clock.now()).minute()
    }

    /// What somebody does, to be noted with it.
    pub fn audit(&self, what: AuditAction, subject: &str) -> AuditEntry {
        AuditEntry::new(&self.who, what, subject, self.context.state.clock)
    }

    pub fn meta(&self, name: &str, notices: &Notices) -> PageMeta {
        let lang = self.context.lang;
        let title = format!("{} – {}", title(name, notices, lang), self.standard.name.get(lang));
        // How the standard stands is told to citizens.
        PageMeta { validity: None, ..self.context.meta(&title, Some(&self.standard)) }
    }

    /// A page of the desk; 422 where something is wrong on it.
    pub fn page<V: leptos::IntoView>(
        &self,
        name: Phrase,
        notices: Notices,
        view: impl FnOnce(PageMeta, Notices) -> V,
    ) -> PageResult {
        self.page_named(name.get(self.context.lang), notices, view)
    }

    /// The same, named after what it shows.
    pub fn page_named<V: leptos::IntoView>(
        &self,
        name: &str,
        notices: Notices,
        view: impl FnOnce(PageMeta, Notices) -> V,
    ) -> PageResult {
        let meta = self.meta(name, &notices);
        let status =
            if notices.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok(self.context.page(status, meta, |meta| view(meta, notices)))
    }

    /// Back to a page after something was done there, which it then says: a page loaded again does nothing again.
    pub fn redirect_with(&self, path: &str, flash: Flash) -> PageResult {
        Ok(self.context.see_other(&format!("{path}?gjort={}", flash.code())))
    }

    /// To another page of the desk.
    pub fn redirect(&self, path: &str) -> PageResult {
        Ok(self.context.see_other(path))
    }
}

/// What went wrong at one field.
pub fn notice(field: &str, sentence: impl Into<String>) -> Notices {
    Notices { problems: vec![FieldError::new(field, sentence)], done: None }
}
