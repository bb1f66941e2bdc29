//! What every task may use of HTTP.

pub mod access_log;
pub mod app_state;
pub mod assets;
pub mod client_ip;
pub mod compression;
pub mod csrf;
pub mod form;
pub mod form_token;
pub mod headers;
pub mod health;
pub mod hexadecimal;
pub mod middleware;
pub mod rate_limiter;
pub mod render;
pub mod request_context;
pub mod serve;
pub mod site;
