//! The rules of a standard: what they are called, and their values in words.

mod labels;
pub mod parameters;

use crate::{
    phrase::{Phrase, phrase, promise},
    tasks::{contact::text as contact, offers::text as offers},
    ui::{dates, text as common},
};
use domain::{
    ComplaintStart, Coverage, DischargeStatus, GuaranteeEnd, GuaranteeTrigger, Lang, Rule, RuleValue,
    SmartCriterion, Standard,
};

pub use labels::TOPICS;

/// A group of rules.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// The group's name in the files.
    pub group: &'static str,
    /// The topic's place in addresses.
    pub slug: &'static str,
    pub title: Phrase,
    /// Each key of the group, and what it is called.
    pub rules: &'static [(&'static str, Phrase)],
}

impl Topic {
    /// The topic of a group.
    #[must_use]
    pub fn of(group: &str) -> Option<&'static Self> {
        TOPICS.iter().find(|topic| topic.group == group)
    }

    /// What a rule of this topic is called.
    ///
    /// # Panics
    /// Never for a key of this topic's group: a test compares the lists.
    #[must_use]
    pub fn label(&self, key: &str) -> Phrase {
        let found = self.rules.iter().find(|(known, _)| *known == key);
        found.expect("every key of a group has a label, as a test shows").1
    }

    /// The same of a rule, with the substance where it holds for one.
    #[must_use]
    pub fn label_of(&self, rule: &Rule<'_>, lang: Lang) -> String {
        let label = self.label(rule.key).get(lang);
        match rule.substance {
            None => label.to_owned(),
            Some(one) => format!("{label} ({})", common::substance(one).get(lang).to_lowercase()),
        }
    }

    /// What it is called on the pages of a municipality: by the name of its own programme and by its own number of days,
    /// where it has them.
    #[must_use]
    pub fn title_of(&self, standard: &Standard, lang: Lang) -> String {
        let name = standard.rules.youth_course.name.value().filter(|_| self.is_programme());
        let days = standard.rules.guarantee.length_days.value().filter(|_| self.group == "guarantee");
        match (name, days) {
            (Some(name), _) => WITH_GIFT_CARDS.with(name.get(lang), lang),
            (None, Some(days)) => THE_DAYS.with(&days.to_string(), lang),
            (None, None) => self.title.get(lang).to_owned(),
        }
    }

    /// Whether it is about one programme that a municipality may have: one that it does not name is not said to be
    /// missing.
    #[must_use]
    pub fn is_programme(&self) -> bool {
        self.group == "youth_course"
    }

    #[must_use]
    pub fn by_slug(slug: &str) -> Option<&'static Self> {
        TOPICS.iter().find(|topic| topic.slug == slug)
    }
}

const THE_DAYS: Phrase = phrase("De {} dage", "The {} days");
const WITH_GIFT_CARDS: Phrase = phrase("{} og gavekort", "{} and gift cards");
pub const TITLE: Phrase = common::RULES;
pub const READ_BY_US: Phrase = phrase("sådan læser vi det", "this is how we read it");
pub const INTRO: Phrase = phrase(
    "Her er kommunens regler, én for én, og hvor de står. Du kan også se, hvad reglerne ikke siger noget om.",
    "Here are the municipality's rules, one by one, and where they stand. You can also see what the rules do not cover.",
);
pub const DOCUMENTS: Phrase = phrase("Reglerne står her:", "The rules stand here:");
pub const TOPICS_TITLE: Phrase = phrase("Emner", "Topics");
pub const SILENT_ON: Phrase =
    phrase("Det siger kommunens regler ikke noget om", "The municipality's rules say nothing about");
pub const COMPARE_TOPIC: Phrase =
    phrase("Se, hvad andre kommuner siger", "See what other municipalities say");
pub const YES: Phrase = phrase("Ja", "Yes");
pub const NO: Phrase = phrase("Nej", "No");
pub const TO_TOP: Phrase = phrase("Til emnerne", "Back to the topics");

