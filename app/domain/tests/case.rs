//! A case, from its events: what somebody sees at any day, and that the order in which events come makes no difference.

use chrono::NaiveDate;
use domain::{
    AgeRange, LocalDay, Standard, Substance, Treatment,
    case::{
        ActorKind, CaseEvent, CaseFact, CaseFigure, CaseOutcome, CaseState, CaseSubject, DeadlineKind,
        DecisionOutcome, FEWEST, FreeChoiceStage, Oddity, Quarter, SeenWarning, WarningLevel, count_case,
        find_decision, find_lost_limit, find_oddity, find_subject, find_warning, fold_case, has_ended,
        list_staff_facts, sum_up,
    },
    decide::{ClockReason, ClockStatus, ContactBy},
    read_standard,
};
use proptest::prelude::*;
use std::sync::LazyLock;

fn standard(code: &str) -> Standard {
    let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
    read_standard(&file, &std::fs::read_to_string(&file).expect("a text")).expect("a standard")
}

static SKANDERBORG: LazyLock<Standard> = LazyLock::new(|| standard("skanderborg"));
static SLAGELSE: LazyLock<Standard> = LazyLock::new(|| standard("slagelse"));

const DRUGS_AT_40: CaseSubject =
    CaseSubject { substance: Substance::Drugs, ages: AgeRange { from: 30, to: None } };

fn day(year: i32, month: u32, day: u32) -> LocalDay {
    LocalDay::new(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

fn event(id: u32, on: LocalDay, fact: CaseFact) -> CaseEvent<u32> {
    CaseEvent { id, on, fact, actor: ActorKind::Staff, supersedes: None }
}

fn correction(id: u32, of: u32, on: LocalDay, fact: CaseFact) -> CaseEvent<u32> {
    CaseEvent { supersedes: Some(of), ..event(id, on, fact) }
}

const WISH: CaseFact = CaseFact::Contact { by: ContactBy::Citizen, wish: true };
const NO_WISH: CaseFact = CaseFact::Contact { by: ContactBy::Citizen, wish: false };

fn latest(state: &CaseState<'_>, kind: DeadlineKind) -> Option<LocalDay> {
    state.deadlines.iter().find(|deadline| deadline.kind == kind).map(|deadline| deadline.latest)
}

#[test]
fn the_first_talk_does_not_count_the_wish_does() {
    let mut events = vec![event(1, day(2026, 11, 2), NO_WISH), event(2, day(2026, 11, 9), WISH)];
    let at = |events: &[CaseEvent<u32>], today| fold_case(&SKANDERBORG, &DRUGS_AT_40, events, today);
    let state = at(&events, day(2026, 11, 23));
    assert_eq!(state.clock.outcome.day0, Some(day(2026, 11, 9)));
    assert_eq!(latest(&state, DeadlineKind::Start), Some(day(2026, 11, 23)));
    assert_eq!(latest(&state, DeadlineKind::Decision), Some(day(2026, 11, 23)));
    assert_eq!(latest(&state, DeadlineKind::DoctorOffer), Some(day(2026, 11, 23)));
    assert_eq!(
        (state.clock.outcome.status, state.days_left(day(2026, 11, 23))),
        (Some(ClockStatus::Running), Some(0))
    );
    let after = at(&events, day(2026, 11, 24));
    assert_eq!(
        (after.clock.outcome.status, after.days_left(day(2026, 11, 24))),
        (Some(ClockStatus::Breached), Some(-1))
    );
    assert_eq!(after.clock.outcome.late_start_complainable, Some(true));
    events.push(correction(3, 2, day(2026, 11, 10), WISH));
    assert_eq!(at(&events, day(2026, 11, 24)).clock.outcome.start_latest, Some(day(2026, 11, 24)));
    assert_eq!(events.len(), 3, "both are still seen at the desk");
}

#[test]
fn a_correction_can_be_corrected_and_a_mistake_taken_back() {
    let mut events = vec![
        event(1, day(2026, 11, 9), WISH),
        correction(2, 1, day(2026, 11, 12), WISH),
        correction(3, 2, day(2026, 11, 11), WISH),
    ];
    let today = day(2026, 11, 13);
    let day0 =
        |events: &[CaseEvent<u32>]| fold_case(&SKANDERBORG, &DRUGS_AT_40, events, today).clock.outcome.day0;
    assert_eq!(day0(&events), Some(day(2026, 11, 11)));
    events.push(event(4, day(2026, 11, 12), CaseFact::Started));
    assert_eq!(fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, today).started, Some(day(2026, 11, 12)));
    events.push(correction(5, 4, day(2026, 11, 12), CaseFact::Retracted));
    assert!(fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, today).is_open());
}

