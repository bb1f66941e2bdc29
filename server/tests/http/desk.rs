//! The desk: who may do what, what staff see of citizens, and what they arrange. On both engines.

use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{Answer, MONDAY, TestPortal},
    engines::{Engine, both, sqlite},
};
use axum::{
    body::Body,
    http::{Method, Request},
};
use chrono::DateTime;
use domain::{BookingKind, Layout, Role};

const PASSWORD: &str = "fire helt tilfældige ord";

/// Seconds at a moment.
fn seconds(moment: &str) -> i64 {
    DateTime::parse_from_rfc3339(moment).expect("a moment").timestamp()
}

/// A browser in which somebody is signed in.
struct Browser<'a> {
    portal: &'a TestPortal,
    cookie: String,
}

impl Browser<'_> {
    async fn ask(&self, method: Method, path: &str, fields: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", format!("andet=1; {}", self.cookie))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(fields.to_owned()))
            .expect("a request");
        self.portal.send(request).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, "").await
    }

    /// Sends a form, and goes where the answer leads.
    async fn post(&self, path: &str, fields: &str) -> Answer {
        let answer = self.ask(Method::POST, path, fields).await;
        if answer.status == 303 { self.get(answer.header("location")).await } else { answer }
    }
}

/// Adds somebody and signs them in for the first time, through the pages.
async fn signed_in<'a>(portal: &'a TestPortal, municipality: &str, role: Role, login: &str) -> Browser<'a> {
    signed_in_at(portal, municipality, role, login, MONDAY).await
}

async fn signed_in_at<'a>(
    portal: &'a TestPortal,
    municipality: &str,
    role: Role,
    login: &str,
    moment: &str,
) -> Browser<'a> {
    let invitation =
        portal.services().sign_in.add(municipality, login, login, role).await.expect("added").expect("free");
    let first = format!("LOGIN={login}&INVITATION={invitation}");
    let set_up =
        portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    assert!(set_up.says("Sæt din app op"), "{}", set_up.text());
    let authenticator = portal.services().sign_in.setting_up(login, &invitation).await.expect("being set up");
    let digits = authenticator.digits(seconds(moment));
    let answer = portal.post("/desk/velkommen", format!("{first}&DIGITS={digits}")).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/desk"), "{}", answer.text());
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["__Host-desk=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Max-Age"), "it goes with the browser");
    Browser { portal, cookie: cookie.split(';').next().expect("a pair").to_owned() }
}

/// The routes of the desk: for a counsellor, a lead, an administrator.
const ROLES: [(&str, &str, [bool; 3]); 18] = [
    ("GET", "/desk", [true, true, true]),
    ("GET", "/desk/dag/2026-11-24", [true, true, false]),
    ("POST", "/desk/dag/2026-11-24", [true, true, false]),
    ("GET", "/desk/opkald", [true, true, false]),
    ("POST", "/desk/opkald", [true, true, false]),
    ("GET", "/desk/aftal", [true, true, false]),
    ("POST", "/desk/aftal", [true, true, false]),
    ("GET", "/desk/samtale/00112233445566778899aabbccddeeff", [true, true, false]),
    ("POST", "/desk/samtale/00112233445566778899aabbccddeeff", [true, true, false]),
    ("GET", "/desk/tider", [true, true, false]),
    ("POST", "/desk/tider", [true, true, false]),
    ("GET", "/desk/tider/00112233445566778899aabbccddeeff", [false, true, false]),
    ("POST", "/desk/tider/00112233445566778899aabbccddeeff", [false, true, false]),
    ("GET", "/desk/indstillinger", [false, true, true]),
    ("POST", "/desk/indstillinger", [false, true, true]),
    ("GET", "/desk/ansatte", [false, true, true]),
    ("GET", "/desk/log", [false, true, true]),
    ("POST", "/desk/log-ud", [true, true, true]),
];

