//! What the page for calls asks for.

use crate::db::FormKey;
use app::tasks::callback::views::CallbackForm;
use serde::Deserialize;

/// Letters of a name.
const NAME: usize = 60;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    phone: String,
    name: String,
    window: String,
    message: String,
    wish: String,
    age: String,
    pub form: String,
    pub mark: String,
    website: String,
    withdraw: Option<String>,
    show: Option<String>,
    choose: Option<String>,
    change: Option<String>,
}

/// What the form is to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    Ask,
    /// Show the receipt again.
    Show,
    /// Take back what was asked for.
    Withdraw,
    /// Go on from the question for the age.
    ChooseAge,
    /// Back to it.
    ChangeAge,
}

impl SentForm {
    pub fn intent(&self) -> Intent {
        let pressed = [
            (&self.withdraw, Intent::Withdraw),
            (&self.show, Intent::Show),
            (&self.change, Intent::ChangeAge),
            (&self.choose, Intent::ChooseAge),
        ];
        pressed.into_iter().find_map(|(field, intent)| field.as_ref().map(|_| intent)).unwrap_or(Intent::Ask)
    }

    pub fn key(&self) -> Option<FormKey> {
        self.form.parse().ok()
    }

    /// Whether the field is filled in that nobody sees: a machine fills in all it finds.
    pub fn is_of_machine(&self) -> bool {
        !self.website.is_empty()
    }

    /// What was written, as the page shows it.
    pub fn into_page(self) -> CallbackForm {
        CallbackForm {
            phone: self.phone,
            name: self.name.chars().take(NAME).collect(),
            window: self.window,
            message: self.message,
            wish: self.wish,
            age: self.age,
            form: self.form,
            mark: self.mark,
            problems: Vec::new(),
        }
    }
}
