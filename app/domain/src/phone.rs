//! Telephone numbers as people, phones and address books write them.

use crate::pii::{digit, is_invisible, separates};

/// Codes of countries (ITU-T E.164, list of 2016 and its amendments): one digit, two digits, and three by their first
/// two with the third ones that are given out.
const OF_ONE: &str = "17";
const OF_TWO: [u8; 44] = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
    60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
];
const OF_THREE: [(u8, &str); 23] = [
    (21, "12368"),
    (22, "0123456789"),
    (23, "0123456789"),
    (24, "0123456789"),
    (25, "012345678"),
    (26, "0123456789"),
    (29, "01789"),
    (35, "0123456789"),
    (37, "0123456789"),
    (38, "01235679"),
    (42, "013"),
    (50, "0123456789"),
    (59, "0123456789"),
    (67, "02345679"),
    (68, "0123456789"),
    (69, "012"),
    (80, "08"),
    (85, "02356"),
    (87, "08"),
    (88, "01236"),
    (96, "0123456789"),
    (97, "01234567"),
    (99, "2345678"),
];

/// Words that stand before a number in an address book or a signature.
const LABELS: [&str; 12] = [
    "telefonnummer",
    "telefon",
    "nummer",
    "mobil",
    "phone",
    "tlfnr",
    "mob",
    "tlf",
    "tel",
    "nr",
    "mobile",
    "ring",
];

/// Why a text is no number that can be called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhoneError {
    /// It is no telephone number.
    Unreadable,
    /// There is no country with that code: it may be a slip.
    NoSuchCountry,
}

/// A telephone number as it is dialled, such as `+4587947580`.
///
/// Reads Danish numbers with or without the country's code, and numbers of other countries with theirs (by `+` or `00`),
/// in any spacing, marks, brackets and script, after a word such as `tlf.`, and with the `(0)` that is not dialled.
///
/// # Errors
/// What is no number, and a number of a country that does not exist.
pub fn parse_phone(text: &str) -> Result<String, PhoneError> {
    let dialled = read_marks(strip_label(text)).ok_or(PhoneError::Unreadable)?;
    let dialled = dialled.strip_prefix("00").map_or_else(|| dialled.clone(), |abroad| format!("+{abroad}"));
    let number = match dialled.strip_prefix('+') {
        Some(abroad) => abroad.replacen("(0)", "", 1),
        // Written without the plus: an address book's way.
        None if dialled.len() == 10 && dialled.starts_with("45") => dialled,
        None if dialled.len() == 8 => format!("45{dialled}"),
        None => return Err(PhoneError::Unreadable),
    };
    if !number.chars().all(|letter| letter.is_ascii_digit()) {
        return Err(PhoneError::Unreadable);
    }
    let code = split_country(&number).map_or(0, |(code, _)| code.len());
    match (number.strip_prefix("45"), code) {
        (Some(danish), _) if danish.len() == 8 && !danish.starts_with('0') => Ok(format!("+{number}")),
        (Some(_), _) => Err(PhoneError::Unreadable),
        _ if !(7..=15).contains(&number.len()) => Err(PhoneError::Unreadable),
        (None, 0) => Err(PhoneError::NoSuchCountry),
        (None, _) => Ok(format!("+{number}")),
    }
}

/// A number in groups, as it is read aloud: the country's code, then pairs, the first of three where they do not come
/// out even. `number` is one that [`parse_phone`] gives.
#[must_use]
pub fn group_phone(number: &str) -> String {
    let Some((code, rest)) = number.strip_prefix('+').and_then(split_country) else {
        return number.to_owned();
    };
    let first = if rest.len() % 2 == 1 { 3.min(rest.len()) } else { 0 };
    let (head, pairs) = rest.split_at(first);
    let pairs = pairs.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned());
    let groups = [head.to_owned()].into_iter().filter(|head| !head.is_empty()).chain(pairs);
    format!("+{code} {}", groups.collect::<Vec<_>>().join(" "))
}

/// The country's code of a number, and what follows; nothing where there is no such country.
fn split_country(number: &str) -> Option<(&str, &str)> {
    let starts = |length: usize| number.get(..length).and_then(|code| code.parse::<u16>().ok());
    let is_of_three = |code: u16| {
        let (two, third) = (code / 10, char::from_digit(u32::from(code % 10), 10));
        OF_THREE
            .iter()
            .any(|(first, thirds)| u16::from(*first) == two && third.is_some_and(|one| thirds.contains(one)))
    };
    let length = if number.starts_with(|first| OF_ONE.contains(first)) {
        1
    } else if starts(2).is_some_and(|code| OF_TWO.iter().any(|two| u16::from(*two) == code)) {
        2
    } else if starts(3).is_some_and(is_of_three) {
        3
    } else {
        return None;
    };
    Some(number.split_at(length))
}

/// Without the word that stands before the number.
fn strip_label(text: &str) -> &str {
    let text = text.trim_start_matches(|letter: char| is_invisible(letter) || letter.is_whitespace());
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    let word = text[..end].to_ascii_lowercase();
    if LABELS.contains(&word.as_str()) { &text[end..] } else { text }
}

/// The digits in ASCII, a plus before them, and a `(0)`; nothing where anything else stands there.
fn read_marks(text: &str) -> Option<String> {
    let mut read = String::new();
    let letters: Vec<char> = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    for (place, letter) in letters.iter().enumerate() {
        if let Some(value) = digit(*letter) {
            let is_optional =
                value == 0 && place > 0 && letters[place - 1] == '(' && letters.get(place + 1) == Some(&')');
            if is_optional {
                read.push_str("(0)");
            } else {
                read.push(char::from_digit(u32::from(value), 10)?);
            }
        } else if matches!(letter, '+' | '\u{ff0b}' | '\u{fe62}' | '\u{207a}') && read.is_empty() {
            read.push('+');
        } else if !separates(*letter) && !"[]{}\"'|~\u{2022}".contains(*letter) {
            return None;
        }
    }
    Some(read)
}
