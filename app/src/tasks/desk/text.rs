//! The desk, where staff answer.

use crate::phrase::{Phrase, phrase};
use domain::{BookingAbout, BookingKind, EnglishHelp, Lang, Role};

pub const TITLE: Phrase = phrase("Medarbejdersiden", "Staff site");
pub const STAFF_SIDE: Phrase = phrase("Medarbejder", "Staff");
/// After a number.
pub const WAITS: Phrase = phrase("venter", "waiting");
/// Said when something on the page has become another by itself.
pub const CHANGED: Phrase = phrase("Siden er opdateret.", "The page has been updated.");
/// `#` stands for a number.
pub const ENDS_SOON: Phrase = phrase(
    "Du bliver logget ud om # min., fordi siden ikke har været brugt.",
    "You will be signed out in # min., since the page has not been used.",
);
pub const HAS_ENDED: Phrase = phrase(
    "Du er logget ud. Det, du har skrevet, bliver stående. Send det, og log ind, så går det med.",
    "You are signed out. What you have written stays. Send it and sign in, and it comes along.",
);
pub const STAY: Phrase = phrase("Bliv logget ind", "Stay signed in");
pub const KEYS_TITLE: Phrase = phrase("Genveje (?)", "Keyboard shortcuts (?)");
pub const KEYS_ON: Phrase = phrase("Brug genveje", "Use shortcuts");
pub const CLOSE: Phrase = phrase("Luk", "Close");
/// The keys of the desk and what each does.
pub const KEYS: [(&str, Phrase); 10] = [
    ("j", phrase("Næste aftale", "Next appointment")),
    ("k", phrase("Forrige aftale", "Previous appointment")),
    ("f", phrase("Dagen eller ugen før", "The day or week before")),
    ("n", phrase("Dagen eller ugen efter", "The day or week after")),
    ("i", phrase("I dag", "Today")),
    ("u", phrase("Uge", "Week")),
    ("m", phrase("Mine", "Mine")),
    ("a", phrase("Alle", "All")),
    ("o", phrase("Opkald", "Calls")),
    ("b", phrase("Book for en borger", "Book for a citizen")),
];
pub const FORGOTTEN: Phrase = phrase(
    "Glemt adgangskoden, eller er telefonen væk? Bed din leder om en ny invitation.",
    "Forgotten the password, or lost the phone? Ask your lead for a new invitation.",
);

/// Digits are not looked at for a while.
#[must_use]
pub fn slowed(minutes: i64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "For mange forkerte cifre. Vent {minutes} min., før du prøver igen. Var det ikke dig, så sig det til din leder: så kender nogen din adgangskode."
        ),
        Lang::En => format!(
            "Too many wrong digits. Wait {minutes} min. before you try again. If it was not you, tell your lead: then somebody knows your password."
        ),
    }
}

