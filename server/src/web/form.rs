//! Reading a form of any quality: what cannot be read becomes fields nobody knows, never an error
//! of the server.

use crate::web::{app_state::AppState, request_context::RequestContext};
use app::ui::error_page::ErrorKind;
use axum::{
    body::Body,
    extract::{FromRequest, FromRequestParts, Request},
    http::{Response, StatusCode},
};
use http_body_util::{BodyExt, Limited};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

/// The largest form the portal takes, in bytes.
pub const LIMIT: usize = 64 * 1024;
/// How long it may take to arrive: less than an answer may take, so that it is not taken for an error of the portal.
const TIME: Duration = Duration::from_secs(8);

/// The fields of a form, in order, as pairs of name and value.
pub struct FormBody(pub Vec<(String, String)>);

impl FormBody {
    /// Takes out the last value of the field `name`.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let mut taken = None;
        self.0.retain_mut(|(field, value)| {
            let wanted = field == name;
            if wanted {
                taken = Some(std::mem::take(value));
            }
            !wanted
        });
        taken
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Letters that nobody types: databases and browsers stumble over them.
fn is_rubbish(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}

impl FromRequest<Arc<AppState>> for FormBody {
    type Rejection = Response<Body>;

    async fn from_request(request: Request, portal: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let (mut parts, body) = request.into_parts();
        let (status, problem) = match timeout(TIME, Limited::new(body, LIMIT).collect()).await {
            Ok(Ok(body)) => {
                let body = body.to_bytes();
                let fields = form_urlencoded::parse(&body).into_owned();
                return Ok(Self(fields.map(|(name, value)| (name, value.replace(is_rubbish, ""))).collect()));
            }
            Ok(Err(_)) => (StatusCode::PAYLOAD_TOO_LARGE, ErrorKind::TooLarge),
            Err(_) => (StatusCode::REQUEST_TIMEOUT, ErrorKind::TooSlow),
        };
        let context = RequestContext::from_request_parts(&mut parts, portal).await?;
        Err(context.problem(status, problem, None))
    }
}
