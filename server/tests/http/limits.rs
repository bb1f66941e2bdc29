//! How much comes from one place and to one centre; forms that are answered faster than anybody reads.

use crate::{
    booking::desk,
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use axum::{
    body::{Body, Bytes, HttpBody},
    http::{Method, Request},
};
use hyper::body::Frame;
use rstest_reuse::apply;
use server::db::StaffId;
use server::web::{client_ip::Peer, rate_limiter::Quota};
use std::{
    convert::Infallible,
    future::poll_fn,
    net::IpAddr,
    pin::Pin,
    task::{Context, Poll},
};

const TIMES: [&str; 6] = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"];

/// Sends a form from an address.
async fn from(portal: &TestPortal, address: &str, path: &str, fields: String) -> Answer {
    let address: IpAddr = address.parse().expect("an address");
    let request = Request::post(path).extension(Peer(address)).body(Body::from(fields)).expect("a request");
    portal.send(request).await
}

/// Holds a time from an address: the check.
async fn held(portal: &TestPortal, address: &str, time: &str) -> (String, Answer) {
    let base = format!("ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE&TIME=2026-11-24T{time}");
    let check = from(portal, address, "/vejle/samtale", base.clone()).await;
    (base, check)
}

async fn booked(portal: &TestPortal, address: &str, time: &str) -> Answer {
    let (base, check) = held(portal, address, time).await;
    from(portal, address, "/vejle/samtale", format!("{base}&FORM={}&CONFIRM=1", check.form())).await
}

#[apply(each_engine)]
#[tokio::test]
async fn who_books_much_waits_for_staff_and_others_do_not(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let quota = Quota { client: 2, ..Quota::NONE };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    for time in &TIMES[..2] {
        assert!(booked(&portal, "192.0.2.1", time).await.says("Din tid er aftalt"), "{}", engine.name);
    }
    let third = booked(&portal, "192.0.2.1", TIMES[2]).await;
    assert!(
        third.says("Din tid er reserveret") && third.says("Centret skal bekræfte tiden"),
        "{}",
        third.text()
    );
    let found = portal.post("/kode", format!("CODE={}", third.code())).await;
    assert!(found.says("Centret har ikke bekræftet tiden endnu."), "{}", found.text());
    assert!(booked(&portal, "192.0.2.2", TIMES[3]).await.says("Din tid er aftalt"), "somebody else");
    assert!(
        booked(&portal, "::ffff:192.0.2.1", TIMES[4]).await.says("Din tid er reserveret"),
        "the same address"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn several_at_the_same_moment_are_no_more_than_one_after_the_other(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { client: 2, ..Quota::NONE }, 0);
    let mut confirms = Vec::new();
    for time in &TIMES[..4] {
        let (base, check) = held(&portal, "192.0.2.1", time).await;
        confirms.push(format!("{base}&FORM={}&CONFIRM=1", check.form()));
    }
    let send = |confirm: &String| from(&portal, "192.0.2.1", "/vejle/samtale", confirm.clone());
    let (first, second, third, fourth) =
        tokio::join!(send(&confirms[0]), send(&confirms[1]), send(&confirms[2]), send(&confirms[3]));
    let open = [first, second, third, fourth].iter().filter(|page| page.says("Din tid er aftalt")).count();
    assert_eq!(open, 2, "{}: the others wait for staff", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_code_of_what_waits_for_staff_books_nothing_that_does_not(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { client: 1, ..Quota::NONE }, 0);
    let trusted = booked(&portal, "192.0.2.1", TIMES[0]).await.code();
    let waiting = booked(&portal, "192.0.2.1", TIMES[1]).await;
    assert!(waiting.says("Din tid er reserveret"), "{}", engine.name);
    let code = waiting.code();
    let again = |code: &str, time: &str, fields: &str| {
        let base = format!("CODE={code}&ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE&TIME=2026-11-24T{time}{fields}");
        let portal = &portal;
        async move {
            let check = from(portal, "192.0.2.1", "/vejle/samtale", base.clone()).await;
            let confirmed = format!("{base}&FORM={}&CONFIRM=1", check.form());
            from(portal, "192.0.2.1", "/vejle/samtale", confirmed).await
        }
    };
    assert!(again(&code, TIMES[2], "").await.says("Din tid er reserveret"), "one more waits too");
    let found = portal.post("/kode", format!("CODE={code}")).await;
    let moved = format!("&MOVE={}", found.field("MOVE").expect("its name"));
    assert!(
        again(&code, TIMES[3], &moved).await.says("Din tid er reserveret"),
        "what is moved waits as it did"
    );
    assert!(again(&trusted, TIMES[4], "").await.says("Din tid er aftalt"), "who has been here before books");
}

#[tokio::test]
async fn a_centre_that_is_flooded_asks_its_staff_and_then_the_phone() {
    let engine = sqlite().await;
    desk(&engine, "vejle").await;
    desk(&engine, "horsens").await;
    let quota = Quota { pending: 1, closed: 2, ..Quota::NONE };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    let code = booked(&portal, "192.0.2.1", TIMES[0]).await.code();
    assert!(booked(&portal, "192.0.2.2", TIMES[1]).await.says("Din tid er reserveret"));
    let closed = booked(&portal, "192.0.2.3", TIMES[2]).await;
    assert!(closed.status == 503 && closed.says("Ring til centret"), "{}", closed.text());
    assert!(portal.post("/kode", format!("CODE={code}")).await.says("24. november"), "codes work as usual");
    assert!(portal.get("/vejle").await.status == 200, "and so does reading");
}

#[apply(each_engine)]
#[tokio::test]
async fn one_place_cannot_hold_all_times(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { holds: 2, ..Quota::NONE }, 0);
    let mut checks = Vec::new();
    for time in &TIMES[..4] {
        checks.push(held(&portal, "2001:db8:1:2:3::4", time).await);
    }
    let free = from(&portal, "192.0.2.9", "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24".to_owned()).await;
    let offers = |time: &str| free.offers(&format!("2026-11-24T{time}"));
    for time in ["09:00", "09:30"] {
        assert!(offers(time), "{}: {time} is let go of: {}", engine.name, free.text());
    }
    assert!(!offers("10:00") && !offers("10:30"), "the last two are kept");
    let (base, check) = &checks[0];
    let confirmed = format!("{base}&FORM={}&CONFIRM=1", check.form());
    let again = from(&portal, "2001:db8:1:2:3::4", "/vejle/samtale", confirmed).await;
    assert!(again.says("Din tid er aftalt"), "who was only slow has their time: {}", again.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn many_places_cannot_hold_all_times_of_a_centre_and_who_was_first_still_books(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { held: 2, ..Quota::NONE }, 0);
    let (base, check) = held(&portal, "192.0.2.1", TIMES[0]).await;
    for (place, time) in TIMES[1..].iter().enumerate() {
        held(&portal, &format!("2001:db8:{place}::1"), time).await;
    }
    let free = from(&portal, "192.0.2.9", "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24".to_owned()).await;
    let kept = TIMES.iter().filter(|time| !free.offers(&format!("2026-11-24T{time}"))).count();
    assert_eq!(kept, 2, "{}: {}", engine.name, free.text());
    let confirmed = format!("{base}&FORM={}&CONFIRM=1", check.form());
    let done = from(&portal, "192.0.2.1", "/vejle/samtale", confirmed).await;
    assert!(done.says("Din tid er aftalt"), "{}: {}", engine.name, done.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn one_place_that_holds_again_and_again_lets_go_of_nobody_elses_time(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { holds: 1, held: 2, ..Quota::NONE }, 0);
    held(&portal, "192.0.2.1", TIMES[0]).await;
    for time in &TIMES[1..] {
        held(&portal, "192.0.2.2", time).await;
    }
    let free = from(&portal, "192.0.2.9", "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24".to_owned()).await;
    assert!(!free.offers(&format!("2026-11-24T{}", TIMES[0])), "{}: kept: {}", engine.name, free.text());
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn who_sends_and_goes_away_is_served_and_counted_all_the_same(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { holds: 2, ..Quota::NONE }, 0);
    for time in TIMES {
        let mut visit = Box::pin(held(&portal, "192.0.2.1", time));
        poll_fn(|context| Poll::Ready(visit.as_mut().poll(context).is_pending())).await;
    }
    let count_held = async || {
        let free = from(&portal, "192.0.2.9", "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24".to_owned()).await;
        TIMES.iter().filter(|time| !free.offers(&format!("2026-11-24T{time}"))).count()
    };
    let mut counts = Vec::new();
    while counts.last() != Some(&2) && counts.len() < 200 {
        counts.push(count_held().await);
    }
    assert_eq!(counts.last(), Some(&2), "{}: of six, two are kept: {counts:?}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_is_read_before_it_is_answered(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let at = |moment: &str| TestPortal::limited(&engine.store, moment, Quota::NONE, 3);
    let (base, check) = held(&at(MONDAY), "192.0.2.1", TIMES[0]).await;
    let confirmed = format!("{base}&FORM={}&CONFIRM=1", check.form());
    let send = async |moment: &str, fields: &str| {
        from(&at(moment), "192.0.2.1", "/vejle/samtale", fields.to_owned()).await
    };
    let fast = send("2026-11-23T10:00:02+01:00", &confirmed).await;
    assert!(
        fast.status == 422 && fast.says("Se efter, om det hele er rigtigt."),
        "{}: {}",
        engine.name,
        fast.text()
    );
    let machine = send("2026-11-23T10:00:05+01:00", &format!("{confirmed}&WEBSITE=http://x")).await;
    assert!(machine.status == 422 && machine.says("Et felt, du ikke kan se, var udfyldt."));
    assert!(send("2026-11-23T10:00:05+01:00", &confirmed).await.says("Din tid er aftalt"));
    let (base, check) = held(&at(MONDAY), "192.0.2.1", TIMES[1]).await;
    let unmarked = format!("{base}&FORM={}&CONFIRM=1", check.field("FORM").expect("a form"));
    assert!(send("2026-11-23T10:00:05+01:00", &unmarked).await.says("Siden har været åben længe."));
}

#[tokio::test]
async fn who_has_tried_many_codes_still_comes_to_their_own() {
    let engine = sqlite().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { wrong: 1, ..Quota::NONE }, 0);
    let code = booked(&portal, "192.0.2.1", TIMES[0]).await.code();
    for _ in 0..4 {
        let unknown = from(&portal, "192.0.2.1", "/kode", format!("CODE={}", "0".repeat(25))).await;
        assert!(unknown.says("Vi kender ikke den kode."));
    }
    assert!(from(&portal, "192.0.2.1", "/kode", format!("CODE={code}")).await.says("24. november"));
}

/// What stood under a code is gone, and the form that led to it is sent again to another server.
#[apply(each_engine)]
#[tokio::test]
async fn a_form_that_was_used_gives_no_deleted_code_again_on_any_server(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let at = |moment: &str| TestPortal::limited(&engine.store, moment, Quota::NONE, 0);
    for (done, times) in [("FORGET=YES", &TIMES[..2]), ("CANCEL", &TIMES[2..4])] {
        let portal = at(MONDAY);
        let (base, check) = held(&portal, "192.0.2.1", times[0]).await;
        let code =
            from(&portal, "192.0.2.1", "/vejle/samtale", format!("{base}&FORM={}&CONFIRM=1", check.form()))
                .await
                .code();
        let under = portal.post("/kode", format!("CODE={code}")).await;
        let act = match done {
            "CANCEL" => format!("CANCEL={}", under.field("MOVE").expect("an appointment")),
            act => act.to_owned(),
        };
        portal.post("/kode", format!("CODE={code}&{act}")).await;
        for moment in [MONDAY, "2026-11-23T12:30:00+01:00"] {
            let other = at(moment);
            let base = format!("ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE&TIME=2026-11-24T{}", times[1]);
            let mut page =
                from(&other, "192.0.2.1", "/vejle/samtale", format!("{base}&FORM={}", check.form())).await;
            for _ in 0..3 {
                if page.body.contains("class=\"code\"") {
                    break;
                }
                let again = format!("{base}&FORM={}&CONFIRM=1", page.form());
                page = from(&other, "192.0.2.1", "/vejle/samtale", again).await;
                assert!(page.status != 503 && page.status != 500, "{}: {}", engine.name, page.text());
            }
            assert_ne!(page.code(), code, "{}: {done} {moment}", engine.name);
            other.post("/kode", format!("CODE={}&FORGET=YES", page.code())).await;
        }
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_books_once_and_its_receipt_shows_the_code_for_a_while_only(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let at = |moment: &str| TestPortal::limited(&engine.store, moment, Quota::NONE, 0);
    let portal = at(MONDAY);
    let (base, check) = held(&portal, "192.0.2.1", TIMES[0]).await;
    let confirmed = format!("{base}&FORM={}&CONFIRM=1", check.form());
    let code = from(&portal, "192.0.2.1", "/vejle/samtale", confirmed.clone()).await.code();
    let (other, second) = held(&portal, "192.0.2.1", TIMES[1]).await;
    let reused = check.field("MARK").expect("a mark");
    let form = second.field("FORM").expect("a form");
    let again =
        from(&portal, "192.0.2.1", "/vejle/samtale", format!("{other}&FORM={form}&MARK={reused}&CONFIRM=1"))
            .await;
    assert!(again.says("Siden har været åben længe."), "{}: a mark is good once", engine.name);
    assert_eq!(
        from(&portal, "192.0.2.1", "/vejle/samtale", confirmed.clone()).await.code(),
        code,
        "sent again"
    );
    let fresh = second.field("MARK").expect("a mark");
    let opened = confirmed.replace(&reused, &fresh);
    let opened = from(&portal, "192.0.2.1", "/vejle/samtale", opened).await;
    assert!(
        opened.says("Din tid er aftalt") && !opened.body.contains("class=\"code\""),
        "a mark of another form opens nothing: {}",
        opened.text()
    );
    let later = from(&at("2026-11-23T13:00:00+01:00"), "192.0.2.1", "/vejle/samtale", confirmed).await;
    assert!(later.says("Din tid er aftalt") && !later.body.contains("class=\"code\""), "{}", later.text());
}

#[tokio::test]
async fn a_flood_takes_a_few_times_and_then_none() {
    let engine = sqlite().await;
    let appointment_type =
        domain::AppointmentType { minutes: 5, buffer: 0, notice: 60, horizon: 20, capacity: 999 };
    engine.counsellor(StaffId::new([7; 16]), "vejle", 0..4, 9 * 60, 12 * 60).await;
    engine.open("vejle", domain::BookingKind::Phone, &appointment_type).await;
    let portal = TestPortal::limited(&engine.store, MONDAY, Quota { client: 1, ..Quota::NONE }, 0);
    let mut pending = 0;
    for minute in 0..24 {
        let time = format!("{:02}:{:02}", 9 + minute / 12, minute % 12 * 5);
        let answer = booked(&portal, "192.0.2.1", &time).await;
        pending += usize::from(answer.says("Din tid er reserveret"));
    }
    assert_eq!(pending, 20, "what staff can look at");
    assert!(booked(&portal, "192.0.2.2", "11:30").await.says("Din tid er aftalt"), "others book as usual");
}

/// The body of a client that has stopped sending.
struct Never;

impl HttpBody for Never {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[tokio::test(start_paused = true)]
async fn a_form_that_does_not_arrive_is_no_error_of_the_portal() {
    let answer = TestPortal::monday().ask(Method::POST, "/skanderborg/find", Body::new(Never)).await;
    assert!(answer.status == 408 && answer.says("Forbindelsen er langsom"), "{}", answer.text());
}
