//! The database: one `Db` and one `Tx` over `SQLite` and `PostgreSQL`. Nothing else knows that there are two engines.
//!
//! Why two `match` arms and not `sqlx::Any`: docs/decisions/database.md.

mod error;
mod ids;
mod postgres;
mod primary;
mod row;
mod sqlite;
mod sqlite_file;
mod tx;
mod value;

pub use error::{DbError, DbResult};
pub use ids::{
    AccessId, AppointmentId, AttachmentId, CallId, CaseId, CodeId, ComplaintId, ExceptionId, FormHash,
    FormKey, HoursId, NoteId, PasskeyId, PlanId, StaffId,
};
pub use row::{FromColumn, FromRow, Row};
pub use sqlite_file::SqliteFile;
pub use tx::Tx;
pub use value::Value;

use domain::Minute;
use postgres::Postgres;
use sqlite::Sqlite;
use std::path::{Path, PathBuf};

/// Which engine stores what citizens entrust to the portal, and where.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file of this process alone.
    Sqlite(PathBuf),
    /// A server that several replicas share, or several of which one takes what is written. The URL may hold a password:
    /// there is no `Debug`.
    Postgres(String),
}

/// A database that is open. Clones share its connections.
#[derive(Clone)]
pub enum Db {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens the database, makes it where it is missing, and brings its tables up to date.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub async fn open(url: &DatabaseUrl) -> DbResult<Self> {
        Ok(match url {
            DatabaseUrl::Sqlite(path) => Self::Sqlite(Sqlite::open(path).await?),
            DatabaseUrl::Postgres(url) => Self::Postgres(Postgres::open(url).await?),
        })
    }

    /// The database in a file that is opened when something is first read or written.
    #[must_use]
    pub fn sqlite_lazy(path: &Path) -> Self {
        Self::Sqlite(Sqlite::lazy(path))
    }

    /// A connection to read by. Each statement stands for itself.
    pub async fn read(&self) -> DbResult<Tx> {
        match self {
            Self::Sqlite(sqlite) => sqlite.read().await,
            Self::Postgres(postgres) => postgres.read().await,
        }
    }

    /// Begins a transaction that writes. What is committed survives a power cut.
    pub async fn begin(&self) -> DbResult<Tx> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin().await,
            Self::Postgres(postgres) => postgres.begin().await,
        }
    }

    /// Begins a transaction whose commit does not wait for the disk: for what nobody is told is saved. Those of one
    /// municipality and day are one after the other, so that what each counts is right.
    pub async fn begin_unsynced(&self, municipality: &str, day: Minute) -> DbResult<Tx> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin_unsynced().await,
            Self::Postgres(postgres) => postgres.begin_unsynced(municipality, day).await,
        }
    }

    /// Writes something that says nothing: whether anything can be written and kept.
    pub async fn beat(&self) -> DbResult<()> {
        let mut tx = self.begin().await?;
        tx.execute("UPDATE heartbeat SET beat = 1 - beat", &[]).await?;
        tx.commit().await
    }

    /// Empties the log of writes, in which what was deleted would stand for a while. `PostgreSQL` overwrites what was
    /// deleted when it vacuums.
    pub async fn scrub(&self) -> DbResult<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.scrub().await,
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Lets go of the database, with nothing left in its log of writes.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.close().await,
            Self::Postgres(postgres) => postgres.close().await,
        }
    }

    /// Every column of every table, as the engine describes it.
    pub async fn columns(&self) -> DbResult<Vec<Column>> {
        let statement = match self {
            Self::Sqlite(_) => sqlite::COLUMNS,
            Self::Postgres(_) => postgres::COLUMNS,
        };
        self.read().await?.fetch_all(statement, &[]).await
    }
}

/// A column of a table.
pub struct Column {
    pub table: String,
    pub name: String,
    /// The engine's own name of its type, in small letters.
    pub kind: String,
    pub nullable: bool,
}

impl FromRow for Column {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            table: row.get("table_name")?,
            name: row.get("column_name")?,
            kind: row.get("kind")?,
            nullable: row.get("nullable")?,
        })
    }
}
