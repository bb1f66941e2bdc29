//! A database that is started after the portal.

#[path = "support/engines.rs"]
mod engines;
#[path = "support/running.rs"]
mod running;

use engines::postgres_url;
use running::{folder, portal};
use std::{
    io::{BufRead, BufReader},
    os::unix::fs::symlink,
    path::Path,
    process::Stdio,
};

/// The name of `PostgreSQL`'s socket in its folder.
const SOCKET: &str = ".s.PGSQL.5432";

#[tokio::test]
async fn a_database_that_is_started_later_is_waited_for() {
    let url = postgres_url().await;
    let (address, real) = url.split_once("?host=").expect("a socket");
    let own = folder("late");
    let mut child = portal()
        .env("PORTAL_DATABASE_URL", format!("{address}?host={}", own.display()))
        .env("PORTAL_ADDR", "127.0.0.1:0")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut said = BufReader::new(child.stderr.take().expect("its errors")).lines();
    let waits = said.any(|line| line.expect("a line").contains("does not answer yet"));
    assert!(waits, "it tells that it waits");
    symlink(Path::new(real).join(SOCKET), own.join(SOCKET)).expect("the database is there");
    let mut output = BufReader::new(child.stdout.take().expect("its output")).lines();
    let serves = output.any(|line| line.expect("a line").starts_with("Trædesten: http://"));
    child.kill().expect("ended");
    child.wait().expect("an end");
    assert!(serves, "and then it serves");
}
