//! Ten thousand running cases in Skanderborg, for the desk's list to be measured with.
//!
//!   cases PATH     into a file of `SQLite`

use chrono::{Days, NaiveDate};
use domain::{
    AgeRange, LocalDay, Substance, Talks,
    case::{ActorKind, CaseFact, CaseSubject},
    decide::ContactBy,
};
use server::{
    crypto::{
        random::Random,
        verifier::{Cost, Verifier},
    },
    db::{CaseId, CodeId, DatabaseUrl, Db},
    tasks::{
        booking::code::{self, CodeRecord},
        case::{
            Track,
            repository::insert_event,
            service::{self, Opening},
        },
    },
};
use std::error::Error;

const CASES: i32 = 10_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let path = std::env::args().nth(1).ok_or("cases PATH")?;
    let db = Db::open(&DatabaseUrl::Sqlite(path.into())).await?;
    let random = Random::System;
    let first = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap_or_default();
    let mut tx = db.begin().await?;
    for number in 0..CASES {
        let days = u64::try_from(number % 14)?;
        let on = LocalDay::new(first.checked_add_days(Days::new(days)).unwrap_or(first));
        let record = CodeRecord {
            id: CodeId::random(&random),
            municipality: "skanderborg".to_owned(),
            pseudonym: format!("Blå Sten {number}"),
            selector: number,
            verifier: Verifier { salt: random.bytes(), hash: random.bytes(), cost: Cost::TINY },
            talks: Talks { own: 1, close: 0 },
            extended_by: Talks::default(),
            expires_on: NaiveDate::from_ymd_opt(2028, 1, 1).unwrap_or_default(),
            contact_on: None,
            called_off: None,
        };
        code::repository::insert(&mut tx, &record).await?;
        let substance = if number % 2 == 0 { Substance::Drugs } else { Substance::Alcohol };
        let subject = CaseSubject { substance, ages: AgeRange { from: 30, to: None } };
        let case = CaseId::random(&random);
        let opening = Opening { case, subject, on, by: ContactBy::Citizen, wish: true };
        service::open(&mut tx, ("skanderborg", &record.id), (Track::Anonymous, ""), &[opening]).await?;
        for fact in [CaseFact::Assessed, CaseFact::PaymentTold, CaseFact::MeetingArranged] {
            insert_event(&mut tx, &case, (on, fact, ActorKind::Staff), "Anna", None).await?;
        }
    }
    tx.commit().await?;
    println!("  {CASES} cases, 4 events each");
    Ok(())
}
