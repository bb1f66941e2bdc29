//! Somebody falls ill, and the centre closes: what becomes of the appointments.

use super::{Browser, signed_in};
use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{Engine, EngineKind},
};
use domain::Role;
use rstest_reuse::apply;

const ELEVEN: &str = "TIME=2026-11-24T11:00";

/// Two appointments on Tuesday at ten and eleven with the one who takes some; their codes.
async fn two_booked(engine: &Engine, portal: &TestPortal) -> [String; 2] {
    desk(engine, "skanderborg").await;
    let mut codes = Vec::new();
    for time in [TUESDAY_TEN, ELEVEN] {
        let check = checked(portal, "30-", time).await;
        codes.push(confirmed(portal, &check, "30-", time).await.code());
    }
    codes.try_into().expect("two")
}

/// The one who takes appointments, by name in hexadecimal.
async fn expected(lead: &Browser<'_>) -> String {
    let day = lead.get("/desk/dag/2026-11-24").await;
    let column = day.body.split("id=\"r-").find(|part| part.contains("10.00")).expect("a column");
    column.split('"').next().expect("an id").to_owned()
}

/// The choice that is made for an appointment.
fn fate(page: &Answer, place: usize) -> (String, String) {
    let select = page.body.split("<select").nth(place + 1).expect("a choice");
    let name = select.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
    let options = select.split("</select>").next().expect("options");
    let chosen = options.split("<option").find(|option| option.contains(" selected")).expect("one is chosen");
    let value = chosen.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a value");
    (name.to_owned(), value.to_owned())
}

