//! To whom a complaint goes, until when, and what follows.

use crate::phrase::{Phrase, phrase, promise};
use domain::{ComplaintStart, Lang, complaint::StartDayKind, decide::ComplaintReason};

pub const TO: Phrase = phrase("Klagen går til: {}", "The complaint goes to: {}");
pub const TO_HEAD: Phrase =
    phrase("Lederen af centret ser på klagen", "The head of the centre looks at the complaint");
pub const HEAD: Phrase = phrase("Lederen af centret", "The head of the centre");
pub const TO_HEAD_WHY: Phrase = phrase(
    "Kommunens regler siger ikke, hvem der tager imod sådan en klage. Lederen af centret læser den og svarer, hvor den hører til.",
    "The municipality's rules do not say who takes such a complaint. The head of the centre reads it and answers where it belongs.",
);
pub const BARRED: Phrase =
    phrase("Den afgørelse kan man ikke klage over", "That decision cannot be complained about");
pub const BARRED_WHY: Phrase = promise(
    "Sådan siger kommunens regler. Ingen anden myndighed kan ændre den.",
    "So the municipality's rules say. No other authority can change it.",
);
pub const BARRED_STILL: Phrase = phrase(
    "Du må gerne skrive, hvad du er utilfreds med. Lederen af centret læser det og svarer dig. Er du utilfreds med, hvordan du er blevet mødt, så gå et skridt tilbage og vælg det.",
    "You are welcome to write what you are unhappy with. The head of the centre reads it and answers you. If you are unhappy with how you have been treated, go one step back and choose that.",
);
pub const MEDICAL: Phrase =
    phrase("Få råd hos Styrelsen for Patientklager", "Get advice from Styrelsen for Patientklager");
pub const MEDICAL_STILL: Phrase = phrase(
    "Du må også skrive her. Lederen af centret læser det og svarer dig.",
    "You may also write here. The head of the centre reads it and answers you.",
);
pub const OUTSIDE: Phrase = phrase(
    "Den klage kan vi ikke tage imod her. Vi gemmer ikke noget af det, du har svaret eller skrevet.",
    "We cannot take that complaint here. We store nothing of what you have answered or written.",
);
pub const COPY: Phrase = phrase(
    "Det, du har skrevet. Kopier det, hvis du vil bruge det dér.",
    "What you have written. Copy it if you want to use it there.",
);
pub const OUTSIDE_DEADLINE: Phrase = phrase("Frist", "Time limit");
pub const FINAL: Phrase = promise(
    "Ingen anden myndighed kan se på den afgørelse. Det er centret selv, der svarer dig.",
    "No other authority can look at that decision. It is the centre itself that answers you.",
);

pub const BY: Phrase = phrase("Den skal være der senest {}.", "It must be there by {}.");
pub const WAS_BY: Phrase = phrase("Den sidste dag var {}.", "The last day was {}.");
pub const STILL: Phrase = phrase(
    "Send den alligevel. Den bliver taget imod, og der bliver skrevet på, at den kom senere. Den, der får den, tager stilling til det.",
    "Send it anyway. It is taken, and it is noted that it came later. Whoever gets it decides on that.",
);
pub const GENERAL_RULE: Phrase = phrase(
    "Den dag var en lørdag, søndag eller helligdag. Efter den almindelige regel om klagefrister tæller en klage også med, hvis den kommer {}.",
    "That day was a Saturday, a Sunday or a public holiday. By the general rule on time limits for complaints, one also counts if it comes on {}.",
);
pub const NO_LAST_DAY: Phrase =
    promise("Der er ingen frist for den klage.", "There is no time limit for that complaint.");
pub const NO_DECISION: Phrase = phrase(
    "Den klage har ingen sidste dag, for der er ingen afgørelse at tælle fra.",
    "That complaint has no last day, for there is no decision to count from.",
);
pub const NO_LAST_DAY_NAMED: Phrase = phrase(
    "Kommunens regler nævner ingen frist for den klage.",
    "The municipality's rules name no time limit for that complaint.",
);
pub const SOONER: Phrase = phrase(
    "Når dagen ikke er kendt, så send hellere klagen i dag end i morgen. Den bliver taget imod, også når den kommer senere.",
    "When the day is not known, it is better to send the complaint today than tomorrow. It is taken even when it comes later.",
);
pub const COUNTED: Phrase = phrase("Sådan har vi talt", "How we counted");
pub const WORKED_OUT_DIGITALLY: Phrase = phrase(
    "Digital Post regnes for modtaget den dag, den blev sendt. Dagen er regnet ud.",
    "Digital Post counts as received on the day it was sent. The day is worked out.",
);
pub const WORKED_OUT_BY_LETTER: Phrase = phrase(
    "Et brev med posten regnes normalt for modtaget seks hverdage efter. Det bliver {}. Dagen er regnet ud.",
    "A letter in the post normally counts as received six weekdays later. That is {}. The day is worked out.",
);