#[tokio::test]
async fn only_who_has_a_conversation_and_their_lead_read_it_and_it_is_remembered() {
    for engine in both().await {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
        let layout = Layout { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
        engine.open("vejle", BookingKind::Online, &layout).await;
        anna.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await;
        let times = anna.post("/desk/aftal", "KIND=ONLINE&ABOUT=CLOSE").await;
        let form = times.field("FORM").expect("a form");
        anna.post("/desk/aftal", &format!("KIND=ONLINE&ABOUT=CLOSE&TIME=2026-11-24T10:00&FORM={form}")).await;
        let day = anna.get("/desk/dag/2026-11-24").await;
        let path = format!("/desk/samtale/{}", day.field("ID").expect("an appointment"));
        assert_eq!(anna.get(&path).await.status, 200, "{}", engine.name);
        let bent = signed_in(&portal, "vejle", Role::Counsellor, "bent").await;
        assert_eq!(bent.get(&path).await.header("location"), "/desk", "a colleague's");
        let lead = signed_in(&portal, "vejle", Role::Lead, "carla").await;
        assert_eq!(lead.ask(Method::POST, &path, "DO=READ").await.status, 200);
        assert!(lead.get("/desk/log").await.says("carla · Åbnede en samtale"));
        let during = TestPortal::storing(&engine.store, "2026-11-24T10:05:00+01:00");
        let carla = signed_in_at(&during, "vejle", Role::Lead, "dorte", "2026-11-24T10:05:00+01:00").await;
        let page = carla.get(&path).await;
        let key = page.field("KEY").expect("a key");
        for _ in 0..2 {
            carla.post(&path, &format!("DO=SEND&TEXT=Hej&KEY={key}")).await;
        }
        assert_eq!(carla.get(&path).await.text().matches("Dig Hej").count(), 1, "sent twice, said once");
        assert!(carla.get("/desk/log").await.says("dorte · Skrev i en samtale"), "{}", engine.name);
    }
}

#[tokio::test]
async fn each_role_comes_to_its_own_pages_and_nobody_unsigned_to_any() {
    let engine = sqlite().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (place, role) in [Role::Counsellor, Role::Lead, Role::Admin].into_iter().enumerate() {
        let browser = signed_in(&portal, "vejle", role, role.code()).await;
        for language in ["", "/en"] {
            // Signing out comes last.
            for (method, path, may) in
                ROLES.iter().filter(|(_, path, _)| language.is_empty() || !path.ends_with("ud"))
            {
                let method: Method = method.parse().expect("a method");
                let path = format!("{language}{path}");
                let stranger = portal.ask(method.clone(), &path, Body::empty()).await;
                assert_eq!(stranger.status, 303, "{method} {path}: nobody is signed in");
                assert!(stranger.header("location").ends_with("/desk/log-ind"), "{method} {path}");
                if language.is_empty() && path.ends_with("ud") {
                    continue;
                }
                let answer = browser.ask(method.clone(), &path, "").await;
                assert_eq!(answer.status != 403, may[place], "{role:?} {method} {path}: {}", answer.status);
                assert!(answer.status.as_u16() < 500, "{method} {path}");
            }
        }
        let out = browser.ask(Method::POST, "/desk/log-ud", "").await;
        assert!(
            out.header("set-cookie").contains("Max-Age=0")
                && out.header("clear-site-data").contains("cookies")
        );
        assert_eq!(
            browser.get("/desk").await.header("location"),
            "/desk/log-ind",
            "the session is over on the server"
        );
    }
}

#[tokio::test]
async fn nobody_signs_in_without_all_three_and_digits_hold_once() {
    for engine in both().await {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let invitation = portal
            .services()
            .sign_in
            .add("vejle", "Anna", "anna", Role::Lead)
            .await
            .expect("added")
            .expect("free");
        let welcome = |fields: String| portal.post("/desk/velkommen", fields);
        let first = format!("LOGIN=anna&INVITATION={invitation}");
        for (fields, says) in [
            (format!("{first}&PASSWORD=kort&AGAIN=kort"), "mindst 12 tegn"),
            (format!("{first}&PASSWORD={PASSWORD}&AGAIN=noget+helt+andet"), "er ikke ens"),
            (
                format!("LOGIN=anna&INVITATION=x&PASSWORD={PASSWORD}&AGAIN={PASSWORD}"),
                "passer ikke til brugernavnet",
            ),
            (
                format!("LOGIN=bent&INVITATION={invitation}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}"),
                "passer ikke til brugernavnet",
            ),
        ] {
            let page = welcome(fields.clone()).await;
            assert!(page.status == 422 && page.says(says), "{}: {fields}: {}", engine.name, page.text());
            assert!(!page.body.contains(PASSWORD), "a password is never shown again");
        }
        welcome(format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
        let authenticator = portal.services().sign_in.setting_up("anna", &invitation).await.expect("set up");
        let sign_in = |at: &TestPortal, password: &str, digits: &str| {
            let fields = format!("LOGIN=anna&PASSWORD={password}&DIGITS={digits}");
            let portal = TestPortal::clone(at);
            async move { portal.post("/desk/log-ind", fields).await }
        };
        let now = authenticator.digits(seconds(MONDAY));
        assert_eq!(sign_in(&portal, PASSWORD, &now).await.status, 422, "not before the invitation is used");
        assert!(welcome(format!("{first}&DIGITS=000000")).await.says("virker kun én gang"));
        assert_eq!(welcome(format!("{first}&DIGITS={now}")).await.status, 303);
        assert_eq!(
            welcome(format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await.status,
            422,
            "used"
        );
        assert_eq!(
            sign_in(&portal, PASSWORD, &now).await.status,
            422,
            "{}: the digits have been used",
            engine.name
        );
        let later = "2026-11-23T10:05:00+01:00";
        let next = authenticator.digits(seconds(later));
        let later = TestPortal::storing(&engine.store, later);
        for (password, digits) in
            [("forkert-adgangskode", next.as_str()), (PASSWORD, "123"), (PASSWORD, now.as_str())]
        {
            let page = sign_in(&later, password, digits).await;
            assert!(page.status == 422 && page.body.contains("value=\"anna\""), "the name stays");
        }
        assert_eq!(sign_in(&later, PASSWORD, &next).await.status, 303);
    }
}

#[tokio::test]
async fn many_failures_tell_nothing_and_lock_nobody_out() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let invitation = portal
        .services()
        .sign_in
        .add("vejle", "Anna", "anna", Role::Lead)
        .await
        .expect("added")
        .expect("free");
    let first = format!("LOGIN=anna&INVITATION={invitation}");
    portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    let authenticator = portal.services().sign_in.setting_up("anna", &invitation).await.expect("set up");
    portal.post("/desk/velkommen", format!("{first}&DIGITS={}", authenticator.digits(seconds(MONDAY)))).await;
    let wrong = async |login: &str| {
        portal.post("/desk/log-ind", format!("LOGIN={login}&PASSWORD=forkert&DIGITS=000000")).await
    };
    for _ in 0..12 {
        let (known, unknown) = (wrong("anna").await, wrong("nobody").await);
        assert_eq!(
            known.body.replace("anna", "nobody"),
            unknown.body,
            "the same page for a name that is and one that is not"
        );
    }
    let later = "2026-11-23T10:05:00+01:00";
    let digits = authenticator.digits(seconds(later));
    let later = TestPortal::storing(&engine.store, later);
    let answer = later.post("/desk/log-ind", format!("LOGIN=anna&PASSWORD={PASSWORD}&DIGITS={digits}")).await;
    assert_eq!(answer.status, 303, "who knows all three comes in");
    let cookie = answer.header("set-cookie").split(';').next().expect("a pair").to_owned();
    let browser = Browser { portal: &later, cookie };
    assert_eq!(browser.get("/desk/opkald").await.status, 200);
    browser.get("/ud").await;
    assert_eq!(browser.get("/desk/opkald").await.status, 303, "leaving the site ends the session");
}

#[tokio::test]
async fn a_session_is_the_same_on_every_server_and_ends_by_itself() {
    for engine in both().await {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let cookie = signed_in(&portal, "vejle", Role::Lead, "anna").await.cookie;
        let open = async |moment: &str| {
            let portal = TestPortal::storing(&engine.store, moment);
            let browser = Browser { portal: &portal, cookie: cookie.clone() };
            browser.get("/desk/opkald").await.status == 200
        };
        assert!(open("2026-11-23T10:14:00+01:00").await, "{}: another server", engine.name);
        assert!(open("2026-11-23T10:28:00+01:00").await, "seen 14 minutes ago");
        assert!(!open("2026-11-23T10:43:00+01:00").await, "idle for 15 minutes");
        for minutes in (30..480).step_by(14) {
            let (hour, minute) = (10 + minutes / 60, minutes % 60);
            assert!(open(&format!("2026-11-23T{hour}:{minute:02}:00+01:00")).await, "{minutes}");
        }
        assert!(!open("2026-11-23T18:00:00+01:00").await, "eight hours are the most");
    }
}

/// Books two talks about oneself, and gives the code.
async fn two_talks(portal: &TestPortal) -> String {
    let check = checked(portal, "18-29", TUESDAY_TEN).await;
    let code = confirmed(portal, &check, "18-29", TUESDAY_TEN).await.code();
    let second = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&DAY=2026-11-25&TIME=2026-11-25T09:00");
    let check = portal.post("/skanderborg/samtale", second.clone()).await;
    portal.post("/skanderborg/samtale", format!("{second}&FORM={}&CONFIRM=1", check.form())).await;
    code
}

#[tokio::test]
async fn staff_see_an_alias_and_a_day_and_can_grant_one_talk_more() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let code = two_talks(&portal).await;
        let third = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&DAY=2026-11-26&TIME=2026-11-26T09:00");
        assert!(
            portal
                .post("/skanderborg/samtale", third.clone())
                .await
                .says("Du har fået det antal anonyme samtaler")
        );
        let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
        let day = lead.get("/desk/dag/2026-11-24").await;
        assert!(
            day.says("10.00") && day.says("samtaler: 2, heraf ekstra: 0"),
            "{}: {}",
            engine.name,
            day.text()
        );
        assert!(!day.body.contains(&code[..5]), "nothing of the code");
        let id = day.field("ID").expect("an appointment");
        let extended = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=EXTEND&BEFORE=0")).await;
        let again = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=EXTEND&BEFORE=0")).await;
        assert!(
            again.says("nogen har ændret det imens") && again.says("heraf ekstra: 1"),
            "sent again it grants no more"
        );
        assert!(extended.says("Der er givet en samtale til.") && extended.says("heraf ekstra: 1"));
        assert!(portal.post("/skanderborg/samtale", third).await.says("Er det rigtigt?"), "one talk more");
        let audit = lead.get("/desk/log").await;
        assert!(audit.says("Gav en samtale til: ") && audit.says("Loggede ind"), "{}", audit.text());
        let gone = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=CALL_OFF")).await;
        assert!(gone.says("Tiden er aflyst og slettet.") && gone.says("Ingen aftaler den dag."));
        let seen = portal.post("/kode", format!("CODE={code}")).await;
        assert!(seen.says("Centret har aflyst din tid: Tirsdag 24. november 2026."), "{}", seen.text());
        let again = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=CALL_OFF")).await;
        assert!(again.says("nogen har ændret det imens"), "{}", again.text());
    }
}

