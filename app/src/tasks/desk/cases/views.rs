//! One case with all that has happened in it.

use crate::{
    tasks::{
        case::{text as case_text, views::ShownCase},
        desk::{
            cases::{list::ShownWarning, text},
            shell::{AtDesk, desk_page},
            views::{Notices, show_submit},
        },
    },
    ui::{
        choices::{Checkbox, Choice, Fieldset, Legend, Select},
        dates,
        document::PageMeta,
        facts::{beside, places, source_line},
        fields::{Field, Hidden},
        text as common,
    },
};
use domain::{
    Lang, LocalDay,
    case::{ActorKind, CaseFact, Oddity, is_of_citizen, list_checklist, list_staff_facts, list_standing},
};
use itertools::Itertools;
use leptos::prelude::*;

/// What is typed into the form of a case.
#[derive(Clone, Default)]
pub struct RecordForm {
    pub fact: String,
    pub day: String,
    /// The name of another place.
    pub place: String,
    /// The number of the event that is corrected.
    pub corrects: String,
    /// What looks like a slip of the pen, and is asked about.
    pub odd: Option<Oddity>,
}

/// One case.
pub struct CasePage<'a> {
    pub id: &'a str,
    pub pseudonym: &'a str,
    pub case: ShownCase<'a>,
    /// Who wrote each event, in the order of the events; empty where the citizen did.
    pub authors: &'a [String],
    pub form: RecordForm,
    /// The warning that nobody has seen yet.
    pub warned: Option<ShownWarning>,
    /// Whether who reads may give the citizen a new code.
    pub may_renew: bool,
}

/// `/desk/sager/{id}`.
pub fn case_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &CasePage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let about = common::substance(page.case.substance()).get(lang);
    let renew = page.may_renew.then(|| {
        let href = meta.to(&format!("/desk/sager/{}/ny-kode", page.id));
        view! { <p class="actions"><a class="button button-secondary" href=href>{text::RENEW.get(lang)}</a></p> }
    });
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/sager")>{text::TAB.get(lang)}</a></p>
        <h1>{page.pseudonym.to_owned()}" · "{about}</h1>
        <p><strong>{sum_up(&page.case, lang)}</strong></p>
        {show_warning(&meta, page)}
        {show_deadlines(&page.case, lang)}
        {show_events(page, lang)}
        {show_form(&meta, &notices, page)}
        {show_checklist(&page.case, lang)}
        {renew}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// How the case stands, in a word or two.
fn sum_up(case: &ShownCase<'_>, lang: Lang) -> String {
    let on = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let said = match (case.state.started, case.state.ended, case.state.days_left(case.today)) {
        (Some(_), ..) if case.state.stopped.is_some() => {
            case.state.stopped.map(|day| text::STOPPED.with(&on(day), lang)).unwrap_or_default()
        }
        (Some(day), _, _) => text::STARTED.with(&on(day), lang),
        (None, Some(day), _) => text::ENDED.with(&on(day), lang),
        (None, None, Some(days)) => format!("{}: {}", text::LEFT.get(lang), text::left(days, lang)),
        (None, None, None) => text::NO_LAST_DAY.get(lang).to_owned(),
    };
    common::capitalised(&said)
}

/// Every day by which something must have happened; folded below, on what each rests.
fn show_deadlines(case: &ShownCase<'_>, lang: Lang) -> Option<AnyView> {
    let deadlines = &case.state.deadlines;
    let items: Vec<_> = deadlines
        .iter()
        .map(|one| {
            let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
            let done = one.done.map(|done| format!(" ({})", case_text::DONE.with(&day(done), lang)));
            let by = case_text::BY.with(&day(one.latest), lang);
            view! { <li><span>{case_text::deadline(one.kind).get(lang)}": "{by}{done}</span></li> }
        })
        .collect();
    let sources = deadlines.iter().map(|one| {
        let places = places(one.citations.iter().copied());
        view! { <li>{case_text::deadline(one.kind).get(lang)}": "<span lang="da">{places}</span></li> }
    });
    let sources = sources.collect_view();
    let readings = deadlines.iter().flat_map(|one| one.readings.iter().copied()).unique();
    let readings = readings.map(|reading| beside(None, Some(reading), lang)).collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>{text::DEADLINES.get(lang)}</h2>
                <ul class="lines">{items}</ul>
                <details><summary>{case_text::GROUNDS.get(lang)}</summary><ul>{sources}</ul>{readings}</details>
            </section>
        }
        .into_any()
    })
}

