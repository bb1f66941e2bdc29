//! What is shown and sent, letter by letter: one page of each kind, in both languages, as it was last accepted. A change
//! is seen here before it lands.

#[expect(dead_code, reason = "the tests over HTTP use more of it")]
#[path = "http/common.rs"]
mod common;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/signed_in.rs"]
mod signed_in;

use axum::http::Method;
use common::{Answer, MONDAY, TestPortal};
use domain::{AppointmentType, BookingKind};
use engines::{Engine, sqlite};
use insta::assert_snapshot;
use server::db::StaffId;
use signed_in::Lead;
use std::process::Command;

const TUESDAY_TEN: &str = "TIME=2026-11-24T10:00";
const MOTHER_OF_TWO: &str = "WHO=CITIZEN&SUBSTANCE=ALCOHOL&AGE=30-&WISHES_ANONYMITY=NO&CHILDREN_UNDER_18=YES&\
    WORK_OR_EDUCATION=YES&VERY_SEVERE=NO&PREFERS_ONLINE=NO";
const DURING: &str = "2026-11-24T10:05:00+01:00";
/// Lines of a page that are compared: what comes after them is more of the same.
const MOST_LINES: usize = 600;
/// Fields whose values are drawn anew each time.
const DRAWN: [&str; 8] = ["CODE", "FORM", "MARK", "PASS", "KEY", "UID", "INVITATION", "data-state"];

/// A page with one line a tag, and a word for what is drawn anew each time.
fn readable(page: &str, known: &[(&str, &str)]) -> String {
    let mut text = page.to_owned();
    for (drawn, word) in known {
        text = text.replace(drawn, word);
    }
    for name in DRAWN {
        for before in [format!("name=\"{name}\" value=\""), format!("{name}=\"")] {
            text = replaced_values(&text, &before, name);
        }
    }
    let text = replaced_runs(&text).replace('<', "\n<").trim().to_owned();
    let (lines, number) = (text.lines().take(MOST_LINES), text.lines().count());
    let shown = lines.collect::<Vec<_>>().join("\n");
    if number > MOST_LINES { format!("{shown}\n… {} lines more", number - MOST_LINES) } else { shown }
}

/// `text` without what stands from `start` to `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let cut = text.find(start).zip(text.rfind(end));
    cut.map_or_else(|| text.to_owned(), |(from, to)| format!("{}{}", &text[..from], &text[to + end.len()..]))
}

/// `text` with a word for every value that stands behind `before`.
fn replaced_values(text: &str, before: &str, word: &str) -> String {
    let mut parts = text.split(before);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.split_once('"').map_or(part, |(_, rest)| rest);
        replaced += &[before, "[", word, "]\"", rest].concat();
    }
    replaced
}

/// `text` with a word for every digest, id and code.
fn replaced_runs(text: &str) -> String {
    let (mut replaced, mut run) = (String::new(), String::new());
    for letter in text.chars().chain(['\n']) {
        if letter.is_ascii_hexdigit() {
            run.push(letter);
            continue;
        }
        replaced.push_str(if run.len() >= 16 { "[digits]" } else { &run });
        run.clear();
        replaced.push(letter);
    }
    replaced
}

/// Compares an answer with the accepted one.
fn compare(name: &str, answer: &Answer, known: &[(&str, &str)]) {
    // The foot of the page stands in the snapshot of the start page alone: a word changed there is one change.
    let whole = name.starts_with("home.");
    let body = if whole { answer.body.clone() } else { without(&answer.body, "<footer", "</footer>") };
    let page = format!("{}\n{}", answer.status, readable(&body, known));
    assert_snapshot!(name, page);
}

/// The language of a snapshot, and what its addresses begin with.
const LANGUAGES: [(&str, &str); 2] = [("da", ""), ("en", "/en")];

/// Compares what one form is answered by, in both languages.
async fn compare_posted(portal: &TestPortal, name: &str, path: &str, fields: &str) {
    for (lang, start) in LANGUAGES {
        let answer = portal.post(&format!("{start}{path}"), fields.to_owned()).await;
        compare(&format!("{name}.{lang}"), &answer, &[]);
    }
}

async fn compare_read(portal: &TestPortal, name: &str, path: &str) {
    for (lang, start) in LANGUAGES {
        let path = format!("{start}{path}");
        let path = if path == "/en/" { "/en" } else { &path };
        compare(&format!("{name}.{lang}"), &portal.get(path).await, &[]);
    }
}

/// A desk in Skanderborg that takes calls, with one counsellor, there from Monday to Thursday, 9-12.
async fn desk(engine: &Engine, kind: BookingKind) {
    engine.counsellor(StaffId::new([7; 16]), "skanderborg", 0..4, 9 * 60, 12 * 60).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("skanderborg", kind, &appointment_type).await;
}

