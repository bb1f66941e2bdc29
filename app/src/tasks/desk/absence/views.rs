//! Who is away, and days on which a centre is closed.

use super::text;
use crate::{
    tasks::desk::{
        agenda::{text as agenda_text, views::Entry},
        shell::{AtDesk, desk_page},
        text as desk_text,
        views::{Notices, show_submit},
    },
    ui::{
        closures, dates,
        document::PageMeta,
        fields::{Field, Hidden},
    },
};
use chrono::NaiveDate;
use domain::{Holiday, Lang};
use leptos::prelude::*;

/// What stands for the whole centre in the field of who it is.
pub const CENTRE: &str = "CENTRE";

/// An absence as it is or was typed.
#[derive(Clone, Default)]
pub struct AbsenceForm {
    /// A colleague by name in hexadecimal, or [`CENTRE`].
    pub whose: String,
    pub from: String,
    pub to: String,
    pub span: String,
    pub note: String,
}

impl AbsenceForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("WHO", self.whose.clone()),
            ("FROM", self.from.clone()),
            ("TO", self.to.clone()),
            ("SPAN", self.span.clone()),
            ("NOTE", self.note.clone()),
        ]
    }
}

/// What the page shows.
pub struct AbsencePage<'a> {
    /// Whom one may report: name in hexadecimal or [`CENTRE`], and name.
    pub people: &'a [(String, String)],
    pub form: &'a AbsenceForm,
    /// Closed days to come, where one may close days.
    pub closed: &'a [(NaiveDate, String)],
    /// Holidays to come, where one may close days: each with whether the centre is open.
    pub holidays: &'a [(NaiveDate, Holiday, bool)],
}

