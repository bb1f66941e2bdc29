//! The guide: its questions, choices, reasons and outcome.

mod reasons;

use crate::{
    phrase::{Phrase, phrase},
    ui::text as common,
};
use domain::{Audience, Choice, Circumstance, Lang, Question, Substance, SubstanceChoice};
pub use reasons::{open_condition, reason, unmet};

pub const TITLE: Phrase = phrase("Find det, der passer", "Find what fits");
pub const NOTE: Phrase = phrase(
    "Du kan springe alt over. Dine svar bliver ikke gemt og står ikke i adressen.",
    "You can skip anything. Your answers are not stored and are not put in the address.",
);
pub const NOTE_ON_PHONE: Phrase = phrase(
    "Du kan springe alt over. Dine svar bliver på din egen telefon. De bliver ikke sendt nogen steder hen.",
    "You can skip anything. Your answers stay on your own phone. They are not sent anywhere.",
);
pub const CONTINUE: Phrase = common::CONTINUE;
pub const BACK: Phrase = common::ONE_STEP_BACK;
pub const CHANGE: Phrase = common::CHANGE;
pub const RESTART: Phrase = phrase("Begynd forfra", "Start again");
pub const YOUR_ANSWERS: Phrase = phrase("Det har du svaret", "What you have answered");
pub const CHOOSE_ONE: Phrase = phrase("Vælg et svar, eller spring over.", "Choose an answer, or skip.");
pub const CHOOSE_WHO: Phrase = phrase("Vælg, hvem det handler om.", "Choose whom it is about.");
pub const NOT_A_CHOICE: Phrase = phrase(
    "Det svar kender vi ikke her. Vælg et på listen.",
    "We do not know that answer here. Choose one from the list.",
);

pub const OUTCOME_TITLE: Phrase = phrase("Det her passer til dig", "This fits you");
pub const OUTCOME_NONE_TITLE: Phrase =
    phrase("Ring, så finder I ud af det sammen", "Call, and find out together");
pub const OUTCOME_NONE: Phrase = phrase(
    "Kommunens standard nævner ikke et tilbud, der passer til dine svar. Det betyder ikke, at der ingen hjælp er.",
    "The municipality's standard names no offer that fits your answers. That does not mean there is no help.",
);
/// Where the standard is about the other substance only.
#[must_use]
pub const fn outside_scope(covered: Substance) -> Phrase {
    match covered {
        Substance::Drugs => phrase(
            "Kommunens standard handler om stoffer. Du kan stadig spørge kommunen om hjælp med alkohol.",
            "The municipality's standard is about drugs. You can still ask the municipality for help with alcohol.",
        ),
        Substance::Alcohol => phrase(
            "Kommunens standard handler om alkohol. Du kan stadig spørge kommunen om hjælp med stoffer.",
            "The municipality's standard is about alcohol. You can still ask the municipality for help with drugs.",
        ),
    }
}
pub const OUTCOME_NONE_NO_PHONE: Phrase =
    phrase("Spørg, så finder I ud af det sammen", "Ask, and find out together");
pub const CHILDREN: Phrase = phrase(
    "Har du børn? De, der hjælper dig, skal sige til, hvis de bliver bekymrede for et barn.",
    "Do you have children? Those who help you must tell if they become worried about a child.",
);
pub const CHILDREN_MORE: Phrase = phrase("Læs, hvornår det sker", "Read when that happens");
pub const OUTCOME_NOTE: Phrase = phrase(
    "Kommunen vurderer altid sammen med dig, hvad du kan få.",
    "The municipality always assesses together with you what you can get.",
);
pub const START_HERE: Phrase = phrase("Begynd her", "Start here");
pub const AFTERWARDS: Phrase =
    phrase("Det kan du få efter en første samtale", "What you can get after a first talk");
