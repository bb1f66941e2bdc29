//! What every page is made of: the document, forms, and the sentences that stand in many places.

#[cfg(any(feature = "ssr", feature = "island-find-help"))]
pub mod acts;
#[cfg(any(feature = "ssr", feature = "island-find-help"))]
pub mod acts_text;
#[cfg(any(feature = "ssr", feature = "island-deadline", feature = "island-plan"))]
pub mod choices;
#[cfg(feature = "ssr")]
pub mod closures;
#[cfg(feature = "ssr")]
pub mod contact_block;
#[cfg(any(feature = "ssr", feature = "island-deadline"))]
pub mod dates;
#[cfg(feature = "ssr")]
pub mod document;
pub mod entitlements;
#[cfg(feature = "ssr")]
pub mod error_page;
#[cfg(feature = "ssr")]
pub mod error_page_text;
#[cfg(any(feature = "ssr", feature = "island-deadline", feature = "island-plan"))]
pub mod error_summary;
#[cfg(feature = "ssr")]
pub mod facts;
#[cfg(any(feature = "ssr", feature = "island-deadline", feature = "island-plan"))]
pub mod fields;
#[cfg(feature = "ssr")]
pub mod glossary_links;
#[cfg(any(feature = "ssr", feature = "island-deadline"))]
pub mod grounds;
#[cfg(feature = "ssr")]
pub mod hours;
#[cfg(feature = "ssr")]
pub mod next_links;
pub mod progress_path;
pub mod text;
#[cfg(feature = "ssr")]
pub mod validity;
#[cfg(feature = "ssr")]
pub mod wizard;
