//! Words that every page shares.

use crate::phrase::{Phrase, phrase};
use domain::{AgeRange, Audience, Circumstance, Form, Lang, Substance};

pub const SITE: &str = "Trædesten";
pub const SKIP_TO_CONTENT: Phrase = phrase("Gå til indhold", "Skip to content");
pub const LEAVE: Phrase = phrase("Forlad siden", "Leave this site");
pub const LEAVE_WHY: Phrase = phrase(
    "Forlad siden: åbner vejrudsigten i stedet.",
    "Leave this site: opens the weather forecast instead.",
);
pub const SHORTCUTS: Phrase = phrase("Genveje", "Shortcuts");
pub const OTHER_LANGUAGE: Phrase = phrase("English", "Dansk");
pub const HOME: Phrase = phrase("Forside", "Front page");
pub const ALL_OFFERS: Phrase = phrase("Alle tilbud", "All offers");
pub const YES: Phrase = phrase("Ja", "Yes");
pub const NO: Phrase = phrase("Nej", "No");
pub const CONTINUE: Phrase = phrase("Fortsæt", "Continue");
pub const ONE_STEP_BACK: Phrase = phrase("Et skridt tilbage", "One step back");
/// Beside the choice that was made the last time.
pub const CHOSEN_BEFORE: Phrase = phrase("Dit forrige svar", "Your last answer");
pub const CHANGE: Phrase = phrase("Ret", "Change");
pub const FIND_HELP: Phrase = phrase("Find det, der passer", "Find what fits");
/// Behind the title of a task, where it is done: a title stands in the browser's history, and says no more than what the
/// task is.
pub const RECEIPT: Phrase = phrase(": kvittering", ": receipt");
pub const MY_PLAN: Phrase = phrase("Min plan", "My plan");
pub const CONTACT: Phrase = phrase("Kontakt og åbningstider", "Contact and opening hours");
pub const DEADLINE: Phrase = phrase("Beregn din frist", "Work out your time limit");
pub const RULES: Phrase = phrase("Kommunens regler", "The municipality's rules");
pub const SEARCH: Phrase = phrase("Søg", "Search");
pub const GLOSSARY: Phrase = phrase("Ordbog", "Words explained");
pub const COMPARE: Phrase = phrase("Sammenlign kommuner", "Compare municipalities");
pub const ACCESSIBILITY: Phrase = phrase("Tilgængelighedserklæring", "Accessibility statement");
pub const PRIVACY: Phrase = phrase("Om dit privatliv", "About your privacy");
pub const CHOOSE_OTHER: Phrase = phrase("Vælg en anden kommune", "Choose another municipality");
pub const DANGER: Phrase = phrase("Er nogen i fare lige nu? Ring", "Is somebody in danger right now? Call");
pub const PHONE: Phrase = phrase("Telefon", "Phone");
pub const SILENT: Phrase = phrase(
    "Det siger kommunens regler ikke noget om. Spørg kommunen.",
    "The municipality's rules do not say. Ask the municipality.",
);
pub const READING: Phrase = phrase("Sådan læser vi reglerne her", "How we read the rules here");
pub const SOURCE: Phrase = phrase("Kilde", "Source");
pub const LEAVE_EMPTY: Phrase = phrase("Lad feltet her være tomt", "Leave this field empty");
pub const DEMO: Phrase = phrase("Demo: alt her er opdigtet.", "Demo: everything here is made up.");
/// Above every page of a municipality that is only previewed, for who writes its file.
#[must_use]
pub fn preview(to_look_up: usize, lang: Lang) -> String {
    match (to_look_up, lang) {
        (0, Lang::Da) => "Kladde, ikke kommunens side. Alt er slået op.".to_owned(),
        (0, Lang::En) => "A draft, not the municipality's page. Everything has been looked up.".to_owned(),
        (number, Lang::Da) => {
            format!("Kladde, ikke kommunens side. {number} punkter i filen er ikke slået op endnu.")
        }
        (number, Lang::En) => {
            format!(
                "A draft, not the municipality's page. {number} points in the file are still to be looked up."
            )
        }
    }
}
pub const ERROR: Phrase = phrase("Fejl: ", "Error: ");
/// Between the last two of a list.
pub const AND: Phrase = phrase(" og ", " and ");
pub const THERE_IS_A_PROBLEM: Phrase =
    phrase("Se på det her, før du går videre", "Look at this before you go on");

/// `a, b og c`.
#[must_use]
pub fn listed(words: &[String], lang: Lang) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{}{}{last}", rest.join(", "), AND.get(lang)),
        None => String::new(),
    }
}

