//! Files that go along with a complaint: what is taken, what is not and what is said of it, who gets them, and when they go.
//! On both engines.

use crate::{
    common::{Answer, MONDAY, TestPortal},
    complaint_filing::open_writing,
    complaint_follow::follow_complaint,
    desk::signed_in,
    each_engine::each_engine,
    engines::{EngineKind, Store},
    files::{BOUNDARY, PLACE, bomb, content_type, jpeg, multipart, pdf, png},
};
use axum::http::Request;
use domain::{Instant, Role};
use image::ImageReader;
use rstest::rstest;
use rstest_reuse::apply;
use server::{
    jobs::retention::Moment,
    tasks::complaint::attachment::{model::AttachmentRecord, repository},
    web::{
        client_ip::Peer,
        rate_limiter::{ClientNetwork, Quota},
    },
};
use std::io::Cursor;

const ABOUT_STAFF: &str = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";
const ADDRESS: &str = "/vejle/klage";

async fn send(portal: &TestPortal, body: Vec<u8>) -> Answer {
    let request = Request::post(ADDRESS).header("content-type", content_type());
    portal.send(request.body(body.into()).expect("a request")).await
}

/// The page on which a complaint is written, answered with words and files.
async fn write(portal: &TestPortal, files: &[(&str, &[u8])]) -> Answer {
    let (_, form) = open_writing(portal, "vejle", ABOUT_STAFF).await;
    send(portal, multipart(&format!("{form}&WORDS=Tonen+var+natteravn"), files)).await
}

/// The form that a page carries on, as a browser would send it.
fn again(page: &Answer) -> String {
    let kept = page.field("KEPT").map(|kept| format!("&KEPT={kept}")).unwrap_or_default();
    format!("{ABOUT_STAFF}&STEP=WRITE&FORM={}&WORDS=Tonen+var+natteravn{kept}", page.form())
}

/// The files of the only complaint that a head reads, as they are fetched.
async fn fetch(portal: &TestPortal, login: &str) -> Vec<Answer> {
    let lead = signed_in(portal, "vejle", Role::Lead, login).await;
    let id = lead.get("/desk/klager").await.linked("/desk/klager").expect("a complaint");
    let page = lead.get(&format!("/desk/klager/{id}")).await;
    let mut files = Vec::new();
    for rest in page.body.split("/fil?nr=").skip(1) {
        let place = rest.split('"').next().expect("a place");
        files.push(lead.get(&format!("/desk/klager/{id}/fil?nr={place}")).await);
    }
    files
}

/// The points of a picture.
fn read_png(bytes: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().expect("a picture");
    let mut points = vec![0; reader.output_buffer_size().expect("small")];
    reader.next_frame(&mut points).expect("its points");
    points
}

/// All that stands of files, of those that were sent and of those that wait, as one text.
async fn stored(store: &Store) -> String {
    let mut tx = store.db.read().await.expect("a connection");
    let mut lines = Vec::new();
    let all: Vec<AttachmentRecord> =
        tx.fetch_all("SELECT * FROM complaint_attachment", &[]).await.expect("attachments");
    for file in all {
        lines.push([file.sealed_key, file.about].concat());
        for place in 0.. {
            let part = repository::find_part(&mut tx, &file.id, place).await.expect("a part");
            let Some(part) = part else { break };
            lines.push(part);
        }
    }
    String::from_utf8_lossy(&lines.concat()).into_owned()
}

