//! Notes between talks: for oneself alone, or for both sides. On both engines.

use super::{Citizen, Opened, PIN, cookie_of, enter, opened};
use crate::{
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use rstest_reuse::apply;
use server::{
    crypto::{keys::Keys, random::Random, sealed},
    tasks::plan::own_note::repository as own_notes,
};

const SECRET: &str = "kanarie i min egen note";

/// Writes a note, to be read by `readers`.
async fn write_note(citizen: &Citizen<'_>, text: &str, readers: &str) -> Answer {
    let form = citizen.get("/min-plan/noter").await.field("FORM").expect("a key");
    let text = text.replace(' ', "+");
    citizen.post("/min-plan/noter", &format!("ACT=NOTE&FORM={form}&TEXT={text}&READERS={readers}")).await
}

#[apply(each_engine)]
#[tokio::test]
async fn who_may_read_a_note_is_chosen_each_time(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "vejle").await;
    let unchosen = write_note(&citizen, "Jeg sov ikke", "").await;
    assert!(unchosen.status == 422 && unchosen.says("Vælg, hvem der må læse noten"), "{}", unchosen.text());
    assert!(unchosen.body.contains("\nJeg sov ikke</textarea>"), "what was typed still stands");
    let empty = write_note(&citizen, "", "ME").await;
    assert!(empty.status == 422 && empty.says("Skriv noget først") && empty.is_chosen("READERS-ME"));

    let shared = write_note(&citizen, "Spørg om medicin", "BOTH").await;
    assert!(shared.says("Mig og centret Spørg om medicin"), "{}", shared.text());
    let own = write_note(&citizen, SECRET, "ME").await;
    assert!(own.says(&format!("Kun mig {SECRET}")), "{}", own.text());
    assert!(!own.is_chosen("READERS-ME") && !own.is_chosen("READERS-BOTH"), "the next is chosen anew");
    let at_desk = anna.get(&format!("{desk}/noter")).await;
    assert!(at_desk.says("Borgeren og centret Spørg om medicin"), "{}", at_desk.text());
    assert!(!at_desk.says(SECRET) && !at_desk.says("Kun mig"), "not even that there is one");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_note_is_changed_and_deleted_and_a_form_sent_twice_is_one(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "vejle").await;
    let form = citizen.get("/min-plan/noter").await.field("FORM").expect("a key");
    for _ in 0..2 {
        citizen.post("/min-plan/noter", &format!("ACT=NOTE&FORM={form}&TEXT=En+note&READERS=ME")).await;
    }
    let page = citizen.get("/min-plan/noter").await;
    assert_eq!(page.body.matches("En note").count(), 1, "{}", page.text());
    let start = page.body.find("?ret=OWN-").expect("a way to change it") + "?ret=OWN-".len();
    let id = page.body[start..].split(['"', '#']).next().expect("its name").to_owned();
    let edit = citizen.get(&format!("/min-plan/noter?ret=OWN-{id}")).await;
    assert!(edit.body.contains("\nEn note</textarea>"), "{}", edit.body);
    let long = "x".repeat(4001);
    let too_long = citizen.post("/min-plan/noter", &format!("ACT=OWN&NOTE={id}&TEXT={long}")).await;
    assert!(too_long.status == 422 && too_long.body.contains(&long));
    let changed = citizen.post("/min-plan/noter", &format!("ACT=OWN&NOTE={id}&TEXT=En+anden")).await;
    assert!(changed.says("En anden") && !changed.says("En note "), "{}", changed.text());
    let gone = citizen.post("/min-plan/noter", &format!("ACT=OWN&NOTE={id}&TEXT=")).await;
    assert!(!gone.says("En anden"), "{}", gone.text());
    let again = citizen.post("/min-plan/noter", &format!("ACT=OWN&NOTE={id}&TEXT=Igen")).await;
    assert!(again.status == 422 && again.says("Den note er der ikke mere"), "{}", again.text());
    assert!(again.body.contains("\nIgen</textarea>"), "what was written can be saved anew");
    // Pressed, written on, and pressed again: what was sent last holds.
    let form = again.field("FORM").expect("a key");
    for text in ["Først", "Først+og+mere"] {
        citizen.post("/min-plan/noter", &format!("ACT=NOTE&FORM={form}&TEXT={text}&READERS=ME")).await;
    }
    assert!(citizen.get("/min-plan/noter").await.says("Først og mere"));
    let long = "x".repeat(4001);
    let both =
        citizen.post("/min-plan/noter", &format!("ACT=NOTE&FORM={form}&TEXT={long}&READERS=BOTH")).await;
    assert!(both.status == 422 && both.is_chosen("READERS-BOTH"), "who may read it stays chosen");
}

