//! Times that are held, booked, moved, cancelled, called off and forgotten in any order, while time passes: both engines
//! do and answer what a model in memory says, and keep what is promised of them after every step.

#[path = "../support/engines.rs"]
mod engines;
mod model;
mod stored;

use crate::{
    engines::{Engine, act, moment, postgres, sqlite},
    model::{
        CAPACITY, HELD, LENGTH, MINUTES, Model, Operation, Outcome, START, day_of, desk_day, last_day_of_wait,
    },
    stored::Stored,
};
use domain::{AppointmentType, BookingAbout, BookingKind, Minute, Talks};
use proptest::test_runner::{Config, FileFailurePersistence};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use server::{
    crypto::verifier::{Cost, Verifier},
    db::{AppointmentId, CodeId, FormHash, StaffId},
    tasks::{
        booking::{
            code::CodeRecord,
            model::{Booked, BookingOptions, FormRecord, Hold, Rebooking},
            service::last_day_of_code,
        },
        waiting_list::service::Wait,
    },
};
use std::{collections::BTreeMap, marker::PhantomData};
use tokio::runtime::{Builder, Runtime};

const REGRESSIONS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proptest-regressions/booking_machine.txt");

fn form(form: u8) -> FormHash {
    FormHash::new([form; 32])
}

fn code(form: u8) -> CodeId {
    CodeId::new([form; 16])
}

fn staff(number: u8) -> StaffId {
    StaffId::new([number; 16])
}

/// One of the engines.
trait Opens {
    async fn open() -> Engine;
}

struct Sqlite;
struct Postgres;

impl Opens for Sqlite {
    async fn open() -> Engine {
        sqlite().await
    }
}

impl Opens for Postgres {
    async fn open() -> Engine {
        postgres().await
    }
}

/// A desk in Vejle with two counsellors, and what was asked of it.
struct Desk {
    runtime: Runtime,
    engine: Engine,
    /// The appointment that a form got last.
    appointments: BTreeMap<u8, AppointmentId>,
    asked: u16,
}

impl Desk {
    /// The appointment of a form; one that nobody has where it has none.
    fn appointment(&self, form: u8) -> AppointmentId {
        self.appointments.get(&form).copied().unwrap_or(AppointmentId::new([255; 16]))
    }

    async fn hold(
        &mut self,
        (number, who): (u8, &[u8]),
        about: BookingAbout,
        starts: Minute,
        now: Minute,
    ) -> bool {
        self.asked += 1;
        let mut id = [0; 16];
        id[..2].copy_from_slice(&self.asked.to_be_bytes());
        let hold = Hold {
            id: AppointmentId::new(id),
            municipality: "vejle".to_owned(),
            staff: who.iter().map(|number| staff(*number)).collect(),
            kind: BookingKind::Phone,
            about,
            starts,
            minutes: MINUTES,
            free_from: starts + LENGTH,
            day: desk_day(starts),
            until: now + HELD,
            form: form(number),
        };
        let is_held = self.engine.store.hold(&hold, now).await.expect("asked");
        if is_held {
            self.appointments.insert(number, hold.id);
        }
        is_held
    }

    /// Whom the time that a form holds is about, and until when its code works.
    async fn held(&self, number: u8, now: Minute) -> (Talks, chrono::NaiveDate) {
        match self.engine.store.of_form("vejle", &form(number)).await.expect("asked") {
            Some(FormRecord::Held(one, _)) => (Talks::of(one.about), last_day_of_code(day_of(one.starts))),
            _ => (Talks { own: 1, close: 0 }, last_day_of_code(day_of(now))),
        }
    }

    async fn book(&self, number: u8, selector: u8, pending: bool, now: Minute) -> Booked {
        let (talks, expires_on) = self.held(number, now).await;
        let record = record(number, selector, talks, expires_on);
        let options = BookingOptions { pending, lang: domain::Lang::Da, side: None, cases: Vec::new() };
        self.engine.store.book(&form(number), &record, &options, now).await.expect("asked")
    }

