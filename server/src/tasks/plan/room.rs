//! Where a plan is read and written: by its citizen, or at the desk. The pages are the same.

use super::{model::PlanOutcome, own_note::service::NoteOwner};
use crate::{
    db::PlanId,
    tasks::Services,
    web::{AppError, AppState, PageResult},
};
use app::{
    tasks::plan::views::{ShownPlan, Tried},
    ui::document::PageMeta,
};
use axum::{body::Body, extract::FromRequestParts, http::Response};
use chrono::NaiveDateTime;
use domain::{
    Lang, LocalDay, Standard,
    plan::{PlanAct, PlanSide, PlanState},
};
use leptos::prelude::AnyView;
use std::sync::Arc;

/// Somebody with a plan open before them.
pub trait PlanRoom: FromRequestParts<Arc<AppState>, Rejection = Response<Body>> + Send + Sync {
    /// Who they are to the plan.
    const READER: PlanSide;

    fn lang(&self) -> Lang;

    fn standard(&self) -> &Standard;

    fn state(&self) -> &PlanState;

    /// Its name.
    fn plan(&self) -> PlanId;

    /// The address of the plan, without the language.
    fn base(&self) -> String;

    /// The goal that the address names, as it stands there.
    fn goal(&self) -> &str;

    /// What the address carries under a name.
    fn param(&self, name: &str) -> Option<&str>;

    /// Does something in the plan, all of it or nothing.
    fn act(&self, acts: Vec<PlanAct>) -> impl Future<Output = Result<PlanOutcome, AppError>> + Send;

    /// Whose private notes they can read and write: their own, or nobody's.
    fn note_owner(&self) -> Option<NoteOwner>;

    /// What all tasks work with.
    fn services(&self) -> &Services;

    /// By the clock in Denmark.
    fn now(&self) -> NaiveDateTime;

    fn today(&self) -> LocalDay {
        LocalDay::new(self.now().date())
    }

    /// The same with the plan as it stands by now.
    fn reload(self) -> impl Future<Output = Result<Self, AppError>> + Send;

    /// A page of the plan; 422 where something is wrong on it. `back` leads to the plan.
    fn page(
        &self,
        back: bool,
        tried: Option<&Tried>,
        content: impl FnOnce(&PageMeta, &ShownPlan<'_>) -> AnyView,
    ) -> PageResult;

    /// To another page, in the same language.
    fn redirect(&self, path: &str) -> PageResult;

    /// The same, which says that something is saved.
    fn redirect_saved(&self, path: &str) -> PageResult;
}
