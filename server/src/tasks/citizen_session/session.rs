//! Somebody who is in their plan.

use super::{
    insight::InsightSession,
    model::{Entered, OWN},
    service::CitizenSessions,
};
use crate::{
    crypto::session_token::SessionToken,
    db::PlanId,
    tasks::{
        Services,
        plan::{
            model::{OpenPlan, PlanAuthor, PlanOutcome},
            own_note::service::NoteOwner,
            room::PlanRoom,
        },
    },
    web::{AppError, AppState, PageResult, RequestContext, session_cookie},
};
use app::{
    tasks::{
        citizen_session::views::SessionEnd,
        plan::{
            text,
            today::Today,
            views::{PlanShell, ShownPlan, Tried, plan_page},
        },
    },
    ui::{
        document::{Island, PageMeta, prepare_island},
        error_page::ErrorKind,
    },
};
use axum::{
    body::Body,
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, Response, StatusCode, request::Parts},
    response::IntoResponse,
};
use chrono::NaiveDateTime;
use domain::{
    Instant, Lang, LocalDay, Standard,
    plan::{PlanAct, PlanSide, PlanState},
};
use leptos::prelude::AnyView;
use std::sync::Arc;

/// Somebody who is in their plan, and the plan.
pub struct CitizenSession {
    pub context: RequestContext,
    pub standard: Arc<Standard>,
    pub entered: Entered,
    pub token: SessionToken,
    pub plan: OpenPlan,
    /// The part of the address that is none of the route's own words.
    last: String,
    query: Vec<(String, String)>,
}

/// Somebody who is in a plan: its citizen, or somebody close whom they let see some of it.
pub enum PlanSession {
    Own(CitizenSession),
    Insight(InsightSession),
}

impl FromRequestParts<Arc<AppState>> for PlanSession {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let context = RequestContext::of(parts, state);
        let found = find_entered(state, &parts.headers, true).await.map_err(IntoResponse::into_response)?;
        let Some((token, entered)) = found else { return Err(context.see_other("/min-plan")) };
        if entered.consent != OWN {
            let found = InsightSession::open(context, entered).await;
            return found.map(Self::Insight);
        }
        let query = parts.uri.query().unwrap_or_default();
        let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, state).await;
        let last = params.ok().and_then(|params| params.iter().next().map(|(_, last)| last.to_owned()));
        let found = CitizenSession::open(context, (token, entered), last.unwrap_or_default(), query).await;
        found.map(Self::Own).map_err(IntoResponse::into_response)
    }
}

impl FromRequestParts<Arc<AppState>> for CitizenSession {
    type Rejection = Response<Body>;

    /// Somebody close finds nothing where the citizen writes.
    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        match PlanSession::from_request_parts(parts, state).await? {
            PlanSession::Own(session) => Ok(session),
            PlanSession::Insight(_) => Err(AppError::new(ErrorKind::NotFound).into_response()),
        }
    }
}

/// Who holds the cookie of a session that goes on.
///
/// # Errors
/// The database.
pub async fn find_entered(
    state: &AppState,
    headers: &HeaderMap,
    touches: bool,
) -> Result<Option<(SessionToken, Entered)>, AppError> {
    let Some(token) = session_cookie::CITIZEN.read(headers) else { return Ok(None) };
    let entered = state.services.citizen_sessions.find_who(&token, touches).await?;
    Ok(entered.map(|entered| (token, entered)))
}

impl CitizenSession {
    async fn open(
        context: RequestContext,
        (token, entered): (SessionToken, Entered),
        last: String,
        query: Vec<(String, String)>,
    ) -> Result<Self, AppError> {
        let state = &context.state;
        let standard = state.standard(&entered.municipality);
        let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
        let today = LocalDay::new(context.now.date());
        let plan = state.services.plans.find(&entered.plan, today).await?;
        let plan = plan.ok_or(AppError::new(ErrorKind::NotFound))?;
        Ok(Self { context, standard, entered, token, plan, last, query })
    }
}