/// The value in words.
#[must_use]
pub fn value(rule: &Rule<'_>, value: RuleValue<'_>, lang: Lang) -> String {
    match value {
        RuleValue::Text(text) => text.get(lang).to_owned(),
        RuleValue::Number(number) => with_unit(&number.to_string(), number == 1, rule.key, lang),
        RuleValue::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            with_unit(&common::listed(&numbers, lang), numbers == ["1"], rule.key, lang)
        }
        RuleValue::YesNo(true) => YES.get(lang).to_owned(),
        RuleValue::YesNo(false) => NO.get(lang).to_owned(),
        RuleValue::Date(day) => dates::date(day, lang),
        RuleValue::Ages(ages) => common::ages(ages, lang),
        RuleValue::Substances(list) => codes(list, |&one| common::substance(one), lang),
        RuleValue::Channels(list) => codes(list, |&one| contact::channel_name(one), lang),
        RuleValue::LegalBases(list) => codes(list, |&one| offers::legal_basis(one), lang),
        RuleValue::Statuses(list) => codes(list, |&one| status(one), lang),
        RuleValue::PlanName(code) => parameters::plan_name(code).get(lang).to_owned(),
        RuleValue::PlanParts(list) => codes(list, |&one| parameters::plan_part(one), lang),
        RuleValue::ReviewQuestions(list) => codes(list, |&one| parameters::review_question(one), lang),
        RuleValue::Smart(list) => codes(list, |&one| smart(one), lang),
        RuleValue::Coverage(code) => coverage(code).get(lang).to_owned(),
        RuleValue::Trigger(code) => trigger(code).get(lang).to_owned(),
        RuleValue::End(code) => end(code).get(lang).to_owned(),
        RuleValue::ComplaintStart(code) => complaint_start(code).get(lang).to_owned(),
        RuleValue::Body(body) => body.name.get(lang).to_owned(),
        RuleValue::Treatments(list) => codes(list, |&one| parameters::treatment(one), lang),
        RuleValue::CurrentOffers(list) => codes(list, |&one| parameters::current_offer(one), lang),
        RuleValue::ComplaintTypes(list) => codes(list, |&one| parameters::complaint_type(one), lang),
        RuleValue::FreeChoiceClaim(code) => parameters::free_choice_claim(code).get(lang).to_owned(),
        RuleValue::LetterChannel(code) => parameters::letter_channel(code).get(lang).to_owned(),
        RuleValue::DoctorRule(code) => parameters::doctor_rule(code).get(lang).to_owned(),
        RuleValue::NextStep(code) => parameters::next_step(code).get(lang).to_owned(),
        RuleValue::BeyondMax(code) => parameters::beyond_max(code).get(lang).to_owned(),
        RuleValue::AlcoholDecisions(code) => parameters::alcohol_decisions(code).get(lang).to_owned(),
    }
}

/// `14 dage`: the unit stands in the key's name.
fn with_unit(number: &str, one: bool, key: &str, lang: Lang) -> String {
    let units = [
        ("_days", phrase("dag", "day"), phrase("dage", "days")),
        ("_weeks", phrase("uge", "week"), phrase("uger", "weeks")),
        ("_months", phrase("måned", "month"), phrase("måneder", "months")),
        ("_kroner", phrase("krone", "krone"), phrase("kroner", "kroner")),
        ("_percent", phrase("procent", "percent"), phrase("procent", "percent")),
        ("_age", phrase("år", "years"), phrase("år", "years")),
        ("_minutes", phrase("minut", "minute"), phrase("minutter", "minutes")),
        ("_weekdays", phrase("hverdag", "weekday"), phrase("hverdage", "weekdays")),
    ];
    match units.iter().find(|(ending, _, _)| key.ends_with(ending)) {
        Some((_, single, many)) => format!("{number} {}", if one { single } else { many }.get(lang)),
        None => number.to_owned(),
    }
}

fn codes<T>(list: &[T], wording: impl Fn(&T) -> Phrase, lang: Lang) -> String {
    let words: Vec<String> = list.iter().map(|one| wording(one).get(lang).to_owned()).collect();
    words.join(" · ")
}

