//! A missed treatment guarantee, from the first call to what the next authority gets. On both engines.

use crate::{
    case::under,
    common::{Answer, MONDAY, TestPortal},
    complaint_filing::{ABOUT_DECISION, file_complaint},
    complaint_follow::{fields_to, follow_complaint},
    desk::{Browser, asks_to_be_called, signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
    files::{content_type, jpeg, multipart, pdf},
};
use axum::http::{Method, Request};
use domain::Role;
use rstest_reuse::apply;
use serde_json::Value;
use server::crypto::receipt_signer::is_receipt;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Two days after the treatment should have begun.
const LATE: &str = "2026-12-09T10:00:00+01:00";

async fn send_files(portal: &TestPortal, fields: &str, files: &[(&str, &[u8])]) -> Answer {
    let request = Request::post("/skanderborg/klage").header("content-type", content_type());
    portal.send(request.body(multipart(fields, files).into()).expect("a request")).await
}

/// Does something to the complaint at an address.
async fn act(reader: &Browser<'_>, path: &str, fields: &str) -> Answer {
    let seen = reader.get(path).await.field("SEEN").expect("how much has happened");
    reader.post(path, &format!("{fields}&SEEN={seen}")).await
}

/// The files of a package, by their names.
fn unpack(package: &Answer) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(package.bytes.clone())).expect("a zip");
    let mut files = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        let name = file.name().expect("a name").into_owned();
        files.push((name, content));
    }
    files
}

