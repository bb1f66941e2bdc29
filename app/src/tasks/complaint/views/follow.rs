//! A complaint under its code.

use super::attachments::show_attachments;
use super::receipt::{SignedReceipt, describe_reader, show_receipt, show_ways};
use crate::{
    phrase::Phrase,
    tasks::complaint::{
        attachment::ShownAttachment,
        text::{self, follow as say, receipt, write},
    },
    ui::{
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Field, Hidden, TextArea},
        progress_path::{self as stones, Stone},
    },
};
use chrono::NaiveDate;
use domain::{
    Lang, LocalDay, Role, Standard,
    complaint::{ComplaintFact, ComplaintStatus, ComplaintSubject, find_body},
};
use leptos::prelude::*;

/// Something that happened to a complaint.
pub struct ShownEvent {
    pub on: LocalDay,
    pub fact: ComplaintFact,
    /// What was said with it; of a name nothing.
    pub words: Option<String>,
}

/// A complaint as its citizen sees it.
pub struct FollowPage<'a> {
    pub standard: &'a Standard,
    pub signed: &'a SignedReceipt,
    pub status: ComplaintStatus,
    pub events: &'a [ShownEvent],
    /// What goes along.
    pub attached: &'a [ShownAttachment],
    pub subject: Option<ComplaintSubject>,
    /// Whether somebody has said who they are.
    pub is_named: bool,
    pub expires_on: NaiveDate,
    pub today: LocalDay,
    /// What says under which code it is, and which it is.
    pub fields: Vec<(&'static str, String)>,
    /// The role that reads it now, and whether somebody with it can.
    pub reader: Role,
    pub has_reader: bool,
    /// Who would read it next, where the answer is not enough and the standard names somebody.
    pub further: Option<Role>,
    pub done: Option<Phrase>,
    /// What was tried, what was typed, and why it could not be done.
    pub tried: Option<TriedFollow>,
}

/// What somebody tried to do to their complaint, and could not.
#[derive(Clone, Default)]
pub struct TriedFollow {
    /// `ADD` or `NAME`.
    pub act: String,
    pub words: String,
    pub name: String,
    pub phone: String,
    pub address: String,
    pub problem: Option<Phrase>,
}

/// How a complaint stands, under its code.
pub fn follow_page(meta: PageMeta, page: &FollowPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let tried = page.tried.clone().unwrap_or_default();
    let field = match tried.act.as_str() {
        "NAME" => "NAME",
        "ADD" => "WORDS",
        _ => "main-content",
    };
    let problems: Vec<_> =
        tried.problem.into_iter().map(|problem| FieldError::of(field, problem, lang)).collect();
    let done = page.done.map(|done| {
        view! { <div class="alert alert-success" role="status"><div class="alert-body"><p>{done.get(lang)}</p></div></div> }
    });
    let subject =
        page.subject.map(|subject| view! { <p class="title">{text::subject(subject).0.get(lang)}</p> });
    let code =
        page.fields.iter().filter(|(name, _)| matches!(*name, "CODE" | "MARK")).cloned().collect::<Vec<_>>();
    let (last, asked) = (show_answer(page, lang), show_question(page, lang));
    let (clock, way) = (show_clock(page, lang), show_way(page, lang));
    let status = receipt::status(page.status).get(lang);
    let acts = show_acts(&meta, page, &tried);
    let happened = show_happened(page, lang);
    let ticket = show_receipt(page.standard, &page.signed.receipt, Some(&page.signed.words), lang);
    let attached = show_attachments(page.attached, |_| None, lang);
    let ways = show_ways(&meta, page.standard, &page.signed.receipt);
    let nobody = (!page.has_reader && page.status.is_open())
        .then(|| view! { <p><strong>{receipt::NOBODY_YET.get(lang)}</strong></p> });
    let kept = say::PRINT.with(&dates::date(page.expires_on, lang), lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <ErrorSummary problems=problems lang=lang/>
                {done}
                {subject}
                <section class="you">
                    <h1>{say::TITLE.get(lang)}</h1>
                    <p><strong>{status}</strong></p>
                    {way}
                    {clock}
                    {nobody}
                </section>
                {asked}
                {last}
                {acts}
                {happened}
                {attached}
                {ticket}
                <section><p>{kept}</p>{ways}</section>
                <form method="post" action=meta.to("/kode")>
                    <Hidden fields=code/>
                    <button type="submit" class="link">{say::BACK.get(lang)}</button>
                </form>
            </div>
        </Document>
    }
}