#[test]
fn in_randers_a_wish_for_another_place_leaves_no_date_until_it_is_taken_back() {
    let randers = standard("randers");
    let mut events = vec![
        event(1, day(2026, 11, 23), WISH),
        event(2, day(2026, 11, 25), CaseFact::FreeChoiceWished(None)),
    ];
    let today = day(2026, 11, 26);
    let chosen = fold_case(&randers, &DRUGS_AT_40, &events, today);
    assert_eq!(chosen.clock.outcome.start_latest, None);
    assert_eq!(chosen.clock.outcome.reason, ClockReason::FreeChoiceNo14DayClaim);
    assert!(
        chosen.free_choice == Some(FreeChoiceStage::Wished) && latest(&chosen, DeadlineKind::Start).is_none()
    );
    events.push(event(3, day(2026, 11, 26), CaseFact::FreeChoiceTakenBack));
    let back = fold_case(&randers, &DRUGS_AT_40, &events, today);
    assert_eq!(back.clock.outcome.start_latest, Some(day(2026, 12, 7)));
}

#[test]
fn the_clock_goes_through_both_changes_of_the_hour_and_a_leap_day_by_calendar_days() {
    for (wish, last) in [
        (day(2026, 10, 20), day(2026, 11, 3)),
        (day(2027, 3, 20), day(2027, 4, 3)),
        (day(2028, 2, 20), day(2028, 3, 5)),
    ] {
        let events = [event(1, wish, WISH)];
        let state = fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, wish);
        assert_eq!(state.clock.outcome.start_latest, Some(last));
        assert_eq!(state.days_left(wish), Some(14));
    }
}

#[test]
fn in_slagelse_the_plan_and_the_letter_have_days_of_their_own() {
    let events = [
        event(1, day(2026, 11, 9), WISH),
        event(2, day(2026, 11, 10), CaseFact::Applied(Treatment::Inpatient)),
        event(3, day(2026, 11, 13), CaseFact::MeetingHeld),
        event(4, day(2026, 11, 16), CaseFact::DecisionMade(DecisionOutcome::Granted)),
    ];
    let state = fold_case(&SLAGELSE, &DRUGS_AT_40, &events, day(2026, 11, 16));
    assert_eq!(latest(&state, DeadlineKind::Plan), Some(day(2026, 11, 23)));
    assert_eq!(
        latest(&state, DeadlineKind::Letter),
        Some(day(2026, 11, 24)),
        "seven weekdays after the meeting"
    );
    let decision = state.deadlines.iter().find(|one| one.kind == DeadlineKind::Decision).expect("a day");
    assert_eq!(decision.done, Some(day(2026, 11, 16)));
    assert!(state.deadlines.iter().all(|deadline| !deadline.citations.is_empty()));
}

#[test]
fn what_happens_later_is_not_known_yet_and_a_case_that_ended_has_no_days_left() {
    let events = [event(1, day(2026, 11, 9), WISH), event(2, day(2026, 11, 20), CaseFact::Withdrawn)];
    let before = fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, day(2026, 11, 19));
    assert!(before.is_open() && before.days_left(day(2026, 11, 19)) == Some(4));
    let after = fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, day(2026, 11, 20));
    assert_eq!((after.ended, after.days_left(day(2026, 11, 20))), (Some(day(2026, 11, 20)), None));
}

