//! `SQLite`: the embedded default, for one process.

use super::{DbError, DbResult, Tx};
use sqlx::{
    AssertSqlSafe, Connection, SqlitePool, raw_sql,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs::{DirBuilder, OpenOptions},
    io::ErrorKind,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    time::Duration,
};

pub const COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind, \
    (c.\"notnull\" = 0 AND c.pk = 0) AS nullable FROM sqlite_master m JOIN pragma_table_info(m.name) c \
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_sqlx_migrations' ORDER BY m.name, c.name";

/// How long another process is waited for, in milliseconds; and by who empties the log of writes.
const PATIENCE: u64 = 5000;
const BRIEFLY: u64 = 250;

/// One connection writes, several read.
#[derive(Clone)]
pub struct Sqlite {
    reader: SqlitePool,
    writer: SqlitePool,
}

/// Makes the file where it is missing, for nobody else to read. One that has been emptied is a loss, and no new database.
fn prepare_file(path: &Path) -> DbResult<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        Err(_) if path.metadata()?.len() == 0 => Err(DbError::Emptied),
        _ => Ok(()),
    }
}

impl Sqlite {
    /// Opens the file, makes it where it is missing, and brings it up to date.
    pub async fn open(path: &Path) -> DbResult<Self> {
        if let Some(folder) = path.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        prepare_file(path)?;
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
            .busy_timeout(Duration::from_millis(PATIENCE));
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

    /// A reader that stands in the way is waited for no longer than anybody waits for a page: the next time does it.
    pub async fn scrub(&self) -> DbResult<()> {
        let scrub = format!(
            "PRAGMA busy_timeout = {BRIEFLY}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = {PATIENCE}"
        );
        raw_sql(AssertSqlSafe(scrub)).execute(&self.writer).await?;
        Ok(())
    }

    pub async fn close(&self) {
        // The last connection that is closed empties the log of writes.
        self.reader.close().await;
        self.writer.close().await;
    }
}