#[must_use]
pub fn audience(audience: Audience) -> Phrase {
    match audience {
        Audience::Citizen => phrase("Dig selv", "Yourself"),
        Audience::Relative => phrase("Pårørende", "Family and friends"),
        Audience::Professional => phrase("Fagfolk", "Professionals"),
    }
}

#[must_use]
pub fn substance(substance: Substance) -> Phrase {
    match substance {
        Substance::Alcohol => phrase("Alkohol", "Alcohol"),
        Substance::Drugs => phrase("Stoffer", "Drugs"),
    }
}

#[must_use]
pub fn form(form: Form) -> Phrase {
    match form {
        Form::Individual => phrase("Alene med en rådgiver", "One to one"),
        Form::Group => phrase("I gruppe", "In a group"),
        Form::Family => phrase("Som par eller familie", "As a couple or family"),
        Form::Online => phrase("Online", "Online"),
        Form::Phone => phrase("I telefonen", "By phone"),
        Form::AtHome => phrase("Hjemme hos dig", "At your home"),
        Form::AtSchool => phrase("På din skole", "At your school"),
        Form::Medical => phrase("Medicin og helbred", "Medicine and health"),
        Form::DayTreatment => phrase("Om dagen", "In the daytime"),
        Form::Inpatient => phrase("Du bor der imens", "You stay there"),
    }
}

/// The circumstance as a short clause after "if": "if you …".
#[must_use]
pub fn circumstance(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::WishesAnonymity => phrase("du vil være anonym", "you wish to be anonymous"),
        Circumstance::ChildrenUnder18 => {
            phrase("der er børn under 18 år i dit liv", "there are children under 18 in your life")
        }
        Circumstance::WorkOrEducation => {
            phrase("du er i arbejde eller uddannelse", "you are in work or education")
        }
        Circumstance::OtherSocialProblems => {
            phrase("du har andre sociale problemer", "you have other social problems")
        }
        Circumstance::PsychologicalProblems => {
            phrase("du har det psykisk svært", "you are struggling mentally")
        }
        Circumstance::Housing => phrase("du har et sted at bo", "you have a place to live"),
        Circumstance::NeedsMedicine => phrase("du har brug for medicin", "you need medicine"),
        Circumstance::VerySevere => phrase(
            "du har det så svært, at samtaler ikke er nok",
            "things are so hard that talking is not enough",
        ),
        Circumstance::Pregnant => phrase("du er gravid", "you are pregnant"),
        Circumstance::UserInTreatment => phrase(
            "den, du er bekymret for, er i behandling",
            "the person you are worried about is in treatment",
        ),
        Circumstance::PrefersOnline => phrase("du helst vil mødes online", "you would rather meet online"),
    }
}

/// `13-17 år`, `30 år og derover`, `under 13 år`.
#[must_use]
pub fn ages(ages: AgeRange, lang: Lang) -> String {
    match (ages.from, ages.to, lang) {
        (from, Some(to), Lang::Da) if from == to => format!("{from} år"),
        (from, Some(to), Lang::En) if from == to => format!("{from} years"),
        (0, None, Lang::Da) => "alle aldre".to_owned(),
        (0, None, Lang::En) => "all ages".to_owned(),
        (0, Some(to), Lang::Da) => format!("til og med {to} år"),
        (0, Some(to), Lang::En) => format!("{to} and under"),
        (from, None, Lang::Da) => format!("{from} år og derover"),
        (from, None, Lang::En) => format!("{from} and over"),
        (from, Some(to), Lang::Da) => format!("{from}-{to} år"),
        (from, Some(to), Lang::En) => format!("{from}-{to} years"),
    }
}

/// The same of somebody, after "is": `mindst 30 år`, `24 or younger`.
#[must_use]
pub fn aged(ages: AgeRange, lang: Lang) -> String {
    match (ages.from, ages.to, lang) {
        (from, Some(to), Lang::En) if from == to => from.to_string(),
        (0, Some(to), Lang::Da) => format!("højst {to} år"),
        (0, Some(to), Lang::En) => format!("{to} or younger"),
        (from, None, Lang::Da) if from > 0 => format!("mindst {from} år"),
        (from, None, Lang::En) if from > 0 => format!("{from} or older"),
        (from, Some(to), Lang::En) => format!("{from} to {to}"),
        _ => self::ages(ages, lang),
    }
}

/// With a capital first letter. Our own words begin with letters of ASCII.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
