//! What the database could not do.

use thiserror::Error;

/// The database could not do it. What it said never reaches a page.
#[derive(Debug, Error)]
pub enum DbError {
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the folder of the database: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the file of the database is empty: restore a backup, or delete the file to begin anew")]
    Emptied,
    #[error("somebody else has the database open")]
    InUse,
    #[error("the database holds something that the portal did not write: {0}")]
    Unreadable(&'static str),
}

/// What the database gives.
pub type DbResult<T> = Result<T, DbError>;

impl DbError {
    /// Whether nobody answers where the database should be, or it is only starting.
    #[must_use]
    pub fn is_unreachable(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut) => true,
            Self::Database(sqlx::Error::Database(error)) => error.code().is_some_and(|code| code == "57P03"),
            _ => false,
        }
    }

    /// Whether somebody else has the database open.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        match self {
            Self::InUse => true,
            Self::Database(sqlx::Error::Database(error)) => {
                // Of an extended code the last byte is the plain one: busy, or locked.
                let code = error.code().and_then(|code| code.parse::<i32>().ok());
                code.is_some_and(|code| matches!(code & 0xff, 5 | 6))
            }
            _ => false,
        }
    }

    /// Whether two writers stood in each other's way, so that it is worth trying again.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else { return false };
        error.code().is_some_and(|code| matches!(code.as_ref(), "40P01" | "40001"))
    }

    /// Whether a constraint has kept two appointments of one member of staff apart.
    #[must_use]
    pub fn is_overlap(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else { return false };
        error.code().is_some_and(|code| code == "23P01")
    }
}
