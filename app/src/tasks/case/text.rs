//! The case, in words for the citizen and for the desk.

mod facts;

pub use self::facts::{deadline, describe_fact, fact};

use crate::phrase::{Phrase, phrase, promise};
use domain::{
    Lang, Substance,
    case::{CitizenAct, DecisionOutcome},
};

#[must_use]
pub const fn title(substance: Substance) -> Phrase {
    match substance {
        Substance::Alcohol => phrase("Din behandling for alkohol", "Your treatment for alcohol"),
        Substance::Drugs => phrase("Din behandling for stoffer", "Your treatment for drugs"),
    }
}

pub const BEGINS_BY: Phrase =
    promise("Din behandling skal begynde senest {}.", "Your treatment must begin by {}.");
pub const OFFERED_BY: Phrase =
    promise("Du skal have tilbudt behandling senest {}.", "You must be offered treatment by {}.");
/// Where the standard promises nothing for this treatment, and does not except it either.
pub const NOT_EXCEPTED_BY: Phrase = promise(
    "Kommunens regler gør ingen undtagelse fra fristen her. Så er den sidste dag {}.",
    "The municipality's rules make no exception from the time limit here. Then the last day is {}.",
);
pub const NO_DAY: Phrase = phrase(
    "Kommunens regler giver ikke en sidste dag her. Spørg centret, hvornår du kan begynde.",
    "The municipality's rules give no last day here. Ask the centre when you can begin.",
);
pub const NO_DAY_OTHER_PLACE: Phrase = phrase(
    "Du ønsker et andet sted. Så længe står der ingen sidste dag her.",
    "You wish for another place. For as long as you do, no last day stands here.",
);
pub const NO_DAY_NO_WISH: Phrase = phrase(
    "Du har ikke selv ønsket behandling her endnu. Derfor er der ingen sidste dag.",
    "You have not wished for treatment here yourself yet. So there is no last day.",
);
pub const REFUSED: Phrase = phrase(
    "Kommunen har sagt nej. Nedenfor står, hvornår det skete, og om du kan klage.",
    "The municipality has said no. Below it says when that was, and whether you can complain.",
);
pub const ACT_NOT: Phrase = phrase(
    "Det kan ikke gøres mere. Se nedenfor, hvad der står nu.",
    "That can no longer be done. See below what stands now.",
);
pub const ACT_NOT_WORDS: Phrase = phrase(
    "Det kan ikke gøres mere. Vil du stadig sige det til centret, så send det her.",
    "That can no longer be done. If you still want to tell the centre, send it here.",
);
pub const LATE: Phrase = phrase(
    "Det skulle være sket senest {}. Det er ikke din skyld. Ring til centret, og sig: ”Min frist er gået ud.”",
    "It should have happened by {}. That is not your fault. Call the centre and say: “My time limit has passed.”",
);
pub const LATE_NOT_EXCEPTED: Phrase = phrase(
    "Efter fristen var den sidste dag {}. Det er ikke din skyld. Ring til centret, og spørg, hvornår du kan begynde.",
    "By the time limit the last day was {}. That is not your fault. Call the centre, and ask when you can begin.",
);
pub const COMPLAIN: Phrase = phrase("Se, hvordan du kan klage", "See how you can complain");
/// Where the standard does not say that one can complain of it: what is written is read all the same.
pub const COMPLAIN_STILL: Phrase =
    phrase("Er du utilfreds? Skriv det til centret", "Are you unhappy with it? Write to the centre");
pub const STARTED: Phrase = phrase("Din behandling begyndte {}.", "Your treatment began on {}.");
pub const STOPPED: Phrase = phrase(
    "Din behandling stoppede {}. Du kan ønske behandling igen her, eller ringe til centret.",
    "Your treatment stopped on {}. You can wish for treatment again here, or call the centre.",
);
pub const OFFERED_ON: Phrase = phrase("Du fik tilbudt behandling {}.", "You were offered treatment on {}.");
pub const ENDED: Phrase = phrase("Det sluttede {}.", "It ended on {}.");
pub const WHOLE_DAY: Phrase = phrase("Hele den dag tæller med.", "The whole of that day counts.");
pub const HAPPENED: Phrase = phrase("Hvad der er sket", "What has happened");
pub const ALSO: Phrase = phrase("Det skal også ske", "This must happen too");
pub const NEXT: Phrase = phrase(
    "Næste skridt er en samtale om, hvad du har brug for.",
    "The next step is a talk about what you need.",
);
pub const BY: Phrase = phrase("senest {}", "by {}");
pub const DONE: Phrase = phrase("sket {}", "done {}");

