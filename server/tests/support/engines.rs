//! Both engines, each empty, for one test.

#![allow(dead_code, reason = "no test file uses all of it, and each leaves out something else")]

use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, Minute, Role};
use server::store::{
    AuditAction, AuditEntry, Cutoffs, HoursOfWeek, Id, Postgres, Sqlite, StaffMember, Store,
};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// An engine, and what goes when the test ends.
pub struct Engine {
    pub name: &'static str,
    pub store: Arc<dyn Store>,
    /// Where the database is.
    pub url: String,
    folder: Option<PathBuf>,
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn fresh_name() -> String {
    format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

pub async fn sqlite() -> Engine {
    let folder = std::env::temp_dir().join(format!("traedesten-{}", fresh_name()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("portal.db");
    let store = Sqlite::open(&file).await.expect("a database");
    Engine {
        name: "SQLite",
        store: Arc::new(store),
        url: format!("sqlite://{}", file.display()),
        folder: Some(folder),
    }
}

/// The address of an empty database.
#[expect(clippy::disallowed_methods, reason = "the test's own setting")]
pub async fn postgres_url() -> String {
    let server = std::env::var("PORTAL_TEST_POSTGRES")
        .expect("PORTAL_TEST_POSTGRES is not set: run the tests by `scripts/with-postgres`");
    let name = fresh_name();
    let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL answers");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    connection.execute(create).await.expect("a database");
    server.replace("/postgres?", &format!("/{name}?"))
}

pub async fn postgres() -> Engine {
    let url = postgres_url().await;
    let store = Postgres::open(&url).await.expect("a database");
    Engine { name: "PostgreSQL", store: Arc::new(store), url, folder: None }
}

/// Each engine in turn.
pub async fn both() -> [Engine; 2] {
    [sqlite().await, postgres().await]
}

/// Holds end at `now`; appointments that ended before `ended`, and days before `today`, are over.
pub fn cutoffs(now: Minute, ended: Minute, today: NaiveDate) -> Cutoffs {
    Cutoffs { now, appointments: ended, messages: ended, begun: 0, seen: 0, today }
}

/// What a test does at the desk of a municipality.
pub fn act(municipality: &str) -> AuditEntry {
    AuditEntry {
        municipality: municipality.to_owned(),
        who: "Prøven".to_owned(),
        what: AuditAction::KindOpened,
        subject: String::new(),
        on: "2026-11-23".parse().expect("a day"),
    }
}

impl Engine {
    /// What somebody with the database's own rights tries behind the portal's back.
    pub async fn tamper(&self, statement: &'static str) -> Result<(), sqlx::Error> {
        if self.url.starts_with("sqlite") {
            SqliteConnection::connect(&self.url).await?.execute(statement).await.map(drop)
        } else {
            PgConnection::connect(&self.url).await?.execute(statement).await.map(drop)
        }
    }

    /// A counsellor who is there on these weekdays, from and to in minutes since midnight.
    pub async fn counsellor(
        &self,
        id: Id,
        municipality: &str,
        weekdays: std::ops::Range<u8>,
        from: u16,
        to: u16,
    ) {
        let staff = StaffMember {
            id,
            municipality: municipality.to_owned(),
            name: format!("Rådgiver {}", id[0]),
            role: Role::Counsellor,
        };
        self.store.add_staff(&staff).await.expect("added");
        let hours = |weekday: u8| {
            let mut name = id;
            name[15] = 100 + weekday;
            HoursOfWeek { id: name, weekday, from, to }
        };
        let hours: Vec<HoursOfWeek> = weekdays.map(hours).collect();
        self.store.set_hours(&id, &hours, &act(municipality)).await.expect("set");
    }

    pub async fn open(&self, municipality: &str, kind: BookingKind, appointment_type: &AppointmentType) {
        self.store.open_kind(municipality, kind, appointment_type, &act(municipality)).await.expect("opened");
    }
}
