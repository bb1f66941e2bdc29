//! The clarifying conversation before anonymous drug treatment (SEL §101a).

use crate::phrase::{Phrase, phrase, promise};
use domain::decide::EligibilityReason;

/// What the page is called in a browser's history: it gives nothing away.
pub const TITLE: Phrase = phrase("Afklarende samtale", "Clarifying talk");
pub const LINK: Phrase =
    phrase("Kan du få anonym hjælp med stoffer?", "Can you get anonymous help with drugs?");
pub const LEAD: Phrase = promise(
    "Du kan få hjælp med stoffer uden at sige, hvem du er. Det begynder med en afklarende samtale. Her kan du finde ud af, om det passer til dig.",
    "You can get help with drugs without saying who you are. It begins with a clarifying talk. Here you can find out whether it suits you.",
);
pub const HOW_LONG: Phrase = phrase(
    "Du svarer ja eller nej på nogle få spørgsmål. Det tager et minut. Vi gemmer ikke svarene, og vi sender dem ikke til nogen.",
    "You answer yes or no to a few questions. It takes a minute. We do not store the answers, and we do not send them to anybody.",
);
pub const NAMED_BY_STANDARD: Phrase = promise(
    "Kommunens regler siger, at du kan aftale samtalen anonymt på en hjemmeside.",
    "The municipality's rules say that you can arrange the talk anonymously on a website.",
);
pub const OFFERED_BY_CENTRE: Phrase = phrase(
    "Kommunens regler siger ikke, at du kan aftale samtalen på nettet. Centret tilbyder det selv.",
    "The municipality's rules do not say that you can arrange the talk online. The centre offers it itself.",
);
pub const NOT_HERE: Phrase = phrase(
    "Kommunens regler siger ikke noget om anonym hjælp med stoffer. Ring og hør, hvad du kan få.",
    "The municipality's rules say nothing about anonymous help with drugs. Call to hear what you can get.",
);
pub const ADULT: Phrase = phrase("Er du fyldt {} år?", "Are you {} or older?");
pub const HOUSING: Phrase = phrase("Har du et sted at bo?", "Do you have a place to live?");
pub const WORK: Phrase = phrase(
    "Er du i arbejde eller uddannelse, eller er du tæt på at være det?",
    "Are you in work or education, or close to being so?",
);
pub const SOCIAL: Phrase = phrase(
    "Får du hjælp til andre sociale problemer, eller har du brug for det?",
    "Do you get help with other social problems, or do you need it?",
);
pub const MIND: Phrase = phrase("Har du det psykisk svært?", "Are you struggling mentally?");
pub const MEDICINE: Phrase = phrase(
    "Har du brug for medicin eller en læge på grund af stofferne?",
    "Do you need medicine or a doctor because of the drugs?",
);
pub const FITS: Phrase = promise("Det ser ud til at passe til dig", "It seems to suit you");
pub const FITS_TEXT: Phrase = phrase(
    "Næste skridt er en afklarende samtale. Der ser I på det sammen. Centret afgør det ikke her på siden.",
    "The next step is a clarifying talk. There you look at it together. The centre does not decide it on this site.",
);
pub const STAFF: Phrase = phrase("Det må I se på sammen", "You need to look at that together");
pub const STAFF_TEXT: Phrase = phrase(
    "Kommunens regler giver ikke et klart svar. Aftal en afklarende samtale, så ser en rådgiver på det med dig. Du er stadig anonym.",
    "The municipality's rules give no clear answer. Book a clarifying talk, and a counsellor will look at it with you. You are still anonymous.",
);
pub const NO_FIT: Phrase = phrase("Der er en anden vej for dig", "There is another way for you");
pub const INSTEAD: Phrase = phrase(
    "Du kan stadig tale med nogen uden at sige, hvem du er. Centret har også anden hjælp.",
    "You can still talk to somebody without saying who you are. The centre also has other help.",
);
pub const BOOK: Phrase = phrase("Aftal den afklarende samtale", "Book the clarifying talk");
pub const TALK: Phrase = phrase("Aftal en anonym samtale", "Book an anonymous talk");
pub const PLACE: Phrase = phrase("Hvor hjælpen foregår", "Where the help takes place");
pub const WHY: Phrase = phrase("Sådan læser vi reglerne", "How we read the rules");

/// Why the answers lead where they lead.
#[must_use]
pub fn reason(reason: EligibilityReason) -> Phrase {
    match reason {
        EligibilityReason::Under18 => phrase(
            "Den anonyme hjælp med stoffer er for dig, der er fyldt 18 år.",
            "The anonymous help with drugs is for those who are 18 or older.",
        ),
        EligibilityReason::OtherChallenges | EligibilityReason::OtherSocialProblems => phrase(
            "Den anonyme hjælp er for dig, der ikke har andre problemer, du skal have hjælp til.",
            "The anonymous help is for those who have no other problems that they need help with.",
        ),
        EligibilityReason::NoHousing => phrase(
            "Kommunens regler siger, at du skal have et sted at bo for at få den anonyme hjælp.",
            "The municipality's rules say that you must have a place to live to get the anonymous help.",
        ),
        EligibilityReason::NoWorkOrEducation => phrase(
            "Kommunens regler siger, at du skal være i arbejde eller uddannelse for at få den anonyme hjælp.",
            "The municipality's rules say that you must be in work or education to get the anonymous help.",
        ),
        EligibilityReason::MedicalApproachNeeded => phrase(
            "Har du brug for medicin eller en læge, kan du ikke være anonym her.",
            "If you need medicine or a doctor, you cannot be anonymous here.",
        ),
        _ => phrase("Det ser en rådgiver på sammen med dig.", "A counsellor will look at that with you."),
    }
}