/// The complaint's way: received, read, answered; and sent on, where there is somebody to send it to.
fn show_way(page: &FollowPage<'_>, lang: Lang) -> AnyView {
    let of = if page.signed.receipt.onward.is_some() { 4 } else { 3 };
    let now = match page.status {
        ComplaintStatus::Received => 1,
        ComplaintStatus::Read | ComplaintStatus::Asked => 2,
        ComplaintStatus::SentOn => 4,
        _ => 3,
    };
    let stone = |step: usize| match step {
        step if step == now => Stone::Now,
        step if step < now => Stone::Done,
        _ => Stone::Ahead,
    };
    let path =
        stones::path((1..=of.max(now)).map(|step| (stone(step), step)), &say::path(now, of.max(now), lang));
    view! { <div inner_html=path.into_string()></div> }.into_any()
}

/// Until when it is looked at again, while nobody has answered.
fn show_clock(page: &FollowPage<'_>, lang: Lang) -> Option<AnyView> {
    let receipt = &page.signed.receipt;
    let to = format!(
        "{}: {}",
        receipt::GOES_TO.get(lang),
        describe_reader(page.standard, receipt, page.reader, lang)
    );
    if !page.status.is_open() {
        let onward = receipt.onward.as_ref().and_then(|code| find_body(page.standard, code));
        let onward = onward.filter(|_| page.status == ComplaintStatus::Maintained);
        return onward.map(|body| view! { <p>{say::GOES_ON.with(body.name.get(lang), lang)}</p> }.into_any());
    }
    let said = match receipt.reassess_by {
        None => say::SILENT_REASSESS.get(lang).to_owned(),
        Some(last) => {
            let day = dates::weekday_and_date(last.date(), lang);
            match last.days_from(page.today) {
                days if days < 0 => say::OVER_REASSESS.with(&day, lang),
                days => say::reassessed_by(&day, days, lang),
            }
        }
    };
    Some(view! { <p>{said}</p><p>{to}</p> }.into_any())
}

fn find_last(page: &FollowPage<'_>, is: impl Fn(ComplaintFact) -> bool) -> Option<String> {
    page.events.iter().rev().find(|event| is(event.fact)).and_then(|event| event.words.clone())
}

/// The answer, to be read and printed.
fn show_answer(page: &FollowPage<'_>, lang: Lang) -> Option<AnyView> {
    let words = find_last(page, ComplaintFact::is_decision)?;
    Some(
        view! { <section class="letter"><h2>{say::ANSWER.get(lang)}</h2>{paragraphs(&words)}</section> }
            .into_any(),
    )
}

/// What the citizen was asked, while it waits for them.
fn show_question(page: &FollowPage<'_>, lang: Lang) -> Option<AnyView> {
    let words = find_last(page, |fact| fact == ComplaintFact::Asked)?;
    (page.status == ComplaintStatus::Asked).then(|| {
        view! { <section class="notice"><h2>{say::QUESTION.get(lang)}</h2>{paragraphs(&words)}</section> }
            .into_any()
    })
}

/// A text as it was written: each line of its own.
#[must_use]
pub fn paragraphs(words: &str) -> AnyView {
    words.lines().map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect_view().into_any()
}

