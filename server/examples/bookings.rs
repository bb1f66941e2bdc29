//! Yardsticks of what is stored: bookings a second on an engine beside the engine's own limit for one committed
//! insert a transaction, in turn; the work of a code that is known and of one that is not; and a desk with a year of
//! bookings, to list its free times.
//!
//!   bookings speed URL     `sqlite://PATH` or `postgres://…`, empty
//!   bookings fill PATH     20 counsellors and a year of bookings in Vejle, into a file of `SQLite`
//!   bookings codes

use chrono::{Days, NaiveDate};
use domain::{AppointmentType, BookingAbout, BookingKind, Instant as Moment, LocalDay, Role, Talks};
use server::{
    clock::Clock,
    crypto::{
        code::Code,
        keys::Keys,
        password_hasher::{Priority, Turn},
        random::Random,
        verifier::{Cost, Verifier},
    },
    db::{AppointmentId, CodeId, DatabaseUrl, Db, DbError, FormHash, HoursId, StaffId},
    tasks::{
        Services, Settings,
        booking::{
            code::CodeRecord,
            model::{BookingOptions, Hold},
            transactions,
        },
        desk::{
            audit::{AuditAction, AuditEntry},
            hours::service::{HoursOfWeek, set_hours},
            settings::service::{OpenKind, open_kind},
            staff::{self, StaffMember},
        },
    },
    web::rate_limiter::Quota,
};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::{
    error::Error,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const AT_ONCE: usize = 8;
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_secs(3);
const LAYOUT: AppointmentType =
    AppointmentType { minutes: 30, buffer: 15, notice: 60, horizon: 365, capacity: 999 };

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["speed", url] => speed(url).await,
        ["fill", path] => fill(Path::new(path)).await,
        ["codes"] => codes().await,
        _ => Err("bookings speed URL | fill PATH | codes".into()),
    }
}

fn act() -> AuditEntry {
    let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    AuditEntry {
        municipality: "vejle".to_owned(),
        who: String::new(),
        what: AuditAction::HoursSet,
        subject: String::new(),
        on,
        at: None,
        changed: (String::new(), String::new()),
    }
}

async fn counsellors(db: &Db, random: &Random, number: usize) -> Result<Vec<StaffId>, DbError> {
    let mut members = Vec::new();
    for place in 0..number {
        let member = StaffMember {
            id: StaffId::random(random),
            municipality: "vejle".to_owned(),
            name: format!("{place}"),
            role: Role::Counsellor,
        };
        staff::service::add(db, &member).await?;
        let hours = |weekday| HoursOfWeek { id: HoursId::random(random), weekday, from: 8 * 60, to: 16 * 60 };
        let week: Vec<HoursOfWeek> = (0..5).map(hours).collect();
        set_hours(db, &member.id, &week, &act()).await?;
        members.push(member.id);
    }
    let open = OpenKind { kind: BookingKind::Phone, appointment_type: LAYOUT, place: String::new() };
    open_kind(db, &open, &act()).await?;
    Ok(members)
}

/// Bookings and bare inserts in turn, by as many at once.
async fn speed(url: &str) -> Outcome<()> {
    let file = url.strip_prefix("sqlite://");
    let database =
        file.map_or_else(|| DatabaseUrl::Postgres(url.to_owned()), |path| DatabaseUrl::Sqlite(path.into()));
    let db = Db::open(&database).await?;
    let random = Arc::new(Random::System);
    let staff = counsellors(&db, &random, AT_ONCE).await?;
    let mut ratios = Vec::new();
    for round in 0..ROUNDS {
        let bare = bare_inserts(url).await?;
        let bookings = bookings(&db, &random, &staff, round).await?;
        ratios.push(bookings / bare);
        println!("  {bookings:7.0} bookings/s   {bare:7.0} bare inserts/s   ratio {:.2}", bookings / bare);
    }
    ratios.sort_by(f64::total_cmp);
    println!(
        "  median ratio {:.2} (aim 0.5; a booking is two transactions: the hold and the booking)",
        ratios[ROUNDS / 2]
    );
    Ok(())
}

fn each_second(number: u64, begun: Instant) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)) / begun.elapsed().as_secs_f64()
}

