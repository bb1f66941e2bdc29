//! What is done in a plan on the phone, without loading a page: the same as by the forms.

use super::{handlers::describe_refusal, model::PlanOutcome, room::PlanRoom};
use crate::{
    tasks::citizen_session::{CitizenSession, session::find_entered},
    web::{AppState, RequestContext, form::clean},
};
use app::{
    api_error::ApiError,
    tasks::plan::today::{TodayAct, TodayAnswer, TodayDoor, TodayRequest},
};
use axum::http::HeaderMap;
use domain::plan::{PlanAct, PlanActError};
use std::sync::Arc;

/// The way to the plan of whoever sends these headers.
#[must_use]
pub fn open_door(state: &Arc<AppState>, headers: &HeaderMap) -> TodayDoor {
    let (state, headers) = (Arc::clone(state), headers.clone());
    TodayDoor(Arc::new(move |request| {
        let (state, headers) = (Arc::clone(&state), headers.clone());
        Box::pin(async move { act_in_plan(&state, &headers, request).await })
    }))
}

/// What a phone asks for; nothing where it is about no place in a plan.
fn read(act: TodayAct) -> Option<PlanAct> {
    let text = |text: &str| clean(text).replace("\r\n", "\n");
    match act {
        TodayAct::Tick { step, done } => Some(PlanAct::StepTicked { step, done }),
        TodayAct::Answer { field, text: words, over } => {
            Some(PlanAct::Written { field: field.parse().ok()?, text: text(&words), over })
        }
        TodayAct::CheckIn { answers, words } => Some(PlanAct::CheckedIn { answers, words: text(&words) }),
    }
}

async fn act_in_plan(
    state: &Arc<AppState>,
    headers: &HeaderMap,
    request: TodayRequest,
) -> Result<TodayAnswer, ApiError> {
    let TodayRequest { lang, owner, is_again, act } = request;
    let entered = find_entered(state, headers, !is_again).await.map_err(|_| ApiError::Unavailable)?;
    let entered = entered.filter(|(_, entered)| entered.access.to_string() == owner);
    let entered = entered.ok_or(ApiError::SignedOut)?;
    let context = RequestContext::of_page(state, lang, "/min-plan");
    let session = CitizenSession::of_own(context, entered).await.map_err(|_| ApiError::Unavailable)?;
    let session = session.ok_or(ApiError::SignedOut)?;
    let act = read(act).ok_or(ApiError::Unreadable)?;
    let outcome = session.act(vec![act]).await.map_err(|_| ApiError::Unavailable)?;
    let session = session.reload().await.map_err(|_| ApiError::Unavailable)?;
    let (refused, theirs) = match outcome {
        PlanOutcome::Done(_) => (None, None),
        PlanOutcome::Refused(_, error) => {
            (Some(describe_refusal(&session, error)), find_theirs(&session, error))
        }
        PlanOutcome::Gone => return Err(ApiError::SignedOut),
    };
    Ok(TodayAnswer { today: session.today_on_phone(), refused, theirs })
}

/// What the other side has written where somebody wanted to, and the version.
fn find_theirs(session: &CitizenSession, error: PlanActError) -> Option<(String, u32)> {
    let PlanActError::Overtaken(field) = error else { return None };
    session.state().versions(field).last().map(|latest| (latest.text.clone(), latest.place))
}
