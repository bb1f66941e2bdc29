//! A made-up desk and made-up appointments, to show the portal with.

use crate::{
    clock::Clock,
    crypto::{
        random::Random,
        verifier::{Cost, Verifier},
    },
    services::booking::code_until,
    store::{CodeRecord, Hold, Id, StaffMember, Store, StoreError},
};
use app::text::pseudonym;
use domain::{BookingAbout, BookingKind, Hours, Instant, Layout, Minute, Standard, free_times};

/// Everybody takes appointments Monday to Thursday, these minutes of the day.
const HOURS: [(u16, u16); 2] = [(9 * 60, 12 * 60), (13 * 60, 15 * 60)];
const COUNSELLORS: usize = 3;
/// Of a hundred free times, so many are booked.
const BOOKED_PERCENT: u8 = 45;

/// Fills the database, unless a municipality has a desk already; says what was done.
pub async fn fill(
    store: &dyn Store,
    standards: &[Standard],
    clock: Clock,
    random: &Random,
) -> Result<String, StoreError> {
    let mut filled = 0;
    for standard in standards {
        if store.kinds(&standard.code).await?.is_empty() {
            desk(store, &standard.code, random).await?;
            appointments(store, &standard.code, clock, random).await?;
            filled += 1;
        }
    }
    Ok(format!("A made-up desk for {filled} of {} municipalities; the others had one.", standards.len()))
}

async fn desk(store: &dyn Store, municipality: &str, random: &Random) -> Result<(), StoreError> {
    for number in 1..=COUNSELLORS {
        let id: Id = random.bytes();
        let name = format!("Rådgiver {number} (opdigtet)");
        let role = "COUNSELLOR".to_owned();
        store.add_staff(&StaffMember { id, municipality: municipality.to_owned(), name, role }).await?;
        for weekday in 0..4 {
            for (from, to) in HOURS {
                store.add_hours(&random.bytes(), &id, weekday, from, to).await?;
            }
        }
    }
    for (kind, minutes) in
        [(BookingKind::Phone, 30), (BookingKind::InPerson, 45), (BookingKind::Callback, 15)]
    {
        store.open_kind(municipality, kind, &Layout { minutes, ..layout() }).await?;
    }
    Ok(())
}

const fn layout() -> Layout {
    Layout { minutes: 30, buffer: 15, notice: 120, horizon: 28 }
}

/// Books some of the free times, each under a code that nobody knows.
async fn appointments(
    store: &dyn Store,
    municipality: &str,
    clock: Clock,
    random: &Random,
) -> Result<(), StoreError> {
    let now = Instant::of(clock.now());
    let roster = store.roster(municipality).await?;
    for (who, staff) in roster.staff.iter().enumerate() {
        let own: Vec<Hours> = roster.hours.iter().filter(|hours| hours.who == who).copied().collect();
        for begins in free_times(&layout(), &own, &[], now).into_keys() {
            let [chance, about, rest @ ..]: [u8; 8] = random.bytes();
            if chance % 100 >= BOOKED_PERCENT {
                continue;
            }
            let Some(starts) = Instant::at(begins).map(Instant::minute) else { continue };
            let hold = Hold {
                id: random.bytes(),
                staff: vec![*staff],
                kind: BookingKind::Phone,
                about: BookingAbout::ALL[usize::from(about) % BookingAbout::ALL.len()],
                starts,
                minutes: layout().minutes,
                free_from: starts + Minute::from(layout().minutes) + Minute::from(layout().buffer),
                until: starts,
                form: random.bytes(),
            };
            let locator = i32::from_be_bytes([0, rest[0], rest[1], rest[2]]) % 100_000;
            let code = CodeRecord {
                id: random.bytes(),
                municipality: municipality.to_owned(),
                pseudonym: pseudonym::of([rest[3], rest[4], rest[5]]),
                locator,
                verifier: Verifier { salt: random.bytes(), hash: random.bytes(), cost: Cost::TINY },
                talks: 1,
                extended_by: 0,
                expires_on: code_until(begins.date()),
            };
            if store.hold(&hold, now.minute()).await? {
                store.book(&hold.form, &code, now.minute()).await?;
            }
        }
    }
    Ok(())
}
