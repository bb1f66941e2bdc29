//! What every page shares: the document, header and footer.

mod document;
mod facts;
mod hours;

pub use document::{Document, Frame, LanguageSwitch, SiteFiles};
pub use facts::{FactText, SourceLine, nuances};
pub use hours::{HoursTable, OpenNow, PhoneLink, phone_state};
