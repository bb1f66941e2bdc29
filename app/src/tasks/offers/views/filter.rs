//! The form that narrows the list. It is a POST: what one looks for belongs in nobody's history.

use crate::{
    tasks::offers::text,
    ui::{
        choices::{Checkbox, Choice, Select},
        fields::Hidden,
        text as common,
    },
};
use domain::{AgeRange, Audience, Criteria, Facet, Filter, FilterOption, Form, Lang, Standard, Substance};
use leptos::prelude::*;
use std::sync::Arc;

/// The box for offers where one can be anonymous.
const ANONYMOUS: &str = "ANONYMOUS";

/// The filter's form.
#[component]
pub fn FilterForm(
    action: String,
    standard: Arc<Standard>,
    filter: Filter,
    problem: bool,
    lang: Lang,
) -> impl IntoView {
    let all: Vec<&Criteria> = standard.offers.iter().map(|offer| &offer.criteria).collect();
    let audience = filter.options(&all, Audience::ALL.iter().copied(), filter.audience, |tried, one| {
        tried.audience = Some(one);
    });
    let ages = filter.options(&all, Criteria::age_bands(all.iter().copied()), filter.age, |tried, one| {
        tried.age = Some(one);
    });
    let substances = filter.options(&all, Substance::ALL.iter().copied(), filter.substance, |tried, one| {
        tried.substance = Some(one);
    });
    let forms = filter.options(&all, Form::ALL.iter().copied(), filter.form, |tried, one| {
        tried.form = Some(one);
    });
    let anonymous = Filter { anonymous: true, ..filter }.count(all.iter().copied());
    // What was chosen stands beside the count.
    let open = problem;
    // Which of the choices is none is not known: it is told at the first.
    let error = problem.then(|| text::BAD_CHOICE.get(lang).to_owned());
    let can_be_anonymous = filter.anonymous || all.iter().any(|offer| offer.anonymous_possible());
    let label = format!("{} ({anonymous})", text::FILTER_ANONYMOUS.get(lang));
    let audiences = list_choices(
        audience,
        filter.audience,
        |one| one.code().to_owned(),
        |one| common::audience(one).get(lang).to_owned(),
    );
    let ages = list_choices(ages, filter.age, AgeRange::code, |one| common::ages(one, lang));
    let substances = list_choices(
        substances,
        filter.substance,
        |one| one.code().to_owned(),
        |one| common::substance(one).get(lang).to_owned(),
    );
    let forms = list_choices(
        forms,
        filter.form,
        |one| one.code().to_owned(),
        |one| common::form(one).get(lang).to_owned(),
    );
    let any = text::ANY.get(lang);
    view! {
        <details class="details filter" id="filter" open=open>
            <summary>{text::FILTER.get(lang)}</summary>
            <form method="post" action=action autocomplete="off">
                <div class="filter-fields">
                    <Select name=Facet::Audience.code() label=text::FILTER_WHO.get(lang) none=any choices=audiences lang=lang error=error/>
                    <Select name=Facet::Age.code() label=text::FILTER_AGE.get(lang) none=any choices=ages lang=lang/>
                    <Select name=Facet::Substance.code() label=text::FILTER_SUBSTANCE.get(lang) none=any choices=substances lang=lang/>
                    <Select name=Facet::Form.code() label=text::FILTER_FORM.get(lang) none=any choices=forms lang=lang/>
                </div>
                {can_be_anonymous.then(|| view! { <Checkbox name=ANONYMOUS label=label checked=filter.anonymous/> })}
                <div class="actions">
                    <button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button>
                </div>
                <p class="hint">{text::FILTER_NOTE.get(lang)}</p>
            </form>
        </details>
    }
    .into_any()
}

/// What was chosen, each to be taken back by a press.
pub(super) fn chips(action: &str, filter: Filter, lang: Lang) -> Option<AnyView> {
    let chosen: Vec<(&'static str, String, String)> = [
        filter.audience.map(|one| {
            (Facet::Audience.code(), one.code().to_owned(), common::audience(one).get(lang).to_owned())
        }),
        filter.age.map(|one| (Facet::Age.code(), one.code(), common::capitalised(&common::ages(one, lang)))),
        filter.substance.map(|one| {
            (Facet::Substance.code(), one.code().to_owned(), common::substance(one).get(lang).to_owned())
        }),
        filter
            .form
            .map(|one| (Facet::Form.code(), one.code().to_owned(), common::form(one).get(lang).to_owned())),
        filter.anonymous.then(|| (ANONYMOUS, "YES".to_owned(), text::FILTER_ANONYMOUS.get(lang).to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let chips = chosen
        .iter()
        .map(|(name, _, label)| {
            let others = chosen.iter().filter(|(other, ..)| other != name);
            let others = others.map(|(name, value, _)| (*name, value.clone())).collect();
            let remove = format!("{}: {label}", text::REMOVE.get(lang));
            view! {
                <li><form method="post" action=action.to_owned()>
                    <Hidden fields=others/>
                    <button type="submit" class="chip remove" aria-label=remove>{label.clone()}</button>
                </form></li>
            }
        })
        .collect_view();
    let title = text::CHOSEN.get(lang);
    (!chosen.is_empty())
        .then(|| view! { <div class="chips" role="group" aria-label=title><ul>{chips}</ul></div> }.into_any())
}

/// Each value with how many offers it leaves.
fn list_choices<T: Copy + PartialEq>(
    options: Vec<FilterOption<T>>,
    made: Option<T>,
    code: impl Fn(T) -> String,
    label: impl Fn(T) -> String,
) -> Vec<Choice> {
    options
        .into_iter()
        .map(|FilterOption { value, count, .. }| {
            Choice::new(code(value), format!("{} ({count})", label(value)), made == Some(value))
        })
        .collect()
}
