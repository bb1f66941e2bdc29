//! What staff have done can be read, narrowed and taken along.

use super::signed_in;
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn the_log_tells_when_and_from_what_to_what_and_reading_it_writes_nothing(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    signed_in(&portal, "skanderborg", Role::Admin, "bent").await;
    lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await;
    lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=10-12&WEEKDAY-2=9-10").await;
    let log = lead.get("/desk/log").await;
    assert!(
        log.says(
            "23. november 2026, 10.00 anna Satte ugens tider: anna tirsdag 9-12 → tirsdag 10-12, onsdag 9-10"
        ),
        "{}: {}",
        engine.name,
        log.text()
    );
    assert_eq!(lead.get("/desk/log").await.text(), log.text(), "reading it writes nothing");
    let own = lead.get("/desk/log?hvem=bent&hvad=&fra=&til=").await;
    assert!(own.says("bent Loggede ind") && !own.says("anna Satte"), "{}", own.text());
    assert!(!lead.get("/desk/log?hvad=SIGNED_IN").await.says("anna Satte"));
    assert!(lead.get("/desk/log?fra=2026-11-24").await.says("Der er ikke gjort noget endnu."));
    assert!(lead.get("/desk/log?fra=nix&hvad=NIX").await.says("anna Satte"), "rubbish narrows nothing");
    let file = lead.get("/desk/log/fil?hvem=anna").await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.body.starts_with("\u{feff}Dag;Tid;Hvem;Hvad;Om;Fra;Til\r\n"), "{}", file.body);
    assert!(file.body.contains("\"2026-11-23\";\"10.00\";\"anna\";\"Satte ugens tider\""), "{}", file.body);
    assert!(!file.body.contains("bent"));
}

#[apply(each_engine)]
#[tokio::test]
async fn no_time_of_day_is_kept_of_what_is_done_with_a_citizen(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let anna = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let chosen = "KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00";
    let form = anna.post("/desk/aftal", chosen).await.field("FORM").expect("a form");
    anna.post("/desk/aftal", &format!("{chosen}&FORM={form}&CONFIRM=1")).await;
    let log = anna.get("/desk/log").await;
    assert!(log.says("23. november 2026 anna Bookede en tid"), "{}: {}", engine.name, log.text());
}
