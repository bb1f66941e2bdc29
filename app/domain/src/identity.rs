//! What gives a person away in a free text: CPR numbers, telephone numbers, e-mail addresses, and the portal's
//! own codes. A CPR number need not fit modulus 11: since 2007 numbers are issued that do not.

use chrono::NaiveDate;
use std::ops::Range;

/// Stands where something was taken out.
pub const REMOVED: &str = "[fjernet]";

/// What something that was found is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Identity {
    Cpr,
    Phone,
    Email,
    /// A return code.
    Code,
}

/// Digits of a return code.
const CODE: usize = 25;

/// What is found in `text`, in order, with its bytes.
#[must_use]
pub fn identities(text: &str) -> Vec<(Identity, Range<usize>)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let one = number_at(&letters, place).or_else(|| email_at(&letters, place));
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

/// `text` without what [`identities`] finds.
#[must_use]
pub fn without_identities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (_, bytes) in identities(text) {
        kept.push_str(&text[from..bytes.start]);
        kept.push_str(REMOVED);
        from = bytes.end;
    }
    kept.push_str(&text[from..]);
    kept
}

/// Digits of phones set to other scripts, too.
fn digit(letter: char) -> Option<u8> {
    const ZEROS: [u32; 5] = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];
    let value = ZEROS.iter().find_map(|zero| u32::from(letter).checked_sub(*zero).filter(|value| *value < 10))?;
    u8::try_from(value).ok()
}

fn separates(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '/' | '(' | ')')
}

/// Digits from a place on, with at most three separators between two, in groups.
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
        } else if separates(letter) && between < 3 {
            between += 1;
            part = letter;
        } else {
            break;
        }
        place += 1;
    }
    run
}

/// A number that begins at a place: the end of it, and what it is.
fn number_at(letters: &[(usize, char)], start: usize) -> Option<(Identity, usize)> {
    let before = start.checked_sub(1).map(|place| letters[place].1);
    if before.and_then(digit).is_some() {
        return None;
    }
    if letters[start].1 == '+' {
        digit(letters.get(start + 1)?.1)?;
        let run = run_at(letters, start + 1);
        return run.whole(15).map(|length| (Identity::Phone, run.ends[length - 1]));
    }
    digit(letters[start].1)?;
    let run = run_at(letters, start);
    if run.digits.len() == CODE {
        return Some((Identity::Code, run.ends[CODE - 1]));
    }
    if let Some(length) = run.cpr() {
        return Some((Identity::Cpr, run.ends[length - 1]));
    }
    run.phone().map(|length| (Identity::Phone, run.ends[length - 1]))
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
        // 10.30-11.15 is when something begins and ends.
        let times = matches!(self.parts.as_slice(), ['.', between, '.', ..] if *between != '.');
        (plausible && !date && !times && self.ends_after(length)).then_some(length)
    }
}

/// An e-mail address that begins at a place.
fn email_at(letters: &[(usize, char)], start: usize) -> Option<(Identity, usize)> {
    let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-');
    let length = |from: usize| letters[from..].iter().take_while(|(_, letter)| part(*letter)).count();
    let begins = start == 0 || !part(letters[start - 1].1);
    let name = length(start);
    let at = start + name;
    if !begins || name == 0 || letters.get(at).map(|letter| letter.1) != Some('@') {
        return None;
    }
    let domain = length(at + 1);
    let dot = letters[at + 1..at + 1 + domain].iter().position(|(_, letter)| *letter == '.')?;
    (dot > 0 && dot + 1 < domain).then_some((Identity::Email, at + 1 + domain))
}
