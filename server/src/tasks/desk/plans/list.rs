//! The plans of a municipality: one's own first.

use crate::{
    tasks::{
        desk::{staff, staff_session::StaffSession},
        plan::model::ListedPlan,
    },
    web::PageResult,
};
use app::tasks::desk::plans::{
    list::{PlanRow, PlansPage, plans_page},
    text,
};
use domain::{LocalDay, plan::PlanSide};

pub async fn list(session: StaffSession) -> PageResult {
    let services = &session.context.state.services;
    let municipality = session.who.municipality.as_str();
    let today = LocalDay::new(session.context.now.date());
    let is_mine = session.param("vis") != Some("alle");
    let members = staff::service::list(&services.db, municipality).await?;
    let mut plans = services.plans.list(municipality, today).await?;
    plans.retain(|plan| !is_mine || plan.record.responsible == Some(session.who.id));
    plans.sort_by(|one, other| {
        (&one.record.pseudonym, one.record.id).cmp(&(&other.record.pseudonym, other.record.id))
    });
    let name_of = |plan: &ListedPlan| {
        let responsible = plan.record.responsible?;
        members.iter().find(|member| member.id == responsible).map(|member| member.name.clone())
    };
    let rows: Vec<PlanRow> = plans
        .iter()
        .map(|plan| PlanRow {
            id: plan.record.id.to_string(),
            pseudonym: plan.record.pseudonym.clone(),
            substance: plan.summary.substance,
            opened_on: plan.summary.opened_on,
            made_on: plan.summary.made_on,
            responsible: if is_mine { None } else { name_of(plan) },
            is_written: plan.summary.last_side == PlanSide::Citizen,
        })
        .collect();
    let page = PlansPage { rows: &rows, is_mine };
    session
        .page(text::TAB, session.notices(), |meta, notices| plans_page(meta, &session.at(), notices, &page))
}
