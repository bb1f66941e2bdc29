//! An engine, empty, for one test.

#![allow(dead_code, reason = "no test file uses all of it, and each leaves out something else")]

use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, Minute, Role};
use server::{
    db::{
        AppointmentId, CallId, CodeId, Column, DatabaseUrl, Db, DbResult, FormHash, FormKey, HoursId, StaffId,
    },
    jobs::retention::{self, Moment, RetentionReport},
    tasks::{
        booking::{
            code::{self, CodeRecord},
            model::{Appointment, Booked, BookingOptions, BusyTime, FormRecord, Hold, Rebooking},
            repository as appointments, transactions,
        },
        callback::service::{self as callback, Call, CallAction, CallStored, NewCall},
        case::{self, CaseRecord},
        complaint::repository as complaints,
        conversation::{
            repository as messages,
            service::{Conversation, Message},
        },
        desk::{
            agenda::service::{self as agenda, AgendaEntry},
            audit::{self, AuditAction, AuditEntry, service::AuditFilter},
            hours::service::{self as hours, ExceptionDay, HoursOfWeek, Roster},
            settings::service::{self as settings, OpenKind},
            sign_in,
            staff::{self, StaffMember, service::Removal},
        },
        waiting_list::service::{self as waiting_list, Wait},
    },
};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::{
    ops::Range,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// An engine, and what goes when the test ends.
pub struct Engine {
    pub name: &'static str,
    pub store: Store,
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

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug)]
pub enum EngineKind {
    Sqlite,
    Postgres,
}

impl EngineKind {
    /// An empty database of this kind.
    pub async fn open(self) -> Engine {
        match self {
            Self::Sqlite => sqlite().await,
            Self::Postgres => postgres().await,
        }
    }
}

pub async fn sqlite() -> Engine {
    let folder = std::env::temp_dir().join(format!("traedesten-{}", fresh_name()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("portal.db");
    let db = Db::open(&DatabaseUrl::Sqlite(file.clone())).await.expect("a database");
    Engine {
        name: "SQLite",
        store: Store { db },
        url: format!("sqlite://{}", file.display()),
        folder: Some(folder),
    }
}

#[expect(clippy::disallowed_methods, reason = "the test's own setting")]
fn postgres_server() -> String {
    std::env::var("PORTAL_TEST_POSTGRES")
        .expect("PORTAL_TEST_POSTGRES is not set: run the tests by `scripts/with-postgres`")
}

/// The address of an empty database.
pub async fn postgres_url() -> String {
    let mut connection = PgConnection::connect(&postgres_server()).await.expect("PostgreSQL answers");
    create_database(&mut connection, "template0").await
}

/// Makes a database like `template`; its address.
async fn create_database(connection: &mut PgConnection, template: &str) -> String {
    let name = fresh_name();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template}"));
    connection.execute(create).await.expect("a database");
    address_of(&name)
}

fn address_of(database: &str) -> String {
    postgres_server().replace("/postgres?", &format!("/{database}?"))
}

/// The name of a database in which all tables are, as they are when new. The first test that asks makes it, while the
/// others wait.
async fn make_template(connection: &mut PgConnection) -> &'static str {
    const TEMPLATE: &str = "portal_template";
    const LOCK: &str = "SELECT pg_advisory_lock(1)";
    const UNLOCK: &str = "SELECT pg_advisory_unlock(1)";
    connection.execute(LOCK).await.expect("a lock");
    let exists = "SELECT 1 FROM pg_database WHERE datname = 'portal_template'";
    if connection.fetch_optional(exists).await.expect("an answer").is_none() {
        connection.execute("CREATE DATABASE portal_filling").await.expect("a database");
        let filling = DatabaseUrl::Postgres(address_of("portal_filling"));
        drop(Db::open(&filling).await.expect("its tables"));
        // Its connections end when they end, and none may be left.
        let end =
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'portal_filling'";
        connection.execute(end).await.expect("no connection");
        // Only under its own name is it whole: whoever finds it there can copy it.
        let rename = "ALTER DATABASE portal_filling RENAME TO portal_template";
        connection.execute(rename).await.expect("the template");
    }
    connection.execute(UNLOCK).await.expect("no lock");
    TEMPLATE
}

