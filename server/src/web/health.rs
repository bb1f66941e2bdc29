//! For whoever runs the portal: whether it lives, and whether it can serve.

use crate::web::app_state::AppState;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

pub async fn alive() -> &'static str {
    "ok\n"
}

/// Ready where there is a standard to serve, the database answers, and nothing is kept past its end.
pub async fn ready(State(portal): State<Arc<AppState>>) -> Response {
    let trouble = match portal.services.bookings.overdue().await {
        _ if portal.standards.is_empty() => Some("no standard\n"),
        Err(_) => Some("the database does not answer\n"),
        Ok(0) => None,
        Ok(_) => Some("rows are kept past their end\n"),
    };
    match trouble {
        Some(trouble) => (StatusCode::SERVICE_UNAVAILABLE, trouble).into_response(),
        None => "ready\n".into_response(),
    }
}

/// How many rows are kept past their end, for who watches over the portal. It counts nobody.
pub async fn metrics(State(portal): State<Arc<AppState>>) -> Response {
    match portal.services.bookings.overdue().await {
        Ok(rows) => format!(
            "# HELP portal_overdue_rows Rows kept more than a day past their end.\n\
             # TYPE portal_overdue_rows gauge\nportal_overdue_rows {rows}\n"
        )
        .into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}
