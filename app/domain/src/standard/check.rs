//! What is wrong with a standard as a whole.

use super::{Standard, is_slug};
use crate::{Substance, read::Table};

/// What no code of a municipality can be.
pub(super) fn check_code(root: &Table<'_>, code: Option<&String>) {
    match code {
        Some(code) if !is_slug(code) => root.report("code", "may hold only a-z, 0-9 and -"),
        Some(code) if code.len() < 3 => root.report("code", "must have three letters or more"),
        _ => {}
    }
}

/// What no standard can mean.
pub(super) fn check_rules(root: &Table<'_>, standard: &Standard) {
    let is_backwards = |substance: &Substance| {
        let identity = &standard.rules_for(*substance).identity;
        identity.valid_from.value().zip(identity.valid_to.value()).is_some_and(|(from, to)| to < from)
    };
    let of_each = || Substance::ALL.iter().map(|substance| standard.rules_for(*substance));
    if Substance::ALL.iter().any(is_backwards) {
        root.report_in("identity", "valid_to", "is before valid_from");
    }
    if of_each().any(|rules| rules.guarantee.length_days.value() == Some(&0)) {
        root.report_in(
            "guarantee",
            "length_days",
            "must be 1 or more; where there is no limit, write \"silent\"",
        );
    }
    if of_each().any(|rules| rules.complaints.deadline_weeks.value() == Some(&0)) {
        root.report_in(
            "complaints",
            "deadline_weeks",
            "must be 1 or more; where there is no limit, write \"silent\"",
        );
    }
    for (key, body) in of_each().flat_map(|rules| rules.complaints.list_bodies()) {
        if body.unit.as_ref().is_some_and(|id| standard.units.iter().all(|unit| unit.id != *id)) {
            root.report_in("complaints", key, "names a unit that is not there");
        }
    }
}