/// What was booked, and the words to put for its code and for who has it.
struct Booked {
    check: Answer,
    receipt: Answer,
    known: Vec<(String, &'static str)>,
}

/// The groups of a code as a page shows and reads them, and the words to put for them.
fn list_groups(code: &str) -> Vec<(String, &'static str)> {
    let groups = (0..5).map(|group| (format!(">{}<", &code[group * 5..group * 5 + 5]), ">[code]<"));
    let digit = |at: usize| &code[at..=at];
    let read = |group: usize| (0..5).map(|at| [digit(group * 5 + at), " "].concat()).collect::<String>();
    groups.chain((0..5).map(|group| (read(group), "[code] "))).collect()
}

impl Booked {
    /// Books Tuesday at ten.
    async fn of(engine: &Engine, portal: &TestPortal, kind: &str) -> Self {
        let fields = format!("ABOUT=CLOSE&KIND={kind}&{TUESDAY_TEN}");
        let check = portal.post("/skanderborg/samtale", fields.clone()).await;
        let confirmed = format!("{fields}&FORM={}&CONFIRM=1", check.form());
        let receipt = portal.post("/skanderborg/samtale", confirmed).await;
        let code = receipt.code();
        let found = engine.store.code(code[..5].parse().expect("five digits")).await.expect("asked");
        let mut known = list_groups(&code);
        known.push((found.expect("a code").pseudonym, "[alias]"));
        Self { check, receipt, known }
    }

