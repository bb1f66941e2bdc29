//! A complaint is written and sent: what is stored, the receipt, and checking it. On both engines.

use crate::{
    common::{Answer, MONDAY, TestPortal, read_standards},
    each_engine::each_engine,
    engines::EngineKind,
};
use app::{tasks::complaint::text::receipt as text, ui::dates::weekday_and_date};
use domain::{
    Instant, Lang, LocalDay, Substance,
    complaint::{ComplaintAnswers, ComplaintDesk, ComplaintSubject, ComplaintTiming, StartDay, StartDayKind},
};
use rstest_reuse::apply;
use server::{crypto::receipt_signer::is_receipt, jobs::retention::Moment};

/// Answers of somebody who complains about a decision, up to the page on which they write.
pub const ABOUT_DECISION: &str =
    "SUBJECT=DRUG_TREATMENT_DECISION&START=RECEIVED&DAY=2&MONTH=11&YEAR=2026&WHO=SELF&REACH=CODE";

/// The page on which somebody writes who has answered so, with its form.
pub async fn open_writing(portal: &TestPortal, municipality: &str, answers: &str) -> (Answer, String) {
    let page = portal.post(&format!("/{municipality}/klage"), format!("{answers}&STEP=REACH")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.says("Skriv din klage"), "{}", page.text());
    let form = format!("{answers}&STEP=WRITE&FORM={}", page.form());
    (page, form)
}

/// Sends a complaint; its receipt.
pub async fn file_complaint(portal: &TestPortal, municipality: &str, answers: &str, words: &str) -> Answer {
    let (_, form) = open_writing(portal, municipality, answers).await;
    portal.post(&format!("/{municipality}/klage"), format!("{form}&WORDS={words}")).await
}

fn at(text: &str) -> Moment {
    let moment = Instant::parse(text).expect("a moment");
    Moment { now: moment.minute(), today: moment.day().date() }
}

