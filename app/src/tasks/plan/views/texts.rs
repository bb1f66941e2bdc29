//! A text of a plan: what stands there, what stood there before, and the field to write in.

use super::{ShownPlan, field_id};
use crate::{
    phrase::Phrase,
    tasks::plan::text,
    ui::{
        dates,
        fields::{Hidden, TextArea},
    },
};
use domain::plan::{PlanField, TextVersion};
use leptos::prelude::*;

/// Lines as they were written.
pub(crate) fn show_lines(text: &str) -> AnyView {
    let lines = text.lines().map(str::to_owned);
    let lines = itertools::Itertools::intersperse_with(lines.map(|line| view! { {line} }.into_any()), || {
        view! { <br/> }.into_any()
    });
    lines.collect_view().into_any()
}

/// What stands in a field, with the citizen's own words where the centre has written over them, and what stood there
/// before.
pub(crate) fn show_text(plan: &ShownPlan<'_>, field: PlanField) -> AnyView {
    let (lang, state) = (plan.lang, plan.state);
    let versions = state.versions(field);
    let current = versions.last().filter(|version| !version.text.is_empty());
    let Some(current) = current else {
        return view! { <p class="hint">{text::NOTHING.get(lang)}</p>{show_before(plan, field)} }.into_any();
    };
    let own = state.own_words(field).map(|own| {
        let title = text::own_words(plan.reader);
        view! {
            <div class="quoted">
                <p><strong>{title.get(lang)}</strong></p>
                <p>{show_lines(&own.text)}</p>
                <p class="hint">{describe(plan, own)}</p>
            </div>
        }
    });
    view! {
        <p>{show_lines(&current.text)}</p>
        <p class="hint">{describe(plan, current)}</p>
        {own}
        {show_before(plan, field)}
    }
    .into_any()
}

fn describe(plan: &ShownPlan<'_>, version: &TextVersion) -> String {
    let by = text::author(version.side, &version.author, plan.reader, plan.lang);
    text::byline(by, &dates::date(version.on.date(), plan.lang), plan.lang)
}

/// Earlier versions that a page shows; all are kept.
const SHOWN: usize = 10;

/// The versions before the last one, the newest first.
pub(crate) fn show_before(plan: &ShownPlan<'_>, field: PlanField) -> Option<AnyView> {
    let lang = plan.lang;
    let (_, before) = plan.state.versions(field).split_last()?;
    if before.is_empty() {
        return None;
    }
    let items = before.iter().rev().take(SHOWN).map(|version| {
        let text = if version.text.is_empty() {
            view! { <em>{text::EMPTIED.get(lang)}</em> }.into_any()
        } else {
            show_lines(&version.text)
        };
        view! { <li><p>{text}</p><p class="hint">{describe(plan, version)}</p></li> }
    });
    let items = items.collect_view();
    Some(view! { <details class="before"><summary>{text::VERSIONS.get(lang)}</summary><ul class="lines">{items}</ul></details> }.into_any())
}

/// The form in which a field is written; `label` asks for it.
pub(crate) fn write_form(
    plan: &ShownPlan<'_>,
    action: &str,
    (field, label): (PlanField, String),
    cancel: bool,
) -> AnyView {
    let lang = plan.lang;
    let name = field.to_string();
    let tried = plan.tried_at(&name).filter(|tried| tried.problem.is_some());
    let latest = plan.state.versions(field).last();
    let (typed, over) = match tried {
        Some(tried) => (tried.typed.clone(), tried.over),
        None => (plan.text(field), latest.map_or(0, |version| version.place)),
    };
    let problem = tried.and_then(|tried| tried.problem.clone());
    let fields = vec![("FIELD", name.clone()), ("OVER", over.to_string())];
    // What the other side has written meanwhile.
    let theirs = problem.is_some().then(|| {
        view! { <div class="quoted">{latest.map(|latest| view! { <p>{show_lines(&latest.text)}</p><p class="hint">{describe(plan, latest)}</p> })}</div> }
    });
    let theirs = theirs.filter(|_| latest.is_some_and(|latest| latest.text != typed.trim()));
    let cancel = cancel.then(
        || view! { <a class="button button-tertiary" href=action.to_owned()>{text::CANCEL.get(lang)}</a> },
    );
    view! {
        <form method="post" action=action.to_owned() autocomplete="off">
            <Hidden fields=fields/>
            <TextArea name="TEXT" id=field_id(&name) label=label typed=typed lang=lang error=problem rows=4/>
            {theirs}
            <div class="actions">
                <button type="submit" class="button button-primary" name="ACT" value="WRITE">{text::SAVE.get(lang)}</button>
                {cancel}
            </div>
        </form>
    }
    .into_any()
}

/// A form that adds something: `GOAL` or `STEP`.
pub(crate) fn add_form(
    plan: &ShownPlan<'_>,
    action: &str,
    (act, label, hint): (&'static str, Phrase, Option<Phrase>),
    button: Phrase,
) -> AnyView {
    let lang = plan.lang;
    let tried = plan.tried_at(act);
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let id = field_id(act);
    let (label, hint) = (label.get(lang), hint.map(|hint| hint.get(lang).to_owned()));
    let area = match hint {
        Some(hint) => view! { <TextArea name="TEXT" id=id label=label typed=typed lang=lang hint=hint error=problem rows=2/> }.into_any(),
        None => view! { <TextArea name="TEXT" id=id label=label typed=typed lang=lang error=problem rows=3/> }.into_any(),
    };
    view! {
        <form method="post" action=action.to_owned() autocomplete="off">
            {area}
            <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value=act>{button.get(lang)}</button></div>
        </form>
    }
    .into_any()
}
