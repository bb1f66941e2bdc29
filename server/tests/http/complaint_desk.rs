//! Complaints at the desk: who reads them, who never does, and how they are answered. On both engines.

use crate::{
    common::{Answer, MONDAY, TestPortal},
    complaint_filing::{ABOUT_DECISION, file_complaint},
    complaint_follow::follow_complaint,
    desk::{Browser, signed_in},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::http::Method;
use domain::Role;
use rstest_reuse::apply;

const ABOUT_STAFF: &str = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";

/// The address of the only complaint on somebody's list.
async fn only_complaint(browser: &Browser<'_>) -> String {
    let list = browser.get("/desk/klager").await;
    let id = list.linked("/desk/klager").unwrap_or_else(|| panic!("a complaint: {}", list.text()));
    format!("/desk/klager/{id}")
}

fn seen(page: &Answer) -> String {
    format!("SEEN={}", page.field("SEEN").expect("how much has happened"))
}

#[apply(each_engine)]
#[tokio::test]
async fn whoever_it_is_for_reads_it_and_nobody_else_sees_that_it_is_there(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen+var+natteravn").await;
    let lead = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let list = lead.get("/desk/klager").await;
    assert!(list.says("Den måde, jeg er blevet mødt på") && list.says("Klager 1 venter"), "{}", list.text());
    let path = only_complaint(&lead).await;
    let page = lead.get(&path).await;
    assert!(page.says("Tonen var natteravn") && page.says("Uden navn"), "{}", page.text());
    for (role, login) in [
        (Role::Counsellor, "co1"),
        (Role::Admin, "ad1"),
        (Role::Manager, "ma1"),
        (Role::Authority, "au1"),
        (Role::ComplaintReader, "cr1"),
    ] {
        let other = signed_in(&portal, "vejle", role, login).await;
        let answer = other.get(&path).await;
        assert!(matches!(answer.status.as_u16(), 403 | 404), "{role:?}: {}", answer.status);
        assert!(!answer.body.contains("natteravn"));
        if role.reads_complaints() {
            let list = other.get("/desk/klager").await;
            assert!(
                list.says("Der er ingen klager til dig") && !list.says("venter"),
                "{role:?}: {}",
                list.text()
            );
            let acted = other.ask(Method::POST, &path, "DO=ACKNOWLEDGE&SEEN=1").await;
            assert_eq!(acted.status, 404, "{role:?}");
        }
    }
    let elsewhere = signed_in(&portal, "slagelse", Role::Lead, "lis").await;
    assert_eq!(elsewhere.get(&path).await.status, 404, "of another municipality");
}

#[apply(each_engine)]
#[tokio::test]
async fn whom_a_complaint_is_about_is_shut_out_of_it_of_the_count_the_log_and_its_file(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let receipt = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await;
    let (_, number) = receipt.body.split_once("<dt>Nummer</dt>").expect("a number");
    let number: String = number.split("<span>").nth(1).expect("a value")[..11].replace('-', "");
    let lea = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let liv = signed_in(&portal, "vejle", Role::Lead, "liv").await;
    let path = only_complaint(&lea).await;
    assert!(liv.get(&path).await.says("Tonen"), "before, a recipient reads");
    let page = lea.get(&path).await;
    assert!(page.says("Hvem handler klagen om?") && page.says("liv"), "{}", page.text());
    let (_, box_of_liv) = page.body.split_once("name=\"PERSON\" value=\"").expect("a colleague");
    let id = &box_of_liv[..32];
    let marked = lea.post(&path, &format!("DO=SHUT_OUT&{}&MARKED=&PERSON={id}", seen(&page))).await;
    assert!(marked.says("Det er gemt") && marked.is_chosen(&format!("PERSON-{id}")), "{}", marked.text());
    let stale = lea.ask(Method::POST, &path, &format!("DO=SHUT_OUT&{}&MARKED=", seen(&page))).await;
    assert!(stale.status == 422 && stale.says("Der er sket noget med klagen imens"), "{}", stale.text());
    assert!(
        marked.says("Hvem har læst den") && marked.says("Skrev, hvem en klage handler om"),
        "{}",
        marked.text()
    );
    assert_eq!(liv.get(&path).await.status, 404);
    assert_eq!(liv.ask(Method::POST, &path, "DO=ACKNOWLEDGE&SEEN=1").await.status, 404);
    let list = liv.get("/desk/klager").await;
    assert!(list.says("Der er ingen klager til dig") && !list.says("Klager 1 venter"), "{}", list.text());
    for address in ["/desk/log", "/desk/log/fil"] {
        assert!(lea.get(address).await.body.contains(&number), "{address}: who reads it sees what was done");
        let log = liv.get(address).await;
        assert!(!log.body.contains(&number), "{address}: {}", log.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn it_is_read_asked_about_answered_and_sent_on_and_the_citizen_sees_each(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers = ABOUT_DECISION.replace("RECEIVED", "MADE");
    let code = file_complaint(&portal, "vejle", &answers, "Jeg+fik+nej").await.code();
    let head = signed_in(&portal, "vejle", Role::Manager, "mai").await;
    let path = only_complaint(&head).await;
    let page = head.get(&path).await;
    assert!(
        page.says("Se på den igen senest: mandag 21. december 2026 (28 dage tilbage)"),
        "{}",
        page.text()
    );
    let page = head.post(&path, &format!("DO=ACKNOWLEDGE&{}", seen(&page))).await;
    assert!(page.says("Det er gemt") && page.says("Bliver læst"), "{}", page.text());
    assert!(follow_complaint(&portal, "vejle", &code).await.0.says("De er ved at se på klagen."));

    let page = head.post(&path, &format!("DO=ASK&{}&WORDS=Hvilken+dag+var+det?", seen(&page))).await;
    assert!(page.says("Borgeren er spurgt"), "{}", page.text());
    let (asked, fields) = follow_complaint(&portal, "vejle", &code).await;
    assert!(
        asked.says("De har spurgt dig om noget") && asked.says("Hvilken dag var det?"),
        "{}",
        asked.text()
    );
    portal.post("/vejle/klage/svar", format!("{fields}&DO=ADD&WORDS=Det+var+mandag")).await;
    let page = head.get(&path).await;
    assert!(page.says("Det var mandag") && page.says("Bliver læst"), "{}", page.text());

    let bare = head.ask(Method::POST, &path, &format!("DO=DECIDE&{}&WORDS=+", seen(&page))).await;
    assert_eq!(bare.status, 422);
    assert!(bare.says("Vælg, om borgeren får ret") && bare.says("Skriv det, borgeren skal læse"));
    let decide = format!("DO=DECIDE&{}&VERDICT=MAINTAINED&WORDS=Vi+har+set+på+det+igen.", seen(&page));
    let page = head.post(&path, &decide).await;
    assert!(page.says("Fastholdt") && page.says("Den er sendt til Ankestyrelsen"), "{}", page.text());
    let twice = head.ask(Method::POST, &path, &decide).await;
    assert_eq!(twice.status, 422, "decided once: {}", twice.text());
    let (answered, _) = follow_complaint(&portal, "vejle", &code).await;
    for words in ["De holder fast", "Vi har set på det igen.", "Klagen skal nu videre til Ankestyrelsen"] {
        assert!(answered.says(words), "{words}: {}", answered.text());
    }
    let page = head.post(&path, &format!("DO=SEND_ON&{}", seen(&page))).await;
    assert!(page.says("Sendt videre"), "{}", page.text());
    assert!(follow_complaint(&portal, "vejle", &code).await.0.says("Klagen er sendt videre."));
    assert!(!head.get("/desk/klager").await.says("Klager 1 venter"), "nothing waits");
}

#[apply(each_engine)]
#[tokio::test]
async fn of_two_who_write_at_once_the_second_sees_what_the_first_did_and_loses_nothing(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await;
    let lea = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let liv = signed_in(&portal, "vejle", Role::Lead, "liv").await;
    let path = only_complaint(&lea).await;
    let before = seen(&lea.get(&path).await);
    lea.post(&path, &format!("DO=ASK&{before}&WORDS=Hvem+var+det?")).await;
    let late =
        liv.ask(Method::POST, &path, &format!("DO=DECIDE&{before}&VERDICT=UPHELD&WORDS=Undskyld")).await;
    assert_eq!(late.status, 422);
    assert!(late.says("Der er sket noget med klagen imens") && late.says("Hvem var det?"), "{}", late.text());
    assert!(late.body.contains("Undskyld</textarea>"), "what was written stays");
    let page = lea.get(&path).await;
    lea.post(&path, &format!("DO=DECIDE&{}&VERDICT=UPHELD&WORDS=Det+er+rettet.", seen(&page))).await;
    let over =
        liv.ask(Method::POST, &path, &format!("DO=DECIDE&{before}&VERDICT=UPHELD&WORDS=Et+langt+brev")).await;
    assert!(over.body.contains("Et langt brev</textarea>"), "also where nothing is to be answered any more");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_that_is_handed_on_is_for_the_next_and_for_nobody_before(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await.code();
    let lead = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let head = signed_in(&portal, "vejle", Role::Manager, "mai").await;
    let path = only_complaint(&lead).await;
    let before = seen(&lead.get(&path).await);
    let nobody = lead.ask(Method::POST, &path, &format!("DO=HAND_ON&{before}&READER=COUNSELLOR")).await;
    assert!(nobody.status == 422 && nobody.says("Vælg, hvem der skal læse den"), "{}", nobody.text());
    let empty = lead.ask(Method::POST, &path, &format!("DO=HAND_ON&{before}&READER=AUTHORITY")).await;
    assert!(empty.status == 422 && empty.says("Ingen med den rolle kan logge ind"), "{}", empty.text());
    let list = lead.post(&path, &format!("DO=HAND_ON&{before}&READER=MANAGER")).await;
    assert!(
        list.says("Klagen er givet videre") && list.says("Der er ingen klager til dig"),
        "{}",
        list.text()
    );
    assert_eq!(lead.get(&path).await.status, 404);
    assert!(head.get(&path).await.says("Givet videre"), "with all that was said");
    assert!(follow_complaint(&portal, "vejle", &code).await.0.says("En anden læser klagen nu"));
}

#[apply(each_engine)]
#[tokio::test]
async fn where_nobody_can_read_it_the_citizen_is_told_to_call_and_the_administrator_how_many(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let receipt = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await;
    assert!(receipt.says("Lige nu har ingen på centret adgang til at læse klager"), "{}", receipt.text());
    let admin = signed_in(&portal, "vejle", Role::Admin, "ada").await;
    let page = admin.get("/desk/ansatte").await;
    assert!(page.says("1 klage har ingen, der kan læse den") && !page.says("Tonen"), "{}", page.text());
    signed_in(&portal, "vejle", Role::Lead, "lea").await;
    assert!(!admin.get("/desk/ansatte").await.says("har ingen, der kan læse"), "now somebody can");
    let known = file_complaint(&portal, "vejle", ABOUT_STAFF, "Igen").await;
    assert!(!known.says("Lige nu har ingen på centret"), "{}", known.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_lead_lets_nobody_in_who_reads_what_may_be_about_them(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    signed_in(&portal, "vejle", Role::Manager, "mai").await;
    for role in ["LEAD", "MANAGER", "AUTHORITY", "COMPLAINT_READER"] {
        let fields =
            format!("ACT=INVITE&NAME=Ny&LOGIN=ny-{}&ROLE={role}", role.to_lowercase().replace('_', "-"));
        let refused = lead.ask(Method::POST, "/desk/ansatte", &fields).await;
        assert_eq!(refused.status, 422, "{role}: {}", refused.text());
    }
    let page = lead.get("/desk/ansatte").await;
    assert!(page.says("Den, der driver siden, giver og tager den rolle."), "{}", page.text());
    let members = engine.store.staff("vejle").await.expect("staff");
    let head = members.iter().find(|member| member.role == Role::Manager).expect("the head");
    for act in ["RENEW", "SHUT_OUT", "REMOVE"] {
        let refused = lead.ask(Method::POST, "/desk/ansatte", &format!("ACT={act}&ID={}", head.id)).await;
        assert_eq!(refused.status, 422, "{act}: {}", refused.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_is_not_happy_with_the_answer_goes_on_to_the_next_that_the_standard_names(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await.code();
    let lead = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let head = signed_in(&portal, "vejle", Role::Manager, "mai").await;
    let (page, fields) = follow_complaint(&portal, "vejle", &code).await;
    assert!(!page.says("Er du ikke tilfreds med svaret?"), "there is none yet");
    let early = portal.post("/vejle/klage/svar", format!("{fields}&DO=FURTHER")).await;
    assert!(early.status == 422 && early.says("Det kan ikke gøres mere"), "{}", early.text());
    let path = only_complaint(&lead).await;
    let before = seen(&lead.get(&path).await);
    lead.post(&path, &format!("DO=DECIDE&{before}&VERDICT=MAINTAINED&WORDS=Sådan+taler+vi.")).await;
    let (page, fields) = follow_complaint(&portal, "vejle", &code).await;
    assert!(
        page.says("Er du ikke tilfreds med svaret?") && page.says("Lederen af centret"),
        "{}",
        page.text()
    );
    let gone = portal.post("/vejle/klage/svar", format!("{fields}&DO=FURTHER")).await;
    assert!(gone.says("Klagen er givet videre") && !gone.says("Ja, gå videre"), "{}", gone.text());
    assert_eq!(lead.get(&path).await.status, 404);
    assert!(head.get(&path).await.says("Sådan taler vi."), "with the answer");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_about_its_reader_is_marked_so_and_is_not_handed_back_to_them(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    file_complaint(&portal, "vejle", &format!("{ABOUT_STAFF}&ABOUT_READER=LEAD"), "Lederen").await;
    signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let head = signed_in(&portal, "vejle", Role::Manager, "mai").await;
    let path = only_complaint(&head).await;
    let page = head.get(&path).await;
    assert!(page.says("klagen handler om den, der skulle have læst den: Leder"), "{}", page.text());
    let back = head.ask(Method::POST, &path, &format!("DO=HAND_ON&{}&READER=LEAD", seen(&page))).await;
    assert!(back.status == 422 && back.says("Vælg, hvem der skal læse den"), "{}", back.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn one_that_came_late_or_on_an_unknown_day_can_be_dealt_with_and_sent_on_all_the_same(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers = ABOUT_DECISION.replace("START=RECEIVED&DAY=2&MONTH=11&YEAR=2026", "START=UNKNOWN");
    file_complaint(&portal, "vejle", &answers, "Nej").await;
    let head = signed_in(&portal, "vejle", Role::Manager, "mai").await;
    let path = only_complaint(&head).await;
    let page = head.get(&path).await;
    let decide = format!("DO=DECIDE&{}&VERDICT=MAINTAINED&WORDS=Vi+fastholder.", seen(&page));
    let page = head.post(&path, &decide).await;
    assert!(page.says("Den er sendt til Ankestyrelsen"), "{}", page.text());
    let page = head.post(&path, &format!("DO=SEND_ON&{}", seen(&page))).await;
    assert!(page.says("Sendt videre"), "{}", page.text());
}
