//! What one can do now in a municipality: book a conversation, be called, phone. Each with its next real moment.

use crate::{tasks::find_help::island::Callable, ui::acts_text as text};
use domain::Lang;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// What one can do now; moments in words.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Acts {
    /// The path of the municipality's pages in this language, such as `/skanderborg`.
    pub base: String,
    /// When the next conversation can be, where one can be booked.
    pub appointment: Option<String>,
    /// Whether one can ask for a call.
    pub callback: bool,
    /// The number to call, where the standard gives one.
    pub phone: Option<Callable>,
}

impl Acts {
    /// The same with another number, or none.
    #[must_use]
    pub fn calling(&self, phone: Option<Callable>) -> Self {
        Self { phone, ..self.clone() }
    }

    /// The acts as rows. The phone comes first while it is answered, and last while it is not.
    #[must_use]
    pub fn markup(&self, lang: Lang) -> Markup {
        let phone = self.phone.as_ref();
        let answered = phone.is_some_and(|phone| phone.answered);
        let call = phone.map(|phone| {
            let name = html! { (text::CALL.get(lang)) " " span class="phone" { (phone.shown) } };
            (format!("tel:{}", phone.dial), name, phone.when.as_str())
        });
        let book = self
            .appointment
            .as_deref()
            .map(|when| (format!("{}/samtale", self.base), html! { (text::BOOK.get(lang)) }, when));
        let ask = self.callback.then(|| {
            let name = html! { (text::CALLBACK.get(lang)) };
            (format!("{}/ring-mig-op", self.base), name, text::CALLBACK_WHEN.get(lang))
        });
        let acts = if answered { [call, book, ask] } else { [book, ask, call] };
        html! {
            ul class="acts" {
                @for (place, (href, name, when)) in acts.iter().flatten().enumerate() {
                    li {
                        a class=(if place == 0 { "act first" } else { "act" }) href=(href) {
                            strong { (name) }
                            @if !when.is_empty() { " " span { (when) } }
                        }
                    }
                }
            }
        }
    }
}

/// What a municipality can do for whoever comes now, as far as is known.
#[cfg(feature = "ssr")]
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct ServiceLevel {
    pub appointment: NextAppointment,
    /// Whether calls are taken down.
    pub callback: bool,
    /// The days on which the centre is closed.
    pub days: std::sync::Arc<domain::OpeningDays>,
}

/// When the next conversation can be.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub enum NextAppointment {
    /// Nobody has looked yet, or it cannot be looked up.
    #[default]
    Unknown,
    /// The centre has opened no kind.
    Closed,
    /// All times are taken.
    Full,
    /// The first free time, and the local moment from which it cannot be booked any more.
    At { begins: chrono::NaiveDateTime, until: chrono::NaiveDateTime },
}

#[cfg(feature = "ssr")]
impl ServiceLevel {
    /// The acts in words, seen from `now`, with the number of `unit`.
    #[must_use]
    pub fn describe(
        &self,
        base: String,
        unit: &domain::Unit,
        now: chrono::NaiveDateTime,
        lang: Lang,
    ) -> Acts {
        let at = domain::CentreTime { now, days: std::sync::Arc::clone(&self.days) };
        let appointment = match self.appointment {
            NextAppointment::Closed => None,
            NextAppointment::Full => Some(text::BOOK_FULL.get(lang).to_owned()),
            NextAppointment::At { begins, until } if now < until => {
                Some(text::next_free(&crate::ui::dates::next_time(begins, now, lang), lang))
            }
            NextAppointment::Unknown | NextAppointment::At { .. } => {
                Some(text::BOOK_WHEN.get(lang).to_owned())
            }
        };
        Acts { base, appointment, callback: self.callback, phone: Callable::of(unit, &at, lang) }
    }
}
