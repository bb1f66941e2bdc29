//! Before a complaint is written: to whom it goes, until when, and what follows, as the standard's decision gives it.

use crate::common::{Answer, TestPortal, read_standards};
use app::ui::dates::weekday_and_date;
use domain::{
    ComplaintType, Instant, Lang, LocalDay, Standard, Substance,
    complaint::ComplaintSubject,
    decide::{Complaint, ComplaintOutcome, complaint},
};

/// When the portal of these tests stands: a Monday.
const TODAY: &str = "2026-11-23";

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).expect("a day")
}

/// The value of the field `STEP` of a page: what it asks.
fn asked(page: &Answer) -> Option<String> {
    let (_, rest) = page.body.split_once("name=\"STEP\" value=\"")?;
    rest.split('"').next().map(str::to_owned)
}

/// Who complains about what.
#[derive(Clone, Copy)]
struct Told {
    subject: ComplaintSubject,
    substance: Substance,
    adult: bool,
    /// The day from which the last one is counted, where it is known.
    start: Option<&'static str>,
}

impl Told {
    fn answer(&self, step: &str, made: bool) -> String {
        let yes = |yes| if yes { "YES" } else { "NO" };
        match step {
            "SUBJECT" => format!("SUBJECT={}", self.subject.code()),
            "PAPERS" => "PAPERS=NO".to_owned(),
            "SUBSTANCE" => format!("SUBSTANCE={}", self.substance.code()),
            "ADULT" => format!("ADULT={}", yes(self.adult)),
            "START_DAY" => match self.start {
                None => "START=UNKNOWN".to_owned(),
                Some(start) => {
                    let mut parts = start.split('-');
                    let mut part = || parts.next().unwrap_or_default();
                    let kind = if made { "MADE" } else { "RECEIVED" };
                    format!("START={kind}&YEAR={}&MONTH={}&DAY={}", part(), part(), part())
                }
            },
            other => panic!("nobody knows an answer to {other}"),
        }
    }

    /// From the start page to the one that says where it goes, one question after the other.
    async fn walk(&self, municipality: &str) -> Answer {
        let (portal, path) = (TestPortal::monday(), format!("/{municipality}/klage"));
        let mut page = portal.get(&path).await;
        assert!(page.says("Du behøver ikke give en grund"), "{}", page.text());
        let mut answers = vec![];
        let mut step = asked(&page).expect("a button to begin");
        for _ in 0..6 {
            page = portal.post(&path, format!("{}&STEP={step}", answers.join("&"))).await;
            assert_eq!(page.status, 200, "{municipality} {step}: {}", page.text());
            let Some(next) = asked(&page).filter(|next| next != "ROUTE") else { return page };
            let made = page.body.contains("START-MADE");
            answers.push(self.answer(&next, made));
            step = next;
        }
        panic!("asked without end");
    }

    /// What the standard gives for it; and for the same, were it in time.
    fn decide<'a>(&self, standard: &'a Standard) -> Option<[ComplaintOutcome<'a>; 2]> {
        let ComplaintSubject::Of(complaint_type) = self.subject else { return None };
        let substance = match complaint_type {
            ComplaintType::AlcoholTreatmentDecision => Substance::Alcohol,
            ComplaintType::DrugTreatmentDecision | ComplaintType::Sel101aDecision => Substance::Drugs,
            _ => self.substance,
        };
        let given = |start: Option<LocalDay>| Complaint {
            complaint_type,
            age: if self.adult { 40 } else { 16 },
            substance,
            decision_made_on: start,
            decision_received_on: start,
            decision_opened_on: None,
            complaint_posted_on: None,
            event_on: None,
            complaint_received_at: Instant::parse("2026-11-23T10:00:00+01:00"),
            exempt_from_digital_post: false,
            able_to_use_digital_form: true,
        };
        let decide = |start| complaint(standard.rules_for(substance), &given(start)).outcome;
        Some([decide(self.start.map(day)), decide(Some(day(TODAY)))])
    }
}

fn date(day: LocalDay) -> String {
    weekday_and_date(day.date(), Lang::Da)
}

