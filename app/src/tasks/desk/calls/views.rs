//! Who wants to be called.

use super::text;
use crate::{
    phrase::Phrase,
    tasks::desk::{
        agenda::views::show_language,
        cases::text as cases_text,
        shell::{AtDesk, desk_page},
        text as desk_text,
        views::{Notices, describe_contact, show_act, show_named_act},
    },
    ui::{dates, document::PageMeta, fields::Hidden, text as common},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    AgeRange, GiveBackReason, Lang, Role, Standard, Substance, UnitSide, Window,
    decide::{unit_for, units_for},
    group_phone,
};
use leptos::prelude::*;

/// A call in the queue.
pub struct Queued {
    /// Its name, in hexadecimal.
    pub id: String,
    /// The day on which it was asked for.
    pub asked_on: NaiveDate,
    pub window: Window,
    pub contact_on: Option<NaiveDate>,
    pub tries: u16,
    /// Whether the number is deleted when nobody answers once more.
    pub is_last_try: bool,
    /// The language it was asked for in.
    pub lang: Lang,
    /// The unit that calls, where the standard divides them by age.
    pub side: Option<UnitSide>,
    /// Who has taken it.
    pub taken_by: Option<String>,
    /// Whether it is who asks.
    pub own: bool,
    /// For who has taken it.
    pub who: Option<Caller>,
}

/// Who is to be called.
pub struct Caller {
    pub phone: String,
    pub name: String,
    /// Whether a message may be left.
    pub message: bool,
    pub ages: Option<AgeRange>,
    /// The cases of their wish for treatment: about what, and their names in hexadecimal.
    pub cases: Vec<(Substance, String)>,
}

/// What the page shows.
pub struct CallsPage<'a> {
    /// In the order of their windows.
    pub calls: &'a [Queued],
    pub now: NaiveDateTime,
    pub standard: &'a Standard,
    /// The unit whose calls are shown alone.
    pub only: Option<UnitSide>,
}

/// So many calls are seen at once.
const FEW: usize = 3;

/// A call and its place in the queue.
type Placed<'a> = (usize, &'a Queued);