pub const NO_COOKIE: Phrase = phrase(
    "Din browser gemmer ikke cookies fra denne side. Tillad dem for at kunne logge ind.",
    "Your browser keeps no cookies from this site. Allow them in order to sign in.",
);
pub const KEPT: Phrase = phrase(
    "Du var logget ud. Det, du ville sende, er her endnu: log ind, så kan du sende det.",
    "You were signed out. What you wanted to send is still here: sign in, and you can send it.",
);
pub const KEPT_TITLE: Phrase = phrase("Send det, du var i gang med", "Send what you were doing");
pub const KEPT_SEND: Phrase = phrase("Send det nu", "Send it now");
pub const NOT_YOUR_DRAFT: Phrase = phrase(
    "Det, der var skrevet, var en kollegas. Det er ikke vist og ikke sendt.",
    "What was written was a colleague's. It has not been shown and not been sent.",
);
pub const KEPT_DROP: Phrase = phrase("Send det ikke: gå til i dag", "Do not send it: go to today");
pub const SIGN_IN: Phrase = phrase("Log ind", "Sign in");
pub const SIGN_OUT: Phrase = phrase("Log ud", "Sign out");
pub const LOGIN: Phrase = phrase("Brugernavn", "User name");
pub const PASSWORD: Phrase = phrase("Adgangskode", "Password");
pub const DIGITS: Phrase = phrase("Seks cifre fra din app", "Six digits from your app");
pub const FIRST_TIME: Phrase = phrase("Første gang? Brug din invitation", "First time? Use your invitation");
pub const UNKNOWN: Phrase = phrase(
    "Brugernavn, adgangskode eller cifre passer ikke. Skriv dem igen. Hvert sæt cifre virker kun én gang: vent på de næste.",
    "User name, password or digits are wrong. Enter them again. Each set of digits works only once: wait for the next.",
);
pub const WRONG_DIGITS: Phrase = phrase(
    "Cifrene passer ikke. Hvert sæt cifre virker kun én gang: vent på de næste.",
    "The digits are wrong. Each set of digits works only once: wait for the next.",
);
pub const ENDED: Phrase = phrase(
    "Log ind for at komme videre. Efter 15 minutter uden brug bliver du logget ud.",
    "Sign in to go on. After 15 minutes without use you are signed out.",
);
pub const WELCOME: Phrase = phrase("Velkommen til medarbejdersiden", "Welcome to the staff site");
pub const WELCOME_LEAD: Phrase = phrase(
    "Du skal bruge din invitation, en adgangskode, du selv vælger, og en app til totrinslogin. Det tager fem minutter.",
    "You need your invitation, a password of your own, and an authenticator app. It takes five minutes.",
);
pub const INVITATION: Phrase = phrase("Invitation", "Invitation");
pub const NEW_PASSWORD: Phrase = phrase("Ny adgangskode", "New password");
pub const NEW_PASSWORD_HINT: Phrase = phrase(
    "Mindst 12 tegn. Tre-fire tilfældige ord er gode.",
    "At least 12 characters. Three or four random words are good.",
);
pub const AGAIN: Phrase = phrase("Gentag adgangskoden", "Repeat the password");
pub const NOT_SAME: Phrase = phrase("De to adgangskoder er ikke ens.", "The two passwords are not the same.");
pub const SHORT: Phrase =
    phrase("Adgangskoden skal have mindst 12 tegn.", "The password must have at least 12 characters.");
pub const NOT_INVITED: Phrase = phrase(
    "Invitationen passer ikke til brugernavnet, er brugt eller er for gammel.",
    "The invitation does not match the user name, has been used, or is too old.",
);
pub const SET_UP: Phrase = phrase("Sæt din app op", "Set up your app");
pub const SET_UP_LEAD: Phrase = phrase(
    "Scan billedet med appen, eller skriv nøglen ind. Skriv så de seks cifre, appen viser.",
    "Scan the picture with the app, or type in the key. Then enter the six digits that the app shows.",
);
pub const KEY: Phrase = phrase("Nøgle", "Key");
pub const DONE: Phrase = phrase("Færdig: gå til medarbejdersiden", "Done: go to the staff site");

pub const TODAY: Phrase = phrase("I dag", "Today");
pub const CALLS: Phrase = phrase("Opkald", "Calls");
pub const TIME_BOOKED: Phrase = phrase("Tiden er aftalt", "The time is booked");
pub const SAYS: Phrase = phrase("Borgeren kalder sig", "The citizen goes by");
pub const BOOK: Phrase = phrase("Book for en borger", "Book for a citizen");
pub const HOURS: Phrase = phrase("Tider", "Hours");
pub const SETTINGS: Phrase = phrase("Indstillinger", "Settings");
pub const AUDIT_TAB: Phrase = phrase("Log", "Log");
pub const AUDIT: Phrase = phrase("Hændelseslog", "Activity log");
pub const STAFF: Phrase = phrase("Ansatte", "Staff");

pub const OPEN_TALK: Phrase = phrase("Skriv sammen", "Write to each other");
pub const EXTENDED: Phrase =
    phrase("Borgeren kan få en samtale mere.", "The citizen can have one more talk.");
