//! Cases at the desk and what citizens do in them: opened, followed, warned of, decided, written in. On both engines.

use crate::{
    booking::desk,
    case::{booked_with, only_case, skanderborg, under},
    common::{MONDAY, TestPortal},
    desk::{signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

/// What is typed to open a case for an adult who phones.
const PHONES: &str = "CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-20";

#[apply(each_engine)]
#[tokio::test]
async fn who_phones_gets_a_case_and_a_code_that_is_read_aloud(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    for (fields, says) in [
        ("", "Vælg, hvem der har taget kontakt."),
        ("CONTACT=STARTED&WISH_DRUGS=YES&DAY=2026-11-20", "Vælg, hvem der har taget kontakt."),
        ("CONTACT=CONTACT:CITIZEN:WISH&DAY=2026-11-20", "Vælg alkohol, stoffer eller begge dele."),
        ("CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&DAY=2026-11-24", "ikke er efter i dag"),
    ] {
        let wrong = anna.post("/desk/sager/ny", &format!("FORM={form}&{fields}")).await;
        assert!(wrong.status == 422 && wrong.says(says), "{fields}: {}", wrong.text());
        assert_eq!(wrong.is_chosen_option("CONTACT:CITIZEN:WISH"), fields.contains("CITIZEN"), "{fields}");
    }
    let asked = format!("FORM={form}&{PHONES}");
    let opened = anna.post("/desk/sager/ny", &asked).await;
    assert!(
        opened.says("Sagen er åbnet") && opened.says("senest fredag 4. december 2026"),
        "{}",
        opened.text()
    );
    let code = opened.code();
    let again = anna.post("/desk/sager/ny", &asked).await;
    assert_eq!(again.code(), code, "{}: a page that is loaded again opens nothing more", engine.name);
    assert_eq!(
        anna.get("/desk/sager").await.body.matches("/desk/sager/").count(),
        2,
        "the case, and the way to a new one"
    );
    let found = under(&engine, &code, MONDAY).await;
    assert!(found.says("begynde senest fredag 4. december 2026"), "{}", found.text());
    let case = anna.get(&only_case(&again)).await;
    assert!(case.says("Ønske om behandling · anna"), "{}", case.text());
    assert!(anna.get("/desk/log").await.status == 403);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "lea").await;
    assert!(lead.get("/desk/log").await.says("Åbnede en sag"), "it is noted who did it");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_relatives_contact_is_noted_and_starts_nothing_a_parents_only_where_the_standard_says_so(
    engine: EngineKind,
) {
    let engine = skanderborg(engine).await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (municipality, contact, wish, age, runs) in [
        ("skanderborg", "CONTACT:RELATIVE:NO_WISH", "WISH_DRUGS", "30-", false),
        ("skanderborg", "CONTACT:AUTHORITY:NO_WISH", "WISH_ALCOHOL", "30-", false),
        ("vejle", "CONTACT:PARENT:WISH", "WISH_DRUGS", "15-17", false),
        ("skanderborg", "CONTACT:PARENT:WISH", "WISH_ALCOHOL", "13-17", false),
    ] {
        let anna = signed_in(&portal, municipality, Role::Counsellor, &format!("a{contact}{wish}")).await;
        let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
        let fields = format!("FORM={form}&CONTACT={contact}&{wish}=YES&AGE={age}&DAY=2026-11-23");
        let opened = anna.post("/desk/sager/ny", &fields).await;
        let code = opened.code();
        let found = under(&engine, &code, MONDAY).await;
        assert_eq!(
            found.says("senest mandag 7. december"),
            runs,
            "{municipality} {contact}: {}",
            found.text()
        );
        // Nothing followed: gone after thirty days.
        for (day, stands) in [("2026-12-23", true), ("2026-12-24", false)] {
            let moment = format!("{day}T12:00:00+01:00");
            TestPortal::storing(&engine.store, &moment).run_retention().await;
            let stood = under(&engine, &code, &moment).await.status == 200;
            assert_eq!(stood, stands, "{}: {municipality} {contact} {day}", engine.name);
        }
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_talks_with_a_counsellor_and_wishes_for_treatment_gets_a_case_under_their_code(
    engine: EngineKind,
) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "lea").await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    let (_, rest) = day.body.split_once("/desk/aftale/").expect("the appointment");
    let appointment = &rest[..32];
    assert!(lead.get(&format!("/desk/aftale/{appointment}")).await.says("Åbn en sag"));
    let page = lead.get(&format!("/desk/sager/ny?aftale={appointment}")).await;
    assert!(page.says("Sagen kommer under den kode, som borgeren har i forvejen."), "{}", page.text());
    let key = page.field("FORM").expect("a key");
    let fields = format!("FORM={key}&APPOINTMENT={appointment}&{PHONES}");
    let opened = lead.post("/desk/sager/ny", &fields).await;
    assert!(opened.says("Sagen er åbnet") && opened.says("Ønske om behandling · lea"), "{}", opened.text());
    let found = under(&engine, &code, MONDAY).await;
    assert!(found.says("begynde senest fredag 4. december 2026"), "{}: {}", engine.name, found.text());
    let later = "2027-06-20T12:00:00+02:00";
    TestPortal::storing(&engine.store, later).run_retention().await;
    assert!(
        under(&engine, &code, later).await.says("Det er ikke din skyld."),
        "the code lives on with the case"
    );
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "liv").await;
    let gone = lead.post("/desk/sager/ny", &fields).await;
    assert!(gone.status == 422 && gone.says("Sagen får en kode for sig selv"), "{}", gone.text());
}

/// The authority of the young, in Skanderborg.
#[apply(each_engine)]
#[tokio::test]
async fn the_authority_sees_the_cases_of_the_young_alone_and_the_manager_all(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let mut cases = Vec::new();
    for age in ["13-17", "30-"] {
        let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
        let fields = PHONES.replace("AGE=30-", &format!("AGE={age}"));
        cases.push(only_case(&anna.post("/desk/sager/ny", &format!("FORM={form}&{fields}")).await));
    }
    let young = signed_in(&portal, "skanderborg", Role::Authority, "ask").await;
    let list = young.get("/desk/sager").await;
    assert_eq!(list.body.matches("<th scope=\"row\">").count(), 1, "{}", list.text());
    assert_eq!(young.get(&cases[0]).await.status, 200);
    assert_eq!(young.get(&cases[1]).await.status, 404, "not theirs to see");
    assert_eq!(young.post(&cases[1], "FACT=STARTED&DAY=2026-11-23").await.status, 404);
    let decided = young.post(&cases[0], "FACT=SERIOUS_PROBLEMS:YES&DAY=2026-11-23").await;
    assert!(decided.says("senest fredag 4. december 2026"), "{}: {}", engine.name, decided.text());
    let head = signed_in(&portal, "skanderborg", Role::Manager, "mia").await;
    assert_eq!(head.get("/desk/sager").await.body.matches("<th scope=\"row\">").count(), 2);
    assert_eq!(head.get("/desk").await.header("location"), "/desk/sager", "who has no agenda begins there");
}

#[apply(each_engine)]
#[tokio::test]
async fn each_warning_is_given_once_until_somebody_has_seen_it(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    booked_with(&portal, "&WISH_DRUGS=YES").await;
    // Nothing ran in between: each day is another server that has just been started.
    for (day, said) in [
        ("2026-11-29", None),
        ("2026-11-30", Some("Der er højst 7 dage tilbage.")),
        ("2026-12-03", None),
        ("2026-12-04", Some("Der er højst 3 dage tilbage.")),
        ("2026-12-07", Some("Det er den sidste dag i dag.")),
        ("2026-12-16", Some("Fristen er gået ud.")),
        ("2026-12-17", None),
    ] {
        let now = format!("{day}T00:30:00+01:00");
        let portal = TestPortal::storing(&engine.store, &now);
        let who = signed_in_at(&portal, "skanderborg", Role::Counsellor, day, &now).await;
        let waiting = who.get("/desk/sager?vis=varsler").await;
        let case = who.get(&only_case(&who.get("/desk/sager").await)).await;
        let Some(said) = said else {
            assert!(waiting.says("Der er ingen sager."), "{}: {day}: {}", engine.name, waiting.text());
            assert!(!case.says("Jeg har set varslet"), "{day}");
            continue;
        };
        assert!(waiting.says("Nye varsler (1)") && waiting.says("nyt varsel"), "{day}: {}", waiting.text());
        assert!(case.says(said), "{day}: {}", case.text());
        let seen = format!(
            "CASE={}&SEEN={}",
            waiting.field("CASE").expect("which case"),
            waiting.field("SEEN").expect("which warning")
        );
        let done = who.post("/desk/sager", &seen).await;
        assert!(done.says("at du har set det") && done.says("Nye varsler (0)"), "{day}: {}", done.text());
        // A colleague at another server, whose clock is an hour behind: yesterday still.
        let before = moment_before(day);
        let behind = TestPortal::storing(&engine.store, &before);
        let colleague =
            signed_in_at(&behind, "skanderborg", Role::Counsellor, &format!("k{day}"), &before).await;
        let again = colleague.get("/desk/sager?vis=varsler").await;
        assert!(again.says("Der er ingen sager."), "{}: {before}: {}", engine.name, again.text());
        who.post("/desk/sager", &seen).await;
    }
}

/// An hour before half past midnight of a day.
fn moment_before(day: &str) -> String {
    let day: chrono::NaiveDate = day.parse().expect("a day");
    format!("{}T23:30:00+01:00", day.pred_opt().expect("a day before"))
}

#[apply(each_engine)]
#[tokio::test]
async fn a_correction_that_moves_the_last_day_is_warned_of_anew(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let fields = PHONES.replace("2026-11-20", "2026-11-10");
    let case = only_case(&anna.post("/desk/sager/ny", &format!("FORM={form}&{fields}")).await);
    let warned = anna.get("/desk/sager?vis=varsler").await;
    let seen =
        format!("CASE={}&SEEN={}", warned.field("CASE").expect("a case"), warned.field("SEEN").expect("one"));
    assert!(anna.post("/desk/sager", &seen).await.says("Nye varsler (0)"));
    anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-09&CORRECTS=1").await;
    let anew = anna.get("/desk/sager").await;
    assert!(anew.says("Nye varsler (1)"), "{}: {}", engine.name, anew.text());
    for rubbish in
        ["", "SEEN=x&CASE=y", "SEEN=2026-12-01:NEVER&CASE=00", "CASE=00112233445566778899aabbccddeeff"]
    {
        let answer = anna.post("/desk/sager", rubbish).await;
        assert!(answer.says("Nye varsler (1)"), "{rubbish}: {}", answer.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn the_list_is_narrowed_down_by_substance_time_limit_unit_name_and_who_wrote(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    for (wish, age) in [("WISH_DRUGS", "30-"), ("WISH_ALCOHOL", "18-29")] {
        let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
        let fields = PHONES.replace("WISH_DRUGS", wish).replace("AGE=30-", &format!("AGE={age}"));
        anna.post("/desk/sager/ny", &format!("FORM={form}&{fields}")).await;
    }
    booked_with(&portal, "&WISH_DRUGS=YES").await;
    let shown = async |query: &str| {
        let list = anna.get(&format!("/desk/sager?{query}")).await;
        (list.body.matches("<th scope=\"row\">").count(), list)
    };
    for (query, number) in [
        ("", 3),
        ("om=DRUGS", 2),
        ("om=ALCOHOL", 1),
        ("frist=DECISION", 3),
        ("frist=LETTER", 0),
        ("enhed=YOUNG", 1),
        ("enhed=ADULT", 2),
        ("hvis=mine", 2),
        ("hvis=mine&om=DRUGS", 1),
        ("om=%00&frist=x&enhed=y&hvis=z&side=99999999999&vis=w", 3),
    ] {
        let (found, list) = shown(query).await;
        assert_eq!(found, number, "{}: {query}: {}", engine.name, list.text());
    }
    let (_, all) = shown("").await;
    let name = all.body.split("/desk/sager/").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
    let name = name.expect("a name").replace(' ', "+").to_uppercase();
    for (typed, number) in [(name.as_str(), 1), ("ingen+hedder+dette", 0), ("", 3), ("%00%FF", 0)] {
        let found = anna.post("/desk/sager", &format!("FIND={typed}")).await;
        assert_eq!(found.body.matches("<th scope=\"row\">").count(), number, "{typed}: {}", found.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_to_be_told_at_enrolment_stands_on_the_case_with_its_day(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    booked_with(&portal, "&WISH_DRUGS=YES").await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    let page = anna.get(&case).await;
    assert!(page.says("Fortalt om underretningspligten: ikke skrevet ned."), "{}", page.text());
    assert!(
        page.says("Fortalt om kontrakt for gravide") && page.says("skal centret tilbyde dig en kontrakt")
    );
    assert!(!page.says("orientering af kommunen"), "the standard of Skanderborg does not ask for it");
    let told = anna.post(&case, "FACT=TOLD:NOTIFICATION_DUTY&DAY=2026-11-23").await;
    assert!(
        told.says("Fortalt om underretningspligten: sket mandag 23. november 2026."),
        "{}: {}",
        engine.name,
        told.text()
    );
}

/// The address of the only case at the desk, for a citizen with a code and an allocation.
async fn record_facts(portal: &TestPortal, facts: &[&str]) -> String {
    let anna = signed_in(portal, "skanderborg", Role::Counsellor, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    for fact in facts {
        let done = anna.post(&case, fact).await;
        assert!(done.says("Det er skrevet ned."), "{fact}: {}", done.text());
    }
    case
}

#[apply(each_engine)]
#[tokio::test]
async fn a_decision_can_be_read_with_its_last_day_to_complain_counted_step_by_step(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let now = "2026-12-01T10:00:00+01:00";
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES&WISH_ALCOHOL=YES").await;
    let later = TestPortal::storing(&engine.store, now);
    let anna = signed_in_at(&later, "skanderborg", Role::Counsellor, "anna", now).await;
    for (substance, case) in [("DRUGS", "drugs"), ("ALCOHOL", "alcohol")] {
        let address = only_case(&anna.get(&format!("/desk/sager?om={substance}")).await);
        let made = anna.post(&address, "FACT=DECISION_MADE:REFUSED&DAY=2026-11-25").await;
        assert!(made.says("Afgørelse: nej"), "{case}: {}", made.text());
    }
    let found = under(&engine, &code, now).await;
    assert!(
        found.says("Kommunen har sagt nej. Nedenfor står")
            && found.says("Den blev truffet onsdag 25. november 2026.")
    );
    assert!(found.says("Der tælles fra den dag, du fik afgørelsen. Så har du 4 uger."), "{}", found.text());
    assert!(
        found.says("Efter kommunens regler kan du ikke klage over den her afgørelse."),
        "alcohol: {}",
        found.text()
    );
    let drugs = only_case(&anna.get("/desk/sager?om=DRUGS").await);
    anna.post(&drugs, "FACT=DECISION_RECEIVED&DAY=2026-11-28").await;
    let found = under(&engine, &code, now).await;
    assert!(found.says("Du kan klage til og med lørdag 26. december 2026."), "{}", found.text());
    assert!(found.says("Det var lørdag 28. november 2026."), "from which day: {}", found.text());
    assert!(found.says("4 uger, altså 28 dage, efter er lørdag 26. december 2026."), "{}", found.text());
    assert!(
        found.says("tæller din klage også, hvis den kommer mandag 28. december 2026"),
        "{}",
        found.text()
    );
    assert!(found.says("Er du uenig, kan du klage til: "), "{}: {}", engine.name, found.text());
    let case = found.field("CASE").expect("its name");
    let paper = later.post("/kode", format!("CODE={code}&CASE={case}&ACT=ASK_FOR_PAPER")).await;
    assert!(paper.says("Det er skrevet ned."), "{}", paper.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_a_citizen_says_is_locked_and_read_by_the_desk(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES").await;
    let found = under(&engine, &code, MONDAY).await;
    assert!(!found.says("Jeg kommer til mødet"), "none is arranged: {}", found.text());
    let case = found.field("CASE").expect("its name");
    let act = |act: &str, words: &str| format!("CODE={code}&CASE={case}&ACT={act}&WORDS={words}");
    let desk_case = record_facts(&portal, &["FACT=MEETING_ARRANGED&DAY=2026-11-23"]).await;
    let come = portal.post("/kode", act("COME_TO_MEETING", "Min+s%C3%B8ster+er+med")).await;
    assert!(come.says("Det er skrevet ned.") && come.says("Min søster er med"), "{}", come.text());
    assert!(!come.says("Jeg kommer til mødet"), "said once");
    portal.post("/kode", act("APPLY_FOR_INPATIENT", "")).await;
    for (words, says) in [
        ("", "Skriv, hvad der er forkert."),
        ("+%E2%80%8B+", "Skriv, hvad der er forkert."),
        ("Jeg+hedder+010203-1234", "Der står noget, der ligner et CPR-nummer."),
        (&"a".repeat(2001), "højst 2000 tegn"),
    ] {
        let wrong = portal.post("/kode", act("OBJECT", words)).await;
        assert!(wrong.status == 422 && wrong.says(says), "{words}: {}", wrong.text());
        assert!(
            words.is_empty() || words.contains('%') || wrong.body.contains(&words.replace('+', " ")),
            "what was typed stays: {words}"
        );
    }
    let said = portal.post("/kode", act("OBJECT", "Det+var+ikke+%3Cb%3Ei+dag%3C/b%3E+%22citat%22")).await;
    assert!(said.status == 200 && said.says("i dag") && !said.body.contains("<b>i dag"), "{}", said.body);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "bodil").await;
    let page = anna.get(&desk_case).await;
    assert!(
        page.says("Siger, at noget er forkert · borgeren") && page.says("Det var ikke"),
        "{}",
        page.text()
    );
    assert!(page.says("Søgt om døgnbehandling · borgeren"), "{}: {}", engine.name, page.text());
    let sealed = &engine.store.cases("skanderborg").await.expect("cases")[0];
    let clear = sealed.events.iter().filter_map(|event| event.sealed.as_deref());
    let clear: Vec<u8> = clear.flatten().copied().collect();
    assert!(clear.len() > 500 && !String::from_utf8_lossy(&clear).contains("søster"), "sealed");
    portal.post("/kode", act("WITHDRAW", "")).await;
    let over = under(&engine, &code, MONDAY).await;
    assert!(over.says("Noget her er forkert") && !over.says("Søg om dagbehandling"), "{}", over.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_wish_after_a_relatives_contact_starts_the_clock_and_outlives_the_appointment(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "").await;
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "lea").await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    let (_, rest) = day.body.split_once("/desk/aftale/").expect("the appointment");
    let appointment = rest[..32].to_owned();
    let open = async |contact: &str| {
        let page = lead.get(&format!("/desk/sager/ny?aftale={appointment}")).await;
        let key = page.field("FORM").expect("a key");
        let fields = format!("CONTACT={contact}&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-23");
        lead.post("/desk/sager/ny", &format!("FORM={key}&APPOINTMENT={appointment}&{fields}")).await
    };
    assert!(open("CONTACT:RELATIVE:NO_WISH").await.says("Ingen sidste dag"));
    let wished = open("CONTACT:CITIZEN:WISH").await;
    assert!(
        wished.says("Sagen er åbnet") && wished.says("senest mandag 7. december 2026"),
        "{}",
        wished.text()
    );
    let again = open("CONTACT:CITIZEN:WISH").await;
    assert!(
        !again.says("Sagen er åbnet") && again.body.matches("Ønske om behandling · lea").count() < 2,
        "{}",
        again.text()
    );
    let found = under(&engine, &code, MONDAY).await;
    let cancel = found.body.split("name=\"CANCEL\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    portal.post("/kode", format!("CODE={code}&CANCEL={}", cancel.expect("the appointment"))).await;
    let later = "2027-02-01T12:00:00+01:00";
    TestPortal::storing(&engine.store, later).run_retention().await;
    assert!(under(&engine, &code, later).await.says("Det er ikke din skyld."), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn an_opening_that_is_changed_after_it_was_sent_says_that_it_stands_otherwise(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    anna.post("/desk/sager/ny", &format!("FORM={form}&{PHONES}")).await;
    for changed in [
        PHONES.replace("AGE=30-", "AGE=18-29"),
        PHONES.replace("11-20", "11-19"),
        format!("{PHONES}&WISH_ALCOHOL=YES"),
    ] {
        let again = anna.post("/desk/sager/ny", &format!("FORM={form}&{changed}")).await;
        assert!(
            again.status == 422 && again.says("Sagen er åbnet i forvejen, med noget andet."),
            "{}: {}",
            engine.name,
            again.text()
        );
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_has_not_wished_can_wish_and_what_is_sent_twice_is_written_once(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let relative = "CONTACT=CONTACT:RELATIVE:NO_WISH&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-20";
    let opened = anna.post("/desk/sager/ny", &format!("FORM={form}&{relative}")).await;
    assert!(
        opened.says("Giv kun koden til borgeren selv.") && !opened.says("Læs koden højt"),
        "{}",
        opened.text()
    );
    let (code, desk_case) = (opened.code(), only_case(&opened));
    let found = under(&engine, &code, MONDAY).await;
    assert!(found.says("Du har ikke selv ønsket behandling her endnu."), "{}", found.text());
    assert!(!found.says("Tag ønsket om behandling tilbage"), "there is none: {}", found.text());
    let case = found.field("CASE").expect("its name");
    let act = |act: &str, words: &str| format!("CODE={code}&CASE={case}&ACT={act}&WORDS={words}");
    let wished = portal.post("/kode", act("WISH", "")).await;
    assert!(wished.says("senest mandag 7. december 2026"), "{}: {}", engine.name, wished.text());
    for _ in 0..2 {
        portal.post("/kode", act("OBJECT", "to+gange")).await;
        anna.post(&desk_case, "FACT=MEETING_ARRANGED&DAY=2026-11-27").await;
    }
    let events = engine.store.cases("skanderborg").await.expect("cases")[0].events.len();
    assert_eq!(events, 6, "{}: a page that was sent twice after another was not", engine.name);
    for _ in 0..2 {
        anna.post(&desk_case, "FACT=ASSESSED&DAY=2026-11-23").await;
    }
    assert_eq!(engine.store.cases("skanderborg").await.expect("cases")[0].events.len(), 7, "{}", engine.name);
    // What cannot be done any more is said, and its words are kept.
    portal.post("/kode", act("WITHDRAW", "")).await;
    let late = portal.post("/kode", act("APPLY_FOR_DAY", "mine+ord")).await;
    assert!(
        late.status == 422 && late.says("mine ord") && late.says("Det kan ikke gøres mere."),
        "{}",
        late.text()
    );
    let written = anna.get("/desk/sager?vis=skrevet").await;
    assert!(written.says("Har skrevet (1)"), "{}", written.text());
    anna.post(&desk_case, "FACT=CLOSED&DAY=2026-11-23").await;
    assert!(anna.get("/desk/sager").await.says("Har skrevet (0)"), "{}", engine.name);
    let own = anna.post(&desk_case, "FACT=RETRACTED&DAY=2026-11-23&CORRECTS=3").await;
    assert_eq!(own.status, 422, "what the citizen has said stays: {}", own.text());
}
