//! Asking to be called back: confidential, not anonymous, and said so.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{text as booking, views::step::children},
        callback::text,
    },
    ui::{
        choices::{Choice, Fieldset, Legend, PressChoice, PressChoices, RadioGroup, choice_id},
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Field, Hidden, Trap},
        text as common,
    },
};
use chrono::NaiveDate;
use domain::{AgeRange, Lang, Standard, Substance, Unit, Window};
use leptos::prelude::*;

/// What somebody wrote, as they wrote it.
#[derive(Clone, Default)]
pub struct CallbackForm {
    pub phone: String,
    pub name: String,
    pub window: String,
    pub message: String,
    pub wish: String,
    /// The age that was chosen, where the page asks it.
    pub age: String,
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
            ("AGE", &self.age),
            ("FORM", &self.form),
            ("MARK", &self.mark),
        ]
        .map(|(name, value)| (name.to_owned(), value.clone()))
        .into()
    }

    /// Whether nothing has been written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.phone.is_empty() && self.window.is_empty() && self.age.is_empty()
    }

    /// Whether it is about somebody else than who writes.
    #[must_use]
    pub fn is_about_other(&self) -> bool {
        self.age == OTHER
    }

    /// For what treatment is wished for, of what is asked about.
    #[must_use]
    pub fn list_wishes(&self, asked: &[Substance]) -> Vec<Substance> {
        match self.wish.as_str() {
            BOTH => asked.to_vec(),
            wish => asked.iter().copied().filter(|substance| substance.code() == wish).collect(),
        }
    }
}

/// What the form carries where it is about somebody else.
pub const OTHER: &str = "OTHER";

/// What the form carries where treatment is wished for, for alcohol and for drugs.
const BOTH: &str = "BOTH";

/// A field that cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallbackFieldError {
    Age,
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
            Self::Age => text::BAD_AGE,
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

