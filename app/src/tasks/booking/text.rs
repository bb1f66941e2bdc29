//! Booking a conversation, and coming back by code.

mod close;

pub use self::close::*;

use crate::phrase::{Phrase, phrase, promise};
use domain::{BookingAbout, BookingKind, EnglishHelp, Lang};

pub const TITLE: Phrase = phrase("Aftal en tid", "Book a time");
pub const LEAD: Phrase = phrase(
    "Det tager et par minutter. Du skal ikke sige, hvem du er, og du skal ikke oprette noget.",
    "It takes a couple of minutes. You do not have to say who you are, and there is no account to set up.",
);
pub const WHAT_WE_ASK: Phrase = phrase(
    "Vi spørger, hvem det handler om, hvordan du vil tale, og hvornår det passer dig. Nogle steder også om din alder.",
    "We ask who it is about, how you would like to talk and when it suits you. In some places we also ask your age.",
);
pub const NAMED_BY_STANDARD: Phrase = promise(
    "Kommunens regler siger, at du kan aftale en tid til råd på nettet.",
    "The municipality's rules say that you can book a time for advice online.",
);
pub const OFFERED_BY_CENTRE: Phrase = phrase(
    "Kommunens regler siger ikke noget om tider på nettet. Centret tilbyder det selv.",
    "The municipality's rules say nothing about booking online. The centre offers it itself.",
);
pub const CLOSED: Phrase = phrase(
    "Centret har ikke åbnet for tider her på siden. Ring i stedet, så aftaler I en tid.",
    "The centre has not opened any times on this site. Call instead, and agree a time.",
);
pub const HAVE_CODE: Phrase = phrase("Har du en kode fra før?", "Do you already have a code?");
pub const USE_CODE: Phrase = phrase("Se din aftale", "See your appointment");

pub const ABOUT: Phrase = phrase("Hvem handler det om?", "Who is it about?");
pub const ABOUT_HINT: Phrase = phrase(
    "Så er rådgiveren klar til at tale om netop det. Du skal ikke skrive et navn.",
    "Then the counsellor is ready to talk about just that. You do not give a name.",
);
pub const AGE: Phrase = phrase("Hvor gammel er du?", "How old are you?");
pub const AGE_HINT: Phrase = phrase(
    "Reglerne er ikke ens for alle aldre. Vi gemmer kun svaret, hvis du siger, at du ønsker behandling.",
    "The rules are not the same for all ages. We store the answer only if you say that you wish for treatment.",
);
pub const KIND: Phrase = phrase("Hvordan vil du helst tale?", "How would you like to talk?");
pub const KIND_HINT: Phrase =
    phrase("Du vælger selv. Du kan altid aflyse.", "It is your choice. You can always cancel.");
pub const TIME: Phrase = phrase("Hvornår passer det dig?", "When suits you?");
pub const OR_CHOOSE_DAY: Phrase = phrase("Eller vælg en dag:", "Or choose a day:");
pub const NO_DAY_SUITS: Phrase = phrase("Passer ingen af dem?", "Does none of them suit you?");
pub const MORNING: Phrase = phrase("Formiddag", "Morning");
pub const AFTERNOON: Phrase = phrase("Eftermiddag", "Afternoon");
pub const EVENING: Phrase = phrase("Aften", "Evening");
pub const CHECK: Phrase = phrase("Er det rigtigt?", "Is this right?");
pub const CONFIRM: Phrase = phrase("Aftal tiden", "Book the time");
pub const NO_TIMES_TITLE: Phrase =
    phrase("Der er ingen ledige tider lige nu", "There are no free times just now");
