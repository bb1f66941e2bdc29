//! The guide: its questions, choices, reasons and outcome.

mod reasons;

use crate::{
    phrase::{Phrase, phrase, promise},
    ui::text as common,
};
use domain::{Audience, Choice, Circumstance, Lang, Question, Relation, Substance, SubstanceChoice};
pub use reasons::{ANONYMITY_UNCLEAR, open_condition, reason, unmet};

pub const TITLE: Phrase = phrase("Find det, der passer", "Find what fits");
pub const NOTE: Phrase = phrase(
    "Du kan springe alt over. Vi gemmer ikke dine svar, og de står ikke i adressen.",
    "You can skip anything. Your answers are not stored and are not put in the address.",
);
pub const NOTE_ON_PHONE: Phrase = phrase(
    "Du kan springe alt over. Dine svar bliver på din egen telefon. Vi sender dem ingen steder.",
    "You can skip anything. Your answers stay on your own phone. They are not sent anywhere.",
);
pub const CONTINUE: Phrase = common::CONTINUE;
pub const BACK: Phrase = common::ONE_STEP_BACK;
pub const CHANGE: Phrase = common::CHANGE;
pub const RESTART: Phrase = phrase("Begynd forfra", "Start again");
pub const YOUR_ANSWERS: Phrase = phrase("Det har du svaret", "What you have answered");
pub const CHOOSE_ONE: Phrase = phrase("Vælg et svar, eller spring over.", "Choose an answer, or skip.");
pub const CHOOSE_WHO: Phrase = phrase("Vælg, hvem det handler om.", "Choose who it is about.");
pub const NOT_A_CHOICE: Phrase = phrase(
    "Det svar kender vi ikke. Vælg et på listen.",
    "We do not know that answer. Choose one from the list.",
);

pub const OUTCOME_TITLE: Phrase = phrase("Det her kan hjælpe dig", "This can help you");
pub const OUTCOME_NONE_TITLE: Phrase =
    phrase("Ring, så finder I ud af det sammen", "Call, and find out together");
pub const OUTCOME_NONE: Phrase = phrase(
    "Kommunens regler nævner ikke et tilbud, der passer til dine svar. Det betyder ikke, at der ingen hjælp er.",
    "The municipality's rules name no offer that fits your answers. That does not mean there is no help.",
);
/// Where the standard is about the other substance only.
#[must_use]
pub const fn outside_scope(covered: Substance) -> Phrase {
    match covered {
        Substance::Drugs => phrase(
            "Kommunens kvalitetsstandard handler om stoffer. Du kan stadig spørge kommunen om hjælp med alkohol.",
            "The municipality's quality standard is about drugs. You can still ask the municipality for help with alcohol.",
        ),
        Substance::Alcohol => phrase(
            "Kommunens kvalitetsstandard handler om alkohol. Du kan stadig spørge kommunen om hjælp med stoffer.",
            "The municipality's quality standard is about alcohol. You can still ask the municipality for help with drugs.",
        ),
    }
}
pub const OUTCOME_NONE_NO_PHONE: Phrase =
    phrase("Spørg, så finder I ud af det sammen", "Ask, and find out together");
pub const CHILDREN: Phrase = phrase(
    "Har du børn? Den, der hjælper dig, har pligt til at give kommunen besked ved bekymring for et barn.",
    "Do you have children? Those who help you have a duty to tell the municipality if they are worried about a child.",
);
pub const CHILDREN_MORE: Phrase = phrase("Læs, hvornår det sker", "Read when that happens");
pub const OUTCOME_NOTE: Phrase = phrase(
    "Hvad du kan få, kommer an på din situation. Det taler I om.",
    "What you can get depends on your situation. You talk about that together.",
);
pub const START_HERE: Phrase = phrase("Begynd her", "Start here");
pub const AFTERWARDS: Phrase =
    phrase("Det kan du få efter en første samtale", "What you can get after a first talk");
