//! Writing to each other at an appointment.

use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{Engine, EngineKind, act},
};
use domain::{AppointmentType, BookingKind};
use rstest_reuse::apply;
use server::{
    db::{FormKey, StaffId},
    tasks::conversation::presence::Party,
};

/// The appointment is on Tuesday at ten, for half an hour.
const DURING: &str = "2026-11-24T10:05:00+01:00";

/// A desk that writes, and the pass of somebody who has booked.
async fn booked(engine: &Engine) -> (String, String) {
    engine.counsellor(StaffId::new([7; 16]), "vejle", 0..4, 9 * 60, 12 * 60).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("vejle", BookingKind::Online, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let base = "ABOUT=CLOSE&CLOSE=18-24&KIND=ONLINE&TIME=2026-11-24T10:00";
    let check = portal.post("/vejle/samtale", base).await;
    let code = portal.post("/vejle/samtale", format!("{base}&FORM={}&CONFIRM=1", check.form())).await.code();
    let pass = portal.post("/kode", format!("CODE={code}")).await.field("PASS").expect("a pass");
    (code, pass)
}

#[apply(each_engine)]
#[tokio::test]
async fn one_writes_when_it_is_time_and_reads_until_a_day_later(engine: EngineKind) {
    let engine = engine.open().await;
    let (code, pass) = booked(&engine).await;
    let at = |moment: &str| TestPortal::storing(&engine.store, moment);
    let early = at(MONDAY).post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=Hej")).await;
    assert!(early.says("Rådgiveren er her den 24. november 2026 kl. 10.00-"), "{}", early.text());
    assert!(early.says("Du kan skrive fra i morgen kl. 9.50."), "{}: {}", engine.name, early.text());
    let portal = at(DURING);
    let key = portal.post("/vejle/skriv", format!("PASS={pass}")).await.field("KEY").expect("a key");
    let said = format!("PASS={pass}&KEY={key}&DO=SEND&TEXT=Jeg+er+bange+for+min+s%C3%B8n");
    let sent = portal.post("/vejle/skriv", said.clone()).await;
    assert!(sent.status == 200 && sent.says("Dig Jeg er bange for min søn"), "{}", sent.text());
    let twice = portal.post("/vejle/skriv", said).await;
    assert_eq!(twice.text().matches("Jeg er bange").count(), 1, "sent again is said once");
    let talk =
        portal.services().conversations.find_by_pass("vejle", &pass).await.expect("read").expect("a talk");
    assert!(
        portal
            .services()
            .conversations
            .say(&talk, "Godt, at du skriver.", &FormKey::new([1; 16]), Some(&act("vejle")))
            .await
            .expect("said")
    );
    let page = portal.post("/vejle/skriv", format!("PASS={pass}&DO=READ&TEXT=halvt+skrevet")).await;
    assert!(page.says("Rådgiveren Godt, at du skriver.") && page.says("halvt skrevet"), "a draft stays");
    let sealed = engine.store.messages(&talk.appointment.id).await.expect("messages");
    assert!(sealed.iter().all(|one| !String::from_utf8_lossy(&one.sealed).contains("bange")), "sealed");
    let over = at("2026-11-24T10:46:00+01:00")
        .post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=Farvel"))
        .await;
    assert!(over.says("Tiden er slut. Ingen læser her mere.") && !over.says("Dig Farvel"));
    let gone = at("2026-11-25T10:31:00+01:00");
    gone.run_retention().await;
    assert!(gone.post("/vejle/skriv", format!("PASS={pass}")).await.says("Der er ikke skrevet noget endnu."));
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    assert_eq!(
        portal.post("/vejle/skriv", format!("PASS={pass}")).await.header("location"),
        "/kode",
        "deleted"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn what_gives_somebody_away_is_told_and_never_stored(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    let text = "Mit+CPR+er+010190-1234,+ring+12+34+56+78";
    let warned = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT={text}")).await;
    assert_eq!(warned.status, 422);
    assert!(warned.says("ligner et CPR-nummer og et telefonnummer"), "{}: {}", engine.name, warned.text());
    assert!(warned.says("010190-1234") && warned.says("Beskeden er ikke sendt endnu."), "nothing is lost");
    assert!(warned.says("Så ring til centret."), "the way to say who one is, where no calls are taken down");
    let talk =
        portal.services().conversations.find_by_pass("vejle", &pass).await.expect("read").expect("a talk");
    assert!(portal.services().conversations.list(&talk).await.expect("read").is_empty());
    let masked = portal.post("/vejle/skriv", format!("PASS={pass}&DO=MASK&TEXT={text}")).await;
    assert!(masked.says("Dig Mit CPR er [fjernet], ring [fjernet]"), "{}", masked.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_message_is_shown_as_it_was_written_and_a_pass_opens_one_conversation(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    let script = "%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    let draft = portal.post("/vejle/skriv", format!("PASS={pass}&DO=READ&TEXT={script}")).await;
    assert!(
        !draft.body.contains("<script>alert") && draft.body.contains("&lt;/textarea&gt;"),
        "{}",
        engine.name
    );
    let sent = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT={script}")).await;
    assert!(!sent.body.contains("<script>alert"));
    for (text, says) in [
        ("+", "Skriv noget først."),
        ("%E2%80%8B", "Skriv noget først."),
        (&"a".repeat(4001), "Beskeden er for lang."),
    ] {
        let page = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT={text}")).await;
        assert!(page.status == 422 && page.says(says));
    }
    let forged = format!("{}0", &pass[..pass.len() - 1]);
    let other = if forged == pass { format!("{}1", &pass[..pass.len() - 1]) } else { forged };
    for bad in [other.as_str(), "", "x-y", &pass[..32]] {
        assert_eq!(
            portal.post("/vejle/skriv", format!("PASS={bad}")).await.header("location"),
            "/kode",
            "{bad}"
        );
    }
    assert_eq!(
        portal.post("/randers/skriv", format!("PASS={pass}")).await.header("location"),
        "/kode",
        "elsewhere"
    );
    assert_eq!(portal.get("/en/vejle/skriv").await.header("location"), "/en/kode");
    let gone = portal.post("/vejle/skriv", format!("PASS={pass}&DO=DELETE")).await;
    assert!(gone.says("Det, I skrev, er slettet.") && !gone.body.contains("alert(1)"));
}

#[apply(each_engine)]
#[tokio::test]
async fn what_was_held_back_is_told_on_top_and_names_are_left_to_the_reader(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    let held = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=ring+12+34+56+78")).await;
    let (top, below) = held.body.split_once("<h1").expect("a heading");
    assert!(top.contains("role=\"alert\"") && top.contains("Beskeden er ikke sendt endnu."), "{top}");
    assert!(below.contains("Vi kan ikke se navne og adresser."));
}

#[apply(each_engine)]
#[tokio::test]
async fn once_they_talk_the_newest_message_stands_beside_the_field(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=Hej")).await;
    let page = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=Er+du+der")).await;
    assert!(page.body.contains("action=\"/vejle/skriv#nyeste\""));
    let (_, newest) = page.body.split_once("id=\"nyeste\"").expect("the newest message");
    assert!(newest.contains("Er du der") && !newest.contains("<p>Hej</p>"));
    assert!(page.says("Om samtalen"), "what was told before is folded");
}

#[apply(each_engine)]
#[tokio::test]
async fn when_the_time_is_up_it_is_said_and_a_sentence_may_be_ended(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, "2026-11-24T10:33:00+01:00");
    let page = portal.post("/vejle/skriv", format!("PASS={pass}&DO=SEND&TEXT=Tak")).await;
    assert!(page.says("Tiden er gået. Rådgiveren læser måske ikke mere."), "{}", page.text());
    assert!(page.says("Dig Tak"));
    let during = TestPortal::storing(&engine.store, DURING);
    assert!(!during.post("/vejle/skriv", format!("PASS={pass}")).await.says("Tiden er gået."));
}

#[apply(each_engine)]
#[tokio::test]
async fn a_page_that_asks_is_answered_as_soon_as_something_is_written(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    let page = portal.post("/vejle/skriv", format!("PASS={pass}&DO=READ")).await;
    let seen = page.attribute("data-follow").expect("what the page shows").replace(' ', "+");
    let conversations = &portal.services().conversations;
    let talk = conversations.find_by_pass("vejle", &pass).await.expect("read").expect("a talk");
    let staff = act("vejle");
    let key = FormKey::new([9; 16]);
    let waits = portal.post("/vejle/skriv", format!("PASS={pass}&DO=WAIT&SEEN={seen}"));
    let (answer, said) = tokio::join!(waits, conversations.say(&talk, "Er du der?", &key, Some(&staff)));
    assert!(said.expect("said"), "{}", engine.name);
    assert!(answer.status == 200 && answer.says("Rådgiveren Er du der?"), "{}", answer.text());
    let stale = portal.post("/vejle/skriv", format!("PASS={pass}&DO=WAIT&SEEN={seen}")).await;
    assert_eq!(stale.status, 200, "who has missed something is told at once");
    let forged = portal.post("/vejle/skriv", format!("PASS=x&DO=WAIT&SEEN={seen}")).await;
    assert_eq!(forged.header("location"), "/kode");
}

#[apply(each_engine)]
#[tokio::test]
async fn each_side_sees_that_the_other_has_the_page_open(engine: EngineKind) {
    let engine = engine.open().await;
    let (_, pass) = booked(&engine).await;
    let portal = TestPortal::storing(&engine.store, DURING);
    let alone = portal.post("/vejle/skriv", format!("PASS={pass}")).await;
    assert!(!alone.says("har siden åben nu"), "{}: {}", engine.name, alone.text());
    let conversations = &portal.services().conversations;
    let talk = conversations.find_by_pass("vejle", &pass).await.expect("read").expect("a talk");
    conversations.attend(&talk, Party::Staff(StaffId::new([7; 16]))).await.expect("there");
    let both = portal.post("/vejle/skriv", format!("PASS={pass}")).await;
    assert!(both.says("Rådgiveren har siden åben nu."), "{}", both.text());
}
