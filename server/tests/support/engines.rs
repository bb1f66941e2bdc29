//! Both engines, each empty, for one test.

#![allow(dead_code, reason = "no test file uses all of it, and each leaves out something else")]

use server::store::{Postgres, Sqlite, Store};
use sqlx::{Connection, Executor, PgConnection};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// An engine, and what goes when the test ends.
pub struct Engine {
    pub name: &'static str,
    pub store: Arc<dyn Store>,
    folder: Option<PathBuf>,
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn fresh_name() -> String {
    format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

pub async fn sqlite() -> Engine {
    let folder = std::env::temp_dir().join(format!("traedesten-{}", fresh_name()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let store = Sqlite::open(&folder.join("portal.db")).await.expect("a database");
    Engine { name: "SQLite", store: Arc::new(store), folder: Some(folder) }
}

/// The address of an empty database.
#[expect(clippy::disallowed_methods, reason = "the test's own setting")]
pub async fn postgres_url() -> String {
    let server = std::env::var("PORTAL_TEST_POSTGRES")
        .expect("PORTAL_TEST_POSTGRES is not set: run the tests by `scripts/with-postgres`");
    let name = fresh_name();
    let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL answers");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    connection.execute(create).await.expect("a database");
    server.replace("/postgres?", &format!("/{name}?"))
}

pub async fn postgres() -> Engine {
    let store = Postgres::open(&postgres_url().await).await.expect("a database");
    Engine { name: "PostgreSQL", store: Arc::new(store), folder: None }
}

/// Each engine in turn.
pub async fn both() -> [Engine; 2] {
    [sqlite().await, postgres().await]
}