#[test]
fn every_event_is_read_back_as_it_is_written() {
    for fact in CaseFact::all() {
        assert_eq!(CaseFact::parse(&fact.code()), Ok(fact));
    }
    for wrong in ["", "STARTED:", "CONTACT:CITIZEN", "CONTACT:CITIZEN:YES", "ALLOCATED:OWN", "started"] {
        assert!(CaseFact::parse(wrong).is_err(), "{wrong}");
    }
}

fn any_event() -> impl Strategy<Value = (CaseFact, u16, Option<usize>)> {
    (prop::sample::select(CaseFact::all()), 0_u16..60, prop::option::weighted(0.3, 0_usize..8))
}

/// What somebody sees of a state.
fn seen(state: &CaseState<'_>) -> String {
    let deadlines: Vec<_> = state.deadlines.iter().map(|one| (one.kind, one.latest, one.done)).collect();
    format!(
        "{:?} {deadlines:?} {:?} {:?} {:?}",
        state.clock.outcome, state.started, state.ended, state.treatment
    )
}

proptest! {
    #[test]
    fn whenever_it_is_written_down_what_happened_on_different_days_gives_the_same(
        drawn in prop::collection::vec(prop::sample::select(CaseFact::all()), 1..9),
        order in any::<prop::sample::Index>(),
        today in 0_u16..20,
    ) {
        let first = day(2026, 11, 1);
        let happened: Vec<(LocalDay, CaseFact)> =
            (0_u16..).zip(&drawn).map(|(number, fact)| (first.plus_days(number * 2), *fact)).collect();
        let mut later = happened.clone();
        later.rotate_left(order.index(happened.len()));
        later.reverse();
        let written = |happened: &[(LocalDay, CaseFact)]| -> Vec<CaseEvent<u32>> {
            (0_u32..).zip(happened).map(|(id, (on, fact))| event(id, *on, *fact)).collect()
        };
        for standard in [&*SKANDERBORG, &*SLAGELSE] {
            let today = first.plus_days(today);
            let (one, other) = (
                fold_case(standard, &DRUGS_AT_40, &written(&happened), today),
                fold_case(standard, &DRUGS_AT_40, &written(&later), today),
            );
            prop_assert_eq!(seen(&one), seen(&other));
        }
    }

    #[test]
    fn the_order_in_which_events_are_read_makes_no_difference(
        drawn in prop::collection::vec(any_event(), 1..9),
        order in any::<prop::sample::Index>(),
        today in 0_u16..80,
    ) {
        let first = day(2026, 11, 1);
        let events: Vec<CaseEvent<u32>> = (0_u32..).zip(&drawn).map(|(id, (fact, on, supersedes))| CaseEvent {
            supersedes: supersedes.and_then(|of| u32::try_from(of).ok()).filter(|&of| of < id),
            ..event(id, first.plus_days(*on), *fact)
        }).collect();
        let mut turned = events.clone();
        turned.rotate_left(order.index(events.len()));
        turned.reverse();
        for standard in [&*SKANDERBORG, &*SLAGELSE] {
            let today = first.plus_days(today);
            let (one, other) = (
                fold_case(standard, &DRUGS_AT_40, &events, today),
                fold_case(standard, &DRUGS_AT_40, &turned, today),
            );
            prop_assert_eq!(seen(&one), seen(&other));
        }
    }
}

#[test]
fn somebody_may_change_their_mind_twice_a_day_and_wish_again_after_the_end() {
    let today = day(2026, 11, 25);
    let chosen = |facts: &[CaseFact]| {
        let mut events = vec![event(1, day(2026, 11, 23), WISH)];
        events.extend((2..).zip(facts).map(|(id, fact)| event(id, today, *fact)));
        fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, today).free_choice.is_some()
    };
    assert!(chosen(&[
        CaseFact::FreeChoiceWished(None),
        CaseFact::FreeChoiceTakenBack,
        CaseFact::FreeChoiceWished(None)
    ]));
    let events = [
        event(1, day(2026, 11, 1), WISH),
        event(2, day(2026, 11, 5), CaseFact::Withdrawn),
        event(3, day(2026, 11, 20), WISH),
    ];
    let again = fold_case(&SKANDERBORG, &DRUGS_AT_40, &events, today);
    assert!(again.is_open());
    assert_eq!(again.clock.outcome.start_latest, Some(day(2026, 12, 4)), "the first wish has ended");
}

