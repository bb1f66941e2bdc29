//! Asking to be called back: confidential, not anonymous, and said so.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{text as booking, views::step::children},
        callback::text,
    },
    ui::{
        choices::{Choice, Legend, RadioGroup, choice_id},
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Field, Hidden, Trap},
        text as common,
    },
};
use chrono::NaiveDate;
use domain::{Lang, Standard, Window};
use leptos::prelude::*;

/// What somebody wrote, as they wrote it.
#[derive(Clone, Default)]
pub struct CallbackForm {
    pub phone: String,
    pub name: String,
    pub window: String,
    pub message: String,
    pub wish: String,
    /// The form's key, in hexadecimal.
    pub form: String,
    /// The portal's mark on the form.
    pub mark: String,
    pub problems: Vec<CallbackFieldError>,
}

impl CallbackForm {
    /// The same page in the other language.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        [
            ("PHONE", &self.phone),
            ("NAME", &self.name),
            ("WINDOW", &self.window),
            ("MESSAGE", &self.message),
            ("WISH", &self.wish),
            ("FORM", &self.form),
            ("MARK", &self.mark),
        ]
        .map(|(name, value)| (name.to_owned(), value.clone()))
        .into()
    }

    /// Whether nothing has been written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.phone.is_empty() && self.window.is_empty()
    }
}

/// A field that cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallbackFieldError {
    /// The hidden field was filled in.
    Filled,
    TooFast,
    TooOld,
    Phone,
    PhoneCountry,
    Name,
    Window,
    Message,
    Wish,
}

impl CallbackFieldError {
    const fn text(self) -> Phrase {
        match self {
            Self::Filled => booking::FILLED,
            Self::TooFast => booking::TOO_FAST,
            Self::TooOld => booking::TOO_OLD,
            Self::Phone => text::BAD_PHONE,
            Self::PhoneCountry => text::BAD_COUNTRY,
            Self::Name => text::BAD_NAME,
            Self::Window => text::BAD_WINDOW,
            Self::Message => text::BAD_MESSAGE,
            Self::Wish => text::BAD_WISH,
        }
    }
}

/// A window as the form carries it: `2026-11-24T08:00-12:30`.
#[must_use]
pub fn format_window(window: Window) -> String {
    format!("{}T{}-{}", window.day, window.from.format("%H:%M"), window.to.format("%H:%M"))
}

fn describe(window: Window, lang: Lang) -> String {
    describe_on(&dates::long_date(window.day, lang), window, lang)
}

fn describe_on(day: &str, window: Window, lang: Lang) -> String {
    format!("{day}, {}-{}", dates::time(window.from, lang), dates::time(window.to, lang))
}

/// A window as a choice, seen from today; the first one is the soonest.
fn describe_choice(window: Window, is_first: bool, today: NaiveDate, lang: Lang) -> String {
    let day = dates::day_seen_from(window.day, today, lang);
    if is_first {
        return format!("{}: {}", text::SOONEST.get(lang), describe_on(&day, window, lang));
    }
    describe_on(&common::capitalised(&day), window, lang)
}