pub(crate) fn describe(window: Window, lang: Lang) -> String {
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
    form: &CallbackForm,
    shown: &CallbackPage<'_>,
    english: Option<Phrase>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let CallbackPage { standard, windows, today, asked, unit } = *shown;
    let first_wish = format!("WISH-{}", asked.first().map_or("NO", |one| one.code()));
    let first_window = windows.first().copied().map(format_window).unwrap_or_default();
    let problems = form
        .problems
        .iter()
        .map(|problem| {
            let field = match problem {
                CallbackFieldError::Age
                | CallbackFieldError::Filled
                | CallbackFieldError::TooFast
                | CallbackFieldError::TooOld
                | CallbackFieldError::Phone
                | CallbackFieldError::PhoneCountry => "PHONE".to_owned(),
                CallbackFieldError::Name => "NAME".to_owned(),
                CallbackFieldError::Window => choice_id("WINDOW", &first_window),
                CallbackFieldError::Message => "MESSAGE-YES".to_owned(),
                CallbackFieldError::Wish => first_wish.clone(),
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
    let wish = (!form.is_about_other()).then(|| wish_choices(asked, &form.wish, lang));
    let legend = move |question: Phrase| Legend::Label(question.get(lang).to_owned());
    let wish = wish.map(|choices| {
        let hint = Some(text::WISH_HINT.get(lang).to_owned());
        view! { <RadioGroup name="WISH" legend=legend(text::WISH) choices=choices lang=lang hint=hint error=wish_error/> }
    });
    let age = (!form.age.is_empty()).then(|| show_age(form, unit, lang));
    let other_age = show_other_age(form, lang);
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
                {show_track(&meta)}
                <form method="post" action=meta.in_municipality("ring-mig-op") autocomplete="off" class="guide asks">
                    <Hidden fields=key/>
                    {age}
                    <Trap lang=lang/>
                    <Field name="PHONE" label=text::PHONE.get(lang) hint=text::PHONE_HINT.get(lang) kind="tel" value=phone lang=lang error=phone_error inputmode="tel" maxlength=40/>
                    <Field name="NAME" label=text::NAME.get(lang) hint=text::NAME_HINT.get(lang) value=name lang=lang error=name_error maxlength=60 spellcheck="false"/>
                    <RadioGroup name="WINDOW" legend=legend(text::WINDOW) choices=times lang=lang error=window_error/>
                    <RadioGroup name="MESSAGE" legend=legend(text::MESSAGE) choices=message lang=lang error=message_error/>
                    {wish}
                    <div class="actions"><button type="submit" class="button button-primary">{text::SEND.get(lang)}</button>{other_age}</div>
                </form>
                {duty}
            </div>
        </Document>
    }
}

/// What can be chosen.
#[derive(Clone, Copy)]
pub struct CallbackPage<'a> {
    pub standard: &'a Standard,
    /// When somebody may be called.
    pub windows: &'a [Window],
    pub today: NaiveDate,
    /// What treatment can be wished for.
    pub asked: &'a [Substance],
    /// Who calls.
    pub unit: &'a Unit,
}

/// That a call is no anonymous way, and which one is.
fn show_track(meta: &PageMeta) -> AnyView {
    let lang = meta.lang;
    let instead = meta.acts.appointment.is_some().then(|| {
        view! { <a href=meta.in_municipality("samtale")>{text::ANONYMOUS_INSTEAD.get(lang)}</a> }
    });
    view! { <p class="notice">{text::CONFIDENTIAL.get(lang)}" "{instead}</p> }.into_any()
}

fn wish_choices(asked: &[Substance], chosen: &str, lang: Lang) -> Vec<Choice> {
    let each = asked.iter().map(|one| (one.code(), text::wish(std::slice::from_ref(one), lang)));
    let both = (asked.len() > 1).then(|| (BOTH, text::wish(asked, lang)));
    let others = [("NO", common::NO.get(lang)), (OTHER, text::WISH_OTHER.get(lang))];
    let all = each.chain(both).chain(others);
    all.map(|(code, label)| Choice::new(code, label, chosen == code)).collect()
}

fn describe_age(age: &str, lang: Lang) -> String {
    let ages = AgeRange::from_code(age);
    ages.map_or_else(|| text::ABOUT_OTHER.get(lang).to_owned(), |ages| common::ages(ages, lang))
}

/// The age that was chosen, and who calls for it.
fn show_age(form: &CallbackForm, unit: &Unit, lang: Lang) -> AnyView {
    let told = if form.is_about_other() {
        format!("{}.", text::ABOUT_OTHER.get(lang))
    } else {
        text::AGE_TOLD.with(&describe_age(&form.age, lang), lang)
    };
    let calls = text::CALLS.with(unit.name.get(lang), lang);
    view! { <p>{told}" "{calls}</p><input type="hidden" name="AGE" value=form.age.clone()/> }.into_any()
}

/// The way to another age. It stands behind the button that sends: that one is pressed by Enter.
fn show_other_age(form: &CallbackForm, lang: Lang) -> Option<AnyView> {
    let label = text::OTHER_AGE.get(lang);
    (!form.age.is_empty()).then(|| {
        view! { <button type="submit" class="link" name="CHANGE" value="AGE">{label}</button> }.into_any()
    })
}

/// The question for the age, where it decides who calls or what a wish starts; nothing that was typed is lost.
pub fn age_page(
    meta: PageMeta,
    standard: &Standard,
    form: &CallbackForm,
    (ages, english): (&[AgeRange], Option<Phrase>),
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let choices: Vec<PressChoice> = ages
        .iter()
        .map(|ages| ages.code())
        .chain([OTHER.to_owned()])
        .map(|value| PressChoice {
            label: common::capitalised(&describe_age(&value, lang)),
            value,
            hint: None,
        })
        .collect();
    let first = choices.first().map(|choice| choice_id("AGE", &choice.value)).unwrap_or_default();
    let is_missing = form.problems.contains(&CallbackFieldError::Age);
    let problems: Vec<_> =
        is_missing.then(|| FieldError::of(first, text::BAD_AGE, lang)).into_iter().collect();
    let error = is_missing.then(|| text::BAD_AGE.get(lang).to_owned());
    let mut kept: Vec<(&'static str, String)> = vec![("CHOOSE", "1".to_owned())];
    let typed = [
        ("WINDOW", &form.window),
        ("PHONE", &form.phone),
        ("NAME", &form.name),
        ("MESSAGE", &form.message),
        ("WISH", &form.wish),
    ];
    let key = [("FORM", &form.form), ("MARK", &form.mark)];
    kept.extend(typed.into_iter().chain(key).map(|(name, value)| (name, value.clone())));
    let municipality = standard.name.get(lang).to_owned();
    let duty = children(&meta, standard, lang);
    let hint = Some(text::AGE_HINT.get(lang).to_owned());
    let legend = Legend::Label(booking::AGE.get(lang).to_owned());
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{municipality}</a></p>
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                {english.map(|english| view! { <p>{english.get(lang)}</p> })}
                {show_track(&meta)}
                <form method="post" action=meta.in_municipality("ring-mig-op") autocomplete="off" class="guide asks">
                    <Hidden fields=kept/>
                    <Fieldset name="AGE" legend=legend lang=lang hint=hint error=error>
                        <PressChoices name="AGE" choices=choices lang=lang/>
                    </Fieldset>
                </form>
                {duty}
            </div>
        </Document>
    }
}