/// One committed insert a transaction, as the engine gives it: with its own connections, and as durable.
async fn bare_inserts(url: &str) -> Outcome<f64> {
    let begun = Instant::now();
    if let Some(path) = url.strip_prefix("sqlite://") {
        let mut writer = SqliteConnection::connect(&format!("sqlite://{path}")).await?;
        writer.execute("PRAGMA synchronous = FULL").await?;
        writer.execute("CREATE TABLE IF NOT EXISTS bare (id BLOB PRIMARY KEY) STRICT").await?;
        let mut number = 0;
        while begun.elapsed() < ROUND {
            let id = Random::System.bytes::<16>();
            sqlx::query("INSERT INTO bare (id) VALUES ($1)").bind(&id[..]).execute(&mut writer).await?;
            number += 1;
        }
        return Ok(each_second(number, begun));
    }
    let mut maker = PgConnection::connect(url).await?;
    maker.execute("CREATE TABLE IF NOT EXISTS bare (id BYTEA PRIMARY KEY)").await?;
    let mut workers = Vec::new();
    for _ in 0..AT_ONCE {
        let mut writer = PgConnection::connect(url).await?;
        workers.push(tokio::spawn(async move {
            let mut number = 0;
            while begun.elapsed() < ROUND {
                let id = Random::System.bytes::<16>();
                sqlx::query("INSERT INTO bare (id) VALUES ($1)").bind(&id[..]).execute(&mut writer).await?;
                number += 1;
            }
            Ok::<u64, sqlx::Error>(number)
        }));
    }
    let mut number = 0;
    for worker in workers {
        number += worker.await??;
    }
    Ok(each_second(number, begun))
}

async fn bookings(db: &Db, random: &Arc<Random>, staff: &[StaffId], round: usize) -> Outcome<f64> {
    let begun = Instant::now();
    let workers = staff.iter().enumerate().map(|(place, staff)| {
        let (db, random, staff) = (db.clone(), Arc::clone(random), *staff);
        tokio::spawn(async move {
            let mut number: u64 = 0;
            while begun.elapsed() < ROUND {
                let starts = 30_000_000
                    + i64::try_from(round).unwrap_or(0) * 10_000_000
                    + i64::try_from(number).unwrap_or(0) * 45;
                let hold = hold(&random, staff, starts, starts / 1440 * 1440);
                let selector = (round * AT_ONCE + place) * 4_000 + usize::try_from(number).unwrap_or(0);
                let code = code(&random, i32::try_from(selector).unwrap_or(0));
                if transactions::hold(&db, &hold, 29_000_000).await? {
                    let options = BookingOptions {
                        pending: false,
                        lang: domain::Lang::Da,
                        side: None,
                        cases: Vec::new(),
                    };
                    transactions::book(&db, &hold.form, &code, &options, 29_000_000, None).await?;
                    number += 1;
                }
            }
            Ok::<u64, DbError>(number)
        })
    });
    let workers: Vec<_> = workers.collect();
    let mut number = 0;
    for worker in workers {
        number += worker.await??;
    }
    Ok(each_second(number, begun))
}

fn hold(random: &Random, staff: StaffId, starts: i64, day: i64) -> Hold {
    Hold {
        id: AppointmentId::random(random),
        municipality: "vejle".to_owned(),
        staff: vec![staff],
        kind: BookingKind::Phone,
        about: BookingAbout::Me,
        starts,
        minutes: LAYOUT.minutes,
        free_from: starts + 45,
        day: day..day + 1440,
        until: i64::MAX,
        form: FormHash::random(random),
    }
}

fn code(random: &Random, selector: i32) -> CodeRecord {
    CodeRecord {
        id: CodeId::random(random),
        municipality: "vejle".to_owned(),
        pseudonym: "Blå Sten 1".to_owned(),
        selector,
        verifier: Verifier { salt: random.bytes(), hash: random.bytes(), cost: Cost::TINY },
        talks: Talks { own: 1, close: 0 },
        extended_by: Talks::default(),
        expires_on: NaiveDate::from_ymd_opt(2028, 1, 1).unwrap_or_default(),
        contact_on: None,
        called_off: None,
    }
}

