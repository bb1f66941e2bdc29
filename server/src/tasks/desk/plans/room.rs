//! A plan that somebody at the desk has open.

use crate::{
    db::PlanId,
    tasks::{
        Services,
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
        plan::{
            model::{OpenPlan, PlanAuthor, PlanOutcome},
            own_note::service::NoteOwner,
            room::PlanRoom,
        },
    },
    web::{AppError, AppState, PageResult},
};
use app::{
    tasks::{
        desk::plans::views::plan_desk_page,
        plan::views::{ShownPlan, Tried},
    },
    ui::{document::PageMeta, error_page::ErrorKind},
};
use axum::{
    body::Body,
    extract::{FromRequestParts, Path},
    http::{Method, Response, StatusCode, request::Parts},
    response::IntoResponse,
};
use chrono::NaiveDateTime;
use domain::{
    Lang, LocalDay, Standard,
    plan::{PlanAct, PlanSide, PlanState},
};
use leptos::prelude::AnyView;
use std::{collections::HashMap, sync::Arc};

/// A plan of one's municipality, at the desk. That it was looked at is noted before it is shown.
pub struct StaffPlan {
    pub session: StaffSession,
    pub plan: OpenPlan,
    goal: String,
}

impl FromRequestParts<Arc<AppState>> for StaffPlan {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let session = StaffSession::from_request_parts(parts, state).await?;
        if session.by_itself {
            // A page does not look at a plan by itself.
            return Err(StatusCode::NO_CONTENT.into_response());
        }
        let named: Result<Path<HashMap<String, String>>, _> = Path::from_request_parts(parts, state).await;
        let mut named = named.map(|Path(named)| named).unwrap_or_default();
        let mut take = |name: &str| named.remove(name).unwrap_or_default();
        let (id, goal) = (take("id"), take("goal"));
        let looks = parts.method == Method::GET;
        Self::open(session, &id, goal, looks).await.map_err(IntoResponse::into_response)
    }
}

impl StaffPlan {
    async fn open(session: StaffSession, id: &str, goal: String, looks: bool) -> Result<Self, AppError> {
        let not_found = || AppError::new(ErrorKind::NotFound);
        let id: PlanId = id.parse().map_err(|_| not_found())?;
        let plans = &session.context.state.services.plans;
        let plan = plans.find(&id, LocalDay::new(session.context.now.date())).await?;
        let is_own = |plan: &OpenPlan| plan.record.municipality == session.who.municipality;
        let plan = plan.filter(is_own).ok_or_else(not_found)?;
        if looks {
            plans.note(&session.audit(AuditAction::PlanRead, &plan.record.pseudonym)).await?;
        }
        Ok(Self { session, plan, goal })
    }
}

impl PlanRoom for StaffPlan {
    const READER: PlanSide = PlanSide::Staff;

    fn lang(&self) -> Lang {
        self.session.context.lang
    }

    fn standard(&self) -> &Standard {
        &self.session.standard
    }

    fn state(&self) -> &PlanState {
        &self.plan.state
    }

    fn plan(&self) -> PlanId {
        self.plan.record.id
    }

    fn base(&self) -> String {
        format!("/desk/planer/{}", self.plan.record.id)
    }

    fn goal(&self) -> &str {
        &self.goal
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.session.param(name)
    }

    async fn act(&self, acts: Vec<PlanAct>) -> Result<PlanOutcome, AppError> {
        let audited = self.session.audit(AuditAction::PlanWritten, &self.plan.record.pseudonym);
        let by = PlanAuthor::Staff(&self.session.who, &audited);
        let plans = &self.session.context.state.services.plans;
        Ok(plans.act(&self.plan.record.id, acts, by, (&self.session.standard, self.today())).await?)
    }

    /// Nobody at the desk has the key.
    fn note_owner(&self) -> Option<NoteOwner> {
        None
    }

    fn services(&self) -> &Services {
        &self.session.context.state.services
    }

    fn now(&self) -> NaiveDateTime {
        self.session.context.now
    }

    async fn reload(self) -> Result<Self, AppError> {
        let id = self.plan.record.id.to_string();
        // The page that comes back is a look too.
        Self::open(self.session, &id, self.goal, true).await
    }

    fn page(
        &self,
        back: bool,
        tried: Option<&Tried>,
        content: impl FnOnce(&PageMeta, &ShownPlan<'_>) -> AnyView,
    ) -> PageResult {
        let session = &self.session;
        let pseudonym = self.plan.record.pseudonym.as_str();
        let mut notices = session.notices();
        notices.problems.extend(tried.map(Tried::list_problems).unwrap_or_default());
        session.page_named(pseudonym, notices, |meta, notices| {
            let base = meta.to(&self.base());
            let shown = ShownPlan {
                standard: &session.standard,
                state: &self.plan.state,
                reader: PlanSide::Staff,
                base: &base,
                responsible: self.plan.responsible.as_deref(),
                now: session.context.now,
                lang: meta.lang,
                tried,
            };
            let content = content(&meta, &shown);
            let back = back.then(|| base.clone());
            plan_desk_page(meta, &session.at(), notices, (pseudonym, back), content)
        })
    }

    fn redirect(&self, path: &str) -> PageResult {
        self.session.redirect(path)
    }

    fn redirect_saved(&self, path: &str) -> PageResult {
        self.session.redirect_with(path, Flash::Saved)
    }
}
