//! A clock that is wrong deletes nothing: what a citizen was promised outlives an operator's mistake.

use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use rstest_reuse::apply;
use server::jobs::repository::accept_clock;

const MINUTES_OF_DAY: i64 = 24 * 60;

#[apply(each_engine)]
#[tokio::test]
async fn a_clock_that_has_jumped_deletes_nothing_until_it_is_back_or_accepted(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.run_retention().await;
    let code =
        confirmed(&portal, &checked(&portal, "30-", TUESDAY_TEN).await, "30-", TUESDAY_TEN).await.code();
    let behind = TestPortal::storing(&engine.store, "2026-11-19T10:00:00+01:00");
    behind.run_retention().await;
    portal.run_retention().await;
    portal.check_health().await;
    assert_eq!(portal.get("/readyz").await.status, 200, "{}: a clock that was behind", engine.name);
    let wrong = TestPortal::storing(&engine.store, "2027-01-02T10:00:00+01:00");
    for _ in 0..3 {
        wrong.run_retention().await;
        wrong.check_health().await;
        let ready = wrong.get("/readyz").await;
        assert_eq!(ready.status, 503, "{}", engine.name);
        assert!(ready.body.contains("portal clock accept"), "{}: {}", engine.name, ready.body);
    }
    let later = TestPortal::storing(&engine.store, "2026-11-23T11:00:00+01:00");
    later.run_retention().await;
    later.check_health().await;
    assert_eq!(later.get("/readyz").await.status, 200, "{}: the clock is back", engine.name);
    let found = later.post("/kode", format!("CODE={code}")).await;
    assert!(found.says("Tirsdag 24. november 2026, 10.00"), "{}: {}", engine.name, found.text());
    let minute = server::jobs::retention::Moment::of(wrong.now()).now;
    accept_clock(&engine.store.db, minute - MINUTES_OF_DAY).await.expect("accepted a day ago");
    wrong.run_retention().await;
    wrong.check_health().await;
    assert_eq!(wrong.get("/readyz").await.status, 200, "{}: it was right after all", engine.name);
    let gone = wrong.post("/kode", format!("CODE={code}")).await;
    assert!(gone.says("Vi kender ikke den kode."), "{}: {}", engine.name, gone.text());
}
