//! The rules of a standard, the five side by side, words explained, and standards out of date.

use crate::common::{MONDAY, TestPortal};
use app::tasks::rules::{text::TOPICS, views::anchor};
use domain::{Fact, Lang, Rule, Standard};
use server::standards;

const CODES: [&str; 5] = ["horsens", "randers", "skanderborg", "slagelse", "vejle"];

fn all() -> Vec<Standard> {
    standards::load(None).expect("the built-in standards")
}

#[test]
fn every_rule_has_a_name_and_every_name_a_rule() {
    for standard in all() {
        let rules: Vec<(&str, &str)> =
            standard.rules.all().iter().map(|rule| (rule.group, rule.key)).collect();
        let named: Vec<(&str, &str)> = TOPICS
            .iter()
            .flat_map(|topic| topic.rules.iter().map(move |(key, _)| (topic.group, *key)))
            .collect();
        assert_eq!(rules, named);
    }
}

#[test]
fn the_five_municipalities_are_built_in() {
    let codes: Vec<String> = all().into_iter().map(|standard| standard.code).collect();
    assert_eq!(codes, CODES);
}

#[tokio::test]
async fn every_stated_rule_is_shown_with_its_source_and_every_silent_one_as_silent() {
    let portal = TestPortal::monday();
    for standard in all() {
        for (lang, prefix, silent) in [
            (Lang::Da, "", "Det siger kommunens regler ikke noget om"),
            (Lang::En, "/en", "rules say nothing about"),
        ] {
            let page = portal.get(&format!("{prefix}/{}/regler", standard.code)).await;
            for rule in standard.list_rules() {
                let anchor = format!("id=\"{}\"", anchor(&rule));
                assert_eq!(page.body.contains(&anchor), rule.stated.is_some(), "{} {anchor}", standard.code);
                if let Some(stated) = rule.stated {
                    let shown = page.body.split(&anchor).nth(1).and_then(|rest| rest.split("</div>").next());
                    let shown = shown.expect("the rule");
                    for place in stated.source.sections.iter().chain(&stated.source.law) {
                        assert!(shown.contains(place.as_str()), "{}: {place} at {anchor}", standard.code);
                    }
                }
            }
            assert!(page.says(silent), "{} {}", standard.code, lang.tag());
            for topic in &TOPICS {
                let of_topic = |rule: &Rule<'_>| rule.group == topic.group;
                if standard
                    .list_rules()
                    .iter()
                    .filter(|rule| of_topic(rule))
                    .all(|rule| rule.stated.is_none())
                {
                    let folded = format!("<li id=\"{}\">{}</li>", topic.slug, escaped(topic.title.get(lang)));
                    assert_eq!(page.body.contains(&folded), !topic.is_programme(), "{}", topic.slug);
                    continue;
                }
                let section = page.body.split(&format!("id=\"{}\"", topic.slug)).nth(1).expect("the topic");
                let section = section.split("</section>").next().expect("its end");
                let left_out: Vec<&str> = section.split("<div class=\"silent\">").skip(1).collect();
                for rule in standard.list_rules().iter().filter(|rule| rule.group == topic.group) {
                    let label = format!("<li>{}</li>", escaped(&topic.label_of(rule, lang)));
                    let named = left_out.iter().any(|list| list.contains(&label));
                    assert_eq!(named, rule.stated.is_none(), "{} {}.{}", standard.code, rule.group, rule.key);
                }
            }
        }
    }
}

