//! What citizens entrust: a receipt is true even if the power fails, and nobody who reads the database, its
//! log or the portal's own log learns who was there.

#[path = "support/citizen.rs"]
mod citizen;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/running.rs"]
mod running;

use citizen::{BROWSER, Desk, FROM, NOW, REFERER, code, field, offered, post};
use running::Running;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::channel,
    },
    thread,
    time::Duration,
};

/// Words that stand nowhere else.
const PHONE: &str = "71829304";
const NAME: &str = "Kanariefugl";
const TEXT: &str = "Kanariesang i mol";

/// Every time that a page offers.
fn offered_times(page: &str) -> Vec<String> {
    page.split("<button")
        .filter(|button| button.contains("class=\"time\""))
        .filter_map(|button| button.split("value=\"").nth(1)?.split('"').next().map(str::to_owned))
        .collect()
}

/// The days on which a page offers times.
fn offered_days(page: &str) -> Vec<String> {
    let mut days: Vec<String> = offered_times(page).iter().map(|time| time[..10].to_owned()).collect();
    days.dedup();
    days
}

/// Books some free time of a day; the code on the receipt. `None` where it was not told.
fn book(server: &Running, day: &str, place: usize) -> Option<String> {
    let base = "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE";
    let mut times = offered_times(&post(server, "/vejle/samtale", base));
    times.retain(|time| time.starts_with(day));
    let time = times.get(place % times.len().max(1))?;
    let base = format!("{base}&TIME={time}");
    let check = post(server, "/vejle/samtale", &base);
    let (form, mark) = (field(&check, "FORM")?, field(&check, "MARK")?);
    code(&post(server, "/vejle/samtale", &format!("{base}&FORM={form}&MARK={mark}&CONFIRM=1")))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

/// Once it has answered and taken note that the visitor is gone, a server remembers none of these.
fn forgets(server: &Running, words: &[&str]) {
    let mut left = Vec::new();
    // The last of a visit may still be put away while its answer is read: each look is a visit later.
    for _ in 0..5 {
        assert!(server.get("/healthz").contains("200 OK"));
        let memory = server.memory();
        assert!(holds(&memory, "Vejle Kommune"), "the search reads the memory");
        left = words.iter().filter(|word| holds(&memory, word)).collect();
        if left.is_empty() {
            return;
        }
    }
    panic!("still in memory: {left:?}");
}

/// Books an appointment in writing, and writes at its time, on a second server beside the first. Gives the code, and the
/// pass of the conversation.
fn write_to_counsellor(desk: &Desk, server: &Running) -> (String, String) {
    let base = "ABOUT=CLOSE&CLOSE=18-24&KIND=ONLINE";
    let times = offered_times(&post(server, "/vejle/samtale", base));
    let time = times.first().expect("a time");
    let base = format!("{base}&TIME={time}");
    let check = post(server, "/vejle/samtale", &base);
    let (form, mark) = (field(&check, "FORM").expect("a form"), field(&check, "MARK").expect("a mark"));
    let receipt = post(server, "/vejle/samtale", &format!("{base}&FORM={form}&MARK={mark}&CONFIRM=1"));
    let code = code(&receipt).expect("a receipt");
    let pass = field(&post(server, "/kode", &format!("CODE={code}")), "PASS").expect("a pass");
    let then = format!("{time}:00+01:00");
    let later = Running::start_with(desk.command().args(["serve", "--now", &then]));
    let said = post(&later, "/vejle/skriv", &format!("PASS={pass}&DO=SEND&TEXT={}", TEXT.replace(' ', "+")));
    assert!(said.contains(TEXT), "{said}");
    forgets(&later, &[TEXT, &pass]);
    (code, pass)
}

/// A whole journey on either track; then everything that was written down is searched.
fn leaves_no_trace(desk: &Desk, database: impl Fn() -> Vec<u8>) {
    let server = desk.start();
    let code = book(&server, "2026-11-25", 0).expect("a receipt");
    let found = post(&server, "/kode", &format!("CODE={code}"));
    assert!(found.contains("Onsdag 25. november 2026"), "{found}");
    post(&server, "/kode", &format!("CODE={}", "1".repeat(25)));
    let page = server.get("/vejle/ring-mig-op");
    let (form, mark) = (field(&page, "FORM").expect("a form"), field(&page, "MARK").expect("a mark"));
    let page = post(&server, "/vejle/ring-mig-op", &format!("CHOOSE=1&AGE=25-&FORM={form}&MARK={mark}"));
    let windows = offered(&page, "WINDOW");
    let window = windows.first().expect("a window");
    let asked = format!(
        "PHONE={PHONE}&NAME={NAME}&WINDOW={window}&MESSAGE=YES&WISH=DRUGS&AGE=25-&FORM={form}&MARK={mark}"
    );
    let called = post(&server, "/vejle/ring-mig-op", &asked);
    assert!(called.contains("Centret ringer til dig") && called.contains("skal begynde senest"), "{called}");
    // A message in writing, while it is time; and what an operator reads.
    let (_, pass) = write_to_counsellor(desk, &server);
    let metrics = server.get("/metrics");
    assert!(metrics.contains("portal_overdue_rows 0"), "{metrics}");
    let spelled: Vec<&str> =
        code.as_bytes().chunks(5).skip(1).map(|five| std::str::from_utf8(five).expect("digits")).collect();
    let secret = spelled.concat();
    forgets(&server, &[PHONE, NAME, &pass, &code, &secret]);
    let database = database();
    assert!(holds(&database, "vejle"), "the search reads the database");
    server.signal("TERM");
    let (log, well) = server.end();
    assert!(well && log.contains("/{kommune}/samtale"), "the log tells the route: {log}");
    for word in [
        FROM,
        BROWSER,
        REFERER,
        "kanarie",
        PHONE,
        NAME,
        TEXT,
        pass.as_str(),
        code.as_str(),
        secret.as_str(),
        "da-DK",
    ] {
        assert!(!metrics.contains(word), "“{word}” stands in the metrics");
        assert!(!holds(&database, word), "“{word}” stands in the database");
        assert!(!log.contains(word), "“{word}” stands in the log");
        for file in files(&desk.data) {
            assert!(!holds(&fs::read(&file).expect("a file"), word), "“{word}” stands in {}", file.display());
        }
    }
}

#[test]
fn nothing_of_who_was_there_is_written_down_by_sqlite() {
    let desk = Desk::new("canary-sqlite", None);
    let data = desk.data.clone();
    leaves_no_trace(&desk, || {
        // The file, and the log of writes beside it.
        files(&data)
            .iter()
            .filter(|file| file.display().to_string().contains("portal.db"))
            .flat_map(|file| fs::read(file).expect("a file"))
            .collect()
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_who_was_there_is_written_down_by_postgres() {
    let url = engines::postgres_url().await;
    let desk = Desk::new("canary-postgres", Some(url.clone()));
    leaves_no_trace(&desk, || {
        let dump = Command::new("pg_dump").args(["--inserts", &url]).output().expect("pg_dump runs");
        assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
        dump.stdout
    });
}

/// `PostgreSQL` leaves the rows that were deleted in its files, even after VACUUM, until something else needs the room.
#[tokio::test(flavor = "multi_thread")]
async fn what_postgres_leaves_in_its_files_of_what_was_deleted_tells_nobody() {
    let url = engines::postgres_url().await;
    let desk = Desk::new("deleted-postgres", Some(url.clone()));
    let ask = |sql: &str| {
        let asked = Command::new("psql").args(["-Atc", sql, &url]).output().expect("psql runs");
        assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
        String::from_utf8(asked.stdout).expect("text").trim().to_owned()
    };
    let kept = ask("SELECT count(*) FROM anonymous_code");
    let server = desk.start();
    let code = book(&server, "2026-11-25", 0).expect("a receipt");
    let (other, pass) = write_to_counsellor(&desk, &server);
    for code in [&code, &other] {
        let mark = field(&post(&server, "/kode", &format!("CODE={code}")), "MARK").expect("a mark");
        let gone = post(&server, "/kode", &format!("CODE={code}&MARK={mark}&FORGET=YES"));
        assert!(gone.starts_with("HTTP/1.1 200") || gone.starts_with("HTTP/1.1 303"), "{gone}");
    }
    assert_eq!(ask("SELECT count(*) FROM message"), "0", "what was written is deleted");
    assert_eq!(ask("SELECT count(*) FROM anonymous_code"), kept, "so are the codes");
    ask("VACUUM");
    ask("CHECKPOINT");
    let folder = ask("SELECT setting || '/base/' || oid FROM pg_settings, pg_database \
         WHERE name = 'data_directory' AND datname = current_database()");
    let left: Vec<u8> =
        files(Path::new(&folder)).iter().flat_map(|file| fs::read(file).expect("a file")).collect();
    assert!(holds(&left, "_sqlx_migrations"), "the search reads the database's files");
    for word in [TEXT, &code, &pass] {
        assert!(!holds(&left, word), "“{word}” is left in the database's files");
    }
}

/// Citizens book while the server is killed, again and again; then every receipt must be true.
fn survives_being_killed(desk: &Desk) {
    let server = desk.start();
    let days = offered_days(&post(&server, "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE"));
    drop(server);
    assert_eq!(days.len(), 10);
    let (told, receipts) = channel();
    let mut codes: Vec<String> = Vec::new();
    for day in &days {
        let server = Arc::new(desk.start());
        let stop = Arc::new(AtomicBool::new(false));
        let citizens: Vec<_> = (0..2)
            .map(|place| {
                let (server, stop, told) = (Arc::clone(&server), Arc::clone(&stop), told.clone());
                let day = day.clone();
                thread::spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        if let Some(code) = book(&server, &day, place) {
                            let _ = told.send(code);
                        }
                    }
                })
            })
            .collect();
        // One has a receipt; the other is in the middle of it.
        codes.push(receipts.recv_timeout(Duration::from_mins(1)).expect("a receipt"));
        server.signal("KILL");
        stop.store(true, Ordering::Relaxed);
        for citizen in citizens {
            citizen.join().expect("no panic");
        }
        codes.extend(receipts.try_iter());
    }
    assert!(codes.len() >= days.len());
    let server = desk.start();
    for code in &codes {
        let page = post(&server, "/kode", &format!("CODE={code}"));
        assert!(page.contains("name=\"CANCEL\""), "a receipt that is not true");
    }
    server.signal("TERM");
    server.end();
}

#[test]
fn every_receipt_is_true_after_the_server_was_killed_ten_times_on_sqlite() {
    survives_being_killed(&Desk::new("crash-sqlite", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_receipt_is_true_after_the_server_was_killed_ten_times_on_postgres() {
    let url = engines::postgres_url().await;
    survives_being_killed(&Desk::new("crash-postgres", Some(url)));
}

/// Two servers on one database: a time that one keeps is not given by the other, and a code of one opens at the
/// other.
#[tokio::test(flavor = "multi_thread")]
async fn two_servers_on_one_postgres_are_one_portal() {
    let url = engines::postgres_url().await;
    let desk = Desk::new("two-servers", Some(url));
    let (one, other) = (desk.start(), desk.start());
    let base = "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE";
    let times = offered_times(&post(&one, "/vejle/samtale", base));
    let time = times.iter().find(|time| time.starts_with("2026-11-25")).expect("a time");
    let chosen = format!("{base}&TIME={time}");
    let mut held = Vec::new();
    // Each counsellor gives it once; then it is gone at both.
    for server in [&one, &other, &one, &other] {
        let check = post(server, "/vejle/samtale", &chosen);
        match field(&check, "FORM").filter(|_| check.contains("CONFIRM")) {
            Some(form) => held.push((form, field(&check, "MARK").expect("a mark"))),
            None => break,
        }
    }
    assert!((1..=3).contains(&held.len()), "as many as there are counsellors free then");
    for server in [&one, &other] {
        assert!(post(server, "/vejle/samtale", &chosen).starts_with("HTTP/1.1 409"), "taken at both");
    }
    let (form, mark) = &held[0];
    let receipt = post(&other, "/vejle/samtale", &format!("{chosen}&FORM={form}&MARK={mark}&CONFIRM=1"));
    let code = code(&receipt).expect("held at one, booked at the other");
    assert!(post(&one, "/kode", &format!("CODE={code}")).contains("name=\"CANCEL\""));
}

/// What a test or a talk relies on is there each time it is made up.
#[test]
fn a_demonstration_at_the_same_moment_has_the_same_times() {
    let times = ["one", "other"].map(|name| {
        let desk = Desk::new(&format!("same-{name}"), None);
        let server = desk.start();
        post(&server, "/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE")
    });
    let times = times.map(|page| offered_times(&page));
    assert!(times[0].len() > 10, "{:?}", times[0]);
    assert_eq!(times[0], times[1]);
}

#[test]
fn a_database_is_not_served_with_the_keys_of_another() {
    let desk = Desk::new("foreign-keys", None);
    fs::remove_dir_all(desk.data.join("keys")).expect("removed");
    let refused = desk.command().args(["serve", "--now", NOW]).output().expect("the binary runs");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("that this database was written with"), "{said}");
}

/// A citizen writes in their case while the server is killed, again and again; what was acknowledged is there.
fn keeps_what_is_said(desk: &Desk) {
    let server = desk.start();
    let page = post(&server, "/vejle/ring-mig-op", "CHOOSE=1&AGE=25-");
    let (form, mark) = (field(&page, "FORM").expect("a form"), field(&page, "MARK").expect("a mark"));
    let window = offered(&page, "WINDOW").into_iter().next().expect("a window");
    let asked =
        format!("PHONE={PHONE}&WINDOW={window}&MESSAGE=NO&WISH=DRUGS&AGE=25-&FORM={form}&MARK={mark}");
    let code = code(&post(&server, "/vejle/ring-mig-op", &asked)).expect("a code");
    let case = field(&post(&server, "/kode", &format!("CODE={code}")), "CASE").expect("a case");
    drop(server);
    let mut said: Vec<String> = Vec::new();
    for round in 0..5 {
        let server = Arc::new(desk.start());
        let (told, heard) = channel();
        let citizen = {
            let (server, code, case) = (Arc::clone(&server), code.clone(), case.clone());
            thread::spawn(move || {
                for number in 0.. {
                    let words = format!("ord-{round}-{number}-slut");
                    let act = format!("CODE={code}&CASE={case}&ACT=OBJECT&WORDS={words}");
                    if !post(&server, "/kode", &act).contains("Det er skrevet ned.")
                        || told.send(words).is_err()
                    {
                        return;
                    }
                }
            })
        };
        // Three are acknowledged; the next one is in the middle of it.
        for _ in 0..3 {
            said.push(heard.recv_timeout(Duration::from_mins(1)).expect("an acknowledgement"));
        }
        server.signal("KILL");
        citizen.join().expect("no panic");
        said.extend(heard.try_iter());
    }
    let server = desk.start();
    let page = post(&server, "/kode", &format!("CODE={code}"));
    for words in &said {
        assert!(page.contains(words.as_str()), "{words} was acknowledged and is not there");
    }
    server.signal("TERM");
    server.end();
}

#[test]
fn what_is_said_in_a_case_is_there_after_the_server_was_killed_on_sqlite() {
    keeps_what_is_said(&Desk::new("crash-case-sqlite", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_in_a_case_is_there_after_the_server_was_killed_on_postgres() {
    let url = engines::postgres_url().await;
    keeps_what_is_said(&Desk::new("crash-case-postgres", Some(url)));
}
