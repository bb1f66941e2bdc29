//! The pages, one folder a citizen task: `views` show what they are given, `text` says it. No I/O.

#[cfg(feature = "ssr")]
pub mod about;
#[cfg(feature = "ssr")]
pub mod booking;
#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod callback;
#[cfg(feature = "ssr")]
pub mod case;
#[cfg(feature = "ssr")]
pub mod citizen_session;
#[cfg(feature = "ssr")]
pub mod clarification;
#[cfg(feature = "ssr")]
pub mod compare;
#[cfg(feature = "ssr")]
pub mod complaint;
#[cfg(feature = "ssr")]
pub mod contact;
#[cfg(feature = "ssr")]
pub mod conversation;
#[cfg(any(feature = "ssr", feature = "island-deadline"))]
pub mod deadline;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(any(feature = "ssr", feature = "island-find-help"))]
pub mod find_help;
#[cfg(feature = "ssr")]
pub mod glossary;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod municipality;
#[cfg(feature = "ssr")]
pub mod offers;
#[cfg(any(feature = "ssr", feature = "island-plan"))]
pub mod plan;
#[cfg(feature = "ssr")]
pub mod return_code;
#[cfg(feature = "ssr")]
pub mod rules;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
pub mod waiting_list;
