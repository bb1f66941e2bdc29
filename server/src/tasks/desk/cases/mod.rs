//! Wishes for treatment, followed at the desk.

pub mod handlers;
pub mod list;
pub mod opening;
pub mod renewal;

use domain::LocalDay;

/// A day that was typed: one of this century, and not after `last`.
fn parse_day(typed: &str, last: LocalDay) -> Option<LocalDay> {
    let first = LocalDay::parse("2000-01-01");
    LocalDay::parse(typed.trim()).filter(|day| *day <= last && Some(*day) >= first)
}
