//! What staff see and do of a day's appointments, in their own municipality only.

use super::signed_in;
use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;
use server::web::rate_limiter::Quota;

/// Books two talks about oneself, and gives the code.
async fn two_talks(portal: &TestPortal) -> String {
    let check = checked(portal, "18-29", TUESDAY_TEN).await;
    let code = confirmed(portal, &check, "18-29", TUESDAY_TEN).await.code();
    let second = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&TIME=2026-11-25T09:00");
    let check = portal.post("/skanderborg/samtale", second.clone()).await;
    portal.post("/skanderborg/samtale", format!("{second}&FORM={}&CONFIRM=1", check.form())).await;
    code
}

#[apply(each_engine)]
#[tokio::test]
async fn staff_see_an_alias_and_a_day_and_can_grant_one_talk_more(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = two_talks(&portal).await;
    let third = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&TIME=2026-11-26T09:00");
    assert!(
        portal
            .post("/skanderborg/samtale", third.clone())
            .await
            .says("Du har fået det antal anonyme samtaler")
    );
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    assert!(day.says("10.00") && day.says("ringer op · borgeren selv"), "{}: {}", engine.name, day.text());
    assert!(!day.body.contains(&code[..5]), "nothing of the code");
    let path = format!("/desk/aftale/{}", day.linked("/desk/aftale").expect("an appointment"));
    let card = lead.get(&path).await;
    assert!(card.says("2 samtaler") && !card.says("ekstra"), "{}: {}", engine.name, card.text());
    let extended = lead.post(&path, "ACT=EXTEND&BEFORE=0&DAY=2026-11-24").await;
    let again = lead.post(&path, "ACT=EXTEND&BEFORE=0&DAY=2026-11-24").await;
    assert!(
        again.says("nogen har ændret det imens") && again.says("2 samtaler, og lov til 1 ekstra"),
        "sent again it grants no more"
    );
    assert!(
        extended.says("Borgeren kan få en samtale mere.") && extended.says("2 samtaler, og lov til 1 ekstra")
    );
    assert!(portal.post("/skanderborg/samtale", third).await.says("Er det rigtigt?"), "one talk more");
    let audit = lead.get("/desk/log").await;
    assert!(audit.says("anna Gav en samtale mere: ") && audit.says("anna Loggede ind"), "{}", audit.text());
    let gone = lead.post(&path, "ACT=CALL_OFF&DAY=2026-11-24").await;
    assert!(gone.says("Tiden er aflyst og slettet.") && gone.says("Ingen aftaler den dag."));
    let seen = portal.post("/kode", format!("CODE={code}")).await;
    assert!(seen.says("Centret har aflyst din tid: Tirsdag 24. november 2026."), "{}", seen.text());
    let again = lead.post(&path, "ACT=CALL_OFF&DAY=2026-11-24").await;
    assert!(again.says("nogen har ændret det imens"), "{}", again.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_waits_to_be_confirmed_stands_beside_the_day_with_the_act_on_the_line(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let quota = Quota { pending: 1, ..Quota::NONE };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    for time in [TUESDAY_TEN, "TIME=2026-11-24T11:00"] {
        let check = checked(&portal, "30-", time).await;
        confirmed(&portal, &check, "30-", time).await;
    }
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let day = lead.get("/desk").await;
    let (head, due) = (day.body.find("<h1>").expect("a heading"), day.body.find("Skal gøres nu"));
    assert!(head < due.expect("what is due"), "{}: the day comes first", engine.name);
    let path = format!("/desk/aftale/{}", day.linked("/desk/aftale").expect("one waits"));
    assert!(lead.get(&path).await.says("ikke bekræftet"));
    let confirmed = lead.post(&path, "ACT=CONFIRM&DAY=2026-11-23").await;
    assert!(
        confirmed.says("Tiden er bekræftet.") && confirmed.says("Mandag 23. november 2026"),
        "back to the day"
    );
    assert!(!confirmed.says("Der kom usædvanligt mange aftaler"), "{}", confirmed.text());
    assert!(lead.post(&path, "ACT=CONFIRM&DAY=2026-11-23").await.says("nogen har ændret det imens"));
}

#[apply(each_engine)]
#[tokio::test]
async fn an_appointment_is_handed_over_to_a_colleague_who_is_free(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let other = signed_in(&portal, "skanderborg", Role::Counsellor, "bent").await;
    let stranger = signed_in(&portal, "vejle", Role::Lead, "carl").await;
    let path = format!(
        "/desk/aftale/{}",
        lead.get("/desk/dag/2026-11-24").await.linked("/desk/aftale").expect("an appointment")
    );
    let card = lead.get(&path).await;
    let to =
        card.body.split("<option value=\"").find(|option| option.contains(">bent")).expect("bent is free");
    let to = to.split('"').next().expect("an id").to_owned();
    assert!(other.get(&path).await.says("eller en leder kan give aftalen videre"), "not a colleague's");
    for who in [&other, &stranger] {
        let refused = who.post(&path, &format!("ACT=HAND_OVER&TO={to}")).await;
        assert!(!refused.says("Aftalen er givet videre."), "{}: {}", engine.name, refused.text());
    }
    let done = lead.post(&path, &format!("ACT=HAND_OVER&TO={to}")).await;
    assert!(
        done.says("Aftalen er givet videre.") && done.says("hos bent"),
        "{}: {}",
        engine.name,
        done.text()
    );
    assert!(lead.get("/desk/log").await.says("anna Gav en aftale videre: "));
    assert!(other.get("/desk/dag/2026-11-24?vis=mine").await.says("10.00"), "it is theirs now");
    assert!(
        portal.post("/kode", format!("CODE={code}")).await.says("24. november"),
        "the citizen keeps the time"
    );
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    let back = lead.get(&path).await;
    assert!(day.text().matches("10.00").count() >= 2, "{}", day.text());
    let offered = back.body.split("<select").nth(1).and_then(|rest| rest.split("</select>").next());
    let offered = offered.expect("somebody is free");
    assert!(
        offered.contains("anna") && offered.matches("<option").count() == 1,
        "who is taken then is not offered: {offered}"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn a_week_shows_ones_own_by_time_and_everybodys_by_number(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    two_talks(&portal).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let week = lead.get("/desk/uge/2026-11-26").await;
    assert!(
        week.says("Uge 48, fra 23. november 2026") && week.says("1 aftale"),
        "{}: {}",
        engine.name,
        week.text()
    );
    let mine = lead.get("/desk/uge/2026-11-26?vis=mine").await;
    assert!(mine.says("tirsdag 24. november") && !mine.says("1 aftale"), "{}", mine.text());
    let picked = lead.get("/desk/dag?dag=2026-11-26&vis=mine").await;
    assert_eq!(picked.header("location"), "/desk/dag/2026-11-26?vis=mine");
    assert_eq!(lead.get("/desk/dag?dag=nix").await.header("location"), "/desk/dag/2026-11-23");
}

#[apply(each_engine)]
#[tokio::test]
async fn nothing_is_seen_or_done_across_municipalities(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = two_talks(&portal).await;
    let own = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let id = own.get("/desk/dag/2026-11-24").await.linked("/desk/aftale").expect("an appointment");
    let other = signed_in(&portal, "vejle", Role::Lead, "bent").await;
    let day = other.get("/desk/dag/2026-11-24").await;
    assert!(day.says("Ingen aftaler den dag.") && day.says("Vejle Kommune"), "{}", engine.name);
    for act in ["EXTEND", "CONFIRM", "CALL_OFF"] {
        let page = other.post(&format!("/desk/aftale/{id}"), &format!("ACT={act}&DAY=2026-11-24")).await;
        assert!(page.says("Det lykkedes ikke"), "{act}");
    }
    let refused = other.get(&format!("/desk/samtale/{id}")).await;
    assert_eq!(refused.header("location"), "/desk?gjort=NOT_YOURS", "as one that is gone");
    let staff = own.get("/desk/tider").await;
    let colleague =
        staff.body.split("/desk/tider/").nth(1).expect("a colleague").split('"').next().expect("an id");
    assert_eq!(own.get(&format!("/desk/tider/{colleague}")).await.status, 200);
    assert_eq!(other.get(&format!("/desk/tider/{colleague}")).await.header("location"), "/desk/tider");
    assert!(!other.get("/desk/ansatte").await.says("anna") && !other.get("/desk/log").await.says("anna"));
    assert!(portal.post("/kode", format!("CODE={code}")).await.says("24. november"), "untouched");
}
