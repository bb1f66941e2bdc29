//! The units of a municipality that help, and how to reach them.

use crate::{Fact, Lang, Substance, Text, Week, fact::AnyFact};

/// A telephone number and what it is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phone {
    /// Digits without country code, such as `87947580`.
    pub number: String,
    pub label: Text,
    /// The key to press, where one number stands for several.
    pub option: Option<u8>,
}

impl Phone {
    /// The number as it is dialled: with the country's code, which short numbers are not reached by.
    #[must_use]
    pub fn to_dial(&self) -> String {
        if self.number.len() == 8 { format!("+45{}", self.number) } else { self.number.clone() }
    }

    /// The number in pairs, as it is read aloud: `87 94 75 80`.
    #[must_use]
    pub fn in_pairs(&self) -> String {
        if self.number.len() != 8 {
            return self.number.clone();
        }
        let digits: Vec<char> = self.number.chars().collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        pairs.join(" ")
    }
}

/// A unit, such as a centre or its department for the young.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    pub id: String,
    /// Its code among the bodies that decisions name.
    pub body: Option<String>,
    /// The municipality it lies in, where that is another.
    pub elsewhere: Option<Text>,
    /// What it helps with; empty means all.
    pub substances: Vec<Substance>,
    pub name: Text,
    pub about: Text,
    pub address: Fact<Text>,
    /// How one gets in: stairs, a lift, a parking space.
    pub accessibility: Fact<Text>,
    pub phones: Fact<Vec<Phone>>,
    /// When the phone is answered.
    pub phone_hours: Fact<Week>,
    pub opening_hours: Fact<Week>,
    /// When one may come without an appointment.
    pub drop_in_hours: Fact<Week>,
    pub email: Fact<String>,
    pub website: Fact<String>,
}

impl Unit {
    /// What a number is for; where one number stands for several, which key to press for each.
    #[must_use]
    pub fn labels_of(&self, number: &str, lang: Lang) -> String {
        let phones = self.phones.value().into_iter().flatten().filter(|phone| phone.number == number);
        phones.map(|phone| phone.label.get(lang)).collect::<Vec<_>>().join(" · ")
    }

    /// Each fact with its key.
    pub(crate) fn facts(&self) -> Vec<(&'static str, &dyn AnyFact)> {
        vec![
            ("address", &self.address),
            ("accessibility", &self.accessibility),
            ("phones", &self.phones),
            ("phone_hours", &self.phone_hours),
            ("opening_hours", &self.opening_hours),
            ("drop_in_hours", &self.drop_in_hours),
            ("email", &self.email),
            ("website", &self.website),
        ]
    }
}
