//! Figures by quarter: nobody can be found in them, and they outlive the cases. On both engines.

use crate::{
    booking::desk,
    case::only_case,
    common::{MONDAY, TestPortal},
    desk::{Browser, signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

/// When every time limit of the fourth quarter has passed.
const SETTLED: &str = "2027-01-16T10:00:00+01:00";

/// Opens cases at the desk, each begun on a day; the addresses.
async fn open(anna: &Browser<'_>, starts: &[&str]) -> Vec<String> {
    let mut cases = Vec::new();
    for start in starts {
        let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
        let wish = "CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-02";
        let case = only_case(&anna.post("/desk/sager/ny", &format!("FORM={form}&{wish}")).await);
        if !start.is_empty() {
            let done = anna.post(&case, &format!("FACT=STARTED&DAY={start}")).await;
            assert!(done.says("Det er skrevet ned."), "{}", done.text());
        }
        cases.push(case);
    }
    cases
}

#[apply(each_engine)]
#[tokio::test]
async fn the_quarter_shows_who_began_in_time_and_hides_what_is_under_five(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    assert!(anna.get("/desk/tal").await.says("Der er ingen tal endnu."), "{}", engine.name);
    open(&anna, &["2026-11-04", "2026-11-05", "2026-11-06", "2026-11-09", "2026-11-16", "2026-11-12"]).await;
    assert!(
        anna.get("/desk/tal").await.says("Der er ingen tal endnu."),
        "the quarter is not over: {}",
        engine.name
    );
    let portal = TestPortal::storing(&engine.store, SETTLED);
    let anna = signed_in_at(&portal, "skanderborg", Role::Lead, "lea", SETTLED).await;
    let page = anna.get("/desk/tal").await;
    assert!(page.says("4. kvartal 2026 Stoffer 6 100 % 6 0 0 0 0 0 0 4 14"), "{}", page.text());
    // One begun late, and one that is overdue: neither can be read, nor worked out from the total.
    open(&anna, &["2026-11-17", ""]).await;
    let page = anna.get("/desk/tal").await;
    assert!(page.says("4. kvartal 2026 Stoffer – – 6 – – 0 0 0 0 – –"), "{}", page.text());
    let file = anna.get("/desk/tal/fil").await;
    assert!(file.header("content-type").starts_with("text/csv"), "{}", file.header("content-type"));
    assert!(
        file.body.contains("\"4. kvartal 2026\";\"Stoffer\";\"\";\"\";\"6\";\"\";\"\";\"0\""),
        "{}: {}",
        engine.name,
        file.body
    );
    let counsellor = signed_in_at(&portal, "skanderborg", Role::Counsellor, "carl", SETTLED).await;
    assert_eq!(counsellor.get("/desk/tal/fil").await.status, 403);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_case_that_goes_leaves_a_count_and_nothing_else(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    open(&anna, &["2026-11-04", "2026-11-05", "2026-11-06", "2026-11-09", "2026-11-12"]).await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let wish = "CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-02";
    let code = anna.post("/desk/sager/ny", &format!("FORM={form}&{wish}&WISH_ALCOHOL=YES")).await.code();
    // Who asks to be deleted is gone at once, and counted as one that ended.
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    assert_eq!(engine.store.cases("skanderborg").await.expect("cases").len(), 5, "{}", engine.name);
    // After half a year and more nothing of any is left but the count.
    let now = "2027-06-24T12:00:00+02:00";
    // Two servers do so at once.
    let (one, other) = (TestPortal::storing(&engine.store, now), TestPortal::storing(&engine.store, now));
    tokio::join!(one.run_retention(), other.run_retention());
    assert!(engine.store.cases("skanderborg").await.expect("cases").is_empty(), "{}", engine.name);
    let portal = TestPortal::storing(&engine.store, now);
    let head = signed_in_at(&portal, "skanderborg", Role::Manager, "mia", now).await;
    let page = head.get("/desk/tal").await;
    assert!(page.says("4. kvartal 2026 Alkohol – –"), "{}", page.text());
    assert!(page.says("4. kvartal 2026 Stoffer – – – 0 – 0 0 0 0 – –"), "{}: {}", engine.name, page.text());
    desk(&engine, "vejle").await;
    let elsewhere = signed_in_at(&other, "vejle", Role::Lead, "birk", now).await;
    assert!(elsewhere.get("/desk/tal").await.says("Der er ingen tal endnu."));
}
