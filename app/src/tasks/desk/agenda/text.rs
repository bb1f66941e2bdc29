//! A day's appointments.

use crate::{
    phrase::{Phrase, phrase},
    ui::dates,
};
use chrono::{Datelike, NaiveDate};
use domain::{BookingAbout, BookingKind, Lang, Window};

pub const DAY_CLOSED: Phrase = phrase("Centret har lukket den dag.", "The centre is closed that day.");
pub const CHOOSE_DAY: Phrase = phrase("Vælg dag", "Choose a day");
pub const BEFORE: Phrase = phrase("Dagen før", "The day before");
pub const AFTER: Phrase = phrase("Dagen efter", "The day after");
pub const WEEK_BEFORE: Phrase = phrase("Ugen før", "The week before");
pub const WEEK_AFTER: Phrase = phrase("Ugen efter", "The week after");
pub const DATE: Phrase = phrase("Dato", "Date");
pub const SHOW: Phrase = phrase("Vis", "Show");
pub const WEEK_SCALE: Phrase = phrase("Uge", "Week");
pub const ALL: Phrase = phrase("Alle", "All");
pub const MINE: Phrase = phrase("Mine", "Mine");
pub const DAY_AXIS: Phrase = phrase("Aftaler efter tid og rådgiver", "Appointments by time and counsellor");
pub const WEEK_TABLE: Phrase = phrase("Aftaler efter rådgiver og dag", "Appointments by counsellor and day");
pub const AWAY_THAT_DAY: Phrase = phrase("væk", "away");
pub const CLOSED: Phrase = phrase("lukket", "closed");
pub const NOTHING: Phrase = phrase("Ingen aftaler", "No appointments");
pub const NO_APPOINTMENTS: Phrase = phrase("Ingen aftaler den dag.", "No appointments that day.");
pub const CLOSE_CARD: Phrase = phrase("Luk aftalen", "Close the appointment");
pub const DUE: Phrase = phrase("Skal gøres nu", "To do now");
pub const NOTHING_DUE: Phrase =
    phrase("Intet venter på dig lige nu.", "Nothing is waiting for you right now.");
pub const TAKE: Phrase = phrase("Tag", "Take");
pub const YOURS: Phrase = phrase("Dit opkald", "Your call");
pub const TO_CALL: Phrase = phrase("Ring op", "Call");
pub const OPEN_IT: Phrase = phrase("Åbn", "Open");
pub const CONFIRM_SHORT: Phrase = phrase("Bekræft", "Confirm");
pub const UNANSWERED: Phrase = phrase("Venter på svar", "Waiting for an answer");
pub const LAST_DAY: Phrase = phrase("Begynd senest", "Begin by");
pub const LEFT: Phrase = phrase("Tilbage", "Left");
pub const CITIZENS: Phrase = phrase("Antal", "Number");
pub const NONE_NEAR: Phrase = phrase("Ingen frist inden for tre dage.", "No time limit within three days.");
pub const ENTRY_GONE: Phrase = phrase(
    "Den aftale findes ikke mere: den er aflyst, flyttet eller slettet.",
    "That appointment is gone: it was cancelled, moved or deleted.",
);
pub const HAND_OVER_TO: Phrase = phrase("Giv aftalen til", "Hand over to");
pub const HAND_OVER: Phrase = phrase("Giv videre", "Hand over");
pub const HANDED_OVER: Phrase = phrase("Aftalen er givet videre.", "The appointment has been handed over.");
pub const NOBODY_FREE: Phrase =
    phrase("Ingen kollega er ledig på det tidspunkt.", "No colleague is free at that time.");

/// In place of handing over a colleague's appointment.
#[must_use]
pub fn only_they_hand_over(counsellor: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Kun {counsellor} eller en leder kan give aftalen videre"),
        Lang::En => format!("Only {counsellor} or a lead can hand it over"),
    }
}

/// `Uge 48, 23. november 2026`, by the Monday.
#[must_use]
pub fn week_of(monday: NaiveDate, lang: Lang) -> String {
    let (number, date) = (monday.iso_week().week(), dates::date(monday, lang));
    match lang {
        Lang::Da => format!("Uge {number}, fra {date}"),
        Lang::En => format!("Week {number}, from {date}"),
    }
}

#[must_use]
pub fn appointments(number: u64, lang: Lang) -> String {
    match (number, lang) {
        (1, Lang::Da) => "1 aftale".to_owned(),
        (1, Lang::En) => "1 appointment".to_owned(),
        (_, Lang::Da) => format!("{number} aftaler"),
        (_, Lang::En) => format!("{number} appointments"),
    }
}

#[must_use]
pub fn unconfirmed(number: u64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{number} ikke bekræftet"),
        Lang::En => format!("{number} not confirmed"),
    }
}

/// `10-12`: when somebody may be called; with the day where it is not now.
#[must_use]
pub fn window(window: Window, is_now: bool, lang: Lang) -> String {
    let hours = format!("{}-{}", dates::clock(window.from, lang), dates::clock(window.to, lang));
    if is_now { hours } else { format!("{}, {hours}", dates::day_of_year(window.day, lang)) }
}