pub const BESIDE: Phrase = phrase("Sammen med en behandling", "Alongside a treatment");
pub const DECIDED: Phrase = phrase("Når andre skal sige ja først", "When others have to agree first");
pub const WHY: Phrase = phrase("Hvorfor", "Why");
pub const IF: Phrase = phrase("Hvis", "If");
pub const TERMS: Phrase = phrase("Hvornår og på hvilke vilkår", "When and on what terms");
pub const DOES_NOT_FIT: Phrase = phrase("Det, der ikke passer, og hvorfor", "What does not fit, and why");
pub const NEXT_STEP: Phrase = phrase("Næste skridt", "Next step");
pub const NEXT_STEP_TEXT: Phrase = phrase(
    "Ring, og sig, at du gerne vil tale med nogen. Det er nok.",
    "Call and say that you would like to talk to somebody. That is enough.",
);
pub const NEXT_STEP_SITE: Phrase = phrase(
    "Kommunens regler nævner ikke et nummer her. Find det på siden, ring, og sig, at du gerne vil tale med nogen.",
    "The municipality's rules give no number here. Find it on this site, call and say that you would like to talk to somebody.",
);
pub const NEXT_STEP_NO_PHONE: Phrase = phrase("Se, hvordan du kan få kontakt.", "See how to get in touch.");

pub const PATH: Phrase = phrase("Din vej gennem spørgsmålene", "Your way through the questions");

/// Where one is in the questions.
#[must_use]
pub fn progress(number: usize, ahead: usize, lang: Lang) -> String {
    match (ahead, lang) {
        (0, Lang::Da) => format!("Spørgsmål {number}. Det er det sidste."),
        (0, Lang::En) => format!("Question {number}. This is the last one."),
        (_, Lang::Da) => format!("Spørgsmål {number} af højst {}", number + ahead),
        (_, Lang::En) => format!("Question {number} of at most {}", number + ahead),
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
        Question::Relation => phrase("Hvem er du bekymret for?", "Who are you worried about?"),
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
            "Har du andre sociale problemer, som du får hjælp til eller har brug for hjælp til?",
            "Do you have other social problems that you get help with or need help with?",
        ),
        Circumstance::PsychologicalProblems => {
            phrase("Har du det også psykisk svært?", "Are you also struggling mentally?")
        }
        Circumstance::Housing => phrase("Har du et sted at bo?", "Do you have a place to live?"),
        Circumstance::NeedsMedicine => {
            phrase("Har du brug for medicin eller en læge?", "Do you need medicine or a doctor?")
        }
        Circumstance::VerySevere => phrase(
            "Har du det så svært, at samtaler ikke er nok?",
            "Are things so hard that talking is not enough?",
        ),
        Circumstance::Pregnant => phrase("Er du gravid?", "Are you pregnant?"),
        Circumstance::UserInTreatment => phrase(
            "Er den, du er bekymret for, i behandling?",
            "Is the person you are worried about in treatment?",
        ),
        Circumstance::PrefersOnline => phrase("Vil du helst mødes online?", "Would you rather meet online?"),
    }
}

