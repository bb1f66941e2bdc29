//! What a plan leaves behind: of its words and codes nothing stands in the database, the log or the metrics, though a counsellor and a citizen have written in it and somebody close has read it.

#[path = "support/citizen.rs"]
mod citizen;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/running.rs"]
mod running;

use citizen::{BROWSER, Desk, FROM, NOW, REFERER, code, field};
use running::{Running, text};
use server::crypto::authenticator::Authenticator;
use std::{fs, path::PathBuf, process::Command};

const PIN: &str = "493027";
const PASSWORD: &str = "fire helt tilfældige ord";
/// Words that stand nowhere else, each in another place of the plan.
const WORDS: [&str; 8] = [
    "Kanariemaal",
    "Kanarieskridt",
    "Kanarienote",
    "Kanarieprivat",
    "Kanarietrivsel",
    "Kanariesamtykke",
    "Kanariemoede",
    "Kanariemedicin",
];

/// Sends a form with everything that could tell who it is from.
fn send(server: &Running, cookie: &str, path: &str, fields: &str) -> String {
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nX-Forwarded-For: {FROM}\r\nForwarded: for={FROM}\r\n\
         User-Agent: {BROWSER}\r\nReferer: {REFERER}\r\nAccept-Language: da-DK\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{fields}",
        server.address.trim_start_matches("http://"),
        fields.len()
    );
    server.ask(&request)
}

fn open(server: &Running, cookie: &str, path: &str) -> String {
    let host = server.address.trim_start_matches("http://");
    server.ask(&format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nUser-Agent: {BROWSER}\r\nCookie: {cookie}\r\n\r\n"
    ))
}

/// The cookie that an answer gives.
fn cookie_of(answer: &str) -> String {
    let start = answer.find("set-cookie: ").unwrap_or_else(|| panic!("a cookie: {answer}")) + 12;
    answer[start..].split(';').next().expect("a pair").to_owned()
}

/// What an authenticator shows for a key in base32.
fn digits(key: &str) -> String {
    let five = key.trim().bytes().map(|letter| match letter {
        b'A'..=b'Z' => letter - b'A',
        _ => letter - b'2' + 26,
    });
    let bits = five.map(|value| format!("{value:05b}")).collect::<Vec<_>>().concat();
    let bytes =
        (0..bits.len() / 8).map(|byte| u8::from_str_radix(&bits[byte * 8..byte * 8 + 8], 2).expect("bits"));
    let secret = bytes.map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let now = chrono::DateTime::parse_from_rfc3339(NOW).expect("a moment").timestamp();
    Authenticator::from_hex(&secret).expect("a key").digits(now)
}