#[apply(each_engine)]
#[tokio::test]
async fn whoever_reads_the_complaint_gets_the_files_and_of_pictures_nothing_but_the_picture(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (paper, photograph, drawing) = (pdf(700_000), jpeg(64, 48), png(40, 30));
    let receipt =
        write(&portal, &[("brev.pdf", &paper), ("foto.jpg", &photograph), ("tegning.png", &drawing)]).await;
    assert!(receipt.says("Klagen er modtaget"), "{}", receipt.text());
    assert!(receipt.says("3 filer fulgte med klagen."), "{}", receipt.text());
    let (under, _) = follow_complaint(&portal, "vejle", &receipt.code()).await;
    assert!(under.says("Vedlagte filer") && under.says("brev.pdf (PDF, 684 KB)"), "{}", under.text());

    let files = fetch(&portal, "lea").await;
    let [one, two, three] = &files[..] else { panic!("three files: {}", files.len()) };
    assert_eq!(one.bytes, paper, "a PDF as it is");
    assert_eq!(
        (one.header("content-type"), one.header("x-content-type-options")),
        ("application/pdf", "nosniff")
    );
    for (place, file) in files.iter().enumerate() {
        let disposition = file.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\"klage-"), "{disposition}");
        assert!(disposition.contains(&format!("-bilag-{}.", place + 1)), "{disposition}");
        assert!(!file.body.contains("Engvej"), "where it was made is gone");
    }
    let read = |file: &Answer| {
        let reader = ImageReader::new(Cursor::new(file.bytes.clone())).with_guessed_format().expect("a kind");
        reader.decode().expect("a picture").to_rgb8()
    };
    assert_eq!(read(two).dimensions(), (48, 64), "upright, as it was looked at");
    assert_eq!(read_png(&three.bytes), read_png(&drawing), "point by point");

    let stored = stored(&engine.store).await;
    for secret in ["natteravn", "brev", "foto", "%PDF", "aaaaaaaa", "Engvej", "JFIF", "IHDR"] {
        assert!(!stored.contains(secret), "{secret} stands in the database");
    }
    assert!(stored.len() > 700_000 && !PLACE.is_empty());
}

#[rstest]
#[case::a_zip_in_the_clothes_of_a_pdf("brev.pdf", b"PK\x03\x04%PDF-1.7 %%EOF".to_vec(), "brev.pdf er hverken PDF, JPEG eller PNG")]
#[case::a_page("brev.pdf", b"<html><script>alert(1)</script>%PDF-".to_vec(), "er hverken PDF, JPEG eller PNG")]
#[case::nothing("tom.pdf", Vec::new(), "tom.pdf er tom.")]
#[case::half_a_pdf("brev.pdf", pdf(5000)[..4000].to_vec(), "brev.pdf kan ikke læses til ende.")]
#[case::half_a_photograph("foto.jpg", jpeg(640, 480)[..9000].to_vec(), "foto.jpg kan ikke læses til ende.")]
#[case::half_a_picture("tegning.png", png(400, 300)[..1500].to_vec(), "tegning.png kan ikke læses til ende.")]
#[case::a_bomb("lille.png", bomb(), "lille.png fylder for meget, når billedet åbnes.")]
#[case::too_large("stor.pdf", pdf(11 * 1024 * 1024), "stor.pdf er større end 10 MB.")]
#[case::a_path("../../../etc/passwd", b"root:x:0:0".to_vec(), "passwd er hverken PDF, JPEG eller PNG")]
#[tokio::test]
async fn what_cannot_be_taken_is_told_and_the_rest_is_kept(
    #[case] name: &str,
    #[case] content: Vec<u8>,
    #[case] said: &str,
) {
    let engine = EngineKind::Sqlite.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let good = pdf(3000);
    let page = write(&portal, &[(name, &content), ("god.pdf", &good)]).await;
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.says(said), "{said}: {}", page.text());
    assert!(!page.body.contains("etc/"), "no folders");
    assert!(page.body.contains("Tonen var natteravn</textarea>"), "what was written stays");
    assert!(page.says("Det er vedlagt god.pdf PDF, 3 KB"), "{}", page.text());
    assert!(page.body.contains("aria-describedby=\"FILES-hint FILES-error\""), "it is said at the field");
    let receipt = send(&portal, multipart(&again(&page), &[("", b"")])).await;
    assert!(receipt.says("En fil fulgte med klagen."), "{}", receipt.text());
    assert_eq!(fetch(&portal, "lea").await.pop().expect("a file").bytes, good);
}

#[apply(each_engine)]
#[tokio::test]
async fn files_stay_while_one_goes_back_and_can_be_removed(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    let (one, two) = (pdf(2000), pdf(300_000));
    let back = multipart(&format!("{form}&WORDS=Tonen&BACK=REACH"), &[("en.pdf", &one), ("to.pdf", &two)]);
    let page = send(&portal, back).await;
    assert!(page.says("Hvordan vil du have svar?"), "{}", page.text());
    let forth = format!("{ABOUT_STAFF}&FORM={}&WORDS=Tonen&KEPT=2&STEP=REACH", page.form());
    let page = portal.post(ADDRESS, forth).await;
    assert!(
        page.says("en.pdf") && page.says("to.pdf") && page.body.contains("Tonen</textarea>"),
        "{}",
        page.text()
    );
    let page = send(&portal, multipart(&format!("{}&REMOVE=1", again(&page)), &[])).await;
    assert!(!page.says("en.pdf") && page.says("to.pdf"), "{}", page.text());
    assert_eq!(page.status, 200, "nothing is wrong: {}", page.text());
    let english = portal.post("/en/vejle/klage", format!("{}&BACK=WRITE", again(&page))).await;
    assert!(english.says("This is attached to.pdf PDF, 293 KB"), "{}", english.text());
    let receipt = send(&portal, multipart(&again(&page), &[("tre.pdf", &one)])).await;
    assert!(receipt.says("2 filer fulgte med klagen."), "{}", receipt.text());
    let sizes: Vec<_> = fetch(&portal, "lea").await.iter().map(|file| file.bytes.len()).collect();
    assert_eq!(sizes, [2000, 300_000], "the free place was taken");
}

