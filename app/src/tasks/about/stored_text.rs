//! What is stored.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Hvad vi gemmer", "What we store");
pub const LEAD: Phrase = phrase(
    "Her står alt, der ligger i databasen. Vi laver listen af den samme fil, som vores test sammenligner med databasen. Står det ikke her, gemmer vi det ikke.",
    "This is everything in the database. The list is made from the same file that our tests compare with the database. If it is not here, we do not store it.",
);
pub const ANONYMOUS: Phrase = phrase("Når du er anonym", "When you are anonymous");
pub const ANONYMOUS_TEXT: Phrase = phrase(
    "Her er ikke plads til et navn, et nummer eller en adresse. Kun mens du vælger, kan man se, hvornår det var: vi holder en tid i ti minutter. Når du har aftalt den, er det væk.",
    "There is no room here for a name, a number or an address. Only while you choose is it possible to see when that was: a time is held for ten minutes. Once you have booked it, that is gone.",
);
pub const CONFIDENTIAL: Phrase = phrase("Når du beder om et opkald", "When you ask for a call");
pub const CONFIDENTIAL_TEXT: Phrase = phrase(
    "Her skal vi kende dit nummer. Det ligger for sig selv og er ikke koblet til det anonyme.",
    "Here we need to know your number. It is kept apart and is not linked to what is anonymous.",
);
pub const COMPLAINT: Phrase = phrase("Når du klager", "When you complain");
pub const COMPLAINT_TEXT: Phrase = phrase(
    "Du kan klage uden navn. Det, du skriver, er låst med en nøgle for hver klage. Kun den, der skal læse klagen, kan åbne det. Klagen ligger under en kode, så du kan følge den.",
    "You can complain without a name. What you write is locked with a key for each complaint. Only whoever is to read the complaint can open it. The complaint stands under a code, so that you can follow it.",
);
pub const PLAN: Phrase = phrase("Når du har en plan", "When you have a plan");
pub const PLAN_TEXT: Phrase = phrase(
    "Centret kan åbne en plan til dig, også uden dit navn. Alt, der står i den, er låst med en nøgle for hver plan. Kun du og de ansatte, der arbejder med planer på dit center, kan læse den. Dine private noter kan kun du åbne.",
    "The centre can open a plan for you, also without your name. All that stands in it is locked with a key for each plan. Only you and the staff who work with plans at your centre can read it. Your private notes only you can open.",
);
pub const STAFF: Phrase = phrase("Om centret og de ansatte", "About the centre and its staff");
pub const STAFF_TEXT: Phrase = phrase(
    "Så kan siden vise ledige tider, og centret kan holde sine frister. Intet af det fortæller, hvem du er.",
    "So the site can show free times, and the centre can keep its time limits. None of it shows who you are.",
);
pub const DELETED: Phrase = phrase("Vi sletter det:", "We delete it:");
pub const COLUMNS: Phrase = phrase("Se hvert felt", "See each field");
pub const TABLE: Phrase = phrase("Tabellens navn:", "The table's name:");
