//! Checking a receipt. What is asked is kept nowhere.

use crate::web::{Form, PageResult, RequestContext, client_ip::ClientIp};
use app::{
    tasks::complaint::{
        text::check as text,
        views::{CheckPage, check_page},
    },
    ui::{document::LanguageSwitch, text as common},
};
use axum::http::StatusCode;
use serde::Deserialize;

/// What somebody typed from a receipt.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct TypedReceipt {
    number: String,
    words: String,
}

impl TypedReceipt {
    /// The number as it is stored: what looks like another sign is that one.
    fn number(&self) -> String {
        let sign = |letter: char| match letter.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            letter if letter.is_ascii_alphanumeric() => Some(letter),
            _ => None,
        };
        self.number.chars().filter_map(sign).collect()
    }
}

pub async fn start(context: RequestContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    let public_key = context.state.services.complaints.signer.public_key();
    let page = CheckPage { public_key, ..CheckPage::default() };
    Ok(context.cached_page(meta, |meta| check_page(meta, &page)))
}

pub async fn check(
    context: RequestContext,
    ClientIp(client): ClientIp,
    Form(typed): Form<TypedReceipt>,
) -> PageResult {
    let services = &context.state.services;
    let number = typed.number();
    let is_missing = number.is_empty() || typed.words.trim().is_empty();
    let is_allowed = is_missing || services.limiter.allow_check(client.as_ref());
    let found = if is_missing || !is_allowed {
        None
    } else {
        services.complaints.verify(&number, &typed.words).await?
    };
    let standard = found.as_ref().and_then(|found| context.state.standard(&found.municipality));
    let problem = match (&standard, is_missing) {
        (Some(_), _) => None,
        (None, true) if number.is_empty() => Some(("NUMBER", text::MISSING)),
        (None, true) => Some(("WORDS", text::MISSING)),
        (None, false) if !is_allowed => Some(("NUMBER", text::TOO_MANY)),
        (None, false) => Some(("NUMBER", text::UNKNOWN)),
    };
    let fields = [("NUMBER", &typed.number), ("WORDS", &typed.words)];
    let switch = fields.map(|(name, value)| (name.to_owned(), value.clone())).into();
    let title = text::TITLE.get(context.lang);
    let (status, title) = match problem {
        None => (StatusCode::OK, title.to_owned()),
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang))),
    };
    let mut meta = context.meta(&title, None);
    meta.switch = LanguageSwitch::Form(switch);
    let page = CheckPage {
        number: typed.number.clone(),
        words: typed.words.clone(),
        problem,
        public_key: services.complaints.signer.public_key(),
        found: standard.as_deref().zip(found.as_ref()).map(|(standard, found)| (standard, &found.receipt)),
    };
    Ok(context.page(status, meta, |meta| check_page(meta, &page)))
}
