//! What booking is, told in memory: the database must do and answer the same.

use crate::stored::{Kept, KeptCode, Stored};
use chrono::{Days, NaiveDate};
use domain::{BookingAbout, Instant, Minute};
use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;
use server::tasks::booking::{model::Booked, service::last_day_of_code};
use std::collections::BTreeMap;

/// A Monday morning.
pub const START: Minute = 29_672_100;
pub const MINUTES: u16 = 30;
/// Minutes from the beginning of an appointment to that of the next.
pub const LENGTH: Minute = 40;
pub const HELD: Minute = 10;
/// Appointments that the desk gives on a day.
pub const CAPACITY: u16 = 5;
const FORMS: u8 = 9;
const MOST_AHEAD: usize = 3;
const DAY: Minute = 24 * 60;

/// What an operation answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    Done,
    Was(bool),
    Booked(Booked),
    /// Appointments and codes that were past their end.
    Deleted(u64, u64),
}

#[derive(Clone, Debug)]
pub enum Operation {
    Hold {
        form: u8,
        staff: Vec<u8>,
        about: BookingAbout,
        starts: Minute,
    },
    Release {
        form: u8,
    },
    Book {
        form: u8,
        selector: u8,
        pending: bool,
    },
    /// `stale`: something has changed since it was decided.
    Rebook {
        form: u8,
        code: u8,
        replaces: Option<u8>,
        stale: bool,
        pending: bool,
    },
    Cancel {
        code: u8,
        form: u8,
    },
    CallOff {
        form: u8,
    },
    Extend {
        form: u8,
        before: u16,
    },
    Forget {
        code: u8,
    },
    Wait {
        form: u8,
        selector: u8,
    },
    Advance(Minute),
    RunRetention,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub now: Minute,
    pub stored: Stored,
    /// Talks whose appointments are past their end and deleted, by code: about oneself, and about others.
    past: BTreeMap<u8, (usize, usize)>,
    /// What the last operation answered.
    pub outcome: Outcome,
}

/// The local day of a minute.
pub fn day_of(minute: Minute) -> NaiveDate {
    Instant::of_minute(minute).expect("within the calendar").day().date()
}

/// The last day on which somebody's code works who waits since a minute.
pub fn last_day_of_wait(now: Minute) -> NaiveDate {
    day_of(now) + Days::new(30)
}

/// The day, as the desk counts its appointments.
pub fn desk_day(starts: Minute) -> std::ops::Range<Minute> {
    let begins = starts - starts % DAY;
    begins..begins + DAY
}

impl Model {
    pub fn at_first() -> Self {
        Self { now: START, stored: Stored::default(), past: BTreeMap::new(), outcome: Outcome::Done }
    }

    fn is_free(&self, form: u8, staff: u8, starts: Minute) -> bool {
        let all = || self.stored.forms.values();
        let overlaps =
            |one: &Kept| one.staff == staff && one.starts < starts + LENGTH && starts < one.starts + LENGTH;
        let counts = |one: &&Kept| {
            desk_day(starts).contains(&one.starts) && one.held_until.is_none_or(|until| until > self.now)
        };
        !all().any(overlaps)
            && all().filter(counts).count() < usize::from(CAPACITY)
            && !self.stored.forms.contains_key(&form)
    }

    fn hold(&mut self, form: u8, staff: &[u8], about: BookingAbout, starts: Minute) -> bool {
        let held_until = Some(self.now + HELD);
        let kept = |staff| Kept { staff, about, starts, held_until, code: None, pending: false };
        if self.is_free(form, staff[0], starts) {
            self.stored.forms.insert(form, kept(staff[0]));
            return true;
        }
        for who in staff {
            let now = self.now;
            self.stored.forms.retain(|of, one| match one.held_until {
                None => true,
                Some(until) => {
                    let over = until <= now && one.staff == *who;
                    let in_the_way = one.starts < starts + LENGTH && starts < one.starts + LENGTH;
                    *of != form && !(over && in_the_way)
                }
            });
            if self.is_free(form, *who, starts) {
                self.stored.forms.insert(form, kept(*who));
                return true;
            }
        }
        false
    }

    fn can_be_booked(&self, form: u8) -> bool {
        let kept = self.stored.forms.get(&form);
        kept.is_some_and(|one| one.starts > self.now && one.held_until.is_some_and(|until| until > self.now))
    }

    fn assign(&mut self, form: u8, code: u8, pending: bool) {
        if let Some(kept) = self.stored.forms.get_mut(&form) {
            *kept = Kept { held_until: None, code: Some(code), pending, ..kept.clone() };
        }
    }

