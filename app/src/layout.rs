//! What every page shares: the document, header and footer.

mod document;
mod facts;
mod hours;
mod reach;
mod words;

pub use document::{Document, Frame, LanguageSwitch, SiteFiles};
pub use facts::{FactText, SourceLine, beside, nuances, places};
pub use hours::{HoursTable, OpenNow, PhoneLink, open_state, phone_state};
pub use reach::{SiteLink, reach};
pub use words::{Explained, explained};