pub const CONFIRMED: Phrase = phrase("Tiden er bekræftet.", "The time is confirmed.");
pub const CALLED_OFF: Phrase =
    phrase("Tiden er aflyst og slettet.", "The appointment is cancelled and deleted.");
pub const NOT_YOURS: Phrase = phrase(
    "Den samtale er en kollegas, eller den findes ikke mere. Kun den, der har aftalen, eller en leder kan skrive i den.",
    "That conversation is a colleague's, or it is gone. Only who has the appointment, or a lead, can write in it.",
);
pub const GONE: Phrase = phrase(
    "Det lykkedes ikke: nogen har ændret det imens. Sådan ser det ud nu.",
    "That could not be done: somebody has changed it in the meantime. This is how it looks now.",
);

pub const FREE_TIMES: Phrase = phrase("Ledige tider", "Free times");
pub const SHOW_TIMES: Phrase = phrase("Se ledige tider", "See free times");
pub const NONE_FREE: Phrase = phrase("Der er ingen ledige tider.", "There are no free times.");
pub const START_OVER: Phrase = phrase("Vælg igen", "Choose again");
pub const TO_DAY_OF: Phrase = phrase("Til dagens aftaler", "To that day's appointments");

/// How long a time is kept for who is on the phone.
#[must_use]
pub fn held(minutes: i64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Tiden er reserveret til borgeren i op til {minutes} minutter."),
        Lang::En => format!("The time is kept for the citizen for up to {minutes} minutes."),
    }
}
pub const READ_ALOUD: Phrase = phrase("Læs koden højt", "Read the code aloud");
pub const READ_ALOUD_WHY: Phrase = phrase(
    "Borgeren skal skrive den ned: den er den eneste vej tilbage, og den vises kun nu. Spørg ikke om navn.",
    "The citizen must write it down: it is the only way back, and it is only shown now. Do not ask for a name.",
);
pub const CALLER_KIND: Phrase =
    phrase("Hvordan vil borgeren helst tale?", "How would the citizen like to talk?");
pub const CALLER_WISH_ALCOHOL: Phrase = phrase(
    "Den, der ringer, vil gerne i behandling for alkohol",
    "The caller would like treatment for alcohol",
);
pub const CALLER_WISH_DRUGS: Phrase = phrase(
    "Den, der ringer, vil gerne i behandling for stoffer",
    "The caller would like treatment for drugs",
);
pub const CALLER_ADULT: Phrase = phrase("Den, der ringer, er fyldt 18 år", "The caller is 18 or older");
pub const CALLER_WISH_HINT: Phrase = phrase(
    "Spørg, men pres ikke. Sætter du kryds, skriver portalen dagen i dag ned som den dag, borgeren henvendte sig.",
    "Ask, but do not press. If you tick it, the portal writes today down as the day the citizen made contact.",
);
pub const CALLER_ENGLISH: Phrase = phrase("Samtalen skal være på engelsk", "The talk is to be in English");
pub const KIND_CLOSED: Phrase = phrase(
    "I kan ikke holde den slags samtale på den måde. Vælg en anden.",
    "That kind of talk cannot be held that way. Choose another.",
);
pub const OTHER_TIME: Phrase = phrase("Vælg en anden tid", "Choose another time");
pub const TIME_GONE: Phrase =
    phrase("Den tid er taget. Vælg en anden.", "That time is taken. Choose another.");

pub const WEEK: Phrase = phrase("Ugens tider", "Weekly hours");
pub const WEEK_HINT: Phrase = phrase(
    "Skriv tiderne sådan: 9-12, 13-15.30. Lad feltet stå tomt, når du ikke tager aftaler.",
    "Write the times like this: 9-12, 13-15.30. Leave the field empty when you take no appointments.",
);
pub const SAVE: Phrase = phrase("Gem", "Save");
pub const SAVED: Phrase = phrase("Det er gemt.", "It is saved.");
pub const BAD_SPAN: Phrase = phrase(
    "kan ikke læses. Skriv tiderne sådan: 9-12, 13-15.30. De skal stå i rækkefølge og må ikke overlappe.",
    "cannot be read. Write the times like this: 9-12, 13-15.30. They must stand in order and must not overlap.",
);
pub const OUTSIDE: Phrase =
    phrase("ligger uden for centrets åbningstid:", "lies outside the centre's opening hours:");