    async fn rebook(
        &self,
        number: u8,
        under: u8,
        (replaces, stale): (Option<u8>, bool),
        pending: bool,
        now: Minute,
    ) -> Booked {
        let (_, expires_on) = self.held(number, now).await;
        let known =
            Stored::of(&self.engine.store.db).await.codes.get(&under).map_or((1, 0), |code| code.talks);
        let moved = replaces.map(|other| self.appointment(other));
        let rebooking = Rebooking {
            form: &form(number),
            code: &code(under),
            municipality: "vejle",
            expires_on,
            replaces: moved.as_ref(),
            talks: Talks {
                own: u16::try_from(known.0).expect("few") + u16::from(stale),
                close: u16::try_from(known.1).expect("few"),
            },
            pending,
            lang: domain::Lang::Da,
            side: None,
            contact_on: None,
            cases: Vec::new(),
        };
        self.engine.store.book_again(&rebooking, now).await.expect("asked")
    }

    async fn cancel(&self, under: u8, number: u8, now: Minute) -> bool {
        let (store, cancelled) = (&self.engine.store, self.appointment(number));
        let others = store.appointments(&code(under)).await.expect("asked");
        let others = others.iter().filter(|one| one.id != cancelled).map(|one| day_of(one.starts));
        let expires_on = last_day_of_code(others.fold(day_of(now), chrono::NaiveDate::max));
        store.cancel(&code(under), &cancelled, now, expires_on).await.expect("asked")
    }

    async fn wait(&self, number: u8, selector: u8, now: Minute) -> bool {
        let wait = Wait { kind: BookingKind::Phone, about: BookingAbout::Close };
        let record = record(number, selector, Talks::default(), last_day_of_wait(now));
        self.engine.store.wait(&record, &wait).await.expect("asked")
    }

    async fn run(&mut self, operation: Operation, now: Minute) -> Outcome {
        let store = self.engine.store.clone();
        match operation {
            Operation::Hold { form, staff, about, starts } => {
                Outcome::Was(self.hold((form, &staff), about, starts, now).await)
            }
            Operation::Release { form: number } => {
                store.release(&form(number)).await.expect("released");
                Outcome::Done
            }
            Operation::Book { form, selector, pending } => {
                Outcome::Booked(self.book(form, selector, pending, now).await)
            }
            Operation::Rebook { form, code, replaces, stale, pending } => {
                Outcome::Booked(self.rebook(form, code, (replaces, stale), pending, now).await)
            }
            Operation::Cancel { code, form } => Outcome::Was(self.cancel(code, form, now).await),
            Operation::CallOff { form } => {
                let called_off = store.call_off(&self.appointment(form), day_of(now), &act("vejle")).await;
                Outcome::Was(called_off.expect("asked"))
            }
            Operation::Extend { form, before } => {
                let extended = store.extend(&self.appointment(form), before, &act("vejle")).await;
                Outcome::Was(extended.expect("asked"))
            }
            Operation::Forget { code: number } => {
                store.forget(&code(number)).await.expect("forgotten");
                Outcome::Done
            }
            Operation::Wait { form, selector } => Outcome::Was(self.wait(form, selector, now).await),
            Operation::Advance(_) => Outcome::Done,
            Operation::RunRetention => {
                let report = store.tidy(moment(now, day_of(now))).await.expect("tidied");
                Outcome::Deleted(report.of_table("appointment"), report.of_table("anonymous_code"))
            }
        }
    }
}

fn record(number: u8, selector: u8, talks: Talks, expires_on: chrono::NaiveDate) -> CodeRecord {
    CodeRecord {
        id: code(number),
        municipality: "vejle".to_owned(),
        pseudonym: "Blå Sten 12".to_owned(),
        selector: selector.into(),
        verifier: Verifier { salt: [3; 16], hash: [4; 32], cost: Cost::TINY },
        talks,
        extended_by: Talks::default(),
        expires_on,
        contact_on: None,
        called_off: None,
    }
}

struct OnEngine<E>(PhantomData<E>);