impl CitizenSession {
    /// The plan of somebody who is in; nothing for somebody close, who does nothing in it.
    ///
    /// # Errors
    /// The database, and a plan that is gone.
    pub async fn of_own(
        context: RequestContext,
        (token, entered): (SessionToken, Entered),
    ) -> Result<Option<Self>, AppError> {
        if entered.consent != OWN {
            return Ok(None);
        }
        Self::open(context, (token, entered), String::new(), Vec::new()).await.map(Some)
    }

    /// What the phone is told of the plan for today.
    #[must_use]
    pub fn today_on_phone(&self) -> Today {
        let meta = self.meta();
        let base = meta.to("/min-plan");
        Today::of(&meta, &self.show(&meta, &base, None), self.entered.access.to_string())
    }

    fn meta(&self) -> PageMeta {
        self.context.meta(text::TITLE.get(self.context.lang), Some(&self.standard))
    }

    fn show<'a>(&'a self, meta: &PageMeta, base: &'a str, tried: Option<&'a Tried>) -> ShownPlan<'a> {
        ShownPlan {
            standard: &self.standard,
            state: &self.plan.state,
            reader: PlanSide::Citizen,
            base,
            responsible: self.plan.responsible.as_deref(),
            now: self.context.now,
            lang: meta.lang,
            tried,
        }
    }
}

/// When a session ends by itself.
pub(super) fn find_end(context: &RequestContext, entered: &Entered) -> SessionEnd {
    let end = CitizenSessions::find_end(entered);
    let at = Instant::of_minute(end).map_or(context.now, Instant::local).time();
    SessionEnd { at, is_last: CitizenSessions::is_last(entered) }
}

impl PlanRoom for CitizenSession {
    const READER: PlanSide = PlanSide::Citizen;

    fn lang(&self) -> Lang {
        self.context.lang
    }

    fn standard(&self) -> &Standard {
        &self.standard
    }

    fn state(&self) -> &PlanState {
        &self.plan.state
    }

    fn plan(&self) -> PlanId {
        self.entered.plan
    }

    fn base(&self) -> String {
        "/min-plan".to_owned()
    }

    fn goal(&self) -> &str {
        &self.last
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    async fn act(&self, acts: Vec<PlanAct>) -> Result<PlanOutcome, AppError> {
        let plans = &self.context.state.services.plans;
        Ok(plans.act(&self.entered.plan, acts, PlanAuthor::Citizen, (&self.standard, self.today())).await?)
    }

    fn note_owner(&self) -> Option<NoteOwner> {
        let key = CitizenSessions::open_note_key(&self.token, &self.entered)?;
        Some(NoteOwner { access: self.entered.access, key })
    }

    fn services(&self) -> &Services {
        &self.context.state.services
    }

    fn now(&self) -> NaiveDateTime {
        self.context.now
    }

    async fn reload(self) -> Result<Self, AppError> {
        let today = self.today();
        let plan = self.context.state.services.plans.find(&self.entered.plan, today).await?;
        let plan = plan.ok_or(AppError::new(ErrorKind::NotFound))?;
        Ok(Self { plan, ..self })
    }

    fn page(
        &self,
        back: bool,
        tried: Option<&Tried>,
        content: impl FnOnce(&PageMeta, &ShownPlan<'_>) -> AnyView,
    ) -> PageResult {
        let problems = tried.map(Tried::list_problems).unwrap_or_default();
        let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        // The first page alone leads back to none, and has the island.
        let meta = PageMeta { island: (!back).then_some(Island::Plan), ..self.meta() };
        let end = find_end(&self.context, &self.entered);
        let shell = PlanShell { saved: self.param("gemt").is_some(), end, problems };
        Ok(self.context.page(status, meta, |meta| {
            prepare_island(&meta);
            let base = meta.to("/min-plan");
            let content = content(&meta, &self.show(&meta, &base, tried));
            plan_page(meta, shell, back, content)
        }))
    }

    fn redirect(&self, path: &str) -> PageResult {
        Ok(self.context.see_other(path))
    }

    fn redirect_saved(&self, path: &str) -> PageResult {
        Ok(self.context.see_other(&format!("{path}?gemt=1")))
    }
}
