//! Contact after discharge.

use super::{Cited, Decision, treats};
use crate::{Channel, DischargeStatus, LocalDay, Rules, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    FollowUpReason {
        NotInStandard = "NOT_IN_STANDARD",
        ConsentMissing = "CONSENT_MISSING",
        StatusNotListed = "STATUS_NOT_LISTED",
        VoluntaryAlcoholFollowup = "VOLUNTARY_ALCOHOL_FOLLOWUP",
        StatusListed = "STATUS_LISTED",
    }
}

/// The facts for [`discharge_follow_up`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DischargeFollowUp {
    #[serde(default, deserialize_with = "super::present")]
    pub age: Option<u8>,
    pub substance: Substance,
    pub discharge_status: DischargeStatus,
    pub discharged_on: LocalDay,
    #[serde(default)]
    pub consent_given: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FollowUpOutcome {
    pub due: Option<bool>,
    /// The latest day of each contact.
    pub contacts_latest: Option<Vec<LocalDay>>,
    pub channel: Option<Channel>,
    pub return_offered: Option<bool>,
    pub reason: FollowUpReason,
}

/// Whether and when somebody is contacted after the end of the course (docs/rules.md 10).
#[must_use]
pub fn discharge_follow_up<'a>(rules: &'a Rules, given: &DischargeFollowUp) -> Decision<'a, FollowUpOutcome> {
    let cited = Cited::default();
    let group = &rules.follow_up;
    let months = match given.substance {
        Substance::Alcohol => &group.alcohol_months,
        Substance::Drugs => &group.drugs_months,
    };
    let listed = cited.value(&group.statuses).is_some_and(|list| list.contains(&given.discharge_status));
    let (due, reason) = if !treats(rules, given.substance) || months.value().is_none() {
        (None, FollowUpReason::NotInStandard)
    } else if !given.consent_given && cited.says(&group.consent_needed) {
        (Some(false), FollowUpReason::ConsentMissing)
    } else if group.statuses.stated().is_none()
        || (!given.consent_given && cited.value(&group.consent_needed).is_none())
    {
        (None, FollowUpReason::NotInStandard)
    } else if !listed {
        (Some(false), FollowUpReason::StatusNotListed)
    } else if given.substance == Substance::Alcohol && cited.says(&group.alcohol_voluntary) {
        (Some(true), FollowUpReason::VoluntaryAlcoholFollowup)
    } else {
        (Some(true), FollowUpReason::StatusListed)
    };
    let contacts_latest = match due {
        Some(true) => cited
            .value(months)
            .map(|months| months.iter().map(|&months| given.discharged_on.plus_months(months)).collect()),
        Some(false) => Some(Vec::new()),
        None => None,
    };
    let broke_off = due.is_some() && given.discharge_status == DischargeStatus::DroppedOut;
    let channel = (due == Some(true) && cited.says(&group.by_phone)).then_some(Channel::Phone);
    let return_offered = (broke_off && cited.says(&group.return_offered)).then_some(true);
    cited.decision(FollowUpOutcome { due, contacts_latest, channel, return_offered, reason })
}
