//! Somebody asks to be called: the number is sealed, and gone within a week.

use crate::{
    case::only_case,
    common::{MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::{Engine, EngineKind, moment},
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;
use server::db::Column;

const ASKED: &str =
    "PHONE=%2B45+12+34+56+78&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=DRUGS&AGE=30-";

async fn open(engine: &Engine) {
    let appointment_type = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &appointment_type).await;
}

/// The key of a form that nobody has sent yet, with its mark.
async fn form(portal: &TestPortal) -> String {
    portal.get("/skanderborg/ring-mig-op").await.form()
}

#[apply(each_engine)]
#[tokio::test]
async fn a_call_is_asked_for_and_the_page_says_what_happens_and_when_the_number_goes(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let first = portal.get("/skanderborg/ring-mig-op").await;
    assert!(first.says("Det her er fortroligt, ikke anonymt") && first.says("Hvor gammel er du?"));
    let page = portal.post("/skanderborg/ring-mig-op", "CHOOSE=1&AGE=30-").await;
    assert!(
        page.says("I morgen, tirsdag 24. november, 8.00-12.00"),
        "within the phone hours: {}",
        page.text()
    );
    assert!(page.says("Så snart som muligt: i dag, mandag 23. november, "), "{}", page.text());
    assert!(!page.says("Lørdag"), "the phone is not answered then");
    let done = portal.post("/skanderborg/ring-mig-op", format!("{ASKED}&FORM={}", form(&portal).await)).await;
    assert!(done.says("Centret ringer til dig") && done.says("senest om 7 dage"), "{}", done.text());
    assert!(done.says("Tirsdag 24. november 2026, 8.00-12.00"));
    let sealed = engine.store.calls("skanderborg").await.expect("calls");
    assert_eq!(sealed.len(), 1, "{}", engine.name);
    let clear = String::from_utf8_lossy(&sealed[0].sealed).into_owned();
    assert!(!clear.contains("12345678") && !clear.contains("Fugl"), "sealed");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_sent_twice_is_one_call(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    for _ in 0..2 {
        assert_eq!(portal.post("/skanderborg/ring-mig-op", asked.clone()).await.status, 200);
    }
    assert_eq!(engine.store.calls("skanderborg").await.expect("calls").len(), 1, "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_cannot_be_used_is_told_beside_its_field_and_nothing_typed_is_lost(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (fields, says) in [
        (ASKED.replace("%2B45+12+34+56+78", "12345"), "Et dansk nummer har otte cifre."),
        (ASKED.replace("%2B45+12+34+56+78", "%2B999+1234567"), "Der er ikke noget land med den landekode."),
        (ASKED.replace("2026-11-24T08:00-12:00", "2026-11-24T03:00-04:00"), "Vælg, hvornår vi må ringe."),
        (ASKED.replace("MESSAGE=NO", "MESSAGE=PERHAPS"), "Vælg, om vi må lægge en besked."),
        (ASKED.replace("WISH=DRUGS", "WISH=PERHAPS"), "Vælg, om du gerne vil i behandling."),
        (format!("{ASKED}&WEBSITE=http"), "Et felt, du ikke kan se, var udfyldt."),
    ] {
        let fields = format!("{fields}&FORM={}", form(&portal).await);
        let page = portal.post("/skanderborg/ring-mig-op", fields.clone()).await;
        assert_eq!(page.status, 422, "{}: {fields}", engine.name);
        assert!(page.says(says), "{fields}: {}", page.text());
        assert!(page.body.contains("value=\"Fugl\""), "typed values stay");
        assert!(page.body.contains("<title>Fejl: "));
    }
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
    let rubbish =
        portal.post("/skanderborg/ring-mig-op", "NAME=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!rubbish.body.contains("<script>alert"), "escaped");
}

#[apply(each_engine)]
#[tokio::test]
async fn the_number_is_gone_after_seven_days(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.post("/skanderborg/ring-mig-op", format!("{ASKED}&FORM={}", form(&portal).await)).await;
    let day = |text: &str| text.parse().expect("a day");
    assert_eq!(
        engine.store.tidy(moment(0, day("2026-11-29"))).await.expect("tidied").of_table("callback"),
        0
    );
    assert_eq!(
        engine.store.tidy(moment(0, day("2026-12-01"))).await.expect("tidied").of_table("callback"),
        1,
        "{}",
        engine.name
    );
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
}

#[apply(each_engine)]
#[tokio::test]
async fn who_changes_their_mind_takes_the_call_back_and_nothing_of_it_is_left(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let done = portal.post("/skanderborg/ring-mig-op", asked).await;
    let withdraw = format!("WITHDRAW=1&FORM={}", done.field("FORM").expect("the form's key"));
    assert_eq!(engine.store.cases("skanderborg").await.expect("cases").len(), 1, "treatment is wished for");
    let elsewhere = portal.post("/vejle/ring-mig-op", withdraw.clone()).await;
    assert!(elsewhere.says("Der er ikke noget at slette"), "{}", elsewhere.text());
    let gone = portal.post("/skanderborg/ring-mig-op", withdraw.clone()).await;
    assert!(gone.says("Dit nummer er slettet") && gone.says("Centret ringer ikke."), "{}", gone.text());
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty(), "{}", engine.name);
    assert!(engine.store.cases("skanderborg").await.expect("cases").is_empty(), "nor the day of the wish");
    for again in [withdraw.as_str(), "WITHDRAW=1", "WITHDRAW=1&FORM=rubbish"] {
        let page = portal.post("/skanderborg/ring-mig-op", again.to_owned()).await;
        assert_eq!(page.status, 200);
        assert!(page.says("Vi har ikke dit nummer mere"), "{again}: {}", page.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn where_the_desk_does_not_call_the_page_says_how_else(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let page = portal.get("/vejle/ring-mig-op").await;
    assert!(page.says("Ring selv, når det passer dig.") && page.says("76 81 90 00"), "{}", page.text());
    let posted = portal.post("/vejle/ring-mig-op", ASKED).await;
    assert!(!posted.says("Centret ringer til dig"), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn every_stored_column_stands_on_the_page_of_what_is_stored(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let page = portal.get("/hvad-vi-gemmer").await;
    for Column { table, name: column, .. } in engine.store.columns().await.expect("columns") {
        assert!(page.body.contains(&format!("<span class=\"name\">{table}</span>")), "{table}");
        assert!(page.body.contains(&format!("<span class=\"name\">{column}</span>")), "{table}.{column}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_of_one_municipality_is_a_call_of_its_own_in_another(engine: EngineKind) {
    let engine = engine.open().await;
    let appointment_type = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    for municipality in ["skanderborg", "horsens"] {
        engine.open(municipality, BookingKind::Callback, &appointment_type).await;
    }
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (municipality, neighbour) in [("skanderborg", "horsens"), ("horsens", "skanderborg")] {
        let path = format!("/{municipality}/ring-mig-op");
        let ages = portal.get(&path).await;
        let age = ages.body.rsplit("name=\"AGE\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let age = format!("AGE={}", age.expect("the last of the ages"));
        let page = portal.post(&path, format!("CHOOSE=1&{age}")).await;
        let other = portal.get(&format!("/{neighbour}/ring-mig-op")).await.form();
        let window = page.body.split("name=\"WINDOW\" value=\"").find(|rest| rest.starts_with("2026"));
        let window = window.and_then(|rest| rest.split('"').next()).expect("a window");
        let asked = ASKED.replace("2026-11-24T08:00-12:00", window);
        let asked = asked.replace("AGE=30-", &age);
        let elsewhere = portal.post(&path, format!("{asked}&FORM={other}")).await;
        assert!(elsewhere.status == 422 && elsewhere.body.contains("value=\"Fugl\""), "what was typed stays");
        let done = portal.post(&path, format!("{asked}&FORM={}", elsewhere.form())).await;
        assert!(done.says("Centret ringer til dig"), "{}", done.text());
        assert_eq!(engine.store.calls(municipality).await.expect("calls").len(), 1, "{}: true", engine.name);
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_call_that_is_over_is_not_asked_for_again_by_a_page_that_is_loaded_again(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let done = portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    assert!(
        !done.body.contains("12 34 56 78") && !done.body.contains("12345678"),
        "not in its fields either"
    );
    let switch = format!("SHOW=1&FORM={}", done.form());
    let english = portal.post("/en/skanderborg/ring-mig-op", switch.clone()).await;
    assert!(english.says("The centre will call you") && english.says("ending in 78"), "{}", english.text());
    let other = asked.replace("78&NAME", "77&NAME");
    let shown = portal.post("/skanderborg/ring-mig-op", format!("{other}&SHOW=1")).await;
    assert!(shown.says("ender på 78") && !shown.says("ender på 77"), "who only looks changes nothing");
    let telling = asked.replace("NAME=Fugl", "NAME=010203-1234");
    assert_eq!(portal.post("/skanderborg/ring-mig-op", telling).await.status, 422, "checked like the first");
    let corrected = asked.replace("78&NAME", "79&NAME").replace("WISH=DRUGS", "WISH=NO");
    assert!(
        portal.post("/skanderborg/ring-mig-op", corrected).await.says("ender på 79"),
        "changed while it stands"
    );
    assert_eq!(engine.store.calls("skanderborg").await.expect("calls").len(), 1, "{}", engine.name);
    assert!(engine.store.cases("skanderborg").await.expect("cases").is_empty(), "no wish any more");
    portal.post("/skanderborg/ring-mig-op", format!("WITHDRAW=1&FORM={}", done.form())).await;
    for again in [asked, switch] {
        let page = portal.post("/skanderborg/ring-mig-op", again).await;
        assert!(page.says("Vi har ikke dit nummer mere"), "{}", page.text());
    }
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty(), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn who_is_called_and_wishes_for_treatment_gets_a_code_that_outlives_the_number(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let done = portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    assert!(done.says("Din behandling skal begynde senest mandag 7. december 2026."), "{}", done.text());
    let code = done.code();
    let again = portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    assert_eq!(again.code(), code, "{}: a page loaded again shows the same code", engine.name);
    let english = portal.post("/en/skanderborg/ring-mig-op", format!("SHOW=1&FORM={}", done.form())).await;
    assert!(english.says("Your treatment must begin by"), "{}", english.text());
    // The counsellor who takes the call finds the case.
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let queue = anna.get("/desk/opkald").await;
    let call = queue.field("ID").expect("a call");
    assert!(!queue.says("Sagen om behandling"), "who has not taken the call does not learn whose case it is");
    let mine = anna.post("/desk/opkald", &format!("ACT=CLAIM&ID={call}")).await;
    assert!(mine.says("Sagen om behandling (Stoffer)") && mine.says("30 år og derover"), "{}", mine.text());
    let case = only_case(&mine);
    anna.post(&case, "FACT=ASSESSED&DAY=2026-11-23").await;
    anna.post("/desk/opkald", &format!("ACT=CALLED&ID={call}")).await;
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty(), "the number is gone");
    let found = portal.post("/kode", format!("CODE={code}")).await;
    assert!(found.says("begynde senest mandag 7. december 2026"), "{}: {}", engine.name, found.text());
    assert!(!found.says("12 34 56 78") && !found.says("Fugl"), "nothing of the call stands under the code");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_call_that_is_changed_or_taken_back_changes_the_wish(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let code = portal.post("/skanderborg/ring-mig-op", asked.clone()).await.code();
    let both = asked.replace("WISH=DRUGS", "WISH=BOTH").replace("AGE=30-", "AGE=13-17");
    let both = both.replace("T08:00-", "T08:15-");
    let changed = portal.post("/skanderborg/ring-mig-op", both.clone()).await;
    assert_eq!(changed.code(), code);
    assert!(
        changed.says("Din behandling for alkohol: Din behandling skal begynde senest"),
        "{}",
        changed.text()
    );
    assert!(changed.says("Din behandling for stoffer: Kommunens regler giver ikke en sidste dag"));
    assert!(changed.says("Ungerådgivningen"), "who calls somebody of 13 to 17: {}", changed.text());
    // What staff have written in stays, and says that the wish is taken back.
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let drugs = anna.get("/desk/sager?om=DRUGS").await;
    let case = only_case(&drugs);
    anna.post(&case, "FACT=ASSESSED&DAY=2026-11-23").await;
    portal.post("/skanderborg/ring-mig-op", asked.replace("WISH=DRUGS", "WISH=NO")).await;
    let page = anna.get(&case).await;
    assert!(page.says("Ønsket taget tilbage · borgeren"), "{}: {}", engine.name, page.text());
    assert!(anna.get("/desk/sager").await.says("Der er ingen sager."), "the other one is gone");
    portal.post("/skanderborg/ring-mig-op", both).await;
    let withdraw =
        format!("WITHDRAW=1&{}", asked.split('&').find(|field| field.starts_with("FORM")).expect("a key"));
    let gone = portal.post("/skanderborg/ring-mig-op", withdraw).await;
    assert!(gone.says("Dit nummer er slettet"), "{}", gone.text());
    assert!(portal.post("/kode", format!("CODE={code}")).await.status == 422, "and the code with it");
}

#[apply(each_engine)]
#[tokio::test]
async fn the_age_says_who_calls_and_is_asked_first_where_it_matters(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let young = portal.post("/skanderborg/ring-mig-op", "CHOOSE=1&AGE=18-29&PHONE=10203040").await;
    assert!(
        young.says("Ungerådgivningen ringer.") && young.says("8.15-12.00"),
        "their own hours: {}",
        young.text()
    );
    assert!(young.body.contains("value=\"10203040\""), "what was typed stays");
    let other = portal.post("/skanderborg/ring-mig-op", "CHOOSE=1&AGE=OTHER").await;
    assert!(
        other.says("Det handler om en anden.") && !other.says("Vil du gerne i behandling?"),
        "{}",
        other.text()
    );
    let change = portal.post("/skanderborg/ring-mig-op", "CHANGE=AGE&AGE=OTHER&NAME=Fugl").await;
    assert!(change.says("Hvor gammel er du?") && change.body.contains("value=\"Fugl\""), "{}", change.text());
    for rubbish in ["", "17", "0-200", "%00", "30-, 13-17"] {
        let page = portal.post("/skanderborg/ring-mig-op", format!("CHOOSE=1&AGE={rubbish}")).await;
        assert!(page.status == 422 && page.says("Vælg din alder."), "{rubbish}: {}", page.text());
    }
    // A relative's call starts nothing.
    let asked = ASKED.replace("AGE=30-", "AGE=OTHER");
    let done = portal.post("/skanderborg/ring-mig-op", format!("{asked}&FORM={}", form(&portal).await)).await;
    assert!(done.says("Centret ringer til dig") && !done.says("Din behandling"), "{}", done.text());
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    assert!(anna.get("/desk/sager").await.says("Der er ingen sager."), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_digit_that_is_put_right_leaves_the_case_as_it_is_and_an_age_changes_what_the_desk_sees(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    // The age is put right before anybody has written: what stands in memory goes with it.
    let young = asked.replace("AGE=30-", "AGE=13-17").replace("T08:00-", "T08:15-");
    portal.post("/skanderborg/ring-mig-op", young).await;
    let ask = signed_in(&portal, "skanderborg", Role::Authority, "ask").await;
    assert_eq!(ask.get(&case).await.status, 200, "{}: somebody of 13 to 17", engine.name);
    assert!(anna.get(&case).await.says("Ingen sidste dag"), "{}", anna.get(&case).await.text());
    portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    assert_eq!(ask.get(&case).await.status, 404, "{}: an adult again", engine.name);
    anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-19&CORRECTS=1").await;
    anna.post(&case, "FACT=ASSESSED&DAY=2026-11-23").await;
    let corrected = asked.replace("78&NAME", "79&NAME");
    assert!(portal.post("/skanderborg/ring-mig-op", corrected).await.says("ender på 79"));
    let page = anna.get(&case).await;
    assert!(
        !page.says("Ønsket taget tilbage · borgeren") && page.says("senest torsdag 3. december 2026"),
        "{}",
        page.text()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn where_the_standard_gives_no_hours_one_is_called_while_somebody_is_at_the_desk(engine: EngineKind) {
    let engine = engine.open().await;
    let appointment_type = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("randers", BookingKind::Callback, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let closed = portal.post("/randers/ring-mig-op", "CHOOSE=1&AGE=18-").await;
    assert!(closed.says("Ring selv, når det passer dig."), "no hours yet: {}", closed.text());
    crate::booking::desk(&engine, "randers").await;
    let page = portal.post("/randers/ring-mig-op", "CHOOSE=1&AGE=18-").await;
    assert!(page.says("Hvornår må vi ringe?"), "{}: {}", engine.name, page.text());
    assert!(!page.says("Lørdag"), "nobody is there then");
}

#[apply(each_engine)]
#[tokio::test]
async fn who_deletes_everything_under_the_code_is_not_called(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let done = portal.post("/skanderborg/ring-mig-op", asked).await;
    let code = done.code();
    let found = portal.post("/kode", format!("CODE={code}")).await;
    assert!(found.says("Centret ringer til dig Tirsdag 24. november 2026, 8.00-12.00"), "{}", found.text());
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    assert!(
        engine.store.calls("skanderborg").await.expect("calls").is_empty(),
        "{}: the number too",
        engine.name
    );
    // A call that was made leaves the wish, and says so to who wants to take the call back.
    let asked = format!("{ASKED}&FORM={}", form(&portal).await);
    let done = portal.post("/skanderborg/ring-mig-op", asked).await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let call = anna.get("/desk/opkald").await.field("ID").expect("a call");
    for act in ["CLAIM", "CALLED"] {
        anna.post("/desk/opkald", &format!("ACT={act}&ID={call}")).await;
    }
    let gone = portal.post("/skanderborg/ring-mig-op", format!("WITHDRAW=1&FORM={}", done.form())).await;
    assert!(gone.says("Dit ønske om behandling står stadig."), "{}: {}", engine.name, gone.text());
}