pub const BESIDE: Phrase = phrase("Sammen med en behandling", "Together with a treatment");
pub const DECIDED: Phrase = phrase("Når andre skal sige ja først", "When others must say yes first");
pub const WHY: Phrase = phrase("Hvorfor", "Why");
pub const IF: Phrase = phrase("Hvis", "If");
pub const TERMS: Phrase = phrase("Hvornår og på hvilke vilkår", "When, and on what terms");
pub const DOES_NOT_FIT: Phrase = phrase("Det her passer ikke, og hvorfor", "What does not fit, and why");
pub const NEXT_STEP: Phrase = phrase("Næste skridt", "Next step");
pub const NEXT_STEP_TEXT: Phrase = phrase(
    "Ring, og sig, at du gerne vil tale med nogen. Det er nok.",
    "Call and say that you would like to talk to somebody. That is enough.",
);
pub const NEXT_STEP_SITE: Phrase = phrase(
    "Standarden nævner ikke noget nummer her. Find det på siden, ring, og sig, at du gerne vil tale med nogen.",
    "The standard gives no number here. Find it on this site, call, and say that you would like to talk to somebody.",
);
pub const NEXT_STEP_NO_PHONE: Phrase =
    phrase("Se, hvordan du får fat i nogen.", "See how to reach somebody.");

pub const PATH: Phrase = phrase("Din vej gennem spørgsmålene", "Your way through the questions");

/// Where one is in the questions.
#[must_use]
pub fn progress(number: usize, ahead: usize, lang: Lang) -> String {
    match (ahead, lang) {
        (0, Lang::Da) => format!("Spørgsmål {number}. Det er det sidste."),
        (0, Lang::En) => format!("Question {number}. It is the last one."),
        (_, Lang::Da) => format!("Spørgsmål {number}. Der er højst {ahead} efter dette."),
        (_, Lang::En) => format!("Question {number}. At most {ahead} more after this one."),
    }
}

/// The question itself, asked of the person on this path.
#[must_use]
pub fn question(question: Question) -> Phrase {
    match question {
        Question::Who => phrase("Hvem handler det om?", "Who is it about?"),
        Question::Substance => {
            phrase("Handler det om alkohol eller stoffer?", "Is it about alcohol or drugs?")
        }
        Question::Age => phrase("Hvor gammel er du?", "How old are you?"),
        Question::Relation => {
            phrase("Hvem er du for den, det handler om?", "Who are you to the person it is about?")
        }
        Question::RelativeAge => phrase("Hvor gammel er du selv?", "How old are you yourself?"),
        Question::UserAge => {
            phrase("Hvor gammel er den, det handler om?", "How old is the person it is about?")
        }
        Question::Has(circumstance) => has(circumstance),
    }
}

fn has(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::WishesAnonymity => {
            phrase("Vil du helst være anonym?", "Would you rather be anonymous?")
        }
        Circumstance::ChildrenUnder18 => phrase(
            "Har du børn under 18 år, som du bor sammen med eller er sammen med noget af tiden?",
            "Are there children under 18 whom you live with, or are with some of the time?",
        ),
        Circumstance::WorkOrEducation => {
            phrase("Er du i arbejde eller uddannelse?", "Are you in work or education?")
        }
        Circumstance::OtherSocialProblems => phrase(
            "Har du andre sociale problemer, som du får eller har brug for hjælp til?",
            "Do you have other social problems that you get or need help with?",
        ),
        Circumstance::PsychologicalProblems => {
            phrase("Har du det også psykisk svært?", "Are you also struggling mentally?")
        }
        Circumstance::Housing => phrase("Har du et sted at bo?", "Do you have a place to live?"),
        Circumstance::NeedsMedicine => {
            phrase("Har du brug for medicin eller en læge?", "Do you need medicine or a doctor?")
        }
        Circumstance::VerySevere => phrase(
            "Er det så svært, at samtaler ikke er nok eller ikke er noget for dig?",
            "Is it so hard that talking is not enough, or not for you?",
        ),
        Circumstance::Pregnant => phrase("Er du gravid?", "Are you pregnant?"),
        Circumstance::UserInTreatment => {
            phrase("Er den, du er tæt på, i behandling?", "Is the person you are close to in treatment?")
        }
        Circumstance::PrefersOnline => phrase("Vil du helst mødes online?", "Would you rather meet online?"),
    }
}