/// What stands on a receipt beside a label.
fn read_beside(receipt: &Answer, label: &str) -> String {
    let (_, rest) = receipt.body.split_once(&format!("<dt>{label}</dt>")).expect("a line of the receipt");
    rest.split("<span>").nth(1).and_then(|rest| rest.split('<').next()).expect("its value").to_owned()
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_is_received_with_its_last_day_and_what_happens_when(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let receipt = file_complaint(&portal, "skanderborg", ABOUT_DECISION, "Jeg+fik+nej+til+døgn.").await;
    assert_eq!(receipt.status, 200, "{}", receipt.text());
    for words in [
        "Klagen er modtaget",
        "Mandag 23. november 2026",
        "Skanderborg Rusmiddelcenter",
        "Mandag 30. november 2026. Den kom i tide.",
        "Mandag 21. december 2026",
        "Ankestyrelsen",
        "Lige nu har ingen på centret adgang til at læse klager.",
        "87 94 75 80",
    ] {
        assert!(receipt.text().to_lowercase().contains(&words.to_lowercase()), "{words}: {}", receipt.text());
    }
    assert_eq!(receipt.code().len(), 25);
    assert!(!receipt.body.contains("Jeg fik nej"), "nothing of what was written");
    assert_eq!(read_beside(&receipt, "Kontrolord").split(' ').count(), 5);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_stored_says_nothing_of_what_was_written_nor_of_who_wrote_it(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers =
        ABOUT_DECISION.replace("REACH=CODE", "REACH=LETTER&NAME=Fugl+Kvist&ADDRESS=Engvej+7&PHONE=");
    let receipt = file_complaint(&portal, "skanderborg", &answers, "Jeg+fik+nej+til+natteravn").await;
    assert_eq!(receipt.status, 200, "{}", receipt.text());
    let stored = engine.store.write_out_complaints().await;
    assert!(stored.contains("skanderborg_center"), "the receipt stands there: {stored}");
    for secret in ["natteravn", "Fugl", "Engvej", "DRUG_TREATMENT_DECISION"] {
        assert!(!stored.contains(secret), "{secret}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_sent_twice_is_one_complaint_and_shows_the_same_receipt(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "vejle", &ABOUT_DECISION.replace("RECEIVED", "MADE")).await;
    let sent = format!("{form}&WORDS=Nej");
    let first = portal.post("/vejle/klage", sent.clone()).await;
    let second = portal.post("/vejle/klage", sent.clone()).await;
    assert_eq!((first.status.as_u16(), first.code()), (200, second.code()));
    assert_eq!(read_beside(&first, "Nummer"), read_beside(&second, "Nummer"));
    let english = portal.post("/en/vejle/klage", format!("{form}&SHOW=1")).await;
    assert!(english.says("The complaint has been received"), "{}", english.text());
    let changed = portal.post("/vejle/klage", format!("{form}&WORDS=Noget+andet")).await;
    assert!(changed.status == 422 && changed.says("Klagen er sendt, som den var før"), "{}", changed.text());
    assert!(changed.body.contains("Noget andet</textarea>"), "what was written now stays");
    let later = TestPortal::storing(&engine.store, "2026-11-23T13:00:00+01:00");
    let reloaded = later.post("/vejle/klage", sent.clone()).await;
    assert!(
        reloaded.says("Klagen er modtaget") && reloaded.says("Vi viser den ikke igen"),
        "{}",
        reloaded.text()
    );
    let stored = engine.store.write_out_complaints().await;
    assert_eq!(
        stored.matches("traedesten-receipt").count(),
        1,
        "loaded again hours later it is not sent again"
    );
    let late = later.post("/vejle/klage", format!("{form}&SHOW=1")).await;
    assert!(late.says("Klagen er modtaget") && late.says("Vi viser den ikke igen"), "{}", late.text());
    assert!(!late.body.contains("class=\"code\""), "the phone may be somebody else's by now");
}

#[apply(each_engine)]
#[tokio::test]
async fn anybody_can_check_a_receipt_and_nobody_can_forge_one(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers = ABOUT_DECISION.replace("RECEIVED", "MADE");
    let one = file_complaint(&portal, "vejle", &answers, "Nej").await;
    let other = file_complaint(&portal, "slagelse", &answers, "Nej").await;
    let (number, words) = (read_beside(&one, "Nummer"), read_beside(&one, "Kontrolord"));
    let check = |number: &str, words: &str| {
        let fields = format!("NUMBER={}&WORDS={}", number.replace('-', "+"), words.replace(' ', "+"));
        let portal = portal.clone();
        async move { portal.post("/kvittering", fields).await }
    };
    let genuine = check(&number.to_lowercase(), &words.to_uppercase()).await;
    assert_eq!(genuine.status, 200, "{}", genuine.text());
    assert!(genuine.says("Kvitteringen er ægte") && genuine.says("Vejle Kommune"), "{}", genuine.text());
    assert!(genuine.says("Lederen af RusmiddelCenter Vejle") && genuine.says("Den kom i tide."));
    for (number, words) in [
        (number.as_str(), read_beside(&other, "Kontrolord")),
        (read_beside(&other, "Nummer").as_str(), words.clone()),
        ("00000-00000", words.clone()),
        (number.as_str(), "and and and and and".to_owned()),
    ] {
        let forged = check(number, &words).await;
        assert_eq!(forged.status, 422, "{number} {words}");
        assert!(forged.says("Den kvittering kender vi ikke"), "{}", forged.text());
    }
    assert!(check("", &words).await.says("Skriv både nummeret og de fem ord"));

    let codes: Vec<&str> =
        one.body.split("<span translate=\"no\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let [line, signature, key] = codes[..] else { panic!("a line, its signature and the key: {codes:?}") };
    assert!(is_receipt(key, line, signature), "without the portal too");
    assert!(!is_receipt(key, &line.replace("vejle", "slagelse"), signature), "of another municipality");
    assert!(!is_receipt(key, &line.replace("2026-11-23", "2026-11-20"), signature), "of another day");
}

#[apply(each_engine)]
#[tokio::test]
async fn what_cannot_be_sent_is_told_and_what_was_written_stays(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "skanderborg", ABOUT_DECISION).await;
    let long = "æ".repeat(20_001);
    for (fields, says, status) in [
        (format!("{form}&WORDS=+"), "Skriv, hvad du er utilfreds med", 422),
        (format!("{form}&WORDS={long}"), "Det er mere end 20.000 tegn", 422),
        (format!("{form}&WORDS=Nej&WEBSITE=x"), "Et felt, du ikke kan se, var udfyldt", 422),
        (format!("{}&WORDS=Nej", form.replace("FORM=", "FORM=00")), "Siden har stået åben længe", 422),
        (format!("{}&WORDS=Nej", form.replace("WHO=SELF", "WHO=")), "Vælg, hvem der klager", 422),
        (format!("{}&WORDS=Nej", form.replace("REACH=CODE", "REACH=LETTER")), "Skriv dit navn", 422),
        (format!("{form}&WORDS=Ring+12+34+56+78"), "kan vise, hvem du er", 422),
    ] {
        let page = portal.post("/skanderborg/klage", fields).await;
        assert_eq!(page.status, status, "{says}: {}", page.text());
        assert!(page.says(says), "{says}: {}", page.text());
    }
    let page = portal.post("/skanderborg/klage", format!("{form}&WORDS={long}")).await;
    assert!(page.body.contains(&long), "all of it");
    let warned = portal.post("/skanderborg/klage", format!("{form}&WORDS=Ring+12+34+56+78&WARNED=YES")).await;
    assert!(warned.says("Klagen er modtaget"), "a number is allowed, once one knows: {}", warned.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn the_longest_complaint_in_the_widest_letters_goes_through_and_survives_every_page(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "skanderborg", ABOUT_DECISION).await;
    let words = "%F0%9F%8C%B1".repeat(20_000);
    let back = portal.post("/skanderborg/klage", format!("{form}&WORDS={words}&BACK=REACH")).await;
    assert_eq!(back.status, 200);
    let carried = back.field("WORDS").expect("it travels along");
    assert_eq!(carried.chars().count(), 20_000);
    let sent = portal.post("/skanderborg/klage", format!("{form}&WORDS={words}")).await;
    assert!(sent.says("Klagen er modtaget"), "{}", sent.status);
    let huge = portal.post("/skanderborg/klage", format!("{form}&WORDS={}", "a".repeat(400_000))).await;
    assert_eq!(huge.status, 413);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_another_authority_takes_is_never_stored_and_what_was_written_can_be_copied(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "skanderborg", ABOUT_DECISION).await;
    let form = form.replace("SUBJECT=DRUG_TREATMENT_DECISION", "SUBJECT=HEALTH_TREATMENT");
    let page = portal.post("/skanderborg/klage", format!("{form}&WORDS=Dosis+er+for+lav")).await;
    assert!(page.says("Den klage kan vi ikke tage imod her"), "{}", page.text());
    assert!(page.body.contains("Dosis er for lav</textarea>"), "nothing is swallowed");
    assert!(page.says("borger.dk") && page.says("et skema på papir"), "{}", page.text());
    assert!(!engine.store.write_out_complaints().await.contains("traedesten-receipt"), "nothing is stored");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_late_complaint_is_taken_and_its_receipt_says_so(engine: EngineKind) {
    let engine = engine.open().await;
    let answers = ABOUT_DECISION.replace("RECEIVED", "MADE").replace("DAY=2&MONTH=11", "DAY=26&MONTH=11");
    for (moment, says) in [
        ("2026-12-24T23:59:59+01:00", "Den kom i tide."),
        ("2026-12-25T00:00:00+01:00", "Den kom den første hverdag efter."),
        ("2026-12-28T23:59:59+01:00", "Den kom den første hverdag efter."),
        ("2026-12-29T00:00:00+01:00", "Den kom senere."),
    ] {
        let portal = TestPortal::storing(&engine.store, moment);
        let receipt = file_complaint(&portal, "vejle", &answers, "Nej").await;
        assert!(receipt.says("Klagen er modtaget") && receipt.says(says), "{moment}: {}", receipt.text());
        assert!(receipt.says("Torsdag 24. december 2026") || receipt.says("torsdag 24. december 2026"));
        assert!(!receipt.says("for sent"), "{moment}");
    }
}

/// Every subject in every municipality, in time, late, and where no day is known: the receipt says what the page said
/// before, or nothing is stored.
#[tokio::test]
async fn every_complaint_that_can_be_sent_has_a_receipt_as_the_standard_decides() {
    let engine = crate::engines::sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let today = LocalDay::parse("2026-11-23").expect("a day");
    for standard in read_standards() {
        for subject in ComplaintSubject::all() {
            for day in [Some("2026-11-10"), Some("2026-10-26"), Some("2026-10-25"), Some("2026-10-23"), None]
            {
                let start = day.map_or_else(
                    || StartDay { kind: StartDayKind::Unknown, day: None },
                    |day| StartDay { kind: StartDayKind::Received, day: LocalDay::parse(day) },
                );
                let told = ComplaintAnswers {
                    is_about_health_papers: Some(false),
                    substance: Some(Substance::Drugs),
                    is_adult: Some(true),
                    start: Some(start),
                    subject,
                };
                let outcome = told.decide(&standard, Some(today)).outcome;
                let by_general_rule = ComplaintTiming::of(&outcome, today) == ComplaintTiming::ByGeneralRule;
                let follows = if by_general_rule { told.decide_in_time(&standard, today) } else { outcome };
                let parts =
                    day.map(|day| format!("&YEAR={}&MONTH={}&DAY={}", &day[..4], &day[5..7], &day[8..]));
                let parts = parts.unwrap_or_default();
                let answers = format!(
                    "SUBJECT={}&PAPERS=NO&SUBSTANCE=DRUGS&ADULT=YES&START={}{parts}&WHO=SELF&REACH=CODE",
                    subject.code(),
                    start.kind.code(),
                );
                let case = format!("{} {answers}", standard.code);
                let path = format!("/{}/klage", standard.code);
                if ComplaintDesk::of(&outcome) == ComplaintDesk::Outside {
                    let sent = portal.post(&path, format!("{answers}&STEP=WRITE&WORDS=Nej")).await;
                    assert!(sent.says("Den klage kan vi ikke tage imod her"), "{case}: {}", sent.text());
                    continue;
                }
                let receipt = file_complaint(&portal, &standard.code, &answers, "Nej").await;
                assert!(receipt.says("Klagen er modtaget"), "{case}: {}", receipt.text());
                let timing = text::timing(ComplaintTiming::of(&outcome, today)).da;
                assert!(receipt.says(timing), "{case}: {timing}: {}", receipt.text());
                for date in [outcome.complaint_latest, follows.reassessment_latest].into_iter().flatten() {
                    let date = weekday_and_date(date.date(), Lang::Da);
                    assert!(receipt.says(&date), "{case}: {date}: {}", receipt.text());
                }
                let onward = follows.onward_body;
                assert_eq!(receipt.says("Får du ikke ret, går den til"), onward.is_some(), "{case}");
                let again = follows.reassessment_latest.is_some();
                assert_eq!(receipt.says("De ser på sagen igen senest"), again, "{case}");
            }
        }
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_is_complained_about_does_not_read_it_even_where_they_would(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";
    let usual = file_complaint(&portal, "vejle", answers, "Tonen").await;
    assert_eq!(read_beside(&usual, "Går til"), "Lederen af din afdeling");
    let ticked = format!("{answers}&ABOUT_READER=LEAD");
    let above = file_complaint(&portal, "vejle", &ticked, "Tonen").await;
    assert_eq!(read_beside(&above, "Går til"), "Lederen af centret", "one above");
    // What it is about was changed after the tick: now it would be read by whom nobody has ticked.
    let (_, form) = open_writing(&portal, "vejle", &ticked).await;
    let form = form.replace("SUBJECT=STAFF_CONDUCT", "SUBJECT=OTHER");
    let asked = portal.post("/vejle/klage", format!("{form}&WORDS=Tonen")).await;
    assert!(asked.status == 422 && asked.says("Klagen går nu til en anden end før"), "{}", asked.text());
    // Nobody is named, and it is about the head of the centre: no page says that it goes there.
    let head = "SUBJECT=OTHER&WHO=SELF&REACH=CODE&ABOUT_READER=MANAGER";
    let receipt = file_complaint(&portal, "horsens", head, "Lederen").await;
    assert_eq!(read_beside(&receipt, "Går til"), "Kommunens ledelse på området", "{}", receipt.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_goes_two_years_after_it_came_its_key_with_it_and_its_code_not_before(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    file_complaint(&portal, "vejle", "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE", "Tonen").await;
    let kept = engine.store.tidy(at("2028-11-23T23:59:00+01:00")).await.expect("tidied");
    assert_eq!(kept.of_table("complaint") + kept.of_table("anonymous_code"), 0, "{}", engine.name);
    let gone = engine.store.tidy(at("2028-11-24T00:01:00+01:00")).await.expect("tidied");
    assert_eq!(gone.of_table("complaint_key"), 1, "{}", engine.name);
    assert_eq!(gone.of_table("complaint"), 1, "{}", engine.name);
    assert_eq!(gone.of_table("anonymous_code"), 0, "{}", engine.name);
    assert!(!engine.store.write_out_complaints().await.contains("traedesten-receipt"), "{}", engine.name);
}
