//! What every page shares: the document, header and footer.

mod document;
mod errors;
mod facts;
mod fields;
mod hours;
mod reach;
mod steps;
mod ways_on;
mod words;

pub use document::{Document, Frame, LanguageSwitch, SiteFiles};
pub use errors::ErrorSummary;
pub use facts::{FactText, SourceLine, beside, nuances, places, source_line};
pub use fields::{choice_id, hidden, radio, trap};
pub use hours::{HoursTable, OpenNow, PhoneLink, open_state, phone_state};
pub use reach::{SiteLink, reach};
pub use steps::step_of;
pub use ways_on::WaysOn;
pub use words::{Explained, explained};
