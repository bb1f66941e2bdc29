//! A rule of any kind, seen without its type being known: for lists, comparison and search.

use crate::{
    AgeRange, AlcoholDecisions, BeyondMax, Body, Channel, ComplaintStart, ComplaintType, Coverage,
    CurrentOffer, DischargeStatus, DoctorRule, Fact, FreeChoiceClaim, GuaranteeEnd, GuaranteeTrigger,
    LegalBasis, LetterChannel, NextStep, PlanName, PlanPart, Reading, ReviewQuestion, SmartCriterion, Source,
    Substance, Text, Treatment,
};
use chrono::NaiveDate;

/// One rule of a standard: its group and key (`docs/standards.md`), and what the standard says.
#[derive(Clone, Debug)]
pub struct Rule<'a> {
    pub group: &'static str,
    pub key: &'static str,
    /// The substance it holds for, where the standard tells the two apart.
    pub substance: Option<Substance>,
    /// `None` where the standard is silent.
    pub stated: Option<StatedRule<'a>>,
}

/// What a standard says, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatedRule<'a> {
    pub value: RuleValue<'a>,
    pub note: Option<&'a Text>,
    pub source: &'a Source,
    pub reading: Option<&'a Reading>,
}

/// The value of a rule. The unit of a number is in the rule's key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RuleValue<'a> {
    Text(&'a Text),
    Number(u16),
    Numbers(&'a [u8]),
    YesNo(bool),
    Date(NaiveDate),
    Ages(AgeRange),
    Substances(&'a [Substance]),
    Channels(&'a [Channel]),
    LegalBases(&'a [LegalBasis]),
    Statuses(&'a [DischargeStatus]),
    PlanName(PlanName),
    PlanParts(&'a [PlanPart]),
    ReviewQuestions(&'a [ReviewQuestion]),
    Smart(&'a [SmartCriterion]),
    Coverage(Coverage),
    Trigger(GuaranteeTrigger),
    End(GuaranteeEnd),
    ComplaintStart(ComplaintStart),
    Body(&'a Body),
    Treatments(&'a [Treatment]),
    CurrentOffers(&'a [CurrentOffer]),
    ComplaintTypes(&'a [ComplaintType]),
    FreeChoiceClaim(FreeChoiceClaim),
    LetterChannel(LetterChannel),
    DoctorRule(DoctorRule),
    NextStep(NextStep),
    BeyondMax(BeyondMax),
    AlcoholDecisions(AlcoholDecisions),
}

impl RuleValue<'_> {
    /// Whether two values say the same. The order of a list says nothing; two texts are never quite
    /// the same.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(_), _) => false,
            (Self::Substances(one), Self::Substances(other)) => same_members(one, other),
            (Self::Channels(one), Self::Channels(other)) => same_members(one, other),
            (Self::LegalBases(one), Self::LegalBases(other)) => same_members(one, other),
            (Self::Statuses(one), Self::Statuses(other)) => same_members(one, other),
            (Self::PlanParts(one), Self::PlanParts(other)) => same_members(one, other),
            (Self::Treatments(one), Self::Treatments(other)) => same_members(one, other),
            (Self::ComplaintTypes(one), Self::ComplaintTypes(other)) => same_members(one, other),
            (one, other) => one == other,
        }
    }
}

fn same_members<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len() && one.iter().all(|member| other.contains(member))
}

/// A type that a rule's value can have.
pub(crate) trait HasValue {
    fn rule_value(&self) -> RuleValue<'_>;
}

impl<'a> Rule<'a> {
    pub(crate) fn of<T: HasValue>(group: &'static str, key: &'static str, fact: &'a Fact<T>) -> Self {
        let stated = fact.stated().map(|stated| StatedRule {
            value: stated.value.rule_value(),
            note: stated.note.as_ref(),
            source: &stated.source,
            reading: stated.reading.as_ref(),
        });
        Self { group, key, substance: None, stated }
    }
}

macro_rules! has_value {
    ($($kind:ty => |$value:ident| $made:expr,)+) => {$(
        impl HasValue for $kind {
            fn rule_value(&self) -> RuleValue<'_> {
                let $value = self;
                $made
            }
        }
    )+};
}

has_value! {
    Text => |text| RuleValue::Text(text),
    u8 => |number| RuleValue::Number((*number).into()),
    u16 => |number| RuleValue::Number(*number),
    Vec<u8> => |list| RuleValue::Numbers(list),
    bool => |answer| RuleValue::YesNo(*answer),
    NaiveDate => |day| RuleValue::Date(*day),
    AgeRange => |ages| RuleValue::Ages(*ages),
    Vec<Substance> => |list| RuleValue::Substances(list),
    Vec<Channel> => |list| RuleValue::Channels(list),
    Vec<LegalBasis> => |list| RuleValue::LegalBases(list),
    Vec<DischargeStatus> => |list| RuleValue::Statuses(list),
    PlanName => |code| RuleValue::PlanName(*code),
    Vec<PlanPart> => |list| RuleValue::PlanParts(list),
    Vec<ReviewQuestion> => |list| RuleValue::ReviewQuestions(list),
    Vec<SmartCriterion> => |list| RuleValue::Smart(list),
    Coverage => |code| RuleValue::Coverage(*code),
    GuaranteeTrigger => |code| RuleValue::Trigger(*code),
    GuaranteeEnd => |code| RuleValue::End(*code),
    ComplaintStart => |code| RuleValue::ComplaintStart(*code),
    Body => |body| RuleValue::Body(body),
    Vec<Treatment> => |list| RuleValue::Treatments(list),
    Vec<CurrentOffer> => |list| RuleValue::CurrentOffers(list),
    Vec<ComplaintType> => |list| RuleValue::ComplaintTypes(list),
    FreeChoiceClaim => |code| RuleValue::FreeChoiceClaim(*code),
    LetterChannel => |code| RuleValue::LetterChannel(*code),
    DoctorRule => |code| RuleValue::DoctorRule(*code),
    NextStep => |code| RuleValue::NextStep(*code),
    BeyondMax => |code| RuleValue::BeyondMax(*code),
    AlcoholDecisions => |code| RuleValue::AlcoholDecisions(*code),
}
