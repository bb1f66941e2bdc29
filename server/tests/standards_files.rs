//! What somebody has to do with who writes a municipality's file: to begin, to see, to check, to change what is served.

#[path = "support/running.rs"]
mod running;

use running::{Running, folder, portal, run, text};
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

const TEMPLATE: &str = include_str!("../../docs/standard-template.toml");

/// Asks for a page again and again until it says so: files are looked at every second.
fn wait_for(server: &Running, path: &str, says: &str) {
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        if server.get(path).contains(says) {
            return;
        }
    }
    panic!("{path} never said “{says}”");
}

fn check(dir: &Path) -> String {
    text(&run(portal().args(["standards", "check"]).arg(dir)).stdout)
}

/// A folder with one file.
fn folder_with(name: &str, file: &[u8]) -> std::path::PathBuf {
    let dir = folder(name);
    fs::write(dir.join("eksempelby.toml"), file).expect("written");
    dir
}

#[test]
fn what_is_saved_is_served_without_a_restart_and_a_bad_file_never() {
    let dir = folder_with("reload", TEMPLATE.as_bytes());
    let file = dir.join("eksempelby.toml");
    let server = Running::start_with(portal().env("PORTAL_STANDARDS_DIR", &dir));
    assert!(server.get("/eksempelby/kontakt").contains("00 00 00 00"));
    assert!(server.get("/eksempelby/kontakt").contains("00 00 00 00"), "kept");
    fs::write(&file, TEMPLATE.replace("00000000", "11223344")).expect("written");
    wait_for(&server, "/eksempelby/kontakt", "11 22 33 44");
    // A file with an error changes nothing, and the next good one does: what was between was looked at and refused.
    for bad in [
        TEMPLATE.replace("kind = \"COUNSELLING\"", "kind = \"TEA\""),
        TEMPLATE.replacen("\"silent\"", "\"todo\"", 1),
    ] {
        fs::write(&file, bad).expect("written");
        for _ in 0..50 {
            assert!(server.get("/eksempelby/kontakt").contains("11 22 33 44"));
        }
    }
    fs::write(&file, TEMPLATE.replace("00000000", "55667788")).expect("written");
    wait_for(&server, "/eksempelby/kontakt", "55 66 77 88");
    wait_for(&server, "/eksempelby", "55 66 77 88");
    server.signal("TERM");
    assert!(server.end().1);
}

#[test]
fn a_file_that_is_begun_tells_what_is_to_be_looked_up_and_can_be_seen() {
    let dir = folder("begun");
    let begun = run(portal().args(["standards", "new", "Ærøskøbing Kommune", "--dir"]).arg(&dir));
    assert!(begun.status.success(), "{}", text(&begun.stderr));
    let file = dir.join("aeroeskoebing.toml");
    let again = run(portal().args(["standards", "new", "Ærøskøbing", "--dir"]).arg(&dir));
    assert!(text(&again.stderr).contains("is there already"), "nothing is written over");
    let report = check(&dir);
    assert!(report.contains("aeroeskoebing.toml:13: identity.substances: is not looked up yet"), "{report}");
    let refused = run(portal().arg("serve").env("PORTAL_STANDARDS_DIR", &dir));
    assert!(!refused.status.success() && text(&refused.stderr).contains("is not looked up yet"));
    let server = Running::start_with(portal().args(["standards", "preview"]).arg(&dir));
    let page = server.get("/aeroeskoebing");
    assert!(page.contains("Ærøskøbing Kommune") && page.contains("Kladde, ikke kommunens side."), "{page}");
    assert!(!server.get("/vejle").contains("Kladde"), "those built in are as they are");
    let written = fs::read_to_string(&file).expect("read").replacen(
        "identity.valid_to = \"todo\"",
        "identity.valid_to = { value = 2031-12-31, source = [\"§1\"] }",
        1,
    );
    fs::write(&file, written).expect("written");
    wait_for(&server, "/aeroeskoebing/regler", "31. december 2031");
    server.signal("TERM");
    assert!(server.end().1);
}

