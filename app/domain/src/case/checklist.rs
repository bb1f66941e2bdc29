//! What a standard wants told or offered when somebody is enrolled.

use crate::{Fact, Rules, Standard, Stated, Substance, Text, codes};

codes! {
    /// Something that is told or offered at enrolment.
    CheckItem {
        /// The duty to notify where a child is at risk.
        NotificationDuty = "NOTIFICATION_DUTY",
        /// That another authority is told of children at home, without concern: before somebody anonymous says who they are.
        Orientation = "ORIENTATION",
        /// The action plan (SEL §141).
        ActionPlan = "ACTION_PLAN",
        /// The contract of who is pregnant.
        PregnancyContract = "PREGNANCY_CONTRACT",
        /// What there is for families with children.
        FamilyEffort = "FAMILY_EFFORT",
    }
}

impl CheckItem {
    const fn fact(self, rules: &Rules) -> &Fact<Text> {
        match self {
            Self::NotificationDuty => &rules.children_at_home.duty_to_notify,
            Self::Orientation => &rules.children_at_home.orientation,
            Self::ActionPlan => &rules.plan.action_plan_who,
            Self::PregnancyContract => &rules.special_groups.pregnant_contract,
            Self::FamilyEffort => &rules.children_at_home.placement,
        }
    }
}

/// What is to be told or offered, each with what the standard says about it; what it is silent about is not on the list.
#[must_use]
pub fn list_checklist(standard: &Standard, substance: Substance) -> Vec<(CheckItem, &Stated<Text>)> {
    let rules = standard.rules_for(substance);
    let stated = |&item: &CheckItem| Some((item, item.fact(rules).stated()?));
    CheckItem::ALL.iter().filter_map(stated).collect()
}