#[tokio::test]
async fn what_was_not_taken_is_told_also_to_who_goes_elsewhere() {
    let engine = EngineKind::Sqlite.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    for back in ["REACH", "SUBJECT"] {
        let sent = multipart(
            &format!("{form}&WORDS=Tonen&BACK={back}"),
            &[("brev.pdf", b"PK"), ("god.pdf", &pdf(900))],
        );
        let page = send(&portal, sent).await;
        assert!(page.status == 422 && page.says("brev.pdf er hverken PDF"), "{back}: {}", page.text());
        assert!(page.says("god.pdf PDF, 1 KB") && page.body.contains("Tonen</textarea>"), "{back}");
    }
}

#[tokio::test]
async fn one_place_brings_files_of_few_forms_at_once_and_so_many_in_an_hour() {
    let engine = EngineKind::Sqlite.open().await;
    let quota = Quota { client: 1, ..Quota::ORDINARY };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    let from = |body: Vec<u8>| {
        let request = Request::post(ADDRESS).header("content-type", content_type());
        request.extension(Peer([192, 0, 2, 1].into())).body(body.into()).expect("a request")
    };
    let (_, form) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    let paper = pdf(900);
    let five: Vec<_> =
        ["1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"].map(|name| (name, paper.as_slice())).into();
    for times in 0..2 {
        let page = portal.send(from(multipart(&format!("{form}&WORDS="), &five))).await;
        assert!(!page.says("fordi der kommer mange filer"), "{times}: {}", page.text());
    }
    let page = portal.send(from(multipart(&format!("{form}&WORDS=Tonen"), &five[..1]))).await;
    assert!(page.status == 422 && page.says("fordi der kommer mange filer"), "{}", page.text());
    let held: Vec<_> = (0..4)
        .map_while(|_| {
            portal.services().limiter.begin_upload(Some(&ClientNetwork::of([192, 0, 2, 2].into())))
        })
        .collect();
    assert_eq!(held.len(), 4);
    for name in ["1.pdf", ""] {
        let request = Request::post(ADDRESS)
            .header("content-type", content_type())
            .extension(Peer([192, 0, 2, 2].into()));
        let body = multipart(&format!("{form}&WORDS=Tonen"), &[(name, &paper)]);
        let page = portal.send(request.body(body.into()).expect("a request")).await;
        assert!(page.says("fordi der kommer mange filer"), "a fifth at once, {name}: {}", page.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn there_is_room_for_five_and_a_form_sent_twice_brings_each_once(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    let papers: Vec<_> = (1..=6).map(|number| (format!("{number}.pdf"), pdf(1000 + number))).collect();
    let papers: Vec<_> = papers.iter().map(|(name, paper)| (name.as_str(), paper.as_slice())).collect();
    let sent = multipart(&format!("{form}&WORDS=Tonen+var+natteravn"), &papers);
    let page = send(&portal, sent.clone()).await;
    assert!(
        page.status == 422 && page.says("6.pdf er ikke taget med. Der er plads til fem filer."),
        "{}",
        page.text()
    );
    assert_eq!(page.body.matches("name=\"REMOVE\"").count(), 5);
    let twice = send(&portal, sent).await;
    assert_eq!(twice.body.matches("name=\"REMOVE\"").count(), 5, "loaded again, none is there twice");
    let whole = multipart(&again(&page), &[]);
    let receipt = send(&portal, whole.clone()).await;
    assert!(receipt.says("5 filer fulgte med klagen."), "{}", receipt.text());
    let repeated = send(&portal, whole).await;
    assert!(repeated.says("5 filer fulgte med klagen.") && repeated.code() == receipt.code());
    let more = send(&portal, multipart(&again(&page), &[("mere.pdf", &pdf(2000))])).await;
    assert!(more.status == 422 && more.says("Klagen er sendt, som den var før"), "{}", more.text());
    assert!(!more.says("filerne er slettet"), "they went along: {}", more.text());
    assert_eq!(fetch(&portal, "lea").await.len(), 5);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_not_sent_is_opened_by_its_page_alone_and_gone_after_three_hours(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let page = write(&portal, &[("god.pdf", &pdf(3000)), ("tom.pdf", b"")]).await;
    assert!(page.says("god.pdf PDF"), "{}", page.text());
    let (_, other) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    let other = send(&portal, multipart(&format!("{other}&WORDS=Andet"), &[])).await;
    assert!(other.says("Klagen er modtaget") && !other.says("fulgte med"), "another form has none of it");

    // Two and a half hours on the form is too old; the file goes along with the new one.
    let later = TestPortal::storing(&engine.store, "2026-11-23T12:30:00+01:00");
    let renewed = send(&later, multipart(&again(&page), &[])).await;
    assert!(renewed.status == 422 && renewed.says("Siden har stået åben længe"), "{}", renewed.text());
    assert!(renewed.says("Det er vedlagt god.pdf"), "{}", renewed.text());
    assert_ne!(renewed.form(), page.form());

    let last = "2026-11-23T15:31:00+01:00";
    let moment = Instant::parse(last).expect("a moment");
    engine.store.tidy(Moment { now: moment.minute(), today: moment.day().date() }).await.expect("tidied");
    assert!(stored(&engine.store).await.is_empty(), "nothing is left of it");
    let late = send(&TestPortal::storing(&engine.store, last), multipart(&again(&renewed), &[])).await;
    assert!(late.status == 422 && late.says("filerne er slettet. Vælg dem igen"), "{}", late.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn files_go_with_the_complaint_and_are_nobodys_who_does_not_read_it(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = write(&portal, &[("brev.pdf", &pdf(3000))]).await.code();
    let lead = signed_in(&portal, "vejle", Role::Lead, "lea").await;
    let id = lead.get("/desk/klager").await.linked("/desk/klager").expect("a complaint");
    let file = format!("/desk/klager/{id}/fil?nr=1");
    assert_eq!(lead.get(&file).await.status, 200);
    assert!(lead.get("/desk/log").await.says("Hentede en fil i en klage"), "that it was fetched is noted");
    for nothing in ["nr=2", "nr=0", "nr=x", ""] {
        assert_eq!(lead.get(&format!("/desk/klager/{id}/fil?{nothing}")).await.status, 404, "{nothing}");
    }
    for (role, login) in [(Role::Counsellor, "co1"), (Role::Admin, "ad1"), (Role::Manager, "ma1")] {
        let answer = signed_in(&portal, "vejle", role, login).await.get(&file).await;
        assert!(matches!(answer.status.as_u16(), 403 | 404) && answer.bytes.len() != 3000, "{role:?}");
    }
    let elsewhere = signed_in(&portal, "slagelse", Role::Lead, "lis").await;
    assert_eq!(elsewhere.get(&file).await.status, 404, "of another municipality");
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    assert!(stored(&engine.store).await.is_empty(), "deleted with all under the code");
}

#[tokio::test]
async fn a_form_of_a_thousand_parts_or_without_an_end_is_refused_in_words() {
    let engine = EngineKind::Sqlite.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (_, form) = open_writing(&portal, "vejle", ABOUT_STAFF).await;
    let many = "&FIELD=1".repeat(1000);
    let answer = send(&portal, multipart(&format!("{form}{many}"), &[])).await;
    assert!(answer.status == 413 && !answer.body.is_empty(), "{} {}", answer.status, answer.text());
    let whole = multipart(&format!("{form}&WORDS=Tonen"), &[("brev.pdf", &pdf(3000))]);
    let cut = send(&portal, whole[..whole.len() - 40].to_vec()).await;
    assert_eq!(cut.status, 422, "{}", cut.text());
    let head = [b"--", BOUNDARY.as_bytes(), b"\r\nContent-Disposition: ", &vec![b'x'; 1 << 20]].concat();
    let endless = send(&portal, head).await;
    assert!(matches!(endless.status.as_u16(), 413 | 422), "{} {}", endless.status, endless.text());
    let request = Request::post(ADDRESS).header("content-type", "multipart/form-data");
    let nameless = portal.send(request.body(whole.into()).expect("a request")).await;
    assert_eq!(nameless.status, 422, "{}", nameless.text());
    assert!(stored(&engine.store).await.is_empty(), "and nothing is kept");
}
