//! Colleagues come and go.

use super::{PASSWORD, seconds, signed_in};
use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{Engine, EngineKind},
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

const INVITE: &str = "ACT=INVITE&NAME=Bent+%28opdigtet%29&LOGIN=bent.b&ROLE=COUNSELLOR";

/// What stands beside a word of a page that shows an invitation.
fn invitation(page: &str) -> String {
    let rest = page.split("id=\"invitation\">").nth(1).expect("an invitation");
    rest.split('<').next().expect("its end").to_owned()
}

/// The name in hexadecimal of the first whom one could do something to.
fn first_colleague(page: &crate::common::Answer) -> String {
    page.field("ID").expect("a colleague")
}

#[apply(each_engine)]
#[tokio::test]
async fn a_lead_invites_a_colleague_who_comes_in_and_is_shut_out_at_once(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "vejle", Role::Lead, "anna").await;
    for (fields, says) in [
        ("ACT=INVITE&NAME=&LOGIN=bent.b&ROLE=ADMIN", "Skriv et navn"),
        ("ACT=INVITE&NAME=Bent&LOGIN=B!&ROLE=ADMIN", "3-40 tegn"),
        ("ACT=INVITE&NAME=Bent&LOGIN=bent.b&ROLE=", "Vælg en rolle"),
        ("ACT=INVITE&NAME=Bent&LOGIN=anna&ROLE=ADMIN", "er taget"),
    ] {
        let wrong = lead.post("/desk/ansatte", fields).await;
        assert!(wrong.status == 422 && wrong.says(says), "{}: {fields}: {}", engine.name, wrong.text());
    }
    let invited = lead.post("/desk/ansatte", INVITE).await;
    assert!(invited.says("Invitationen er klar") && invited.says("bent.b"), "{}", invited.text());
    assert!(lead.get("/desk/ansatte").await.says("Inviteret, til 30. november 2026"));
    let first = format!("LOGIN=bent.b&INVITATION={}", invitation(&invited.body));
    portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    let app =
        portal.services().sign_in.setting_up("bent.b", &invitation(&invited.body)).await.expect("set up");
    let come =
        portal.post("/desk/velkommen", format!("{first}&DIGITS={}", app.digits(seconds(MONDAY)))).await;
    let cookie = come.header("set-cookie").split(';').next().expect("a pair").to_owned();
    let bent = super::Browser { portal: &portal, cookie, authenticator: std::sync::Arc::new(app) };
    assert_eq!(bent.get("/desk").await.status, 200, "{}", engine.name);
    let id = first_colleague(&lead.get("/desk/ansatte").await);
    assert!(
        lead.post("/desk/ansatte", &format!("ID={id}&ACT=SHUT_OUT")).await.says("Kollegaen er lukket ude.")
    );
    assert_eq!(bent.get("/desk").await.status, 303, "at once");
    let later = "2026-11-23T10:05:00+01:00";
    let again = format!("LOGIN=bent.b&PASSWORD={PASSWORD}&DIGITS={}", bent.digits(later));
    assert_eq!(TestPortal::storing(&engine.store, later).post("/desk/log-ind", again).await.status, 422);
    bookable_no_more(&engine, &lead, &portal).await;
    let log = lead.get("/desk/log").await;
    assert!(log.says("anna Inviterede en kollega: Bent (opdigtet)"), "{}", log.text());
    assert!(log.says("anna Lukkede en kollega ude: Bent (opdigtet)"));
}

/// Who is shut out is offered to nobody.
async fn bookable_no_more(engine: &Engine, lead: &super::Browser<'_>, portal: &TestPortal) {
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("vejle", BookingKind::Phone, &appointment_type).await;
    let id = first_colleague(&lead.get("/desk/ansatte").await);
    lead.post(&format!("/desk/tider/{id}"), "DO=WEEK&WEEKDAY-1=9-12").await;
    let days = portal.post("/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE").await;
    assert!(!days.says("24. november"), "{}", days.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_new_invitation_keeps_hours_and_appointments_and_ends_what_was(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let bent = signed_in(&portal, "skanderborg", Role::Counsellor, "bent").await;
    bent.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await;
    let page = lead.get("/desk/ansatte").await;
    let row = page.body.split("<tr>").find(|row| row.contains(">bent<")).expect("bent");
    let id = row.split("name=\"ID\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
    let renewed = lead.post("/desk/ansatte", &format!("ID={id}&ACT=RENEW")).await;
    assert!(
        renewed.says("Invitationen er klar") && renewed.says("bent"),
        "{}: {}",
        engine.name,
        renewed.text()
    );
    assert_eq!(bent.get("/desk").await.status, 303, "older sessions end");
    let later = "2026-11-23T10:05:00+01:00";
    let old = format!("LOGIN=bent&PASSWORD={PASSWORD}&DIGITS={}", bent.digits(later));
    assert_eq!(
        TestPortal::storing(&engine.store, later).post("/desk/log-ind", old).await.status,
        422,
        "and what was known"
    );
    assert!(lead.get(&format!("/desk/tider/{id}")).await.body.contains("value=\"9-12\""), "hours stay");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_colleague_is_removed_once_nobody_expects_them(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let id = first_colleague(&lead.get("/desk/ansatte").await);
    let expected = lead.post("/desk/ansatte", &format!("ID={id}&ACT=REMOVE")).await;
    assert!(
        expected.status == 422 && expected.says("har 1 kommende aftaler"),
        "{}: {}",
        engine.name,
        expected.text()
    );
    let card = lead.get("/desk/dag/2026-11-24").await.linked("/desk/aftale").expect("an appointment");
    lead.post(&format!("/desk/aftale/{card}"), "ACT=CALL_OFF").await;
    let removed = lead.post("/desk/ansatte", &format!("ID={id}&ACT=REMOVE")).await;
    assert!(removed.says("Kollegaen er fjernet."), "{}", removed.text());
    let own = engine.store.staff("skanderborg").await.expect("staff");
    let own = own.iter().find(|member| member.name == "anna").expect("anna").id;
    for act in ["REMOVE", "SHUT_OUT", "RENEW"] {
        let refused = lead.post("/desk/ansatte", &format!("ID={own}&ACT={act}")).await;
        assert!(refused.status == 422 && refused.says("ikke gøre ved dig selv"), "{act}");
    }
    let other = signed_in(&portal, "vejle", Role::Lead, "bent").await;
    let strange = other.post("/desk/ansatte", &format!("ID={own}&ACT=SHUT_OUT")).await;
    assert_eq!(strange.status, 422, "never across municipalities");
}