/// Why the question is asked.
#[must_use]
pub fn why_asked(question: Question) -> Phrase {
    match question {
        Question::Who => phrase(
            "Så ser du kun den hjælp, der er til dig.",
            "Then you only see the help that is meant for you.",
        ),
        Question::Substance => phrase(
            "Nogle regler er forskellige for alkohol og stoffer.",
            "Some rules differ between alcohol and drugs.",
        ),
        Question::Age | Question::UserAge | Question::RelativeAge => phrase(
            "Hjælpen er delt op efter alder. Du skal ikke skrive din fødselsdag.",
            "The help is divided by age. You do not have to give your date of birth.",
        ),
        Question::Relation => phrase(
            "Noget af hjælpen er kun for forældre, noget er for børn. Er du i forældres sted, så vælg ”Mit barn”.",
            "Some of the help is for parents only, some for children. If you are in a parent's place, choose “My child”.",
        ),
        Question::Has(circumstance) => match circumstance {
            Circumstance::WishesAnonymity => promise(
                "Noget af hjælpen kan du få uden at sige, hvem du er. Det kommer an på, hvilken hjælp det er.",
                "You can get some of the help without saying who you are. It depends on the kind of help.",
            ),
            Circumstance::ChildrenUnder18 => phrase(
                "Så kan hele familien få hjælp. Svaret bliver ikke sendt til nogen.",
                "Then the whole family can get help. The answer is not passed on to anybody.",
            ),
            Circumstance::WorkOrEducation | Circumstance::Housing | Circumstance::OtherSocialProblems => {
                phrase(
                    "Anonym behandling er kun for nogle. Svaret er en del af reglen.",
                    "Anonymous treatment is only for some. The answer is part of the rule.",
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
                "Noget af hjælpen kræver det, andet gør ikke.",
                "Some of the help requires it, some does not.",
            ),
            Circumstance::PrefersOnline => {
                phrase("Nogle forløb foregår mest online.", "Some courses are held mostly online.")
            }
        },
    }
}

/// The wording of a choice.
#[must_use]
pub fn choice(choice: Choice, lang: Lang) -> String {
    let wording = match choice {
        Choice::Who(Audience::Citizen) => phrase("Mig selv", "Myself"),
        Choice::Who(Audience::Relative) => phrase("En, jeg er pårørende til", "Somebody I am close to"),
        Choice::Who(Audience::Professional) => {
            phrase("En, jeg møder i mit arbejde", "Somebody I meet through my work")
        }
        Choice::Substance(SubstanceChoice::One(one)) => common::substance(one),
        Choice::Substance(SubstanceChoice::Both) => phrase("Begge dele", "Both"),
        Choice::Ages(ages) => return common::capitalised(&common::ages(ages, lang)),
        Choice::Relation(relation) => concern(relation),
        Choice::Yes => common::YES,
        Choice::No => common::NO,
        Choice::Skip => phrase("Ved ikke, eller spring over", "Do not know, or skip"),
    };
    wording.get(lang).to_owned()
}

/// For whom the reader is worried; the code is what the reader is to that person.
fn concern(relation: Relation) -> Phrase {
    match relation {
        Relation::Parent => phrase("Mit barn", "My child"),
        Relation::Partner => phrase(
            "Min kæreste, mand eller kone, også tidligere",
            "My partner, husband or wife, now or in the past",
        ),
        Relation::Child => phrase("Min mor eller far", "My mother or father"),
        Relation::Family => phrase(
            "Min søster, bror eller en anden i familien",
            "My sister, brother or somebody else in the family",
        ),
        Relation::Friend => {
            phrase("En ven eller en anden, jeg holder af", "A friend or somebody else I care about")
        }
    }
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

pub const OTHERS: Phrase = phrase("Andre muligheder", "Other possibilities");
pub const ASIDE: Phrase = phrase("Det kan centret også", "What the centre can also do");
pub const MORE_DIRECT: Phrase = phrase("Kontakt dem selv", "Contact them yourself");

/// That there is more, folded away.
#[must_use]
pub fn show_more(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (1, Lang::Da) => "Vis 1 mere".to_owned(),
        (1, Lang::En) => "Show 1 more".to_owned(),
        (_, Lang::Da) => format!("Vis {number} flere"),
        (_, Lang::En) => format!("Show {number} more"),
    }
}

/// An answer by itself, short: what is answered by yes or no names what it is about.
#[must_use]
pub fn chip(question: Question, asked: Choice, lang: Lang) -> String {
    match (question, asked) {
        (Question::Has(one), Choice::Yes | Choice::No | Choice::Skip) => {
            format!("{}: {}", has_in_brief(one).get(lang), choice(asked, lang))
        }
        (_, Choice::Skip) => format!("{}: {}", in_brief(question).get(lang), choice(asked, lang)),
        _ => choice(asked, lang),
    }
}

fn in_brief(question: Question) -> Phrase {
    match question {
        Question::Who => phrase("Hvem", "Who"),
        Question::Substance => phrase("Alkohol eller stoffer", "Alcohol or drugs"),
        Question::Age | Question::RelativeAge => phrase("Din alder", "Your age"),
        Question::Relation => phrase("Hvem du er", "Who you are"),
        Question::UserAge => phrase("Den andens alder", "The other's age"),
        Question::Has(one) => has_in_brief(one),
    }
}

fn has_in_brief(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::WishesAnonymity => phrase("Anonym", "Anonymous"),
        Circumstance::ChildrenUnder18 => phrase("Børn under 18 år", "Children under 18"),
        Circumstance::WorkOrEducation => phrase("Arbejde eller uddannelse", "Work or education"),
        Circumstance::OtherSocialProblems => phrase("Andre sociale problemer", "Other social problems"),
        Circumstance::PsychologicalProblems => phrase("Psykisk svært", "Struggling mentally"),
        Circumstance::Housing => phrase("Et sted at bo", "A place to live"),
        Circumstance::NeedsMedicine => phrase("Medicin", "Medicine"),
        Circumstance::VerySevere => phrase("Samtaler er ikke nok", "Talking is not enough"),
        Circumstance::Pregnant => phrase("Gravid", "Pregnant"),
        Circumstance::UserInTreatment => phrase("I behandling nu", "In treatment now"),
        Circumstance::PrefersOnline => phrase("Helst online", "Rather online"),
    }
}
