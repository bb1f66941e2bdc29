//! Coming back by code: see, cancel, move, delete everything.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{
            text,
            views::{format_time_field, place::Whereabouts, receipt::known_as},
        },
        calendar::views::{CalendarEntry, calendar_form},
        callback::{text as callback, views::describe},
        case::views::{ShownCase, show_case, words_field},
        complaint::text as complaint,
        conversation::text as talk,
    },
    ui::{
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Field, Hidden},
        text as common,
    },
};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use domain::{
    BookingAbout, BookingKind, Lang, Standard, Unit, UnitSide, Window,
    complaint::ComplaintStatus,
    decide::{find_unit_side, unit_for},
};
use leptos::prelude::*;

/// Why the code that was typed leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeError {
    /// So many digits, not 25.
    Length(usize),
    Slip,
    Unknown,
}

/// `/kode`. A code that was typed stands there again, so that a slip can be mended.
pub fn code_page(
    meta: PageMeta,
    typed: &str,
    problem: Option<CodeError>,
    mark: &str,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let said = problem.map(|problem| match problem {
        CodeError::Length(number) => text::digits(number, lang),
        CodeError::Slip => text::CODE_SLIP.get(lang).to_owned(),
        CodeError::Unknown => text::CODE_UNKNOWN.get(lang).to_owned(),
    });
    let problems: Vec<_> = said.map(|said| FieldError::new("CODE", said)).into_iter().collect();
    let error = FieldError::at(&problems, "CODE");
    let typed = group_digits(typed);
    let mark = vec![("MARK", mark.to_owned())];
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::CODE_PAGE_TITLE.get(lang)}</h1>
                <form method="post" action=meta.to("/kode") autocomplete="off">
                    <Hidden fields=mark/>
                    <Field class="form-input code-input" name="CODE" label=text::CODE_LABEL.get(lang) hint=text::CODE_HINT.get(lang) value=typed lang=lang error=error inputmode="numeric" autocomplete="off" spellcheck="false" maxlength=60/>
                    <div class="actions"><button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button></div>
                </form>
                <p>{text::CODE_USE.get(lang)}</p>
                <p>{text::CODE_OF_PLAN.get(lang)}" "<a href=meta.to("/min-plan")>{common::MY_PLAN.get(lang)}</a></p>
            </div>
        </Document>
    }
}

/// What the page is about first: an appointment, a case, a complaint.
const fn choose_title(under: &UnderCode<'_>) -> Phrase {
    if !under.appointments.is_empty() {
        text::CODE_PAGE_TITLE
    } else if !under.cases.is_empty() {
        callback::CASE_TITLE
    } else if !under.complaints.is_empty() {
        complaint::follow::TITLE
    } else {
        text::NO_APPOINTMENT_TITLE
    }
}

/// The complaints under a code: how each stands, and the way to it.
fn show_complaints(meta: &PageMeta, under: &UnderCode<'_>) -> AnyView {
    let lang = meta.lang;
    let action = meta.in_municipality("klage/svar");
    let rows = under.complaints.iter().map(|(id, number, status)| {
        let fields = vec![
            ("CODE", under.code.to_owned()),
            ("MARK", under.mark.to_owned()),
            ("ID", id.clone()),
        ];
        view! {
            <section class="you">
                <h2>{complaint::follow::TITLE.get(lang)}" "{number.clone()}</h2>
                <p><strong>{complaint::receipt::status(*status).get(lang)}</strong></p>
                <form method="post" action=action.clone() class="actions">
                    <Hidden fields=fields/>
                    <button type="submit" class="button button-secondary">{complaint::follow::SEE.get(lang)}</button>
                </form>
            </section>
        }
    });
    rows.collect_view().into_any()
}

