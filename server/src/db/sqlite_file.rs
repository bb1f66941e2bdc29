//! A `SQLite` database as a file that is copied: for backups.

use super::{DbError, DbResult};
use sqlx::{ConnectOptions, Row, SqliteConnection, query, query_scalar, sqlite::SqliteConnectOptions};
use std::{
    fs::{File, OpenOptions},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    time::Duration,
};

/// A database file that exists.
pub struct SqliteFile(SqliteConnection);

impl SqliteFile {
    /// Opens a database that is there.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn open(path: &Path) -> DbResult<Self> {
        File::open(path)?;
        let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_secs(1));
        Ok(Self(options.connect().await?))
    }

    /// Copies the last committed state into a new file that nobody else can read; what is deleted is left out.
    ///
    /// # Errors
    /// Where the file is there already, or cannot be written whole: then there is none.
    pub async fn copy_to(&mut self, to: &Path) -> DbResult<()> {
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
        let copied =
            query("VACUUM INTO $1").bind(to.to_string_lossy().into_owned()).execute(&mut self.0).await;
        if let Err(error) = copied {
            std::fs::remove_file(to)?;
            return Err(error.into());
        }
        File::open(to)?.sync_all()?;
        Ok(())
    }

    /// Whether this is a whole database of the portal.
    ///
    /// # Errors
    /// Why it is none.
    pub async fn check(&mut self) -> Result<(), String> {
        let tables = query_scalar::<_, i64>(
            "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('_sqlx_migrations', 'key_print')",
        );
        let is_ours =
            tables.fetch_one(&mut self.0).await.map_err(|error| DbError::from(error).to_string())? == 2;
        if !is_ours {
            return Err("is no database of the portal".to_owned());
        }
        let found = query("PRAGMA integrity_check").fetch_one(&mut self.0).await;
        let found: String = found.and_then(|row| row.try_get(0)).map_err(|error| error.to_string())?;
        if found == "ok" { Ok(()) } else { Err(format!("is damaged: {found}")) }
    }

    /// Brings the log of writes into the file, and does away with it.
    ///
    /// # Errors
    /// Where somebody else has the database open.
    pub async fn settle(&mut self) -> DbResult<()> {
        let mode = query("PRAGMA journal_mode = DELETE").fetch_one(&mut self.0).await?;
        let mode: String = mode.try_get(0)?;
        if mode.eq_ignore_ascii_case("delete") { Ok(()) } else { Err(DbError::InUse) }
    }
}