/// `/desk/fravaer`.
pub fn absence_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &AbsencePage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let AbsenceForm { whose, from, to, span, note } = page.form.clone();
    let people = page
        .people
        .iter()
        .map(|(id, name)| view! { <option value=id.clone() selected=*id == whose>{name.clone()}</option> })
        .collect_view();
    let may_close = page.people.iter().any(|(id, _)| id == CENTRE);
    let note = may_close.then(|| {
        view! { <Field name="NOTE" label=text::NOTE.get(lang) hint=text::NOTE_HINT.get(lang) value=note lang=lang autocomplete="off" maxlength=200/> }
    });
    let (from_error, to_error, span_error) = (notices.at("FROM"), notices.at("TO"), notices.at("SPAN"));
    let content = view! {
        <h1>{text::TITLE.get(lang)}</h1>
        <p>{text::LEAD.get(lang)}</p>
        <form class="panel" method="post" action=meta.to("/desk/fravaer")>
            <div class="form-group">
                <label class="form-label" for="WHO">{text::WHOSE.get(lang)}</label>
                <select class="form-select" id="WHO" name="WHO">{people}</select>
            </div>
            <div class="side-by-side">
                <Field name="FROM" label=text::FROM.get(lang) kind="date" value=from lang=lang error=from_error autocomplete="off"/>
                <Field name="TO" label=text::TO.get(lang) hint=text::TO_HINT.get(lang) kind="date" value=to lang=lang error=to_error autocomplete="off"/>
                <Field name="SPAN" label=text::SPAN.get(lang) hint=text::SPAN_HINT.get(lang) value=span lang=lang error=span_error autocomplete="off" spellcheck="false"/>
                {note}
            </div>
            {show_submit(text::GO_ON, lang)}
        </form>
        {show_closed(&meta, page.closed)}
        {show_holidays(&meta, page.holidays)}
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_closed(meta: &PageMeta, closed: &[(NaiveDate, String)]) -> Option<AnyView> {
    let lang = meta.lang;
    let days = closed
        .iter()
        .map(|(day, note)| {
            let (date, open) = (dates::long_date(*day, lang), text::OPEN_AGAIN.get(lang));
            let note = (!note.is_empty()).then(|| format!(": {note}"));
            let name = format!("{open}: {date}");
            view! {
                <li>
                    <span>{date}{note}</span>
                    <form method="post" action=meta.to("/desk/fravaer")>
                        <Hidden fields=vec![("DO", "OPEN_DAY".to_owned())]/>
                        <button class="link" type="submit" name="DAY" value=day.to_string() aria-label=name>{open}</button>
                    </form>
                </li>
            }
        })
        .collect_view();
    let is_short = closed.len() <= 4;
    (!closed.is_empty()).then(|| {
        view! { <details class="panel" open=is_short><summary>{text::CLOSED_DAYS.get(lang)}" ("{closed.len()}")"</summary><ul class="lines">{days}</ul></details> }
            .into_any()
    })
}

/// Holidays, each with what it takes to keep open, or to close again: that asks for appointments like any closing.
fn show_holidays(meta: &PageMeta, holidays: &[(NaiveDate, Holiday, bool)]) -> Option<AnyView> {
    let lang = meta.lang;
    let days = holidays.iter().map(|(day, holiday, is_open)| {
        let date = dates::long_date(*day, lang);
        let (state, act) =
            if *is_open { (text::IS_OPEN, text::CLOSE_AGAIN) } else { (text::IS_CLOSED, text::KEEP_OPEN) };
        let told = format!("{date}: {}, {}", closures::holiday(*holiday).get(lang), state.get(lang));
        let fields = if *is_open {
            vec![("WHO", CENTRE.to_owned()), ("FROM", day.to_string())]
        } else {
            vec![("DO", "KEEP_OPEN".to_owned()), ("DAY", day.to_string())]
        };
        let name = format!("{}: {date}", act.get(lang));
        view! {
            <li>
                <span>{told}</span>
                <form method="post" action=meta.to("/desk/fravaer")>
                    <Hidden fields=fields/>
                    <button class="link" type="submit" aria-label=name>{act.get(lang)}</button>
                </form>
            </li>
        }
    });
    let days = days.collect_view();
    (!holidays.is_empty()).then(|| {
        view! {
            <details class="panel"><summary>{text::HOLIDAYS.get(lang)}</summary>
                <p>{text::HOLIDAYS_LEAD.get(lang)}</p>
                <ul class="lines">{days}</ul>
            </details>
        }
        .into_any()
    })
}

/// An appointment that is affected.
pub struct HitView {
    pub entry: Entry,
    /// Who could take it: name in hexadecimal, and name.
    pub free: Vec<(String, String)>,
    /// What is chosen: `KEEP`, `CALL_OFF`, or a colleague.
    pub fate: String,
}

/// The second step of `/desk/fravaer`: what is affected, and what becomes of each, before anything is saved.
pub fn hits_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    form: &AbsenceForm,
    hits: &[HitView],
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let rows = hits.iter().map(|hit| show_hit(hit, lang)).collect_view();
    let mut fields = form.fields();
    fields.push(("CONFIRM", "1".to_owned()));
    let content = view! {
        <h1>{text::HITS.get(lang)}</h1>
        <p class="alert-line">{text::NOT_SAVED.get(lang)}" "{agenda_text::appointments(hits.len() as u64, lang)}"."</p>
        <form method="post" action=meta.to("/desk/fravaer")>
            <Hidden fields=fields/>
            <div class="matrix hits" role="group" aria-label=text::HITS.get(lang) tabindex="0">
                <table>
                    <caption class="sr-only">{text::HITS.get(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{desk_text::WHEN.get(lang)}</th>
                        <th scope="col">{desk_text::WHO.get(lang)}</th>
                        <th scope="col">{text::FATE.get(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="actions">
                <button class="button button-primary" type="submit">{text::SAVE_ALL.get(lang)}</button>
                <a href=meta.to("/desk/fravaer")>{desk_text::START_OVER.get(lang)}</a>
            </p>
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_hit(hit: &HitView, lang: Lang) -> AnyView {
    let one = &hit.entry;
    let when =
        format!("{}, {}", dates::day_of_year(one.begins.date(), lang), dates::time(one.begins.time(), lang));
    let what = format!(
        "{} · {} · {}",
        agenda_text::kind_in_short(one.kind).get(lang),
        agenda_text::about_in_short(one.about).get(lang),
        one.counsellor
    );
    let others = hit.free.iter().map(|(id, name)| (id.clone(), text::hand_over(name, lang)));
    let choices = others.chain([
        ("CALL_OFF".to_owned(), text::CALL_OFF.get(lang).to_owned()),
        ("KEEP".to_owned(), text::KEEP.get(lang).to_owned()),
    ]);
    let options = choices
        .map(|(value, name)| {
            let selected = value == hit.fate;
            view! { <option value=value selected=selected>{name}</option> }
        })
        .collect_view();
    let id = format!("FATE-{}", one.id);
    let label = format!("{}: {}", text::FATE.get(lang), one.pseudonym);
    view! {
        <tr>
            <td>{when}</td>
            <td class="wraps"><strong>{one.pseudonym.clone()}</strong><br/><span class="hint">{what}</span></td>
            <td><label class="sr-only" for=id.clone()>{label}</label><select class="form-select" id=id.clone() name=id>{options}</select></td>
        </tr>
    }
    .into_any()
}
