//! A disk that is full, and then is not: what was said to be saved stands, the rest is told, and the portal goes on by
//! itself. The limit on the size of files stands for the disk.

#[path = "support/running.rs"]
mod running;

use running::{Running, portal, run, text};
use std::{
    fs,
    path::PathBuf,
    process::{Child, Command},
};

const PASSWORD: &str = "fire+helt+tilfaeldige+ord";

/// Lets no file of a process grow beyond so many bytes; a string, since there is also no limit.
fn limit(child: &Child, bytes: &str) {
    let limit = Command::new("prlimit")
        .args([format!("--pid={}", child.id()), format!("--fsize={bytes}:")])
        .status()
        .expect("prlimit, of Debian's util-linux");
    assert!(limit.success());
}

/// Chooses a password by an invitation: each time something is written. Gives the status.
fn write_something(server: &Running, invitation: &str) -> u16 {
    let form = format!("LOGIN=anna&INVITATION={invitation}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}");
    let head = "POST /desk/velkommen HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded";
    status(&server.ask(&format!("{head}\r\nContent-Length: {}\r\n\r\n{form}", form.len())))
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
}

/// Does it again until it gives what is waited for.
fn until(what: &str, mut wanted: impl FnMut() -> bool) {
    assert!((0..200).any(|_| wanted()), "it never comes to this: {what}");
}

#[test]
fn a_full_disk_is_told_and_ends_nothing() {
    let mut command = portal();
    let value = |name: &str| {
        let found = command.get_envs().find(|(key, _)| *key == name).and_then(|(_, value)| value);
        found.expect("set").to_string_lossy().into_owned()
    };
    let (database, keys) = (value("PORTAL_DATABASE_URL"), value("PORTAL_KEYS_DIR"));
    let log = PathBuf::from(format!("{}-wal", database.trim_start_matches("sqlite://")));
    let add = ["staff", "add", "--municipality", "vejle", "--role", "lead", "--name", "Anna", "anna"];
    let added = text(&run(command.args(add)).stdout);
    let invitation = added.split("invitation").nth(1).and_then(|rest| rest.split_whitespace().next());
    let invitation = invitation.expect("an invitation");

    // A process that ignores the signal is told by the write itself, as on a full disk.
    let binary = env!("CARGO_BIN_EXE_portal");
    let mut serve = Command::new("sh");
    serve.args(["-c", &format!("trap '' XFSZ; exec {binary} serve")]);
    serve.env_clear().env("PORTAL_DATABASE_URL", database).env("PORTAL_KEYS_DIR", keys);
    let server = Running::start_with(&mut serve);
    until("it can serve", || status(&server.get("/readyz")) == 200);
    assert_eq!(write_something(&server, invitation), 200);

    let size = fs::metadata(&log).expect("the log of writes").len();
    limit(&server.child, &(size + 4096).to_string());
    until("nothing more is taken", || write_something(&server, invitation) == 503);
    assert_eq!(status(&server.get("/vejle")), 200, "who reads is served");
    until("it says that it cannot be written", || {
        write_something(&server, invitation);
        server.get("/readyz").contains("cannot be written")
    });

    limit(&server.child, "unlimited");
    assert_eq!(write_something(&server, invitation), 200, "at once, and without a new start");
    until("it can serve again", || {
        write_something(&server, invitation);
        status(&server.get("/readyz")) == 200
    });
    server.signal("TERM");
    assert!(server.end().1);
}