impl<E: Opens> StateMachineTest for OnEngine<E> {
    type SystemUnderTest = Desk;
    type Reference = Model;

    fn init_test(_: &Model) -> Desk {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let engine = runtime.block_on(async {
            let engine = E::open().await;
            for number in 0..2 {
                engine.counsellor(staff(number), "vejle", 0..0, 0, 0).await;
            }
            let kind =
                AppointmentType { minutes: MINUTES, buffer: 10, notice: 0, horizon: 20, capacity: CAPACITY };
            engine.open("vejle", BookingKind::Phone, &kind).await;
            engine
        });
        Desk { runtime, engine, appointments: BTreeMap::new(), asked: 0 }
    }

    fn apply(mut desk: Desk, model: &Model, operation: Operation) -> Desk {
        let runtime =
            std::mem::replace(&mut desk.runtime, Builder::new_current_thread().build().expect("one"));
        let outcome = runtime.block_on(desk.run(operation.clone(), model.now));
        desk.runtime = runtime;
        assert_eq!(outcome, model.outcome, "{}: what {operation:?} answers", desk.engine.name);
        desk
    }

    fn check_invariants(desk: &Desk, model: &Model) {
        let (stored, engine) = (desk.runtime.block_on(Stored::of(&desk.engine.store.db)), desk.engine.name);
        assert_eq!(stored, model.stored, "{engine}: what is stored");
        assert_nobody_is_in_two_places(&stored, model.now, engine);
        for (form, one) in &stored.forms {
            assert_ne!(
                one.code.is_some(),
                one.held_until.is_some(),
                "{engine}: a time is held until an end, or booked under a code: {form}"
            );
        }
        for (name, code) in &stored.codes {
            let last = stored.of_code(*name).map(|one| day_of(one.starts)).max();
            assert!(
                last.is_none_or(|last| code.expires_on >= last),
                "{engine}: the code works on the day: {name}"
            );
            assert!(stored.count_ahead(*name, model.now) <= 3, "{engine}: at most three ahead: {name}");
        }
    }
}

/// No two appointments of one of the staff overlap, of those that are booked or still held.
fn assert_nobody_is_in_two_places(stored: &Stored, now: Minute, engine: &str) {
    let live = stored.forms.values().filter(|one| one.held_until.is_none_or(|until| until > now));
    let mut times: Vec<(u8, Minute)> = live.map(|one| (one.staff, one.starts)).collect();
    times.sort_unstable();
    for pair in times.windows(2) {
        let apart = pair[0].0 != pair[1].0 || pair[0].1 + LENGTH <= pair[1].1;
        assert!(apart, "{engine}: a counsellor is in two places: {pair:?}");
    }
}

fn cases(cases: u32) -> Config {
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(REGRESSIONS)) as _);
    Config { cases, failure_persistence, max_shrink_iters: 400, ..Config::default() }
}

prop_state_machine! {
    #![proptest_config(cases(120))]
    #[test]
    fn whatever_happens_in_whatever_order_is_what_the_model_says(sequential 1..60 => OnEngine<Sqlite>);
}

prop_state_machine! {
    #![proptest_config(cases(20))]
    #[test]
    fn the_same_holds_where_the_portal_runs_on_postgresql(sequential 1..60 => OnEngine<Postgres>);
}

#[test]
fn a_time_under_a_code_that_was_forgotten_meanwhile_is_told_as_changed() {
    let desk = OnEngine::<Sqlite>::init_test(&Model::at_first());
    let operations = [
        Operation::Hold { form: 1, staff: vec![0], about: BookingAbout::Me, starts: START + 60 },
        Operation::Rebook { form: 1, code: 0, replaces: None, stale: false, pending: false },
    ];
    let step = |(desk, model), operation: Operation| {
        let model = <Model as ReferenceStateMachine>::apply(model, &operation);
        (OnEngine::<Sqlite>::apply(desk, &model, operation), model)
    };
    operations.into_iter().fold((desk, Model::at_first()), step);
}
