//! The documents that a standard consists of.

use crate::{Substance, Text};
use chrono::NaiveDate;

/// A document that the municipality has published, such as its standard on drugs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceDocument {
    /// What a source begins with where there are several: `alkohol: §3`.
    pub id: String,
    pub title: Text,
    /// Where it can be read.
    pub address: Option<String>,
    pub date: Option<NaiveDate>,
    pub substances: Vec<Substance>,
    /// The body that approved it.
    pub approved_by: Option<Text>,
}

/// Something contradictory or missing in the standard, told to colleagues; readings name its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub number: u8,
    pub what: String,
}
