//! What every page shares: the document, header and footer.

mod choices;
mod document;
mod errors;
mod facts;
mod fields;
mod hours;
mod reach;
mod steps;
mod ways_on;
mod words;

pub use choices::{Checkbox, Choice, Fieldset, Legend, Part, Parts, RadioGroup, Radios, Select, choice_id};
pub use document::{Document, Frame, LanguageSwitch, SiteFiles};
pub use errors::{ErrorMessage, ErrorSummary, FieldError, error_id};
pub use facts::{FactText, SourceLine, beside, nuances, places, source_line};
pub use fields::{Field, Hidden, TextArea, Trap};
pub use hours::{HoursTable, OpenNow, PhoneLink, open_state, phone_state};
pub use reach::{SiteLink, reach};
pub use steps::step_of;
pub use ways_on::WaysOn;
pub use words::{Explained, explained};
