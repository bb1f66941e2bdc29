//! How a plan stands after what has happened in it.

mod limits;
mod meetings;

use domain::{
    AgeRange, CurrentOffer, LocalDay, PlanPart, SmartCriterion, Standard, Substance,
    decide::SmartLetter,
    plan::{
        ConsentKind, GoalState, PlanAct, PlanActError, PlanEvent, PlanField, PlanSide, PlanState, fold_plan,
        list_offers, list_questions, next_question,
    },
    read_standard,
};
use proptest::prelude::*;
use std::sync::LazyLock;

fn standard(municipality: &str) -> Standard {
    let path = format!("{}/standards/{municipality}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file");
    read_standard(municipality, &text).expect("a standard")
}

static SLAGELSE: LazyLock<Standard> = LazyLock::new(|| standard("slagelse"));

const TODAY: &str = "2026-12-24";

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).expect("a day")
}

/// A plan in which things happen, one a day.
struct Told {
    events: Vec<PlanEvent>,
}

impl Told {
    fn new() -> Self {
        Self::about(Substance::Drugs, AgeRange::ANY)
    }

    fn about(substance: Substance, ages: AgeRange) -> Self {
        let mut told = Self { events: Vec::new() };
        let (offer, case) = (CurrentOffer::General, String::new());
        told.add(PlanSide::Staff, PlanAct::Opened { substance, ages, offer, case });
        told
    }

    fn add(&mut self, side: PlanSide, act: PlanAct) -> u32 {
        let place = u32::try_from(self.events.len() + 1).expect("few events");
        let author = if side == PlanSide::Staff { "Bo".to_owned() } else { String::new() };
        let on = day("2026-11-23").plus_days(u16::try_from(place).expect("few"));
        self.events.push(PlanEvent { place, on, side, author, act });
        place
    }

    fn state(&self) -> PlanState {
        fold_plan(&self.events).expect("it is opened")
    }

    /// The first step that is not ticked.
    fn next_step(&self) -> Option<u32> {
        self.state().list_current_steps().find(|step| step.done_on.is_none()).map(|step| step.place)
    }

    /// What comes of something that the citizen does in Slagelse.
    fn check(&self, act: &PlanAct) -> Result<(), PlanActError> {
        self.check_in(&SLAGELSE, PlanSide::Citizen, act)
    }

    fn check_in(&self, standard: &Standard, side: PlanSide, act: &PlanAct) -> Result<(), PlanActError> {
        self.state().check(side, act, (standard, day(TODAY)))
    }

    fn goal(&mut self, text: &str) -> u32 {
        self.add(PlanSide::Citizen, PlanAct::GoalAdded { text: text.to_owned(), under: None })
    }

    fn step(&mut self, goal: u32, text: &str) -> u32 {
        self.add(PlanSide::Citizen, PlanAct::StepAdded { goal: Some(goal), text: text.to_owned() })
    }
}

fn write(field: PlanField, text: &str, over: u32) -> PlanAct {
    PlanAct::Written { field, text: text.to_owned(), over }
}

#[test]
fn nothing_is_a_plan_before_it_is_opened() {
    assert!(fold_plan(&[]).is_none());
    let told = Told::new();
    assert!(fold_plan(&told.events[1..]).is_none());
    assert_eq!(told.state().dates.subject.substance, Substance::Drugs);
}

#[test]
fn the_next_step_is_the_first_that_is_not_done_of_what_is_under_way() {
    let mut told = Told::new();
    let (sleep, work) = (told.goal("Sove bedre"), told.goal("Få et job"));
    let (bed, cv) = (told.step(sleep, "I seng klokken 23"), told.step(work, "Skrive et CV"));
    assert_eq!(told.next_step(), Some(bed));
    told.add(PlanSide::Citizen, PlanAct::GoalMoved { goal: work, state: GoalState::UnderWay });
    assert_eq!(told.next_step(), Some(cv));
    told.add(PlanSide::Citizen, PlanAct::StepTicked { step: cv, done: true });
    assert_eq!(told.next_step(), Some(bed));
    told.add(PlanSide::Citizen, PlanAct::GoalMoved { goal: sleep, state: GoalState::Paused });
    assert!(told.next_step().is_none(), "what is on pause asks for nothing");
}

