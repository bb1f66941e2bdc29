//! Why a server function did not do what an island asked for.

use leptos::server_fn::{
    codec::PostcardEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// The error of every server function: what an island can say to whoever waits, and nothing of what was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ApiError {
    /// The server was not reached: what was asked for may be tried again.
    Offline,
    /// What was sent, or what came back, could not be read: the page is of another version than the server.
    Unreadable,
    /// The server cannot do it now.
    Unavailable,
    /// Whoever asks is not signed in any more.
    SignedOut,
}

impl FromServerFnError for ApiError {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Unreadable,
            _ => Self::Unavailable,
        }
    }
}