pub const NO_CLAIM: Phrase = phrase(
    "Så har du ikke krav på, at behandlingen begynder inden for fristen. Der står ingen sidste dag, så længe du ønsker et andet sted.",
    "Then you have no claim to a start within the time limit. No last day stands here for as long as you wish for another place.",
);
pub const WAIVABLE: Phrase = phrase(
    "Så kan fristen blive fraveget. Der står ingen sidste dag, så længe du ønsker et andet sted.",
    "Then the time limit may be departed from. No last day stands here for as long as you wish for another place.",
);
pub const CLAIM_UNKNOWN: Phrase = phrase(
    "Kommunens regler siger ikke, hvad det betyder for fristen. Spørg centret først.",
    "The municipality's rules do not say what it means for the time limit. Ask the centre first.",
);
pub const ACT_DONE: Phrase =
    phrase("Det er skrevet ned. Centret kan se det.", "It is written down. The centre can see it.");

pub const DECISION: Phrase = phrase("Afgørelsen", "The decision");
pub const DECIDED_ON: Phrase = phrase("Den blev truffet {}.", "It was made on {}.");
pub const SENT_ON: Phrase = phrase("Den blev sendt {}.", "It was sent on {}.");
pub const RECEIVED_ON: Phrase = phrase("Du fik den {}.", "You received it on {}.");
pub const COMPLAINT_BARRED: Phrase = phrase(
    "Efter kommunens regler kan du ikke klage over den her afgørelse.",
    "By the municipality's rules you cannot complain about this decision.",
);
pub const COMPLAINT_UNDETERMINED: Phrase = phrase(
    "Kommunens regler siger ikke, om du kan klage over den her afgørelse. Spørg centret.",
    "The municipality's rules do not say whether you can complain about this decision. Ask the centre.",
);
pub const CENTER_ONLY: Phrase = phrase(
    "Ingen anden myndighed kan se på den. Men du kan klage til centret.",
    "No other authority can look at it. But you can complain to the centre.",
);
pub const COMPLAIN_TO: Phrase =
    phrase("Er du uenig, kan du klage til: {}.", "If you disagree, you can complain to: {}.");
pub const COMPLAIN_BY: Phrase =
    promise("Du kan klage til og med {}.", "You can complain until {}, that day included.");
pub const COUNTED_FROM_RECEIVED: Phrase = phrase(
    "Der tælles fra den dag, du fik afgørelsen.",
    "It is counted from the day you received the decision.",
);
pub const COUNTED_FROM_MADE: Phrase = phrase(
    "Der tælles fra den dag, afgørelsen blev truffet.",
    "It is counted from the day the decision was made.",
);
pub const THAT_DAY: Phrase = phrase("Det var {}.", "That was {}.");
pub const WORDS_HINT: Phrase = phrase(
    "Skriv ikke navn, CPR-nummer eller telefonnummer. Det bliver låst. Du kan læse det, og det kan de i kommunen, der arbejder med din sag.",
    "Do not write a name, CPR number or phone number. It is locked. You can read it, and so can those in the municipality who work with your case.",
);
pub const WORDS_MISSING: Phrase = phrase("Skriv, hvad der er forkert.", "Write what is wrong.");
pub const WORDS_TOO_LONG: Phrase =
    phrase("Skriv det lidt kortere: højst 2000 tegn.", "Make it a little shorter: at most 2000 characters.");

/// The last day, so many weeks on.
#[must_use]
pub fn weeks_on(weeks: u32, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!("{weeks} uger, altså {} dage, efter er {day}. Hele den dag tæller med.", weeks * 7)
        }
        Lang::En => format!(
            "{weeks} weeks, that is {} days, later is {day}. The whole of that day counts.",
            weeks * 7
        ),
    }
}

/// What a complaint begins with of who has waited: their own words go on from there.
#[must_use]
pub fn waited(first: &str, last: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!("Jeg bad om behandling {first}. Den skulle være begyndt senest {last}. Det er den ikke.")
        }
        Lang::En => format!("I asked for treatment on {first}. It was to begin by {last}. It has not."),
    }
}

/// How long one has, where the first day is not known.
#[must_use]
pub fn weeks_from_then(weeks: u8, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Så har du {weeks} uger. Dagen er ikke skrevet ned her endnu."),
        Lang::En => format!("Then you have {weeks} weeks. The day is not written down here yet."),
    }
}

/// What was decided, in a sentence.
#[must_use]
pub const fn describe_outcome(outcome: DecisionOutcome) -> Phrase {
    match outcome {
        DecisionOutcome::Granted => phrase("Kommunen har sagt ja.", "The municipality has said yes."),
        DecisionOutcome::Refused => phrase("Kommunen har sagt nej.", "The municipality has said no."),
        DecisionOutcome::Changed => {
            phrase("Kommunen har ændret din behandling.", "The municipality has changed your treatment.")
        }
    }
}

/// What one can say with it.
#[must_use]
pub const fn words(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase(
            "Hvilket sted? (du behøver ikke skrive noget)",
            "Which place? (you do not have to write anything)",
        ),
        CitizenAct::ApplyForDay | CitizenAct::ApplyForInpatient => {
            phrase("Hvorfor? (du behøver ikke skrive noget)", "Why? (you do not have to write anything)")
        }
        CitizenAct::ComeToMeeting => phrase(
            "Kommer der nogen med dig? (du behøver ikke skrive noget)",
            "Does somebody come with you? (you do not have to write anything)",
        ),
        _ => phrase("Hvad er forkert?", "What is wrong?"),
    }
}