#[test]
fn a_tick_can_be_taken_back_and_says_its_day() {
    let mut told = Told::new();
    let goal = told.goal("Sove bedre");
    let step = told.step(goal, "I seng klokken 23");
    told.add(PlanSide::Citizen, PlanAct::StepTicked { step, done: true });
    let done_on = told.state().find_step(step).and_then(|step| step.done_on);
    assert_eq!(done_on, Some(day("2026-11-27")));
    told.add(PlanSide::Staff, PlanAct::StepTicked { step, done: false });
    assert_eq!(told.state().find_step(step).and_then(|step| step.done_on), None);
}

#[test]
fn the_citizens_words_stay_beside_what_the_centre_writes_over_them() {
    let mut told = Told::new();
    let goal = told.goal("Jeg vil ikke ryge mere om morgenen");
    let field = PlanField::Goal(goal, SmartLetter::S);
    assert!(told.state().own_words(field).is_none(), "they stand there themselves");
    told.add(PlanSide::Staff, write(field, "Røgfri morgener", goal));
    let state = told.state();
    assert_eq!(state.text(field), "Røgfri morgener");
    let own = state.own_words(field).expect("the citizen's words");
    assert_eq!(own.text, "Jeg vil ikke ryge mere om morgenen");
    told.add(PlanSide::Citizen, write(field, "Kun kaffe om morgenen", goal + 1));
    assert!(told.state().own_words(field).is_none());
    assert_eq!(told.state().versions(field).len(), 3, "all of them are kept");
}

#[test]
fn who_writes_over_what_they_have_not_seen_is_told() {
    let mut told = Told::new();
    let field = PlanField::Part(PlanPart::Housing);
    assert_eq!(told.check(&write(field, "Jeg bor hos min søster", 0)), Ok(()));
    let first = told.add(PlanSide::Staff, write(field, "Søger bolig", 0));
    let late = write(field, "Jeg bor hos min søster", 0);
    assert_eq!(told.check(&late), Err(PlanActError::Overtaken(field)));
    assert_eq!(told.check(&write(field, "Jeg bor hos min søster", first)), Ok(()));
    // Who writes the same has nothing to be told.
    assert_eq!(told.check(&write(field, " Søger bolig ", 0)), Err(PlanActError::Stands));
}

#[test]
fn what_is_not_in_the_plan_or_says_nothing_cannot_happen() {
    let mut told = Told::new();
    let goal = told.goal("Sove bedre");
    let step = told.step(goal, "I seng klokken 23");
    let below = PlanAct::GoalAdded { text: "Ingen skærm".to_owned(), under: Some(goal) };
    assert_eq!(told.check(&below), Ok(()));
    let small = told.add(PlanSide::Citizen, below);
    let refused = |act: PlanAct| told.check(&act).err();
    let text = |text: &str| text.to_owned();
    for (act, error) in [
        (PlanAct::StepAdded { goal: Some(99), text: text("x") }, PlanActError::Unknown),
        (PlanAct::StepAdded { goal: Some(step), text: text("x") }, PlanActError::Unknown),
        (PlanAct::StepTicked { step: goal, done: true }, PlanActError::Unknown),
        (PlanAct::GoalMoved { goal: 99, state: GoalState::Reached }, PlanActError::Unknown),
        (PlanAct::GoalAdded { text: text("x"), under: Some(small) }, PlanActError::Unknown),
        (PlanAct::GoalAdded { text: text(" \n "), under: None }, PlanActError::Empty),
        (PlanAct::GoalAdded { text: text("Sove bedre"), under: None }, PlanActError::Stands),
        (PlanAct::StepAdded { goal: Some(goal), text: text("I seng klokken 23 ") }, PlanActError::Stands),
        (PlanAct::StepTicked { step, done: false }, PlanActError::Stands),
        (write(PlanField::Step(step), "", step), PlanActError::Empty),
        (write(PlanField::Step(99), "x", 0), PlanActError::Unknown),
        (write(PlanField::Part(PlanPart::FollowUp), "x", 0), PlanActError::Unknown),
        (write(PlanField::Other, &"x".repeat(4001), 0), PlanActError::TooLong(4000)),
    ] {
        assert_eq!(refused(act), Some(error));
    }
}

