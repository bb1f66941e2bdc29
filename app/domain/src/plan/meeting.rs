//! Talks, groups and days of treatment: once, or again and again on the same weekday.

use crate::LocalDay;
use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

crate::codes! {
    /// How often something is held.
    Recurrence {
        Once = "ONCE",
        Weekly = "WEEKLY",
        Fortnightly = "FORTNIGHTLY",
    }
}

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A talk or a group.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The event that added it: its name in the plan.
    #[serde(skip)]
    pub place: u32,
    pub words: String,
    pub first: LocalDay,
    /// When it begins and ends, in minutes of the day.
    pub from: u16,
    pub to: u16,
    pub recurs: Recurrence,
    /// The last day on which it can be held; nothing where none was set.
    pub last: Option<LocalDay>,
}

/// A meeting on a day.
#[derive(Clone, Copy)]
pub struct MeetingDay<'a> {
    pub on: LocalDay,
    pub meeting: &'a Meeting,
}

impl Meeting {
    /// Days from one to the next; nothing where there is no next.
    const fn days_between(&self) -> Option<u16> {
        match self.recurs {
            Recurrence::Once => None,
            Recurrence::Weekly => Some(7),
            Recurrence::Fortnightly => Some(14),
        }
    }

    pub(super) fn is_possible(&self) -> bool {
        self.from < self.to && self.to < DAY && self.last.is_none_or(|last| last >= self.first)
    }

    /// Whether it is the same, and still to be held.
    pub(super) fn is_like(&self, other: &Self, today: LocalDay) -> bool {
        let of = |one: &Self| (one.first, one.from, one.to, one.recurs, one.last);
        of(self) == of(other) && self.words == other.words.trim() && self.next_on(today).is_some()
    }

    /// The first day on which it is held from `day` on.
    #[must_use]
    pub fn next_on(&self, day: LocalDay) -> Option<LocalDay> {
        let passed = day.days_after(self.first);
        let next = match self.days_between() {
            _ if passed == 0 => self.first,
            None => return None,
            Some(between) => {
                let whole = passed.div_ceil(between.into()) * u32::from(between);
                self.first.plus_days(u16::try_from(whole).ok()?)
            }
        };
        self.last.is_none_or(|last| next <= last).then_some(next)
    }

    /// It is not held from `day` on.
    pub(super) fn end_before(&mut self, day: LocalDay) {
        let last = LocalDay::new(day.date().pred_opt().unwrap_or(day.date()));
        self.last = Some(self.last.map_or(last, |before| before.min(last)));
    }

    /// When it begins and ends.
    #[must_use]
    pub fn times(&self) -> (NaiveTime, NaiveTime) {
        let time = |minute: u16| {
            NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0).unwrap_or(NaiveTime::MIN)
        };
        (time(self.from), time(self.to))
    }

    /// When it is over on a day.
    fn end_on(&self, day: LocalDay) -> NaiveDateTime {
        day.date().and_time(self.times().1)
    }
}

impl super::PlanState {
    /// Whether the course still runs on a day.
    fn goes_on(&self, day: LocalDay) -> bool {
        self.dates.discharge.is_none_or(|discharge| day <= discharge.on)
    }

    /// What is held on `days` days from `first`, the first first.
    #[must_use]
    pub fn list_week(&self, first: LocalDay, days: u16) -> Vec<MeetingDay<'_>> {
        let days = (0..days).map(|number| first.plus_days(number));
        let held_on = |on: LocalDay| {
            self.meetings
                .iter()
                .filter(move |one| one.next_on(on) == Some(on))
                .map(move |meeting| MeetingDay { on, meeting })
        };
        let mut held: Vec<MeetingDay<'_>> = days.filter(|on| self.goes_on(*on)).flat_map(held_on).collect();
        held.sort_by_key(|one| (one.on, one.meeting.from, one.meeting.to, one.meeting.place));
        // One that was written in again to last longer is the same one.
        held.dedup_by(|one, before| {
            let of = |one: &MeetingDay<'_>| (one.on, one.meeting.from, one.meeting.to);
            of(one) == of(before) && one.meeting.words == before.meeting.words
        });
        held
    }

    /// The talk or group that comes next, or goes on now.
    #[must_use]
    pub fn find_next_meeting<'a>(&'a self, now: NaiveDateTime) -> Option<MeetingDay<'a>> {
        let today = LocalDay::new(now.date());
        let next = |meeting: &'a Meeting| {
            let day = meeting.next_on(today)?;
            let on = if meeting.end_on(day) > now { day } else { meeting.next_on(day.plus_days(1))? };
            Some(MeetingDay { on, meeting })
        };
        let held = self.meetings.iter().filter_map(next).filter(|one| self.goes_on(one.on));
        held.min_by_key(|one| (one.on, one.meeting.from, one.meeting.place))
    }
}