fn show_acts(meta: &PageMeta, page: &FollowPage<'_>, tried: &TriedFollow) -> AnyView {
    let lang = meta.lang;
    let action = meta.in_municipality("klage/svar");
    let is_asked = page.status == ComplaintStatus::Asked;
    let fields = || page.fields.clone();
    let error =
        |act: &str| tried.problem.filter(|_| tried.act == act).map(|problem| problem.get(lang).to_owned());
    let label = if is_asked { say::REPLY } else { say::ADD };
    let words_error = error("ADD");
    let add = page.status.allows(ComplaintFact::Added).then(|| {
        let open = is_asked || tried.act == "ADD";
        view! {
            <details class="cancel" open=open>
                <summary>{label.get(lang)}</summary>
                <form method="post" action=action.clone() autocomplete="off">
                    <Hidden fields=fields()/>
                    <TextArea name="WORDS" label=label.get(lang) typed=tried.words.clone() lang=lang hint=say::ADD_HINT.get(lang) error=words_error rows=8/>
                    <button type="submit" class="button button-primary" name="DO" value="ADD">{say::SEND.get(lang)}</button>
                </form>
            </details>
        }
    });
    let name_error = error("NAME");
    let may_name = !page.is_named && page.status.allows(ComplaintFact::Named);
    let name = may_name.then(|| {
        view! {
            <details class="cancel" open=tried.act == "NAME">
                <summary>{say::NAME.get(lang)}</summary>
                <form method="post" action=action.clone() class="deadline" autocomplete="off">
                    <Hidden fields=fields()/>
                    <p>{say::NAME_MEANS.get(lang)}</p>
                    <Field name="NAME" label=write::NAME.get(lang) value=tried.name.clone() lang=lang error=name_error maxlength=120 autocomplete="name" spellcheck="false"/>
                    <Field name="PHONE" kind="tel" label=write::PHONE.get(lang) hint=write::PHONE_HINT.get(lang) value=tried.phone.clone() lang=lang maxlength=30 inputmode="tel" autocomplete="tel"/>
                    <Field name="ADDRESS" label=write::ADDRESS.get(lang) hint=write::ADDRESS_HINT.get(lang) value=tried.address.clone() lang=lang maxlength=200 autocomplete="address-line1" spellcheck="false"/>
                    <button type="submit" class="button button-secondary" name="DO" value="NAME">{say::NAME_YES.get(lang)}</button>
                </form>
            </details>
        }
    });
    let withdraw = page.status.allows(ComplaintFact::Withdrawn).then(|| {
        view! {
            <details class="cancel">
                <summary>{say::WITHDRAW.get(lang)}</summary>
                <form method="post" action=action.clone()>
                    <Hidden fields=fields()/>
                    <p>{say::WITHDRAW_MEANS.get(lang)}</p>
                    <button type="submit" class="button button-secondary" name="DO" value="WITHDRAW">{say::WITHDRAW_YES.get(lang)}</button>
                </form>
            </details>
        }
    });
    let further = page.further.map(|reader| {
        let next = receipt::reader(reader).get(lang);
        view! {
            <details class="cancel">
                <summary>{say::FURTHER.get(lang)}</summary>
                <form method="post" action=action.clone()>
                    <Hidden fields=fields()/>
                    <p>{say::FURTHER_MEANS.with(next, lang)}</p>
                    <button type="submit" class="button button-secondary" name="DO" value="FURTHER">{say::FURTHER_YES.get(lang)}</button>
                </form>
            </details>
        }
    });
    view! { <div class="actions">{further}{add}{name}{withdraw}</div> }.into_any()
}

/// All that has happened, the first first, with what was written.
fn show_happened(page: &FollowPage<'_>, lang: Lang) -> AnyView {
    let items = page
        .events
        .iter()
        .map(|event| {
            let day = dates::long_date(event.on.date(), lang);
            let own = matches!(event.fact, ComplaintFact::Received | ComplaintFact::Added);
            let words = event.words.as_ref().map(|words| {
                let label = own.then(|| view! { <p class="hint">{say::YOUR_WORDS.get(lang)}</p> });
                view! { <div class="said">{label}{paragraphs(words)}</div> }
            });
            view! { <li><strong>{day}</strong>": "{say::fact(event.fact).get(lang)}"."{words}</li> }
        })
        .collect_view();
    view! { <details class="details"><summary>{say::HAPPENED.get(lang)}</summary><ol>{items}</ol></details> }
        .into_any()
}