#[tokio::test]
async fn nothing_is_seen_or_done_across_municipalities() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let code = two_talks(&portal).await;
        let own = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
        let id = own.get("/desk/dag/2026-11-24").await.field("ID").expect("an appointment");
        let other = signed_in(&portal, "vejle", Role::Lead, "bent").await;
        let day = other.get("/desk/dag/2026-11-24").await;
        assert!(day.says("Ingen aftaler den dag.") && day.says("Vejle Kommune"), "{}", engine.name);
        for act in ["EXTEND", "CONFIRM", "CALL_OFF"] {
            let page = other.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT={act}")).await;
            assert!(page.says("Det kunne ikke gøres"), "{act}");
        }
        assert_eq!(other.get(&format!("/desk/samtale/{id}")).await.header("location"), "/desk");
        let staff = own.get("/desk/tider").await;
        let colleague =
            staff.body.split("/desk/tider/").nth(1).expect("a colleague").split('"').next().expect("an id");
        assert_eq!(own.get(&format!("/desk/tider/{colleague}")).await.status, 200);
        assert_eq!(other.get(&format!("/desk/tider/{colleague}")).await.header("location"), "/desk/tider");
        assert!(!other.get("/desk/ansatte").await.says("anna") && !other.get("/desk/log").await.says("anna"));
        assert!(portal.post("/kode", format!("CODE={code}")).await.says("24. november"), "untouched");
    }
}