pub const NO_TIMES: Phrase = phrase(
    "Alle tider de næste dage er taget. Det er ikke dig, der har gjort noget forkert.",
    "All times in the coming days are taken. You have done nothing wrong.",
);
pub const FREE_OTHERWISE: Phrase = phrase(
    "Der er ledige tider, hvis I taler sammen på en anden måde",
    "There are free times if you talk in another way",
);
pub const WAIT_TITLE: Phrase = phrase("Vil du vente på en tid?", "Would you like to wait for a time?");
pub const WAIT_WHY: Phrase = phrase(
    "Du får en kode. Med den kan du se her på siden, når der er en ledig tid. Vi skriver ikke og ringer ikke til dig: vi ved ikke, hvem du er.",
    "You get a code. With it you can see on this site when a time is free. We do not write or call you: we do not know who you are.",
);
pub const WAIT: Phrase = phrase("Skriv mig på ventelisten", "Put me on the waiting list");
pub const OTHER_WAYS: Phrase = phrase("Andre muligheder", "Other options");
pub const WAITING_TITLE: Phrase = phrase("Du står på ventelisten", "You are on the waiting list");
pub const WAITING: Phrase = phrase(
    "Kom tilbage med koden, så ofte du vil. Er der en ledig tid, står det øverst på siden, og du kan tage den med det samme. Den, der kommer først, får tiden.",
    "Come back with the code as often as you like. If a time is free, it says so at the top of the page, and you can take it at once. Whoever comes first gets it.",
);
pub const WAITING_STILL: Phrase = phrase(
    "Du står på ventelisten. Der er ingen ledig tid lige nu. Kig igen senere.",
    "You are on the waiting list. No time is free just now. Look again later.",
);
/// The heading once a time is free.
pub const WAITING_OVER_TITLE: Phrase = phrase("En tid er blevet ledig", "A time has become free");
pub const WAITING_OVER: Phrase = phrase(
    "Der er en ledig tid nu. Den, der kommer først, får den.",
    "A time is free now. Whoever comes first gets it.",
);
pub const TAKE_TIME: Phrase = phrase("Se de ledige tider", "See the free times");
pub const CLOSED_DAYS: Phrase = phrase("Centret har lukket:", "The centre is closed:");
pub const WISH_ALCOHOL: Phrase =
    phrase("Jeg vil gerne i behandling for alkohol", "I would like treatment for alcohol");
pub const WISH_DRUGS: Phrase =
    phrase("Jeg vil gerne i behandling for stoffer", "I would like treatment for drugs");
pub const ADULT: Phrase = phrase("Jeg er fyldt 18 år", "I am 18 or older");
pub const WISH_HINT: Phrase = phrase(
    "Du behøver ikke svare. Sætter du kryds, skriver vi dagen i dag ned som den dag, du henvendte dig. Med din kode kan du følge, hvornår behandlingen senest skal begynde. Du binder dig ikke til noget.",
    "You do not have to answer. If you tick it, we write today down as the day you made contact. With your code you can follow by when treatment must begin. You commit yourself to nothing.",
);
pub const WHERE_TO_MEET: Phrase = phrase("Hvor I mødes", "Where you meet");
pub const FILLED: Phrase = phrase(
    "Et felt, du ikke kan se, var udfyldt. Vi har tømt det. Send siden igen.",
    "A field that you cannot see was filled in. We have emptied it. Send the page again.",
);
pub const TOO_FAST: Phrase = phrase(
    "Se efter, om det hele er rigtigt. Send så siden igen.",
    "Check that everything is right. Then send the page again.",
);
pub const TOO_OLD: Phrase = phrase(
    "Siden har været åben længe. Se efter, om det hele stadig er rigtigt, og send den igen.",
    "The page has been open for a long time. Check that everything is still right, and send it again.",
);
pub const PENDING_TITLE: Phrase = phrase("Din tid er reserveret", "Your time is reserved");
pub const PENDING: Phrase = phrase(
    "Centret skal bekræfte tiden, før den er helt sikker. Se med koden, om de har gjort det, før du kommer eller ringer.",
    "The centre has to confirm the time before it is certain. Use the code to see whether they have, before you come or call.",
);
pub const PENDING_STILL: Phrase =
    phrase("Centret har ikke bekræftet tiden endnu.", "The centre has not confirmed the time yet.");
