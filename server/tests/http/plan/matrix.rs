//! Who may see what: fifty plans, and nobody comes from one into another. On both engines.

use super::{Citizen, enter_first, open_plan, write_goal};
use crate::{
    common::{MONDAY, TestPortal},
    desk::{Browser, signed_in},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;
use server::router::{Access, ROUTES};

const MUNICIPALITIES: [&str; 5] = ["skanderborg", "randers", "horsens", "vejle", "slagelse"];

struct Plan<'a> {
    municipality: &'static str,
    citizen: Citizen<'a>,
    /// A word that stands in this plan alone.
    canary: String,
    id: String,
}

#[apply(each_engine)]
#[tokio::test]
async fn nobody_comes_from_one_plan_into_another(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let mut desks: Vec<(&str, Browser<'_>)> = Vec::new();
    let mut plans = Vec::new();
    for municipality in MUNICIPALITIES {
        let login = format!("anna-{municipality}");
        let anna = signed_in(&portal, municipality, Role::Counsellor, &login).await;
        for number in 0..10 {
            let (code, desk) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
            let citizen = enter_first(&portal, &code).await;
            let canary = format!("kanarie{municipality}{number}");
            write_goal(&citizen, &canary).await;
            let id = desk.rsplit('/').next().expect("an id").to_owned();
            plans.push(Plan { municipality, citizen, canary, id });
        }
        desks.push((municipality, anna));
    }
    assert_eq!(plans.len(), 50);

    // Each citizen sees their own on every page of a plan, and nothing of the forty-nine others.
    let pages: Vec<&str> =
        ROUTES.iter().filter(|route| route.get == Access::Citizen).map(|route| route.example).collect();
    assert!(pages.len() >= 3, "{pages:?}");
    for plan in &plans {
        let mut seen = String::new();
        for page in ["/min-plan"].iter().chain(&pages) {
            seen.push_str(&plan.citizen.get(page).await.body);
        }
        assert!(seen.contains(&plan.canary), "{}", plan.canary);
        let others = plans.iter().filter(|other| other.id != plan.id);
        for other in others {
            assert!(
                !seen.contains(&other.canary) && !seen.contains(&other.id),
                "{} sees {}",
                plan.canary,
                other.canary
            );
        }
        // The names of plans open nothing to a citizen, at the desk neither.
        let desk = plan.citizen.get(&format!("/desk/planer/{}", plan.id)).await;
        assert!(desk.header("location").starts_with("/desk/log-ind"), "{}", desk.status);
        assert_eq!(plan.citizen.get(&format!("/min-plan/maal/{}", plan.id)).await.status, 404);
    }

    // The staff of a municipality see its plans, and on no route another's.
    let at_desk: Vec<&str> =
        ROUTES.iter().map(|route| route.path).filter(|path| path.starts_with("/desk/planer/{id}")).collect();
    assert!(at_desk.len() >= 4, "{at_desk:?}");
    for (municipality, anna) in &desks {
        for plan in &plans {
            for path in &at_desk {
                let path = path.replace("{id}", &plan.id).replace("{goal}", "2");
                let answer = anna.get(&path).await;
                let is_own = *municipality == plan.municipality;
                assert_eq!(answer.status == 200, is_own, "{municipality} {path}: {}", answer.status);
                assert!(is_own || answer.status == 404, "{municipality} {path}: {}", answer.status);
                if !is_own {
                    let sent = anna.post(&path, "ACT=GOAL&TEXT=x&FORM=0&BEFORE=0").await;
                    // What takes no form says so to anybody.
                    assert!(
                        matches!(sent.status.as_u16(), 404 | 405),
                        "{municipality} {path}: {}",
                        sent.status
                    );
                }
            }
        }
    }
}
