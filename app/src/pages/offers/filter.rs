//! The form that narrows the list. It is a POST: what one looks for belongs in nobody's history.

use crate::text::{common, offers as text};
use domain::{AgeRange, Audience, Criteria, Facet, Filter, FilterOption, Form, Lang, Standard, Substance};
use leptos::prelude::*;
use std::sync::Arc;

/// One choice of a list: value, wording with count, and whether it is the one made.
struct Row {
    value: String,
    label: String,
    selected: bool,
}

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
    let open = problem || filter != Filter::default();
    let error = problem.then(|| {
        view! {
            <p class="form-error-message" id="filter-error">
                <span class="sr-only">{common::ERROR.get(lang)}</span>{text::BAD_CHOICE.get(lang)}
            </p>
        }
    });
    view! {
        <details class="details filter" id="filter" open=open>
            <summary>{text::FILTER.get(lang)}</summary>
            <form method="post" action=action autocomplete="off">
                {error}
                <div class="filter-fields">
                    {select(Facet::Audience, text::FILTER_WHO.get(lang), lang, rows(audience, filter.audience, |one: Audience| one.code().to_owned(), |one| common::audience(one).get(lang).to_owned()))}
                    {select(Facet::Age, text::FILTER_AGE.get(lang), lang, rows(ages, filter.age, AgeRange::code, |one| common::ages(one, lang)))}
                    {select(Facet::Substance, text::FILTER_SUBSTANCE.get(lang), lang, rows(substances, filter.substance, |one: Substance| one.code().to_owned(), |one| common::substance(one).get(lang).to_owned()))}
                    {select(Facet::Form, text::FILTER_FORM.get(lang), lang, rows(forms, filter.form, |one: Form| one.code().to_owned(), |one| common::form(one).get(lang).to_owned()))}
                </div>
                <div class="form-group-checkbox">
                    <input type="checkbox" class="form-checkbox" id="ANONYMOUS" name="ANONYMOUS" value="YES" checked=filter.anonymous/>
                    <label for="ANONYMOUS" class="form-label">{text::FILTER_ANONYMOUS.get(lang)}{format!(" ({anonymous})")}</label>
                </div>
                <div class="actions">
                    <button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button>
                </div>
                <p class="hint">{text::FILTER_NOTE.get(lang)}</p>
            </form>
        </details>
    }
    .into_any()
}

fn rows<T: Copy + PartialEq>(
    options: Vec<FilterOption<T>>,
    made: Option<T>,
    code: impl Fn(T) -> String,
    label: impl Fn(T) -> String,
) -> Vec<Row> {
    options
        .into_iter()
        .map(|option| Row {
            value: code(option.value),
            label: format!("{} ({})", label(option.value), option.count),
            selected: made == Some(option.value),
        })
        .collect()
}

fn select(facet: Facet, label: &'static str, lang: Lang, rows: Vec<Row>) -> AnyView {
    let options = rows
        .into_iter()
        .map(|row| view! { <option value=row.value selected=row.selected>{row.label}</option> })
        .collect_view();
    view! {
        <div class="form-group">
            <label class="form-label" for=facet.code()>{label}</label>
            <select class="form-select" id=facet.code() name=facet.code()>
                <option value="">{text::ANY.get(lang)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
