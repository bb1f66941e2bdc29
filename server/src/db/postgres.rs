//! `PostgreSQL`: for several servers that behave as one.

use super::{DbResult, Tx};
use domain::Minute;
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, PgPool, postgres::PgPoolOptions, raw_sql};
use std::time::Duration;

pub const COLUMNS: &str = "SELECT table_name::text AS table_name, column_name::text AS column_name, \
    lower(data_type)::text AS kind, (is_nullable = 'YES')::int AS nullable FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name <> '_sqlx_migrations' ORDER BY table_name, column_name";

/// A pool of connections; the database's own constraints keep appointments apart.
#[derive(Clone)]
pub struct Postgres {
    pool: PgPool,
}

impl Postgres {
    /// Connects, and brings the database up to date.
    pub async fn open(url: &str) -> DbResult<Self> {
        let options = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5));
        let pool = options.connect(url).await?;
        sqlx::migrate!("migrations/postgres").run(&pool).await?;
        Ok(Self { pool })
    }

    pub async fn read(&self) -> DbResult<Tx> {
        Ok(Tx::postgres_read(self.pool.acquire().await?))
    }

    pub async fn begin(&self) -> DbResult<Tx> {
        let pool = self.pool.clone();
        let transaction = finish(async move { pool.begin().await }).await?;
        Ok(Tx::postgres_write(transaction))
    }

    pub async fn begin_unsynced(&self, municipality: &str, day: Minute) -> DbResult<Tx> {
        let lock = Sha256::new().chain_update(municipality).chain_update(day.to_be_bytes()).finalize();
        let lock = lock.iter().take(8).fold(0, |lock: i64, byte| lock << 8 | i64::from(*byte));
        let pool = self.pool.clone();
        let transaction = finish(async move {
            let mut transaction = pool.begin().await?;
            // After the beginning: one that fails within it leaves the connection in a transaction nobody knows of.
            let wait = format!("SET LOCAL synchronous_commit = off; SELECT pg_advisory_xact_lock({lock})");
            raw_sql(AssertSqlSafe(wait)).execute(&mut *transaction).await?;
            Ok(transaction)
        });
        Ok(Tx::postgres_write(transaction.await?))
    }
}

/// Carries on when whoever waits for it goes away: a beginning that is dropped half-way would leave a connection in the
/// pool inside a transaction.
async fn finish<T: Send + 'static>(
    work: impl Future<Output = sqlx::Result<T>> + Send + 'static,
) -> sqlx::Result<T> {
    match tokio::spawn(work).await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}