    fn add_code(&mut self, form: u8, selector: u8, expires_on: NaiveDate, waits: bool) -> bool {
        let taken = self.stored.codes.values().any(|code| code.selector == selector);
        if taken || self.stored.codes.contains_key(&form) {
            return false;
        }
        let code =
            KeptCode { selector, talks: (0, 0), extended_by: (0, 0), expires_on, called_off: None, waits };
        self.stored.codes.insert(form, code);
        true
    }

    fn book(&mut self, form: u8, selector: u8, pending: bool) -> Booked {
        let Some(kept) = self.stored.forms.get(&form) else { return Booked::TimeGone };
        if kept.held_until.is_none() {
            return Booked::Before;
        }
        let expires_on = last_day_of_code(day_of(kept.starts));
        let can_be_booked = self.can_be_booked(form);
        let before = self.stored.clone();
        if !self.add_code(form, selector, expires_on, false) {
            return Booked::SelectorTaken;
        }
        if !can_be_booked {
            self.stored = before;
            return Booked::TimeGone;
        }
        self.assign(form, form, pending);
        Booked::Now
    }

    fn rebook(&mut self, form: u8, code: u8, replaces: Option<u8>, stale: bool, pending: bool) -> Booked {
        let known = !stale && self.stored.codes.contains_key(&code);
        if !known {
            return Booked::Changed;
        }
        if !self.can_be_booked(form) {
            return Booked::TimeGone;
        }
        if replaces.is_some_and(|other| other == form || !self.lies_ahead(other, code)) {
            return Booked::Changed;
        }
        let before = self.stored.clone();
        self.assign(form, code, pending);
        if let Some(other) = replaces {
            self.stored.forms.remove(&other);
        }
        if self.stored.count_ahead(code, self.now) > MOST_AHEAD {
            self.stored = before;
            return Booked::Full;
        }
        let until = last_day_of_code(day_of(self.stored.forms[&form].starts));
        if let Some(code) = self.stored.codes.get_mut(&code) {
            code.expires_on = code.expires_on.max(until);
            (code.called_off, code.waits) = (None, false);
        }
        Booked::Now
    }

    fn lies_ahead(&self, form: u8, code: u8) -> bool {
        let kept = self.stored.forms.get(&form);
        kept.is_some_and(|one| one.code == Some(code) && one.starts > self.now)
    }

    fn cancel(&mut self, code: u8, form: u8) -> bool {
        if !self.lies_ahead(form, code) {
            return false;
        }
        self.stored.forms.remove(&form);
        let last = self.stored.of_code(code).map(|one| day_of(one.starts)).max();
        let expires_on = last_day_of_code(last.unwrap_or_default().max(day_of(self.now)));
        if let Some(code) = self.stored.codes.get_mut(&code) {
            code.expires_on = expires_on;
        }
        true
    }

    fn call_off(&mut self, form: u8) -> bool {
        let Some(code) = self.stored.forms.get(&form).and_then(|one| one.code) else { return false };
        self.stored.forms.remove(&form);
        if let Some(code) = self.stored.codes.get_mut(&code) {
            code.called_off = Some(day_of(self.now));
        }
        true
    }

    fn extend(&mut self, form: u8, before: u16) -> bool {
        let Some(one) = self.stored.forms.get(&form) else { return false };
        let about_other = one.about.is_about_other();
        let Some(code) = one.code.and_then(|code| self.stored.codes.get_mut(&code)) else { return false };
        let granted = if about_other { &mut code.extended_by.1 } else { &mut code.extended_by.0 };
        if *granted != before {
            return false;
        }
        *granted += 1;
        true
    }

    fn forget(&mut self, code: u8) {
        self.stored.codes.remove(&code);
        self.past.remove(&code);
        self.stored.forms.retain(|_, one| one.code != Some(code));
    }

