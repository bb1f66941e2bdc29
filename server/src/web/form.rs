//! Reading a form of any quality: what is too large, too slow or unreadable gets a page that says so, never an error
//! of the server.

use super::{app_error::AppError, app_state::AppState};
use app::ui::error_page::ErrorKind;
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
};
use domain::is_direction;
use http_body_util::{BodyExt, Limited};
use serde::de::DeserializeOwned;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::time::timeout;

/// The largest form the portal takes, in bytes.
pub const LIMIT: usize = 64 * 1024;
/// How long it may take to arrive: less than an answer may take, so that it is not taken for an error of the portal.
const TIME: Duration = Duration::from_secs(8);

/// The fields in which a form carries its mark, and that of the page with a code from which it was begun.
pub const MARKS: [&str; 2] = ["MARK", "CODE_MARK"];

/// A form whose fields are those of `T`, of `MOST` bytes at most. A field that is sent twice has its last value; one that
/// `T` does not know is passed over.
pub struct Form<T, const MOST: usize = LIMIT>(pub T);

/// The fields of a form, in order, as pairs of name and value: for forms whose fields are not known beforehand.
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

    /// The fields as those of `T`; `None` where a value is none that its field can have.
    pub fn parse<T: DeserializeOwned>(self) -> Option<T> {
        let last: BTreeMap<String, String> = self.0.into_iter().collect();
        let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(last).finish();
        serde_html_form::from_str(&text).ok()
    }
}

/// Reads what is sent, unless it is too large or takes too long.
pub async fn read_body(body: Body) -> Result<Bytes, AppError> {
    read_at_most(body, LIMIT).await
}

async fn read_at_most(body: Body, most: usize) -> Result<Bytes, AppError> {
    match timeout(TIME, Limited::new(body, most).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(_)) => Err(AppError::new(ErrorKind::TooLarge)),
        Err(_) => Err(AppError::new(ErrorKind::TooSlow)),
    }
}

/// Letters that nobody types: databases and browsers stumble over them, or what follows reads as something else.
fn is_rubbish(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) || is_direction(letter)
}

/// A text without them.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace(is_rubbish, "")
}

impl FromRequest<Arc<AppState>> for FormBody {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        Self::read(request, state, LIMIT).await
    }
}

impl FormBody {
    async fn read(request: Request, state: &Arc<AppState>, most: usize) -> Result<Self, AppError> {
        let body = read_at_most(request.into_body(), most).await?;
        Self::of(form_urlencoded::parse(&body).into_owned(), state).await
    }

    /// What was sent, however it was written; unless who sent it has left since.
    ///
    /// # Errors
    /// The database, and where somebody has left.
    pub async fn of(
        sent: impl IntoIterator<Item = (String, String)>,
        state: &AppState,
    ) -> Result<Self, AppError> {
        let clean = |(name, value): (String, String)| (name, clean(&value));
        let fields: Vec<_> = sent.into_iter().map(clean).collect();
        // A browser sends a form again when somebody presses Back after leaving, one of them without a question.
        for (_, mark) in fields.iter().filter(|(name, _)| MARKS.contains(&name.as_str())).take(MARKS.len()) {
            if state.services.tokens.is_closed(mark).await? {
                return Err(AppError::new(ErrorKind::Left));
            }
        }
        Ok(Self(fields))
    }
}

impl<T: DeserializeOwned, const MOST: usize> FromRequest<Arc<AppState>> for Form<T, MOST> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let body = FormBody::read(request, state, MOST).await?;
        body.parse().map(Self).ok_or(AppError::new(ErrorKind::Unreadable))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Eq, Default, Deserialize)]
    #[serde(default, rename_all = "UPPERCASE")]
    struct Example {
        name: String,
        wish: Option<String>,
    }

    fn body(pairs: &[(&str, &str)]) -> FormBody {
        FormBody(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn the_last_value_of_a_field_counts_and_unknown_fields_are_passed_over() {
        let read: Example =
            body(&[("NAME", "a"), ("OTHER", "x"), ("NAME", "b&c=d")]).parse().expect("a form");
        assert_eq!(read, Example { name: "b&c=d".to_owned(), wish: None });
    }

    #[test]
    fn what_would_turn_a_line_around_is_left_out() {
        assert_eq!("a\u{202e}b\u{2066}c\u{200f}".replace(is_rubbish, ""), "abc");
        assert_eq!(
            "\u{627}\u{633}\u{645} \u{200d}".replace(is_rubbish, ""),
            "\u{627}\u{633}\u{645} \u{200d}",
            "Arabic stays"
        );
    }

    proptest! {
        #[test]
        fn what_is_typed_arrives_as_it_was_typed(name in "\\PC{0,200}", wish in proptest::option::of("\\PC{0,20}")) {
            let mut pairs = vec![("NAME", name.as_str())];
            pairs.extend(wish.as_deref().map(|wish| ("WISH", wish)));
            let read: Example = body(&pairs).parse().expect("a form");
            prop_assert_eq!(read, Example { name: name.clone(), wish: wish.clone() });
        }

        #[test]
        fn no_rubbish_is_an_error_where_fields_are_texts(pairs in proptest::collection::vec(("\\PC{0,9}", "\\PC{0,9}"), 0..9)) {
            prop_assert!(FormBody(pairs).parse::<Example>().is_some());
        }
    }
}