/// `/desk/opkald`: one's own calls first, then those that can be made now.
pub fn calls_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &CallsPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let placed = || (1..).zip(page.calls);
    let own: Vec<Placed<'_>> = placed().filter(|(_, call)| call.own).collect();
    let free = |is_meant: &dyn Fn(&Window) -> bool| -> Vec<Placed<'_>> {
        placed().filter(|(_, call)| call.taken_by.is_none() && is_meant(&call.window)).collect()
    };
    let now = free(&|window| window.contains(page.now));
    let later = free(&|window| !window.contains(page.now) && !window.is_over(page.now));
    let over = free(&|window| window.is_over(page.now));
    let others: Vec<Placed<'_>> = placed().filter(|(_, call)| !call.own && call.taken_by.is_some()).collect();
    let own_calls = (!own.is_empty()).then(|| {
        let calls = own.iter().map(|one| show_own(&meta, page, *one)).collect_view();
        view! { <section><h2>{text::MINE.get(lang)}</h2>{calls}</section> }
    });
    let list = |title, why, calls: &[Placed<'_>]| show_list(&meta, page, (title, why), calls, at.role);
    let nothing = page.calls.is_empty().then(|| view! { <p>{text::NO_CALLS.get(lang)}</p> });
    let content = view! {
        <h1>{desk_text::CALLS.get(lang)}</h1>
        <p class="hint">{text::CALLS_LEAD.get(lang)}</p>
        {show_units(&meta, page)}
        {nothing}
        {own_calls}
        <div data-live="calls">
            {list(text::CALL_NOW, None, &now)}
            {list(text::CALL_LATER, None, &later)}
            {list(text::CALL_OVER, Some(text::CALL_OVER_WHY), &over)}
            {list(text::WITH_COLLEAGUES, None, &others)}
        </div>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The queues of both units, where the standard divides them by age.
fn show_units(meta: &PageMeta, page: &CallsPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let of = |only: Option<UnitSide>, label: String| {
        let query = only.map(|side| format!("?enhed={}", side.code())).unwrap_or_default();
        let href = meta.to(&format!("/desk/opkald{query}"));
        let current = (only == page.only).then_some("true");
        view! { <a class="button button-secondary" href=href aria-current=current>{label}</a> }
    };
    let is_divided = units_for(page.standard, None).len() > 1;
    is_divided.then(|| {
        let units = [UnitSide::Adult, UnitSide::Young].map(|side| {
            let unit = unit_for(page.standard, Some(side));
            of(Some(side), unit.name.get(lang).to_owned())
        });
        view! { <p class="actions">{of(None, text::ALL_UNITS.get(lang).to_owned())}{units.into_iter().collect_view()}</p> }
            .into_any()
    })
}

/// When somebody may be called: today by the hours alone.
fn describe_window(window: Window, now: NaiveDateTime, lang: Lang) -> String {
    let hours = format!("{}-{}", dates::clock(window.from, lang), dates::clock(window.to, lang));
    format!("{}, {hours}", dates::day_seen_from(window.day, now.date(), lang))
}

/// What is known of a call without its number.
fn describe(call: &Queued, page: &CallsPage<'_>, lang: Lang) -> AnyView {
    let tries = (call.tries > 0).then(|| format!(" · {}", text::tries(call.tries, lang)));
    let contact = call.contact_on.map(|day| view! { <br/><span>{describe_contact(day, None, lang)}</span> });
    let unit = call.side.map(|side| unit_for(page.standard, Some(side)));
    let unit = unit.map(|unit| format!(" · {}", unit.name.get(lang)));
    view! {
        <span class="hint">{text::asked_on(&dates::day_seen_from(call.asked_on, page.now.date(), lang), lang)}{tries}{unit}{show_language(call.lang, lang)}</span>
        {contact}
    }
    .into_any()
}

fn show_list(
    meta: &PageMeta,
    page: &CallsPage<'_>,
    (title, why): (Phrase, Option<Phrase>),
    calls: &[Placed<'_>],
    role: Role,
) -> Option<AnyView> {
    let lang = meta.lang;
    let lines = calls.iter().map(|one| show_line(meta, page, *one, role)).collect_view();
    // What can be done now is open; a list of a few does not need to be folded.
    let is_open = title == text::CALL_NOW || (title != text::CALL_OVER && calls.len() <= FEW);
    (!calls.is_empty()).then(|| {
        view! {
            <details class="panel" open=is_open>
                <summary><h2>{title.get(lang)}" ("{calls.len()}")"</h2></summary>
                {why.map(|why| view! { <p class="hint">{why.get(lang)}</p> })}
                <ul class="lines">{lines}</ul>
            </details>
        }
        .into_any()
    })
}

fn show_line(meta: &PageMeta, page: &CallsPage<'_>, (place, call): Placed<'_>, role: Role) -> AnyView {
    let lang = meta.lang;
    let head = format!("{}: {}", text::number(place, lang), describe_window(call.window, page.now, lang));
    let taken = call.taken_by.clone().map(|name| view! { <br/>{text::TAKEN_BY.get(lang)}" "{name} });
    let act = match (&call.taken_by, role) {
        (None, _) => Some(show_claim(meta, call, &head)),
        (Some(_), Role::Lead) => Some(show_give_back(meta, call)),
        (Some(_), _) => None,
    };
    view! { <li><div><strong>{head.clone()}</strong><br/>{describe(call, page, lang)}{taken}</div>{act}</li> }
        .into_any()
}

fn fields(call: &Queued) -> Vec<(&'static str, String)> {
    vec![("ID", call.id.clone()), ("BEFORE", call.tries.to_string())]
}

fn show_claim(meta: &PageMeta, call: &Queued, head: &str) -> AnyView {
    view! {
        <form method="post" action=meta.to("/desk/opkald")>
            <Hidden fields=fields(call)/>
            {show_named_act("CLAIM", text::CLAIM, head, meta.lang)}
        </form>
    }
    .into_any()
}

/// Back to the queue, with the reason.
fn show_give_back(meta: &PageMeta, call: &Queued) -> AnyView {
    let lang = meta.lang;
    let id = format!("REASON-{}", call.id);
    let options = GiveBackReason::ALL
        .iter()
        .map(|reason| view! { <option value=reason.code()>{text::reason(*reason).get(lang)}</option> })
        .collect_view();
    view! {
        <details>
            <summary>{text::GIVE_BACK.get(lang)}</summary>
            <form class="inline-form" method="post" action=meta.to("/desk/opkald")>
                <Hidden fields=fields(call)/>
                <label class="form-label" for=id.clone()>{text::REASON.get(lang)}</label>
                <select class="form-select" id=id name="REASON"><option value="">{text::CHOOSE.get(lang)}</option>{options}</select>
                {show_act("GIVE_BACK", text::GIVE_BACK_SHORT, "button button-secondary", lang)}
            </form>
        </details>
    }
    .into_any()
}

/// A call that one has taken, with the number, and what one can do.
fn show_own(meta: &PageMeta, page: &CallsPage<'_>, (place, call): Placed<'_>) -> AnyView {
    let lang = meta.lang;
    let is_open = call.window.contains(page.now);
    let who = call.who.as_ref().map(|who| show_caller(meta, who, call.contact_on));
    let outside = (!is_open).then(|| view! { <p class="alert-line">{text::OUTSIDE_WINDOW.get(lang)}</p> });
    let tried = is_open.then(|| show_tried(meta, call));
    view! {
        <div class="panel card">
            <p><strong>{text::number(place, lang)}": "{describe_window(call.window, page.now, lang)}</strong></p>
            {who}
            <p>{describe(call, page, lang)}</p>
            {outside}
            <div class="actions">
                {tried}
                <details>
                    <summary>{text::CALLED.get(lang)}</summary>
                    <form method="post" action=meta.to("/desk/opkald")>
                        <Hidden fields=fields(call)/>
                        <p>{text::CALLED_SURE.get(lang)}</p>
                        {show_act("CALLED", text::CALLED_YES, "button button-primary", lang)}
                    </form>
                </details>
                {show_give_back(meta, call)}
            </div>
        </div>
    }
    .into_any()
}

/// Number, name and age; and the way to the cases of their wish.
fn show_caller(meta: &PageMeta, who: &Caller, contact_on: Option<NaiveDate>) -> AnyView {
    let lang = meta.lang;
    let name = if who.name.is_empty() { text::NO_NAME.get(lang).to_owned() } else { who.name.clone() };
    let message = if who.message { text::MESSAGE_YES } else { text::MESSAGE_NO }.get(lang);
    let ages = who.ages.map(|ages| format!(" · {}", common::ages(ages, lang)));
    let cases = who.cases.iter().map(|(substance, id)| {
        let label = text::TO_CASE.with(common::substance(*substance).get(lang), lang);
        view! { <p><a href=meta.to(&format!("/desk/sager/{id}"))>{label}</a></p> }
    });
    // A wish that was said before cases were followed.
    let open = contact_on.filter(|_| who.cases.is_empty()).map(|day| {
        let href = meta.to(&format!("/desk/sager/ny?dag={day}"));
        view! { <p><a href=href>{cases_text::OPEN.get(lang)}</a></p> }
    });
    view! {
        <p class="entry-when"><a class="phone" href=format!("tel:{}", who.phone)>{group_phone(&who.phone)}</a></p>
        <p><bdi>{name}</bdi>" · "{message}{ages}</p>
        {cases.collect_view()}
        {open}
    }
    .into_any()
}

/// That nobody answered; the last time with a question, since it deletes the number.
fn show_tried(meta: &PageMeta, call: &Queued) -> AnyView {
    let lang = meta.lang;
    let action = meta.to("/desk/opkald");
    if !call.is_last_try {
        return view! {
            <form method="post" action=action>
                <Hidden fields=fields(call)/>
                {show_act("TRIED", text::TRIED, "button button-secondary", lang)}
            </form>
        }
        .into_any();
    }
    let mut sure = fields(call);
    sure.push(("SURE", "YES".to_owned()));
    view! {
        <details>
            <summary>{text::TRIED.get(lang)}</summary>
            <form method="post" action=action>
                <Hidden fields=sure/>
                <p>{text::LAST_TRY.get(lang)}</p>
                {show_act("TRIED", text::LAST_TRY_YES, "button button-secondary", lang)}
            </form>
        </details>
    }
    .into_any()
}