    fn known(&self) -> Vec<(&str, &'static str)> {
        self.known.iter().map(|(drawn, word)| (drawn.as_str(), *word)).collect()
    }
}

#[tokio::test]
async fn pages_that_are_read_are_as_they_were_accepted() {
    let portal = TestPortal::monday();
    for (name, path) in [
        ("home", "/"),
        ("municipality", "/skanderborg"),
        ("offers", "/skanderborg/tilbud"),
        ("offer", "/skanderborg/tilbud/move"),
        ("guide", "/skanderborg/find"),
        ("rules", "/skanderborg/regler"),
        ("compare", "/sammenlign"),
        ("compare_one", "/sammenlign/klage"),
        ("glossary", "/ordbog"),
        ("contact", "/skanderborg/kontakt"),
        ("code", "/kode"),
        ("sign_in", "/desk/log-ind"),
        ("not_found", "/skanderborg/nix"),
        ("wrong_method", "/kalender"),
    ] {
        compare_read(&portal, name, path).await;
    }
}

#[tokio::test]
async fn answers_that_are_kept_nowhere_are_as_they_were_accepted() {
    let portal = TestPortal::monday();
    for (name, path, fields) in [
        ("guide_outcome", "/skanderborg/find", MOTHER_OF_TWO),
        ("search", "/skanderborg/soeg", "Q=klage"),
        ("deadline", "/skanderborg/frist", "WHICH=START&SUBSTANCE=DRUGS&AGE=40&DAY=16&MONTH=10&YEAR=2025"),
    ] {
        compare_posted(&portal, name, path, fields).await;
    }
}

#[tokio::test]
async fn the_way_to_an_appointment_and_back_by_code_is_as_it_was_accepted() {
    let engine = sqlite().await;
    desk(&engine, BookingKind::Phone).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    compare_read(&portal, "booking", "/skanderborg/samtale").await;
    let booked = Booked::of(&engine, &portal, "PHONE").await;
    let (known, code) = (booked.known(), booked.receipt.code());
    compare("booking_check.da", &booked.check, &known);
    compare("booking_receipt.da", &booked.receipt, &known);
    let eleven = "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T11:00";
    compare("booking_check.en", &portal.post("/en/skanderborg/samtale", eleven).await, &known);
    let again = format!("ABOUT=CLOSE&KIND=PHONE&{TUESDAY_TEN}&FORM={}&CONFIRM=1", booked.check.form());
    compare("booking_receipt.en", &portal.post("/en/skanderborg/samtale", again).await, &known);
    for (lang, start) in LANGUAGES {
        let page = portal.post(&format!("{start}/kode"), format!("CODE={code}")).await;
        let id = page.field("MOVE").expect("an appointment");
        let known = [&known[..], &[(id.as_str(), "[appointment]")]].concat();
        compare(&format!("code_opened.{lang}"), &page, &known);
    }
    let uid = booked.receipt.field("UID").expect("a name for the calendar");
    let file = format!("BEGINS=2026-11-24T10:00&MINUTES=30&UID={uid}");
    let file = readable(&portal.post("/kalender", file).await.body, &[]);
    assert_snapshot!("calendar_file", file);
}

#[tokio::test]
async fn asking_to_be_called_is_as_it_was_accepted() {
    let engine = sqlite().await;
    desk(&engine, BookingKind::Callback).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let path = "/skanderborg/ring-mig-op";
    compare_read(&portal, "callback", path).await;
    let wrong = format!("PHONE=12345&NAME=Fugl&AGE=30-&FORM={}", portal.get(path).await.form());
    compare_posted(&portal, "callback_errors", path, &wrong).await;
    let asked = "PHONE=10203040&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=DRUGS&AGE=30-";
    let asked = format!("{asked}&FORM={}", portal.get(path).await.form());
    for (lang, start) in LANGUAGES {
        let answer = portal.post(&format!("{start}{path}"), asked.clone()).await;
        let known = list_groups(&answer.code());
        let known: Vec<(&str, &str)> = known.iter().map(|(drawn, word)| (drawn.as_str(), *word)).collect();
        compare(&format!("callback_done.{lang}"), &answer, &known);
    }
}

#[tokio::test]
async fn whether_anonymous_help_fits_is_asked_and_answered_as_it_was_accepted() {
    let engine = sqlite().await;
    desk(&engine, BookingKind::Phone).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    compare_read(&portal, "clarification", "/skanderborg/afklaring").await;
    let answers = "ADULT=YES&HOUSING=YES&WORK=YES&SOCIAL=NO&MIND=NO&MEDICINE=NO";
    compare_posted(&portal, "clarification_outcome", "/skanderborg/afklaring", answers).await;
}

#[tokio::test]
async fn where_a_complaint_goes_is_told_as_it_was_accepted() {
    let portal = TestPortal::monday();
    compare_read(&portal, "complaint", "/skanderborg/klage").await;
    compare_posted(&portal, "complaint_subject", "/slagelse/klage", "STEP=BEGIN").await;
    let day = "SUBJECT=DRUG_TREATMENT_DECISION&START=SENT_BY_LETTER&DAY=6&MONTH=11&YEAR=2026";
    compare_posted(&portal, "complaint_route", "/skanderborg/klage", day).await;
    compare_read(&portal, "complaint_check", "/kvittering").await;
    compare_posted(&portal, "complaint_outside", "/skanderborg/klage", "SUBJECT=HEALTH_RECORDS").await;
}

#[tokio::test]
async fn a_conversation_is_as_it_was_accepted() {
    let engine = sqlite().await;
    desk(&engine, BookingKind::Online).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = Booked::of(&engine, &portal, "ONLINE").await.receipt.code();
    let pass = portal.post("/kode", format!("CODE={code}")).await.field("PASS").expect("a pass");
    let during = TestPortal::storing(&engine.store, DURING);
    let key = during.post("/skanderborg/skriv", format!("PASS={pass}")).await.field("KEY").expect("a key");
    during.post("/skanderborg/skriv", format!("PASS={pass}&KEY={key}&DO=SEND&TEXT=Hej")).await;
    compare_posted(&during, "conversation", "/skanderborg/skriv", &format!("PASS={pass}")).await;
}

#[tokio::test]
async fn the_desk_is_as_it_was_accepted() {
    let engine = sqlite().await;
    desk(&engine, BookingKind::Phone).await;
    desk_that_calls(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let booked = Booked::of(&engine, &portal, "PHONE").await;
    let known = booked.known();
    let form = portal.get("/skanderborg/ring-mig-op").await.form();
    let asked = "PHONE=10203040&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=DRUGS&AGE=30-";
    portal.post("/skanderborg/ring-mig-op", format!("{asked}&FORM={form}")).await;
    let lead = Lead::of(&portal, "skanderborg", MONDAY).await;
    let ask =
        async |method: Method, path: &str, fields: String| lead.ask(&portal, method, path, fields).await;
    let call = ask(Method::GET, "/desk/opkald", String::new()).await.field("ID").expect("a call");
    ask(Method::POST, "/desk/opkald", format!("ID={call}&ACT=CLAIM")).await;
    for (name, path) in [
        ("agenda", "/desk/dag/2026-11-24"),
        ("calls", "/desk/opkald"),
        ("booking", "/desk/aftal"),
        ("hours", "/desk/tider"),
        ("settings", "/desk/indstillinger"),
        ("staff", "/desk/ansatte"),
        ("audit", "/desk/log"),
    ] {
        for (lang, start) in LANGUAGES {
            let page = ask(Method::GET, &format!("{start}{path}"), String::new()).await;
            assert_eq!(page.status, 200, "the lead is signed in: {path}");
            compare(&format!("desk_{name}.{lang}"), &page, &known);
        }
    }
}

async fn desk_that_calls(engine: &Engine) {
    let appointment_type = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &appointment_type).await;
}

#[tokio::test]
async fn what_an_answer_tells_the_browser_is_as_it_was_accepted() {
    let portal = TestPortal::monday();
    for (name, path) in [("headers_read", "/skanderborg"), ("headers_island", "/skanderborg/find")] {
        let answer = portal.get(path).await;
        let headers = answer.headers.keys().filter(|name| *name != "content-length");
        let mut lines: Vec<String> =
            headers.map(|name| format!("{name}: {}", answer.header(name.as_str()))).collect();
        lines.sort();
        let headers = lines.join("\n").replace("; ", ";\n  ");
        assert_snapshot!(name, headers);
    }
}

#[test]
fn what_the_command_says_of_itself_is_as_it_was_accepted() {
    for (name, words) in [("help", &["--help"][..]), ("help_serve", &["serve", "--help"])] {
        let output = Command::new(env!("CARGO_BIN_EXE_portal")).args(words).env_clear().output();
        let output = output.expect("the binary runs");
        assert!(output.status.success(), "{words:?}");
        let help = String::from_utf8_lossy(&output.stdout);
        assert_snapshot!(name, help);
    }
}
