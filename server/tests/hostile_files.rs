//! Files that want to harm are sent to the server, many at once: each gets a word, the rest goes on as before, and memory
//! has an end.

#[path = "support/citizen.rs"]
mod citizen;
#[path = "support/files.rs"]
mod files;
#[path = "support/running.rs"]
mod running;

use citizen::{Desk, field, post, post_files};
use files::{bomb, content_type, jpeg, multipart, pdf, png};
use running::Running;
use std::thread;

/// Files by their names.
type SentFiles<'a> = &'a [(&'a str, &'a [u8])];

const ANSWERS: &str = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";
/// MiB that the server may hold beside its program, whatever is sent: 128, of which the program was 54 when that was set.
const MOST: u64 = 128 - 54;

/// The form of somebody who writes a complaint. Without words it is not sent, and no code is worked out for it.
fn open_form(server: &Running) -> String {
    let page = post(server, "/vejle/klage", &format!("{ANSWERS}&STEP=REACH"));
    let (form, mark) = (field(&page, "FORM").expect("a form"), field(&page, "MARK").expect("a mark"));
    format!("{ANSWERS}&STEP=WRITE&FORM={form}&MARK={mark}&WORDS=")
}

#[test]
fn many_hostile_files_at_once_get_a_word_each_and_memory_has_an_end() {
    let desk = Desk::new("hostile-files", None);
    let server = desk.start();
    let large = pdf(11 * 1024 * 1024);
    let full = pdf(10 * 1024 * 1024);
    let zip = [b"PK\x03\x04", &vec![0; 9 << 20][..]].concat();
    let bomb = bomb();
    // What phones make of themselves: twelve and twenty-four million points.
    let (photograph, larger, drawing) = (jpeg(4000, 3000), jpeg(5712, 4284), png(3000, 2000));
    let cut = &larger[..larger.len() / 2];
    let forms: [(SentFiles, &str); 6] = [
        (&[("a.pdf", &zip), ("b.pdf", &zip), ("c.pdf", &zip), ("d.pdf", &zip)], "er hverken PDF"),
        (&[("a.png", &bomb), ("b.png", &bomb), ("c.png", &bomb), ("d.png", &bomb)], "fylder for meget"),
        (&[("a.pdf", &large), ("b.pdf", &large), ("c.pdf", &large)], "er større end 10 MB"),
        (&[("c.png", &drawing), ("d.pdf", b"")], "d.pdf er tom"),
        (&[("a.jpg", cut), ("b.pdf", &full), ("c.pdf", &full)], "a.jpg kan ikke læses til ende"),
        (&[("../../a.png", &drawing[..9000]), ("b.pdf", &full)], "a.png kan ikke læses til ende"),
    ];
    thread::scope(|scope| {
        for (files, said) in &forms {
            for _ in 0..2 {
                let server = &server;
                scope.spawn(move || {
                    let page = post_files(
                        server,
                        "/vejle/klage",
                        &content_type(),
                        &multipart(&open_form(server), files),
                    );
                    assert!(page.contains(said), "{said}: {}", &page[..page.len().min(300)]);
                });
            }
        }
    });
    let kept = post_files(
        &server,
        "/vejle/klage",
        &content_type(),
        &multipart(&open_form(&server), &[("b.jpg", &larger), ("a.jpg", &photograph)]),
    );
    assert_eq!(kept.matches("name=\"REMOVE\"").count(), 2, "good ones are taken as before");
    let many = "&FIELD=1".repeat(1000);
    let refused = multipart(&format!("{}{many}", open_form(&server)), &[]);
    assert!(post_files(&server, "/vejle/klage", &content_type(), &refused).starts_with("HTTP/1.1 413"));
    let peak = server.peak_memory();
    assert!(peak < MOST, "{peak} MiB");
    println!("peak memory beside the program: {peak} MiB");
}