/// Signs a counsellor of Slagelse in; their cookie.
fn sign_in(desk: &Desk, server: &Running) -> String {
    let added =
        ["staff", "add", "--municipality", "slagelse", "--role", "counsellor", "--name", "Anna", "anna"];
    let added = desk.command().args(added).output().expect("staff can be added");
    let told = text(&added.stdout);
    let invitation = told.split("invitation").nth(1).and_then(|rest| rest.split_whitespace().next());
    let invitation = invitation.unwrap_or_else(|| panic!("an invitation: {told}"));
    let first = format!("LOGIN=anna&INVITATION={invitation}");
    let page = send(server, "", "/desk/velkommen", &format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}"));
    let key = page.split("class=\"key\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
    let key = key.unwrap_or_else(|| panic!("a key: {page}"));
    cookie_of(&send(server, "", "/desk/velkommen", &format!("{first}&DIGITS={}", digits(key))))
}

/// Comes in with a code that is used for the first time.
fn come_in(server: &Running, code: &str) -> String {
    cookie_of(&send(server, "", "/min-plan", &format!("CODE={code}&ENTER=CHOOSE&PIN={PIN}&AGAIN={PIN}")))
}

/// Writes everywhere in a plan; the codes that were given.
fn live(desk: &Desk, server: &Running) -> Vec<String> {
    let [goal, step, note, private, wellbeing, consent, meeting, medicine] = WORDS;
    let anna = sign_in(desk, server);
    let form = field(&open(server, &anna, "/desk/planer/ny"), "FORM").expect("a key");
    let opened = send(server, &anna, "/desk/planer/ny", &format!("FORM={form}&ABOUT=DRUGS&OFFER=GENERAL"));
    let own = code(&opened).expect("a code");
    let plan = opened.split("href=\"/desk/planer/").map(|rest| &rest[..32.min(rest.len())]);
    let plan =
        plan.filter(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit())).last().expect("a plan").to_owned();
    let at_desk =
        |path: &str, fields: &str| send(server, &anna, &format!("/desk/planer/{plan}{path}"), fields);
    let citizen = come_in(server, &own);
    let write = |path: &str, fields: &str| {
        let answer = send(server, &citizen, &format!("/min-plan{path}"), fields);
        assert!(answer.starts_with("HTTP/1.1 303") || answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        answer
    };
    write("/maal", &format!("ACT=GOAL&TEXT={goal}"));
    write("/maal/2", &format!("ACT=STEP&TEXT={step}"));
    write("/noter", &format!("ACT=NOTE&READERS=BOTH&TEXT={note}"));
    write("/noter", &format!("ACT=NOTE&READERS=ME&TEXT={private}&FORM={}", "5".repeat(32)));
    write("/trivsel", &format!("ACT=CHECK_IN&OVERALL=2&TEXT={wellbeing}"));
    write("/samtykker", &format!("ACT=INSIGHT&WHOM={consent}&SEE_GOALS=YES"));
    at_desk("/uge", &format!("ACT=MEETING&TEXT={meeting}&DAY=2026-11-25&FROM=13.00&TO=14.00"));
    at_desk("/samtykker", &format!("ACT=MEDICINE&TEXT={medicine}"));
    let consents = open(server, &citizen, "/min-plan/samtykker");
    let (number, form) =
        (field(&consents, "CONSENT").expect("its number"), field(&consents, "FORM").expect("a key"));
    let others = code(&write("/del", &format!("CONSENT={number}&FORM={form}"))).expect("a code");
    let close = come_in(server, &others);
    assert!(open(server, &close, "/min-plan").contains(goal), "somebody close reads the goal");
    // It stands there, and all of it: else nothing is proven.
    let mut seen = open(server, &citizen, "/min-plan/udskrift") + &open(server, &citizen, "/min-plan/noter");
    seen += &(open(server, &citizen, "/min-plan/trivsel") + &consents);
    seen += &open(server, &anna, &format!("/desk/planer/{plan}/fil"));
    for word in WORDS {
        assert!(seen.contains(word), "{word}");
    }
    for cookie in [&citizen, &close] {
        send(server, cookie, "/min-plan/ud", "");
    }
    let secret = |code: &str| code[7..].to_owned();
    let cookies = [&citizen, &close].map(|cookie| cookie.split('=').nth(1).expect("a value").to_owned());
    [own.clone(), others.clone(), secret(&own), secret(&others)].into_iter().chain(cookies).collect()
}

fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

fn leaves_no_trace(desk: &Desk, database: impl Fn() -> Vec<u8>) {
    let server = desk.start();
    let secrets = live(desk, &server);
    let metrics = server.get("/metrics");
    let database = database();
    assert!(holds(&database, "slagelse"), "the search reads the database");
    server.signal("TERM");
    let (log, well) = server.end();
    assert!(well && log.contains("/min-plan/maal/{goal}"), "the log tells the route: {log}");
    // Six digits may stand in a dump of random bytes by chance.
    assert!(!log.contains(PIN) && !metrics.contains(PIN));
    let told = [FROM, BROWSER, REFERER, "kanarie"];
    for word in WORDS.into_iter().chain(told).chain(secrets.iter().map(String::as_str)) {
        assert!(!metrics.contains(word), "“{word}” stands in the metrics");
        assert!(!log.contains(word), "“{word}” stands in the log");
        assert!(!holds(&database, word), "“{word}” stands in the database");
        for file in files(&desk.data) {
            assert!(!holds(&fs::read(&file).expect("a file"), word), "“{word}” stands in {}", file.display());
        }
    }
}

#[test]
fn nothing_of_a_plan_is_written_down_by_sqlite() {
    let desk = Desk::new("plan-sqlite", None);
    let data = desk.data.clone();
    leaves_no_trace(&desk, || {
        // The file, and the log of writes beside it.
        let stored = files(&data).into_iter().filter(|file| file.display().to_string().contains("portal.db"));
        stored.flat_map(|file| fs::read(file).expect("a file")).collect()
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_plan_is_written_down_by_postgres() {
    let url = engines::postgres_url().await;
    let desk = Desk::new("plan-postgres", Some(url.clone()));
    leaves_no_trace(&desk, || {
        let dump = Command::new("pg_dump").args(["--inserts", &url]).output().expect("pg_dump runs");
        assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
        dump.stdout
    });
}