/// `/{kommune}/ring-mig-op`.
pub fn callback_page(
    meta: PageMeta,
    standard: &Standard,
    form: &CallbackForm,
    (windows, today): (&[Window], NaiveDate),
    english: Option<Phrase>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let first_window = windows.first().copied().map(format_window).unwrap_or_default();
    let problems = form
        .problems
        .iter()
        .map(|problem| {
            let field = match problem {
                CallbackFieldError::Filled
                | CallbackFieldError::TooFast
                | CallbackFieldError::TooOld
                | CallbackFieldError::Phone
                | CallbackFieldError::PhoneCountry => "PHONE".to_owned(),
                CallbackFieldError::Name => "NAME".to_owned(),
                CallbackFieldError::Window => choice_id("WINDOW", &first_window),
                CallbackFieldError::Message => "MESSAGE-YES".to_owned(),
                CallbackFieldError::Wish => "WISH-YES".to_owned(),
            };
            FieldError::of(field, problem.text(), lang)
        })
        .collect();
    // What is wrong with the form as a whole is told above only: nothing is wrong with the field it leads to.
    let error = |problem: CallbackFieldError| {
        form.problems.contains(&problem).then(|| problem.text().get(lang).to_owned())
    };
    let times: Vec<_> = windows
        .iter()
        .map(|&window| {
            let label = describe_choice(window, format_window(window) == first_window, today, lang);
            Choice::new(format_window(window), label, form.window == format_window(window))
        })
        .collect();
    let yes_no = |chosen: &str| {
        [("YES", common::YES), ("NO", common::NO)]
            .map(|(code, label)| Choice::new(code, label.get(lang), chosen == code))
            .to_vec()
    };
    let key = vec![("FORM", form.form.clone()), ("MARK", form.mark.clone())];
    let (phone, name) = (form.phone.clone(), form.name.clone());
    let phone_error = error(CallbackFieldError::Phone).or_else(|| error(CallbackFieldError::PhoneCountry));
    let window_error = error(CallbackFieldError::Window);
    let name_error = error(CallbackFieldError::Name);
    let (message_error, wish_error) = (error(CallbackFieldError::Message), error(CallbackFieldError::Wish));
    let message = yes_no(&form.message);
    let mut wish = yes_no(&form.wish);
    wish.push(Choice::new("OTHER", text::WISH_OTHER.get(lang), form.wish == "OTHER"));
    let legend = move |question: Phrase| Legend::Label(question.get(lang).to_owned());
    let wish_hint = Some(text::WISH_HINT.get(lang).to_owned());
    let municipality = standard.name.get(lang).to_owned();
    let duty = children(&meta, standard, lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{municipality}</a></p>
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                {english.map(|english| view! { <p>{english.get(lang)}</p> })}
                <p class="notice">{text::CONFIDENTIAL.get(lang)}" "{meta.acts.appointment.is_some().then(|| view! { <a href=meta.in_municipality("samtale")>{text::ANONYMOUS_INSTEAD.get(lang)}</a> })}</p>
                <form method="post" action=meta.in_municipality("ring-mig-op") autocomplete="off" class="guide asks">
                    <Hidden fields=key/>
                    <Trap lang=lang/>
                    <Field name="PHONE" label=text::PHONE.get(lang) hint=text::PHONE_HINT.get(lang) kind="tel" value=phone lang=lang error=phone_error inputmode="tel" maxlength=40/>
                    <Field name="NAME" label=text::NAME.get(lang) hint=text::NAME_HINT.get(lang) value=name lang=lang error=name_error maxlength=60 spellcheck="false"/>
                    <RadioGroup name="WINDOW" legend=legend(text::WINDOW) choices=times lang=lang error=window_error/>
                    <RadioGroup name="MESSAGE" legend=legend(text::MESSAGE) choices=message lang=lang error=message_error/>
                    <RadioGroup name="WISH" legend=legend(text::WISH) choices=wish lang=lang hint=wish_hint error=wish_error/>
                    <div class="actions"><button type="submit" class="button button-primary">{text::SEND.get(lang)}</button></div>
                </form>
                {duty}
            </div>
        </Document>
    }
}

/// A call that has been asked for.
pub struct Called<'a> {
    pub window: Window,
    /// The last two digits of the number.
    pub ending: &'a str,
    pub message: bool,
    /// Weekdays within which the centre promises to answer.
    pub promised: Option<u16>,
    /// The form's key, in hexadecimal: with it the call can be taken back.
    pub form: &'a str,
    /// The form's mark.
    pub mark: &'a str,
}

/// What happens next.
pub fn called_page(meta: PageMeta, standard: &Standard, called: &Called<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let when = describe(called.window, lang);
    let to = text::calls_to(called.ending, called.message, lang);
    let promised = called.promised;
    let key = vec![("FORM", called.form.to_owned()), ("MARK", called.mark.to_owned())];
    let ways = contact_block(&meta, standard, standard.main_unit());
    let unit = standard.main_unit().name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1 class="alert-heading">{text::DONE_TITLE.get(lang)}</h1>
                    <p><strong>{when}</strong></p>
                </div></div>
                <section>
                    <h2>{booking::NEXT.get(lang)}</h2>
                    <p>{to}</p>
                    <p>{text::DONE.get(lang)}</p>
                    {promised.map(|weekdays| view! { <p>{text::promised(weekdays, lang)}</p> })}
                    <p>{text::DELETED.get(lang)}</p>
                    <p>{unit}</p>
                    {ways}
                </section>
                <form method="post" action=meta.in_municipality("ring-mig-op")>
                    <Hidden fields=key/>
                    <p>{text::REGRETS.get(lang)}</p>
                    <div class="actions"><button type="submit" class="button button-secondary" name="WITHDRAW" value="1">{text::WITHDRAW.get(lang)}</button></div>
                </form>
            </div>
        </Document>
    }
}

/// After a call is taken back; `gone` where there was nothing to take back any more.
pub fn withdrawn_page(meta: PageMeta, standard: &Standard, gone: bool) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (title, said) =
        if gone { (text::GONE_TITLE, text::GONE) } else { (text::WITHDRAWN_TITLE, text::WITHDRAWN) };
    let ways = contact_block(&meta, standard, standard.main_unit());
    let unit = standard.main_unit().name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{title.get(lang)}</h1>
                <p class="lead">{said.get(lang)}</p>
                <p><a href=meta.in_municipality("ring-mig-op")>{text::ASK_AGAIN.get(lang)}</a></p>
                <section><h2>{unit}</h2>{ways}</section>
            </div>
        </Document>
    }
}