#[tokio::test]
async fn comparing_names_every_municipality_at_every_rule() {
    let portal = TestPortal::monday();
    let standards = all();
    for topic in &TOPICS {
        let page = portal.get(&format!("/sammenlign/{}", topic.slug)).await;
        assert_eq!(page.status, 200);
        for (key, label) in topic.rules {
            assert!(page.says(&label.da.replace('&', "&amp;")), "{} {key}", topic.slug);
            let silent = standards.iter().all(|standard| {
                let rules = standard.list_rules();
                let mut of_key = rules.iter().filter(|rule| rule.group == topic.group && rule.key == *key);
                of_key.all(|rule| rule.stated.is_none())
            });
            let row = page.body.split(&format!("<h3 id=\"{key}\">")).nth(1);
            assert_eq!(row.is_none(), silent, "{} {key}", topic.slug);
            let Some(row) = row else { continue };
            let row = row.split("</dl>").next().expect("its answers");
            for standard in &standards {
                assert!(row.contains(&standard.name.da), "{} {key}: {}", topic.slug, standard.code);
            }
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

#[tokio::test]
async fn our_reading_is_never_passed_off_as_the_standards_word() {
    let portal = TestPortal::monday();
    let standards = all();
    for topic in &TOPICS {
        let page = portal.get(&format!("/en/sammenlign/{}", topic.slug)).await;
        for standard in &standards {
            for rule in standard.list_rules().iter().filter(|rule| rule.group == topic.group) {
                let Some(stated) = &rule.stated else { continue };
                let link = format!("/en/{}/regler#{}\"", standard.code, anchor(rule));
                let answer = page.body.split(&link).nth(1).expect("the municipality's answer");
                let answer = answer.split("</div>").next().expect("its end");
                let marked = answer.contains("this is how we read it");
                assert_eq!(marked, stated.reading.is_some(), "{link}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_over_is_shown_as_over_wherever_it_is_named() {
    let portal = TestPortal::monday();
    for (path, words) in [
        ("/sammenlign/klage", "Horsens Kommune: Reglerne gjaldt til og med 31. december 2025"),
        ("/sammenlign/tilbud-paaroerende", "Findes måske ikke længere"),
    ] {
        assert!(portal.get(path).await.says(words), "{path}: {words}");
    }
    let found = portal.post("/soeg", "Q=BRUS").await;
    assert!(found.says("Findes måske ikke længere"));
    let found = portal.post("/soeg", "Q=U-turn").await;
    assert!(found.says("Reglerne gjaldt til og med 31. december 2025"));
}

#[tokio::test]
async fn an_address_written_in_another_way_is_a_page_or_not_there() {
    let portal = TestPortal::monday();
    assert_eq!(portal.get("/sammenlign/%6Blage").await.status, 200);
    for path in ["/sammenlign/%ff", "/%ff", "/skanderborg/tilbud/%ff"] {
        let page = portal.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.body.contains("<h1"), "{path}");
    }
}

#[tokio::test]
async fn differences_stand_before_what_is_alike() {
    let page = TestPortal::monday().get("/sammenlign/de-14-dage").await;
    let at = |words: &str| page.body.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Her er der forskel") < at("id=\"starts_with\""));
    assert!(at("id=\"starts_with\"") < at("Det skriver hver kommune"));
    assert!(at("Det skriver hver kommune") < at("Her er svaret det samme"));
    assert!(at("Her er svaret det samme") < at("id=\"length_days\""));
}

#[tokio::test]
async fn comparing_a_kind_of_offer_links_to_each_of_them() {
    let portal = TestPortal::monday();
    let page = portal.get("/en/sammenlign/tilbud-paaroerende").await;
    for standard in all() {
        for offer in standard.offers.iter().filter(|offer| offer.kind == domain::Kind::Relatives) {
            let link = format!("href=\"/en/{}/tilbud/{}\"", standard.code, offer.slug);
            assert!(page.body.contains(&link), "{link}");
        }
    }
    assert_eq!(portal.get("/sammenlign/nope").await.status, 404);
}

#[tokio::test]
async fn words_are_explained_and_linked_once_where_they_occur() {
    let portal = TestPortal::monday();
    let words = portal.get("/ordbog").await;
    for page in ["/skanderborg/regler", "/vejle/regler", "/randers/regler"] {
        let page = portal.get(page).await;
        let links: Vec<&str> =
            page.body.split("href=\"/ordbog#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() > 10, "{links:?}");
        for slug in &links {
            assert!(words.body.contains(&format!("id=\"{slug}\"")), "{slug} is explained");
            assert_eq!(links.iter().filter(|other| other == &slug).count(), 1, "{slug} is linked once");
        }
    }
}

#[tokio::test]
async fn a_standard_out_of_date_says_so_where_one_reads_it_and_in_no_task() {
    let notices = [
        ("horsens", "gjaldt til og med 31. december 2025"),
        ("vejle", "skulle være fornyet senest 30. september 2026"),
        ("skanderborg", "skal fornyes senest 30. november 2026"),
        ("randers", "siger ikke, hvor længe de gælder"),
        ("slagelse", "siger ikke, hvor længe de gælder"),
    ];
    let portal = TestPortal::at("2026-11-22T12:00:00+01:00");
    for (code, notice) in notices {
        let standard = all().into_iter().find(|standard| standard.code == code).expect("the municipality");
        let mut paths: Vec<String> =
            ["/tilbud", "/regler", "/frist"].map(|path| format!("/{code}{path}")).into();
        paths.extend(standard.offers.iter().map(|offer| format!("/{code}/tilbud/{}", offer.slug)));
        for path in paths {
            assert!(portal.get(&path).await.says(notice), "{path}");
        }
        for path in ["", "/find", "/kontakt", "/soeg", "/nope"] {
            assert!(!portal.get(&format!("/{code}{path}")).await.says(notice), "{path}");
        }
        assert!(!portal.post(&format!("/{code}/find"), "WHO=CITIZEN").await.says(notice));
    }
}

#[tokio::test]
async fn the_notice_follows_the_calendar_in_denmark() {
    for (moment, words) in [
        ("2025-12-31T23:30:00+01:00", None),
        ("2026-01-01T00:30:00+01:00", Some("were valid up to and including 31 December 2025")),
    ] {
        let page = TestPortal::at(moment).get("/en/horsens/regler").await;
        assert_eq!(page.says("were valid up to"), words.is_some(), "{moment}");
        assert!(words.is_none_or(|words| page.says(words)), "{moment}");
    }
    assert!(
        TestPortal::at("2026-12-01T00:30:00+01:00")
            .get("/skanderborg/regler")
            .await
            .says("skulle være fornyet senest 30. november 2026")
    );
    assert!(
        TestPortal::at("2027-01-01T00:30:00+01:00")
            .get("/skanderborg/regler")
            .await
            .says("gjaldt til og med 31. december 2026")
    );
}

#[tokio::test]
async fn every_unit_leads_on_and_no_number_is_invented() {
    let portal = TestPortal::at(MONDAY);
    for standard in all() {
        let stated = |number: &str| {
            let phones = standard.units.iter().filter_map(|unit| unit.phones.value());
            phones.flatten().any(|phone| phone.number == number)
        };
        for offer in &standard.offers {
            let page = portal.get(&format!("/{}/tilbud/{}", standard.code, offer.slug)).await;
            let numbers: Vec<&str> =
                page.body.split("tel:+45").skip(1).filter_map(|rest| rest.get(..8)).collect();
            assert!(numbers.iter().all(|number| stated(number)), "{} {}", standard.code, offer.slug);
            let site = standard
                .units
                .iter()
                .filter_map(|unit| Fact::value(&unit.website))
                .any(|site| page.body.contains(site.as_str()));
            let addresses = standard.units.iter().filter_map(|unit| unit.email.value());
            let email = addresses.into_iter().any(|email| page.body.contains(&format!("mailto:{email}")));
            assert!(!numbers.is_empty() || site || email, "{} {} leads on", standard.code, offer.slug);
        }
    }
    let randers = portal.get("/randers/kontakt").await;
    assert!(!randers.body.contains("tel:+45"), "the standard of Randers gives no number");
    assert!(randers.body.contains("https://www.randers.dk/"));
}
