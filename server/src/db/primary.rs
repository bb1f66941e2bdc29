//! Several `PostgreSQL` servers, of which one takes what is written: which it is now.

use super::postgres::replace_pool;
use sqlx::{ConnectOptions, PgConnection, PgPool, postgres::PgConnectOptions, query_scalar};
use std::{
    sync::{RwLock, Weak},
    time::Duration,
};
use tokio::time::{sleep, timeout};

/// How often it is asked.
const OFTEN: Duration = Duration::from_secs(1);
/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The server that takes what is written, and a connection to it.
///
/// # Errors
/// Where none of them does: as if nobody answered.
pub async fn find(servers: &[PgConnectOptions]) -> sqlx::Result<(PgConnectOptions, PgConnection)> {
    for server in servers {
        if let Ok(Ok(mut connection)) = timeout(PATIENCE, server.connect()).await
            && is_primary(&mut connection).await
        {
            return Ok((server.clone(), connection));
        }
    }
    Err(sqlx::Error::PoolTimedOut)
}

fn address_of(server: &PgConnectOptions) -> (&str, u16) {
    (server.get_host(), server.get_port())
}

async fn is_primary(connection: &mut PgConnection) -> bool {
    let asked = query_scalar("SELECT NOT pg_is_in_recovery()").persistent(false).fetch_one(connection);
    matches!(timeout(PATIENCE, asked).await, Ok(Ok(true)))
}

/// Sees to it that the pool leads to the server that takes what is written, for as long as there is a pool.
/// `first` is where the pool leads at the start.
pub async fn follow(
    servers: Vec<PgConnectOptions>,
    (mut present, first): (PgConnectOptions, PgConnection),
    pool: Weak<RwLock<PgPool>>,
) {
    let mut watched = Some(first);
    loop {
        sleep(OFTEN).await;
        let Some(pool) = pool.upgrade() else { return };
        if let Some(connection) = &mut watched
            && is_primary(connection).await
        {
            continue;
        }
        watched = None;
        if let Ok((server, connection)) = find(&servers).await {
            // One that was only slow, or has begun anew, has its pool already.
            if address_of(&server) != address_of(&present) {
                replace_pool(&pool, server.clone());
                present = server;
            }
            watched = Some(connection);
        }
    }
}
