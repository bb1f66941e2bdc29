//! Who complains, how they can be reached, and what they write.

use super::attachments::{ask_files, show_refused};
use super::problem::{ComplaintFieldError, error_at};
use super::question::back_form;
use crate::{
    phrase::Phrase,
    tasks::complaint::{
        attachment::Attachments,
        form::{Complainant, ComplaintAuthority, ComplaintForm, ComplaintReach, ComplaintStep, Progress},
        text::{self, route as say, write},
    },
    ui::{
        choices::{Checkboxes, Choice, Fieldset, Legend, Radios},
        document::{Document, PageMeta},
        error_summary::ErrorSummary,
        fields::{Field, Hidden, TextArea, Trap},
        progress_path as stones, text as common,
    },
};
use domain::{Lang, LocalDay, Role, Standard, complaint::ComplaintAnswers};
use leptos::prelude::*;

/// A page on which a complaint is written.
pub struct WritePage<'a> {
    pub standard: &'a Standard,
    pub form: &'a ComplaintForm,
    pub progress: &'a Progress,
    pub answers: ComplaintAnswers,
    pub step: ComplaintStep,
    pub today: LocalDay,
    /// Who would read it.
    pub reader: Option<Role>,
    pub problems: &'a [ComplaintFieldError],
    /// What goes along, and what was not taken.
    pub attachments: &'a Attachments,
}

/// One of the pages on which a complaint is written.
pub fn write_page(meta: PageMeta, page: &WritePage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let is_last = page.step == ComplaintStep::Write;
    let problems = page.problems.iter().map(|problem| problem.show(lang));
    let refused = page.attachments.refused.iter().map(|refused| show_refused(refused, lang));
    let problems: Vec<_> = problems.chain(refused).collect();
    let enctype = is_last.then_some("multipart/form-data");
    let (number, of) = page.progress.place(page.step);
    let progress = crate::tasks::booking::text::step(number, of, lang);
    let path = stones::steps(number, of, &progress).into_string();
    let name = page.standard.name.get(lang).to_owned();
    let (asked, names): (AnyView, &[&str]) = match page.step {
        ComplaintStep::Who => (ask_who(page, lang), &["WHO", "AUTHORITY", "ABOUT_READER"]),
        ComplaintStep::Reach => (ask_reach(page, lang), &["REACH", "NAME", "PHONE", "ADDRESS"]),
        _ => (ask_words(page, lang), &["WORDS", "WARNED"]),
    };
    let (mut fields, _) = page.form.without(names);
    fields.push(("STEP", page.step.code().to_owned()));
    if page.step == ComplaintStep::Write && page.problems.contains(&ComplaintFieldError::Telling) {
        fields.push(("WARNED", "YES".to_owned()));
    }
    let button = if page.step == ComplaintStep::Write { write::SEND } else { common::CONTINUE };
    // What is written stays when one goes back: the button stands in the same form.
    let inside = page.progress.before(page.step).filter(|_| page.step == ComplaintStep::Write).map(|step| {
        view! { <p><button type="submit" class="link" name="BACK" value=step.code()>{common::ONE_STEP_BACK.get(lang)}</button></p> }
    });
    let below = page
        .progress
        .before(page.step)
        .filter(|_| page.step != ComplaintStep::Write)
        .map(|step| back_form(&meta, page.form, step));
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <div class="guide">
                    <p class="progress">{progress}</p>
                    <div inner_html=path></div>
                    <ErrorSummary problems=problems lang=lang/>
                    <form method="post" action=meta.in_municipality("klage") class="deadline" autocomplete="off" enctype=enctype>
                        <Hidden fields=fields/>
                        {asked}
                        <Trap lang=lang/>
                        <div class="actions"><button type="submit" class="button button-primary">{button.get(lang)}</button></div>
                        {inside}
                    </form>
                    {below}
                </div>
            </div>
        </Document>
    }
}

fn choices<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> Phrase,
    chosen: &str,
    lang: Lang,
) -> Vec<Choice> {
    all.iter().map(|&one| Choice::new(code(one), label(one).get(lang), chosen == code(one))).collect()
}

fn ask_who(page: &WritePage<'_>, lang: Lang) -> AnyView {
    let form = page.form;
    let who = choices(Complainant::ALL, Complainant::code, write::who, &form.who, lang);
    let authority =
        choices(ComplaintAuthority::ALL, ComplaintAuthority::code, write::authority, &form.authority, lang);
    let who_error = error_at(page.problems, &[ComplaintFieldError::Who], lang);
    let authority_error = error_at(page.problems, &[ComplaintFieldError::Authority], lang);
    let legend = Legend::Heading(write::WHO.get(lang).to_owned());
    let second = Legend::Label(write::AUTHORITY.get(lang).to_owned());
    let hint = Some(write::AUTHORITY_HINT.get(lang).to_owned());
    let reader = page.reader.map_or("", Role::code);
    let about_reader = vec![Choice::new(reader, write::ABOUT_READER.get(lang), form.about_reader == reader)];
    let about_error = error_at(page.problems, &[ComplaintFieldError::AboutReader], lang);
    let third = Legend::Label(write::ABOUT_WHOM.get(lang).to_owned());
    let about_hint = Some(write::ABOUT_READER_HINT.get(lang).to_owned());
    view! {
        <Fieldset name="WHO" legend=legend lang=lang error=who_error><Radios name="WHO" choices=who/></Fieldset>
        <Fieldset name="AUTHORITY" legend=second lang=lang hint=hint error=authority_error><Radios name="AUTHORITY" choices=authority/></Fieldset>
        <Fieldset name="ABOUT_READER" legend=third lang=lang hint=about_hint error=about_error><Checkboxes name="ABOUT_READER" choices=about_reader/></Fieldset>
    }
    .into_any()
}