pub const FULL: Phrase = phrase(
    "Der er allerede tre aftaler under din kode. Du kan aflyse eller flytte en af dem med koden.",
    "There are already three appointments under your code. You can cancel or move one of them with your code.",
);
pub const CHANGED: Phrase = phrase(
    "Aftalen under din kode er ændret imens. Se efter, om det her stadig er rigtigt.",
    "The appointment under your code has changed in the meantime. Check that this is still right.",
);
pub const CENTRE_SAYS: Phrase = phrase("Centret skriver:", "The centre writes:");
pub const HERE_ANONYMOUS: Phrase = phrase(
    "Når du booker en tid her, ved vi ikke, hvem du er.",
    "When you book a time here, we do not know who you are.",
);
pub const CHOOSE: Phrase = phrase("Vælg en af mulighederne.", "Choose one of the options.");
pub const TAKEN: Phrase = phrase(
    "Tiden blev taget. Her er de nærmeste ledige tider. Resten af dine svar er her endnu.",
    "Somebody else took that time. These are the nearest free times. Your other answers are still here.",
);
pub const HELD_AGAIN: Phrase = phrase(
    "Tiden er ikke aftalt endnu. Vi holder den for dig igen. Se efter, og tryk så på knappen nederst.",
    "The time is not booked yet. We are holding it for you again. Check it, then press the button at the bottom.",
);
pub const RULE: Phrase = phrase("Det siger kommunens regler", "What the municipality's rules say");
pub const CHILDREN: Phrase = phrase(
    "Godt at vide: Er en rådgiver alvorligt bekymret for et barn eller en ung under 18 år, skal rådgiveren fortælle det til kommunen, så barnet kan få hjælp.",
    "Good to know: if a counsellor is seriously worried about a child or a young person under 18, the counsellor must tell the municipality, so that the child can get help.",
);
pub const CHILDREN_MORE: Phrase = phrase("Læs, hvornår det sker", "Read when that happens");
pub const WHEN: Phrase = phrase("Hvornår", "When");
pub const ANONYMOUS_TITLE: Phrase = phrase("Hvad anonym betyder", "What anonymous means");
pub const ANONYMOUS_MEANS: Phrase = phrase(
    "Anonym betyder, at ingen på centret kan se dit navn, dit nummer eller din adresse på nettet. Mens du er på siden, ved vores server, hvor den skal sende svaret hen. Et aftryk af det ligger i dens hukommelse i højst to timer, så ingen kan tage alle tider. Vi skriver det aldrig ned.",
    "Anonymous means that nobody at the centre can see your name, your number or your address on the internet. While you are on the page, our server knows where to send the answer. A fingerprint of that is in its memory for two hours at most, so that nobody can take all the times. We never write it down.",
);

pub const RECEIPT_TITLE: Phrase = phrase("Din tid er aftalt", "Your time is booked");
pub const CODE_TITLE: Phrase = phrase("Skriv din kode ned", "Write down your code");
pub const CODE_WHY: Phrase = phrase(
    "Koden er den eneste vej tilbage. Vi gemmer den ikke, og vi kan ikke finde den for dig. Skriv den et sted, hvor kun du ser den. Ingen kan se på den, hvad den er til.",
    "The code is the only way back. We do not keep it, and we cannot find it for you. Write it where only you will see it. Nobody can tell from it what it is for.",
);
pub const CODE_USE: Phrase = phrase(
    "Med koden kan du se, flytte og aflyse din tid, og slette det hele.",
    "With the code you can see, move and cancel your time, and delete everything.",
);
pub const CODE_LOST: Phrase = phrase(
    "Mister du den, kan ingen finde den igen. Så aftal en ny tid. Har du sagt, at du ønsker behandling, så bed centret om en ny kode.",
    "If you lose it, nobody can find it again. Then book a new time. If you have said that you wish for treatment, ask the centre for a new code.",
);
pub const COPY: Phrase = phrase("Kopiér koden", "Copy the code");
pub const COPIED: Phrase = phrase(
    "Koden er kopieret. Den ligger i telefonens udklipsholder, til du kopierer noget andet.",
    "The code is copied. It stays on the phone's clipboard until you copy something else.",
);
pub const NOT_COPIED: Phrase = phrase(
    "Browseren lod os ikke kopiere. Koden er markeret.",
    "The browser did not let us copy. The code is marked.",
);
pub const PRINT: Phrase = phrase("Print", "Print");
pub const FOR_RELATIVES: Phrase = phrase("Hjælp til pårørende", "Help for family and friends");
pub const ALL_FOR_RELATIVES: Phrase =
    phrase("Se al hjælp til pårørende", "See all help for family and friends");