/// A code as it stands on the receipt, where it has as many digits; anything else as it was typed.
fn group_digits(typed: &str) -> String {
    let digits: Vec<char> = typed.chars().filter(char::is_ascii_digit).collect();
    let is_code = digits.len() == 25
        && typed.chars().all(|one| one.is_ascii_digit() || one.is_whitespace() || one == '-');
    if !is_code {
        return typed.to_owned();
    }
    digits.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// An appointment under a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Its name, in hexadecimal.
    pub id: String,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    /// Whether the centre has yet to confirm it.
    pub pending: bool,
    /// To which unit one comes, where it is known and matters.
    pub side: Option<UnitSide>,
    /// As a calendar knows it.
    pub calendar: CalendarEntry,
    /// Where one calls or comes, in the centre's own words.
    pub place: Option<String>,
    /// What lets into the conversation, where it is held in writing.
    pub pass: Option<String>,
}

/// What somebody waits for, and whether a time is free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waits {
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub free: bool,
}

/// Everything that stands under a code.
pub struct UnderCode<'a> {
    pub standard: &'a Standard,
    pub code: &'a str,
    /// The mark of the page, so that it is closed when somebody leaves.
    pub mark: &'a str,
    pub pseudonym: &'a str,
    pub appointments: &'a [Shown],
    pub waits: Option<Waits>,
    /// What treatment is wished for, and where that stands.
    pub cases: Vec<(String, ShownCase<'a>)>,
    /// Complaints: each with its name in hexadecimal, the number of its receipt, and how it stands.
    pub complaints: Vec<(String, String, ComplaintStatus)>,
    /// When the centre calls, where that was asked for.
    pub call: Option<Window>,
    /// The day of an appointment that the centre has called off.
    pub called_off: Option<NaiveDate>,
    /// What has just been done.
    pub done: Option<Phrase>,
    /// The appointment that has just been taken back.
    pub cancelled: Option<CalendarEntry>,
    /// Whether to ask if everything shall be deleted.
    pub sure: bool,
    pub now: NaiveDateTime,
}

/// What somebody sees who knows their code.
pub fn under_code_page(meta: PageMeta, under: &UnderCode<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let standard = under.standard;
    let done = under.done.map(|done| {
        view! { <div class="alert alert-success" role="status" data-wipe=""><div class="alert-body"><p>{done.get(lang)}</p></div></div> }
    });
    let cancelled = under.cancelled.as_ref().map(|entry| calendar_form(&meta, entry));
    let called_off = under.called_off.map(|day| {
        let said = text::called_off(&dates::long_date(day, lang), lang);
        view! { <div class="notice"><p>{said}</p></div> }
    });
    let tried = under.cases.iter().filter_map(|(_, case)| {
        let tried = case.tried.as_ref()?;
        Some(FieldError::new(words_field(case.substance(), tried.act), tried.problem.clone()))
    });
    let problems: Vec<_> = tried.collect();
    let cases = under.cases.iter().map(|(id, case)| {
        let fields = [("CODE", under.code.to_owned()), ("MARK", under.mark.to_owned()), ("CASE", id.clone())];
        show_case(&meta, case, &fields)
    });
    let cases = cases.collect_view();
    let complaints = show_complaints(&meta, under);
    let call = under.call.filter(|window| !window.is_over(under.now)).map(|window| {
        view! { <section class="you"><h2>{callback::DONE_TITLE.get(lang)}</h2><p><strong>{describe(window, lang)}</strong></p><p>{callback::UNDER_CODE.get(lang)}</p></section> }
    });
    let unreached = show_unreached(&meta, under);
    let waits = under.waits.map(|waits| waiting(&meta, (under.code, under.mark), waits, lang));
    let has_else = under.waits.is_some() || !under.cases.is_empty() || !under.complaints.is_empty();
    let appointments = if under.appointments.is_empty() && has_else {
        ().into_any()
    } else if under.appointments.is_empty() {
        view! { <p>{text::NOTHING_LEFT.get(lang)}</p> }.into_any()
    } else {
        under.appointments.iter().map(|one| appointment(&meta, under, one, lang)).collect_view().into_any()
    };
    // Each appointment says where; without one, whom to call.
    let ways = under.appointments.is_empty().then(|| {
        let unit = find_unit(under);
        view! { <h2>{unit.name.get(lang).to_owned()}</h2>{contact_block(&meta, standard, unit)} }
    });
    let none = under.appointments.is_empty();
    let title = choose_title(under);
    let more = if none { text::NEW_TIME } else { text::MORE };
    let code = || vec![("CODE", under.code.to_owned()), ("MARK", under.mark.to_owned())];
    // Under the code of a complaint nothing is booked: who takes the talk could put another code in its place.
    let again = under.complaints.is_empty().then(|| {
        let fields = vec![("CODE", under.code.to_owned()), ("CODE_MARK", under.mark.to_owned())];
        view! {
            <form method="post" action=meta.in_municipality("samtale") class="actions">
                <Hidden fields=fields/>
                <button type="submit" class="button button-secondary">{more.get(lang)}</button>
            </form>
        }
    });
    let with_complaint =
        (!under.complaints.is_empty()).then(|| view! { <p>{complaint::follow::FORGET_SURE.get(lang)}</p> });
    let sure = under.sure.then(|| {
        view! {
            <section class="notice" role="alert">
                <p>{text::FORGET_SURE.get(lang)}</p>
                {with_complaint}
                <form method="post" action=meta.to("/kode") class="actions">
                    <Hidden fields=code()/>
                    <button type="submit" class="button button-primary">{text::KEEP.get(lang)}</button>
                    <button type="submit" class="button button-secondary" name="FORGET" value="YES">{text::FORGET_YES.get(lang)}</button>
                </form>
            </section>
        }
    });
    let forget = (!under.sure).then(|| {
        view! {
            <form method="post" action=meta.to("/kode")>
                <Hidden fields=code()/>
                <button type="submit" class="link" name="FORGET" value="ASK">{text::FORGET.get(lang)}</button>
            </form>
        }
    });
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                {done}
                <ErrorSummary problems=problems lang=lang/>
                {cancelled}
                <h1>{title.get(lang)}</h1>
                {sure}
                {called_off}
                {waits}
                {call}
                {unreached}
                {appointments}
                {cases}
                {complaints}
                {again}
                {ways}
                {forget}
            </div>
        </Document>
    }
}

