//! A file for the phone's calendar: it must not tell what the appointment is.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Aftale", "Appointment");
pub const GET: Phrase = phrase("Læg i min kalender", "Add to my calendar");
pub const UPDATE_HINT: Phrase = phrase(
    "Har du lagt den i kalenderen før, bliver den rettet. Der står kun ”Aftale”. Men den, der har din telefon, kan se tidspunktet.",
    "If you have added it before, it is changed. It only says “Appointment”. But whoever has your phone can see the time.",
);
pub const REMOVE: Phrase = phrase("Fjern den fra min kalender", "Remove it from my calendar");
pub const REMOVE_HINT: Phrase = phrase(
    "For dig, der har lagt aftalen i kalenderen. Nogle kalendere skal du selv slette den i.",
    "If you have added the appointment. In some calendars you have to delete it yourself.",
);
pub const HINT: Phrase = phrase(
    "Der kommer kun til at stå ”Aftale”. Men den, der har din telefon, kan se tidspunktet.",
    "It will only say “Appointment”. But whoever has your phone can see the time.",
);