/// What a reader that sees nothing finds in a PDF: the kinds of its parts, in order, and its text.
fn read_pdf(content: &[u8]) -> (Vec<String>, String) {
    let document = lopdf::Document::load_mem(content).expect("a PDF");
    let text = pdf_extract::extract_text_from_mem(content).expect("its text");
    let catalog = document.catalog().expect("a catalogue");
    assert!(catalog.get(b"MarkInfo").is_ok() && catalog.get(b"Outlines").is_ok());
    assert_eq!(catalog.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language"), b"da");
    let root = catalog.get(b"StructTreeRoot").and_then(lopdf::Object::as_reference).expect("tags");
    let mut kinds = Vec::new();
    list_kinds(&document, root, &mut kinds);
    (kinds, text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn list_kinds(document: &lopdf::Document, at: lopdf::ObjectId, kinds: &mut Vec<String>) {
    let Ok(element) = document.get_dictionary(at) else { return };
    if let Ok(kind) = element.get(b"S").and_then(lopdf::Object::as_name) {
        kinds.push(String::from_utf8_lossy(kind).into_owned());
    }
    let children = match element.get(b"K") {
        Ok(lopdf::Object::Array(children)) => children.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    for child in children {
        if let Ok(child) = child.as_reference() {
            list_kinds(document, child, kinds);
        }
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_missed_guarantee_goes_from_the_call_over_case_and_complaint_to_the_package(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = asks_to_be_called(&engine, &portal).await;
    let case = under(&engine, &code, LATE).await;
    assert!(case.says("Det er ikke din skyld."), "the day has passed: {}", case.text());

    // The citizen complains from the case, with a letter and a photograph.
    let portal = TestPortal::storing(&engine.store, LATE);
    let route = portal.post("/skanderborg/klage", fields_to(&case, "/skanderborg/klage")).await;
    let fields = fields_to(&route, "/skanderborg/klage");
    let reach = "WHO=HELPED&REACH=LETTER&NAME=Fugl+Kvist&ADDRESS=Engvej+7&STEP=REACH";
    let page = portal.post("/skanderborg/klage", format!("{fields}&{reach}")).await;
    let words = "Jeg+har+ventet+siden+november.%0A%0AIngen+har+ringet.+%F0%9F%90%A6";
    let (letter, photograph) = (pdf(400_000), jpeg(80, 60));
    let sent = format!("{}&WORDS={words}", fields_to(&page, "/skanderborg/klage"));
    let receipt = send_files(&portal, &sent, &[("afslag.pdf", &letter), ("foto.jpg", &photograph)]).await;
    assert!(receipt.says("2 filer fulgte med klagen."), "{}", receipt.text());
    let own = receipt.code();

    // It is read, something is asked and answered, and the answer is no.
    let reader = signed_in_at(&portal, "skanderborg", Role::ComplaintReader, "rie", LATE).await;
    let id = reader.get("/desk/klager").await.linked("/desk/klager").expect("a complaint");
    let path = format!("/desk/klager/{id}");
    let package = format!("{path}/pakke");
    assert_eq!(reader.get(&package).await.status, 404, "there is no answer yet");
    act(&reader, &path, "DO=ASK&WORDS=Hvorn%C3%A5r+ringede+du?").await;
    let (_, answer) = follow_complaint(&portal, "skanderborg", &own).await;
    portal.post("/skanderborg/klage/svar", format!("{answer}&DO=ADD&WORDS=Den+23.+november")).await;
    let page = act(&reader, &path, "DO=DECIDE&VERDICT=MAINTAINED&WORDS=Vi+fastholder.").await;
    assert!(page.says("Det, Ankestyrelsen skal have") && page.says("Hent pakken"), "{}", page.text());

    // The package.
    let fetched = reader.get(&package).await;
    assert_eq!(fetched.header("content-type"), "application/zip", "{}", fetched.text());
    assert!(fetched.header("content-disposition").starts_with("attachment; filename=\"klage-"));
    let files = unpack(&fetched);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["klage.pdf", "klage.json", "bilag-1.pdf", "bilag-2.jpg"]);
    assert_eq!(files[2].1, letter, "the attachments as they are");

    let json: Value = serde_json::from_slice(&files[1].1).expect("JSON");
    assert_eq!((&json["to"], &json["status"]), (&"ankestyrelsen".into(), &"MAINTAINED".into()));
    assert_eq!(json["complainant"]["name"], "Fugl Kvist");
    let facts: Vec<_> =
        json["events"].as_array().expect("events").iter().map(|event| &event["fact"]).collect();
    assert_eq!(facts, ["RECEIVED", "ASKED", "ADDED", "MAINTAINED"]);
    assert_eq!(json["events"][0]["words"], "Jeg har ventet siden november.\n\nIngen har ringet. 🐦");
    for (file, told) in files[2..].iter().zip(json["attachments"].as_array().expect("attachments")) {
        assert_eq!((&told["file"], &told["bytes"]), (&file.0.as_str().into(), &file.1.len().into()));
        assert_eq!(told["sha256"], hex::encode(Sha256::digest(&file.1)));
    }
    let proof = |name: &str| json["receipt"][name].as_str().expect("a text").to_owned();
    assert!(is_receipt(&proof("public_key"), &proof("line"), &proof("signature_ed25519")));

    let (kinds, text) = read_pdf(&files[0].1);
    assert_eq!(kinds.iter().filter(|kind| *kind == "H1").count(), 1, "{kinds:?}");
    assert_eq!(kinds.iter().filter(|kind| *kind == "H2").count(), 8, "{kinds:?}");
    assert!(kinds.contains(&"LI".to_owned()) && kinds.contains(&"P".to_owned()));
    for words in [
        "Til: Ankestyrelsen",
        "Fra: Skanderborg Kommune",
        "Afgørelsen, side",
        "Jeg har ventet siden november.",
        "Ingen har ringet. ◊",
        "Hvornår ringede du?",
        "Den 23. november",
        "Vi fastholder.",
        "Fugl Kvist, Engvej 7",
        "9. december 2026: Modtaget, borgeren",
        "bilag-1.pdf: afslag.pdf (PDF, 391 KB), SHA-256",
        "Tegn, som denne skrift ikke har",
        "Kontrolord:",
        &proof("public_key"),
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Kaldes her"), "what the desk calls somebody stays there");
    assert!(reader.get(&path).await.says("Hentede en fil i en klage"), "that it was fetched is noted");
    let page = act(&reader, &path, "DO=SEND_ON").await;
    assert!(page.says("Sendt videre") && page.says("Hent pakken"), "{}", page.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn where_the_standard_names_no_authority_there_is_no_package_and_the_desk_says_so(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let about_staff = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";
    for (municipality, answers, role) in
        [("horsens", ABOUT_DECISION, None), ("vejle", about_staff, Some(Role::Lead))]
    {
        let answers = format!("{answers}&ADULT=YES&SUBSTANCE=DRUGS");
        file_complaint(&portal, municipality, &answers, "Nej").await;
        let roles = role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role]);
        let mut read = 0;
        for role in roles.into_iter().filter(|role| role.reads_complaints()) {
            let login = format!("{}-{}", municipality, role.code().to_lowercase().replace('_', "-"));
            let reader = signed_in(&portal, municipality, role, &login).await;
            let Some(id) = reader.get("/desk/klager").await.linked("/desk/klager") else { continue };
            let path = format!("/desk/klager/{id}");
            let page = act(&reader, &path, "DO=DECIDE&VERDICT=MAINTAINED&WORDS=Vi+fastholder.").await;
            assert!(page.says("nævner ingen anden myndighed"), "{municipality}: {}", page.text());
            assert!(!page.says("Hent pakken"), "{municipality}");
            assert_eq!(reader.ask(Method::GET, &format!("{path}/pakke"), "").await.status, 404);
            read += 1;
        }
        assert_eq!(read, 1, "{municipality}: one role reads it");
    }
}