/// That the centre called in vain, once it will not call again by itself.
fn show_unreached(meta: &PageMeta, under: &UnderCode<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let is_over = under.call.is_some_and(|window| window.is_over(under.now));
    let is_unreached = under.call.is_none() && under.cases.iter().any(|(_, case)| case.is_unreached());
    let said = if is_over { callback::WINDOW_OVER } else { callback::UNREACHED };
    (is_over || is_unreached).then(|| {
        let href = meta.in_municipality("ring-mig-op");
        view! {
            <div class="notice">
                <p>{said.get(lang)}</p>
                <p class="actions"><a class="button button-secondary" href=href>{callback::ASK_AGAIN.get(lang)}</a></p>
            </div>
        }
        .into_any()
    })
}

/// Whom to call: the unit of the age that was told with a wish for treatment.
fn find_unit<'a>(under: &UnderCode<'a>) -> &'a Unit {
    let ages = under.cases.first().map(|(_, case)| case.subject.ages);
    unit_for(under.standard, find_unit_side(under.standard, BookingAbout::Me, ages))
}

/// Whether somebody who waits can book now.
fn waiting(meta: &PageMeta, (code, mark): (&str, &str), waits: Waits, lang: Lang) -> AnyView {
    let kind = text::kind(waits.kind).get(lang);
    let fields = || {
        vec![
            ("CODE", code.to_owned()),
            ("CODE_MARK", mark.to_owned()),
            ("ABOUT", waits.about.code().to_owned()),
            ("KIND", waits.kind.code().to_owned()),
        ]
    };
    let now = waits.free.then(|| {
        view! {
            <form method="post" action=meta.in_municipality("samtale") class="actions">
                <Hidden fields=fields()/>
                <button type="submit" class="button button-primary">{text::TAKE_TIME.get(lang)}</button>
            </form>
        }
    });
    let (title, said) = if waits.free {
        (text::WAITING_OVER_TITLE, text::WAITING_OVER)
    } else {
        (text::WAITING_TITLE, text::WAITING_STILL)
    };
    view! { <section class="you"><h2>{title.get(lang)}</h2><p>{kind}</p><p>{said.get(lang)}</p>{now}</section> }
        .into_any()
}