pub async fn postgres() -> Engine {
    let mut connection = PgConnection::connect(&postgres_server()).await.expect("PostgreSQL answers");
    let template = make_template(&mut connection).await;
    let url = create_database(&mut connection, template).await;
    let db = Db::open(&DatabaseUrl::Postgres(url.clone())).await.expect("a database");
    Engine { name: "PostgreSQL", store: Store { db }, url, folder: None }
}

/// Both engines, for a test that compares them.
pub async fn both() -> [Engine; 2] {
    [sqlite().await, postgres().await]
}

/// A moment as rows are compared with it.
pub fn moment(now: Minute, today: NaiveDate) -> Moment {
    Moment { now, today }
}

/// What a test does at the desk of a municipality.
pub fn act(municipality: &str) -> AuditEntry {
    AuditEntry {
        municipality: municipality.to_owned(),
        who: "Prøven".to_owned(),
        what: AuditAction::KindOpened,
        subject: String::new(),
        on: "2026-11-23".parse().expect("a day"),
        at: None,
        changed: (String::new(), String::new()),
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
    pub async fn counsellor(&self, id: StaffId, municipality: &str, weekdays: Range<u8>, from: u16, to: u16) {
        let first = id.as_bytes()[0];
        let staff = StaffMember {
            id,
            municipality: municipality.to_owned(),
            name: format!("Rådgiver {first}"),
            role: Role::Counsellor,
        };
        self.store.add_staff(&staff).await.expect("added");
        let hours = |weekday: u8| {
            let mut name = *id.as_bytes();
            name[15] = 100 + weekday;
            HoursOfWeek { id: HoursId::new(name), weekday, from, to }
        };
        let hours: Vec<HoursOfWeek> = weekdays.map(hours).collect();
        self.store.set_hours(&id, &hours, &act(municipality)).await.expect("set");
    }

    pub async fn open(&self, municipality: &str, kind: BookingKind, appointment_type: &AppointmentType) {
        self.open_at(municipality, kind, appointment_type, "").await;
    }

    /// The same, at a place in the centre's own words.
    pub async fn open_at(
        &self,
        municipality: &str,
        kind: BookingKind,
        appointment_type: &AppointmentType,
        place: &str,
    ) {
        let open = OpenKind { kind, appointment_type: *appointment_type, place: place.to_owned() };
        settings::open_kind(&self.store.db, &open, &act(municipality)).await.expect("opened");
    }
}

/// What the tasks store, each call one transaction of theirs.
#[derive(Clone)]
pub struct Store {
    pub db: Db,
}

impl Store {
    pub async fn hold(&self, hold: &Hold, now: Minute) -> DbResult<bool> {
        transactions::hold(&self.db, hold, now).await
    }

    pub async fn release(&self, form: &FormHash) -> DbResult<()> {
        transactions::release(&self.db, form).await
    }

    pub async fn of_form(&self, municipality: &str, form: &FormHash) -> DbResult<Option<FormRecord>> {
        transactions::find_of_form(&self.db, municipality, form).await
    }

    pub async fn list_busy(
        &self,
        municipality: &str,
        between: Range<Minute>,
        now: Minute,
        own: &FormHash,
    ) -> DbResult<Vec<BusyTime>> {
        appointments::list_busy(&mut self.db.read().await?, municipality, between, now, own).await
    }

    pub async fn book(
        &self,
        form: &FormHash,
        code: &CodeRecord,
        options: &BookingOptions,
        now: Minute,
    ) -> DbResult<Booked> {
        transactions::book(&self.db, form, code, options, now, None).await
    }

    pub async fn book_again(&self, again: &Rebooking<'_>, now: Minute) -> DbResult<Booked> {
        transactions::rebook(&self.db, again, now).await
    }

    pub async fn code(&self, selector: i32) -> DbResult<Option<CodeRecord>> {
        code::repository::find_by_selector(&mut self.db.read().await?, selector).await
    }

    pub async fn appointments(&self, code: &CodeId) -> DbResult<Vec<Appointment>> {
        Ok(transactions::list_under(&self.db, code).await?.0)
    }

    pub async fn cancel(
        &self,
        code: &CodeId,
        appointment: &AppointmentId,
        now: Minute,
        expires_on: NaiveDate,
    ) -> DbResult<bool> {
        transactions::cancel(&self.db, code, appointment, now, expires_on).await
    }

    pub async fn forget(&self, code: &CodeId) -> DbResult<()> {
        let standards = server::standards::load(None).expect("the built-in standards");
        let today = domain::LocalDay::parse("2026-11-23").expect("a day");
        transactions::forget(&self.db, standards.first().expect("one"), code, today).await
    }

    pub async fn wait(&self, code: &CodeRecord, wait: &Wait) -> DbResult<bool> {
        transactions::wait(&self.db, code, wait).await
    }

    pub async fn waits(&self, code: &CodeId) -> DbResult<Option<Wait>> {
        Ok(transactions::list_under(&self.db, code).await?.1)
    }

    pub async fn waiting(&self, municipality: &str) -> DbResult<Vec<(BookingKind, u64)>> {
        waiting_list::count_by_kind(&self.db, municipality).await
    }

    pub async fn cases(&self, municipality: &str) -> DbResult<Vec<CaseRecord>> {
        case::service::list(&self.db, municipality).await
    }

    pub async fn add_staff(&self, member: &StaffMember) -> DbResult<()> {
        staff::service::add(&self.db, member).await
    }

    pub async fn staff(&self, municipality: &str) -> DbResult<Vec<StaffMember>> {
        staff::service::list(&self.db, municipality).await
    }

    pub async fn invite(
        &self,
        member: &StaffMember,
        login: &str,
        invitation: &[u8; 32],
        until: Minute,
    ) -> DbResult<bool> {
        sign_in::service::add_member(&self.db, member, login, (invitation, until), None).await
    }

    pub async fn remove_staff(&self, login: &str, now: Minute) -> DbResult<Removal> {
        let Some(member) = staff::service::find_by_login(&self.db, login).await? else {
            return Ok(Removal::Unknown);
        };
        staff::service::remove(&self.db, &member.id, now, &act(&member.municipality)).await
    }

    pub async fn acts(&self, municipality: &str) -> DbResult<Vec<AuditEntry>> {
        let viewer = StaffMember {
            id: StaffId::new([0; 16]),
            municipality: municipality.to_owned(),
            name: String::new(),
            role: Role::Admin,
        };
        audit::service::list_all(&self.db, &viewer, &AuditFilter::default()).await
    }

    pub async fn note(&self, entry: &AuditEntry) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        audit::service::record(&mut tx, entry).await?;
        tx.commit().await
    }

    pub async fn agenda(&self, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
        agenda::list(&self.db, municipality, between).await
    }

    pub async fn extend(&self, appointment: &AppointmentId, before: u16, act: &AuditEntry) -> DbResult<bool> {
        transactions::extend(&self.db, appointment, before, act).await
    }

    pub async fn confirm(&self, appointment: &AppointmentId, act: &AuditEntry) -> DbResult<bool> {
        transactions::confirm(&self.db, appointment, act).await
    }

    pub async fn call_off(
        &self,
        appointment: &AppointmentId,
        on: NaiveDate,
        act: &AuditEntry,
    ) -> DbResult<bool> {
        transactions::call_off(&self.db, appointment, on, act).await
    }

    pub async fn set_hours(&self, staff: &StaffId, list: &[HoursOfWeek], act: &AuditEntry) -> DbResult<()> {
        hours::set_hours(&self.db, staff, list, act).await
    }

    pub async fn staff_hours(&self, staff: &StaffId) -> DbResult<Vec<HoursOfWeek>> {
        hours::list_hours(&self.db, staff).await
    }

    pub async fn add_exceptions(
        &self,
        staff: &StaffId,
        list: &[ExceptionDay],
        act: &AuditEntry,
    ) -> DbResult<()> {
        hours::add_exceptions(&self.db, staff, list, act).await
    }

    pub async fn roster(&self, municipality: &str, from: NaiveDate) -> DbResult<Roster> {
        hours::load_roster(&self.db, municipality, from).await
    }

    pub async fn close_day(&self, day: NaiveDate, note: &str, act: &AuditEntry) -> DbResult<()> {
        settings::close_day(&self.db, day, note, act).await
    }

    pub async fn kinds(&self, municipality: &str) -> DbResult<Vec<(BookingKind, AppointmentType)>> {
        settings::list_kinds(&self.db, municipality).await
    }

    pub async fn close_kind(&self, kind: BookingKind, act: &AuditEntry) -> DbResult<()> {
        settings::close_kind(&self.db, kind, act).await
    }

    pub async fn promise(&self, weekdays: Option<u16>, act: &AuditEntry) -> DbResult<()> {
        settings::set_promise(&self.db, weekdays, act).await
    }

    pub async fn promised(&self, municipality: &str) -> DbResult<Option<u16>> {
        settings::find_promise(&self.db, municipality).await
    }

    pub async fn add_callback(&self, call: &NewCall, form: &FormKey) -> DbResult<bool> {
        let today = domain::LocalDay::new(call.expires_on);
        Ok(callback::store(&self.db, call, (form, today), None).await? == CallStored::Done)
    }

    pub async fn calls(&self, municipality: &str) -> DbResult<Vec<Call>> {
        callback::list(&self.db, municipality).await
    }

    pub async fn act_on(
        &self,
        action: CallAction,
        call: &CallId,
        staff: &StaffId,
        tries: u16,
        act: &AuditEntry,
    ) -> DbResult<bool> {
        callback::act_on(&self.db, action, (call, staff), tries, act).await
    }

    pub async fn talk(
        &self,
        municipality: &str,
        appointment: &AppointmentId,
    ) -> DbResult<Option<Conversation>> {
        messages::find(&mut self.db.read().await?, municipality, appointment).await
    }

    pub async fn messages(&self, appointment: &AppointmentId) -> DbResult<Vec<Message>> {
        messages::list(&mut self.db.read().await?, appointment).await
    }

    pub async fn say(&self, appointment: &AppointmentId, message: &Message) -> DbResult<bool> {
        let mut tx = self.db.begin().await?;
        let said = messages::insert(&mut tx, appointment, message).await?;
        tx.commit().await?;
        Ok(said)
    }

    /// All that is stored of complaints, of every municipality, as one text.
    pub async fn write_out_complaints(&self) -> String {
        let mut tx = self.db.read().await.expect("a connection");
        let mut lines = Vec::new();
        for municipality in ["skanderborg", "randers", "horsens", "vejle", "slagelse"] {
            for role in Role::ALL {
                let nobody = StaffId::new([0; 16]);
                let found =
                    complaints::list(&mut tx, municipality, (*role, &nobody)).await.expect("complaints");
                for complaint in found {
                    let key =
                        complaints::find_key(&mut tx, &complaint.id).await.expect("a key").expect("a key");
                    lines.push(format!("{} {}", complaint.receipt, complaint.reader.code()));
                    lines.push(String::from_utf8_lossy(&key).into_owned());
                    for event in complaints::list_events(&mut tx, &complaint.id).await.expect("events") {
                        let sealed = event.sealed.unwrap_or_default();
                        let sealed = String::from_utf8_lossy(&sealed);
                        lines.push(format!("{} {} {sealed}", event.fact.code(), event.author));
                    }
                }
            }
        }
        lines.join("\n")
    }

    pub async fn tidy(&self, at: Moment) -> DbResult<RetentionReport> {
        retention::delete_expired(&self.db, at).await
    }

    pub async fn overdue(&self, at: Moment) -> DbResult<u64> {
        retention::count_overdue(&self.db, at).await
    }

    pub async fn columns(&self) -> DbResult<Vec<Column>> {
        self.db.columns().await
    }
}
