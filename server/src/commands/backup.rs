//! `portal backup` and `portal restore`: a `SQLite` database as one file, whole and without its log of writes. The keys stay
//! where they are.

use super::serve::open_services;
use crate::{
    clock::Clock,
    config::Config,
    db::{DatabaseUrl, SqliteFile},
    jobs::repository::accept_clock,
};
use domain::Instant;
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

/// A database, and what `SQLite` keeps beside it: its log of writes, and what several processes share of it.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

const ELSEWHERE: &str =
    "PORTAL_DATABASE_URL: PostgreSQL has tools of its own for this: pg_dump and pg_restore";

fn own_file(config: &Config) -> Result<&Path, &'static str> {
    match &config.database {
        DatabaseUrl::Sqlite(path) => Ok(path),
        DatabaseUrl::Postgres(_) => Err(ELSEWHERE),
    }
}

/// Writes the last committed state of the database into a new file, while the portal serves.
///
/// # Errors
/// Where the file is there already or cannot be written, or there is no database.
pub async fn backup(config: &Config, to: &Path) -> Result<(), Box<dyn Error>> {
    let mut database =
        SqliteFile::open(own_file(config)?).await.map_err(|error| format!("the database: {error}"))?;
    database.copy_to(to).await.map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(())
}

/// Puts a backup in the place of the database; gives where the one before is kept, if there was one.
///
/// # Errors
/// Where the backup is none, is of other keys, or the portal serves.
pub async fn restore(config: &Config, from: &Path) -> Result<Option<PathBuf>, Box<dyn Error>> {
    let path = own_file(config)?;
    let (fresh, before) = (beside(path, ".restoring"), beside(path, ".before"));
    if before.exists() {
        return Err(format!("{} is there from another time: move it away first", before.display()).into());
    }
    let mut source = SqliteFile::open(from).await.map_err(|error| format!("{}: {error}", from.display()))?;
    source.check().await.map_err(|reason| format!("{}: {reason}", from.display()))?;
    remove_all(&fresh);
    source.copy_to(&fresh).await.map_err(|error| format!("{}: {error}", fresh.display()))?;
    let replaced = replace(config, (path, &fresh, &before)).await;
    if replaced.is_err() {
        remove_all(&fresh);
    }
    replaced
}

/// The keys are looked at, and the tables brought up to date, before anything is moved.
async fn replace(
    config: &Config,
    (path, fresh, before): (&Path, &Path, &Path),
) -> Result<Option<PathBuf>, Box<dyn Error>> {
    accept(config, fresh).await?;
    // One that is damaged cannot tell whether anybody has it open.
    if path.exists()
        && let Ok(mut stands) = SqliteFile::open(path).await
        && let Err(error) = stands.settle().await
        && error.is_locked()
    {
        return Err("the portal serves this database: stop it first".into());
    }
    let is_replaced = path.exists();
    // What is left of its log of writes would be taken for that of the restored one.
    for ending in BESIDE {
        let (from, to) = (beside(path, ending), beside(before, ending));
        if from.exists() {
            fs::rename(from, to)?;
        }
    }
    fs::rename(fresh, path)?;
    Ok(is_replaced.then(|| before.to_owned()))
}

fn remove_all(path: &Path) {
    for ending in BESIDE {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// Opens a restored database with the keys. That it is older than a day is as it should be.
async fn accept(config: &Config, fresh: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config { database: DatabaseUrl::Sqlite(fresh.to_owned()), ..config.clone() };
    let (db, _) = open_services(&config, Clock::System).await?;
    accept_clock(&db, Instant::of(Clock::System.now()).minute()).await?;
    db.close().await;
    Ok(())
}

/// A file beside the database.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
