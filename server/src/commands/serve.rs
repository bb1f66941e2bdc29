//! `portal serve`, and what every command needs that touches the database.

use crate::{
    clock::Clock,
    config::Config,
    crypto::{keys::Keys, random::Random, verifier::Cost},
    db::{DatabaseUrl, Db, DbResult},
    jobs::{
        self,
        standards::{StandardsWatch, read_catalogue},
    },
    standards::StandardsSource,
    tasks::{
        Services, Settings,
        form_token::service::LEAST_AGE,
        key_print::service::{find_foreign_key, find_lost_key},
    },
    web::{AppState, serve, site::Site},
};
use domain::StandardFileError;
use std::{
    error::Error,
    io::{BufWriter, stdout},
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpListener, time::sleep};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

/// How long a database that is started at the same time is waited for, and between two tries.
const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_secs(1);

/// Writes the log to the standard output, by a thread of its own, several lines at once under load. The guard writes
/// the last ones when it is dropped.
///
/// # Panics
/// Never: what is added to the filter is part of the program.
pub fn log_requests(config: &Config, clock: Clock) -> WorkerGuard {
    // The library of passkeys writes out what a browser has sent, where it cannot read it.
    let quiet = "webauthn_rs_core=off".parse().expect("a directive");
    let filter = EnvFilter::new(&config.log).add_directive(quiet);
    let (log, guard) = tracing_appender::non_blocking(BufWriter::new(stdout()));
    tracing_subscriber::fmt()
        .with_writer(log)
        .with_env_filter(filter)
        .with_timer(clock)
        .with_ansi(false)
        .init();
    guard
}

/// Serves until told to stop.
///
/// # Errors
/// Where the portal cannot start: its files, its keys, its database, its address.
pub async fn serve(config: Config, source: &StandardsSource, clock: Clock) -> Result<(), Box<dyn Error>> {
    // Watched from before they are read, so that nothing saved meanwhile is missed.
    let watch = StandardsWatch::new(source.clone());
    let catalogue = read_catalogue(source).map_err(|problems| describe_problems(&problems))?;
    let site = Site::load(config.site.as_deref())?.beside(config.assets.clone());
    let (db, services) = open_services(&config, clock).await?;
    let mut state = AppState::new(catalogue, site, clock, config.exit, services);
    (state.proxies, state.demo) = (config.proxies, config.demo);
    state.standards_watch = Some(watch);
    let state = Arc::new(state);
    // Whoever asks at once whether the portal is ready gets the answer of now.
    jobs::retention::run_once(Arc::clone(&state)).await;
    jobs::health::check_once(Arc::clone(&state)).await;
    jobs::service_levels::refresh_once(Arc::clone(&state)).await;
    jobs::spawn_all(&state);
    let listener = TcpListener::bind(config.addr)
        .await
        .map_err(|error| format!("PORTAL_ADDR: {} cannot be listened on: {error}", config.addr))?;
    println!("Trædesten: http://{}", listener.local_addr()?);
    serve::serve(listener, state, config.idle).await?;
    db.close().await;
    Ok(())
}

/// Why the municipalities' files cannot be used.
#[must_use]
pub fn describe_problems(problems: &[StandardFileError]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("the municipalities' files cannot be used:\n{}", lines.join("\n"))
}

/// Opens the database; one that is started at the same time gets a minute to answer.
async fn open_patiently(url: &DatabaseUrl) -> DbResult<Db> {
    let begun = Instant::now();
    loop {
        match Db::open(url).await {
            Err(error) if error.is_unreachable() && begun.elapsed() < PATIENCE => {
                eprintln!("portal: the database does not answer yet; trying again");
                sleep(PAUSE).await;
            }
            opened => return opened,
        }
    }
}

/// The database, and the services on it, where the keys are those it was written with.
///
/// # Errors
/// Where keys or database cannot be used, or do not belong together.
pub async fn open_services(config: &Config, clock: Clock) -> Result<(Db, Services), Box<dyn Error>> {
    let db =
        open_patiently(&config.database).await.map_err(|error| format!("PORTAL_DATABASE_URL: {error}"))?;
    if let Some(purpose) = find_lost_key(&db, &config.keys).await? {
        return Err(format!(
            "PORTAL_KEYS_DIR: the key “{purpose}” that this database was written with is not in {}",
            config.keys.display()
        )
        .into());
    }
    let (keys, made) = Keys::load(&config.keys, &Random::System)?;
    if made > 0 {
        // To whoever started the portal, whether or not anything is logged.
        eprintln!(
            "portal: {made} new keys were made in {}: move them to where the database's backups do not go",
            config.keys.display()
        );
    }
    if let Some(purpose) = find_foreign_key(&db, &keys).await? {
        return Err(format!(
            "PORTAL_KEYS_DIR: the key “{purpose}” is not the one this database was written with"
        )
        .into());
    }
    // A clock that stands still tells no ages.
    let least_age = if matches!(clock, Clock::System) { LEAST_AGE } else { 0 };
    let settings =
        Settings { clock, cost: Cost::FULL, quota: config.quota, origin: config.origin.clone(), least_age };
    let services = Services::new(&db, keys, settings);
    Ok((db, services))
}