pub const EXCEPTIONS: Phrase = phrase("Fravær og ekstra tid", "Absence and extra time");
pub const CALENDAR: Phrase = phrase("De næste seks uger", "The next six weeks");
pub const AWAY: Phrase = phrase("Væk", "Away");
pub const SPAN_HINT: Phrase = phrase("For eksempel 9-12.", "For example 9-12.");
pub const ADD_EXTRA: Phrase = phrase("Tilføj ekstra tid", "Add extra time");
pub const DAY: Phrase = phrase("Dag", "Day");
pub const SPAN: Phrase = phrase("Tidsrum", "Times");
pub const EXTRA: Phrase = phrase("Ekstra tid", "Extra time");
pub const REMOVE: Phrase = phrase("Fjern", "Remove");
pub const BAD_DAY: Phrase = phrase("Vælg i dag eller en senere dag.", "Choose today or a later day.");
pub const EXTRA_NEEDS_SPAN: Phrase =
    phrase("Skriv et tidsrum for den ekstra tid.", "Give times for the extra time.");
pub const COLLEAGUES: Phrase = phrase("Kollegers tider", "Colleagues' hours");

pub const KINDS: Phrase = phrase("Hvad borgere kan booke", "What citizens can book");
pub const OPEN: Phrase = phrase("Åben for aftaler", "Open for booking");
pub const MINUTES: Phrase = phrase("Længde i minutter", "Length in minutes");
pub const BUFFER: Phrase = phrase("Pause bagefter i minutter", "Break afterwards in minutes");
pub const NOTICE: Phrase = phrase("Korteste varsel i timer", "Shortest notice in hours");
pub const HORIZON: Phrase =
    phrase("Hvor mange dage frem borgere kan booke", "How many days ahead citizens can book");
pub const CAPACITY: Phrase = phrase("Højeste antal aftaler om dagen", "Most appointments a day");
pub const PLACE: Phrase =
    phrase("Hvor borgeren skal ringe eller komme hen", "Where the citizen calls or comes");
pub const PLACE_HINT: Phrase = phrase(
    "Et nummer eller en adresse, som borgeren ser. Lad feltet stå tomt, hvis det står i kommunens kvalitetsstandard.",
    "A number or an address that the citizen sees. Leave it empty if it is in the municipality's quality standard.",
);
pub const NOWHERE: Phrase = phrase(
    "Kommunens kvalitetsstandard nævner hverken nummer eller adresse til det her. Skriv det selv, ellers står borgeren uden.",
    "The municipality's quality standard gives neither a number nor an address for this. Write it yourself, or the citizen is left without.",
);
pub const BAD_NUMBERS: Phrase = phrase(
    "Tallene passer ikke. En aftale varer 5-240 minutter, pausen højst 240. Varslet er højst 720 timer. Borgere kan booke 1-365 dage frem, og der kan være 1-999 aftaler om dagen.",
    "The numbers cannot be used. An appointment takes 5-240 minutes, the break at most 240. The notice is at most 720 hours. Citizens can book 1-365 days ahead, and there can be 1-999 appointments a day.",
);
pub const BAD_PROMISE: Phrase = phrase(
    "Skriv et helt tal fra 1 til 30, eller lad feltet stå tomt.",
    "Write a whole number from 1 to 30, or leave the field empty.",
);
pub const IN_ENGLISH: Phrase = phrase("på engelsk", "in English");
pub const ENGLISH: Phrase = phrase("Samtaler på engelsk", "Talks in English");
pub const ENGLISH_HINT: Phrase = phrase(
    "De, der læser siderne på engelsk, får det at vide, før de aftaler en tid.",
    "Whoever reads the pages in English is told before they book.",
);
pub const ENGLISH_UNSAID: Phrase = phrase("Vi siger ikke noget om det", "We say nothing about it");

