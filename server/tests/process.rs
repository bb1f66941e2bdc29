//! The binary itself: its commands, its settings, how it stops, and what it writes down.

#[path = "support/running.rs"]
mod running;

use running::{Running, folder, portal, run, text};
use std::{
    fs,
    io::Write,
    time::{Duration, Instant},
};

const SKANDERBORG: &str = include_str!("../../app/domain/standards/skanderborg.toml");

const STANDARDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/domain/standards");
const TEMPLATE: &str = include_str!("../../docs/standard-template.toml");

#[test]
fn help_names_the_commands_and_the_settings() {
    let help = text(&run(portal().arg("--help")).stdout);
    for word in
        ["serve", "standards", "PORTAL_ADDR", "PORTAL_DATABASE_URL", "PORTAL_STANDARDS_DIR", "PORTAL_LOG"]
    {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn a_bad_setting_stops_the_start_with_its_name_and_the_reason() {
    for (name, value) in
        [("PORTAL_ADDR", "here"), ("PORTAL_DATABASE_URL", "mysql://x"), ("PORTAL_DEMO", "maybe")]
    {
        let output = run(portal().env(name, value));
        assert!(!output.status.success(), "{name}");
        assert!(text(&output.stderr).contains(&format!("portal: {name}: ")), "{}", text(&output.stderr));
    }
}

#[test]
fn whoever_makes_the_keys_is_told_where_they_are_by_whatever_command() {
    let add = ["staff", "add", "--municipality", "vejle", "--role", "lead", "--name", "Prøven", "proeven"];
    for command in [&["demo"][..], &add[..]] {
        let mut portal = portal();
        portal.args(command).env("PORTAL_DEMO", "1");
        let keys = portal.get_envs().find(|(name, _)| *name == "PORTAL_KEYS_DIR").and_then(|(_, dir)| dir);
        let keys = keys.expect("a folder").to_string_lossy().into_owned();
        let first = run(&mut portal);
        assert!(first.status.success(), "{command:?}: {}", text(&first.stderr));
        let said = text(&first.stderr);
        assert!(said.contains(&format!("new keys were made in {keys}")), "{command:?}: {said}");
        let second = text(&run(&mut portal).stderr);
        assert!(!second.contains("new keys"), "they are there by now: {second}");
    }
}

#[test]
fn a_frozen_clock_is_for_demonstrations_only() {
    let output = run(portal().args(["serve", "--now", "2026-11-22T10:00:00+01:00"]));
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("PORTAL_DEMO=1"));
    let nonsense = run(portal().args(["serve", "--now", "yesterday"]).env("PORTAL_DEMO", "1"));
    assert!(!nonsense.status.success());
}

#[test]
fn the_standards_as_they_stand_pass_their_check() {
    let output = run(portal().args(["standards", "check"]));
    let report = text(&output.stdout);
    assert!(output.status.success(), "{report}");
    assert!(report.contains("skanderborg") && report.contains("contradictions"));
}

#[test]
fn the_check_tells_all_errors_of_all_files_and_the_server_does_not_start_with_them() {
    let dir = folder("broken");
    fs::write(dir.join("a.toml"), SKANDERBORG.replacen("kind = \"TREATMENT\"", "kind = \"TEA\"", 1))
        .expect("written");
    fs::write(dir.join("b.toml"), SKANDERBORG.replacen("length_days = ", "lenght_days = ", 1))
        .expect("written");
    let check = run(portal().args(["standards", "check"]).arg(&dir));
    let report = text(&check.stdout);
    assert!(!check.status.success());
    assert!(report.contains("a.toml:") && report.contains("kind: “TEA” is not one of"), "{report}");
    assert!(report.contains("b.toml:") && report.contains("guarantee.lenght_days: is not a key"), "{report}");
    let serve = run(portal().env("PORTAL_STANDARDS_DIR", &dir));
    assert!(!serve.status.success());
    assert!(text(&serve.stderr).contains("guarantee.lenght_days"));
}

#[test]
fn the_check_prints_what_each_municipality_gives() {
    let output = text(&run(portal().args(["standards", "check"])).stdout);
    let line =
        |name: &str| output.lines().find(|line| line.starts_with(name)).map(str::to_owned).expect("a line");
    let words = |line: String| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(line("capability"))[1..], ["horsens", "randers", "skanderborg", "slagelse", "vejle"]);
    assert_eq!(words(line("gift cards, most"))[3..], ["7", "7", "8", "silent", "silent"]);
    assert_eq!(words(line("guarantee, anonymous drugs"))[3..], ["no", "silent", "no", "yes", "silent"]);
}

