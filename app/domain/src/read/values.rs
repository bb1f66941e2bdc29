//! How each kind of value is written in the file.

use super::{Document, Table, table::FactValue};
use crate::{
    AgeRange, AlcoholDecisions, AnonymityRule, BeyondMax, Body, Channel, ComplaintStart, ComplaintType,
    Coverage, CurrentOffer, DischargeStatus, DoctorRule, FreeChoiceClaim, GuaranteeEnd, GuaranteeTrigger,
    LegalBasis, LetterChannel, NextStep, Phone, PlanName, PlanPart, ReviewQuestion, Role, SmartCriterion,
    Source, Substance, Text, TimeSpan, Treatment, Week, codes, fact::HasText,
};
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;
use toml::{Spanned, de::DeValue};

/// A value in the file, with what is needed to name it in a problem.
pub(crate) struct Node<'a> {
    pub document: &'a Document<'a>,
    pub path: String,
    pub span: Range<usize>,
    pub value: &'a DeValue<'a>,
    /// The source that a fact here inherits.
    pub source: Option<Source>,
}

impl<'a> Node<'a> {
    pub fn report(&self, reason: impl Into<String>) {
        self.document.report(&self.span, &self.path, reason);
    }

    /// An element of the array in this node; problems are reported at the element's own line.
    pub fn item(&self, item: &'a Spanned<DeValue<'a>>) -> Node<'a> {
        Node {
            document: self.document,
            path: self.path.clone(),
            span: item.span(),
            value: item.get_ref(),
            source: self.source.clone(),
        }
    }

    fn text(&self) -> Option<&'a str> {
        if let DeValue::String(text) = self.value {
            return Some(text);
        }
        self.report("a text in quotation marks is expected here");
        None
    }
}

/// A value that can stand in the file. `None` means that a problem has been reported.
pub(crate) trait FromToml: Sized {
    fn from_toml(node: &Node<'_>) -> Option<Self>;
}

impl FromToml for String {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let text = node.text()?.trim();
        if text.is_empty() {
            node.report("must not be empty");
            return None;
        }
        Some(text.to_owned())
    }
}

impl FromToml for bool {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        if let DeValue::Boolean(value) = node.value {
            return Some(*value);
        }
        node.report("true or false is expected here");
        None
    }
}

macro_rules! whole_number {
    ($($kind:ty)+) => {$(
        impl FromToml for $kind {
            fn from_toml(node: &Node<'_>) -> Option<Self> {
                let number = match node.value {
                    DeValue::Integer(number) => <$kind>::from_str_radix(number.as_str(), number.radix()).ok(),
                    _ => None,
                };
                if number.is_none() {
                    node.report(format!("a whole number from 0 to {} is expected here", <$kind>::MAX));
                }
                number
            }
        }
        impl HasText for $kind {}
        impl FactValue for $kind {}
    )+};
}

whole_number!(u8 u16);

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let DeValue::Array(items) = node.value else {
            node.report("a list in square brackets is expected here");
            return None;
        };
        // Every element is read before the first failure counts, so that all are reported.
        let read: Vec<Option<T>> = items.iter().map(|item| T::from_toml(&node.item(item))).collect();
        read.into_iter().collect()
    }
}

impl<T> HasText for Vec<T> {}
impl<T: FromToml> FactValue for Vec<T> {}
impl HasText for bool {}
impl FactValue for bool {}
impl HasText for String {}
impl FactValue for String {}

impl FromToml for Text {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        if matches!(node.value, DeValue::String(text) if text == "todo") {
            node.document.note_todo(&node.span, &node.path);
            return Some(Self { da: "(ikke skrevet endnu)".to_owned(), en: "(not written yet)".to_owned() });
        }
        let table = Table::of(node)?;
        let text = Text::read_from(&table);
        table.finish();
        text
    }
}

impl FactValue for Text {
    fn read_from(table: &Table<'_>) -> Option<Self> {
        let (da, en) = (table.value("da"), table.value("en"));
        Some(Self { da: da?, en: en? })
    }
}

impl FromToml for AgeRange {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let table = Table::of(node)?;
        let (from, to) = (table.value::<u8>("from"), table.optional::<u8>("to"));
        table.finish();
        let (from, to) = (from?, to?);
        if to.is_some_and(|to| to < from) {
            node.report("the last age lies before the first");
            return None;
        }
        Some(Self { from, to })
    }
}

impl HasText for AgeRange {}
impl FactValue for AgeRange {}

impl FromToml for NaiveDate {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let date = match node.value {
            DeValue::Datetime(value) if value.time.is_none() => value
                .date
                .and_then(|date| Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())),
            _ => None,
        };
        if date.is_none() {
            node.report("a date such as 2026-12-31 is expected here, without quotation marks");
        }
        date
    }
}

impl HasText for NaiveDate {}
impl FactValue for NaiveDate {}

impl FromToml for TimeSpan {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
        let span = node
            .text()?
            .split_once('-')
            .and_then(|(from, to)| Some(Self { from: time(from)?, to: time(to)? }));
        if span.is_none() {
            node.report("a time such as \"08:15-15:30\" is expected here");
        }
        span
    }
}

impl FromToml for Week {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let table = Table::of(node)?;
        let days = DAYS.map(|day| table.list(day));
        table.finish();
        let mut week: [Vec<TimeSpan>; 7] = Default::default();
        for (day, spans) in week.iter_mut().zip(days) {
            *day = spans?;
        }
        Week::new(week).map_err(|reason| node.report(reason)).ok()
    }
}

impl HasText for Week {}
impl FactValue for Week {}

impl FromToml for Phone {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let table = Table::of(node)?;
        let (number, label) = (table.value::<String>("number"), table.value("label"));
        let option = table.optional("option");
        table.finish();
        let number = number?;
        if !(3..=8).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            node.report("a telephone number has three to eight digits, without spaces");
            return None;
        }
        Some(Self { number, label: label?, option: option? })
    }
}

impl FromToml for Body {
    fn from_toml(node: &Node<'_>) -> Option<Self> {
        let table = Table::of(node)?;
        let (code, name) = (table.value::<String>("code"), table.value("name"));
        let (unit, reader) = (table.optional("unit"), table.optional("reader"));
        table.finish();
        let code = code?;
        if !code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            node.report("a code of a body has only a-z, 0-9 and _");
            return None;
        }
        Some(Self { code, name: name?, unit: unit?, reader: reader? })
    }
}

impl HasText for Body {}
impl FactValue for Body {}

macro_rules! code_values {
    ($($kind:ty)+) => {$(
        impl FromToml for $kind {
            fn from_toml(node: &Node<'_>) -> Option<Self> {
                let text = node.text()?;
                let member = Self::from_code(text);
                if member.is_none() {
                    let known: Vec<&str> = Self::ALL.iter().map(|member| member.code()).collect();
                    node.report(format!("“{text}” is not one of {}", known.join(", ")));
                }
                member
            }
        }
        impl HasText for $kind {}
        impl FactValue for $kind {}
    )+};
}

code_values! {
    AnonymityRule Channel ComplaintStart Coverage DischargeStatus GuaranteeEnd GuaranteeTrigger
    LegalBasis PlanName PlanPart ReviewQuestion SmartCriterion Substance FreeChoiceClaim Treatment LetterChannel DoctorRule NextStep
    BeyondMax CurrentOffer ComplaintType AlcoholDecisions Role
    codes::Access codes::Audience codes::Circumstance codes::Form codes::Kind codes::Relation crate::decide::RelativesRequest
}