#[must_use]
pub fn english(help: EnglishHelp) -> Phrase {
    match help {
        EnglishHelp::Spoken => {
            phrase("Vi har rådgivere, der taler engelsk", "We have counsellors who speak English")
        }
        EnglishHelp::Interpreter => phrase("Vi kan få en tolk med", "We can bring an interpreter"),
        EnglishHelp::DanishOnly => phrase("Vi taler kun dansk", "We speak Danish only"),
    }
}

pub const PROMISE: Phrase = phrase("Svartid, I lover borgerne", "Answer time you promise citizens");
pub const PROMISE_DAYS: Phrase = phrase("Antal hverdage", "Number of weekdays");
pub const PROMISE_HINT: Phrase = phrase(
    "Lader I feltet stå tomt, lover I ikke noget, og borgeren ser ikke noget.",
    "If you leave it empty, you promise nothing, and nothing is shown to citizens.",
);
pub const ADD: Phrase = phrase("Tilføj", "Add");

pub const NO_ACTS: Phrase = phrase("Der er ikke gjort noget endnu.", "Nothing has been done yet.");
pub const AUDIT_LEAD: Phrase = phrase(
    "Her står kun, hvad ansatte har gjort, aldrig hvad borgere har gjort. Klokkeslættet mangler, hvor en borger var med. Listen kan ikke rettes, og vi gemmer den i to år.",
    "Only what staff have done, never what citizens have done. There is no time of day where a citizen took part. The list cannot be changed and is kept for two years.",
);
pub const AUDIT_COLUMNS: Phrase = phrase("Dag;Tid;Hvem;Hvad;Om;Fra;Til", "Day;Time;Who;What;About;From;To");
pub const WHEN: Phrase = phrase("Hvornår", "When");
pub const WHO: Phrase = phrase("Hvem", "Who");
pub const WHAT: Phrase = phrase("Hvad", "What");
pub const CHANGED_HOW: Phrase = phrase("Fra og til", "From and to");
pub const EVERYBODY: Phrase = phrase("Alle", "Everybody");
pub const EVERYTHING: Phrase = phrase("Alt", "Everything");
pub const FROM_DAY: Phrase = phrase("Fra dag", "From day");
pub const TO_DAY: Phrase = phrase("Til dag", "To day");
pub const NEWER: Phrase = phrase("Nyere", "Newer");
pub const OLDER: Phrase = phrase("Ældre", "Older");
pub const NARROW: Phrase = phrase("Søg i loggen, eller hent den", "Search the log, or download it");
pub const FILTER: Phrase = phrase("Vis", "Show");
pub const DOWNLOAD: Phrase = phrase("Hent som fil", "Download as a file");
pub const FORBIDDEN: Phrase =
    phrase("Du har ikke adgang til denne side", "You do not have access to this page");
pub const FORBIDDEN_TEXT: Phrase =
    phrase("Din rolle giver ikke adgang. Spørg din leder.", "Your role does not give access. Ask your lead.");
pub const WHAT_CITIZEN_SEES: Phrase = phrase("Hvad ser borgeren?", "What does the citizen see?");
pub const CITIZEN_SEES: Phrase = phrase(
    "Borgeren ser jeres beskeder, og at du har siden åben, men ikke dit navn. Borgeren kan slette det hele. Det bliver slettet et døgn efter aftalens slutning.",
    "The citizen sees your messages, and that you have the page open, but not your name. The citizen can delete everything. It is deleted a day after the appointment ends.",
);
pub const TO_APPOINTMENT: Phrase =
    phrase("Se aftalen, eller giv den videre", "See the appointment, or hand it over");
pub const THAT_DAY: Phrase = phrase("Samme dag", "The same day");
pub const MESSAGE: Phrase = phrase("Besked til borgeren", "Message to the citizen");

