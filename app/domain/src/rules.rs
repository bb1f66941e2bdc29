//! The rules of a standard, one struct a group. The names are the keys of the data files, which
//! `docs/standards.md` describes. Offers and units stand in their own modules.
//!
//! Every key must be present in every file, if only as `"silent"`. Units stand in the names:
//! `_days`, `_weeks`, `_months`, `_kroner`, `_percent`; ages are completed years.

mod asking;
mod by_substance;
mod define;
mod rights;
mod treatment;

use crate::{Rule, fact::AnyFact, read::Table};
pub use asking::*;
pub(crate) use by_substance::{OwnRules, read_rules};
use define::rules;
pub use rights::*;
pub use treatment::*;

rules! {
    identity: Identity,
    aims: Aims,
    contact: Contact,
    anonymous_counselling: AnonymousCounselling,
    relatives: Relatives,
    anonymous_drug_treatment: AnonymousDrugTreatment,
    anonymous_alcohol_treatment: AnonymousAlcoholTreatment,
    guarantee: Guarantee,
    free_choice: FreeChoice,
    intake: Intake,
    consent: Consent,
    children_at_home: ChildrenAtHome,
    plan: Plan,
    follow_up: FollowUp,
    youth_course: YouthCourse,
    monitoring: Monitoring,
    complaints: Complaints,
    payment: Payment,
    special_groups: SpecialGroups,
}