async fn asks_to_be_called(engine: &Engine, portal: &TestPortal) {
    let layout = Layout { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &layout).await;
    let mark = portal.get("/skanderborg/ring-mig-op").await.field("MARK").expect("a mark");
    let asked = "PHONE=10203040&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=YES";
    assert!(
        portal.post("/skanderborg/ring-mig-op", format!("{asked}&MARK={mark}")).await.says("Centret ringer")
    );
}

#[tokio::test]
async fn a_number_is_seen_by_who_has_taken_the_call_and_goes_when_it_is_made() {
    for engine in both().await {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        asks_to_be_called(&engine, &portal).await;
        let (anna, bent) = (
            signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await,
            signed_in(&portal, "skanderborg", Role::Lead, "bent").await,
        );
        let queue = anna.get("/desk/opkald").await;
        assert!(
            queue.says("Tirsdag 24. november 2026, 8.00-12.00")
                && queue.says("Henvendte sig 23. november 2026")
        );
        assert!(!queue.body.contains("10203040") && !queue.says("Fugl"), "not before it is taken");
        let id = queue.field("ID").expect("a call");
        let own = anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
        assert!(own.body.contains("tel:+4510203040") && own.says("Fugl") && own.says("Læg ingen besked"));
        let others = bent.get("/desk/opkald").await;
        assert!(others.says("Læg det tilbage i køen"), "a lead can");
        assert!(others.says("Taget af anna") && !others.body.contains("10203040"), "{}", engine.name);
        assert!(bent.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await.says("Det kunne ikke gøres"));
        assert!(
            anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=0")).await.says("Forsøg: 1 af 3")
        );
        bent.post("/desk/opkald", &format!("ID={id}&ACT=GIVE_BACK")).await;
        assert!(
            anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await.says("Fugl"),
            "back in the queue, and taken again"
        );
        let done = anna.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await;
        assert!(done.says("Ingen vil ringes op lige nu."), "{}", done.text());
        assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
        let day = bent.get("/desk/dag/2026-11-24").await;
        assert!(
            day.says("Henvendte sig 23. november 2026: behandling skal begynde senest 7. december 2026 · 1"),
            "the first contact is watched: {}",
            day.text()
        );
    }
}

