//! `portal backup` and `portal restore`: a `SQLite` database as one file, whole and without its log of writes. The keys stay
//! where they are.

use super::serve::open_services;
use crate::{
    clock::Clock,
    config::Config,
    db::{DatabaseUrl, SqliteFile},
    jobs::repository::note_run,
};
use domain::Instant;
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

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
    let mut source = SqliteFile::open(from).await.map_err(|error| format!("{}: {error}", from.display()))?;
    source.check().await.map_err(|reason| format!("{}: {reason}", from.display()))?;
    let fresh = beside(path, "restoring");
    let _ = fs::remove_file(&fresh);
    source.copy_to(&fresh).await.map_err(|error| format!("{}: {error}", fresh.display()))?;
    // The keys are looked at, and the tables brought up to date, before anything is moved.
    if let Err(error) = accept(config, &fresh).await {
        fs::remove_file(&fresh)?;
        return Err(error);
    }
    let before = beside(path, "before");
    if before.exists() {
        return Err(format!("{} is there from another time: move it away first", before.display()).into());
    }
    let is_replaced = path.exists();
    if is_replaced {
        let mut stands =
            SqliteFile::open(path).await.map_err(|error| format!("{}: {error}", path.display()))?;
        stands.settle().await.map_err(|_| "the portal serves this database: stop it first")?;
        fs::rename(path, &before)?;
    }
    fs::rename(&fresh, path)?;
    Ok(is_replaced.then_some(before))
}

/// Opens a restored database with the keys. That it is older than a day is as it should be.
async fn accept(config: &Config, fresh: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config { database: DatabaseUrl::Sqlite(fresh.to_owned()), ..config.clone() };
    let (db, _) = open_services(&config, Clock::System).await?;
    note_run(&db, Instant::of(Clock::System.now()).minute()).await?;
    db.close().await;
    Ok(())
}

/// A file beside the database.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