fn ask_reach(page: &WritePage<'_>, lang: Lang) -> AnyView {
    let form = page.form;
    let reach = choices(ComplaintReach::ALL, ComplaintReach::code, write::reach, &form.reach, lang);
    let at = |of: &[ComplaintFieldError]| error_at(page.problems, of, lang);
    let reach_error = at(&[ComplaintFieldError::Reach]);
    let (name_error, address_error) = (
        at(&[ComplaintFieldError::Name, ComplaintFieldError::NameLong]),
        at(&[ComplaintFieldError::Address, ComplaintFieldError::AddressLong]),
    );
    let phone_error = at(&[ComplaintFieldError::Phone, ComplaintFieldError::PhoneCountry]);
    let legend = Legend::Heading(write::REACH.get(lang).to_owned());
    let note =
        Some(view! { <p>{write::REACH_LEAD.get(lang)}</p><p>{write::WITHOUT_NAME.get(lang)}</p> }.into_any());
    view! {
        <Fieldset name="REACH" legend=legend lang=lang note=note error=reach_error><Radios name="REACH" choices=reach/></Fieldset>
        <Field name="NAME" label=write::NAME.get(lang) hint=write::NAME_HINT.get(lang) value=form.name.clone() lang=lang error=name_error maxlength=120 autocomplete="name" spellcheck="false"/>
        <Field name="PHONE" kind="tel" label=write::PHONE.get(lang) hint=write::PHONE_HINT.get(lang) value=form.phone.clone() lang=lang error=phone_error maxlength=30 inputmode="tel" autocomplete="tel"/>
        <Field name="ADDRESS" label=write::ADDRESS.get(lang) hint=write::ADDRESS_HINT.get(lang) value=form.address.clone() lang=lang error=address_error maxlength=200 autocomplete="address-line1" spellcheck="false"/>
    }
    .into_any()
}

fn ask_words(page: &WritePage<'_>, lang: Lang) -> AnyView {
    let form = page.form;
    let problems = page.problems.iter().copied().filter(|problem| *problem != ComplaintFieldError::Filled);
    let error = problems.map(|problem| problem.text().get(lang).to_owned()).next();
    view! {
        <h1>{write::HEADING.get(lang)}</h1>
        <TextArea name="WORDS" label=write::WORDS.get(lang) typed=form.words.clone() lang=lang hint=write::WORDS_HINT.get(lang) error=error rows=12/>
        {ask_files(page.attachments, lang)}
        {show_answers(page, lang)}
        <p>{write::SEND_MEANS.get(lang)}</p>
    }
    .into_any()
}

/// What was answered, each with a way back to it.
fn show_answers(page: &WritePage<'_>, lang: Lang) -> AnyView {
    let form = page.form;
    let subject = text::subject(page.answers.subject).0.get(lang).to_owned();
    let decision = page.answers.decide(page.standard, Some(page.today));
    let recipient = decision
        .outcome
        .recipient
        .map_or_else(|| say::HEAD.get(lang).to_owned(), |body| body.name.get(lang).to_owned());
    let recipient =
        if form.about_reader.is_empty() { recipient } else { write::reader_above(&recipient, lang) };
    let who = Complainant::from_code(&form.who).map(|one| write::who(one).get(lang).to_owned());
    let reach = ComplaintReach::from_code(&form.reach).map(|one| write::reach(one).get(lang).to_owned());
    let named = [&form.name, &form.phone, &form.address];
    let named: Vec<_> = named.into_iter().filter(|one| !one.trim().is_empty()).cloned().collect();
    let reach = [reach.into_iter().collect(), named].concat().join(", ");
    let rows = [
        (write::ABOUT, subject, ComplaintStep::Subject),
        (write::GOES_TO, recipient, ComplaintStep::Route),
        (write::BY_WHOM, who.unwrap_or_default(), ComplaintStep::Who),
        (write::ANSWER_BY, reach, ComplaintStep::Reach),
    ];
    let rows = rows
        .into_iter()
        .map(|(label, value, step)| {
            let change = format!("{}: {}", common::CHANGE.get(lang), label.get(lang));
            view! {
                <div class="answer">
                    <dt>{label.get(lang)}</dt>
                    <dd><span>{value}</span><button type="submit" class="link" name="BACK" value=step.code() aria-label=change>{common::CHANGE.get(lang)}</button></dd>
                </div>
            }
        })
        .collect_view();
    view! { <section class="answers"><h2>{write::ANSWERS.get(lang)}</h2><dl>{rows}</dl></section> }.into_any()
}
