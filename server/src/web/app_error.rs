//! What keeps a handler from answering: the one error of all of them.

use super::error_log::ErrorLog;
use crate::{
    crypto::password_hasher::BusyError,
    db::DbError,
    tasks::{
        booking::service::BookingError,
        callback::service::CallbackError,
        citizen_session::{model::EntryError, service::CodeGivingError},
        complaint::service::ComplaintError,
        desk::sign_in::model::SignInError,
        plan::service::PlanError,
    },
};
use app::ui::error_page::ErrorKind;
use axum::{
    body::Body,
    http::{Response, StatusCode},
    response::IntoResponse,
};
use std::error::Error;

/// What every handler gives.
pub type PageResult = Result<Response<Body>, AppError>;

/// Why there is no page. The page that says so is rendered around the handlers, where language and municipality are
/// known.
#[derive(Debug)]
pub struct AppError {
    kind: ErrorKind,
    status: StatusCode,
    /// What happened, for the log alone.
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl AppError {
    #[must_use]
    pub const fn new(kind: ErrorKind) -> Self {
        Self { kind, status: status_of(kind), cause: None }
    }

    /// The same page under another status.
    #[must_use]
    pub const fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Something that a page needs does not answer, or cannot be made.
    pub fn unavailable(cause: impl Error + Send + Sync + 'static) -> Self {
        Self { cause: Some(Box::new(cause)), ..Self::new(ErrorKind::Unavailable) }
    }
}

const fn status_of(kind: ErrorKind) -> StatusCode {
    match kind {
        ErrorKind::NotFound | ErrorKind::UnknownMunicipality | ErrorKind::UnknownOffer => {
            StatusCode::NOT_FOUND
        }
        ErrorKind::Left => StatusCode::SEE_OTHER,
        ErrorKind::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
        ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorKind::TooSlow => StatusCode::REQUEST_TIMEOUT,
        ErrorKind::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorKind::Foreign => StatusCode::FORBIDDEN,
        ErrorKind::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorKind::Busy | ErrorKind::TooMany | ErrorKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        Self::unavailable(error)
    }
}

impl From<BusyError> for AppError {
    fn from(_: BusyError) -> Self {
        Self::new(ErrorKind::Busy)
    }
}

impl From<BookingError> for AppError {
    fn from(error: BookingError) -> Self {
        match error {
            BookingError::Busy(busy) => busy.into(),
            BookingError::Db(_) | BookingError::NoCode => Self::unavailable(error),
        }
    }
}

impl From<CallbackError> for AppError {
    fn from(error: CallbackError) -> Self {
        Self::unavailable(error)
    }
}

impl From<ComplaintError> for AppError {
    fn from(error: ComplaintError) -> Self {
        Self::unavailable(error)
    }
}

impl From<PlanError> for AppError {
    fn from(error: PlanError) -> Self {
        Self::unavailable(error)
    }
}

impl From<CodeGivingError> for AppError {
    fn from(error: CodeGivingError) -> Self {
        match error {
            CodeGivingError::Entry(EntryError::Busy(busy)) => busy.into(),
            error => Self::unavailable(error),
        }
    }
}

impl From<SignInError> for AppError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Busy(busy) => busy.into(),
            SignInError::Db(_) | SignInError::Unknown | SignInError::Short | SignInError::Slowed(_) => {
                Self::unavailable(error)
            }
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response<Body> {
        if let Some(error) = self.cause {
            static LOG: ErrorLog = ErrorLog::new();
            LOG.tell(&*error);
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        response.extensions_mut().insert(self.kind);
        response
    }
}
