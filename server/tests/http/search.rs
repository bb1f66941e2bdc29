//! Searching, as people type.

use crate::common::{Answer, TestPortal};
use proptest::prelude::*;

async fn search(path: &str, words: &str) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("Q", words).finish();
    TestPortal::monday().post(path, body).await
}

/// The addresses of what was found, in order.
fn found(page: &Answer) -> Vec<&str> {
    page.body.split("<h3><a href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn one_finds_what_one_means_however_it_is_spelt() {
    for (words, link) in [
        ("pårørende", "/skanderborg/tilbud/paaroerende-samtaler"),
        ("paaroerende", "/skanderborg/tilbud/paaroerende-samtaler"),
        ("parorende", "/skanderborg/tilbud/paaroerende-samtaler"),
        ("Pårørendes", "/skanderborg/tilbud/paaroerende-samtaler"),
        ("anonm stof", "/skanderborg/tilbud/anonym-stofbehandling"),
        ("kokain", "/skanderborg/tilbud/anonym-stofbehandling"),
        ("cocaine anonymous", "/skanderborg/tilbud/anonym-stofbehandling"),
        ("gavekort", "/skanderborg/tilbud/move"),
        ("gift card", "/skanderborg/tilbud/move"),
        ("gavekrot", "/skanderborg/tilbud/move"),
        ("dognbehandling", "/skanderborg/tilbud/doegnbehandling"),
        ("døgn behandling", "/skanderborg/tilbud/doegnbehandling"),
        ("alkoholproblemer", "/skanderborg/tilbud/aaben-raadgivning"),
        ("familien", "/skanderborg/tilbud/familieforloeb"),
        ("frist for at klage", "/skanderborg/regler#complaints-deadline_weeks"),
        ("complaint deadline", "/skanderborg/regler#complaints-deadline_weeks"),
        ("underretning", "/ordbog#underretning"),
    ] {
        let page = search("/skanderborg/soeg", words).await;
        assert_eq!(page.status, 200);
        assert!(found(&page).contains(&link), "{words} finds {link}, not only {:?}", found(&page));
    }
}

#[tokio::test]
async fn a_word_that_stands_only_inside_an_offer_finds_it() {
    for (path, words) in [("/vejle/soeg", "antabus"), ("/vejle/soeg", "metadon")] {
        let page = search(path, words).await;
        assert!(
            found(&page).iter().any(|link| link.starts_with("/vejle/tilbud/")),
            "{words}: {:?}",
            found(&page)
        );
    }
}

#[tokio::test]
async fn the_word_itself_stands_before_longer_words_that_begin_with_it() {
    let page = search("/skanderborg/soeg", "behandling").await;
    let page = found(&page).into_iter().find(|link| link.starts_with("/ordbog")).map(str::to_owned);
    assert_ne!(page.as_deref(), Some("/ordbog#behandlingsplan"));
    let mor = search("/skanderborg/soeg", "mor").await;
    assert!(
        found(&mor)[0].contains("foraeldre") || found(&mor)[0].contains("paaroerende"),
        "{:?}",
        found(&mor)
    );
}

#[tokio::test]
async fn a_municipality_is_searched_by_itself_and_all_of_them_together() {
    let here = search("/vejle/soeg", "CRAFT").await;
    assert!(found(&here).contains(&"/vejle/tilbud/craft"));
    assert!(found(&here).iter().all(|link| link.starts_with("/vejle/") || link.starts_with("/ordbog")));
    let everywhere = search("/en/soeg", "children").await;
    let codes: std::collections::HashSet<&str> =
        found(&everywhere).iter().filter_map(|link| link.split('/').nth(2)).collect();
    assert!(codes.len() > 2, "{codes:?}");
    assert!(found(&everywhere).iter().all(|link| link.starts_with("/en/")));
}

#[tokio::test]
async fn what_was_typed_stays_in_the_field_and_out_of_the_address() {
    let page = search("/skanderborg/soeg", "hjælp & <b>råd</b>").await;
    assert!(page.body.contains("value=\"hjælp &amp; &lt;b&gt;råd&lt;/b&gt;\""), "{}", page.body);
    assert!(page.body.contains("<form method=\"post\" action=\"/skanderborg/soeg\""));
    assert_eq!(page.header("cache-control"), "no-store");
    let asked = TestPortal::monday().get("/skanderborg/soeg?Q=kokain").await;
    assert!(!asked.body.contains("kokain"), "an address is not read");
}

#[tokio::test]
async fn an_empty_or_endless_search_is_told_what_to_do() {
    for (words, says) in [
        (String::new(), "Skriv et ord"),
        ("   ".to_owned(), "Skriv et ord"),
        ("x".repeat(201), "Det er for langt"),
    ] {
        let page = search("/skanderborg/soeg", &words).await;
        assert_eq!(page.status, 422);
        assert!(page.says(says) && page.body.contains("aria-invalid=\"true\""));
        assert!(words.is_empty() || page.body.contains(&words), "what was typed is kept");
    }
}

#[tokio::test]
async fn finding_nothing_shows_ways_on() {
    let page = search("/skanderborg/soeg", "zzqqxxyyww").await;
    assert_eq!(page.status, 200);
    assert!(page.says("Vi fandt ikke noget"));
    assert!(
        page.body.contains("href=\"/skanderborg/find\"")
            && page.body.contains("href=\"/skanderborg/kontakt\"")
    );
}

#[tokio::test]
async fn somebody_in_danger_is_told_whom_to_call_first() {
    for (path, words) in [
        ("/soeg", "jeg vil dø"),
        ("/skanderborg/soeg", "overdosis"),
        ("/vejle/soeg", "han slår mig"),
        ("/en/soeg", "suicide"),
    ] {
        let page = search(path, words).await;
        let call = page.body.find("class=\"notice danger\"").unwrap_or_else(|| panic!("{words}"));
        assert!(page.body[call..].contains("tel:112"));
        assert!(page.body.find("<h2").is_none_or(|first| call < first), "{words}: before all answers");
    }
    assert!(!search("/soeg", "døgnbehandling").await.body.contains("notice danger"));
}

#[tokio::test]
async fn a_misspelt_word_finds_what_the_right_one_finds_in_every_municipality() {
    for (wrong, right) in
        [("kokkain", "kokain"), ("kockain", "kokain"), ("annonymt", "anonymt"), ("alkholiker", "alkoholiker")]
    {
        for code in ["horsens", "randers", "skanderborg", "slagelse", "vejle"] {
            let path = format!("/{code}/soeg");
            assert!(!found(&search(&path, right).await).is_empty(), "{right} in {code}");
            assert!(!found(&search(&path, wrong).await).is_empty(), "{wrong} in {code}");
        }
    }
}

#[tokio::test]
async fn a_slip_of_the_finger_is_told() {
    let page = search("/skanderborg/soeg", "gavekrot").await;
    assert!(page.says("Vi har også søgt på ”gavekort”"), "{}", page.text());
}

#[tokio::test]
async fn what_a_standard_does_not_say_is_found_as_such() {
    let page = search("/vejle/soeg", "gavekort").await;
    assert!(page.says("Det siger kommunens regler ikke noget om"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_gets_a_page(words in "\\PC{0,220}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let page = runtime.block_on(search("/soeg", &words));
        prop_assert!(page.status == 200 || page.status == 422);
    }
}

#[tokio::test]
async fn who_types_what_they_want_to_do_is_led_there_at_once() {
    let portal = TestPortal::monday();
    for (words, link) in [
        ("Q=book+tid", "/skanderborg/samtale"),
        ("Q=chat", "/skanderborg/samtale"),
        ("Q=telefon", "/skanderborg/kontakt"),
        ("Q=aflys", "/kode"),
        ("Q=ventetid", "/skanderborg/frist"),
        ("Q=vente+20+dage", "/skanderborg/klage"),
    ] {
        let page = portal.post("/skanderborg/soeg", words).await;
        let (_, straight) = page.body.split_once("Gå direkte til").unwrap_or_else(|| panic!("{words}"));
        let (straight, _) = straight.split_once("</section>").expect("its end");
        assert!(straight.contains(&format!("href=\"{link}\"")), "{words}: {straight}");
    }
    assert!(!portal.post("/skanderborg/soeg", "Q=kokain").await.says("Gå direkte til"));
}

#[tokio::test]
async fn nobody_in_danger_is_told_that_nothing_was_found() {
    for words in ["selvmord", "overdosis"] {
        let page = search("/skanderborg/soeg", words).await;
        assert!(page.says("112"), "{words}: {}", page.text());
        assert!(!page.says("Vi fandt ikke noget"), "{words}: {}", page.text());
    }
}

#[tokio::test]
async fn what_is_found_first_is_for_who_asks() {
    let for_relatives = |code: &str| {
        let standard =
            crate::common::read_standards().into_iter().find(|one| one.code == code).expect("known");
        let theirs = standard
            .offers
            .iter()
            .filter(|offer| offer.criteria.audience.contains(&domain::Audience::Relative));
        theirs.map(|offer| format!("/{code}/tilbud/{}", offer.slug)).collect::<Vec<_>>()
    };
    let afraid = "min søn på 22 tager kokain og jeg er bange for at han dør hvad skal jeg gøre";
    for code in ["horsens", "randers", "skanderborg", "slagelse", "vejle"] {
        let page = search(&format!("/{code}/soeg"), afraid).await;
        let first = found(&page)[0];
        assert!(for_relatives(code).iter().any(|link| link == first), "{code}: {first}");
        assert!(!first.contains("boern") && !first.contains("gravid"), "{code}: {first}");
    }
    for (path, words, wrong) in [
        ("/skanderborg/soeg", "hash", "/skanderborg/tilbud/medicin"),
        ("/horsens/soeg", "hash", "/horsens/tilbud/laege"),
    ] {
        let page = search(path, words).await;
        assert!(!found(&page)[0].starts_with(wrong), "{path} {words}: {:?}", &found(&page)[..3]);
    }
    assert!(search("/skanderborg/soeg", "kokain").await.says("Vis "), "the others are folded");
}