/// A kind of booking, as staff meet it.
#[must_use]
pub fn kind(kind: BookingKind) -> Phrase {
    match kind {
        BookingKind::Online => phrase("På skrift her på siden", "In writing, on this site"),
        BookingKind::Phone => phrase("Borgeren ringer op", "The citizen calls"),
        BookingKind::InPerson => phrase("Fremmøde", "In person"),
        BookingKind::Callback => phrase("Centret ringer op", "The centre calls"),
    }
}

/// Whom an appointment is about, as staff meet it.
#[must_use]
pub fn about(about: BookingAbout) -> Phrase {
    match about {
        BookingAbout::Me => phrase("Borgeren selv", "The citizen"),
        BookingAbout::Close => {
            phrase("En voksen, som borgeren er pårørende til", "An adult the citizen is close to")
        }
        BookingAbout::Young => phrase("En ung under 18 år", "A young person under 18"),
        BookingAbout::Clarifying => phrase(
            "Borgeren selv: en afklarende samtale om anonym hjælp med stoffer",
            "The citizen: a clarifying talk about anonymous help with drugs",
        ),
    }
}

/// Whether a kind can be booked, and how long it takes; `minutes` where it is open.
#[must_use]
pub fn kind_state(minutes: Option<&str>, kind: BookingKind, lang: Lang) -> String {
    match (minutes, kind, lang) {
        (None, _, Lang::Da) => "lukket".to_owned(),
        (None, _, Lang::En) => "closed".to_owned(),
        (Some(_), BookingKind::Callback, Lang::Da) => "åben".to_owned(),
        (Some(_), BookingKind::Callback, Lang::En) => "open".to_owned(),
        (Some(minutes), _, Lang::Da) => format!("åben, {minutes} minutter"),
        (Some(minutes), _, Lang::En) => format!("open, {minutes} minutes"),
    }
}

#[must_use]
pub fn role(role: Role) -> Phrase {
    match role {
        Role::Counsellor => phrase("Rådgiver", "Counsellor"),
        Role::Lead => phrase("Leder", "Lead"),
        Role::Admin => phrase("Administrator", "Administrator"),
        Role::Manager => phrase("Centerleder", "Centre manager"),
        Role::Authority => phrase("Myndighed", "Authority"),
        Role::ComplaintReader => phrase("Læser klager", "Reads complaints"),
    }
}

