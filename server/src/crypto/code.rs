//! The return code: 25 digits, the only way back to what was booked without a name.
//!
//! Digits 1-5 find the record and are no secret, 6-24 are the secret (63 bits), the last one checks for
//! slips of the finger (the method of H. Michael Damm).

use crate::crypto::keys::Key;
use domain::digit;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

const LENGTH: usize = 25;

/// A return code.
pub struct Code(Zeroizing<[u8; LENGTH]>);

/// What is wrong with a typed code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("is no return code")]
pub enum ParseCodeError {
    /// So many digits, not 25.
    Length(usize),
    /// A digit is wrong, or two have changed places.
    Check,
}

impl Code {
    /// The code that belongs to a form: sent twice, the form leads to the same code. `attempt` counts the
    /// codes whose first digits were taken.
    ///
    /// # Panics
    /// Never: HKDF gives what is asked for.
    #[must_use]
    pub fn of_form(key: &Key, form: &[u8; 16], attempt: u8) -> Self {
        let mut stream = Zeroizing::new([0; 256]);
        Hkdf::<Sha256>::new(Some(&key[..]), form)
            .expand(&[b"return code v1 ".as_slice(), &[attempt]].concat(), &mut stream[..])
            .expect("256 bytes are less than HKDF can give");
        // Bytes from 250 are passed over, so that every digit is equally likely.
        let mut even = stream.iter().filter(|byte| **byte < 250).map(|byte| byte % 10);
        let mut digits = Zeroizing::new([0; LENGTH]);
        for digit in &mut digits[..LENGTH - 1] {
            *digit = even.next().expect("of 256 bytes far more than 24 are below 250");
        }
        digits[LENGTH - 1] = check_digit(&digits[..LENGTH - 1]);
        Self(digits)
    }

    /// Reads what somebody typed: everything but digits is passed over.
    ///
    /// # Errors
    /// Too few or too many digits, or a slip of the finger.
    pub fn parse(text: &str) -> Result<Self, ParseCodeError> {
        let mut digits = Zeroizing::new([0; LENGTH]);
        let mut length = 0;
        for digit in text.chars().filter_map(digit) {
            if let Some(place) = digits.get_mut(length) {
                *place = digit;
            }
            length += 1;
        }
        if length != LENGTH {
            return Err(ParseCodeError::Length(length));
        }
        if check_digit(&digits[..]) != 0 {
            return Err(ParseCodeError::Check);
        }
        Ok(Self(digits))
    }

    /// The digits that find the record.
    #[must_use]
    pub fn selector(&self) -> i32 {
        self.0[..5].iter().fold(0, |number, &digit| number * 10 + i32::from(digit))
    }

    /// The same of a plan's code: plans are many, and live long.
    #[must_use]
    pub fn plan_selector(&self) -> i32 {
        self.0[..7].iter().fold(0, |number, &digit| number * 10 + i32::from(digit))
    }

    /// The digits that prove the code; the selector is one of them, so that it cannot be exchanged.
    #[must_use]
    pub fn secret(&self) -> &[u8] {
        &self.0[..LENGTH - 1]
    }

    /// For the page: five groups of five.
    #[must_use]
    pub fn to_groups(&self) -> Zeroizing<String> {
        let mut text = String::with_capacity(LENGTH + 4);
        for (place, digit) in self.0.iter().enumerate() {
            if place > 0 && place % 5 == 0 {
                text.push(' ');
            }
            text.push(char::from(b'0' + digit));
        }
        Zeroizing::new(text)
    }
}

/// 0 for digits that end with their check digit.
fn check_digit(digits: &[u8]) -> u8 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    digits.iter().fold(0, |state, &digit| TABLE[usize::from(state)][usize::from(digit)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(form: u8) -> Code {
        Code::of_form(&Zeroizing::new([7; 32]), &[form; 16], 0)
    }

    #[test]
    fn the_published_example_of_the_check_digit_holds() {
        assert_eq!(check_digit(&[5, 7, 2]), 4);
        assert_eq!(check_digit(&[5, 7, 2, 4]), 0);
    }

    #[test]
    fn a_form_sent_twice_has_one_code_and_another_form_another() {
        assert_eq!(*code(1).to_groups(), *code(1).to_groups());
        assert_ne!(*code(1).to_groups(), *code(2).to_groups());
        let next = Code::of_form(&Zeroizing::new([7; 32]), &[1; 16], 1);
        assert_ne!(*code(1).to_groups(), *next.to_groups());
    }

    #[test]
    fn a_code_is_read_however_it_is_written() {
        let shown = code(3).to_groups();
        let wide: String = shown
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0xFF10 + d).expect("a digit")))
            .collect();
        for text in [shown.replace(' ', ""), shown.replace(' ', "-"), format!(" {}\n", shown.as_str()), wide]
        {
            assert_eq!(Code::parse(&text).map(|code| code.to_groups().to_string()), Ok(shown.to_string()));
        }
    }

    #[test]
    fn too_few_and_too_many_digits_are_counted() {
        assert_eq!(Code::parse("12345").err(), Some(ParseCodeError::Length(5)));
        assert_eq!(Code::parse(&"1".repeat(26)).err(), Some(ParseCodeError::Length(26)));
        assert_eq!(Code::parse("").err(), Some(ParseCodeError::Length(0)));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_or_two_changed_places_are_found(form in any::<[u8; 16]>(), place in 0usize..25, other in 0u8..10) {
            let code = Code::of_form(&Zeroizing::new([9; 32]), &form, 0);
            let digits: Vec<u8> = code.0.to_vec();
            let read = |digits: &[u8]| Code::parse(&digits.iter().map(|d| char::from(b'0' + d)).collect::<String>());
            prop_assert!(read(&digits).is_ok());
            let mut slip = digits.clone();
            slip[place] = other;
            prop_assert_eq!(read(&slip).is_ok(), other == digits[place]);
            let mut turned = digits.clone();
            turned.swap(place, (place + 1).min(24));
            prop_assert_eq!(read(&turned).is_ok(), turned == digits);
        }

        #[test]
        fn no_rubbish_is_a_panic(text in "\\PC{0,60}") {
            let _ = Code::parse(&text);
        }
    }

    #[test]
    fn digits_are_evenly_spread() {
        let mut count = [0u32; 10];
        for form in 0..4000u32 {
            let mut key = [0; 16];
            key[..4].copy_from_slice(&form.to_be_bytes());
            let code = Code::of_form(&Zeroizing::new([1; 32]), &key, 0);
            code.secret().iter().for_each(|&digit| count[usize::from(digit)] += 1);
        }
        assert!(count.iter().all(|&seen| (9200..10_000).contains(&seen)), "{count:?}");
    }
}
