//! A store that heals by itself: no visitor who goes away and no error leaves a connection that serves nobody.

use crate::{
    contract::{NOW, appointment, form, hold, staffed},
    each_engine::each_engine,
    engines::{Engine, EngineKind, postgres},
};
use rstest_reuse::apply;
use server::{
    db::{Db, DbResult},
    tasks::booking::model::Hold,
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};
use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

/// Far more than anything here takes: whoever waits that long waits for a connection that does not come back.
const LONG: Duration = Duration::from_secs(4);

/// Work that its visitor leaves after it was woken so many times.
struct Left<F> {
    work: Pin<Box<F>>,
    polls: u32,
}

impl<F: Future> Future for Left<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.polls -= 1;
        match self.work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.polls == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}

fn wanted(number: u8) -> Hold {
    let starts = NOW + 100 + i64::from(number) * 60;
    Hold { id: appointment(number), form: form(number), ..hold(number, starts) }
}

/// Whether somebody who comes now is served.
async fn assert_serves(engine: &Engine, number: u8, after: &str) {
    let held = tokio::time::timeout(LONG, engine.store.hold(&wanted(number), NOW)).await;
    let held = held.unwrap_or_else(|_| panic!("{} serves nobody after {after}", engine.name));
    held.unwrap_or_else(|error| panic!("{} after {after}: {error}", engine.name));
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_at_any_moment_keeps_nobody_else_out(engine: EngineKind) {
    let engine = engine.open().await;
    staffed(&engine).await;
    let mut polls = 0;
    loop {
        polls += 1;
        // More at once than there are connections, each left at the same moment.
        let left = (0..24).map(|_| {
            let store = engine.store.clone();
            tokio::spawn(async move {
                let work = Box::pin(async move { store.hold(&wanted(1), NOW).await });
                Left { work, polls }.await.is_some()
            })
        });
        let left: Vec<_> = left.collect();
        let mut finished = 0;
        for one in left {
            finished += usize::from(one.await.expect("no panic"));
        }
        assert_serves(&engine, 2, &format!("24 who left at moment {polls}")).await;
        if finished == 24 {
            break;
        }
        assert!(polls < 100, "it comes to an end");
    }
    assert!(polls > 2, "somebody left in the middle");
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn who_goes_away_while_waiting_for_another_keeps_nobody_else_out(engine: EngineKind) {
    let engine = engine.open().await;
    staffed(&engine).await;
    let first = engine.store.db.begin_unsynced("vejle", 0).await.expect("begun");
    let waiting: Vec<_> = (0..24)
        .map(|_| {
            let store = engine.store.clone();
            tokio::spawn(async move { store.hold(&wanted(1), NOW).await })
        })
        .collect();
    for one in &waiting {
        one.abort();
    }
    drop(first);
    assert_serves(&engine, 2, "24 who went away while they waited").await;
}

async fn database_of(engine: &Engine) -> PgConnection {
    PgConnection::connect(&engine.url).await.expect("PostgreSQL answers")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_that_is_waited_for_too_long_is_an_error_of_that_visitor_alone() {
    let engine = postgres().await;
    staffed(&engine).await;
    let mut own = database_of(&engine).await;
    let name: String = own.fetch_one("SELECT current_database()").await.expect("a name").get(0);
    own.execute(AssertSqlSafe(format!("ALTER DATABASE {name} SET lock_timeout = '50ms'")))
        .await
        .expect("set");
    // Connections of before do not know it.
    terminate_all(&mut own).await;
    let hasty = Db::open(&server::db::DatabaseUrl::Postgres(engine.url.clone())).await.expect("a database");
    let first = engine.store.db.begin_unsynced("vejle", 0).await.expect("begun");
    for _ in 0..40 {
        let second: DbResult<_> = hasty.begin_unsynced("vejle", 0).await;
        assert!(second.is_err(), "the lock is another's");
    }
    drop(first);
    for _ in 0..40 {
        let held = tokio::time::timeout(LONG, hasty.begin_unsynced("vejle", 0)).await.expect("in time");
        held.expect("the lock is free").commit().await.expect("nothing done");
    }
}

/// Ends every other connection to the database.
async fn terminate_all(own: &mut PgConnection) {
    own.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    .await
    .expect("ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_the_database_ends_is_replaced() {
    let engine = postgres().await;
    staffed(&engine).await;
    let mut own = database_of(&engine).await;
    for number in 1..6 {
        let half = engine.store.db.begin().await.expect("begun");
        terminate_all(&mut own).await;
        drop(half);
        assert_serves(&engine, number, "its connections were ended").await;
    }
}