fn appointment(meta: &PageMeta, under: &UnderCode<'_>, one: &Shown, lang: Lang) -> AnyView {
    let when =
        format!("{}, {}", dates::long_date(one.begins.date(), lang), dates::time(one.begins.time(), lang));
    let ends = one.begins + TimeDelta::minutes(one.minutes.into());
    let over = ends <= under.now;
    let going_on = (one.begins <= under.now && !over).then(|| {
        view! { <p><strong>{text::going_on(&dates::clock(ends.time(), lang), lang)}</strong></p> }
    });
    let whereabouts = Whereabouts {
        standard: under.standard,
        kind: one.kind,
        about: one.about,
        side: one.side,
        place: one.place.as_deref(),
    };
    let whereabouts = whereabouts.show(meta);
    let fields = |move_from: bool| {
        let mut fields = vec![("CODE", under.code.to_owned())];
        if move_from {
            fields.push(("CODE_MARK", under.mark.to_owned()));
            fields.push(("MOVE", one.id.clone()));
            fields.push(("ABOUT", one.about.code().to_owned()));
            fields.push(("KIND", one.kind.code().to_owned()));
            fields.push(("FROM", format_time_field(one.begins)));
            fields.extend(one.side.map(|side| ("SIDE", side.code().to_owned())));
        } else {
            fields.push(("MARK", under.mark.to_owned()));
        }
        fields
    };
    let booking = meta.in_municipality("samtale");
    let id = one.id.clone();
    let ways = if over {
        view! { <p class="hint">{text::OVER.get(lang)}</p> }.into_any()
    } else if one.begins <= under.now {
        view! { <p>{text::next(one.kind).get(lang)}</p>{whereabouts} }.into_any()
    } else {
        view! {
            <p>{text::next(one.kind).get(lang)}</p>
            {whereabouts}
            <div class="actions">
                <form method="post" action=booking>
                    <Hidden fields=fields(true)/>
                    <button type="submit" class="button button-secondary">{text::MOVE.get(lang)}</button>
                </form>
                <details class="cancel">
                    <summary>{text::CANCEL.get(lang)}</summary>
                    <form method="post" action=meta.to("/kode")>
                        <Hidden fields=fields(false)/>
                        <p>{text::CANCEL_SURE.get(lang)}</p>
                        <button type="submit" class="button button-secondary" name="CANCEL" value=id>{text::CANCEL_YES.get(lang)}</button>
                    </form>
                </details>
                {calendar_form(meta, &one.calendar)}
            </div>
        }
        .into_any()
    };
    let pending = one.pending.then(|| view! { <p><strong>{text::PENDING_STILL.get(lang)}</strong></p> });
    let talk = one.pass.clone().map(|pass| {
        view! {
            <form method="post" action=meta.in_municipality("skriv") class="actions">
                <Hidden fields=vec![("PASS", pass)]/>
                <button type="submit" class="button button-primary">{talk::OPEN.get(lang)}</button>
            </form>
        }
    });
    view! {
        <section class="you">
            <h2>{when}</h2>
            <p>{text::kind(one.kind).get(lang)}" · "{text::lasts(one.minutes, lang)}</p>
            <p>{known_as(one.kind).get(lang)}" "<strong>{under.pseudonym.to_owned()}</strong>"."</p>
            {pending}
            {going_on}
            {talk}
            {ways}
        </section>
    }
    .into_any()
}

/// After everything has been deleted.
pub fn forgotten_page(meta: PageMeta) -> impl IntoView + use<> {
    let lang = meta.lang;
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1 data-wipe="">{text::FORGOTTEN_TITLE.get(lang)}</h1>
                <p class="lead">{text::FORGOTTEN.get(lang)}</p>
                <p><a href=meta.to("/")>{common::HOME.get(lang)}</a></p>
            </div>
        </Document>
    }
}