fn coverage(code: Coverage) -> Phrase {
    match code {
        Coverage::Covered => promise("Ja, fristen gælder", "Yes, the time limit applies"),
        Coverage::NotCovered => phrase("Nej, fristen gælder ikke", "No, the time limit does not apply"),
        Coverage::Conditional => phrase("Det kommer an på din situation", "That depends on your situation"),
        Coverage::NotExcepted => {
            promise("Der er ingen undtagelse fra fristen", "No exception is made from the time limit")
        }
        Coverage::NotTreatment => phrase("Det er ikke en behandling", "It is not a treatment"),
    }
}

fn trigger(code: GuaranteeTrigger) -> Phrase {
    match code {
        GuaranteeTrigger::Contact => phrase("Kontakt til kommunen", "Contact with the municipality"),
        GuaranteeTrigger::FirstContact => phrase("Den første kontakt", "The first contact"),
        GuaranteeTrigger::FirstPersonalContact => phrase("Din egen første kontakt", "Your own first contact"),
        GuaranteeTrigger::ContactWishingTreatment => phrase(
            "Den kontakt, hvor du siger, at du vil i behandling",
            "The contact in which you ask for treatment",
        ),
    }
}

fn end(code: GuaranteeEnd) -> Phrase {
    match code {
        GuaranteeEnd::TreatmentStarted => phrase("Behandlingen er begyndt", "Treatment has begun"),
        GuaranteeEnd::TreatmentOffered => {
            phrase("Du har fået tilbudt behandling", "Treatment has been offered")
        }
    }
}

/// How a course has ended.
#[must_use]
pub const fn status(code: DischargeStatus) -> Phrase {
    match code {
        DischargeStatus::Completed => phrase("Du er færdig", "You have finished"),
        DischargeStatus::OtherOffer => phrase("Du er kommet i et andet tilbud", "You moved to another offer"),
        DischargeStatus::Hospital => phrase("Du er kommet på sygehus", "You went to hospital"),
        DischargeStatus::OtherReason => {
            phrase("Det sluttede af en anden grund", "It ended for another reason")
        }
        DischargeStatus::DroppedOut => phrase("Du er selv stoppet", "You stopped yourself"),
    }
}

/// What a letter of SMART stands for.
#[must_use]
pub const fn smart(code: SmartCriterion) -> Phrase {
    match code {
        SmartCriterion::Specific => phrase("Specifikt", "Specific"),
        SmartCriterion::Measurable => phrase("Målbart", "Measurable"),
        SmartCriterion::Attractive => phrase("Attraktivt", "Attractive"),
        SmartCriterion::Accepted => phrase("Accepteret", "Accepted"),
        SmartCriterion::Realistic => phrase("Realistisk", "Realistic"),
        SmartCriterion::TimeBound => phrase("Tidsbestemt", "Time-bound"),
        SmartCriterion::TimeLimited => phrase("Tidsafgrænset", "Time-limited"),
    }
}

fn complaint_start(code: ComplaintStart) -> Phrase {
    match code {
        ComplaintStart::DecisionReceived => {
            phrase("Den dag, du fik afgørelsen", "The day you got the decision")
        }
        ComplaintStart::DecisionMade => {
            phrase("Den dag, afgørelsen blev truffet", "The day the decision was made")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_the_unit_of_their_key() {
        let written = |key, number| {
            value(
                &Rule { group: "", key, substance: None, stated: None },
                RuleValue::Number(number),
                Lang::Da,
            )
        };
        assert_eq!(written("length_days", 14), "14 dage");
        assert_eq!(written("review_months", 1), "1 måned");
        assert_eq!(written("card_max", 8), "8");
        let months = RuleValue::Numbers(&[1, 6]);
        let rule = Rule { group: "", key: "drugs_months", substance: None, stated: None };
        assert_eq!(value(&rule, months, Lang::En), "1 and 6 months");
    }

    #[test]
    fn every_topic_has_an_address_of_its_own() {
        let mut slugs: Vec<&str> = TOPICS.iter().map(|topic| topic.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), TOPICS.len());
    }
}
