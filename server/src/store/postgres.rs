//! `PostgreSQL`: for several servers that behave as one.

use crate::store::DbError;
use domain::Minute;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, PgPool, Transaction, postgres::PgPoolOptions};
use std::time::Duration;

/// A pool of connections; the database's own constraints keep appointments apart.
pub struct Postgres {
    pool: PgPool,
}

impl Postgres {
    pub(super) const COLUMNS: &'static str = "SELECT table_name::text, column_name::text, lower(data_type)::text \
        FROM information_schema.columns WHERE table_schema = current_schema() \
        AND table_name <> '_sqlx_migrations' ORDER BY table_name, column_name";

    /// Connects, and brings the database up to date.
    ///
    /// # Errors
    /// Where the database cannot be used.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        let options = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5));
        let pool = options.connect(url).await?;
        sqlx::migrate!("migrations/postgres").run(&pool).await?;
        Ok(Self { pool })
    }

    pub(super) const fn reader(&self) -> &PgPool {
        &self.pool
    }

    /// What was deleted is overwritten when the database vacuums itself.
    #[expect(clippy::unused_async, reason = "the other engine has something to do")]
    pub(super) async fn settle(&self) -> Result<(), DbError> {
        Ok(())
    }

    pub(super) async fn begin(&self) -> Result<Transaction<'static, sqlx::Postgres>, DbError> {
        Ok(self.pool.begin().await?)
    }

    /// Begins to keep a time for ten minutes, which nobody was told is saved: the disk is not waited for. Who counts
    /// what a municipality has on a day does so alone.
    pub(super) async fn begin_hold(
        &self,
        municipality: &str,
        day: Minute,
    ) -> Result<Transaction<'static, sqlx::Postgres>, DbError> {
        let lock = Sha256::new().chain_update(municipality).chain_update(day.to_be_bytes()).finalize();
        let lock = lock.iter().take(8).fold(0, |lock: i64, byte| lock << 8 | i64::from(*byte));
        let begin =
            format!("BEGIN; SET LOCAL synchronous_commit = off; SELECT pg_advisory_xact_lock({lock})");
        Ok(self.pool.begin_with(AssertSqlSafe(begin)).await?)
    }
}
