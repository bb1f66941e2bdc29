//! Many plans, for one of them to be measured among.
//!
//!   plans PATH NUMBER     into a file of `SQLite`, in Randers

use chrono::NaiveDate;
use domain::{
    AgeRange, CurrentOffer, LocalDay, Substance,
    plan::{PlanAct, PlanEvent, PlanSide},
};
use server::{
    crypto::{keys::Keys, random::Random, record_seal::RecordSeal},
    db::{DatabaseUrl, Db, PlanId},
    tasks::plan::{
        model::{PlanRecord, PlanSummary, seal_event},
        repository::{self, StoredPlan},
    },
};
use std::error::Error;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Plans written in one transaction.
const AT_ONCE: usize = 10_000;

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, number] = &arguments[..] else { return Err("plans PATH NUMBER".into()) };
    let number: usize = number.parse()?;
    let db = Db::open(&DatabaseUrl::Sqlite(path.into())).await?;
    let random = Random::System;
    let seal = RecordSeal::new(Keys::ephemeral(&random).plans, random);
    let on = LocalDay::new(NaiveDate::from_ymd_opt(2026, 11, 10).unwrap_or_default());
    let events = tell(on);
    let state = domain::plan::fold_plan(&events).ok_or("a plan")?;
    let summary = serde_json::to_string(&PlanSummary::of(&state))?;
    let random = Random::System;
    let mut written = 0;
    while written < number {
        let mut tx = db.begin().await?;
        for _ in 0..AT_ONCE.min(number - written) {
            let id = PlanId::random(&random);
            let (key, stored_key) = seal.make_key(id.as_bytes());
            let record = PlanRecord {
                id,
                municipality: "randers".to_owned(),
                pseudonym: format!("Blå Sten {written}"),
                responsible: None,
                expires_on: NaiveDate::from_ymd_opt(2028, 1, 1).unwrap_or_default(),
            };
            let stored = StoredPlan { record, summary: key.seal(0, &summary), key: stored_key };
            repository::insert(&mut tx, &stored).await?;
            for event in &events {
                let sealed = seal_event(&key, event).ok_or("an event")?;
                repository::insert_event(&mut tx, &id, event.place, &sealed).await?;
            }
            written += 1;
        }
        tx.commit().await?;
    }
    println!("  {written} plans, {} events each", events.len());
    Ok(())
}

/// What has happened in each of them.
fn tell(on: LocalDay) -> Vec<PlanEvent> {
    let text = "Jeg vil gerne sove om natten, og jeg vil ringe til min søster hver søndag.".to_owned();
    let opened = PlanAct::Opened {
        substance: Substance::Drugs,
        ages: AgeRange::ANY,
        offer: CurrentOffer::General,
        case: String::new(),
    };
    let acts = [
        opened,
        PlanAct::GoalAdded { text: text.clone(), under: None },
        PlanAct::StepAdded { goal: Some(2), text: text.clone() },
        PlanAct::StepAdded { goal: Some(2), text },
        PlanAct::StepTicked { step: 3, done: true },
        PlanAct::Made,
    ];
    let event = |(place, act): (u32, PlanAct)| PlanEvent {
        place,
        on,
        side: PlanSide::Staff,
        author: "Anna".to_owned(),
        act,
    };
    (1..).zip(acts).map(event).collect()
}