#[test]
fn a_plan_has_an_end() {
    let mut told = Told::new();
    for number in 0..40 {
        told.goal(&format!("Mål {number}"));
    }
    let one_more = PlanAct::GoalAdded { text: "Et til".to_owned(), under: None };
    assert_eq!(told.check(&one_more), Err(PlanActError::Full));
}

#[test]
fn smart_is_asked_as_the_municipality_spells_it() {
    use SmartCriterion::{Accepted, Attractive, Measurable, Realistic, Specific, TimeBound, TimeLimited};
    let spelled = |municipality: &str| -> Vec<Option<SmartCriterion>> {
        let standard = standard(municipality);
        list_questions(&standard.rules).into_iter().map(|question| question.criterion).collect()
    };
    assert_eq!(
        spelled("horsens"),
        [Specific, Measurable, Attractive, Realistic, TimeBound].map(Some),
        "Horsens §8"
    );
    assert_eq!(
        spelled("slagelse"),
        [Specific, Measurable, Accepted, Realistic, TimeLimited].map(Some),
        "Slagelse §6.1"
    );
    for silent in ["skanderborg", "randers", "vejle"] {
        assert_eq!(spelled(silent), [None; 5], "{silent}");
    }
}

#[test]
fn what_is_missing_is_the_next_question() {
    for municipality in ["horsens", "vejle"] {
        let standard = standard(municipality);
        let mut told = Told::new();
        let goal = told.goal("Sove bedre");
        for letter in [SmartLetter::M, SmartLetter::A, SmartLetter::R, SmartLetter::T] {
            let next = next_question(&standard.rules, &told.state(), goal);
            assert_eq!(next.map(|question| question.letter), Some(letter), "{municipality}");
            told.add(PlanSide::Citizen, write(PlanField::Goal(goal, letter), "Det ved jeg", 0));
        }
        assert_eq!(next_question(&standard.rules, &told.state(), goal), None, "{municipality}");
    }
}

#[test]
fn the_courses_of_a_plan_are_those_that_the_standard_reviews_apart() {
    use CurrentOffer::{
        ActionPlanAfterAnonymousCourse, AlcoholCourse, General, IndividuallyArranged, StabilisationPhase4,
    };
    let offers =
        |municipality: &str, substance| list_offers(standard(municipality).rules_for(substance), substance);
    assert_eq!(offers("skanderborg", Substance::Drugs), [General, IndividuallyArranged]);
    assert_eq!(offers("randers", Substance::Drugs), [General]);
    assert_eq!(offers("horsens", Substance::Drugs), [General, ActionPlanAfterAnonymousCourse]);
    assert_eq!(offers("vejle", Substance::Alcohol), [General, StabilisationPhase4, AlcoholCourse]);
    assert_eq!(offers("vejle", Substance::Drugs), [General, StabilisationPhase4]);
    assert_eq!(offers("slagelse", Substance::Alcohol), [General]);
}

fn field() -> impl Strategy<Value = PlanField> {
    let letter = prop::sample::select(SmartLetter::ALL);
    prop_oneof![
        prop::sample::select(PlanPart::ALL).prop_map(PlanField::Part),
        Just(PlanField::Other),
        (1u32..12, letter).prop_map(|(goal, letter)| PlanField::Goal(goal, letter)),
        (1u32..12).prop_map(PlanField::Step),
        (1u32..12).prop_map(PlanField::Note),
    ]
}