#[test]
fn no_day_is_promised_to_who_is_younger_than_the_standard_treats() {
    let child = CaseSubject { substance: Substance::Alcohol, ages: AgeRange { from: 0, to: Some(12) } };
    let events = [event(1, day(2026, 11, 23), WISH)];
    let state = fold_case(&SKANDERBORG, &child, &events, day(2026, 11, 23));
    assert_eq!(state.clock.outcome.start_latest, None);
}

#[test]
fn who_was_not_asked_how_old_they_are_gets_a_day_once_it_is_known() {
    let unknown = CaseSubject { ages: AgeRange::ANY, ..DRUGS_AT_40 };
    let mut events = vec![event(1, day(2026, 11, 23), WISH)];
    let latest = |events: &[CaseEvent<u32>]| {
        fold_case(&SKANDERBORG, &unknown, events, day(2026, 11, 23)).clock.outcome.start_latest
    };
    assert_eq!(latest(&events), None);
    events.push(event(2, day(2026, 11, 23), CaseFact::Adult));
    assert_eq!(latest(&events), Some(day(2026, 12, 7)));
}

#[test]
fn what_became_of_a_case_is_counted_in_the_quarter_of_its_wish() {
    let counted = |events: &[CaseEvent<u32>], today| {
        let state = fold_case(&SKANDERBORG, &DRUGS_AT_40, events, today);
        count_case((&SKANDERBORG, &DRUGS_AT_40), events, &state, today)
            .first()
            .map(|figure| (figure.quarter.to_string(), figure.outcome, figure.waited))
    };
    let wished = event(1, day(2026, 12, 30), WISH);
    let then = |on, fact| [wished.clone(), event(2, on, fact)];
    let today = day(2027, 2, 1);
    let quarter = || "2026-4".to_owned();
    for (events, at, outcome, waited) in [
        (then(day(2027, 1, 13), CaseFact::Started), today, CaseOutcome::InTime, Some(14)),
        (then(day(2027, 1, 14), CaseFact::Started), today, CaseOutcome::Late, Some(15)),
        (then(day(2027, 1, 13), CaseFact::Withdrawn), today, CaseOutcome::Ended, None),
        (then(day(2027, 1, 14), CaseFact::Closed), today, CaseOutcome::EndedLate, None),
        (then(day(2027, 1, 2), CaseFact::Assessed), today, CaseOutcome::Overdue, None),
        (then(day(2027, 1, 2), CaseFact::Assessed), day(2027, 1, 13), CaseOutcome::Running, None),
    ] {
        assert_eq!(counted(&events, at), Some((quarter(), outcome, waited)), "{events:?}");
    }
    assert_eq!(
        counted(&[event(1, day(2026, 12, 30), NO_WISH)], today),
        None,
        "nobody has wished for anything"
    );
    for (code, is_one) in
        [("2026-4", true), ("2026-5", false), ("2026-0", false), ("2026", false), ("x-1", false)]
    {
        assert_eq!(Quarter::from_code(code).is_some(), is_one, "{code}");
    }
}

#[test]
fn a_warning_is_given_at_seven_three_and_no_days_and_when_it_is_too_late() {
    let latest = day(2026, 12, 7);
    let seen = |level| [SeenWarning { latest, level }];
    for (left, warned) in [
        (8, None),
        (7, Some(WarningLevel::SevenDays)),
        (4, Some(WarningLevel::SevenDays)),
        (3, Some(WarningLevel::ThreeDays)),
        (0, Some(WarningLevel::LastDay)),
        (-1, Some(WarningLevel::Breached)),
        (-400, Some(WarningLevel::Breached)),
    ] {
        assert_eq!(find_warning(latest, left, &[]), warned, "{left}");
    }
    assert_eq!(find_warning(latest, 3, &seen(WarningLevel::SevenDays)), Some(WarningLevel::ThreeDays));
    assert_eq!(find_warning(latest, 4, &seen(WarningLevel::ThreeDays)), None, "the clock was set back");
    assert_eq!(
        find_warning(day(2026, 12, 8), 3, &seen(WarningLevel::Breached)),
        Some(WarningLevel::ThreeDays)
    );
}

