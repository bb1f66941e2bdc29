//! Talks and groups: when the next one is, and what a week holds.

use crate::{Told, day};
use domain::plan::{Meeting, PlanAct, PlanActError, PlanSide, Recurrence};
use proptest::prelude::*;

fn meeting(words: &str, first: &str, (from, to): (u16, u16), recurs: Recurrence) -> Meeting {
    Meeting {
        place: 0,
        words: words.to_owned(),
        first: day(first),
        from: from * 60,
        to: to * 60,
        recurs,
        last: None,
    }
}

fn add(told: &mut Told, meeting: Meeting) -> u32 {
    told.add(PlanSide::Staff, PlanAct::MeetingAdded { meeting })
}

#[test]
fn the_next_meeting_is_the_first_that_is_not_over() {
    let mut told = Told::new();
    // 30 November 2026 is a Monday.
    add(&mut told, meeting("Gruppe", "2026-11-30", (9, 12), Recurrence::Weekly));
    add(&mut told, meeting("Samtale", "2026-12-02", (13, 14), Recurrence::Once));
    let state = told.state();
    let next = |moment: &str| {
        let now = moment.parse().expect("a moment");
        state.find_next_meeting(now).map(|next| (next.on.date().to_string(), next.meeting.words.clone()))
    };
    let is = |on: &str, words: &str| Some((on.to_owned(), words.to_owned()));
    assert_eq!(next("2026-11-29T12:00:00"), is("2026-11-30", "Gruppe"));
    assert_eq!(next("2026-11-30T11:59:00"), is("2026-11-30", "Gruppe"), "it goes on now");
    assert_eq!(next("2026-11-30T12:00:00"), is("2026-12-02", "Samtale"));
    assert_eq!(next("2026-12-02T14:00:00"), is("2026-12-07", "Gruppe"));
    assert!(
        Told::new().state().find_next_meeting("2026-12-02T14:00:00".parse().expect("a moment")).is_none()
    );
}

#[test]
fn a_week_holds_what_is_held_in_it() {
    let mut told = Told::new();
    let group = add(&mut told, meeting("Gruppe", "2026-11-30", (16, 19), Recurrence::Fortnightly));
    add(&mut told, meeting("Dagbehandling", "2026-11-30", (9, 14), Recurrence::Weekly));
    let week = |told: &Told, first: &str| {
        let state = told.state();
        let held = state.list_week(day(first), 7);
        held.iter().map(|held| format!("{} {}", held.on.date(), held.meeting.words)).collect::<Vec<_>>()
    };
    assert_eq!(week(&told, "2026-11-30"), ["2026-11-30 Dagbehandling", "2026-11-30 Gruppe"]);
    assert_eq!(week(&told, "2026-12-07"), ["2026-12-07 Dagbehandling"]);
    told.add(PlanSide::Staff, PlanAct::MeetingEnded { meeting: group, on: day("2026-12-14") });
    assert_eq!(week(&told, "2026-12-14"), ["2026-12-14 Dagbehandling"]);
    assert_eq!(week(&told, "2026-11-30").len(), 2, "what was held stays");
    let again = PlanAct::MeetingEnded { meeting: group, on: day("2026-12-14") };
    assert_eq!(told.check_in(&crate::SLAGELSE, PlanSide::Staff, &again), Err(PlanActError::Stands));
}

#[test]
fn a_meeting_ends_after_it_begins_says_what_it_is_and_stands_once() {
    let mut told = Told::new();
    let group = meeting("Gruppe", "2026-11-30", (9, 12), Recurrence::Weekly);
    let check = |told: &Told, side, meeting: &Meeting| {
        told.check_in(&crate::SLAGELSE, side, &PlanAct::MeetingAdded { meeting: meeting.clone() })
    };
    assert_eq!(check(&told, PlanSide::Citizen, &group), Err(PlanActError::NotYours));
    assert_eq!(check(&told, PlanSide::Staff, &group), Ok(()));
    let backwards = Meeting { to: 8 * 60, ..group.clone() };
    assert_eq!(check(&told, PlanSide::Staff, &backwards), Err(PlanActError::BadTime));
    let over = Meeting { last: Some(day("2026-11-29")), ..group.clone() };
    assert_eq!(check(&told, PlanSide::Staff, &over), Err(PlanActError::BadTime));
    let nameless = Meeting { words: " ".to_owned(), ..group.clone() };
    assert_eq!(check(&told, PlanSide::Staff, &nameless), Err(PlanActError::Empty));
    let place = add(&mut told, group.clone());
    assert_eq!(check(&told, PlanSide::Staff, &group), Err(PlanActError::Stands));
    told.add(PlanSide::Staff, PlanAct::MeetingEnded { meeting: place, on: day("2026-11-30") });
    assert_eq!(check(&told, PlanSide::Staff, &group), Ok(()), "what has ended can begin again");
}

proptest! {
    #[test]
    fn what_recurs_is_held_on_its_weekday_and_never_before_the_first(
        first in 0u16..2000, asked in 0u16..3000, fortnightly in any::<bool>(),
    ) {
        let recurs = if fortnightly { Recurrence::Fortnightly } else { Recurrence::Weekly };
        let first = day("2026-01-01").plus_days(first);
        let asked = day("2026-01-01").plus_days(asked);
        let group = Meeting { first, ..meeting("Gruppe", "2026-01-01", (9, 12), recurs) };
        let next = group.next_on(asked).expect("it has no end");
        prop_assert!(next >= first && next >= asked);
        prop_assert_eq!(next.weekday_from_monday(), first.weekday_from_monday());
        let between = if fortnightly { 14 } else { 7 };
        prop_assert_eq!(next.days_from(first) % between, 0);
        prop_assert!(next == first || next.days_from(asked) < between, "none is left out");
        prop_assert_eq!(group.next_on(next), Some(next));
    }
}
