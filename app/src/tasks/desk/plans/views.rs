//! One plan at the desk: what stands in it, and what the centre does with it.

use crate::{
    phrase::Phrase,
    tasks::{
        desk::{
            plans::{opening::offer_choices, text},
            shell::{AtDesk, desk_page},
            views::{Notices, show_act},
        },
        plan::{
            text as plan_text,
            views::{
                ShownPlan, field_id,
                overview::{show_goals, show_rooms},
            },
        },
    },
    ui::{
        choices::{Choice, Select},
        dates,
        document::PageMeta,
        text as common,
    },
};
use domain::CurrentOffer;
use leptos::prelude::*;

/// How the way into a plan stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeState {
    Unused,
    Used,
    /// It opens nothing any more.
    Spent,
}

impl CodeState {
    const fn text(self) -> Phrase {
        match self {
            Self::Unused => text::CODE_UNUSED,
            Self::Used => text::CODE_USED,
            Self::Spent => text::CODE_SPENT,
        }
    }
}

/// What the page shows beside the plan.
pub struct PlanDeskPage<'a> {
    pub pseudonym: &'a str,
    pub code: CodeState,
    pub offers: &'a [CurrentOffer],
    /// Who can be in charge: each by name in hexadecimal, what they are called, and whether they are.
    pub team: &'a [(String, String, bool)],
}

/// A page of a plan at the desk; `back` leads to the plan.
pub fn plan_desk_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    (pseudonym, back): (&str, Option<String>),
    content: AnyView,
) -> impl IntoView + use<> {
    let (to, label) = match back {
        Some(plan) => (plan, pseudonym.to_owned()),
        None => (meta.to("/desk/planer"), text::TAB.get(meta.lang).to_owned()),
    };
    let content = view! { <p><a class="back-link" href=to>{label}</a></p><div class="plan">{content}</div> };
    desk_page(meta, at, notices, content.into_any())
}

/// `/desk/planer/{id}`.
pub fn show_plan(meta: &PageMeta, plan: &ShownPlan<'_>, page: &PlanDeskPage<'_>) -> AnyView {
    let lang = plan.lang;
    let base = plan.base.to_owned();
    view! {
        <h1>{page.pseudonym.to_owned()}</h1>
        <div class="side-by-side">
            <div>
                <section>
                    <h2>{plan_text::goals(plan.reader).get(lang)}</h2>
                    {show_goals(plan)}
                    <p class="actions">
                        <a class="button button-primary" href=format!("{base}/maal")>{plan_text::ADD_GOAL.get(lang)}</a>
                    </p>
                    <ul class="rows">{show_rooms(plan)}</ul>
                </section>
            </div>
            <section class="panel">
                <h2>{text::MANAGE.get(lang)}</h2>
                {show_facts(plan)}
                {show_code(plan, page)}
                {show_made(plan)}
                {show_offer(meta, plan, page)}
                {show_team(plan, page)}
            </section>
        </div>
    }
    .into_any()
}

fn show_facts(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let subject = plan.state.dates.subject;
    let about = common::capitalised(common::substance(subject.substance).get(lang));
    let ages = (subject.ages != domain::AgeRange::ANY).then(|| common::ages(subject.ages, lang));
    let opened = text::opened_on(&dates::date(plan.state.dates.opened_on.date(), lang), lang);
    let made = match plan.state.dates.made_on {
        Some(day) => text::made_on(&dates::date(day.date(), lang), lang),
        None => text::NOT_MADE.get(lang).to_owned(),
    };
    let lines = [Some(about), ages, Some(opened), Some(made)].into_iter().flatten();
    let lines = lines.map(|line| view! { <li><span>{line}</span></li> }).collect_view();
    view! { <ul class="lines">{lines}</ul> }.into_any()
}

fn show_code(plan: &ShownPlan<'_>, page: &PlanDeskPage<'_>) -> AnyView {
    let lang = plan.lang;
    view! {
        <p>{page.code.text().get(lang)}" "<a href=format!("{}/ny-kode", plan.base)>{text::NEW_CODE.get(lang)}</a></p>
    }
    .into_any()
}

fn show_made(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    if plan.state.dates.made_on.is_some() {
        return None;
    }
    let act = show_act("MADE", text::MADE, "button button-secondary", lang);
    Some(
        view! { <form method="post" action=plan.base.to_owned() id=field_id("MADE") tabindex="-1"><p class="hint">{text::MADE_HINT.get(lang)}</p>{act}</form> }
            .into_any(),
    )
}

fn show_offer(meta: &PageMeta, plan: &ShownPlan<'_>, page: &PlanDeskPage<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    if page.offers.len() < 2 {
        return None;
    }
    let choices = offer_choices(page.offers, plan.state.dates.subject.offer.code(), meta);
    let act = show_act("OFFER", text::CHANGE_OFFER, "button button-secondary", lang);
    Some(view! {
        <form method="post" action=plan.base.to_owned()>
            <Select name="OFFER" label=text::OFFER.get(lang) none=text::AGE_UNKNOWN.get(lang) choices=choices lang=lang/>
            {act}
        </form>
    }
    .into_any())
}

fn show_team(plan: &ShownPlan<'_>, page: &PlanDeskPage<'_>) -> AnyView {
    let lang = plan.lang;
    let choices = page.team.iter().map(|(id, name, is_it)| Choice::new(id.clone(), name.clone(), *is_it));
    let choices = choices.collect();
    let act = show_act("HAND_OVER", text::HAND_OVER, "button button-secondary", lang);
    view! {
        <form method="post" action=plan.base.to_owned()>
            <Select name="STAFF" label=text::RESPONSIBLE.get(lang) none=text::NOBODY.get(lang) choices=choices lang=lang/>
            {act}
        </form>
    }
    .into_any()
}
