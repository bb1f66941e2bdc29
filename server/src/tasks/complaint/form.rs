//! What the pages of a complaint ask for.

use app::tasks::complaint::form::{
    Complainant, ComplaintAuthority, ComplaintForm, ComplaintReach, ComplaintStep,
};
use app::tasks::complaint::views::ComplaintFieldError;
use domain::{PhoneError, Role, is_blank, list_pii_kinds, parse_phone};
use serde::Deserialize;

/// The largest form that a complaint is sent by, in bytes: its words, of which a letter can take twelve on the way, and
/// what stands beside them.
pub const LARGEST: usize = 320 * 1024;
/// Characters of a complaint.
const LONGEST: usize = 20_000;
/// Characters of a name, and of an address.
pub const LONGEST_NAME: usize = 120;
pub const LONGEST_ADDRESS: usize = 200;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    subject: String,
    papers: String,
    substance: String,
    adult: String,
    start: String,
    day: String,
    month: String,
    year: String,
    who: String,
    authority: String,
    about_reader: String,
    reach: String,
    name: String,
    phone: String,
    address: String,
    words: String,
    kept: String,
    remove: String,
    warned: String,
    form: String,
    mark: String,
    website: String,
    show: Option<String>,
    step: String,
    back: String,
}

impl SentForm {
    /// The page whose answer this is; none where somebody begins.
    pub fn step(&self) -> Option<ComplaintStep> {
        ComplaintStep::from_code(&self.step)
    }

    /// The page to which somebody wants to go back.
    pub fn back(&self) -> Option<ComplaintStep> {
        ComplaintStep::from_code(&self.back)
    }

    /// The place of a file that is not to go along.
    pub fn removes(&self) -> Option<u32> {
        self.remove.parse().ok()
    }

    /// Whether the receipt is to be shown again.
    pub const fn shows(&self) -> bool {
        self.show.is_some()
    }

    /// Whether the field is filled in that nobody sees: a machine fills in all it finds.
    pub const fn is_of_machine(&self) -> bool {
        !self.website.is_empty()
    }

    /// What was answered, as the page shows it.
    pub fn into_page(self) -> ComplaintForm {
        ComplaintForm {
            subject: self.subject,
            papers: self.papers,
            substance: self.substance,
            adult: self.adult,
            start: self.start,
            day: self.day,
            month: self.month,
            year: self.year,
            who: self.who,
            authority: self.authority,
            about_reader: self.about_reader,
            reach: self.reach,
            name: self.name,
            phone: self.phone,
            address: self.address,
            // A browser sends a line break as two characters, of which one was typed.
            words: self.words.replace("\r\n", "\n"),
            kept: self.kept,
            warned: self.warned,
            form: self.form,
            mark: self.mark,
        }
    }
}

/// What is wrong with who complains. Whoever was ticked as being complained about must be the one who would read it: what it
/// is about may have been changed since.
pub fn check_who(form: &ComplaintForm, reader: Option<Role>) -> Vec<ComplaintFieldError> {
    if !form.about_reader.is_empty() && Role::from_code(&form.about_reader) != reader {
        return vec![ComplaintFieldError::AboutReader];
    }
    match Complainant::from_code(&form.who) {
        None => vec![ComplaintFieldError::Who],
        Some(Complainant::Other) if ComplaintAuthority::from_code(&form.authority).is_none() => {
            vec![ComplaintFieldError::Authority]
        }
        Some(_) => Vec::new(),
    }
}

/// What is wrong with how they can be reached: only what they chose must be there, and what is there must be usable.
pub fn check_reach(form: &ComplaintForm) -> Vec<ComplaintFieldError> {
    let reach = ComplaintReach::from_code(&form.reach);
    let wants = |one| reach == Some(one);
    let phone = parse_phone(&form.phone);
    let needs_phone = wants(ComplaintReach::Phone) || !is_blank(&form.phone);
    let wrong = [
        (reach.is_none(), ComplaintFieldError::Reach),
        (wants(ComplaintReach::Letter) && is_blank(&form.name), ComplaintFieldError::Name),
        (form.name.chars().count() > LONGEST_NAME, ComplaintFieldError::NameLong),
        (needs_phone && phone == Err(PhoneError::Unreadable), ComplaintFieldError::Phone),
        (needs_phone && phone == Err(PhoneError::NoSuchCountry), ComplaintFieldError::PhoneCountry),
        (wants(ComplaintReach::Letter) && is_blank(&form.address), ComplaintFieldError::Address),
        (form.address.chars().count() > LONGEST_ADDRESS, ComplaintFieldError::AddressLong),
    ];
    wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect()
}

/// What is wrong with what was written. What can show who somebody is may stand, once they know.
pub fn check_words(form: &ComplaintForm) -> Vec<ComplaintFieldError> {
    let is_anonymous = is_blank(&form.name) && is_blank(&form.phone) && is_blank(&form.address);
    let tells = is_anonymous && form.warned != "YES" && !list_pii_kinds(&form.words).is_empty();
    let wrong = [
        (is_blank(&form.words), ComplaintFieldError::NoWords),
        (form.words.chars().count() > LONGEST, ComplaintFieldError::TooManyWords),
        (tells, ComplaintFieldError::Telling),
    ];
    wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect()
}
