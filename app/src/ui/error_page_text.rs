//! Pages for what cannot be shown.

use crate::phrase::{Phrase, phrase};

pub const NOT_FOUND: Phrase = phrase("Siden findes ikke", "There is no such page");
pub const NOT_FOUND_TEXT: Phrase = phrase(
    "Adressen kan være skrevet forkert, eller siden kan være flyttet. Herfra kan du komme videre.",
    "The address may be misspelt, or the page may have moved. You can go on from here.",
);
pub const UNKNOWN_MUNICIPALITY: Phrase = phrase("Siden findes ikke her", "There is no such page here");
pub const UNKNOWN_MUNICIPALITY_TEXT: Phrase = phrase(
    "Måske er adressen skrevet forkert, eller din kommune er ikke med. Vælg en på listen, eller ring til din egen kommune.",
    "The address may be misspelt, or your municipality may not be here. Choose one from the list, or call your own.",
);
pub const UNKNOWN_OFFER: Phrase = phrase("Det tilbud findes ikke", "There is no such offer");
pub const UNKNOWN_OFFER_TEXT: Phrase = phrase(
    "Tilbuddet kan have skiftet navn. Se alle tilbud, eller lad os hjælpe dig med at finde et.",
    "The offer may have changed its name. See all offers, or let us help you find one.",
);
pub const WRONG_METHOD: Phrase =
    phrase("Siden kan ikke bruges på den måde", "The page cannot be used like that");
pub const WRONG_METHOD_TEXT: Phrase = phrase(
    "Der er ikke sket noget. Gå til forsiden, og begynd derfra.",
    "Nothing has happened. Go to the front page and start from there.",
);
pub const TOO_LARGE: Phrase = phrase("Det fylder for meget", "That is too large");
pub const TOO_LARGE_TEXT: Phrase = phrase(
    "Det, der blev sendt, er større, end siden kan tage imod. Gå tilbage, og prøv igen.",
    "What was sent is larger than the page can take. Go back and try again.",
);
pub const TOO_SLOW: Phrase = phrase("Det nåede ikke frem", "That did not arrive");
pub const TOO_SLOW_TEXT: Phrase = phrase(
    "Forbindelsen er langsom, og siden fik ikke det hele. Gå tilbage, og prøv igen.",
    "The connection is slow, and the page did not get all of it. Go back and try again.",
);
pub const FOREIGN: Phrase = phrase("Det kom fra en anden side", "That came from another site");
pub const FOREIGN_TEXT: Phrase = phrase(
    "Af hensyn til din sikkerhed tager vi kun imod svar fra vores egne sider. Begynd forfra herfra.",
    "For your safety we only accept answers from our own pages. Start again from here.",
);
pub const LEFT: Phrase = phrase("Du har forladt siden", "You have left the page");
pub const LEFT_TEXT: Phrase = phrase("Den bliver ikke vist igen.", "It is not shown again.");
pub const BROKEN: Phrase = phrase("Noget gik galt hos os", "Something went wrong on our side");
pub const BUSY: Phrase = phrase("Der er mange på siden lige nu", "Many people are here just now");
pub const BUSY_TEXT: Phrase = phrase(
    "Vent et minut, og send siden igen. Det, du har skrevet, er ikke sendt. Du kan også ringe.",
    "Wait a minute, and send the page again. What you wrote has not been sent. You can also call.",
);
pub const TOO_MANY: Phrase =
    phrase("Der kommer for mange aftaler ind lige nu", "Too many appointments are coming in just now");
pub const TOO_MANY_TEXT: Phrase = phrase(
    "Der kommer så mange, at vi ikke kan vide, om de er rigtige. Det er ikke dig, der har gjort noget forkert. Ring til centret, eller prøv igen om en time. Har du en kode, virker den, som den plejer.",
    "So many are coming in that we cannot know whether they are real. You have done nothing wrong. Call the centre, or try again in an hour. If you have a code, it works as usual.",
);
pub const UNAVAILABLE: Phrase = phrase("Vi kan ikke gemme lige nu", "We cannot save just now");
pub const UNAVAILABLE_TEXT: Phrase = phrase(
    "Der er ikke gemt noget. Gå tilbage, og send siden igen om lidt, eller ring.",
    "Nothing has been saved. Go back and send the page again in a little while, or call.",
);
pub const BROKEN_TEXT: Phrase = phrase(
    "Det er ikke din skyld. Prøv igen om lidt, eller ring til din kommune.",
    "It is not your fault. Try again in a moment, or call your municipality.",
);

pub const UNREADABLE: Phrase = phrase("Formularen kunne ikke læses", "The form could not be read");
pub const UNREADABLE_TEXT: Phrase = phrase(
    "Der er ikke gemt noget. Gå tilbage, og prøv igen.",
    "Nothing has been stored. Go back and try again.",
);