#[test]
fn a_sixth_municipality_is_a_sixth_file() {
    let folder = folder("sixth");
    for entry in fs::read_dir(STANDARDS).expect("the built-in files") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("copied");
    }
    fs::write(folder.join("eksempelby.toml"), TEMPLATE).expect("written");
    let server = Running::start_with(portal().env("PORTAL_STANDARDS_DIR", &folder));
    assert!(server.get("/").contains("href=\"/eksempelby\""));
    assert!(server.get("/eksempelby").contains("Eksempelby Kommune"));
    assert!(server.get("/vejle").contains("Vejle Kommune"));
    server.signal("TERM");
    assert!(server.end().1);
}

#[test]
fn two_files_with_one_name_and_names_that_are_pages_are_refused() {
    let dir = folder("twins");
    fs::write(dir.join("a.toml"), SKANDERBORG).expect("written");
    fs::write(dir.join("b.toml"), SKANDERBORG).expect("written");
    let page = SKANDERBORG.replacen("code = \"skanderborg\"", "code = \"privatliv\"", 1);
    fs::write(dir.join("c.toml"), page).expect("written");
    let report = text(&run(portal().args(["standards", "check"]).arg(&dir)).stdout);
    assert!(report.contains("has the code “skanderborg” already"), "{report}");
    assert!(report.contains("“privatliv” is the address of a page"), "{report}");
}

#[test]
fn a_text_too_hard_to_read_fails_the_check_and_is_named() {
    let dir = folder("hard");
    let from = "welcome = { da = \"";
    let hard = "Rusmiddelforanstaltninger iværksættes helhedsorienteret individuelt ".repeat(5);
    fs::write(dir.join("a.toml"), SKANDERBORG.replacen(from, &format!("{from}{hard}"), 1)).expect("written");
    let output = run(portal().args(["standards", "check"]).arg(&dir));
    assert!(!output.status.success());
    let report = text(&output.stdout);
    assert!(report.contains("a.toml:7: welcome.da: LIX"), "{report}");
}

#[test]
fn it_answers_and_stops_when_told_to_even_with_a_slow_client() {
    let server = Running::start();
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    let mut slow = server.connect();
    slow.write_all(b"POST /skanderborg/find HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\nWHO=")
        .expect("sent");
    let told = Instant::now();
    server.signal("TERM");
    let (_, well) = server.end();
    assert!(well);
    assert!(told.elapsed() < Duration::from_secs(10), "{:?}", told.elapsed());
}

#[test]
fn broken_requests_get_an_answer_or_an_end_and_the_server_lives_on() {
    let server = Running::start();
    for request in [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /\u{0} HTTP/1.1\r\nHost: t\r\n\r\n",
        "POST /skanderborg/find HTTP/1.1\r\nHost: t\r\nContent-Length: nine\r\n\r\n",
        "GET http://other.example/skanderborg HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n",
    ] {
        let answer = server.ask(request);
        assert!(!answer.starts_with("HTTP/1.1 5"), "{request:?}: {answer}");
    }
    let long = format!("GET /{} HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", "a".repeat(100_000));
    assert!(!server.ask(&long).starts_with("HTTP/1.1 5"));
    assert!(server.get("/skanderborg").starts_with("HTTP/1.1 200"));
    server.signal("TERM");
    server.end();
}

#[test]
fn the_log_tells_the_route_and_nothing_of_the_visitor() {
    let server = Running::start();
    let body = "WHO=KANARIEFUGL";
    for path in ["/skanderborg/find?kanariefugl=1", "/kanariefugl", "/skanderborg/tilbud/kanariefugl"] {
        server.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: kanariefugl\r\nUser-Agent: kanariefugl\r\nReferer: http://kanariefugl/\r\n\
             X-Forwarded-For: 203.0.113.77\r\nCookie: k=kanariefugl\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ));
        server.get(path);
    }
    server.signal("TERM");
    let (log, _) = server.end();
    assert!(log.contains("route=\"/{kommune}/find\" status=4xx"), "{log}");
    assert!(!log.to_lowercase().contains("kanariefugl"), "{log}");
    assert!(!log.contains("203.0.113.77") && !log.contains("127.0.0.1"), "{log}");
    // Minutes, and nothing finer.
    let line = log.lines().find(|line| line.contains("route=")).expect("a line");
    assert!(line.split(' ').next().is_some_and(|time| time.len() == "2026-11-23T10:00Z".len()), "{line}");
}
