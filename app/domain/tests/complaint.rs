//! What is asked before a complaint is written, to whom it goes, and whether it is in time.

use domain::{
    ComplaintType, LocalDay, Role, Standard, Substance,
    complaint::{
        ComplaintAnswers, ComplaintDesk, ComplaintQuestion, ComplaintSubject, ComplaintTiming, StartDay,
        StartDayKind, reader_instead_of, unit_of_body,
    },
    read_standard,
};
use proptest::prelude::*;
use std::sync::LazyLock;

const MUNICIPALITIES: [&str; 5] = ["skanderborg", "randers", "horsens", "vejle", "slagelse"];

static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let read = |code: &str| {
        let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
        read_standard(&file, &std::fs::read_to_string(&file).expect("a text")).expect("a standard")
    };
    MUNICIPALITIES.map(read).into()
});

fn standard(code: &str) -> &'static Standard {
    STANDARDS.iter().find(|standard| standard.code == code).expect("a standard")
}

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).expect("a day")
}

fn asked(municipality: &str, subject: ComplaintSubject) -> Vec<ComplaintQuestion> {
    ComplaintAnswers::about(subject).list_questions(standard(municipality))
}

#[test]
fn only_what_the_standard_looks_at_is_asked() {
    use ComplaintQuestion::{Adult, Papers, StartDay, Substance};
    let decision = ComplaintSubject::Of(ComplaintType::DrugTreatmentDecision);
    let staff = ComplaintSubject::Of(ComplaintType::StaffConduct);
    let papers = ComplaintSubject::Of(ComplaintType::AccessToDocuments);
    let late = ComplaintSubject::Of(ComplaintType::GuaranteeBreach);
    for (municipality, subject, questions) in [
        ("skanderborg", decision, vec![StartDay]),
        ("randers", decision, vec![StartDay]),
        ("horsens", decision, vec![Adult, StartDay]),
        ("vejle", decision, vec![StartDay]),
        ("slagelse", decision, vec![StartDay]),
        ("skanderborg", papers, vec![Papers]),
        ("slagelse", papers, vec![]),
        ("skanderborg", staff, vec![]),
        ("slagelse", staff, vec![Substance]),
        ("skanderborg", late, vec![Substance]),
        ("vejle", late, vec![Substance]),
        ("randers", late, vec![]),
        ("horsens", late, vec![Adult]),
        ("vejle", ComplaintSubject::Other, vec![]),
    ] {
        assert_eq!(asked(municipality, subject), questions, "{municipality} {}", subject.code());
    }
}

/// Whatever somebody complains about: once nothing is asked any more, no answer that was not asked for would have changed
/// what they are told.
#[test]
fn what_is_not_asked_makes_no_difference() {
    for municipality in MUNICIPALITIES {
        let standard = standard(municipality);
        for subject in ComplaintSubject::all() {
            for adult in [true, false] {
                for substance in Substance::ALL {
                    let told = ComplaintAnswers {
                        is_about_health_papers: Some(true),
                        substance: Some(*substance),
                        is_adult: Some(adult),
                        start: Some(StartDay { kind: StartDayKind::Received, day: Some(day("2026-11-02")) }),
                        subject,
                    };
                    let mut answers = ComplaintAnswers::about(subject);
                    while let Some(question) = answers.find_question(standard) {
                        match question {
                            ComplaintQuestion::Papers => {
                                answers.is_about_health_papers = told.is_about_health_papers;
                            }
                            ComplaintQuestion::Substance => answers.substance = told.substance,
                            ComplaintQuestion::Adult => answers.is_adult = told.is_adult,
                            ComplaintQuestion::StartDay => answers.start = told.start,
                        }
                    }
                    let on = Some(day("2026-11-09"));
                    assert_eq!(
                        answers.decide(standard, on).outcome,
                        told.decide(standard, on).outcome,
                        "{municipality} {}",
                        subject.code()
                    );
                }
            }
        }
    }
}

#[test]
fn every_type_of_the_standards_can_be_chosen() {
    for complaint_type in ComplaintType::ALL {
        let subject = ComplaintSubject::Of(*complaint_type);
        assert_eq!(ComplaintSubject::all().filter(|one| *one == subject).count(), 1, "{}", subject.code());
        assert_eq!(ComplaintSubject::from_code(subject.code()), Some(subject));
    }
    assert_eq!(ComplaintSubject::all().count(), ComplaintType::ALL.len() + 2);
}

