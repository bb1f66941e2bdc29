//! Municipality by capability: what each standard gives, refuses or leaves unsaid.

use domain::{Coverage, Kind, RuleValue, Standard, StatedRule};
use std::fmt::Write;

/// What a case worker asks of a standard, and the rule that answers it.
const CAPABILITIES: [(&str, &str, &str); 24] = [
    ("substances", "identity", "substances"),
    ("valid until", "identity", "valid_to"),
    ("referral needed", "contact", "referral_needed"),
    ("callback booked online", "contact", "callback_bookable_online"),
    ("counselling booked online", "contact", "counselling_bookable_online"),
    ("anonymous counselling", "anonymous_counselling", "adults_anonymous"),
    ("counselling talks, most", "anonymous_counselling", "adults_max"),
    ("relatives' talks, most", "relatives", "adults_individual_max"),
    ("relatives' groups", "relatives", "group"),
    ("children of users", "relatives", "children"),
    ("anonymous drug treatment", "anonymous_drug_treatment", "offered"),
    ("anonymous alcohol treatment", "anonymous_alcohol_treatment", "on_request"),
    ("guarantee, days", "guarantee", "length_days"),
    ("guarantee, drugs", "guarantee", "drug_outpatient"),
    ("guarantee, alcohol", "guarantee", "alcohol_outpatient"),
    ("guarantee, anonymous drugs", "guarantee", "anonymous_drug"),
    ("free choice, drugs", "free_choice", "drug_outpatient"),
    ("under 18", "identity", "under_18"),
    ("plan review, months", "plan", "review_months"),
    ("follow-up drugs, months", "follow_up", "drugs_months"),
    ("follow-up alcohol, months", "follow_up", "alcohol_months"),
    ("youth course", "youth_course", "offered"),
    ("gift cards, most", "youth_course", "card_max"),
    ("complaint, weeks", "complaints", "deadline_weeks"),
];

/// The table, a line a capability and a column a municipality.
#[must_use]
pub fn table(standards: &[&Standard]) -> String {
    let mut text = String::new();
    line(&mut text, "capability", standards, |standard| standard.code.clone());
    for (name, group, key) in CAPABILITIES {
        line(&mut text, name, standards, |standard| says(standard, group, key));
    }
    for &kind in Kind::ALL {
        let name = format!("offers: {}", kind.code().to_lowercase());
        line(&mut text, &name, standards, |standard| {
            standard.offers.iter().filter(|offer| offer.kind == kind).count().to_string()
        });
    }
    text
}

fn line(text: &mut String, name: &str, standards: &[&Standard], cell: impl Fn(&Standard) -> String) {
    let _ = write!(text, "{name:<28}");
    for standard in standards {
        let _ = write!(text, " {:>13}", cell(standard));
    }
    let _ = writeln!(text);
}

/// A rule in a word; one for each substance where the standard tells them apart.
fn says(standard: &Standard, group: &str, key: &str) -> String {
    let rules = standard.list_rules();
    let of_key = rules.iter().filter(|rule| rule.group == group && rule.key == key);
    let words: Vec<String> = of_key.map(|rule| word(rule.stated.as_ref())).collect();
    words.join("/")
}

/// What a standard says in a word; `silent` where it says nothing.
fn word(stated: Option<&StatedRule<'_>>) -> String {
    let Some(stated) = stated else { return "silent".to_owned() };
    match stated.value {
        RuleValue::YesNo(true) | RuleValue::Coverage(Coverage::Covered) => "yes".to_owned(),
        RuleValue::YesNo(false) | RuleValue::Coverage(Coverage::NotCovered) => "no".to_owned(),
        RuleValue::Number(number) => number.to_string(),
        RuleValue::Numbers(numbers) => join(numbers.iter().map(ToString::to_string)),
        RuleValue::Date(day) => day.to_string(),
        RuleValue::Substances(list) => join(list.iter().map(|one| one.code().to_lowercase())),
        RuleValue::Coverage(Coverage::Conditional) => "conditional".to_owned(),
        RuleValue::Coverage(Coverage::NotExcepted) => "not excepted".to_owned(),
        _ => "stated".to_owned(),
    }
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("+")
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::tasks::rules::text::Topic;

    #[test]
    fn every_capability_is_a_rule() {
        for (name, group, key) in CAPABILITIES {
            let topic = Topic::of(group).expect("a group");
            assert!(topic.rules.iter().any(|(known, _)| *known == key), "{name}");
        }
    }
}