pub const NEXT: Phrase = phrase("Det sker der nu", "What happens now");
pub const NEXT_PHONE: Phrase = phrase(
    "Ring selv, når det er tid. Du behøver ikke sige dit eget navn.",
    "Call when it is time. You do not have to give your own name.",
);
pub const NEXT_IN_PERSON: Phrase = phrase(
    "Kom, når det er tid. Du behøver ikke sige dit eget navn.",
    "Come when it is time. You do not have to give your own name.",
);
pub const NEXT_ONLINE: Phrase = phrase(
    "Kom tilbage hertil med koden, når det er tid. I skriver sammen her på siden.",
    "Come back here with the code when it is time. You write to each other on this site.",
);
pub const AS: Phrase = phrase("Sig, at du er", "Say that you are");
pub const KNOWN_AS: Phrase = phrase("Rådgiveren kender dig som", "The counsellor knows you as");
pub const MOVING: Phrase = phrase("Flyt din tid", "Move your time");
pub const MOVING_LEAD: Phrase = phrase(
    "Den tid, du har, bliver stående, til du har aftalt den nye.",
    "You keep the time you have until you have booked the new one.",
);
pub const MOVED_FROM: Phrase = phrase("Din tid nu:", "Your time now:");
pub const MOVED_TITLE: Phrase = phrase("Din tid er flyttet", "Your time has been moved");
pub const SAME_CODE: Phrase = phrase("Din kode er den samme som før.", "Your code is the same as before.");

/// What stands in the history of the browser.
pub const CODE_TASK: Phrase = phrase("Brug din kode", "Use your code");
pub const CODE_PAGE_TITLE: Phrase = phrase("Din aftale", "Your appointment");
/// Where nothing is booked under the code.
pub const NO_APPOINTMENT_TITLE: Phrase = phrase("Din kode", "Your code");
pub const CODE_LABEL: Phrase = phrase("Skriv din kode", "Enter your code");
pub const CODE_OF_PLAN: Phrase = phrase(
    "Har du en kode til din behandlingsplan, skal du bruge den her:",
    "If you have a code to your treatment plan, use it here:",
);
pub const CODE_HINT: Phrase =
    phrase("25 cifre. Mellemrum og streger gør ikke noget.", "25 digits. Spaces and dashes do not matter.");
pub const SHOW: Phrase = phrase("Vis min aftale", "Show my appointment");
pub const CODE_SLIP: Phrase = phrase(
    "Der er en tastefejl i koden. Se efter, om to cifre er byttet om.",
    "There is a typing error in the code. Check whether two digits have changed places.",
);
pub const CODE_UNKNOWN: Phrase = phrase(
    "Vi kender ikke den kode. Måske er aftalen slettet, et ciffer er forkert, eller du har fået en ny kode. Du kan altid aftale en ny tid eller ringe til centret.",
    "We do not know that code. Perhaps the appointment has been deleted, a digit is wrong, or you have been given a new code. You can always book a new time, or call the centre.",
);
pub const NOTHING_LEFT: Phrase =
    phrase("Der er ingen aftaler under koden nu.", "There are no appointments under the code now.");