fn any_figures() -> impl Strategy<Value = Vec<(CaseFigure, u64)>> {
    let outcome = proptest::sample::select(CaseOutcome::ALL);
    let figure =
        (outcome, proptest::option::of(0_u16..60), 1_u64..12).prop_map(|(outcome, waited, number)| {
            let quarter = Quarter::of(day(2026, 11, 23));
            (CaseFigure { quarter, outcome, waited }, number)
        });
    proptest::collection::vec(figure, 0..12)
}

proptest! {
    /// Whoever reads a quarter's figures cannot tell a number from one to four: each stands for at least two readings.
    #[test]
    fn no_number_under_five_can_be_read_or_worked_out(figures in any_figures()) {
        let shown = sum_up(&figures);
        let count = |outcome| figures.iter().filter(|(one, _)| one.outcome == outcome).map(|(_, number)| number).sum::<u64>();
        let hidden: Vec<_> = CaseOutcome::ALL.iter().filter(|one| shown.cells[one].is_none()).collect();
        for (outcome, number) in &shown.cells {
            prop_assert!(number.is_none_or(|number| number == count(*outcome)), "what is shown is true");
            prop_assert!(number.is_none_or(|number| number == 0 || number >= FEWEST));
        }
        if !hidden.is_empty() {
            prop_assert!(shown.total.is_none() && shown.in_time_percent.is_none());
        }
        prop_assert!(hidden.len() != 1, "one alone is never hidden");
        let begun: u64 = figures.iter().filter(|(one, _)| one.waited.is_some()).map(|(_, number)| number).sum();
        let is_told = [CaseOutcome::InTime, CaseOutcome::Late].iter().all(|one| !hidden.contains(&one));
        prop_assert_eq!(shown.waited.is_some(), begun >= FEWEST && is_told);
    }
}

#[test]
fn a_correction_stands_where_what_it_corrects_stood() {
    let on = day(2026, 11, 23);
    let events = [
        event(1, on, WISH),
        event(2, on, CaseFact::DecisionMade(DecisionOutcome::Refused)),
        event(3, on, CaseFact::DecisionReceived),
        correction(4, 2, on, CaseFact::DecisionMade(DecisionOutcome::Changed)),
        correction(5, 4, on, CaseFact::DecisionMade(DecisionOutcome::Granted)),
    ];
    let decision = find_decision(&events).expect("a decision");
    assert_eq!((decision.outcome, decision.received), (DecisionOutcome::Granted, Some(on)));
    let withdrawn = [
        event(1, on, WISH),
        event(2, on, CaseFact::Withdrawn),
        correction(3, 1, on, CaseFact::Contact { by: ContactBy::Parent, wish: true }),
    ];
    assert!(has_ended(&withdrawn), "who is put right has not wished again");
}

fn at_another(treatment: Treatment, began: LocalDay) -> Vec<CaseEvent<u32>> {
    vec![
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), CaseFact::Allocated { treatment, own: false }),
        event(3, began, CaseFact::Started),
    ]
}

