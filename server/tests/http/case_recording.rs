//! What staff write down in a case: other places, ages, slips of the pen; and a new code. On both engines.

use crate::{
    booking::desk,
    case::{booked_with, only_case, skanderborg, under},
    common::{Answer, MONDAY, TestPortal},
    desk::{Browser, asks_to_be_called, signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

/// Opens a case for an adult who phones about drugs; its address, and its code.
async fn open(anna: &Browser<'_>, age: &str, day: &str) -> (String, String) {
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let fields = format!("FORM={form}&CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&AGE={age}&DAY={day}");
    let opened = anna.post("/desk/sager/ny", &fields).await;
    (only_case(&opened), opened.code())
}

#[apply(each_engine)]
#[tokio::test]
async fn treatment_at_another_place_is_watched_until_that_place_has_told_how_it_goes(engine: EngineKind) {
    const JANUARY: &str = "2027-01-02T10:00:00+01:00";
    let engine = engine.open().await;
    desk(&engine, "slagelse").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    let (case, code) = open(&anna, "", "2026-11-09").await;
    for (fields, says) in [
        (
            "FACT=ALLOCATED:INPATIENT:OTHERS&DAY=2026-11-12&PLACE=Ring+til+Bo+p%C3%A5+20304050",
            "kun stedets navn",
        ),
        ("FACT=STARTED&DAY=2026-11-16&PLACE=Fyrtaarnet", "Et sted hører kun til"),
    ] {
        let wrong = anna.post(&case, fields).await;
        assert!(wrong.status == 422 && wrong.says(says), "{fields}: {}", wrong.text());
    }
    let allocated = anna.post(&case, "FACT=ALLOCATED:INPATIENT:OTHERS&DAY=2026-11-12&PLACE=Fyrtaarnet").await;
    assert!(allocated.says("døgnbehandling et andet sted · anna · Fyrtaarnet"), "{}", allocated.text());
    anna.post(&case, "FACT=STARTED&DAY=2026-11-16").await;
    let until = anna.post(&case, "FACT=COURSE_UNTIL&DAY=2027-02-15").await;
    assert!(
        until.says("Centret besøger det andet sted: senest torsdag 31. december 2026"),
        "{}",
        until.text()
    );
    assert!(until.says("hvordan det går: senest mandag 30. november 2026"), "{}", until.text());
    let list = anna.get("/desk/sager?vis=andre").await;
    assert!(
        list.says("I gang hos andre (1)") && list.says("Det andet sted fortæller, hvordan det går 7 dage"),
        "{}",
        list.text()
    );
    assert!(anna.get("/desk/sager?vis=varsler").await.says("nyt varsel"), "it is warned of as well");
    let citizen = under(&engine, &code, MONDAY).await;
    assert!(
        citizen.says("et andet sted: Fyrtaarnet.") && citizen.says("Centret besøger det andet sted: senest"),
        "{}",
        citizen.text()
    );
    anna.post(&case, "FACT=EXTERNAL_STATUS&DAY=2026-11-23").await;
    let late = TestPortal::storing(&engine.store, JANUARY);
    let lea = signed_in_at(&late, "slagelse", Role::Lead, "lea", JANUARY).await;
    let list = lea.get("/desk/sager?vis=andre").await;
    assert!(list.says("Centret besøger det andet sted 2 dage over"), "{}: {}", engine.name, list.text());
    lea.post(&case, "FACT=INSPECTION_VISIT&DAY=2026-12-30").await;
    assert!(lea.get("/desk/sager?vis=andre").await.says("I gang hos andre (0)"));
}

#[apply(each_engine)]
#[tokio::test]
async fn what_the_standard_knows_nothing_of_is_not_offered_and_not_taken(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let (case, _) = open(&anna, "30-", "2026-11-20").await;
    assert!(!anna.get("/desk/sager").await.says("I gang hos andre"));
    let offers = |page: &Answer, fact: &str| page.body.contains(&format!("<option value=\"{fact}\""));
    let page = anna.get(&case).await;
    assert!(!offers(&page, "EXTERNAL_STATUS") && !offers(&page, "COURSE_UNTIL"), "{}", engine.name);
    assert_eq!(anna.post(&case, "FACT=EXTERNAL_STATUS&DAY=2026-11-23").await.status, 422);
    assert!(!offers(&page, "FREE_CHOICE_CONFIRMED:INPATIENT"), "nothing is allocated yet");
    let allocated = anna.post(&case, "FACT=ALLOCATED:INPATIENT:OWN&DAY=2026-11-23").await;
    assert!(offers(&allocated, "FREE_CHOICE_CONFIRMED:INPATIENT"), "{}", allocated.text());
    assert!(!offers(&allocated, "FREE_CHOICE_CONFIRMED:OUTPATIENT"), "of another kind than was allocated");
    let chosen =
        anna.post(&case, "FACT=FREE_CHOICE_CONFIRMED:INPATIENT&DAY=2026-11-23&PLACE=Fyrtaarnet").await;
    assert!(chosen.says("Et andet sted bekræftet: døgnbehandling · anna · Fyrtaarnet"), "{}", chosen.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_day_that_cannot_be_right_is_asked_about_and_kept_where_it_is(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let (case, _) = open(&anna, "30-", "2026-11-20").await;
    let early = "FACT=STARTED&DAY=2026-11-10";
    let asked = anna.post(&case, early).await;
    assert!(asked.status == 422 && asked.says("Dagen er før den første kontakt."), "{}", asked.text());
    assert!(asked.is_chosen_option("STARTED") && asked.body.contains("2026-11-10"), "what was typed stays");
    let other = anna.post(&case, &format!("{early}&SURE=YES&ODD=NO_WISH_LEFT")).await;
    assert_eq!(other.status, 422, "what was said yes to was something else");
    let odd = asked.field("ODD").expect("what is odd");
    let kept = anna.post(&case, &format!("{early}&SURE=YES&ODD={odd}")).await;
    assert!(kept.says("Begyndt tirsdag 10. november 2026"), "{}: {}", engine.name, kept.text());
    let undecided = anna.post(&case, "FACT=DECISION_RECEIVED&DAY=2026-11-23").await;
    assert!(undecided.status == 422 && undecided.says("ingen afgørelse før den dag"));
    let wish = anna.post(&case, "FACT=ASSESSED&DAY=2026-11-20&CORRECTS=1").await;
    assert!(wish.status == 422 && wish.says("fristen stopper"), "{}", wish.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn an_age_is_put_right_and_with_it_who_may_see_the_case(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let (case, _) = open(&anna, "13-17", "2026-11-20").await;
    let young = signed_in(&portal, "skanderborg", Role::Authority, "ask").await;
    assert!(young.get(&case).await.says("Ingen sidste dag"));
    let right = anna.post(&case, "FACT=AGES:30-&DAY=2026-11-23").await;
    assert!(right.says("Alderen rettet: 30 år og derover") && right.says("11 dage"), "{}", right.text());
    assert_eq!(young.get(&case).await.status, 404, "{}: not theirs to see", engine.name);
    assert_eq!(
        anna.post(&case, "FACT=AGES:4-5&DAY=2026-11-23").await.status,
        422,
        "no age that is told apart"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn who_has_lost_their_code_gets_another_and_the_old_one_ends(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let old = booked_with(&portal, "&WISH_DRUGS=YES").await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    assert!(anna.get(&case).await.says("Borgeren har mistet sin kode"));
    let ask = anna.get(&format!("{case}/ny-kode")).await;
    assert!(ask.says("Den gamle kode virker ikke mere."), "{}", ask.text());
    let fields = |page: &Answer| {
        let field = |name| page.field(name).expect("the page carries it");
        format!("FORM={}&BEFORE={}", field("FORM"), field("BEFORE"))
    };
    let form = fields(&ask);
    let given = anna.post(&format!("{case}/ny-kode"), &form).await;
    assert!(given.says("Borgeren har fået en ny kode"), "{}", given.text());
    let new = given.code();
    assert_ne!(new, old);
    let again = anna.post(&format!("{case}/ny-kode"), &form).await;
    assert_eq!(again.code(), new, "{}: a page that is loaded again gives no third", engine.name);
    let found = under(&engine, &new, MONDAY).await;
    assert!(
        found.says("Din behandling for stoffer") && found.says("Tirsdag 24. november"),
        "{}",
        found.text()
    );
    assert_eq!(under(&engine, &old, MONDAY).await.status, 422, "the old one ends");
    let head = signed_in(&portal, "skanderborg", Role::Manager, "mia").await;
    assert!(!head.get(&case).await.says("Borgeren har mistet sin kode"));
    assert_eq!(head.post(&format!("{case}/ny-kode"), &form).await.status, 403);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "lea").await;
    assert!(lead.get("/desk/log").await.says("Gav en ny kode"), "it is noted who did it");
    // That one is lost too; the page of the first, sent once more, does not bring it back.
    let second = lead.get(&format!("{case}/ny-kode")).await;
    let newest = lead.post(&format!("{case}/ny-kode"), &fields(&second)).await.code();
    let late = anna.post(&format!("{case}/ny-kode"), &form).await;
    assert!(late.status == 422 && late.says("har fået en anden kode"), "{}", late.text());
    assert_eq!(under(&engine, &new, MONDAY).await.status, 422);
    assert_eq!(under(&engine, &newest, MONDAY).await.status, 200, "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn who_was_called_in_vain_reads_so_under_their_code(engine: EngineKind) {
    const NINE: &str = "2026-11-24T09:00:00+01:00";
    let engine = engine.open().await;
    let monday = TestPortal::storing(&engine.store, MONDAY);
    let code = asks_to_be_called(&engine, &monday).await;
    let portal = TestPortal::storing(&engine.store, NINE);
    let anna = signed_in_at(&portal, "skanderborg", Role::Counsellor, "anna", NINE).await;
    let id = anna.get("/desk").await.field("ID").expect("a call");
    anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
    for before in 0..3 {
        anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE={before}&SURE=YES")).await;
        let found = under(&engine, &code, NINE).await;
        assert!(found.says("Centret har ringet uden at få svar."), "{}", found.text());
        assert_eq!(
            found.says("uden at I fik fat i hinanden"),
            before == 2,
            "{}: after the last",
            engine.name
        );
    }
    let found = under(&engine, &code, NINE).await;
    assert!(
        found.says("senest mandag 7. december") && found.says("Bed om et nyt opkald"),
        "{}",
        found.text()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn who_was_reached_at_last_is_not_told_otherwise_and_what_they_wrote_waits_still(engine: EngineKind) {
    const NINE: &str = "2026-11-24T09:00:00+01:00";
    let engine = engine.open().await;
    let monday = TestPortal::storing(&engine.store, MONDAY);
    let code = asks_to_be_called(&engine, &monday).await;
    let portal = TestPortal::storing(&engine.store, NINE);
    let anna = signed_in_at(&portal, "skanderborg", Role::Counsellor, "anna", NINE).await;
    let page = under(&engine, &code, NINE).await;
    let case = page.field("CASE").expect("a case");
    portal.post("/kode", format!("CODE={code}&CASE={case}&ACT=OBJECT&WORDS=Det+er+en+anden+dag")).await;
    let id = anna.get("/desk").await.field("ID").expect("a call");
    anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
    anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=0")).await;
    assert!(
        anna.get("/desk/sager?vis=skrevet").await.says("Har skrevet (1)"),
        "{}: that nobody answered is no answer to what was written",
        engine.name
    );
    anna.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await;
    let found = under(&engine, &code, NINE).await;
    assert!(found.says("Centret har ringet og fået svar."), "{}", found.text());
    assert!(!found.says("uden at I fik fat i hinanden"), "{}", found.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_the_citizen_did_is_theirs_but_for_the_day_of_a_wish(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES").await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    for fields in ["FACT=RETRACTED&DAY=2026-11-23&CORRECTS=1", "FACT=STARTED&DAY=2026-11-23&CORRECTS=1"] {
        let refused = anna.post(&case, fields).await;
        assert!(refused.status == 422 && refused.says("Det har borgeren selv gjort."), "{}", refused.text());
    }
    let day = anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-20&CORRECTS=1").await;
    assert!(day.says("Det er skrevet ned."), "{}: {}", engine.name, day.text());
    let in_two_steps = anna.post(&case, "FACT=RETRACTED&DAY=2026-11-23&CORRECTS=2").await;
    assert!(in_two_steps.says("Det har borgeren selv gjort."), "{}", in_two_steps.text());
    assert!(under(&engine, &code, MONDAY).await.says("senest fredag 4. december"));
}

#[apply(each_engine)]
#[tokio::test]
async fn who_stopped_reads_so_and_can_wish_again(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "slagelse").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    let (case, code) = open(&anna, "", "2026-11-02").await;
    for fields in [
        "FACT=ALLOCATED:OUTPATIENT:OTHERS&DAY=2026-11-03",
        "FACT=EXTERNAL_STATUS&DAY=2026-11-04",
        "FACT=STARTED&DAY=2026-11-05",
        "FACT=BROKEN_OFF&DAY=2026-11-10",
    ] {
        let answer = anna.post(&case, fields).await;
        let is_odd = fields.contains("EXTERNAL_STATUS");
        assert_eq!(
            answer.says("Behandlingen var ikke begyndt den dag."),
            is_odd,
            "{fields}: {}",
            answer.text()
        );
    }
    let found = under(&engine, &code, MONDAY).await;
    assert!(found.says("Din behandling stoppede tirsdag 10. november 2026."), "{}", found.text());
    let id = found.field("CASE").expect("a case");
    portal.post("/kode", format!("CODE={code}&CASE={id}&ACT=WISH")).await;
    let again = under(&engine, &code, MONDAY).await;
    assert!(again.says("Hvad der er sket") && !again.says("Din behandling stoppede"), "{}", again.text());
    assert!(anna.get("/desk/sager").await.body.contains(&case), "it runs again");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_lost_code_ends_in_the_conversation_too(engine: EngineKind) {
    const TEN: &str = "2026-11-24T10:05:00+01:00";
    let engine = skanderborg(engine).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("skanderborg", BookingKind::Online, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let fields = "ABOUT=ME&AGE=30-&KIND=ONLINE&TIME=2026-11-24T10:00";
    let check = portal.post("/skanderborg/samtale", fields).await;
    let confirmed = format!("{fields}&FORM={}&WISH_DRUGS=YES&CONFIRM=1", check.form());
    let code = portal.post("/skanderborg/samtale", confirmed.clone()).await.code();
    let later = TestPortal::storing(&engine.store, TEN);
    let pass = under(&engine, &code, TEN).await.field("PASS").expect("a pass");
    assert_eq!(later.post("/skanderborg/skriv", format!("PASS={pass}")).await.status, 200);
    let anna = signed_in_at(&later, "skanderborg", Role::Counsellor, "anna", TEN).await;
    let case = only_case(&anna.get("/desk/sager").await);
    let ask = anna.get(&format!("{case}/ny-kode")).await;
    let field = |name| ask.field(name).expect("the page carries it");
    let form = format!("FORM={}&BEFORE={}", field("FORM"), field("BEFORE"));
    let new = anna.post(&format!("{case}/ny-kode"), &form).await.code();
    let shut = later.post("/skanderborg/skriv", format!("PASS={pass}")).await;
    assert_ne!(shut.status, 200, "{}: {}", engine.name, shut.text());
    let receipt = portal.post("/skanderborg/samtale", confirmed).await;
    assert!(!receipt.says("Din tid er aftalt"), "{}", receipt.text());
    let pass = under(&engine, &new, TEN).await.field("PASS").expect("a pass");
    assert_eq!(later.post("/skanderborg/skriv", format!("PASS={pass}")).await.status, 200);
}
