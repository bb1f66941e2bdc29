//! The door of server functions: what islands ask the server for, in postcard, at `/api/…`.
//!
//! A function finds the portal's state (`Arc<AppState>`) and the request's headers (`http::request::Parts`) as Leptos
//! context. Its error is `app::api_error::ApiError`.

use super::{app_error::AppError, app_state::AppState, form};
use crate::tasks::plan::today::open_door;
use app::{api_error::ApiError, ui::error_page::ErrorKind};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
};
use leptos::{
    prelude::provide_context,
    server_fn::{
        ContentType,
        axum::get_server_fn_service,
        codec::PostcardEncoding,
        error::{FromServerFnError, SERVER_FN_ERROR_HEADER},
    },
};
use leptos_axum::handle_server_fns_with_context;
use std::sync::Arc;

/// Runs the function at an address. What is no function, too large or too slow is refused before it: `leptos_axum` would
/// answer with the address, and reads whatever comes.
pub async fn run(State(state): State<Arc<AppState>>, request: Request) -> Result<Response<Body>, AppError> {
    let (mut parts, body) = request.into_parts();
    if get_server_fn_service(parts.uri.path(), parts.method.clone()).is_none() {
        return Err(AppError::new(ErrorKind::NotFound));
    }
    if !is_postcard(&parts.headers) {
        return Err(AppError::new(ErrorKind::Unreadable));
    }
    let body = form::read_body(body).await?;
    // Forms go to the pages. One that came here would be led to where it says that it comes from.
    parts.headers.remove(header::ACCEPT);
    parts.headers.remove(header::REFERER);
    let door = open_door(&state, &parts.headers);
    let request = Request::from_parts(parts, Body::from(body));
    let provide = move || {
        provide_context(Arc::clone(&state));
        provide_context(door.clone());
    };
    let answer = handle_server_fns_with_context(provide, request).await;
    set_status(answer.into_response()).await
}

fn is_postcard(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == PostcardEncoding::CONTENT_TYPE)
}

/// Gives an error the status that tells what it is: `server_fn` calls each an error of the server.
async fn set_status(mut answer: Response<Body>) -> Result<Response<Body>, AppError> {
    if answer.headers_mut().remove(SERVER_FN_ERROR_HEADER).is_none() {
        return Ok(answer);
    }
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, form::LIMIT).await.map_err(|_| AppError::new(ErrorKind::Broken))?;
    parts.status = match ApiError::de(body.clone()) {
        ApiError::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::SignedOut => StatusCode::UNAUTHORIZED,
        ApiError::Offline | ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    Ok(Response::from_parts(parts, Body::from(body)))
}