/// Why the question is asked.
#[must_use]
pub fn why_asked(question: Question) -> Phrase {
    match question {
        Question::Who => phrase(
            "Så ser du kun den hjælp, der er til dig.",
            "So that you only see the help that is meant for you.",
        ),
        Question::Substance => phrase(
            "Nogle regler er forskellige for alkohol og stoffer.",
            "Some rules differ between alcohol and drugs.",
        ),
        Question::Age | Question::UserAge | Question::RelativeAge => phrase(
            "Hjælpen er delt op efter alder. Du skal ikke skrive en fødselsdag.",
            "The help is divided by age. You do not have to give a birthday.",
        ),
        Question::Relation => phrase(
            "Noget af hjælpen er kun til forældre, noget er til børn.",
            "Some of the help is for parents only, some for children.",
        ),
        Question::Has(circumstance) => match circumstance {
            Circumstance::WishesAnonymity => phrase(
                "Noget af hjælpen kan du få uden at sige, hvem du er. Det kommer an på hvilken.",
                "Some of the help you can get without saying who you are. It depends on which.",
            ),
            Circumstance::ChildrenUnder18 => phrase(
                "Så kan hele familien få hjælp. Svaret bliver ikke sendt til nogen.",
                "Then the whole family can get help. The answer is not passed on to anybody.",
            ),
            Circumstance::WorkOrEducation | Circumstance::Housing | Circumstance::OtherSocialProblems => {
                phrase(
                    "Anonym behandling er kun til nogle, og det er reglen.",
                    "Anonymous treatment is only for some, and that is the rule.",
                )
            }
            Circumstance::PsychologicalProblems
            | Circumstance::NeedsMedicine
            | Circumstance::Pregnant
            | Circumstance::VerySevere => phrase(
                "Der er særlig hjælp til dig, hvis det er sådan.",
                "There is special help for you if that is so.",
            ),
            Circumstance::UserInTreatment => phrase(
                "Noget af hjælpen kræver det, noget gør ikke.",
                "Some of the help requires it, some does not.",
            ),
            Circumstance::PrefersOnline => {
                phrase("Nogle forløb foregår mest online.", "Some courses are mostly held online.")
            }
        },
    }
}

/// The wording of a choice.
#[must_use]
pub fn choice(choice: Choice, lang: Lang) -> String {
    let wording = match choice {
        Choice::Who(Audience::Citizen) => phrase("Mig selv", "Myself"),
        Choice::Who(Audience::Relative) => phrase("En, jeg er tæt på", "Somebody I am close to"),
        Choice::Who(Audience::Professional) => phrase("En, jeg arbejder med", "Somebody I work with"),
        Choice::Substance(SubstanceChoice::One(one)) => common::substance(one),
        Choice::Substance(SubstanceChoice::Both) => phrase("Begge dele", "Both"),
        Choice::Ages(ages) => return common::capitalised(&common::ages(ages, lang)),
        Choice::Relation(relation) => common::relation(relation),
        Choice::Yes => common::YES,
        Choice::No => common::NO,
        Choice::Skip => phrase("Ved ikke, eller spring over", "Do not know, or skip"),
    };
    wording.get(lang).to_owned()
}

/// Names within a sentence: each with a small first letter, joined by `between`.
fn listed(names: impl Iterator<Item = Phrase>, between: &str, lang: Lang) -> String {
    let mut text = String::new();
    for name in names {
        if !text.is_empty() {
            text.push_str(between);
        }
        let start = text.len();
        text.push_str(name.get(lang));
        if let Some(first) = text.get_mut(start..=start) {
            first.make_ascii_lowercase();
        }
    }
    text
}