#[tokio::test]
async fn what_the_desk_arranges_is_what_citizens_can_book() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
        let days = || portal.post("/skanderborg/samtale", "ABOUT=CLOSE");
        assert!(days().await.says("Tirsdag 24. november 2026 · 6 ledige tider"), "{}", engine.name);
        let closed = "DO=CLOSE_DAY&DAY=2026-11-24&NOTE=Vi+er+p%C3%A5+kursus";
        assert!(lead.post("/desk/indstillinger", closed).await.says("Det er gemt."));
        let page = days().await;
        assert!(page.says("Vi er på kursus") && !page.says("24. november 2026 · 6"), "{}", page.text());
        lead.post("/desk/indstillinger", "DO=OPEN_DAY&DAY=2026-11-24").await;
        let numbers = "DO=KIND&KIND=PHONE&OPEN=YES&MINUTES=60&BUFFER=0&NOTICE=1&HORIZON=20&CAPACITY=9";
        assert!(lead.post("/desk/indstillinger", numbers).await.says("Det er gemt."));
        assert!(days().await.says("Tirsdag 24. november 2026 · 3 ledige tider"));
        let wrong = lead.post("/desk/indstillinger", &numbers.replace("MINUTES=60", "MINUTES=tres")).await;
        assert!(wrong.status == 422 && wrong.body.contains("value=\"tres\""), "what was typed stays");
        lead.post("/desk/indstillinger", &numbers.replace("CAPACITY=9", "CAPACITY=1")).await;
        let check = portal
            .post("/skanderborg/samtale", "ABOUT=CLOSE&KIND=PHONE&DAY=2026-11-24&TIME=2026-11-24T10:00")
            .await;
        assert!(check.says("Er det rigtigt?"));
        assert!(!days().await.says("24. november"), "the day's only one is taken");
        lead.post("/desk/indstillinger", "DO=KIND&KIND=PHONE").await;
        assert!(days().await.says("Centret har ikke åbnet for tider her på siden."));
        lead.post("/desk/indstillinger", "DO=PROMISE&PROMISE=2").await;
        asks_to_be_called(&engine, &portal).await;
        assert_eq!(lead.post("/desk/indstillinger", "DO=PROMISE&PROMISE=snart").await.status, 422);
    }
}

