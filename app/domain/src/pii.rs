//! What gives a person away in a free text: CPR numbers, telephone numbers, e-mail addresses, and the portal's
//! own codes. A CPR number need not fit modulus 11: since 2007 numbers are issued that do not.

use chrono::NaiveDate;
use std::ops::Range;

/// Stands where something was taken out.
pub const REDACTED: &str = "[fjernet]";

/// What something that was found is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PiiKind {
    Cpr,
    Phone,
    Email,
    /// A return code.
    Code,
}

/// Digits of a return code.
const CODE: usize = 25;

/// The kinds that are found in `text`, each once.
#[must_use]
pub fn list_pii_kinds(text: &str) -> Vec<PiiKind> {
    let mut kinds: Vec<PiiKind> = find_pii(text).into_iter().map(|(kind, _)| kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// What is found in `text`, in order, with its bytes.
#[must_use]
pub fn find_pii(text: &str) -> Vec<(PiiKind, Range<usize>)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let number = number_at(&letters, place).map(|(kind, end)| (kind, end_of_email(&letters, place, end)));
        let one = number.or_else(|| email_at(&letters, place));
        match one {
            Some((identity, end)) => {
                let bytes = letters[place].0..letters.get(end).map_or(text.len(), |letter| letter.0);
                found.push((identity, bytes));
                place = end;
            }
            None => place += 1,
        }
    }
    found
}

/// `text` without what [`find_pii`] finds.
#[must_use]
pub fn redact_pii(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (_, bytes) in find_pii(text) {
        kept.push_str(&text[from..bytes.start]);
        kept.push_str(REDACTED);
        from = bytes.end;
    }
    kept.push_str(&text[from..]);
    kept
}

/// The digit that a letter is: also on phones set to other scripts.
#[must_use]
pub fn digit(letter: char) -> Option<u8> {
    const ZEROS: [u32; 5] = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];
    let value =
        ZEROS.iter().find_map(|zero| u32::from(letter).checked_sub(*zero).filter(|value| *value < 10))?;
    u8::try_from(value).ok()
}

/// Separators between two groups of one number, at most.
const BETWEEN: usize = 5;

pub(crate) fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '/' | '(' | ')')
        || matches!(letter, ',' | '_' | ':' | ';' | '*' | '·')
}

/// Letters that nobody sees: they join, part or turn others, or draw a key around a digit.
#[must_use]
pub const fn is_invisible(letter: char) -> bool {
    is_direction(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || matches!(letter, '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}')
}

/// Letters that turn the direction of what follows, so that it reads as something else.
#[must_use]
pub const fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether somebody who looks at a text sees nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.is_control() || is_invisible(letter))
}

/// Digits from a place on, with a few separators between two, in groups.
struct Run {
    digits: Vec<u8>,
    /// After each digit, the place behind it.
    ends: Vec<usize>,
    /// How many digits stand together, group by group.
    groups: Vec<usize>,
    /// What stands before each group but the first.
    parts: Vec<char>,
}

fn run_at(letters: &[(usize, char)], start: usize) -> Run {
    let mut run = Run { digits: Vec::new(), ends: Vec::new(), groups: vec![0], parts: Vec::new() };
    let mut part = ' ';
    let (mut place, mut between) = (start, 0);
    while let Some(&(_, letter)) = letters.get(place) {
        if let Some(digit) = digit(letter) {
            if between > 0 {
                run.groups.push(0);
                run.parts.push(part);
            }
            between = 0;
            run.digits.push(digit);
            run.ends.push(place + 1);
            if let Some(group) = run.groups.last_mut() {
                *group += 1;
            }
        } else if separates(letter) && between < BETWEEN {
            if between == 0 {
                part = letter;
            }
            between += 1;
        } else if !is_invisible(letter) {
            break;
        }
        place += 1;
    }
    run
}

/// A number that begins at a place: the end of it, and what it is.
fn number_at(letters: &[(usize, char)], start: usize) -> Option<(PiiKind, usize)> {
    let before = start.checked_sub(1).map(|place| letters[place].1);
    if before.and_then(digit).is_some() {
        return None;
    }
    if letters[start].1 == '+' {
        digit(letters.get(start + 1)?.1)?;
        let run = run_at(letters, start + 1);
        return run.whole(15).map(|length| (PiiKind::Phone, run.ends[length - 1]));
    }
    digit(letters[start].1)?;
    let run = run_at(letters, start);
    let (mut identity, mut end) = run.code_or_cpr().or_else(|| Some((PiiKind::Phone, run.phone()?)))?;
    // Something worse may begin within what was found: then nothing of either is left.
    let mut before = 0;
    for group in &run.groups {
        before += group;
        if before >= end {
            break;
        }
        if let Some((worse, length)) = run.from(before).code_or_cpr()
            && before + length > end
        {
            (identity, end) = (worse, before + length);
        }
    }
    Some((identity, run.ends[end - 1]))
}

impl Run {
    /// The number of digits in whole groups, at most `length` of them.
    fn whole(&self, length: usize) -> Option<usize> {
        let mut digits = 0;
        for group in &self.groups {
            if digits + group > length {
                break;
            }
            digits += group;
        }
        (digits >= 8).then_some(digits)
    }

    /// Whether a group ends after so many digits.
    fn ends_after(&self, length: usize) -> bool {
        let mut digits = 0;
        self.groups.iter().any(|group| {
            digits += group;
            digits == length
        })
    }