pub const OVER: Phrase = phrase("Tiden er slut.", "The time is over.");
pub const CANCEL: Phrase = phrase("Aflys", "Cancel");
pub const CANCEL_SURE: Phrase = phrase(
    "Tiden bliver slettet, og en anden kan få den.",
    "The appointment is deleted, and somebody else can have the time.",
);
pub const CANCEL_YES: Phrase = phrase("Ja, aflys tiden", "Yes, cancel the appointment");
pub const ONLY_DIGITS: Phrase = phrase("Skriv de 25 cifre i din kode.", "Enter the 25 digits of your code.");
pub const CANCELLED: Phrase = phrase(
    "Tiden er aflyst og slettet. Det er helt i orden.",
    "The appointment is cancelled and deleted. That is quite all right.",
);
pub const MOVE: Phrase = phrase("Flyt til en anden tid", "Move to another time");
pub const MORE: Phrase = phrase("Aftal en tid mere", "Book another time");
/// The same, where nothing is booked.
pub const NEW_TIME: Phrase = phrase("Aftal en ny tid", "Book a new time");
pub const FORGET: Phrase = phrase("Slet det hele nu", "Delete everything now");
pub const FORGET_SURE: Phrase = phrase(
    "Vil du slette det hele? Har du en aftale, bliver den aflyst, og koden virker ikke mere. Det kan ikke fortrydes.",
    "Delete everything? If you have an appointment, it is cancelled, and the code no longer works. It cannot be undone.",
);
pub const FORGET_YES: Phrase = phrase("Ja, slet det hele", "Yes, delete everything");
pub const KEEP: Phrase = phrase("Nej, behold det", "No, keep it");
pub const FORGOTTEN_TITLE: Phrase = phrase("Alt er slettet", "Everything is deleted");
pub const FORGOTTEN: Phrase = phrase(
    "Koden og alt under den er væk fra vores database. Du kan komme igen, når du vil.",
    "The appointment and the code are gone from our database. You can come again whenever you want.",
);
pub const CAP_REACHED: Phrase = phrase(
    "Du har fået det antal anonyme samtaler, som kommunens regler giver. Ring til centret: de kan give flere eller sige, hvad der så kan ske.",
    "You have had the number of anonymous talks that the municipality's rules give. Call the centre: they can grant more, or say what can happen next.",
);
#[must_use]
pub fn kind(kind: BookingKind) -> Phrase {
    match kind {
        BookingKind::Online => phrase("Vi skriver sammen på siden", "We write to each other on this site"),
        BookingKind::Phone => phrase("Jeg ringer til rådgiveren", "I call the counsellor"),
        BookingKind::InPerson => phrase("Vi mødes", "We meet"),
        BookingKind::Callback => crate::tasks::callback::text::TITLE,
    }
}

#[must_use]
pub fn about(about: BookingAbout) -> Phrase {
    match about {
        BookingAbout::Me => phrase("Mig selv", "Myself"),
        BookingAbout::Close => phrase("En voksen, jeg er pårørende til", "An adult I am close to"),
        BookingAbout::Young => phrase("En ung under 18 år", "A young person under 18"),
        BookingAbout::Clarifying => phrase(
            "Mig selv: en afklarende samtale om anonym hjælp med stoffer",
            "Myself: a clarifying talk about anonymous help with drugs",
        ),
    }
}

#[must_use]
pub fn next(kind: BookingKind) -> Phrase {
    match kind {
        BookingKind::Online => NEXT_ONLINE,
        BookingKind::Phone => NEXT_PHONE,
        BookingKind::InPerson => NEXT_IN_PERSON,
        BookingKind::Callback => crate::tasks::callback::text::DONE,
    }
}

#[must_use]
pub fn step(number: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Trin {number} af {of}"),
        Lang::En => format!("Step {number} of {of}"),
    }
}

#[must_use]
pub fn times(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (1, Lang::Da) => "1 ledig tid".to_owned(),
        (1, Lang::En) => "1 free time".to_owned(),
        (_, Lang::Da) => format!("{number} ledige tider"),
        (_, Lang::En) => format!("{number} free times"),
    }
}

#[must_use]
pub fn lasts(minutes: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{minutes} minutter"),
        Lang::En => format!("{minutes} minutes"),
    }
}

#[must_use]
pub fn held(minutes: i64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Vi holder tiden for dig i op til {minutes} minutter."),
        Lang::En => format!("We hold the time for you for up to {minutes} minutes."),
    }
}

#[must_use]
pub fn deleted(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Aftalen bliver slettet 48 timer efter samtalen. Koden virker til og med {day}."),
        Lang::En => {
            format!("The appointment is deleted 48 hours after the talk. The code works until {day}.")
        }
    }
}

