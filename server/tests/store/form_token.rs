//! Marks of forms: used once, whichever server is asked, and over a restart.

use crate::{
    each_engine::each_engine,
    engines::{Engine, EngineKind, moment},
};
use chrono::DateTime;
use rstest_reuse::apply;
use server::{
    clock::Clock,
    crypto::random::Random,
    db::FormHash,
    tasks::form_token::service::{FormTokens, LEAST_AGE, TokenStatus},
};
use zeroize::Zeroizing;

const VEJLE: &str = "samtale vejle";
const BEGUN: i64 = 1_800_000_000;

/// A server with a memory of its own, on the engine's database, so many seconds later.
fn server(engine: &Engine, seconds: i64) -> FormTokens {
    let now = DateTime::from_timestamp(BEGUN + seconds, 0).expect("a moment");
    let (key, random) = (Zeroizing::new([1; 32]), Random::seeded(1));
    FormTokens::new(engine.store.db.clone(), key, random, Clock::Frozen(now), LEAST_AGE)
}

#[apply(each_engine)]
#[tokio::test]
async fn a_mark_is_good_for_one_form_and_until_that_is_done_on_every_server(engine: EngineKind) {
    let engine = engine.open().await;
    let first = server(&engine, 0).issue(VEJLE);
    let forms = [[1; 32], [2; 32]].map(FormHash::new);
    let here = server(&engine, 9);
    let [one, other] = [0, 1].map(|place| here.bind(VEJLE, &first, &forms[place]));
    for _ in 0..2 {
        let spent = here.spend(VEJLE, &one, &forms[0]).await.expect("asked");
        assert_eq!(spent, TokenStatus::Valid, "{}: sent twice, and not done yet", engine.name);
    }
    let meanwhile = server(&engine, 9).spend(VEJLE, &other, &forms[1]).await.expect("asked");
    assert_eq!(meanwhile, TokenStatus::Invalid, "{}: by another form at the same time", engine.name);
    here.mark_used(&one, &forms[0]).await.expect("noted");
    here.mark_used(&one, &forms[0]).await.expect("noted twice");
    for tokens in [here, server(&engine, 10)] {
        let name = engine.name;
        assert_eq!(tokens.spend(VEJLE, &one, &forms[0]).await.expect("asked"), TokenStatus::Used, "{name}");
        let by_other = tokens.spend(VEJLE, &other, &forms[1]).await.expect("asked");
        assert_eq!(by_other, TokenStatus::Invalid, "{name}: used by another form");
        let receipt = tokens.check(VEJLE, &one, &forms[0]);
        assert_eq!(receipt, TokenStatus::Valid, "{name}: the receipt can be shown again");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_used_is_remembered_as_long_as_a_mark_lives_and_then_forgotten(engine: EngineKind) {
    let engine = engine.open().await;
    let form = FormHash::new([1; 32]);
    let mark = server(&engine, 0).bind(VEJLE, &server(&engine, 0).issue(VEJLE), &form);
    server(&engine, 9).mark_used(&mark, &form).await.expect("noted");
    let tidied = async |seconds: i64| {
        let now = DateTime::from_timestamp(BEGUN + seconds, 0).expect("a moment");
        let moment = moment(now.timestamp() / 60, now.date_naive());
        engine.store.tidy(moment).await.expect("tidied").of_table("used_form_token")
    };
    assert_eq!(tidied(2 * 60 * 60).await, 0, "{}: it lives two hours", engine.name);
    assert_eq!(tidied(3 * 60 * 60 + 120).await, 1, "{}", engine.name);
}