    /// The run without its first digits, which are whole groups.
    fn from(&self, digits: usize) -> Self {
        let mut gone = 0;
        let groups = self.groups.iter().skip_while(|group| {
            let within = gone < digits;
            gone += **group;
            within
        });
        let groups: Vec<usize> = groups.copied().collect();
        let skipped = self.groups.len() - groups.len();
        Self {
            digits: self.digits[digits..].to_vec(),
            ends: self.ends[digits..].to_vec(),
            groups,
            parts: self.parts.get(skipped..).unwrap_or_default().to_vec(),
        }
    }

    fn code_or_cpr(&self) -> Option<(PiiKind, usize)> {
        if self.ends_after(CODE) {
            return Some((PiiKind::Code, CODE));
        }
        self.cpr().or_else(|| self.long_cpr()).map(|length| (PiiKind::Cpr, length))
    }

    /// The same with a year of four digits: `DD-MM-YYYY-SSSS`.
    fn long_cpr(&self) -> Option<usize> {
        let fits = self.groups.starts_with(&[2, 2, 4, 4]) || self.groups.starts_with(&[8, 4]);
        let digits = self.digits.get(..12).filter(|_| fits)?;
        let pair = |place: usize| u32::from(digits[place]) * 10 + u32::from(digits[place + 1]);
        let year = i32::try_from(pair(4) * 100 + pair(6)).ok()?;
        NaiveDate::from_ymd_opt(year, pair(2), pair(0)).filter(|_| (1850..2100).contains(&year)).map(|_| 12)
    }

    /// Ten digits that begin with a day of birth: `DDMMYYSSSS`, parted or not.
    fn cpr(&self) -> Option<usize> {
        let digits = self.digits.get(..10).filter(|_| self.ends_after(10))?;
        let parted = [&[10][..], &[6, 4], &[2, 2, 2, 4], &[2, 2, 6], &[4, 2, 4], &[4, 6], &[6, 2, 2]];
        let fits = parted.iter().any(|groups| self.groups.starts_with(groups));
        let number = |place: usize| u32::from(digits[place]) * 10 + u32::from(digits[place + 1]);
        let day = match number(0) {
            // Replacement numbers: 6 is added to the first digit.
            day @ 61..=91 => day - 60,
            day => day,
        };
        let year = i32::try_from(number(4)).ok()?;
        let century = match (digits[6], year) {
            (4 | 9, 0..=36) | (5..=8, 0..=57) => 2000,
            (5..=8, _) => 1800,
            _ => 1900,
        };
        NaiveDate::from_ymd_opt(century + year, number(2), day).filter(|_| fits).map(|_| 10)
    }

    /// A Danish telephone number: eight digits in groups as people write them, which a date is not.
    fn phone(&self) -> Option<usize> {
        let abroad = match self.digits.as_slice() {
            [0, 0, 4, 5, ..] => 4,
            [4, 5, ..] if self.digits.len() >= 10 && self.ends_after(10) => 2,
            [0, 0, ..] if self.digits.len() >= 10 => return self.whole(17),
            _ => 0,
        };
        let length = abroad + 8;
        let first = *self.digits.get(abroad)?;
        // No Danish number begins with 0 or 1; but people get digits wrong.
        let plausible = first >= 2 || abroad > 0 || self.groups.starts_with(&[2, 2, 2, 2]);
        let date = abroad == 0 && matches!(self.groups.as_slice(), [4, 2, 2, ..] | [2, 2, 4, ..]);
        (plausible && !date && !self.is_hours() && self.ends_after(length)).then_some(length)
    }
}

impl Run {
    /// When something begins and ends, such as `10.30-11.15` or `9-12, 13-15`.
    fn is_hours(&self) -> bool {
        let (&[one, between, other, ..], [2, 2, 2, 2, ..]) = (self.parts.as_slice(), self.groups.as_slice())
        else {
            return false;
        };
        let pair = |place: usize| self.digits[place] * 10 + self.digits[place + 1];
        let minutes = if matches!(one, '.' | ':') { 59 } else { 24 };
        one == other
            && one != between
            && pair(0) <= 24
            && pair(4) <= 24
            && pair(2) <= minutes
            && pair(6) <= minutes
    }
}

/// An e-mail address that begins at a place.
fn email_at(letters: &[(usize, char)], start: usize) -> Option<(PiiKind, usize)> {
    let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-');
    let length = |from: usize| letters[from..].iter().take_while(|(_, letter)| part(*letter)).count();
    let begins = start == 0 || !part(letters[start - 1].1);
    let name = length(start);
    if !begins || name == 0 {
        return None;
    }
    let blank = |from: usize| from + letters[from..].iter().take_while(|(_, letter)| *letter == ' ').count();
    let from = blank(at_sign(letters, blank(start + name))?);
    let domain = length(from);
    let dot = letters[from..from + domain].iter().position(|(_, letter)| *letter == '.')?;
    (dot > 0 && dot + 1 < domain).then_some((PiiKind::Email, from + domain))
}

/// Where a number ends that may be the beginning of an e-mail address: with the address, so that nothing of it is left.
fn end_of_email(letters: &[(usize, char)], start: usize, end: usize) -> usize {
    let emails = (start..end).filter_map(|place| email_at(letters, place));
    emails.map(|(_, end)| end).fold(end, usize::max)
}

/// The place behind an `@`, however it is written.
fn at_sign(letters: &[(usize, char)], place: usize) -> Option<usize> {
    let written = |text: &str| {
        let read = letters.get(place..)?.iter().map(|(_, letter)| letter.to_ascii_lowercase());
        read.take(text.chars().count()).eq(text.chars()).then_some(place + text.chars().count())
    };
    ["@", "\u{ff20}", "(at)", "[at]", "(a)"].iter().find_map(|text| written(text))
}