#[must_use]
pub fn digits(number: usize, lang: Lang) -> String {
    if number == 0 {
        return ONLY_DIGITS.get(lang).to_owned();
    }
    match lang {
        Lang::Da => format!("Koden har 25 cifre. Du har skrevet {number}."),
        Lang::En => format!("The code has 25 digits. You have entered {number}."),
    }
}

#[must_use]
pub fn waits_until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Koden virker til og med {day}. Så bliver alt slettet."),
        Lang::En => format!("The code works until {day}. Then everything is deleted."),
    }
}

/// What the centre has done with an appointment.
#[must_use]
pub fn called_off(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Centret har aflyst din tid: {day}. Det er ikke dig, der har gjort noget forkert. Du kan aftale en ny tid med din kode eller ringe."
        ),
        Lang::En => format!(
            "The centre has cancelled your appointment: {day}. You have done nothing wrong. You can book a new time with your code, or call."
        ),
    }
}

/// The button that moves a time.
#[must_use]
pub fn move_to(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Flyt tiden til {when}"),
        Lang::En => format!("Move the time to {when}"),
    }
}

/// That the talk has begun, and when it ends.
#[must_use]
pub fn going_on(until: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Din tid er i gang. Den slutter kl. {until}."),
        Lang::En => format!("Your time has begun. It ends at {until}."),
    }
}

/// For whom a unit is, where the standard divides them by age.
#[must_use]
pub fn for_ages(adult: u8, adults: bool, lang: Lang) -> String {
    match (adults, lang) {
        (true, Lang::Da) => format!("Er du {adult} år eller ældre:"),
        (true, Lang::En) => format!("If you are {adult} or older:"),
        (false, Lang::Da) => format!("Er du under {adult} år:"),
        (false, Lang::En) => format!("If you are under {adult}:"),
    }
}

pub const ASKED_TITLE: Phrase =
    phrase("Hvad vi spørger om, og hvem der får det at vide", "What we ask, and who is told");
pub const WHERE_TO_CALL: Phrase = phrase("Her ringer du til", "Where you call");
pub const FIRST_TALK_TITLE: Phrase = phrase("Sådan går en første samtale", "How a first talk goes");
pub const FIRST_TALK: Phrase = phrase(
    "I taler om det, du vil tale om. Du bestemmer selv, hvor meget du fortæller, og om I skal tales ved igen.",
    "You talk about what you want to talk about. You decide how much you tell, and whether to talk again.",
);
pub const LOOK_AGAIN: Phrase = phrase(
    "Se din aftale med koden samme dag. Vi kan ikke skrive til dig, hvis tiden bliver aflyst.",
    "Look at your appointment with the code on the day itself. We cannot write to you if it is called off.",
);
pub const TRY_CODE: Phrase =
    phrase("Prøv, om du har skrevet koden rigtigt", "Try whether you have written the code down right");

/// What the centre says of talks in English. Shown to who reads English.
#[must_use]
pub fn english(help: Option<EnglishHelp>) -> Phrase {
    match help {
        Some(EnglishHelp::Spoken) => phrase(
            "Centret har rådgivere, der taler engelsk.",
            "The centre has counsellors who speak English, and sees that you use the English pages.",
        ),
        Some(EnglishHelp::Interpreter) => phrase(
            "Centret kan få en tolk med.",
            "The centre can bring an interpreter, and sees that you use the English pages.",
        ),
        Some(EnglishHelp::DanishOnly) => phrase(
            "Centret taler kun dansk.",
            "The centre speaks Danish only. You can ask whether somebody may come along to translate.",
        ),
        None => phrase(
            "Vi ved ikke, om nogen på centret taler engelsk.",
            "We do not know whether somebody at the centre speaks English. It sees that you use the English pages. You can also call and ask.",
        ),
    }
}

/// The first free time, as a button says it.
#[must_use]
pub fn first_free(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Tag den første tid: {when}"),
        Lang::En => format!("Take the first time: {when}"),
    }
}
