//! What a standard does not say, no page says: every page of a municipality whose file is silent on everything is read,
//! in both languages, for every sentence that is marked as one that promises (`app::phrase::promise`).

use crate::{
    common::{Answer, MONDAY, TestPortal},
    engines,
};
use domain::{Standard, complaint::ComplaintSubject, read_standard};
use std::{
    collections::{BTreeSet, VecDeque},
    fs,
    path::Path,
};

const TEMPLATE: &str = include_str!("../../../docs/standard-template.toml");
const MUNICIPALITY: &str = "eksempelby";

/// The template with every fact silent but the substances, which the file cannot do without.
fn silent_standard() -> Standard {
    let lines = TEMPLATE.lines().map(|line| {
        let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
        let stated =
            value.contains("source = [") || (key.starts_with("anonymity") || key.starts_with("guarantee"));
        let is_text_of_offer = ["for_whom", "price", "how_to_get"].contains(&key);
        if key != "substances" && (stated || is_text_of_offer) {
            format!("{key} = \"silent\"")
        } else {
            line.to_owned()
        }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let standard = read_standard("silent.toml", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let tally = standard.tally();
    assert_eq!(tally.stated, 1, "only the substances are stated");
    standard
}

/// The sentences that are marked as promises, where they are written.
fn read_promises() -> Vec<String> {
    let mut found = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src")), &mut found);
    assert!(found.len() > 60, "{} sentences", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let text = fs::read_to_string(&path).expect("a text");
            for marked in text.split("promise(").skip(1) {
                let mut quoted = marked.split('"');
                // What is before the first quotation mark of a call is only room.
                if quoted.next().is_some_and(|before| before.trim().is_empty()) {
                    found.extend(quoted.step_by(2).take(2).map(str::to_owned));
                }
            }
        }
    }
}

/// Whether a text holds the sentence, with anything short in the place of its `{}`.
fn says(text: &str, sentence: &str) -> bool {
    match sentence.split_once("{}") {
        None => text.contains(sentence),
        Some((before, after)) => text.match_indices(before).any(|(place, _)| {
            let rest: String = text[place + before.len()..].chars().take(after.len() + 40).collect();
            rest.contains(after)
        }),
    }
}

/// Addresses of pages that a page leads to.
fn find_links(page: &Answer) -> Vec<String> {
    let hrefs = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = hrefs
        .filter(|href| href.starts_with('/') && !href.starts_with("/assets") && !href.starts_with("/ud"));
    own.filter_map(|href| href.split('#').next())
        .filter(|href| !href.contains("/desk"))
        .map(str::to_owned)
        .collect()
}

/// Forms of the municipality, each filled in several ways.
fn list_forms() -> Vec<(&'static str, String)> {
    let mut forms = Vec::new();
    for substance in ["ALCOHOL", "DRUGS", "BOTH"] {
        for who in ["CITIZEN", "RELATIVE", "PROFESSIONAL"] {
            for age in ["0-17", "18-", "SKIP"] {
                for wish in ["YES", "NO", "SKIP"] {
                    let answers =
                        format!("WHO={who}&SUBSTANCE={substance}&AGE={age}&WISHES_ANONYMITY={wish}");
                    forms.push(("find", answers));
                }
            }
        }
    }
    for which in ["START", "COMPLAINT"] {
        for substance in ["ALCOHOL", "DRUGS"] {
            for age in ["10", "16", "40"] {
                let case = format!("WHICH={which}&SUBSTANCE={substance}&AGE={age}&DAY=16&MONTH=11&YEAR=2026");
                forms.push(("frist", case));
            }
        }
    }
    for subject in ComplaintSubject::all() {
        for substance in ["ALCOHOL", "DRUGS"] {
            let answers = format!("SUBSTANCE={substance}&PAPERS=NO&ADULT=YES&START=UNKNOWN");
            forms.push(("klage", format!("SUBJECT={}&{answers}", subject.code())));
        }
    }
    for query in ["anonym", "14 dage", "gratis", "klage", "alene", "treatment"] {
        forms.push(("soeg", format!("Q={}", query.replace(' ', "+"))));
    }
    for filter in ["FOR=CITIZEN", "ANONYMOUS=YES", "FORM=INDIVIDUAL&AGE=18-", "SUBSTANCE=ALCOHOL&AGE=0-17"] {
        forms.push(("tilbud", filter.to_owned()));
    }
    forms
}

fn check(place: &str, page: &Answer, promises: &[String], said: &mut BTreeSet<String>) {
    assert_eq!(page.status, 200, "{place}");
    let text = page.text();
    said.extend(promises.iter().filter(|one| says(&text, one)).map(|one| format!("{place}: {one}")));
    for empty in ["Kilde: </strong><span lang=\"da\"></span>", "Source: </strong><span lang=\"da\"></span>"] {
        assert!(!page.body.contains(empty), "{place}: a source of nothing");
    }
}

#[tokio::test]
async fn a_standard_that_says_nothing_promises_nothing_on_any_page() {
    let engine = engines::sqlite().await;
    let portal = TestPortal::storing_these(vec![silent_standard()], &engine.store, MONDAY);
    portal.refresh_service_levels().await;
    let promises = read_promises();
    let mut said = BTreeSet::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut ahead: VecDeque<String> = ["/", "/en"].map(str::to_owned).into();
    while let Some(path) = ahead.pop_front() {
        if !known.insert(path.clone()) {
            continue;
        }
        let page = portal.get(&path).await;
        check(&path, &page, &promises, &mut said);
        ahead.extend(find_links(&page));
    }
    assert!(known.len() > 30, "{known:?}");
    let closed = ["samtale", "ring-mig-op", "afklaring"].map(|task| format!("/{MUNICIPALITY}/{task}"));
    assert!(closed.iter().all(|path| !known.contains(path)), "a link to what nobody has opened");
    for path in closed {
        check(&path, &portal.get(&path).await, &promises, &mut said);
    }
    for (task, form) in list_forms() {
        for language in ["", "/en"] {
            let path = format!("{language}/{MUNICIPALITY}/{task}");
            let page = portal.post(&path, form.clone()).await;
            check(&format!("{path} {form}"), &page, &promises, &mut said);
        }
    }
    assert!(said.is_empty(), "{}", said.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The search finds what it looks for: the five promise a lot.
#[tokio::test]
async fn what_a_standard_says_is_found_on_its_pages() {
    let portal = TestPortal::monday();
    let promises = read_promises();
    let mut said = BTreeSet::new();
    for path in [
        "/skanderborg",
        "/skanderborg/kontakt",
        "/en/skanderborg/tilbud/individuel-behandling",
        "/vejle/tilbud",
    ] {
        check(path, &portal.get(path).await, &promises, &mut said);
    }
    let case = "WHICH=START&SUBSTANCE=DRUGS&AGE=40&DAY=16&MONTH=11&YEAR=2026";
    check("frist", &portal.post("/skanderborg/frist", case).await, &promises, &mut said);
    assert!(said.len() >= 8, "{said:?}");
    assert!(
        said.contains("frist: Din behandling skal begynde senest {}. Hele den dag tæller med."),
        "{said:?}"
    );
}