#[test]
fn in_slagelse_another_place_tells_how_it_goes_and_is_visited_by_halfway() {
    let began = day(2026, 11, 16);
    let state = |events: &[CaseEvent<u32>]| fold_case(&SLAGELSE, &DRUGS_AT_40, events, day(2026, 12, 1));
    let outpatient = at_another(Treatment::Outpatient, began);
    assert_eq!(
        latest(&state(&outpatient), DeadlineKind::ExternalStatus),
        Some(day(2026, 12, 28)),
        "six weeks"
    );
    let mut stay = at_another(Treatment::Inpatient, began);
    assert_eq!(latest(&state(&stay), DeadlineKind::ExternalStatus), Some(day(2026, 11, 30)), "14 days");
    assert_eq!(latest(&state(&stay), DeadlineKind::InspectionVisit), None, "how long it lasts is not known");
    // 28 days are four weeks, and no more.
    for (until, visit) in [
        (day(2026, 12, 13), None),
        (day(2026, 12, 14), Some(day(2026, 11, 30))),
        (day(2027, 2, 15), Some(day(2026, 12, 31))),
    ] {
        let mut events = stay.clone();
        events.push(event(4, until, CaseFact::CourseUntil));
        assert_eq!(latest(&state(&events), DeadlineKind::InspectionVisit), visit, "{until:?}");
    }
    let watched = |events: &[CaseEvent<u32>]| state(events).list_watched(day(2026, 12, 1));
    assert_eq!(watched(&stay), [(DeadlineKind::ExternalStatus, day(2026, 11, 30))]);
    stay.push(event(4, day(2026, 11, 27), CaseFact::ExternalStatus));
    assert_eq!(watched(&stay), [], "it has come");
    let own = [event(1, day(2026, 11, 2), WISH), event(3, began, CaseFact::Started)];
    assert_eq!(latest(&state(&own), DeadlineKind::ExternalStatus), None, "the centre's own treatment");
    let alcohol = CaseSubject { substance: Substance::Alcohol, ..DRUGS_AT_40 };
    let of_alcohol = fold_case(&SLAGELSE, &alcohol, &outpatient, day(2026, 12, 1));
    let status = latest(&of_alcohol, DeadlineKind::ExternalStatus);
    assert_eq!(status, Some(day(2026, 12, 28)), "§7.5.7 names no substance");
    let stated =
        state(&outpatient).deadlines.into_iter().find(|one| one.kind == DeadlineKind::ExternalStatus);
    let cited = stated
        .expect("a day")
        .citations
        .iter()
        .flat_map(|source| source.sections.clone())
        .collect::<Vec<_>>();
    assert_eq!(cited, ["§7.5.7"]);
}

#[test]
fn in_randers_an_inpatient_place_tells_within_two_days_that_treatment_was_broken_off() {
    let randers = standard("randers");
    let broken_off = |treatment| {
        let mut events = at_another(treatment, day(2026, 11, 16));
        events.push(event(4, day(2026, 11, 27), CaseFact::BrokenOff));
        latest(&fold_case(&randers, &DRUGS_AT_40, &events, day(2026, 12, 1)), DeadlineKind::BreakOffNotice)
    };
    assert_eq!(broken_off(Treatment::Inpatient), Some(day(2026, 11, 29)));
    assert_eq!(broken_off(Treatment::Outpatient), None);
    // What would have come after the break is due no more; what was due before it is.
    for (day_of_break, due) in [(day(2026, 11, 20), None), (day(2026, 12, 2), Some(day(2026, 11, 30)))] {
        let mut events = at_another(Treatment::Inpatient, day(2026, 11, 16));
        events.push(event(4, day_of_break, CaseFact::BrokenOff));
        let state = fold_case(&SLAGELSE, &DRUGS_AT_40, &events, day(2026, 12, 5));
        assert_eq!(latest(&state, DeadlineKind::ExternalStatus), due, "{day_of_break:?}");
    }
}

#[test]
fn an_age_that_was_told_wrong_is_put_right_and_the_right_unit_and_limit_follow() {
    let told = CaseSubject { substance: Substance::Drugs, ages: AgeRange { from: 13, to: Some(17) } };
    let mut events = vec![event(1, day(2026, 11, 23), WISH)];
    let state = |events: &[CaseEvent<u32>]| {
        fold_case(&SKANDERBORG, &told, events, day(2026, 11, 24)).clock.outcome.start_latest
    };
    assert_eq!(state(&events), None);
    events.push(event(2, day(2026, 11, 24), CaseFact::Ages(AgeRange { from: 18, to: Some(29) })));
    assert_eq!(state(&events), Some(day(2026, 12, 7)));
    assert_eq!(find_subject(told, &events).ages, AgeRange { from: 18, to: Some(29) });
    events.push(correction(3, 2, day(2026, 11, 24), CaseFact::Retracted));
    assert_eq!((state(&events), find_subject(told, &events)), (None, told));
}

