//! `SQLite`: the embedded default, for one process.

use crate::store::DbError;
use domain::Minute;
use sqlx::{
    SqlitePool, Transaction,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{os::unix::fs::DirBuilderExt, path::Path, time::Duration};

/// One connection writes, several read.
pub struct Sqlite {
    reader: SqlitePool,
    writer: SqlitePool,
}

impl Sqlite {
    pub(super) const COLUMNS: &'static str = "SELECT m.name, c.name, lower(c.type) FROM sqlite_master m \
        JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' \
        AND m.name <> '_sqlx_migrations' ORDER BY m.name, c.name";

    /// Opens the file, makes it where it is missing, and brings it up to date.
    ///
    /// # Errors
    /// Where the file cannot be used.
    pub async fn open(path: &Path) -> Result<Self, DbError> {
        if let Some(folder) = path.parent() {
            std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let store = Self::at(path);
        sqlx::migrate!("migrations/sqlite").run(&store.writer).await?;
        Ok(store)
    }

    /// The store in a file that is opened when something is first read or written.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What somebody was told is saved survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            // What is deleted is overwritten.
            .pragma("secure_delete", "ON")
            .busy_timeout(Duration::from_secs(5));
        // A file does not go away: no need to ask before each use.
        let pool = || SqlitePoolOptions::new().test_before_acquire(false);
        let writer = pool().max_connections(1).connect_lazy_with(options.clone());
        let reader = pool().max_connections(4).connect_lazy_with(options.read_only(true));
        Self { reader, writer }
    }

    pub(super) const fn reader(&self) -> &SqlitePool {
        &self.reader
    }

    /// Empties the log of writes, in which what was deleted would stand for a while.
    pub(super) async fn settle(&self) -> Result<(), DbError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await?;
        Ok(())
    }

    /// Begins to write, alone. What is written survives a power cut.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, sqlx::Sqlite>, DbError> {
        Ok(self.writer.begin_with("PRAGMA synchronous = FULL; BEGIN IMMEDIATE").await?)
    }

    /// Begins to keep a time for ten minutes, which nobody was told is saved: the disk is not waited for.
    pub(super) async fn begin_hold(
        &self,
        _municipality: &str,
        _day: Minute,
    ) -> Result<Transaction<'static, sqlx::Sqlite>, DbError> {
        Ok(self.writer.begin_with("PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE").await?)
    }
}
