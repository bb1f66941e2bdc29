//! Somebody close whom a citizen lets see parts of their plan, and nothing else. On both engines.

use super::{Citizen, Opened, PIN, cookie_of, enter, enter_first, opened, write_goal};
use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::http::Method;
use rstest_reuse::apply;
use server::router::{Access, ROUTES};

/// Lets somebody see parts; the code that the citizen is shown.
async fn share(citizen: &Citizen<'_>, fields: &str) -> String {
    let page = citizen.post("/min-plan/samtykker", &format!("ACT=INSIGHT&{fields}")).await;
    assert!(page.says("Lav en kode"), "{}", page.text());
    let form = page.field("FORM").expect("a key");
    let last = |name: &str| {
        let last = page.body.rsplit(&format!("name=\"{name}\" value=\"")).next();
        last.and_then(|rest| rest.split('"').next()).expect("the last of its kind").to_owned()
    };
    let (consent, before) = (last("CONSENT"), last("BEFORE"));
    let fields = format!("CONSENT={consent}&FORM={form}&BEFORE={before}");
    let given = citizen.ask(Method::POST, "/min-plan/del", &fields).await;
    assert!(given.status == 200 && given.says("Koden vises kun nu"), "{}", given.text());
    let again = citizen.ask(Method::POST, "/min-plan/del", &fields).await;
    assert_eq!(again.code(), given.code(), "sent twice it is one code");
    given.code()
}

#[apply(each_engine)]
#[tokio::test]
async fn somebody_close_sees_what_was_chosen_until_it_is_taken_back(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    write_goal(&citizen, "Hente+min+søn").await;
    anna.post(&format!("{desk}/uge"), "ACT=MEETING&TEXT=Gruppe&DAY=2026-11-24&FROM=9.00&TO=12.00").await;
    citizen.post("/min-plan/trivsel", "ACT=CHECK_IN&OVERALL=2&TEXT=Hemmelige+ord").await;
    citizen.post("/min-plan/svaer-dag", "ACT=WRITE&FIELD=BAD_DAY:HELPS&OVER=0&TEXT=Ring+til+mig").await;

    let nobody = citizen.post("/min-plan/samtykker", "ACT=INSIGHT&WHOM=&SEE_WEEK=YES").await;
    assert!(nobody.status == 422 && nobody.says("Skriv, hvem det er."), "{}", nobody.text());
    assert!(
        nobody.body.contains("name=\"SEE_WEEK\" value=\"YES\" checked"),
        "the tick is kept: {}",
        nobody.body
    );
    let nothing = citizen.post("/min-plan/samtykker", "ACT=INSIGHT&WHOM=Min+mor").await;
    assert!(nothing.status == 422 && nothing.says("Vælg mindst én ting"), "{}", nothing.text());
    assert!(nothing.body.contains("value=\"Min mor\""));

    let mothers = share(&citizen, "WHOM=Min+mor&SEE_WEEK=YES&SEE_BAD_DAY=YES&TEXT=Kun+dig").await;
    let mother = enter_first(&portal, &mothers).await;
    let page = mother.get("/min-plan").await;
    assert!(page.says("I morgen, tirsdag 24. november kl. 9-12 Gruppe"), "{}", page.text());
    assert!(page.says("Ring til mig") && page.says("Kun dig"), "{}", page.text());
    for hidden in ["Hente min søn", "Hemmelige ord", "har ansvar for planen", "name=\"ACT\""] {
        assert!(!page.body.contains(hidden), "{hidden}: {}", page.text());
    }

    // Answers without words, to somebody else.
    let code = share(&citizen, "WHOM=Min+far&SEE_WELLBEING=YES&SEE_GOALS=YES").await;
    let father = enter_first(&portal, &code).await;
    let page = father.get("/min-plan").await;
    assert!(page.says("Hente min søn") && page.says("Hvordan det går"), "{}", page.text());
    assert!(!page.says("Hemmelige ord") && !page.says("Ring til mig"), "{}", page.text());

    let consent = citizen.get("/min-plan/samtykker").await.field("CONSENT").expect("its number");
    citizen.post("/min-plan/samtykker", &format!("ACT=TAKE_BACK&CONSENT={consent}")).await;
    let ended = mother.get("/min-plan").await;
    assert!(ended.says("Koden til planen") && !ended.says("Gruppe"), "at once: {}", ended.text());
    let tried = portal.post("/min-plan", format!("CODE={mothers}")).await;
    assert!(tried.says("Ingen plan har den kode"), "{}", tried.text());
    assert_eq!(father.get("/min-plan").await.status, 200, "the other goes on");
    assert!(father.get("/min-plan").await.says("Hente min søn"));
    assert!(anna.get(&format!("{desk}/samtykker")).await.says("Gjaldt fra"), "the history is kept");
}