#[test]
fn a_slip_of_the_pen_is_asked_about() {
    let wished = event(1, day(2026, 11, 20), WISH);
    let made = event(2, day(2026, 11, 23), CaseFact::DecisionMade(DecisionOutcome::Granted));
    let events = [wished, made];
    let odd = |on, fact, corrects: Option<u32>| find_oddity(&events, (on, fact), corrects.as_ref());
    let before = day(2026, 11, 19);
    assert_eq!(odd(before, CaseFact::Started, None), Some(Oddity::BeforeContact));
    assert_eq!(odd(day(2026, 11, 20), CaseFact::Started, None), None);
    assert_eq!(odd(before, NO_WISH, None), None, "an earlier talk is none");
    assert_eq!(odd(day(2026, 11, 22), CaseFact::DecisionReceived, None), Some(Oddity::BeforeDecision));
    assert_eq!(odd(day(2026, 11, 23), CaseFact::DecisionReceived, None), None);
    assert_eq!(odd(day(2026, 11, 23), CaseFact::DecisionSent, Some(2)), Some(Oddity::BeforeDecision));
    assert_eq!(odd(day(2026, 11, 23), CaseFact::Started, Some(1)), Some(Oddity::NoWishLeft));
    assert_eq!(odd(day(2026, 11, 21), WISH, Some(1)), None, "the day of the wish is put right");
}

#[test]
fn what_another_place_owes_is_counted_from_the_stay_there_and_not_from_what_was_before() {
    let inpatient = CaseFact::Allocated { treatment: Treatment::Inpatient, own: false };
    let outpatient = CaseFact::Allocated { treatment: Treatment::Outpatient, own: true };
    let mut events = vec![
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), outpatient),
        event(3, day(2026, 11, 16), CaseFact::Started),
        event(4, day(2027, 1, 20), inpatient),
    ];
    let status = |events: &[CaseEvent<u32>]| {
        let state = fold_case(&SLAGELSE, &DRUGS_AT_40, events, day(2027, 3, 1));
        latest(&state, DeadlineKind::ExternalStatus)
    };
    assert_eq!(status(&events), None, "it has not begun there");
    events.push(event(5, day(2027, 2, 1), CaseFact::Started));
    assert_eq!(status(&events), Some(day(2027, 2, 15)));
    let mut visited = events.clone();
    visited.extend([
        event(6, day(2027, 2, 20), CaseFact::CourseUntil),
        event(7, day(2027, 3, 28), CaseFact::CourseUntil),
    ]);
    let visit =
        latest(&fold_case(&SLAGELSE, &DRUGS_AT_40, &visited, day(2027, 2, 2)), DeadlineKind::InspectionVisit);
    assert_eq!(visit, Some(day(2027, 2, 28)), "the stay was made longer: eight weeks");
    for end in [CaseFact::Closed, outpatient] {
        let mut ended = events.clone();
        ended.push(event(6, day(2027, 2, 11), end));
        assert_eq!(status(&ended), None, "it ended before it was due: {end:?}");
    }
    let chosen = [
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), CaseFact::Allocated { treatment: Treatment::Inpatient, own: true }),
        event(3, day(2026, 11, 9), CaseFact::FreeChoiceConfirmed(None)),
        event(4, day(2026, 11, 16), CaseFact::Started),
    ];
    assert_eq!(status(&chosen), Some(day(2026, 11, 30)), "a place that one has chosen is another place");
    let randers = standard("randers");
    let broken_off = [
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), inpatient),
        event(3, day(2026, 11, 16), CaseFact::Started),
        event(4, day(2026, 11, 27), CaseFact::BrokenOff),
        event(5, day(2026, 11, 28), outpatient),
    ];
    let state = fold_case(&randers, &DRUGS_AT_40, &broken_off, day(2026, 12, 1));
    let notice = latest(&state, DeadlineKind::BreakOffNotice);
    assert_eq!(notice, Some(day(2026, 11, 29)), "it is owed though treatment goes on here");
    let offered = list_staff_facts(&randers, &DRUGS_AT_40, &state);
    assert!(offered.contains(&CaseFact::BreakOffTold) && !offered.contains(&CaseFact::InspectionVisit));
}