#[apply(each_engine)]
#[tokio::test]
async fn homework_is_written_by_either_side_and_ticked(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let at_desk =
        anna.post(&format!("{desk}/noter"), "ACT=STEP&TEXT=Skriv+ned,+hvornår+trangen+kommer").await;
    assert!(at_desk.says("Skriv ned, hvornår trangen kommer"), "{}", at_desk.text());
    assert!(citizen.get("/min-plan").await.says("Til næste gang: 1"));
    let page = citizen.get("/min-plan/noter").await;
    let step = page.field("STEP").expect("what is to be done");
    let ticked = citizen.post("/min-plan/noter", &format!("ACT=TICK&STEP={step}")).await;
    assert!(ticked.says("Gjort 23. november 2026"), "{}", ticked.text());
    assert!(!citizen.get("/min-plan").await.says("Til næste gang: 1"));
}

/// With the database, all keys of the portal and a session at the desk, the words are not to be had.
#[apply(each_engine)]
#[tokio::test]
async fn what_somebody_writes_for_themselves_nobody_else_can_open(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, code } = opened(&portal, "vejle").await;
    write_note(&citizen, SECRET, "ME").await;
    for page in ["", "/noter", "/hele", "/maal", "/ny-kode"] {
        assert!(!anna.get(&format!("{desk}{page}")).await.says(SECRET), "{page}");
    }

    let plan = desk.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a plan");
    let access =
        portal.services().citizen_sessions.find_access(&plan).await.expect("read").expect("a way in");
    let mut read = engine.store.db.read().await.expect("a connection");
    let stored = own_notes::list(&mut read, &access.id).await.expect("read");
    drop(read);
    assert_eq!(stored.len(), 1);
    // The keys of the portal under test.
    let keys = Keys::ephemeral(&Random::seeded(1));
    let all = [
        &keys.pepper,
        &keys.codes,
        &keys.confidential,
        &keys.talks,
        &keys.forms,
        &keys.desk,
        &keys.cases,
        &keys.complaints,
        &keys.receipts,
        &keys.plans,
    ];
    let (_, to_notes) = access.pin.expect("digits were chosen");
    let names = [*stored[0].id.as_bytes(), *access.id.as_bytes(), *plan.as_bytes()];
    for key in all {
        for name in &names {
            for sealed in [&stored[0].sealed, &to_notes] {
                assert!(sealed::open_bytes(key, name, sealed).is_none(), "a key of the portal opens it");
            }
        }
    }
    // The same keys open what the portal itself may open: they are the right ones.
    let mut read = engine.store.db.read().await.expect("a connection");
    let found =
        server::tasks::plan::repository::find(&mut read, &plan).await.expect("read").expect("the plan");
    drop(read);
    assert!(sealed::open_bytes(&keys.plans, plan.as_bytes(), &found.key).is_some());
    assert!(!stored[0].sealed.windows(7).any(|part| part == b"kanarie"), "nor does it stand there plainly");

    // Its writer reads it again, on another phone too.
    let entered = enter(&portal, &code, PIN).await;
    let again = Citizen { portal: &portal, cookie: cookie_of(&entered) };
    assert!(again.get("/min-plan/noter").await.says(SECRET));
    // With another code it is gone, not kept for whoever finds a way later.
    let page = anna.get(&format!("{desk}/ny-kode")).await;
    let field = |name: &str| page.field(name).expect("a field");
    anna.post(&format!("{desk}/ny-kode"), &format!("FORM={}&BEFORE={}", field("FORM"), field("BEFORE")))
        .await;
    let mut read = engine.store.db.read().await.expect("a connection");
    assert!(own_notes::list(&mut read, &access.id).await.expect("read").is_empty());
}