/// A call that is due.
#[must_use]
pub fn due_call(window: &str, tries: u16, lang: Lang) -> String {
    let tries = match (tries, lang) {
        (0, _) => String::new(),
        (_, Lang::Da) => format!(", {}. forsøg", tries + 1),
        (_, Lang::En) => format!(", try {}", tries + 1),
    };
    match lang {
        Lang::Da => format!("Ring {window}{tries}"),
        Lang::En => format!("Call {window}{tries}"),
    }
}

/// How long it is to a last day.
#[must_use]
pub fn days_left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Da) => "i dag".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::Da) => "1 dag".to_owned(),
        (1, Lang::En) => "1 day".to_owned(),
        (-1, Lang::Da) => "1 dag over".to_owned(),
        (-1, Lang::En) => "1 day over".to_owned(),
        (2.., Lang::Da) => format!("{days} dage"),
        (2.., Lang::En) => format!("{days} days"),
        (_, Lang::Da) => format!("{} dage over", -days),
        (_, Lang::En) => format!("{} days over", -days),
    }
}

/// How many have longer.
#[must_use]
pub fn contacts_later(number: u64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{number} med længere tid"),
        Lang::En => format!("{number} with more time"),
    }
}

pub const WITH: Phrase = phrase("hos", "with");
pub const EXTEND: Phrase = phrase("Giv en samtale mere", "Grant one more talk");
pub const CALL_OFF: Phrase = phrase("Aflys tiden", "Cancel the appointment");
pub const CALL_OFF_YES: Phrase = phrase("Ja, aflys tiden", "Yes, cancel it");
pub const CALL_OFF_WHY: Phrase = phrase(
    "Borgeren ser det med sin kode. I kan ikke skrive til vedkommende.",
    "The citizen sees it with their code. You cannot write to them.",
);
pub const CONFIRM: Phrase = phrase("Bekræft tiden", "Confirm the time");
pub const PENDING_WHY: Phrase = phrase(
    "Der kom usædvanligt mange aftaler, eller reglerne nævner ikke flere samtaler til den pårørende. Er det i orden, så bekræft tiden. Ellers aflys den.",
    "Unusually many appointments came in, or the rules name no more talks for the relative. If all is well, confirm the time. Otherwise cancel it.",
);
pub const IS_PENDING: Phrase = phrase("ikke bekræftet", "not confirmed");
pub const WAITING: Phrase = phrase("Venter på en ledig tid", "Waiting for a free time");
pub const WAITING_WHY: Phrase = phrase(
    "Åbn for flere tider, så kan de selv booke en med deres kode.",
    "Open more times, and they can book one themselves with their code.",
);
pub const CONTACTS: Phrase =
    phrase("Borgere, der gerne vil i behandling", "Citizens who would like treatment");
pub const CONTACTS_WHY: Phrase = phrase(
    "Antal henvendelser, dag for dag. Her står ikke, hvem det er.",
    "Number of contacts, day by day. It does not show who they are.",
);

/// The same in a word.
#[must_use]
pub fn kind_in_short(kind: BookingKind) -> Phrase {
    match kind {
        BookingKind::Online => phrase("skriftligt", "in writing"),
        BookingKind::Phone => phrase("ringer op", "calls"),
        BookingKind::InPerson => phrase("fremmøde", "in person"),
        BookingKind::Callback => phrase("I ringer", "you call"),
    }
}

/// Whom an appointment is about, in a word.
#[must_use]
pub fn about_in_short(about: BookingAbout) -> Phrase {
    match about {
        BookingAbout::Me => phrase("borgeren selv", "the citizen"),
        BookingAbout::Close => phrase("pårørende", "relative"),
        BookingAbout::Young => phrase("om en ung", "about a minor"),
        BookingAbout::Clarifying => phrase("afklaring", "clarifying"),
    }
}

#[must_use]
pub fn talks(talks: u16, extended_by: u16, lang: Lang) -> String {
    let talks = match (talks, lang) {
        (1, Lang::Da) => "1 samtale".to_owned(),
        (1, Lang::En) => "1 talk".to_owned(),
        (_, Lang::Da) => format!("{talks} samtaler"),
        (_, Lang::En) => format!("{talks} talks"),
    };
    match (extended_by, lang) {
        (0, _) => talks,
        (_, Lang::Da) => format!("{talks}, og lov til {extended_by} ekstra"),
        (_, Lang::En) => format!("{talks}, and {extended_by} more granted"),
    }
}

/// In place of the way into a colleague's conversation.
#[must_use]
pub fn only_theirs(counsellor: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Kun {counsellor} eller en leder skriver her"),
        Lang::En => format!("Only {counsellor} or a lead writes here"),
    }
}

#[must_use]
pub fn more_calls(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Se {number} opkald mere"),
        Lang::En => format!("See {number} more calls"),
    }
}

#[must_use]
pub fn more_pending(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("og {number} mere at bekræfte"),
        Lang::En => format!("and {number} more to confirm"),
    }
}

/// One's own name.
#[must_use]
pub fn you(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{name} (dig)"),
        Lang::En => format!("{name} (you)"),
    }
}