#[test]
fn the_check_tells_what_a_file_promises_and_where_it_stands() {
    let report = check(&folder_with("promises", TEMPLATE.as_bytes()));
    let (_, promised) = report.split_once("Eksempelby Kommune lover:").expect("the list");
    for line in [
        "Forsiden: Beder du om behandling, skal den begynde senest 14 dage efter. (§3, SEL §101, stk. 4)",
        "Kontakt: Ingen skal henvise dig. (§2)",
        "Tilbuddet ”Gratis råd”: Alkohol: Ja, du kan være anonym. (§2)",
    ] {
        assert!(promised.contains(line), "{line}:\n{promised}");
    }
    let silent = TEMPLATE
        .replace("starts_with = { value = \"CONTACT\", source = [\"§3\"] }", "starts_with = \"silent\"");
    let silent = silent.replace("guarantee = { value = \"COVERED\"", "guarantee = { value = \"CONDITIONAL\"");
    let report = check(&folder_with("silent", silent.as_bytes()));
    assert!(report.contains("lover:") && !report.contains("14 dage efter"), "{report}");
}

#[test]
fn an_error_says_where_it_is_and_what_to_do() {
    let latin: Vec<u8> = TEMPLATE.chars().map(|char| u8::try_from(u32::from(char)).unwrap_or(b'?')).collect();
    let quote = TEMPLATE.replacen("Her får du råd om", "Her får du \"råd\" om", 1);
    let contradiction = TEMPLATE.replacen(
        "drug_outpatient = { value = \"COVERED\", source = [\"§3\"] }",
        "drug_outpatient = \"silent\"",
        1,
    );
    let two = TEMPLATE.replacen("\n[[unit]]", "\n[[document]]\nid = \"alkohol\"\ntitle = { da = \"A\", en = \"A\" }\nsubstances = [\"ALCOHOL\"]\n\n[[unit]]", 1);
    let line_of = |words: &str| 1 + TEMPLATE.lines().position(|line| line.contains(words)).expect("a line");
    for (name, file, told) in [
        ("latin", latin, "is not saved as UTF-8 (line 7), but perhaps as Windows-1252".to_owned()),
        ("quote", quote.into_bytes(), format!("eksempelby.toml:{}: (file)", line_of("Her får du råd om"))),
        (
            "contradiction",
            contradiction.into_bytes(),
            format!(
                "eksempelby.toml:{}: offer.guarantee: behandling: the rules do not give",
                line_of("guarantee = { value = \"COVERED\"")
            ),
        ),
        (
            "two",
            two.into_bytes(),
            "source: must begin with the id of its document, such as \"standard: §".to_owned(),
        ),
    ] {
        let report = check(&folder_with(name, &file));
        assert!(report.contains(&told), "{name}: {told}\n{report}");
    }
    let quote = TEMPLATE.replacen("Her får du råd om", "Her får du \"råd\" om", 1);
    let report = check(&folder_with("quote", quote.as_bytes()));
    assert!(
        report.contains("straight quotation mark") && report.ends_with("\n1 problem\n"),
        "told alone: {report}"
    );
}

#[test]
fn sources_name_their_document_where_there_are_several() {
    let id = TEMPLATE.replacen("id = \"standard\"", "id = \"stof\"", 1);
    let two = id.replacen("\n[[unit]]", "\n[[document]]\nid = \"alkohol\"\ntitle = { da = \"Kvalitetsstandard for alkohol\", en = \"Quality standard for alcohol\" }\naddress = \"https://eksempelby.example/alkohol.pdf\"\nsubstances = [\"ALCOHOL\"]\n\n[[unit]]", 1);
    let cited = two.replace("source = [\"§", "source = [\"stof: §");
    let dir = folder_with("documents", cited.as_bytes());
    let server = Running::start_with(portal().env("PORTAL_STANDARDS_DIR", &dir));
    let page = server.get("/eksempelby/regler");
    assert!(page.contains("stof §3"), "the source names its document");
    assert!(
        page.contains("href=\"https://eksempelby.example/alkohol.pdf\"")
            && page.contains("Kvalitetsstandard for alkohol")
    );
    server.signal("TERM");
    assert!(server.end().1);
}

#[test]
fn what_looks_odd_is_told_and_keeps_no_file_from_being_used() {
    let odd = TEMPLATE
        .replacen("ages = { from = 18 }\n", "", 1)
        .replacen("forms = [\"INDIVIDUAL\", \"PHONE\"]", "forms = []", 1)
        .replacen("referral_needed = { value = false, source = [\"§2\"] }", "referral_needed = { value = false, source = [\"§2\"], gap = { finding = 7, reading = { da = \"Vi læser det sådan.\", en = \"We read it so.\" } } }", 1);
    let output = run(portal().args(["standards", "check"]).arg(folder_with("odd", odd.as_bytes())));
    let report = text(&output.stdout);
    assert!(output.status.success(), "{report}");
    for told in
        ["offer behandling: has no `ages`", "offer raad: has no `forms`", "finding 7 is read by somebody"]
    {
        assert!(report.contains(told), "{told}: {report}");
    }
}
