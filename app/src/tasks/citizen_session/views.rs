//! Coming into one's plan: the code, then six digits of one's own.

use crate::{
    phrase::Phrase,
    tasks::{booking::text as booking, citizen_session::text, plan::views::texts::show_lines},
    ui::{
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Field, Group, Hidden, Line, join_ids},
    },
};
use chrono::NaiveTime;
use domain::Lang;
use leptos::prelude::*;

/// What the page with the code says first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryNote {
    /// The session has ended.
    Ended,
    /// The same, and what was sent goes along.
    EndedKept,
    /// They have signed out.
    SignedOut,
    /// The code opens nothing any more.
    Spent,
}

impl EntryNote {
    const fn text(self) -> Phrase {
        match self {
            Self::Ended => text::ENDED,
            Self::EndedKept => text::ENDED_KEPT,
            Self::SignedOut => text::SIGNED_OUT,
            Self::Spent => text::SPENT,
        }
    }
}

/// What is done with six digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryStep {
    Choose,
    Type,
}

/// `/min-plan` for who is not in: the code. `hidden` goes along with it: the mark, and what was kept.
pub fn code_page(
    meta: PageMeta,
    typed: &str,
    hidden: &[(&'static str, String)],
    note: Option<EntryNote>,
    problem: Option<String>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let problems: Vec<_> = problem.map(|problem| FieldError::new("CODE", problem)).into_iter().collect();
    let error = FieldError::at(&problems, "CODE");
    let note = note.map(|note| {
        view! { <div class="notice" role="status"><p>{note.text().get(lang)}</p></div> }
    });
    let (typed, hidden) = (typed.to_owned(), hidden.to_vec());
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <ErrorSummary problems=problems lang=lang/>
                {note}
                <h1 data-wipe="">{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                <form method="post" action=meta.to("/min-plan") autocomplete="off">
                    <Hidden fields=hidden/>
                    <Field class="form-input code-input" name="CODE" label=text::CODE.get(lang) hint=text::CODE_HINT.get(lang) value=typed lang=lang error=error inputmode="numeric" autocomplete="off" spellcheck="false" maxlength=60/>
                    <div class="actions"><button type="submit" class="button button-primary">{text::NEXT.get(lang)}</button></div>
                </form>
                <p>{text::LOST.get(lang)}</p>
                <p><a href=meta.to("/kode")>{text::OTHER_CODE.get(lang)}</a></p>
            </div>
        </Document>
    }
}

/// The digits, to be chosen or typed, after the code.
pub fn pin_page(
    meta: PageMeta,
    (code, hidden): (&str, &[(&'static str, String)]),
    step: EntryStep,
    problems: Vec<FieldError>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let error = |field: &str| FieldError::at(&problems, field);
    let (pin_error, again_error) = (error("PIN"), error("AGAIN"));
    let chooses = step == EntryStep::Choose;
    let fields = [&[("CODE", code.to_owned())], hidden].concat();
    let (title, button) =
        if chooses { (text::CHOOSE_TITLE, text::CHOOSE) } else { (text::TYPE_TITLE, text::OPEN) };
    let lead = chooses.then(|| {
        view! {
            <p class="lead">{text::CHOOSE_LEAD.get(lang)}</p>
            <p>{text::CHOOSE_WHY.get(lang)}</p>
        }
    });
    let hint = chooses.then(|| text::PIN_HINT.get(lang).to_owned());
    let field = pin_field("PIN", text::PIN, (hint, pin_error), lang);
    let again = chooses.then(|| pin_field("AGAIN", text::PIN_AGAIN, (None, again_error), lang));
    let step = if chooses { "CHOOSE" } else { "PIN" };
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <ErrorSummary problems=problems lang=lang/>
                <p><a class="back-link" href=meta.to("/min-plan")>{booking::CODE_LABEL.get(lang)}</a></p>
                <h1>{title.get(lang)}</h1>
                {lead}
                <form method="post" action=meta.to("/min-plan") autocomplete="off">
                    <Hidden fields=fields/>
                    {field}
                    {again}
                    <div class="actions"><button type="submit" class="button button-primary" name="ENTER" value=step>{button.get(lang)}</button></div>
                </form>
                <p>{text::LOST.get(lang)}</p>
            </div>
        </Document>
    }
}

/// A field for the digits. It is none for a password: browsers offer to keep those.
fn pin_field(
    name: &'static str,
    label: Phrase,
    (hint, error): (Option<String>, Option<String>),
    lang: Lang,
) -> AnyView {
    let line = Line {
        kind: "text",
        id: name.to_owned(),
        name: name.to_owned(),
        inputmode: Some("numeric"),
        autocomplete: Some("off"),
        spellcheck: Some("false"),
        maxlength: Some(20),
        described_by: join_ids(name, hint.is_some(), error.is_some(), None),
        invalid: error.is_some(),
        class: "form-input pin-input",
        ..Line::default()
    };
    view! {
        <Group id=name.to_owned() label=label.get(lang).to_owned() hint=hint error=error class="form-group" lang=lang>
            {line.show()}
        </Group>
    }
    .into_any()
}

/// What somebody wrote when their session ended, to be saved now.
pub fn kept_page(
    meta: PageMeta,
    action: String,
    fields: Vec<(String, String)>,
    typed: Option<String>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let typed = typed.map(|typed| view! { <div class="quoted"><p>{show_lines(&typed)}</p></div> });
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{text::KEPT_TITLE.get(lang)}</h1>
                <p class="lead">{text::KEPT_LEAD.get(lang)}</p>
                {typed}
                <form method="post" action=action autocomplete="off">
                    <Hidden fields=fields/>
                    <div class="actions">
                        <button type="submit" class="button button-primary">{text::KEPT_SAVE.get(lang)}</button>
                        <a class="button button-tertiary" href=meta.to("/min-plan")>{text::KEPT_LEAVE.get(lang)}</a>
                    </div>
                </form>
            </div>
        </Document>
    }
}

/// That what somebody wrote is not saved, and what it was.
pub fn lost_page(meta: PageMeta, typed: Option<String>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let typed = typed.map(|typed| view! { <p>{text::LOST_WORDS.get(lang)}</p><div class="quoted"><p>{show_lines(&typed)}</p></div> });
    view! {
        <Document meta=meta.clone()>
            <div class="container plan">
                <h1 data-wipe="">{text::LOST_TITLE.get(lang)}</h1>
                <p class="lead">{text::LOST_LEAD.get(lang)}</p>
                {typed}
                <p><a class="button button-primary" href=meta.to("/min-plan")>{text::COME_IN.get(lang)}</a></p>
            </div>
        </Document>
    }
}

/// When somebody is signed out by itself.
#[derive(Clone, Copy)]
pub struct SessionEnd {
    pub at: NaiveTime,
    /// Whether it ends then whatever is done.
    pub is_last: bool,
}

/// At the foot of every page of a plan: when it closes, and a way to close it now.
pub fn session_line(meta: &PageMeta, end: SessionEnd) -> AnyView {
    let lang = meta.lang;
    let ends = text::ends(&dates::at(end.at, lang), end.is_last, lang);
    view! {
        <div class="session-bar" id="session" hidden data-last=end.is_last.then_some("") data-from=meta.to("/min-plan/tid") data-soon=text::SOON.get(lang) data-again=meta.to("/min-plan")>
            <p role="status"></p>
            <button class="button button-secondary" type="button">{text::STAY.get(lang)}</button>
        </div>
        <section class="you" aria-labelledby="session-title">
            <h2 id="session-title">{text::SESSION_TITLE.get(lang)}</h2>
            <p>{ends}</p>
            <form method="post" action=meta.to("/min-plan/ud")>
                <button type="submit" class="button button-secondary">{text::SIGN_OUT.get(lang)}</button>
            </form>
        </section>
    }
    .into_any()
}