/// What happens in a plan has no `Debug`: a test that fails shows it as it is stored.
#[derive(Clone)]
struct Shown(PlanAct);

impl std::fmt::Debug for Shown {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&serde_json::to_string(&self.0).expect("it can be written"))
    }
}

fn act() -> impl Strategy<Value = Shown> {
    let text = "[a-z ]{0,6}";
    prop_oneof![
        (field(), text, 0u32..12).prop_map(|(field, text, over)| Shown(PlanAct::Written {
            field,
            text,
            over
        })),
        (text, prop::option::of(1u32..12))
            .prop_map(|(text, under)| Shown(PlanAct::GoalAdded { text, under })),
        (1u32..12, prop::sample::select(GoalState::ALL))
            .prop_map(|(goal, state)| Shown(PlanAct::GoalMoved { goal, state })),
        (prop::option::of(1u32..12), text).prop_map(|(goal, text)| Shown(PlanAct::StepAdded { goal, text })),
        text.prop_map(|text| Shown(PlanAct::NoteAdded { text })),
        (1u32..12, any::<bool>()).prop_map(|(step, done)| Shown(PlanAct::StepTicked { step, done })),
        (prop::collection::vec(prop::option::of(0u8..7), 4), text)
            .prop_map(|(answers, words)| Shown(PlanAct::CheckedIn { answers, words })),
        (prop::sample::select(ConsentKind::ALL), text, text).prop_map(|(kind, whom, words)| Shown(
            PlanAct::ConsentGiven { kind, whom, words, parts: Vec::new() }
        )),
        (1u32..12).prop_map(|consent| Shown(PlanAct::ConsentTakenBack { consent })),
        Just(Shown(PlanAct::Made)),
    ]
}

proptest! {
    #[test]
    fn a_field_is_read_as_it_is_write(field in field(), rubbish in "\\PC{0,20}") {
        prop_assert_eq!(field.to_string().parse(), Ok(field));
        if let Ok(read) = rubbish.parse::<PlanField>() {
            prop_assert_eq!(read.to_string(), rubbish);
        }
    }

    #[test]
    fn an_event_is_read_as_it_was_stored_and_no_word_is_ever_lost(
        acts in prop::collection::vec((act(), any::<bool>()), 0..40),
    ) {
        let mut told = Told::new();
        let mut words = Vec::new();
        for (Shown(act), is_citizen) in acts {
            if told.check(&act).is_err() {
                continue;
            }
            if let PlanAct::Written { text, .. } | PlanAct::GoalAdded { text, .. } | PlanAct::StepAdded { text, .. } | PlanAct::NoteAdded { text } = &act {
                words.push(text.trim().to_owned());
            }
            told.add(if is_citizen { PlanSide::Citizen } else { PlanSide::Staff }, act);
        }
        let stored: Vec<PlanEvent> = told.events.iter().map(|event| {
            let text = serde_json::to_string(event).expect("it can be written");
            let read: PlanEvent = serde_json::from_str(&text).expect("it can be read");
            PlanEvent { place: event.place, ..read }
        }).collect();
        prop_assert!(stored == told.events, "stored and read again it is the same");
        let state = told.state();
        let fields = PlanPart::ALL.iter().map(|&part| PlanField::Part(part)).chain([PlanField::Other])
            .chain((1..60).flat_map(|place| SmartLetter::ALL.iter().map(move |&letter| PlanField::Goal(place, letter))))
            .chain((1..60).map(PlanField::Step))
            .chain((1..60).map(PlanField::Note));
        let kept: usize = fields.map(|field| state.versions(field).len()).sum();
        prop_assert_eq!(kept, words.len(), "every version is kept");
    }
}
