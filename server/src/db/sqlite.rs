//! `SQLite`: the embedded default, for one process.

use super::{DbResult, Tx};
use sqlx::{
    Connection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{os::unix::fs::DirBuilderExt, path::Path, time::Duration};

pub const COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind, \
    (c.\"notnull\" = 0 AND c.pk = 0) AS nullable FROM sqlite_master m JOIN pragma_table_info(m.name) c \
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_sqlx_migrations' ORDER BY m.name, c.name";

/// One connection writes, several read.
#[derive(Clone)]
pub struct Sqlite {
    reader: SqlitePool,
    writer: SqlitePool,
}

impl Sqlite {
    /// Opens the file, makes it where it is missing, and brings it up to date.
    pub async fn open(path: &Path) -> DbResult<Self> {
        if let Some(folder) = path.parent() {
            std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let database = Self::lazy(path);
        sqlx::migrate!("migrations/sqlite").run(&database.writer).await?;
        Ok(database)
    }

    /// The database in a file that is opened when something is first read or written.
    pub fn lazy(path: &Path) -> Self {
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
        // After some errors (a full disk) SQLite rolls back by itself; sqlx then goes on counting a transaction and begins
        // no other. Such a connection does not come back. Who reads begins none.
        let writer = pool().max_connections(1).after_release(|connection, _| {
            Box::pin(async move {
                // What was to be rolled back is by then.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        });
        let writer = writer.connect_lazy_with(options.clone());
        let reader = pool().max_connections(4).connect_lazy_with(options.read_only(true));
        Self { reader, writer }
    }

    pub async fn read(&self) -> DbResult<Tx> {
        Ok(Tx::sqlite_read(self.reader.acquire().await?))
    }

    /// Begins to write, alone.
    pub async fn begin(&self) -> DbResult<Tx> {
        let transaction = self.writer.begin_with("PRAGMA synchronous = FULL; BEGIN IMMEDIATE").await?;
        Ok(Tx::sqlite_write(transaction))
    }

    pub async fn begin_unsynced(&self) -> DbResult<Tx> {
        let transaction = self.writer.begin_with("PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE").await?;
        Ok(Tx::sqlite_write(transaction))
    }

    pub async fn scrub(&self) -> DbResult<()> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await?;
        Ok(())
    }
}
