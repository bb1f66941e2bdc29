//! A made-up month at made-up desks, to show the portal with. No number here can be anybody's.

use crate::{
    clock::Clock,
    crypto::{
        random::Random,
        verifier::{Cost, Verifier},
    },
    services::Services,
    store::{
        AuditAction, BookingOptions, CodeRecord, Contact, DbError, Hold, HoursOfWeek, Id, StaffMember, Store,
        Wait,
    },
    tasks::{
        booking::service::code_until,
        callback::service::{Asked, CallbackError, Entrusted},
        desk::sign_in::service::act,
    },
};
use app::tasks::return_code::pseudonym;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::{
    AppointmentType, BookingAbout, BookingKind, Instant, LocalDay, Minute, Role, Standard,
    decide::is_reachable, list_free_times, parse_time_ranges, windows,
};
use sha2::{Digest, Sha256};
use std::{fmt::Write, sync::Arc};
use thiserror::Error;

/// Hours of everybody, where the standard tells no opening hours.
const HOURS: &str = "9-12, 13-15";
const COUNSELLORS: usize = 3;
/// Of a hundred free times, so many are booked.
const BOOKED_PERCENT: u8 = 45;
/// How far ahead it is filled.
const DAYS: u16 = 28;
/// Nobody in Denmark has a number that begins with 1.
const NUMBERS: [(&str, &str); 3] = [("+4511111101", "Fugl"), ("+4511111102", ""), ("+4511111103", "M.")];

/// What could not be made up.
#[derive(Debug, Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Callback(#[from] CallbackError),
    #[error("a name to sign in with is taken: the database is no demonstration's")]
    BusyInterval,
}

/// Fills the database, unless a municipality has a desk already; says what was done, and how to come to the desks.
pub async fn fill(
    store: &Arc<dyn Store>,
    services: &Services,
    standards: &[Standard],
    clock: Clock,
) -> Result<String, DemoError> {
    let mut said = String::new();
    let mut filled = 0;
    for standard in standards {
        if !store.kinds(&standard.code).await?.is_empty() {
            continue;
        }
        let random = random(clock, &standard.code);
        let demo = Demo { store: store.as_ref(), services, standard, clock, random };
        let invitation = demo.fill().await?;
        filled += 1;
        let _ = writeln!(said, "  leder.{:<12} {invitation}", standard.code);
    }
    let head = format!(
        "A made-up month for {filled} of {} municipalities; the others had a desk.\n",
        standards.len()
    );
    let how = "The desks: sign in at /desk/velkommen with a name and its invitation, within a week:\n";
    Ok(if filled > 0 { format!("{head}{how}{said}") } else { head })
}

/// Where the clock stands still, the month is the same each time: what a test or a talk relies on is there.
fn random(clock: Clock, municipality: &str) -> Random {
    match clock {
        Clock::System => Random::System,
        Clock::Frozen(moment) => {
            let seed: [u8; 32] = Sha256::digest(format!("{} {municipality}", moment.timestamp())).into();
            Random::seeded(seed.first_chunk().copied().map_or(0, u64::from_be_bytes))
        }
    }
}

struct Demo<'a> {
    store: &'a dyn Store,
    services: &'a Services,
    standard: &'a Standard,
    clock: Clock,
    random: Random,
}

