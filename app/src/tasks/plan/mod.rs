//! The plan of somebody's treatment, as its citizen sees it.

#[cfg(feature = "ssr")]
pub mod text;
pub mod today;
#[cfg(feature = "ssr")]
pub mod views;
