//! Consents: given in own words, taken back at once, and kept as history. On both engines.

use super::{Opened, enter_first, open_plan, opened};
use crate::{
    common::{MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn a_consent_is_given_in_own_words_and_taken_back_with_one_press(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let page = citizen.get("/min-plan/samtykker").await;
    assert!(page.says("Her er ikke sagt ja til noget") && page.says("§6.5"), "{}", page.text());
    assert!(!page.body.contains("KIND-PARENTS_COOPERATION"), "of grown-ups no parents are asked");
    let unchosen = citizen.post("/min-plan/samtykker", "ACT=CONSENT&WHOM=Min+læge&TEXT=Kun+om+medicin").await;
    assert!(unchosen.status == 422 && unchosen.says("Vælg, hvad det handler om"), "{}", unchosen.text());
    assert!(
        unchosen.body.contains("\nKun om medicin</textarea>") && unchosen.body.contains("value=\"Min læge\"")
    );

    let given = "ACT=CONSENT&KIND=DOCTOR&WHOM=Min+læge&TEXT=Kun+om+medicin";
    for _ in 0..2 {
        let page = citizen.post("/min-plan/samtykker", given).await;
        assert!(page.says("Gælder fra 23. november 2026"), "{}", page.text());
        assert_eq!(page.body.matches("Kun om medicin").count(), 1, "sent twice it is one");
    }
    assert!(anna.get(&format!("{desk}/samtykker")).await.says("Min læge Kun om medicin"));
    let consent = citizen.get("/min-plan/samtykker").await.field("CONSENT").expect("its number");
    let back = citizen.post("/min-plan/samtykker", &format!("ACT=TAKE_BACK&CONSENT={consent}")).await;
    assert!(back.says("Her er ikke sagt ja til noget"), "{}", back.text());
    assert!(back.says("Gjaldt fra 23. november 2026 til 23. november 2026"), "the history is kept");
    assert!(anna.get(&format!("{desk}/samtykker")).await.says("Gjaldt fra"), "at the desk too, at once");
    let long = "x".repeat(121);
    let long_name =
        citizen.post("/min-plan/samtykker", &format!("ACT=CONSENT&KIND=DOCTOR&WHOM={long}")).await;
    assert!(long_name.status == 422 && long_name.body.contains(&long));
}

#[apply(each_engine)]
#[tokio::test]
async fn what_was_signed_on_paper_is_noted_and_the_citizen_sees_by_whom(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    anna.post(&format!("{desk}/samtykker"), "ACT=CONSENT&KIND=PSYCHIATRY_CONFERENCE").await;
    let page = citizen.get("/min-plan/samtykker").await;
    assert!(page.says("Noteret af anna"), "{}", page.text());
    let consent = page.field("CONSENT").expect("its number");
    let back = citizen.post("/min-plan/samtykker", &format!("ACT=TAKE_BACK&CONSENT={consent}")).await;
    assert!(back.says("Her er ikke sagt ja til noget"), "{}", back.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn without_consent_nobody_is_contacted_after_the_end_where_the_standard_asks_for_it(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let path = format!("{desk}/opfoelgning");
    let ended = anna.post(&path, "ACT=DISCHARGE&DAY=2026-11-23&STATUS=COMPLETED").await;
    assert!(!ended.says("Kontakt efter forløbet senest"), "{}", ended.text());
    citizen.post("/min-plan/samtykker", "ACT=CONSENT&KIND=FOLLOW_UP").await;
    let page = citizen.get("/min-plan/opfoelgning").await;
    assert!(page.says("Centret kontakter dig senest onsdag 23. december 2026"), "{}", page.text());
    assert!(anna.get("/desk/planer").await.says("Kontakt efter forløbet senest onsdag 23. december 2026"));
    let consent = citizen.get("/min-plan/samtykker").await.field("CONSENT").expect("its number");
    citizen.post("/min-plan/samtykker", &format!("ACT=TAKE_BACK&CONSENT={consent}")).await;
    assert!(!anna.get("/desk/planer").await.says("Kontakt efter forløbet"), "at once");
    assert!(citizen.get("/min-plan/opfoelgning").await.says("kun bagefter, hvis du har sagt ja"));
}

#[apply(each_engine)]
#[tokio::test]
async fn parents_agree_for_the_young(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let page = anna.get("/desk/planer/ny").await;
    let young = page.body.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let young = young.filter(|code| code.ends_with("-17")).last().expect("an age under 18").to_owned();
    let (code, desk) = open_plan(&anna, &format!("ABOUT=DRUGS&OFFER=GENERAL&AGE={young}")).await;
    let citizen = enter_first(&portal, &code).await;
    let given = "ACT=CONSENT&KIND=PARENTS_COOPERATION&WHOM=Min+mor";
    let own = citizen.post("/min-plan/samtykker", given).await;
    assert!(
        own.status == 422 && !own.body.contains("KIND-PARENTS"),
        "nobody agrees for their parents: {}",
        own.text()
    );
    anna.post(&format!("{desk}/samtykker"), given).await;
    let page = citizen.get("/min-plan/samtykker").await;
    assert!(page.says("Mine forældre siger ja") && page.says("Min mor"), "{}", page.text());
    assert!(page.says("Noteret af anna"), "{}", page.text());
}
