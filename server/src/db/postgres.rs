//! `PostgreSQL`: for several servers that behave as one.

use super::{DbResult, Tx, primary};
use domain::Minute;
use sha2::{Digest, Sha256};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
    raw_sql,
};
use std::{
    str::FromStr,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

pub const COLUMNS: &str = "SELECT table_name::text AS table_name, column_name::text AS column_name, \
    lower(data_type)::text AS kind, (is_nullable = 'YES')::int AS nullable FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name <> '_sqlx_migrations' ORDER BY table_name, column_name";

/// What those who bring the tables up to date through a pooler wait for.
const MIGRATING: &str = "DEALLOCATE ALL; SELECT pg_advisory_xact_lock(7426813590)";

/// A pool of connections; the database's own constraints keep appointments apart.
#[derive(Clone)]
pub struct Postgres {
    /// To the server that takes what is written; another one, where another server does.
    pool: Arc<RwLock<PgPool>>,
    /// Whether a pooler stands between that gives each transaction another connection.
    pooled: bool,
}

/// The servers that a URL names: several as `host1:port1,host2:port2`, of which one takes what is written.
fn parse_servers(url: &str) -> sqlx::Result<Vec<PgConnectOptions>> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let (user, hosts) = match authority.rsplit_once('@') {
        Some((user, hosts)) => (format!("{user}@"), hosts),
        None => (String::new(), authority),
    };
    let of = |host: &str| PgConnectOptions::from_str(&format!("{scheme}://{user}{host}{rest}"));
    hosts.split(',').map(of).collect()
}

/// Whether a URL says that statements must not be kept: how sqlx calls it, and what a pooler asks for.
fn is_pooled(url: &str) -> bool {
    url.split(['?', '&']).skip(1).any(|setting| setting == "statement-cache-capacity=0")
}

fn pool_options() -> PgPoolOptions {
    PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5))
}

impl Postgres {
    /// Connects, and brings the database up to date.
    pub async fn open(url: &str) -> DbResult<Self> {
        let (mut servers, pooled) = (parse_servers(url)?, is_pooled(url));
        if pooled {
            // A pooler may know nothing of it, and the portal stores no such number.
            servers = servers.into_iter().map(|server| server.extra_float_digits(None)).collect();
        }
        let found = if servers.len() > 1 { Some(primary::find(&servers).await?) } else { None };
        let primary = match (&found, servers.as_slice()) {
            (Some((primary, _)), _) | (None, [primary, ..]) => primary.clone(),
            (None, []) => return Err(sqlx::Error::PoolTimedOut.into()),
        };
        if pooled {
            migrate_pooled(&primary).await?;
        }
        let pool = pool_options().connect_with(primary).await?;
        if !pooled {
            sqlx::migrate!("migrations/postgres").run(&pool).await?;
        }
        let pool = Arc::new(RwLock::new(pool));
        if let Some(found) = found {
            tokio::spawn(primary::follow(servers, found, Arc::downgrade(&pool)));
        }
        Ok(Self { pool, pooled })
    }

    fn pool(&self) -> PgPool {
        self.pool.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub async fn close(&self) {
        self.pool().close().await;
    }

    pub async fn read(&self) -> DbResult<Tx> {
        if self.pooled {
            // Out of a transaction a statement and its values could come to two connections.
            return self.begin().await;
        }
        Ok(Tx::postgres_read(self.pool().acquire().await?))
    }

    pub async fn begin(&self) -> DbResult<Tx> {
        let pool = self.pool();
        let transaction = finish(async move { pool.begin().await }).await?;
        Ok(Tx::postgres_write(transaction, !self.pooled))
    }

    pub async fn begin_unsynced(&self, municipality: &str, day: Minute) -> DbResult<Tx> {
        let lock = Sha256::new().chain_update(municipality).chain_update(day.to_be_bytes()).finalize();
        let lock = lock.iter().take(8).fold(0, |lock: i64, byte| lock << 8 | i64::from(*byte));
        let pool = self.pool();
        let transaction = finish(async move {
            let mut transaction = pool.begin().await?;
            // After the beginning: one that fails within it leaves the connection in a transaction nobody knows of.
            let wait = format!("SET LOCAL synchronous_commit = off; SELECT pg_advisory_xact_lock({lock})");
            raw_sql(AssertSqlSafe(wait)).execute(&mut *transaction).await?;
            Ok(transaction)
        });
        Ok(Tx::postgres_write(transaction.await?, !self.pooled))
    }
}

/// A pool to another server, in the place of the one before.
pub(super) fn replace_pool(pool: &RwLock<PgPool>, server: PgConnectOptions) {
    let fresh = pool_options().connect_lazy_with(server);
    let before = std::mem::replace(&mut *pool.write().unwrap_or_else(PoisonError::into_inner), fresh);
    // Its connections lead to a server that takes nothing any more; who waits for one is told at once.
    tokio::spawn(async move { before.close().await });
}

/// Brings the tables up to date through a pooler: in one transaction, so that the lock and the statements that sqlx keeps
/// are of one connection, to which nothing of them is left.
async fn migrate_pooled(server: &PgConnectOptions) -> DbResult<()> {
    let mut connection: PgConnection = server.connect().await?;
    let mut transaction = connection.begin().await?;
    raw_sql(MIGRATING).execute(&mut *transaction).await?;
    let mut migrations = sqlx::migrate!("migrations/postgres");
    migrations.set_locking(false).run(&mut *transaction).await?;
    raw_sql("DEALLOCATE ALL").execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(connection.close().await?)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_one_server_or_several() {
        let names = |url: &str| {
            let servers = parse_servers(url).expect("a URL");
            servers
                .iter()
                .map(|server| format!("{}:{}", server.get_host(), server.get_port()))
                .collect::<Vec<_>>()
        };
        assert_eq!(names("postgres://portal:a%40b@one:5433/db"), ["one:5433"]);
        assert_eq!(
            names("postgres://portal@one:5433,two:5434/db?application_name=a,b"),
            ["one:5433", "two:5434"]
        );
        assert_eq!(names("postgres://one,two"), ["one:5432", "two:5432"]);
        assert!(parse_servers("postgres://one:5433,two:many/db").is_err());
    }

    #[test]
    fn a_pooler_is_told_by_the_url() {
        assert!(is_pooled("postgres://one/db?sslmode=disable&statement-cache-capacity=0"));
        assert!(!is_pooled("postgres://statement-cache-capacity=0@one/db"));
    }
}