#[must_use]
pub const fn act(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase("Vælg et andet sted", "Choose another place"),
        CitizenAct::TakeBackChoice => {
            phrase("Fortryd valget af et andet sted", "Take back the choice of another place")
        }
        CitizenAct::Wish => phrase("Jeg ønsker behandling", "I wish for treatment"),
        CitizenAct::ApplyForDay => phrase("Søg om dagbehandling", "Apply for day treatment"),
        CitizenAct::ApplyForInpatient => phrase("Søg om døgnbehandling", "Apply for inpatient treatment"),
        CitizenAct::ComeToMeeting => phrase("Jeg kommer til mødet", "I come to the meeting"),
        CitizenAct::AskForPaper => phrase("Få afgørelsen på papir", "Get the decision on paper"),
        CitizenAct::Object => phrase("Noget her er forkert", "Something here is wrong"),
        CitizenAct::AskForDoctor => phrase("Bed om en samtale med en læge", "Ask for a talk with a doctor"),
        CitizenAct::Withdraw => {
            phrase("Tag ønsket om behandling tilbage", "Take back the wish for treatment")
        }
    }
}

/// What it leads to, told before it is done.
#[must_use]
pub const fn act_means(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase(
            "Centret hører, at du ønsker et andet sted. Du kan fortryde, indtil centret har bekræftet det.",
            "The centre hears that you wish for another place. You can take it back until the centre has confirmed it.",
        ),
        CitizenAct::TakeBackChoice => phrase(
            "Så tæller dagene igen, som de gjorde før.",
            "Then the days count again as they did before.",
        ),
        CitizenAct::AskForDoctor => {
            phrase("Centret hører, at du ønsker det.", "The centre hears that you wish for it.")
        }
        CitizenAct::ApplyForDay | CitizenAct::ApplyForInpatient => phrase(
            "Centret ser din ansøgning her. Du behøver ikke give en grund. Dit ønske om behandling står ved magt imens.",
            "The centre sees your application here. You do not have to give a reason. Your wish for treatment stands meanwhile.",
        ),
        CitizenAct::Wish => phrase(
            "Vi skriver dagen i dag ned som den dag, du henvendte dig. Du binder dig ikke til noget.",
            "We write today down as the day you made contact. You commit yourself to nothing.",
        ),
        CitizenAct::ComeToMeeting => {
            phrase("Centret ser, at du kommer.", "The centre sees that you are coming.")
        }
        CitizenAct::AskForPaper => phrase(
            "Centret ser, at du ønsker det. De aftaler med dig, hvordan du får den.",
            "The centre sees that you wish for it. They agree with you how you get it.",
        ),
        CitizenAct::Object => phrase(
            "Centret ser det som dine ord. Det, der står, bliver stående, til de har set på det.",
            "The centre sees it as your words. What stands here stays until they have looked at it.",
        ),
        CitizenAct::Withdraw => phrase(
            "Så holder vi ikke længere øje med, hvornår behandlingen skal begynde. Du kan altid ønske behandling igen.",
            "Then we no longer watch when treatment must begin. You can always wish for treatment again.",
        ),
    }
}

#[must_use]
pub const fn act_yes(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase("Ja, jeg ønsker et andet sted", "Yes, I wish for another place"),
        CitizenAct::TakeBackChoice => phrase("Ja, fortryd", "Yes, take it back"),
        CitizenAct::AskForDoctor => phrase("Ja, jeg ønsker en læge", "Yes, I wish for a doctor"),
        CitizenAct::ApplyForDay | CitizenAct::ApplyForInpatient => phrase("Ja, søg", "Yes, apply"),
        CitizenAct::Wish => phrase("Ja, jeg ønsker behandling", "Yes, I wish for treatment"),
        CitizenAct::ComeToMeeting => phrase("Ja, jeg kommer", "Yes, I am coming"),
        CitizenAct::AskForPaper => phrase("Ja, på papir", "Yes, on paper"),
        CitizenAct::Object => phrase("Sig det til centret", "Tell the centre"),
        CitizenAct::Withdraw => phrase("Ja, tag det tilbage", "Yes, take it back"),
    }
}

pub const GROUNDS: Phrase = phrase("Hvor det står", "Where it stands");

/// A path of days, as it is read out.
#[must_use]
pub fn path(day: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("En sti af sten. I dag er dag {day} af {of}."),
        Lang::En => format!("A path of stones. Today is day {day} of {of}."),
    }
}

/// How many days are left.
#[must_use]
pub fn left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Da) => "Det er i dag.".to_owned(),
        (0, Lang::En) => "That is today.".to_owned(),
        (1, Lang::Da) => "Det er i morgen.".to_owned(),
        (1, Lang::En) => "That is tomorrow.".to_owned(),
        (days, Lang::Da) => format!("Det er om {days} dage."),
        (days, Lang::En) => format!("That is in {days} days."),
    }
}
