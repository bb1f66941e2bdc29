//! Complaints are sent with files while the server is killed, again and again: every receipt that somebody got is true, can be
//! checked, and leads to all that was written and sent; and no part of a complaint stands without the rest.

#[path = "support/citizen.rs"]
mod citizen;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/files.rs"]
mod files;
#[path = "support/running.rs"]
mod running;

use citizen::{Desk, code, field, post, post_files};
use engines::Store;
use files::{content_type, jpeg, multipart, pdf};
use running::Running;
use server::{
    db::{DatabaseUrl, Db},
    tasks::complaint::attachment::{model::AttachmentRecord, repository},
};
use std::{
    sync::{Arc, mpsc::channel},
    thread,
    time::Duration,
};

const ROUNDS: usize = 5;
const ANSWERS: &str = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";

/// A receipt that somebody got.
struct Told {
    number: String,
    check_words: String,
    code: String,
    written: String,
}

/// What stands beside a label of a receipt.
fn beside(page: &str, label: &str) -> Option<String> {
    let rest = page.split_once(&format!("<dt>{label}</dt>"))?.1;
    rest.split("<span>").nth(1)?.split('<').next().map(str::to_owned)
}

/// Sends a complaint; its receipt, where the answer came.
fn complain(server: &Running, written: &str) -> Option<Told> {
    let page = post(server, "/vejle/klage", &format!("{ANSWERS}&STEP=REACH"));
    let (form, mark) = (field(&page, "FORM")?, field(&page, "MARK")?);
    let sent = format!("{ANSWERS}&STEP=WRITE&FORM={form}&MARK={mark}&WORDS={written}");
    let files = multipart(&sent, &[("brev.pdf", &pdf(700_000)), ("foto.jpg", &jpeg(300, 200))]);
    let receipt = post_files(server, "/vejle/klage", &content_type(), &files);
    Some(Told {
        number: beside(&receipt, "Nummer")?,
        check_words: beside(&receipt, "Kontrolord")?,
        code: code(&receipt)?,
        written: written.to_owned(),
    })
}

/// All that was written under a code.
fn read_under(server: &Running, code: &str) -> String {
    let page = post(server, "/kode", &format!("CODE={code}"));
    let (mark, id) = (field(&page, "MARK").unwrap_or_default(), field(&page, "ID").unwrap_or_default());
    post(server, "/vejle/klage/svar", &format!("CODE={code}&MARK={mark}&ID={id}"))
}

fn survives_being_killed(desk: &Desk) {
    let mut told: Vec<Told> = Vec::new();
    for round in 0..ROUNDS {
        let server = Arc::new(desk.start());
        let (tell, heard) = channel();
        let citizens: Vec<_> = (0..2)
            .map(|citizen| {
                let (server, tell) = (Arc::clone(&server), tell.clone());
                thread::spawn(move || {
                    for number in 0.. {
                        let written = format!("klage-{round}-{citizen}-{number}-slut");
                        let Some(receipt) = complain(&server, &written) else { return };
                        if tell.send(receipt).is_err() {
                            return;
                        }
                    }
                })
            })
            .collect();
        // Two have a receipt; others are in the middle of it.
        for _ in 0..2 {
            told.push(heard.recv_timeout(Duration::from_mins(1)).expect("a receipt"));
        }
        server.signal("KILL");
        for citizen in citizens {
            citizen.join().expect("no panic");
        }
        drop(tell);
        told.extend(heard.try_iter());
    }
    let server = desk.start();
    for receipt in &told {
        let fields = format!("NUMBER={}&WORDS={}", receipt.number, receipt.check_words.replace(' ', "+"));
        let checked = post(&server, "/kvittering", &fields);
        assert!(checked.contains("Kvitteringen er ægte"), "{}: a receipt that is not true", receipt.number);
        let page = read_under(&server, &receipt.code);
        assert!(page.contains(&receipt.written), "{}: what was written is not there", receipt.number);
        for file in ["brev.pdf", "foto.jpg"] {
            assert!(page.contains(file), "{}: {file} is not there", receipt.number);
        }
    }
    server.signal("TERM");
    server.end();
}

/// What is left over of a complaint that nobody has a receipt of is whole too.
async fn nothing_stands_alone(url: DatabaseUrl) {
    let store = Store { db: Db::open(&url).await.expect("the database") };
    let text = store.write_out_complaints().await;
    let (complaints, events) =
        (text.matches("traedesten-receipt").count(), text.matches("RECEIVED ").count());
    assert!(complaints >= 2 * ROUNDS, "{complaints}");
    assert_eq!(complaints, events, "each with its key and what was written");
    let mut tx = store.db.read().await.expect("a connection");
    let all: Vec<AttachmentRecord> =
        tx.fetch_all("SELECT * FROM complaint_attachment", &[]).await.expect("attachments");
    assert_eq!(all.len(), 2 * complaints, "each with its files, and no file without its complaint");
    for file in &all {
        assert!(file.complaint.is_some() && file.draft_of.is_none());
        let last = if file.place == 1 { 2 } else { 0 };
        assert!(repository::find_part(&mut tx, &file.id, last).await.expect("a part").is_some(), "whole");
        assert!(repository::find_part(&mut tx, &file.id, last + 1).await.expect("none").is_none());
    }
    let parts =
        tx.count("SELECT COUNT(*) AS number FROM complaint_attachment_part", &[]).await.expect("parts");
    assert_eq!(parts, 4 * complaints as u64, "no part of a file stands alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_receipt_of_a_complaint_is_true_after_the_server_was_killed_on_sqlite() {
    let desk = Desk::new("crash-complaint-sqlite", None);
    survives_being_killed(&desk);
    nothing_stands_alone(DatabaseUrl::Sqlite(desk.data.join("portal.db"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_receipt_of_a_complaint_is_true_after_the_server_was_killed_on_postgres() {
    let url = engines::postgres_url().await;
    let desk = Desk::new("crash-complaint-postgres", Some(url.clone()));
    survives_being_killed(&desk);
    nothing_stands_alone(DatabaseUrl::Postgres(url)).await;
}