    fn run_retention(&mut self) -> Outcome {
        let number = self.stored.forms.len();
        let (now, past) = (self.now, &mut self.past);
        self.stored.forms.retain(|_, one| {
            let ended = Minute::from(MINUTES) + one.starts < now - 2 * DAY;
            let over = one.held_until.map_or(ended, |until| until <= now);
            if let Some(code) = one.code.filter(|_| over && one.about.is_counted()) {
                let (own, close) = past.entry(code).or_default();
                *if one.about.is_about_other() { close } else { own } += 1;
            }
            !over
        });
        let appointments = number - self.stored.forms.len();
        let today = day_of(now);
        let over = self.stored.codes.iter().filter(|(_, code)| code.expires_on < today);
        let over: Vec<u8> = over.map(|(name, _)| *name).collect();
        for code in &over {
            self.forget(*code);
        }
        Outcome::Deleted(appointments as u64, over.len() as u64)
    }
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Operation;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::at_first()).boxed()
    }

    fn transitions(state: &Self) -> BoxedStrategy<Operation> {
        let (now, form) = (state.now, 0..FORMS);
        let some = |list: Vec<u8>| prop::sample::select(if list.is_empty() { vec![0] } else { list });
        let forms = |wanted: fn(&Self, u8) -> bool| {
            some(state.stored.forms.keys().copied().filter(|form| wanted(state, *form)).collect())
        };
        let booked = forms(|state, form| state.stored.forms[&form].code.is_some());
        let held = prop_oneof![5 => forms(Self::can_be_booked), 1 => form.clone()];
        let codes: Vec<u8> = state.stored.codes.keys().copied().collect();
        let first = Just(codes.first().copied().unwrap_or_default());
        let code = prop_oneof![4 => first, 4 => some(codes), 1 => form.clone()];
        let under = state.stored.forms.iter().filter_map(|(form, one)| Some((one.code?, *form)));
        let mut under: Vec<(u8, u8)> = under.collect();
        under.push((0, 0));
        let under = prop_oneof![3 => prop::sample::select(under), 1 => (form.clone(), form.clone())];
        let staff = prop::sample::select(vec![vec![0], vec![1], vec![0, 1], vec![1, 0]]);
        let about = prop::sample::select(vec![BookingAbout::Me, BookingAbout::Me, BookingAbout::Close]);
        let day = prop::sample::select(vec![0, 0, 1, 9]);
        let starts = (0i64..8, day).prop_map(move |(slot, day)| now - now % 10 + 10 + slot * 20 + day * DAY);
        let replaces = prop::option::weighted(0.3, booked.clone());
        prop_oneof![
            8 => (form.clone(), staff, about, starts)
                .prop_map(|(form, staff, about, starts)| Operation::Hold { form, staff, about, starts }),
            1 => form.clone().prop_map(|form| Operation::Release { form }),
            4 => (held.clone(), 0u8..5, any::<bool>())
                .prop_map(|(form, selector, pending)| Operation::Book { form, selector, pending }),
            8 => (held, code.clone(), replaces, prop::bool::weighted(0.1), any::<bool>()).prop_map(
                |(form, code, replaces, stale, pending)| Operation::Rebook { form, code, replaces, stale, pending }
            ),
            2 => under.prop_map(|(code, form)| Operation::Cancel { code, form }),
            1 => prop_oneof![booked.clone(), form.clone()].prop_map(|form| Operation::CallOff { form }),
            1 => (booked, 0u16..2).prop_map(|(form, before)| Operation::Extend { form, before }),
            1 => code.prop_map(|code| Operation::Forget { code }),
            1 => (form, 0u8..5).prop_map(|(form, selector)| Operation::Wait { form, selector }),
            2 => prop::sample::select(vec![5, 5, 5, 10, 50, DAY, 3 * DAY, 31 * DAY]).prop_map(Operation::Advance),
            1 => Just(Operation::RunRetention),
        ]
        .boxed()
    }

    fn apply(mut state: Self, operation: &Operation) -> Self {
        state.outcome = match operation.clone() {
            Operation::Hold { form, staff, about, starts } => {
                Outcome::Was(state.hold(form, &staff, about, starts))
            }
            Operation::Release { form } => {
                state.stored.forms.retain(|of, one| *of != form || one.held_until.is_none());
                Outcome::Done
            }
            Operation::Book { form, selector, pending } => {
                Outcome::Booked(state.book(form, selector, pending))
            }
            Operation::Rebook { form, code, replaces, stale, pending } => {
                Outcome::Booked(state.rebook(form, code, replaces, stale, pending))
            }
            Operation::Cancel { code, form } => Outcome::Was(state.cancel(code, form)),
            Operation::CallOff { form } => Outcome::Was(state.call_off(form)),
            Operation::Extend { form, before } => Outcome::Was(state.extend(form, before)),
            Operation::Forget { code } => {
                state.forget(code);
                Outcome::Done
            }
            Operation::Wait { form, selector } => {
                Outcome::Was(state.add_code(form, selector, last_day_of_wait(state.now), true))
            }
            Operation::Advance(minutes) => {
                state.now += minutes;
                Outcome::Done
            }
            Operation::RunRetention => state.run_retention(),
        };
        let talks = |code: u8| {
            let (own, close) = state.past.get(&code).copied().unwrap_or_default();
            let counted = || state.stored.of_code(code).filter(|one| one.about.is_counted());
            let others = counted().filter(|one| one.about.is_about_other()).count();
            (own + counted().count() - others, close + others)
        };
        let talks: Vec<(usize, usize)> = state.stored.codes.keys().map(|code| talks(*code)).collect();
        for (code, talks) in state.stored.codes.values_mut().zip(talks) {
            code.talks = talks;
        }
        state
    }
}