#[test]
fn a_break_off_ends_until_treatment_begins_again_and_each_wish_counts_once() {
    let mut events = vec![
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), CaseFact::Allocated { treatment: Treatment::Inpatient, own: false }),
        event(3, day(2026, 11, 9), CaseFact::Started),
        event(4, day(2026, 11, 27), CaseFact::BrokenOff),
    ];
    let state = |events: &[CaseEvent<u32>]| fold_case(&SLAGELSE, &DRUGS_AT_40, events, day(2027, 1, 10));
    assert_eq!((state(&events).stopped, has_ended(&events)), (Some(day(2026, 11, 27)), true));
    let mut again = events.clone();
    again.push(event(5, day(2026, 12, 1), CaseFact::Started));
    again.push(event(6, day(2026, 12, 10), WISH));
    assert_eq!((state(&again).stopped, has_ended(&again)), (None, false));
    assert_eq!(state(&again).started, Some(day(2026, 11, 9)), "a wish more changes nothing of what goes on");
    events.push(event(5, day(2027, 1, 4), WISH));
    let anew = state(&events);
    assert!(anew.is_open() && anew.clock.outcome.start_latest == Some(day(2027, 1, 18)));
    let counted = count_case((&SLAGELSE, &DRUGS_AT_40), &events, &anew, day(2027, 1, 10));
    let counted: Vec<_> = counted.iter().map(|figure| (figure.quarter.to_string(), figure.outcome)).collect();
    assert_eq!(
        counted,
        [("2026-4".to_owned(), CaseOutcome::InTime), ("2027-1".to_owned(), CaseOutcome::Running)],
        "what was counted once stays"
    );
    let randers = standard("randers");
    let told = fold_case(&randers, &DRUGS_AT_40, &events, day(2027, 1, 10));
    let notice = latest(&told, DeadlineKind::BreakOffNotice);
    assert_eq!(notice, Some(day(2026, 11, 29)), "it is owed whoever wishes again");
}

#[test]
fn what_is_agreed_next_hides_nothing_of_what_is_owed_now() {
    let inpatient = CaseFact::Allocated { treatment: Treatment::Inpatient, own: false };
    let outpatient = CaseFact::Allocated { treatment: Treatment::Outpatient, own: false };
    let events = [
        event(1, day(2026, 11, 2), WISH),
        event(2, day(2026, 11, 5), inpatient),
        event(3, day(2026, 11, 16), CaseFact::Started),
        event(4, day(2026, 11, 25), outpatient),
    ];
    let state = fold_case(&SLAGELSE, &DRUGS_AT_40, &events, day(2026, 11, 26));
    assert_eq!(latest(&state, DeadlineKind::ExternalStatus), Some(day(2026, 11, 30)));
}

#[test]
fn an_age_that_takes_the_last_day_away_is_asked_about_also_where_it_is_a_correction() {
    let told = CaseSubject { substance: Substance::Drugs, ages: AgeRange { from: 13, to: Some(17) } };
    let (young, adult) = (AgeRange { from: 13, to: Some(17) }, AgeRange { from: 30, to: None });
    let events = [event(1, day(2026, 11, 20), WISH), event(3, day(2026, 11, 23), CaseFact::Ages(adult))];
    let today = day(2026, 11, 24);
    let lost =
        |on, fact, corrects| find_lost_limit(&SKANDERBORG, &told, &events, (on, fact, corrects), today);
    assert_eq!(lost(today, CaseFact::Ages(young), None), Some(Oddity::NoLimitLeft));
    assert_eq!(lost(today, CaseFact::Retracted, Some(3)), Some(Oddity::NoLimitLeft));
    assert_eq!(lost(day(2026, 11, 22), CaseFact::Ages(young), Some(3)), Some(Oddity::NoLimitLeft));
    assert_eq!(lost(today, CaseFact::Ages(adult), Some(3)), None);
    assert_eq!(lost(today, CaseFact::Assessed, None), None);
}
