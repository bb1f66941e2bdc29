//! What every task may use of HTTP.

pub mod access_log;
pub mod app_error;
pub mod app_state;
pub mod assets;
pub mod catalogue;
pub mod client_ip;
pub mod compression;
mod connection;
pub mod csrf;
pub mod error_log;
pub mod form;
pub mod headers;
pub mod health;
pub mod middleware;
pub mod page_cache;
pub mod rate_limiter;
pub mod render;
pub mod request_context;
pub mod serve;
pub mod server_functions;
pub mod service_levels;
pub mod session_cookie;
pub mod site;

pub use app_error::{AppError, PageResult};
pub use app_state::AppState;
pub use form::{Form, FormBody};
pub use request_context::{MunicipalityContext, RequestContext};