/// A year from Monday 23 November 2026, half of the times taken, in one transaction.
async fn fill(path: &Path) -> Outcome<()> {
    let random = Random::System;
    let db = Db::open(&DatabaseUrl::Sqlite(path.into())).await?;
    let staff = counsellors(&db, &random, 20).await?;
    drop(db);
    let mut connection = SqliteConnection::connect(&format!("sqlite://{}", path.display())).await?;
    let mut writer = connection.begin().await?;
    let first = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let mut number = 0;
    for day in (0..365).filter_map(|ahead| first.checked_add_days(Days::new(ahead))) {
        let begins = LocalDay::new(day).begins().minute();
        for who in &staff {
            // Every other time, so that something is free on every day.
            for place in (0..10).step_by(2) {
                number += 1;
                let made = code(&random, number);
                sqlx::query(
                    "INSERT INTO anonymous_code (id, municipality, pseudonym, selector, salt, verifier, kdf_memory, kdf_passes, \
                     talks, extended_by, expires_on) VALUES ($1, 'vejle', 'x', $2, $1, $3, 8, 1, 1, 0, '2028-01-01')",
                )
                .bind(&made.id.as_bytes()[..])
                .bind(number)
                .bind(&made.verifier.hash[..])
                .execute(&mut *writer)
                .await?;
                let taken = hold(&random, *who, begins + 8 * 60 + i64::from(place) * 45, begins);
                sqlx::query(
                    "INSERT INTO appointment (id, code_id, staff_id, kind, about, starts, minutes, free_from, form) \
                     VALUES ($1, $2, $3, 'PHONE', 'ME', $4, 30, $5, $6)",
                )
                .bind(&taken.id.as_bytes()[..])
                .bind(&made.id.as_bytes()[..])
                .bind(&who.as_bytes()[..])
                .bind(taken.starts)
                .bind(taken.free_from)
                .bind(&taken.form.as_bytes()[..])
                .execute(&mut *writer)
                .await?;
            }
        }
    }
    writer.commit().await?;
    println!("  20 counsellors, {number} bookings in a year");
    Ok(())
}

/// How long a code takes that is known, and one that is not: in turn, and whether they can be told apart (Welch).
async fn codes() -> Outcome<()> {
    const TRIES: u32 = 60;
    let folder = std::env::temp_dir().join(format!("traedesten-codes-{}", std::process::id()));
    let db = Db::open(&DatabaseUrl::Sqlite(folder.join("portal.db"))).await?;
    let random = Random::System;
    let keys = Keys::ephemeral(&random);
    let known = || Code::of_form(&keys.codes, &[1; 16], 0);
    let record = CodeRecord {
        verifier: Verifier::new(known().secret(), random.bytes(), Cost::FULL, &keys.pepper),
        ..code(&random, known().selector())
    };
    let staff = counsellors(&db, &random, 1).await?;
    let now = Moment::of(Clock::System.now()).minute();
    let held = hold(&random, staff[0], now + 1000, now);
    transactions::hold(&db, &held, now).await?;
    let options = BookingOptions { pending: false, lang: domain::Lang::Da, side: None, cases: Vec::new() };
    transactions::book(&db, &held.form, &record, &options, now, None).await?;
    let unknown = || Code::of_form(&keys.codes, &[2; 16], 0);
    let (one, other) = (known().selector(), unknown().selector());
    assert_ne!(one, other, "the unknown code begins with other digits");
    let codes = [known().to_groups(), unknown().to_groups()];
    let settings =
        Settings { clock: Clock::System, cost: Cost::FULL, quota: Quota::NONE, origin: None, least_age: 0 };
    let services = Services::new(&db, keys, settings);
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..=TRIES {
        for (text, times) in codes.iter().zip(&mut times) {
            let code = Code::parse(text).map_err(|_| "a code")?;
            let begun = Instant::now();
            services.bookings.redeem(&code, Turn { priority: Priority::Normal, place: None }).await?;
            // The first of each warms up.
            if round > 0 {
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    let [(known, one), (unknown, other)] = times.map(|times| mean_and_variance(&times));
    let t = (known - unknown) / ((one + other) / f64::from(TRIES)).sqrt();
    println!(
        "  known {known:.2} ms, unknown {unknown:.2} ms, t = {t:.2} over {TRIES} of each (told apart above 4.5)"
    );
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

fn mean_and_variance(times: &[f64]) -> (f64, f64) {
    let number = f64::from(u32::try_from(times.len()).unwrap_or(1));
    let mean = times.iter().sum::<f64>() / number;
    let variance = times.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (number - 1.0);
    (mean, variance)
}