/// What the page says must be what the decision gives: neither less nor more.
fn compare(page: &Answer, [outcome, in_time]: &[ComplaintOutcome<'_>; 2], case: &str) {
    let told = page.text();
    let mut follows = outcome;
    match outcome.recipient {
        Some(body) => assert!(page.says(&format!("Klagen går til: {}", body.name.da)), "{case}: {told}"),
        None => assert!(!page.says("Klagen går til:"), "{case}: {told}"),
    }
    let is_outside = outcome.recipient.is_some_and(|body| body.code == "stpk");
    assert_eq!(page.says("Den klage kan vi ikke tage imod her."), is_outside, "{case}: {told}");
    assert_eq!(page.says("Lederen af centret"), outcome.recipient.is_none(), "{case}: {told}");
    if let Some(latest) = outcome.complaint_latest {
        assert!(page.says(&date(latest)), "{case}: {told}");
        let by_general_rule = latest < day(TODAY) && latest.next_weekday() >= day(TODAY);
        let is_late = outcome.in_time == Some(false) && !by_general_rule;
        assert_eq!(page.says("der bliver skrevet på, at den kom senere"), is_late, "{case}: {told}");
        assert_eq!(page.says("Den dag var en lørdag, søndag"), by_general_rule, "{case}: {told}");
        if by_general_rule {
            follows = in_time;
        }
    } else {
        assert!(
            !page.says("der bliver skrevet på, at den kom senere") && !page.says("Den sidste dag"),
            "{case}: {told}"
        );
    }
    // Where no day is known, what follows one in time is told with that condition: never that the rules do not say.
    let is_conditional = outcome.complaint_latest.is_none()
        && outcome.in_time.is_none()
        && outcome.reassessment_latest != in_time.reassessment_latest;
    if is_conditional {
        assert!(page.says("Er klagen i tide, sker der det her:"), "{case}: {told}");
        follows = in_time;
    }
    if let Some(last) = follows.reassessment_latest {
        assert!(page.says(&date(last)), "{case}: {told}");
    }
    assert_eq!(page.says("uger til at se på sagen igen"), follows.reassessment_latest.is_some(), "{case}");
    match follows.onward_body {
        Some(body) => {
            assert!(page.says(&format!("går klagen videre til {}", body.name.da)), "{case}: {told}");
        }
        None => assert!(!page.says("går klagen videre til"), "{case}: {told}"),
    }
    assert_eq!(page.says("Du kan også sige klagen"), outcome.oral_allowed == Some(true), "{case}: {told}");
    if let Some(body) = outcome.further_body {
        assert!(page.says(&body.name.da), "{case}: {told}");
    }
}

#[tokio::test]
async fn every_subject_in_every_municipality_leads_where_the_standard_says_whenever_it_comes() {
    // Four weeks later is 8 December, today, yesterday (a Sunday), last Friday; and nobody knows.
    let starts = [Some("2026-11-10"), Some("2026-10-26"), Some("2026-10-25"), Some("2026-10-23"), None];
    for standard in read_standards() {
        for subject in ComplaintSubject::all() {
            for (place, start) in starts.into_iter().enumerate() {
                for substance in [Substance::Drugs, Substance::Alcohol] {
                    let told = Told { subject, substance, adult: place % 2 == 0, start };
                    let case = format!("{} {} {start:?} {substance:?}", standard.code, subject.code());
                    let page = told.walk(&standard.code).await;
                    match told.decide(&standard) {
                        Some(outcome) => compare(&page, &outcome, &case),
                        None => assert!(page.says("Lederen af centret ser på klagen"), "{case}"),
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn what_is_decided_in_vejle_about_staff_is_told_with_the_telephone_and_the_way_on() {
    let told = Told {
        subject: ComplaintSubject::Of(ComplaintType::StaffConduct),
        substance: Substance::Drugs,
        adult: true,
        start: None,
    };
    let page = told.walk("vejle").await;
    assert!(page.says("Lederen af din afdeling") && page.says("76 81 90 00"), "{}", page.text());
    assert!(page.says("kan du gå videre til: Lederen af RusmiddelCenter Vejle"), "{}", page.text());
    assert!(page.says("nævner ingen frist"), "{}", page.text());
    assert!(page.says("socialtilsynsyd@fmk.dk"), "the whistle-blower's address");
    let other = Told { subject: ComplaintSubject::Of(ComplaintType::DrugTreatmentDecision), ..told };
    assert!(!other.walk("vejle").await.says("socialtilsynsyd@fmk.dk"), "a decision is not for supervision");
}

#[tokio::test]
async fn who_has_waited_is_never_too_late_and_no_ground_is_said_that_the_standard_does_not_give() {
    let told = Told {
        subject: ComplaintSubject::Of(ComplaintType::GuaranteeBreach),
        substance: Substance::Drugs,
        adult: true,
        start: None,
    };
    let page = told.walk("skanderborg").await;
    assert!(page.says("Den klage har ingen sidste dag") && page.says("21. december 2026"), "{}", page.text());
    assert!(page.says("går klagen videre til Ankestyrelsen"));
    let alcohol = Told { substance: Substance::Alcohol, ..told }.walk("skanderborg").await;
    assert!(alcohol.says("siger ikke, hvem der tager imod sådan en klage"), "{}", alcohol.text());
}

#[tokio::test]
async fn a_letter_by_post_counts_six_weekdays_later_and_the_page_says_that_it_was_worked_out() {
    let fields =
        "SUBJECT=DRUG_TREATMENT_DECISION&START=SENT_BY_LETTER&DAY=6&MONTH=11&YEAR=2026&STEP=START_DAY";
    let page = TestPortal::monday().post("/skanderborg/klage", fields.to_owned()).await;
    for words in [
        "sendt fredag 6. november 2026",
        "mandag 16. november 2026",
        "senest mandag 14. december 2026",
        "Dagen er regnet ud",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let english = TestPortal::monday().post("/en/skanderborg/klage", fields.to_owned()).await;
    assert!(english.says("by Monday 14 December 2026"), "{}", english.text());
}

#[tokio::test]
async fn what_cannot_be_used_is_told_and_what_was_typed_stays() {
    let portal = TestPortal::monday();
    let start = "SUBJECT=DRUG_TREATMENT_DECISION&STEP=START_DAY";
    for (fields, says) in [
        ("STEP=SUBJECT".to_owned(), "Vælg"),
        ("STEP=SUBJECT&SUBJECT=NOPE".to_owned(), "Vælg"),
        (start.to_owned(), "Vælg, hvad du ved om dagen"),
        (format!("{start}&START=RECEIVED&DAY=31&MONTH=2&YEAR=2026"), "Skriv dagen med tal"),
        (format!("{start}&START=RECEIVED&DAY=24&MONTH=11&YEAR=2026"), "Den dag er ikke kommet endnu"),
        ("SUBJECT=STAFF_CONDUCT&STEP=SUBSTANCE&SUBSTANCE=TEA".to_owned(), "Vælg"),
    ] {
        let page = portal.post("/slagelse/klage", fields.clone()).await;
        assert_eq!(page.status, 422, "{fields}: {}", page.text());
        assert!(page.says(says), "{fields}: {}", page.text());
        assert!(page.body.contains("<title>Fejl: "), "{fields}");
    }
    let typed = portal.post("/slagelse/klage", format!("{start}&START=MADE&DAY=31&MONTH=2&YEAR=2026")).await;
    assert!(typed.body.contains("value=\"31\"") && typed.body.contains("START-MADE"), "{}", typed.body);
    let unknown = portal.post("/slagelse/klage", format!("{start}&START=UNKNOWN&DAY=31")).await;
    assert_eq!(unknown.status, 200);
    assert!(unknown.says("Du har 4 uger fra den dag, afgørelsen blev taget."), "{}", unknown.text());
}

#[tokio::test]
async fn one_step_back_shows_the_last_answer_and_loses_none() {
    let portal = TestPortal::monday();
    let fields = "SUBJECT=DRUG_TREATMENT_DECISION&ADULT=NO&START=RECEIVED&DAY=2&MONTH=11&YEAR=2026";
    let route = portal.post("/horsens/klage", format!("{fields}&STEP=START_DAY")).await;
    assert!(route.says("Klagen går til: U-turn"), "{}", route.text());
    assert!(route.body.contains("name=\"BACK\" value=\"START_DAY\""));
    let back = portal.post("/horsens/klage", format!("{fields}&BACK=ADULT")).await;
    assert!(back.says("fyldt 18 år?") && back.says("Dit forrige svar"), "{}", back.text());
    assert!(back.body.contains("name=\"DAY\" value=\"2\""), "{}", back.body);
}