pub const REACH: Phrase = phrase("Sådan når du dem", "How to reach them");
pub const UNDER_18: Phrase = phrase("Er du under 18 år: {}", "If you are under 18: {}");
pub const NO_ADDRESS: Phrase = phrase(
    "Kommunens regler nævner ingen adresse og intet nummer. Se på kommunens hjemmeside.",
    "The municipality's rules give no address and no number. See the municipality's website.",
);
pub const ORAL: Phrase = promise(
    "Du kan også sige klagen højt i stedet for at skrive den.",
    "You can also say the complaint aloud instead of writing it.",
);
pub const NEXT: Phrase = phrase("Det sker bagefter", "What happens afterwards");
pub const GOES_ON_TO: Phrase = promise(
    "Får du ikke ret, går klagen videre til {}.",
    "If they do not agree with you, the complaint goes on to {}.",
);
pub const ONWARD_SILENT: Phrase = phrase(
    "Kommunens regler siger ikke, hvem der ser på klagen, hvis du ikke får ret. Det må de svare dig på.",
    "The municipality's rules do not say who looks at the complaint if they do not agree with you. They will have to answer that.",
);
pub const ONWARD_LATE: Phrase = phrase(
    "Kommunens regler siger ikke, hvad der sker med en klage, der kommer senere.",
    "The municipality's rules do not say what happens to a complaint that comes later.",
);
pub const IF_IN_TIME: Phrase =
    phrase("Er klagen i tide, sker der det her:", "If the complaint is in time, this happens:");
pub const REASSESS_SILENT: Phrase = phrase(
    "Kommunens regler siger ikke, hvor længe de har til at svare.",
    "The municipality's rules do not say how long they have to answer.",
);
pub const FURTHER: Phrase = promise(
    "Er du ikke tilfreds med svaret, kan du gå videre til: {}.",
    "If you are not happy with the answer, you can go on to: {}.",
);
pub const BESIDE: Phrase = promise("Du kan også klage her: {}.", "You can also complain here: {}.");
pub const WRITE: Phrase = phrase("Skriv klagen", "Write the complaint");
pub const GROUNDS: Phrase = phrase("Det bygger vi på", "What we rest this on");

/// What the standard says of such a complaint beside to whom and when; nothing where that says it.
#[must_use]
pub const fn reason(reason: ComplaintReason) -> Option<Phrase> {
    match reason {
        ComplaintReason::AlcoholDecisionNotComplainable | ComplaintReason::Sel101aNotAppealable => {
            Some(BARRED_WHY)
        }
        ComplaintReason::AlcoholDecisionCenterOnly => Some(FINAL),
        _ => None,
    }
}

/// How many weeks there are, before the day is known from which they count.
#[must_use]
pub fn weeks_from(start: Option<ComplaintStart>, weeks: u8, lang: Lang) -> String {
    match (start, lang) {
        (Some(ComplaintStart::DecisionMade), Lang::Da) => {
            format!("Du har {weeks} uger fra den dag, afgørelsen blev taget.")
        }
        (Some(ComplaintStart::DecisionMade), Lang::En) => {
            format!("You have {weeks} weeks from the day the decision was made.")
        }
        (_, Lang::Da) => format!("Du har {weeks} uger fra den dag, du fik afgørelsen."),
        (_, Lang::En) => format!("You have {weeks} weeks from the day you got the decision."),
    }
}

/// What was told of the day from which is counted.
#[must_use]
pub const fn told_day(kind: StartDayKind) -> Phrase {
    match kind {
        StartDayKind::Made => phrase("Afgørelsen blev taget {}.", "The decision was made on {}."),
        StartDayKind::SentDigitally | StartDayKind::SentByLetter => {
            phrase("Afgørelsen blev sendt {}.", "The decision was sent on {}.")
        }
        StartDayKind::Received | StartDayKind::Unknown => {
            phrase("Du fik afgørelsen {}.", "You got the decision on {}.")
        }
    }
}

/// How long whoever gets the complaint has to look at it again, and until when if it is sent today.
#[must_use]
pub fn reassess(weeks: u32, last: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "De har {weeks} uger til at se på sagen igen. Sender du klagen i dag, er det senest {last}."
        ),
        Lang::En => format!(
            "They have {weeks} weeks to look at the case again. If you send the complaint today, that is by {last}."
        ),
    }
}
