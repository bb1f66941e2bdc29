//! For whoever runs the portal: whether it lives, and whether it can serve. Both answer from memory.

use super::app_state::AppState;
use crate::jobs::health::Trouble;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

pub async fn alive() -> &'static str {
    "ok\n"
}

/// Ready where there is a standard to serve, the database answers and can be written, the jobs run, and nothing is kept past its end.
pub async fn ready(State(state): State<Arc<AppState>>) -> Response {
    let trouble = match state.health.trouble() {
        _ if state.standards().is_empty() => "no standard\n",
        Some(Trouble::DatabaseSilent) => "the database does not answer\n",
        Some(Trouble::DatabaseReadOnly) => "the database cannot be written\n",
        Some(Trouble::JobPanicked) => "a job has panicked\n",
        Some(Trouble::ClockJumped) => {
            "the clock is more than a day ahead of the last run: nothing is deleted until `portal clock accept`\n"
        }
        Some(Trouble::RowsOverdue) => "rows are kept past their end\n",
        None => return "ready\n".into_response(),
    };
    (StatusCode::SERVICE_UNAVAILABLE, trouble).into_response()
}

/// How many rows are kept past their end, for who watches over the portal. It counts nobody.
pub async fn metrics(State(state): State<Arc<AppState>>) -> Response {
    match state.health.overdue() {
        Some(rows) => format!(
            "# HELP portal_overdue_rows Rows kept more than a day past their end.\n\
             # TYPE portal_overdue_rows gauge\nportal_overdue_rows {rows}\n"
        )
        .into_response(),
        None => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}
