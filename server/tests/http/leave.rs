//! Leaving: what stood on a page is not given again, whatever the browser sends when somebody presses Back.

use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use domain::{AppointmentType, BookingKind};
use rstest_reuse::apply;

/// Leaves by what the page offers.
async fn leave(portal: &TestPortal, page: &str) {
    let form =
        page.split("action=\"/ud\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("a way out");
    let marks = form.split("name=\"MARK\" value=\"").skip(1);
    let marks: Vec<&str> = marks.map(|rest| rest.split('"').next().expect("a mark")).collect();
    assert!(!marks.is_empty(), "{form}");
    let left = portal
        .post("/ud", marks.iter().map(|mark| format!("MARK={mark}")).collect::<Vec<_>>().join("&"))
        .await;
    assert_eq!((left.status, left.header("refresh")), (StatusCode::OK, "0;url=https://neutral.example/"));
    assert_eq!(left.header("referrer-policy"), "no-referrer");
}

/// Sends what led to pages again: each leads to the front page.
async fn assert_closed(portal: &TestPortal, path: &str, forms: &[String]) {
    for form in forms {
        let again = portal.post(path, form.clone()).await;
        let led = (again.status, again.header("location"));
        assert_eq!(led, (StatusCode::SEE_OTHER, "/"), "{path} {form}: {}", again.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_receipt_that_was_left_and_the_steps_before_it_do_not_come_back_on_any_server(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let step = format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={}", check.form());
    let confirm = format!("{step}&CONFIRM=1");
    let receipt = portal.post("/skanderborg/samtale", confirm.clone()).await;
    let code = receipt.code();
    assert!(portal.post("/skanderborg/samtale", confirm.clone()).await.says("Din tid er aftalt"), "a reload");
    leave(&portal, &receipt.body).await;
    let other = TestPortal::storing(&engine.store, MONDAY);
    for server in [&portal, &other] {
        assert_closed(server, "/skanderborg/samtale", &[confirm.clone(), step.clone()]).await;
        let found = server.post("/kode", format!("CODE={code}")).await;
        assert!(found.says("Tirsdag 24. november 2026, 10.00"), "{}: the appointment stands", engine.name);
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_code_and_a_call_that_were_left_do_not_come_back(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let calls = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &calls).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code =
        confirmed(&portal, &checked(&portal, "30-", TUESDAY_TEN).await, "30-", TUESDAY_TEN).await.code();
    let mark = portal.get("/kode").await.field("MARK").expect("a mark");
    let typed = format!("CODE={code}&MARK={mark}");
    let opened = portal.post("/kode", typed.clone()).await;
    assert!(opened.says("Tirsdag 24. november 2026"));
    let id = opened.field("MOVE").expect("it can be moved");
    let code_mark = opened.field("CODE_MARK").expect("its mark");
    let moving = format!("CODE={code}&MOVE={id}&ABOUT=ME&KIND=PHONE&CODE_MARK={code_mark}");
    let days = portal.post("/skanderborg/samtale", moving.clone()).await;
    assert!(days.status == 200 && days.body.contains(&code), "{}", days.text());
    leave(&portal, &days.body).await;
    assert_closed(&portal, "/skanderborg/samtale", &[moving]).await;
    assert_closed(&portal, "/kode", std::slice::from_ref(&typed)).await;
    let later = TestPortal::storing(&engine.store, "2026-11-23T14:30:00+01:00");
    portal.run_retention().await;
    later.run_retention().await;
    let again = later.post("/kode", typed).await;
    assert_eq!((again.status, again.header("location")), (StatusCode::SEE_OTHER, "/kode"), "hours later");

    let form = portal.get("/skanderborg/ring-mig-op").await.form();
    let asked = format!(
        "PHONE=10203040&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=NO&AGE=30-&FORM={form}"
    );
    let done = portal.post("/skanderborg/ring-mig-op", asked.clone()).await;
    assert!(done.says("Centret ringer til dig"), "{}", done.text());
    leave(&portal, &done.body).await;
    assert_closed(&portal, "/skanderborg/ring-mig-op", &[asked]).await;
    assert_eq!(engine.store.calls("skanderborg").await.expect("calls").len(), 1, "the call stands");
}

#[tokio::test]
async fn a_form_that_a_browser_sends_again_by_itself_leads_to_its_page_and_does_nothing() {
    let portal = TestPortal::monday();
    let send = async |site: &str, mode: &str, origin: &str| {
        let request = Request::post("/skanderborg/find")
            .header("host", "hjaelp.example")
            .header("sec-fetch-site", site)
            .header("sec-fetch-mode", mode)
            .header("origin", origin)
            .body(Body::from("WHO=CITIZEN"))
            .expect("a request");
        portal.send(request).await
    };
    let back = send("cross-site", "navigate", "https://hjaelp.example").await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, "/skanderborg/find"));
    for (mode, origin) in
        [("navigate", "https://ond.example"), ("navigate", "null"), ("cors", "https://hjaelp.example")]
    {
        assert_eq!(send("cross-site", mode, origin).await.status, StatusCode::FORBIDDEN, "{mode} {origin}");
    }
}

#[tokio::test]
async fn titles_in_the_history_say_no_more_than_the_task() {
    let engine = crate::engines::sqlite().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let receipt = confirmed(&portal, &checked(&portal, "30-", TUESDAY_TEN).await, "30-", TUESDAY_TEN).await;
    let opened = portal.post("/kode", format!("CODE={}", receipt.code())).await;
    for page in [&receipt, &opened] {
        let title =
            page.body.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).expect("a title");
        let title = title.to_lowercase();
        assert!(
            !["aftalt", "din tid", "din aftale", "ringer"].iter().any(|said| title.contains(said)),
            "{title}"
        );
    }
}