#[apply(each_engine)]
#[tokio::test]
async fn somebody_close_writes_nothing_and_finds_no_other_page(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, anna, desk, code } = opened(&portal, "randers").await;
    write_goal(&citizen, "Sove").await;
    let given = share(&citizen, "WHOM=Min+bror&SEE_GOALS=YES").await;
    let brother = enter_first(&portal, &given).await;
    let routes = ROUTES.iter().filter(|route| route.get == Access::Citizen || route.post == Access::Citizen);
    let mut tried = 0;
    for route in routes {
        if route.get == Access::Citizen {
            assert_eq!(brother.get(route.example).await.status, 404, "{}", route.example);
        }
        if route.post == Access::Citizen {
            let fields = "ACT=GOAL&TEXT=Drikke&CONSENT=3&FORM=00";
            assert_eq!(
                brother.ask(Method::POST, route.example, fields).await.status,
                404,
                "{}",
                route.example
            );
        }
        tried += 1;
    }
    assert!(tried >= 10, "{tried} routes");
    let sent = brother.ask(Method::POST, "/min-plan", "ACT=TICK&STEP=2").await;
    assert_eq!(sent.status, 404);
    assert!(!citizen.get("/min-plan").await.says("Drikke"));

    // The citizen's own way is untouched by the other's, and the other's by a new code for the citizen.
    let replacing = anna.get(&format!("{desk}/ny-kode")).await;
    let (form, before) =
        (replacing.field("FORM").expect("a key"), replacing.field("BEFORE").expect("the old"));
    anna.post(&format!("{desk}/ny-kode"), &format!("FORM={form}&BEFORE={before}")).await;
    assert!(portal.post("/min-plan", format!("CODE={code}")).await.says("Ingen plan har den kode"));
    assert!(brother.get("/min-plan").await.says("Sove"));
    let signed_out = brother.ask(Method::POST, "/min-plan/ud", "").await;
    assert_eq!(signed_out.status, 303);
    let again = enter(&portal, &given, PIN).await;
    let brother = Citizen { portal: &portal, cookie: cookie_of(&again) };
    assert!(brother.get("/min-plan").await.says("Sove"));
}

#[apply(each_engine)]
#[tokio::test]
async fn a_page_gives_each_person_a_code_and_an_old_form_ends_no_later_one(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "horsens").await;
    for whom in ["Min+mor", "Min+far"] {
        citizen.post("/min-plan/samtykker", &format!("ACT=INSIGHT&WHOM={whom}&SEE_GOALS=YES")).await;
    }
    assert!(citizen.get("/min-plan").await.says("2 andre må se noget af planen"));
    let page = citizen.get("/min-plan/samtykker").await;
    let form = page.field("FORM").expect("a key");
    // The same page, gone back to, for the one and the other.
    let mut codes = Vec::new();
    for consent in ["2", "3"] {
        let given = citizen.post("/min-plan/del", &format!("CONSENT={consent}&FORM={form}&BEFORE=")).await;
        assert_eq!(given.status, 200, "{}", given.text());
        codes.push(given.code());
    }
    assert_ne!(codes[0], codes[1]);
    let mother = enter_first(&portal, &codes[0]).await;
    // A new code ends hers; the form of the first page, sent again, does not end the new one.
    let page = citizen.get("/min-plan/samtykker").await;
    let (again, before) = (page.field("FORM").expect("a key"), page.field("BEFORE").expect("what was given"));
    let given = citizen.post("/min-plan/del", &format!("CONSENT=2&FORM={again}&BEFORE={before}")).await;
    let newer = enter_first(&portal, &given.code()).await;
    assert!(mother.get("/min-plan").await.says("Koden til planen"), "the old one has ended");
    citizen.post("/min-plan/del", &format!("CONSENT=2&FORM={form}&BEFORE=")).await;
    assert!(newer.get("/min-plan").await.says("Det, du må se"), "the new one goes on");
}
