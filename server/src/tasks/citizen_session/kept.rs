//! What somebody has written when their session has ended: it goes along in the pages on which they come in again, and is
//! saved by one press after it. It is kept nowhere else.

use super::{
    handlers::{PURPOSE, ask_code},
    session::find_entered,
};
use crate::{
    db::AccessId,
    web::{AppState, FormBody, PageResult, RequestContext, form::read_body, session_cookie},
};
use app::{
    tasks::citizen_session::views::{EntryNote, kept_page, lost_page},
    ui::document::PageMeta,
};
use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{Method, Response, StatusCode},
    middleware::Next,
};
use std::sync::Arc;

/// A form that was sent too late: to which page of the plan, and its fields.
#[derive(Default)]
pub struct Kept {
    to: String,
    fields: String,
    /// The way in of whoever sent it, in hexadecimal.
    owner: String,
}

impl Kept {
    /// What pages carry; nothing where it is no page of the plan.
    #[must_use]
    pub fn of(to: String, fields: String, owner: String) -> Self {
        let is_ours = to == "/min-plan" || to.starts_with("/min-plan/");
        let is_plain = to.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'));
        if is_ours && is_plain { Self { to, fields, owner } } else { Self::default() }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.to.is_empty() || self.fields.is_empty()
    }

    /// Whether somebody who has come in is who sent it: what one person wrote is not shown to the next.
    #[must_use]
    pub fn is_of(&self, access: &AccessId) -> bool {
        self.owner == access.to_string()
    }

    /// As pages carry it.
    #[must_use]
    pub fn to_fields(&self) -> Vec<(&'static str, String)> {
        if self.is_empty() {
            return Vec::new();
        }
        vec![("TO", self.to.clone()), ("KEPT", self.fields.clone()), ("OWNER", self.owner.clone())]
    }
}

/// The page that says that something was not saved, with what it was.
fn show_lost(context: &RequestContext, typed: Option<String>) -> Response<Body> {
    let mark = context.state.services.tokens.issue(PURPOSE);
    let meta = context.meta(app::tasks::citizen_session::text::TITLE.get(context.lang), None);
    let meta = PageMeta { mark: Some(mark), ..meta };
    context.page(StatusCode::OK, meta, |meta| lost_page(meta, typed))
}

/// The page from which it is saved.
pub(super) fn kept_page_of(context: &RequestContext, kept: &Kept) -> Response<Body> {
    let fields: Vec<(String, String)> = form_urlencoded::parse(kept.fields.as_bytes()).into_owned().collect();
    let text = fields.iter().find(|(name, _)| name == "TEXT").map(|(_, text)| text.clone());
    let mark = context.state.services.tokens.issue(PURPOSE);
    let meta = context.meta(app::tasks::citizen_session::text::TITLE.get(context.lang), None);
    let meta = PageMeta { mark: Some(mark), ..meta };
    let action = meta.to(&kept.to);
    context.page(StatusCode::OK, meta, |meta| kept_page(meta, action, fields, text))
}

/// Around forms of the plan: what is sent after the session has ended is not lost.
///
/// # Errors
/// The database, and a form that cannot be read.
pub async fn keep(State(state): State<Arc<AppState>>, request: Request, next: Next) -> PageResult {
    let (mut parts, body) = request.into_parts();
    let is_in = parts.method != Method::POST || find_entered(&state, &parts.headers, false).await?.is_some();
    if is_in {
        return Ok(next.run(Request::from_parts(parts, body)).await);
    }
    let matched = parts.extensions.remove::<MatchedPath>();
    let wanted = crate::web::compression::Encoding::accepted(&parts.headers);
    let context = RequestContext::new(&state, &parts.uri, wanted, matched.as_ref());
    let sent = read_body(body).await?;
    let fields = FormBody::of(form_urlencoded::parse(&sent).into_owned(), &state).await?;
    let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields.pairs()).finish();
    let owner = match session_cookie::CITIZEN.read(&parts.headers) {
        Some(token) => state.services.citizen_sessions.find_owner(&token).await?,
        None => None,
    };
    let Some(owner) = owner else {
        // It is not known any more whose it was: it is shown to who has just sent it, and goes no further.
        let typed = fields.pairs().find(|(name, _)| *name == "TEXT").map(|(_, text)| text.to_owned());
        return Ok(show_lost(&context, typed));
    };
    let kept = Kept::of(context.path.clone(), encoded, owner.to_string());
    Ok(ask_code(&context, "", &kept, Some(EntryNote::EndedKept), None))
}