/// What an act is called, by its code.
#[must_use]
pub fn act(code: &str) -> Phrase {
    match code {
        "SIGN_IN_FAILED" => phrase("Forkerte adgangskoder", "Wrong passwords"),
        "DIGITS_WRONG" => {
            phrase("Forkerte cifre efter rigtig adgangskode", "Wrong digits after a right password")
        }
        "DIGITS_WRONG_INSIDE" => {
            phrase("Forkerte cifre ved en ny adgangsnøgle", "Wrong digits for a new passkey")
        }
        "PASSKEY_SIGNED_IN" => phrase("Loggede ind med adgangsnøgle", "Signed in with a passkey"),
        "PASSKEY_REFUSED" => {
            phrase("Adgangsnøgle afvist: den kan være kopieret", "Passkey refused: it may have been copied")
        }
        "PASSKEY_ADDED" => phrase("Lavede en adgangsnøgle", "Made a passkey"),
        "PASSKEY_REMOVED" => phrase("Fjernede en adgangsnøgle", "Removed a passkey"),
        "SESSIONS_ENDED" => phrase("Loggede ud på alle enheder", "Signed out on all devices"),
        "STAFF_INVITED" => phrase("Inviterede en kollega", "Invited a colleague"),
        "STAFF_RENEWED" => phrase("Inviterede en kollega igen", "Invited a colleague again"),
        "STAFF_SHUT_OUT" => phrase("Lukkede en kollega ude", "Shut a colleague out"),
        "STAFF_REMOVED" => phrase("Fjernede en kollega", "Removed a colleague"),
        "SIGNED_IN" => phrase("Loggede ind", "Signed in"),
        "HOURS_SET" => phrase("Satte ugens tider", "Set weekly hours"),
        "EXCEPTION_ADDED" => phrase("Tilføjede en undtagelse", "Added an exception"),
        "EXCEPTION_REMOVED" => phrase("Fjernede en undtagelse", "Removed an exception"),
        "DAY_CLOSED" => phrase("Lukkede en dag", "Closed a day"),
        "DAY_OPENED" => phrase("Åbnede en dag igen", "Opened a day again"),
        "KIND_OPENED" => phrase("Åbnede for aftaler", "Opened for booking"),
        "KIND_CHANGED" => phrase("Ændrede en slags aftale", "Changed a kind of appointment"),
        "KIND_CLOSED" => phrase("Lukkede for aftaler", "Closed for booking"),
        "ENGLISH_SET" => phrase("Ændrede oplysningen om engelsk", "Changed what is said about English"),
        "PROMISE_SET" => phrase("Satte svartid", "Set the answer time"),
        "CALL_CLAIMED" => phrase("Tog et opkald", "Took a call"),
        "CALL_GIVEN_BACK" => phrase("Lagde et opkald tilbage", "Put a call back"),
        "CALL_TRIED" => phrase("Ringede uden svar", "Called without an answer"),
        "CALL_MADE" => phrase("Afsluttede et opkald", "Completed a call"),
        "TALKS_EXTENDED" => phrase("Gav en samtale mere", "Granted one more talk"),
        "APPOINTMENT_CONFIRMED" => phrase("Bekræftede en tid", "Confirmed an appointment"),
        "APPOINTMENT_CALLED_OFF" => phrase("Aflyste en tid", "Cancelled an appointment"),
        "APPOINTMENT_HANDED_OVER" => phrase("Gav en aftale videre", "Handed an appointment over"),
        "BOOKED_FOR_CALLER" => phrase("Bookede en tid for en borger", "Booked for a citizen"),
        "WARNING_SEEN" => phrase("Så et varsel i en sag", "Saw a warning in a case"),
        "CASE_OPENED" => phrase("Åbnede en sag", "Opened a case"),
        "CODE_REPLACED" => phrase("Gav en ny kode", "Gave a new code"),
        "CASE_EVENT_RECORDED" => phrase("Skrev i en sag", "Wrote in a case"),
        "COMPLAINT_READ" => phrase("Læste en klage", "Read a complaint"),
        "PLAN_OPENED" => phrase("Åbnede en plan", "Opened a plan"),
        "PLAN_READ" => phrase("Læste i en plan", "Read in a plan"),
        "PLAN_WRITTEN" => phrase("Skrev i en plan", "Wrote in a plan"),
        "PLAN_CODE_REPLACED" => phrase("Gav en ny kode til en plan", "Gave a new code to a plan"),
        "PLAN_HANDED_OVER" => phrase("Gav en plan videre", "Handed a plan on"),
        "COMPLAINT_FETCHED" => phrase("Hentede en fil i en klage", "Fetched a file of a complaint"),
        "COMPLAINT_ACTED" => phrase("Behandlede en klage", "Dealt with a complaint"),
        "COMPLAINT_SHUT_OUT" => phrase("Skrev, hvem en klage handler om", "Wrote whom a complaint is about"),
        "TALK_ANSWERED" => phrase("Skrev i en samtale", "Wrote in a conversation"),
        _ => phrase("Åbnede en samtale", "Opened a conversation"),
    }
}

/// What somebody has typed, in the quotation marks of the language.
#[must_use]
pub fn quoted(typed: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("”{typed}”"),
        Lang::En => format!("“{typed}”"),
    }
}

/// Day 0, and the last day where the standard gives one.
#[must_use]
pub fn contact(day: &str, last: Option<&str>, lang: Lang) -> String {
    match (last, lang) {
        (Some(last), Lang::Da) => format!("Henvendte sig {day}: behandling skal begynde senest {last}"),
        (Some(last), Lang::En) => format!("Made contact on {day}: treatment must begin by {last}"),
        (None, Lang::Da) => format!("Vil gerne i behandling. Henvendte sig {day}"),
        (None, Lang::En) => format!("Would like treatment. Made contact on {day}"),
    }
}