#[test]
fn every_complaint_has_a_reader_or_goes_to_another_authority() {
    let desk = |municipality: &str, subject, substance| {
        let answers = ComplaintAnswers { substance: Some(substance), ..ComplaintAnswers::about(subject) };
        ComplaintDesk::of(&answers.decide(standard(municipality), None).outcome)
    };
    let of = ComplaintSubject::Of;
    let (drugs, alcohol) = (Substance::Drugs, Substance::Alcohol);
    let reader = ComplaintDesk::Reader;
    for (municipality, subject, substance, expected) in [
        ("skanderborg", of(ComplaintType::DrugTreatmentDecision), drugs, reader(Role::ComplaintReader)),
        ("skanderborg", of(ComplaintType::StaffConduct), alcohol, reader(Role::Lead)),
        ("skanderborg", of(ComplaintType::HealthRecords), alcohol, ComplaintDesk::Outside),
        ("skanderborg", of(ComplaintType::AlcoholTreatmentDecision), alcohol, reader(Role::Manager)),
        ("randers", of(ComplaintType::CaseHandling), drugs, reader(Role::Authority)),
        ("horsens", of(ComplaintType::StaffConduct), drugs, reader(Role::Manager)),
        ("vejle", of(ComplaintType::DrugTreatmentDecision), drugs, reader(Role::Manager)),
        ("vejle", of(ComplaintType::StaffConduct), drugs, reader(Role::Lead)),
        ("vejle", of(ComplaintType::HealthTreatment), drugs, reader(Role::Manager)),
        ("slagelse", of(ComplaintType::GeneralServiceLevel), alcohol, reader(Role::ComplaintReader)),
        ("slagelse", ComplaintSubject::Place, alcohol, reader(Role::Manager)),
    ] {
        assert_eq!(desk(municipality, subject, substance), expected, "{municipality} {}", subject.code());
    }
    for role in Role::ALL {
        assert_ne!(reader_instead_of(*role), *role, "nobody reads what is about themselves");
    }
}

#[test]
fn a_recipient_at_the_desk_has_an_address_where_the_standard_gives_one() {
    let reached = |municipality: &str, subject: ComplaintType| {
        let standard = standard(municipality);
        let answers = ComplaintAnswers::about(ComplaintSubject::Of(subject));
        let body = answers.decide(standard, None).outcome.recipient.cloned().expect("a recipient");
        unit_of_body(standard, &body).and_then(|unit| unit.address.value()).map(|text| text.da.clone())
    };
    assert_eq!(
        reached("vejle", ComplaintType::StaffConduct).as_deref(),
        Some("Boulevarden 19 AB, 7100 Vejle")
    );
    assert_eq!(
        reached("skanderborg", ComplaintType::CaseHandling).as_deref(),
        Some("Ole Lund Kirkegaards Stræde 2F, 8660 Skanderborg")
    );
    assert_eq!(reached("randers", ComplaintType::CaseHandling), None, "see the municipality's own page");
}

fn timing(municipality: &str, start: Option<&str>, received: &str) -> ComplaintTiming {
    let standard = standard(municipality);
    let start = start.map(|text| StartDay { kind: StartDayKind::Received, day: Some(day(text)) });
    let subject = ComplaintSubject::Of(ComplaintType::DrugTreatmentDecision);
    let answers = ComplaintAnswers { start, ..ComplaintAnswers::about(subject) };
    ComplaintTiming::of(&answers.decide(standard, Some(day(received))).outcome, day(received))
}

#[test]
fn the_last_day_counts_whole_and_a_weekend_or_a_holiday_after_it_is_not_late() {
    // Four weeks after 2 November 2026, a Monday, is 30 November.
    assert_eq!(timing("skanderborg", Some("2026-11-02"), "2026-11-30"), ComplaintTiming::InTime);
    assert_eq!(timing("skanderborg", Some("2026-11-02"), "2026-12-01"), ComplaintTiming::Late);
    // Four weeks after 26 November 2026, a Thursday, is Christmas Eve; Monday the 28th is the next weekday.
    assert_eq!(timing("vejle", Some("2026-11-26"), "2026-12-24"), ComplaintTiming::InTime);
    assert_eq!(timing("vejle", Some("2026-11-26"), "2026-12-25"), ComplaintTiming::ByGeneralRule);
    assert_eq!(timing("vejle", Some("2026-11-26"), "2026-12-28"), ComplaintTiming::ByGeneralRule);
    assert_eq!(timing("vejle", Some("2026-11-26"), "2026-12-29"), ComplaintTiming::Late);
    assert_eq!(timing("slagelse", None, "2026-12-29"), ComplaintTiming::Unknown, "never late without a day");
}

#[test]
fn a_day_of_sending_leads_to_the_day_of_receipt() {
    let sent = |kind| StartDay { kind, day: Some(day("2026-11-06")) }.counts_from();
    assert_eq!(sent(StartDayKind::SentDigitally), Some(day("2026-11-06")));
    assert_eq!(sent(StartDayKind::SentByLetter), Some(day("2026-11-16")), "six weekdays after a Friday");
    assert_eq!(sent(StartDayKind::Unknown), None);
    let over_easter = StartDay { kind: StartDayKind::SentByLetter, day: Some(day("2026-03-26")) };
    assert_eq!(over_easter.counts_from(), Some(day("2026-04-08")), "nothing is brought at Easter");
}

proptest! {
    #[test]
    fn a_complaint_never_turns_from_late_to_in_time(start in 0_u16..3000, waited in 0_u16..90) {
        let start = day("2024-01-01").plus_days(start);
        let rank = |day: LocalDay| match timing("skanderborg", Some(&start.date().to_string()), &day.date().to_string()) {
            ComplaintTiming::InTime => 0,
            ComplaintTiming::ByGeneralRule => 1,
            ComplaintTiming::Late => 2,
            ComplaintTiming::NoLastDay | ComplaintTiming::Unknown => 9,
        };
        let (today, tomorrow) = (start.plus_days(waited), start.plus_days(waited + 1));
        prop_assert!(rank(today) <= rank(tomorrow) && rank(tomorrow) < 9);
        prop_assert_eq!(rank(today) == 0, waited <= 28);
    }
}