impl Demo<'_> {
    async fn fill(&self) -> Result<String, DemoError> {
        let code = &self.standard.code;
        let lead =
            self.services.sign_in.add(code, "Leder (opdigtet)", &format!("leder.{code}"), Role::Lead).await?;
        let invitation = lead.ok_or(DemoError::BusyInterval)?;
        let members = self.staff().await?;
        self.kinds(&members[0]).await?;
        self.appointments().await?;
        self.waiting().await?;
        self.calls().await?;
        self.exceptions(&members).await?;
        Ok(invitation)
    }

    async fn staff(&self) -> Result<Vec<StaffMember>, DemoError> {
        let mut members = Vec::new();
        for number in 1..=COUNSELLORS {
            let member = StaffMember {
                id: self.random.bytes(),
                municipality: self.standard.code.clone(),
                name: format!("Rådgiver {number} (opdigtet)"),
                role: Role::Counsellor,
            };
            self.store.add_staff(&member).await?;
            let act = act(&member, AuditAction::HoursSet, &member.name, self.clock);
            self.store.set_hours(&member.id, &self.week(), &act).await?;
            members.push(member);
        }
        Ok(members)
    }

    /// The opening hours on Monday to Thursday, or what is usual.
    fn week(&self) -> Vec<HoursOfWeek> {
        let opening = self.standard.main_unit().opening_hours.value();
        let weekdays =
            [chrono::Weekday::Mon, chrono::Weekday::Tue, chrono::Weekday::Wed, chrono::Weekday::Thu];
        let of_day = |weekday: chrono::Weekday| {
            let open = opening.map(|week| week.day(weekday).iter().map(|span| span.in_minutes()).collect());
            open.unwrap_or_else(|| parse_time_ranges(HOURS).unwrap_or_default())
        };
        weekdays
            .into_iter()
            .flat_map(|weekday| of_day(weekday).into_iter().map(move |span| (weekday, span)))
            .map(|(weekday, (from, to))| {
                let weekday = u8::try_from(weekday.num_days_from_monday()).unwrap_or(0);
                HoursOfWeek { id: self.random.bytes(), weekday, from, to }
            })
            .collect()
    }

    async fn kinds(&self, who: &StaffMember) -> Result<(), DemoError> {
        for (kind, minutes) in [
            (BookingKind::Online, 45),
            (BookingKind::Phone, 30),
            (BookingKind::InPerson, 45),
            (BookingKind::Callback, 15),
        ] {
            let act = act(who, AuditAction::KindOpened, kind.code(), self.clock);
            self.store
                .open_kind(&who.municipality, kind, &AppointmentType { minutes, ..appointment_type() }, &act)
                .await?;
            let place = match kind {
                BookingKind::Phone if !is_reachable(self.standard, kind) => "11 11 11 00 (opdigtet nummer)",
                BookingKind::InPerson if !is_reachable(self.standard, kind) => "Opdigtet Vej 1, lokale 3",
                _ => continue,
            };
            self.store.set_place(&who.municipality, kind, place).await?;
        }
        Ok(())
    }

    /// Books some of the free times, each under a code that nobody knows.
    async fn appointments(&self) -> Result<(), DemoError> {
        let now = self.now();
        let roster = self.store.roster(&self.standard.code, now.day().date()).await?;
        for (who, staff) in roster.staff.iter().enumerate() {
            let mut calendar = roster.calendar.clone();
            calendar.hours.retain(|hours| hours.who == who);
            for begins in list_free_times(&appointment_type(), &calendar, &[], &[], now).into_keys() {
                let [chance, kind, about, pending]: [u8; 4] = self.random.bytes();
                if chance % 100 >= BOOKED_PERCENT {
                    continue;
                }
                let kind =
                    [BookingKind::Phone, BookingKind::InPerson, BookingKind::Online][usize::from(kind) % 3];
                let about = BookingAbout::ASKED[usize::from(about) % BookingAbout::ASKED.len()];
                self.book(*staff, begins, (kind, about), pending == 0).await?;
            }
        }
        Ok(())
    }

    async fn book(
        &self,
        staff: Id,
        begins: NaiveDateTime,
        (kind, about): (BookingKind, BookingAbout),
        pending: bool,
    ) -> Result<(), DemoError> {
        let Some(starts) = Instant::at(begins).map(Instant::minute) else { return Ok(()) };
        let day = LocalDay::new(begins.date());
        let hold = Hold {
            id: self.random.bytes(),
            municipality: self.standard.code.clone(),
            staff: vec![staff],
            kind,
            about,
            starts,
            minutes: appointment_type().minutes,
            free_from: starts
                + Minute::from(appointment_type().minutes)
                + Minute::from(appointment_type().buffer),
            day: day.begins().minute()..day.plus_days(1).begins().minute(),
            until: starts,
            form: self.random.bytes(),
        };
        let [wish, days]: [u8; 2] = self.random.bytes();
        let wished_on = self.today().checked_sub_days(Days::new(u64::from(days % 12)));
        let wished_on = wished_on.filter(|_| about == BookingAbout::Me && wish % 3 == 0);
        let contact = wished_on.map(|on| Contact {
            id: self.random.bytes(),
            on,
            until: on.checked_add_days(Days::new(DAYS.into())).unwrap_or(on),
        });
        let code = CodeRecord {
            talks: u16::from(about.is_counted()),
            contact_on: wished_on,
            ..self.code(code_until(begins.date()))
        };
        let now = self.now().minute();
        if self.store.hold(&hold, now).await? {
            self.store.book(&hold.form, &code, &BookingOptions { pending, contact }, now).await?;
        }
        Ok(())
    }

    /// A code that nobody knows.
    fn code(&self, expires_on: NaiveDate) -> CodeRecord {
        let [first, second, third]: [u8; 3] = self.random.bytes();
        CodeRecord {
            id: self.random.bytes(),
            municipality: self.standard.code.clone(),
            pseudonym: pseudonym::of(self.random.bytes()),
            selector: i32::from_be_bytes([0, first, second, third]) % 100_000,
            verifier: Verifier { salt: self.random.bytes(), hash: self.random.bytes(), cost: Cost::TINY },
            talks: 0,
            extended_by: 0,
            expires_on,
            contact_on: None,
            called_off: None,
        }
    }

    async fn waiting(&self) -> Result<(), DemoError> {
        for about in [BookingAbout::Me, BookingAbout::Close] {
            let wait = Wait { kind: BookingKind::InPerson, about };
            self.store.wait(&self.code(code_until(self.today())), &wait).await?;
        }
        Ok(())
    }

    async fn calls(&self) -> Result<(), DemoError> {
        let windows = windows(self.standard.main_unit().phone_hours.value(), self.clock.local(), 3);
        for ((phone, name), window) in NUMBERS.into_iter().zip(windows) {
            let entrusted =
                Entrusted { phone: phone.to_owned(), name: name.to_owned(), message: name.is_empty() };
            let asked = Asked { entrusted, window, wishes_treatment: name.is_empty() };
            let form = self.random.bytes();
            self.services.callbacks.ask(&self.standard.code, &form, &asked).await?;
        }
        Ok(())
    }

    /// Somebody is away for a day, and the house is closed at Christmas.
    async fn exceptions(&self, members: &[StaffMember]) -> Result<(), DemoError> {
        let today = self.today();
        if let (Some(member), Some(day)) = (members.last(), today.checked_add_days(Days::new(9))) {
            self.services.desks.add_exception(member, member, (day, 0, 24 * 60, true)).await?;
        }
        for day in [24, 25, 26] {
            if let Some(day) = NaiveDate::from_ymd_opt(today.year(), 12, day).filter(|day| *day >= today) {
                self.services.desks.close_day(&members[0], day, "Glædelig jul").await?;
            }
        }
        Ok(())
    }

    fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

const fn appointment_type() -> AppointmentType {
    AppointmentType { minutes: 30, buffer: 15, notice: 120, horizon: DAYS, capacity: 40 }
}