#[tokio::test]
async fn hours_lie_within_the_opening_hours_and_exceptions_change_a_day() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
        let outside = lead.post("/desk/tider", "DO=WEEK&WEEKDAY-0=9-12&WEEKDAY-1=5-6&WEEKDAY-2=snart").await;
        assert_eq!(outside.status, 422, "{}", engine.name);
        assert!(
            outside.says("Tirsdag: “5-6” ligger uden for centrets åbningstid")
                && outside.says("Onsdag: “snart” kan ikke læses")
        );
        assert!(
            outside.body.contains("value=\"snart\"") && outside.body.contains("value=\"9-12\""),
            "nothing typed is lost"
        );
        let days = || portal.post("/skanderborg/samtale", "ABOUT=CLOSE");
        assert!(lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await.says("Det er gemt."));
        assert!(
            days().await.says("Tirsdag 24. november 2026 · 6 ledige tider"),
            "two can give the same times"
        );
        let page = lead.get("/desk/tider").await;
        let other =
            page.body.split("/desk/tider/").nth(1).expect("a colleague").split('"').next().expect("an id");
        let path = format!("/desk/tider/{other}");
        assert!(
            lead.post(&path, "DO=ADD&DAY=2026-11-25&SPAN=&AWAY=YES")
                .await
                .says("Onsdag 25. november 2026 · Væk")
        );
        assert!(!days().await.says("Onsdag 25. november"), "away");
        assert!(lead.post(&path, "DO=ADD&DAY=2026-11-27&SPAN=9-10&AWAY=NO").await.says("9-10 · Ekstra tid"));
        assert!(days().await.says("Fredag 27. november 2026 · 2 ledige tider"));
        for (fields, says) in [
            ("DO=ADD&DAY=2026-11-01&AWAY=YES", "fra i dag og frem"),
            ("DO=ADD&DAY=2026-12-01&SPAN=&AWAY=NO", "skal have et tidsrum"),
            ("DO=ADD&DAY=2026-12-01&SPAN=x&AWAY=NO", "kan ikke læses"),
            ("DO=ADD&DAY=262143-12-31&AWAY=YES", "fra i dag og frem"),
        ] {
            let page = lead.post(&path, fields).await;
            assert!(page.status == 422 && page.says(says), "{fields}: {}", page.text());
        }
        let listed = lead.get(&path).await;
        let away = listed.field_of("ID", "Fjern: Onsdag").expect("an exception");
        lead.post(&path, &format!("DO=REMOVE&ID={away}")).await;
        assert!(days().await.says("Onsdag 25. november"));
    }
}

#[tokio::test]
async fn a_time_is_booked_for_somebody_who_phones_and_the_code_is_read_aloud() {
    for engine in both().await {
        desk(&engine, "skanderborg").await;
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
        assert!(anna.post("/desk/aftal", "KIND=PHONE").await.says("Vælg et svar."));
        assert!(anna.post("/desk/aftal", "KIND=CALLBACK&ABOUT=CLOSE").await.says("Vælg et svar."));
        let times = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await;
        assert!(times.says("Tirsdag 24. november 2026") && times.says("10.00"), "{}", engine.name);
        let chosen = format!(
            "KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00&FORM={}",
            times.field("FORM").expect("a form")
        );
        let booked = anna.post("/desk/aftal", &chosen).await;
        assert_eq!(
            anna.post("/desk/aftal", &chosen).await.code(),
            booked.code(),
            "loaded again, one appointment"
        );
        assert!(booked.says("Læs koden højt"), "{}", booked.text());
        assert!(
            portal
                .post("/kode", format!("CODE={}", booked.code()))
                .await
                .says("Tirsdag 24. november 2026, 10.00")
        );
        let other = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await.field("FORM").expect("a form");
        let gone = anna
            .post("/desk/aftal", &format!("KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00&FORM={other}"))
            .await;
        assert!(gone.status == 422 && gone.says("Den tid er taget."));
        assert!(anna.get("/desk/dag/2026-11-24").await.says("En voksen, jeg er tæt på"));
    }
}