/// Everything that was ever written down, the first first; what was corrected since is marked.
fn show_events(page: &CasePage<'_>, lang: Lang) -> AnyView {
    let standing: Vec<u32> = list_standing(&page.case.events).into_iter().map(|event| event.id).collect();
    let items = page
        .case
        .events
        .iter()
        .zip(page.authors)
        .map(|(event, author)| {
            let day = dates::long_date(event.on.date(), lang);
            let who = match event.actor {
                ActorKind::Citizen => text::BY_CITIZEN.get(lang).to_owned(),
                ActorKind::Staff => author.clone(),
            };
            let number = event.supersedes.map(|of| format!(" → {of}"));
            let corrected =
                (!standing.contains(&event.id)).then(|| format!(" ({})", text::SUPERSEDED.get(lang)));
            // Of what was corrected the name of a place goes too: it may have been none.
            let is_shown = event.actor == ActorKind::Citizen || standing.contains(&event.id);
            let words = page.case.words.get(&event.id).filter(|_| is_shown);
            let words = words.map(|words| match event.actor {
                ActorKind::Citizen => view! { <br/><q class="own">{words.clone()}</q> }.into_any(),
                ActorKind::Staff => format!(" · {words}").into_any(),
            });
            let fact = case_text::describe_fact(event.fact, lang);
            view! { <li>{event.id}{number}". "{day}": "{fact}" · "{who}{corrected}{words}</li> }
        })
        .collect_view();
    view! { <section><h2>{text::EVENTS.get(lang)}</h2><ul class="lines">{items}</ul></section> }.into_any()
}

/// What is warned of, and that one has seen it.
fn show_warning(meta: &PageMeta, page: &CasePage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let warning = page.warned.as_ref()?;
    let fields = vec![("SEEN", warning.code()), ("CASE", page.id.to_owned())];
    Some(
        view! {
            <form class="panel card" method="post" action=meta.to("/desk/sager")>
                <div class="alert-body">
                    <p><strong>{text::warning(warning.level).get(lang)}</strong></p>
                    <Hidden fields=fields/>
                    <button class="button button-secondary" type="submit">{text::SEEN.get(lang)}</button>
                </div>
            </form>
        }
        .into_any(),
    )
}

/// What the standard wants told or offered at enrolment, each with the day on which it was.
fn show_checklist(case: &ShownCase<'_>, lang: Lang) -> Option<AnyView> {
    let standing = list_standing(&case.events);
    let items: Vec<_> = list_checklist(case.standard, case.substance())
        .into_iter()
        .map(|(item, stated)| {
            let told = standing
                .iter()
                .filter(|event| event.fact == CaseFact::Told(item))
                .map(|event| event.on)
                .min();
            let state = told.map_or_else(
                || text::NOT_TOLD.get(lang).to_owned(),
                |day| case_text::DONE.with(&dates::weekday_and_date(day.date(), lang), lang),
            );
            let source = source_line(std::slice::from_ref(&stated.source), lang);
            view! {
                <li><div>
                    <strong>{case_text::fact(CaseFact::Told(item)).get(lang)}":"</strong>" "{state}"."
                    <p class="hint">{stated.value.get(lang).to_owned()}</p>
                    {source}
                </div></li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <details class="panel">
                <summary><h2>{text::CHECKLIST.get(lang)}</h2></summary>
                <p>{text::CHECKLIST_LEAD.get(lang)}</p>
                <ul class="lines">{items}</ul>
            </details>
        }
        .into_any()
    })
}

fn show_form(meta: &PageMeta, notices: &Notices, page: &CasePage<'_>) -> AnyView {
    let lang = meta.lang;
    let form = page.form.clone();
    let case = &page.case;
    let facts = list_staff_facts(case.standard, &case.subject, &case.state)
        .into_iter()
        .map(|fact| {
            let code = fact.code();
            let chosen = code == form.fact;
            Choice::new(code, case_text::describe_fact(fact, lang), chosen)
        })
        .collect();
    let corrects = list_standing(&page.case.events)
        .into_iter()
        .filter(|event| event.fact.is_wish() || !is_of_citizen(&page.case.events, event))
        .map(|event| {
            let number = event.id.to_string();
            let day = dates::day_of_year(event.on.date(), lang);
            let label = format!("{number}. {day}: {}", case_text::describe_fact(event.fact, lang));
            let chosen = number == form.corrects;
            Choice::new(number, label, chosen)
        })
        .collect();
    let (fact_error, day_error, place_error, corrects_error) =
        (notices.at("FACT"), notices.at("DAY"), notices.at("PLACE"), notices.at("CORRECTS"));
    let sure = form.odd.map(|odd| {
        let legend = Legend::Label(text::IS_RIGHT.get(lang).to_owned());
        view! {
            <Fieldset name="SURE" legend=legend lang=lang error=notices.at("SURE")>
                <input type="hidden" name="ODD" value=odd.code()/>
                <Checkbox name="SURE" label=text::SURE.get(lang) checked=false/>
            </Fieldset>
        }
    });
    let action = meta.to(&format!("/desk/sager/{}", page.id));
    view! {
        <form class="panel" method="post" action=action>
            <h2>{text::RECORD.get(lang)}</h2>
            <Select name="FACT" label=text::FACT.get(lang) none=text::CHOOSE_FACT.get(lang) choices=facts lang=lang error=fact_error/>
            <Field name="DAY" label=text::DAY.get(lang) kind="date" value=form.day lang=lang error=day_error autocomplete="off"/>
            <Field name="PLACE" label=text::PLACE.get(lang) value=form.place lang=lang error=place_error autocomplete="off" maxlength=100/>
            <Select name="CORRECTS" label=text::CORRECTS.get(lang) none=text::CORRECTS_NOTHING.get(lang) choices=corrects lang=lang error=corrects_error/>
            <p class="hint">{text::CORRECTS_HINT.get(lang)}</p>
            {sure}
            {show_submit(text::SAVE, lang)}
        </form>
    }
    .into_any()
}
