//! Booking a conversation without a name: who, how, when, a check; then the receipt.

pub mod check;
pub mod place;
pub mod receipt;
pub mod step;
pub mod times;

use chrono::NaiveDateTime;
use domain::{
    AgeRange, AppointmentType, BookingAbout, BookingKind, TreatmentWish, UnitSide,
    decide::GroundedEntitlement,
};

/// How a time stands in a form: `2026-11-24T10:30`.
const TIME: &str = "%Y-%m-%dT%H:%M";

/// The answers so far, as they travel from page to page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BookingForm {
    pub about: Option<BookingAbout>,
    pub age: Option<AgeRange>,
    /// Whom one is close to, where the number of talks depends on it: see [`domain::decide::CloseTo::code`].
    pub close: Option<String>,
    pub kind: Option<BookingKind>,
    pub time: Option<NaiveDateTime>,
    /// The key of the form, in hexadecimal, from the check on.
    pub form: Option<String>,
    /// A code from before, under which to book.
    pub code: Option<String>,
    /// The appointment to be moved, in hexadecimal.
    pub moving: Option<String>,
    /// When that is; only shown.
    pub moved_from: Option<NaiveDateTime>,
    /// To which unit one came with that.
    pub side: Option<UnitSide>,
    /// The portal's mark on the form.
    pub mark: Option<String>,
    /// That of the page with a code from which the form was begun.
    pub code_mark: Option<String>,
    /// For what treatment is wished for.
    pub wish: TreatmentWish,
    /// That who wishes is 18 or older, where the chosen ages do not tell.
    pub adult: bool,
    /// What was answered before to the question that is asked again, as its choice says it; it does not travel.
    pub before: Option<String>,
}

impl BookingForm {
    /// Takes one field of a form; `false` where its value is none that the field can have.
    pub fn take(&mut self, name: &str, value: &str) -> bool {
        fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
            *place = value;
            place.is_some()
        }
        match name {
            "WHO" => {
                let (about, age) =
                    value.split_once(' ').map_or((value, None), |(about, age)| (about, Some(age)));
                self.age = age.and_then(AgeRange::from_code);
                set(&mut self.about, BookingAbout::from_code(about)) && self.age.is_some() == age.is_some()
            }
            "ABOUT" => set(&mut self.about, BookingAbout::from_code(value)),
            "AGE" => set(&mut self.age, AgeRange::from_code(value)),
            "CLOSE" => set(&mut self.close, Some(value.to_owned())),
            "KIND" => set(&mut self.kind, BookingKind::from_code(value)),
            "TIME" => set(&mut self.time, parse_time_field(value)),
            "FORM" => set(&mut self.form, Some(value.to_owned())),
            "CODE" => set(&mut self.code, Some(value.to_owned())),
            "MOVE" => set(&mut self.moving, Some(value.to_owned())),
            "FROM" => set(&mut self.moved_from, parse_time_field(value)),
            "SIDE" => set(&mut self.side, UnitSide::from_code(value)),
            "MARK" => set(&mut self.mark, Some(value.to_owned())),
            "CODE_MARK" => set(&mut self.code_mark, Some(value.to_owned())),
            "WISH_ALCOHOL" => {
                self.wish.alcohol = value == "YES";
                true
            }
            "WISH_DRUGS" => {
                self.wish.drugs = value == "YES";
                true
            }
            "WISH_ADULT" => {
                self.adult = value == "YES";
                true
            }
            _ => true,
        }
    }

    /// The answers as fields.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        [
            ("ABOUT", self.about.map(|about| about.code().to_owned())),
            ("AGE", self.age.map(AgeRange::code)),
            ("CLOSE", self.close.clone()),
            ("KIND", self.kind.map(|kind| kind.code().to_owned())),
            ("TIME", self.time.map(format_time_field)),
            ("FORM", self.form.clone()),
            ("CODE", self.code.clone()),
            ("MOVE", self.moving.clone()),
            ("FROM", self.moved_from.map(format_time_field)),
            ("SIDE", self.side.map(|side| side.code().to_owned())),
            ("MARK", self.mark.clone()),
            ("CODE_MARK", self.code_mark.clone()),
            ("WISH_ALCOHOL", self.wish.alcohol.then(|| "YES".to_owned())),
            ("WISH_DRUGS", self.wish.drugs.then(|| "YES".to_owned())),
            ("WISH_ADULT", self.adult.then(|| "YES".to_owned())),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
    }

    /// The answers without that to `name`.
    #[must_use]
    pub fn without(&self, name: &str) -> Vec<(&'static str, String)> {
        self.fields().into_iter().filter(|(field, _)| !field.starts_with(name)).collect()
    }

    /// What the rules give for who asks about themselves, where the age is known.
    #[must_use]
    pub fn entitlement<'a>(&self, ages: &'a [GroundedEntitlement]) -> Option<&'a GroundedEntitlement> {
        let about_me = self.about == Some(BookingAbout::Me);
        let fits = |grounded: &&GroundedEntitlement| {
            ages.len() == 1 || self.age.is_some_and(|age| age.within(grounded.entitlement.ages))
        };
        ages.iter().filter(|_| about_me).find(fits)
    }
}

/// Whom it is about, and of which age, as one choice says it: `ME 18-29`, `CLOSE`.
#[must_use]
pub fn format_who(about: BookingAbout, age: Option<AgeRange>) -> String {
    age.map_or_else(|| about.code().to_owned(), |age| format!("{} {}", about.code(), age.code()))
}

/// A time as a form carries it.
#[must_use]
pub fn format_time_field(time: NaiveDateTime) -> String {
    time.format(TIME).to_string()
}

/// Reads what [`format_time_field`] gives.
#[must_use]
pub fn parse_time_field(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, TIME).ok()
}

/// What a desk has opened.
pub type Kinds = Vec<(BookingKind, AppointmentType)>;
