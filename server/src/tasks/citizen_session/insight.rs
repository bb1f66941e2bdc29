//! Somebody close, whom a citizen lets see parts of their plan: they read, and write nothing.

use super::{model::Entered, session::find_end};
use crate::{
    tasks::plan::model::OpenPlan,
    web::{AppError, RequestContext, session_cookie},
};
use app::{
    tasks::plan::{
        text,
        views::{PlanShell, ShownPlan, insight::insight_page, plan_page},
    },
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
    response::IntoResponse,
};
use domain::{
    LocalDay, Standard,
    plan::{Consent, PlanSide},
};
use std::sync::Arc;

/// Somebody close who is in, the plan, and the consent by which they are.
pub struct InsightSession {
    context: RequestContext,
    standard: Arc<Standard>,
    entered: Entered,
    plan: OpenPlan,
    consent: Consent,
}

impl InsightSession {
    /// Who came in by a consent that stands; whose consent was taken back is led out.
    pub(super) async fn open(context: RequestContext, entered: Entered) -> Result<Self, Response<Body>> {
        let found = Self::find(context, entered).await.map_err(IntoResponse::into_response)?;
        found.map_err(|context| {
            let mut response = context.see_other("/min-plan");
            session_cookie::CITIZEN.remove(&mut response);
            response
        })
    }

    async fn find(
        context: RequestContext,
        entered: Entered,
    ) -> Result<Result<Self, RequestContext>, AppError> {
        let standard = context.state.standard(&entered.municipality);
        let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
        let today = LocalDay::new(context.now.date());
        let found = context.state.services.plans.find(&entered.plan, today).await?;
        let consent = found.as_ref().and_then(|plan| plan.state.find_insight(entered.consent)).cloned();
        Ok(match found.zip(consent) {
            Some((plan, consent)) => Ok(Self { context, standard, entered, plan, consent }),
            None => Err(context),
        })
    }

    /// What they may see.
    pub(super) fn show(&self) -> Response<Body> {
        let lang = self.context.lang;
        let meta = self.context.meta(text::TITLE.get(lang), Some(&self.standard));
        let base = meta.to("/min-plan");
        let end = find_end(&self.context, &self.entered);
        let shell = PlanShell { saved: false, end, problems: Vec::new() };
        let shown = ShownPlan {
            standard: &self.standard,
            state: &self.plan.state,
            // What is said to the citizen is not for them: as to staff, it is told of somebody else.
            reader: PlanSide::Staff,
            base: &base,
            responsible: None,
            now: self.context.now,
            lang,
            tried: None,
        };
        let content = insight_page(&meta, &shown, &self.consent);
        self.context.page(StatusCode::OK, meta, |meta| plan_page(meta, shell, false, content))
    }
}