#[apply(each_engine)]
#[tokio::test]
async fn a_colleague_falls_ill_and_their_day_is_handed_over_and_called_off_in_one_go(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let codes = two_booked(&engine, &portal).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-11").await;
    let ill = expected(&lead).await;
    let absence = format!("WHO={ill}&FROM=2026-11-24&TO=2026-11-26");
    let shown = lead.post("/desk/fravaer", &absence).await;
    assert!(shown.says("Intet er gemt endnu. 2 aftaler."), "{}: {}", engine.name, shown.text());
    let (ten, eleven) = (fate(&shown, 0), fate(&shown, 1));
    assert!(shown.says("Giv til anna") && ten.1.len() == 32, "anna is at work at ten: {ten:?}");
    assert_eq!(eleven.1, "CALL_OFF", "and nobody at eleven");
    assert!(!lead.get(&format!("/desk/tider/{ill}")).await.says("Væk"), "nothing is saved yet");
    let chosen = format!("{absence}&CONFIRM=1&{}={}&{}={}", ten.0, ten.1, eleven.0, eleven.1);
    let done = lead.post("/desk/fravaer", &chosen).await;
    assert!(done.says("Det er gemt. Borgere med aflyste aftaler ser det"), "{}", done.text());
    let mine = lead.get("/desk/dag/2026-11-24?vis=mine").await;
    assert!(mine.says("10.00") && !mine.says("11.00"), "{}", mine.text());
    assert!(
        lead.get(&format!("/desk/tider/{ill}")).await.says("Torsdag 26. november 2026 · Væk"),
        "all three days"
    );
    let kept = portal.post("/kode", format!("CODE={}", codes[0])).await;
    assert!(kept.says("Tirsdag 24. november 2026, 10.00") && !kept.says("aflyst"), "{}", kept.text());
    let told = portal.post("/kode", format!("CODE={}", codes[1])).await;
    let (said, rest) = (told.body.find("Centret har aflyst din tid"), told.body.find("<h2"));
    assert!(said.expect("it is told") < rest.unwrap_or(usize::MAX), "on top: {}", told.text());
    let log = lead.get("/desk/log").await;
    for act in ["Gav en aftale videre: ", "Aflyste en tid: ", "Tilføjede en undtagelse: "] {
        assert!(log.says(&format!("anna {act}")), "{act}: {}", log.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn what_has_changed_since_it_was_shown_is_shown_again_and_nothing_is_saved(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let closing = "WHO=CENTRE&FROM=2026-11-24&NOTE=Lukket";
    let shown = lead.post("/desk/fravaer", closing).await;
    let (name, value) = fate(&shown, 0);
    assert_eq!(value, "CALL_OFF", "{}: nobody is there to take it", engine.name);
    let check = checked(&portal, "30-", ELEVEN).await;
    confirmed(&portal, &check, "30-", ELEVEN).await;
    let again = lead.post("/desk/fravaer", &format!("{closing}&CONFIRM=1&{name}={value}")).await;
    assert!(
        again.status == 422 && again.says("Noget har ændret sig imens") && again.says("2 aftaler"),
        "{}",
        again.text()
    );
    assert!(!lead.get("/desk/dag/2026-11-24").await.says("Centret har lukket"), "whole or not at all");
    let forged = lead.post("/desk/fravaer", &format!("{closing}&CONFIRM=1&{name}={:032x}", 7)).await;
    assert_eq!(forged.status, 422, "a colleague who is none");
    let (other, _) = fate(&again, 1);
    let both = lead.post("/desk/fravaer", &format!("{closing}&CONFIRM=1&{name}=CALL_OFF&{other}=KEEP")).await;
    assert!(both.says("Centret har lukket den dag.") && both.says("11.00"), "one stands: {}", both.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_counsellor_reports_only_themselves_and_an_administrator_sees_no_appointment(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    two_booked(&engine, &portal).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let ill = expected(&lead).await;
    let bent = signed_in(&portal, "skanderborg", Role::Counsellor, "bent").await;
    let page = bent.get("/desk/fravaer").await;
    assert!(page.says("bent") && !page.says("anna") && !page.says("Hele centret"), "{}", page.text());
    for whose in [ill.as_str(), "CENTRE"] {
        let refused = bent.post("/desk/fravaer", &format!("WHO={whose}&FROM=2026-11-24&CONFIRM=1")).await;
        assert!(refused.status == 422 && refused.says("Vælg, hvem det gælder"), "{}", engine.name);
    }
    let admin = signed_in(&portal, "skanderborg", Role::Admin, "carl").await;
    let closed = admin.post("/desk/fravaer", "WHO=CENTRE&FROM=2026-11-24").await;
    assert!(closed.says("Det er gemt.") && closed.says("Tirsdag 24. november 2026"), "{}", closed.text());
    assert!(!closed.says("10.00"), "an administrator sees nothing of citizens");
    for (fields, says) in [
        ("FROM=2026-11-22", "i dag eller en senere dag"),
        ("FROM=2026-11-24&TO=2026-11-23", "efter den første"),
        ("FROM=2026-11-24&TO=2027-11-23", "højst 60 dage senere"),
        ("FROM=2026-11-24&SPAN=9-12", "Centret lukker hele dage"),
        ("FROM=nix", "i dag eller en senere dag"),
    ] {
        let wrong = lead.post("/desk/fravaer", &format!("WHO=CENTRE&NOTE=Kursus&{fields}")).await;
        assert!(wrong.status == 422 && wrong.says(says), "{fields}: {}", wrong.text());
        assert!(wrong.body.contains("value=\"Kursus\""), "what was typed stays");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn nobody_books_into_an_absence_that_was_saved_while_they_filled_in_the_form(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    assert!(check.says("Er det rigtigt?"), "{}: {}", engine.name, check.text());
    assert!(lead.post("/desk/fravaer", "WHO=CENTRE&FROM=2026-11-24").await.says("Det er gemt."));
    let gone = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    assert!(!gone.body.contains("<p class=\"code\">"), "{}: {}", engine.name, gone.text());
    assert!(lead.get("/desk/dag/2026-11-24").await.says("Ingen aftaler den dag."));
}

#[apply(each_engine)]
#[tokio::test]
async fn an_appointment_and_its_pause_keep_a_colleague_from_taking_another(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    desk(&engine, "skanderborg").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let kind = "DO=KIND&KIND=PHONE&OPEN=YES&MINUTES=30&BUFFER=30&NOTICE=1&HORIZON=20&CAPACITY=20";
    lead.post("/desk/indstillinger", kind).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let ill = expected(&lead).await;
    lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9.30-11").await;
    let check = checked(&portal, "30-", "TIME=2026-11-24T09:30").await;
    confirmed(&portal, &check, "30-", "TIME=2026-11-24T09:30").await;
    let shown = lead.post("/desk/fravaer", &format!("WHO={ill}&FROM=2026-11-24")).await;
    assert_eq!(fate(&shown, 0).1, "CALL_OFF", "{}: anna is in her pause: {}", engine.name, shown.text());
}
