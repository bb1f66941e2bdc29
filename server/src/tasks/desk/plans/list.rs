//! The plans of a municipality by what is due: one's own first.

use crate::{
    db::DbResult,
    tasks::{
        desk::{
            cases::list::{load_board, may_see},
            staff::{self, StaffMember},
            staff_session::StaffSession,
        },
        plan::model::ListedPlan,
    },
    web::{AppError, AppState, PageResult},
};
use app::tasks::desk::plans::{
    list::{PlanRow, PlansPage, UnmadePlan, plans_page},
    text,
};
use domain::{
    LocalDay, Role, Standard,
    case::DeadlineKind,
    plan::{PlanDueKind, PlanSide},
};

/// What is due next in a plan.
fn find_due(standard: &Standard, plan: &ListedPlan) -> Option<(PlanDueKind, LocalDay)> {
    let due = plan.summary.dates.list_due(standard);
    due.first().map(|due| (due.kind, due.latest))
}

/// Whether the day of what is due is over.
fn is_late(due: Option<(PlanDueKind, LocalDay)>, today: LocalDay) -> bool {
    due.is_some_and(|(_, latest)| latest < today)
}

/// The plans for which somebody answers; whoever leads answers for those of nobody too.
async fn list_own(state: &AppState, staff: &StaffMember, today: LocalDay) -> DbResult<Vec<ListedPlan>> {
    let plans = &state.services.plans;
    let mut own = plans.list_of(&staff.id, today).await?;
    if staff.role == Role::Lead {
        own.extend(plans.list_unassigned(&staff.municipality, today).await?);
    }
    Ok(own)
}

/// How many plans of a member of staff are overdue.
///
/// # Errors
/// The database.
pub async fn count_late(
    state: &AppState,
    (staff, standard): (&StaffMember, &Standard),
    today: LocalDay,
) -> DbResult<u64> {
    let own = list_own(state, staff, today).await?;
    Ok(own.iter().filter(|plan| is_late(find_due(standard, plan), today)).count() as u64)
}

/// Cases without a plan that the list shows.
const UNMADE_SHOWN: usize = 8;

/// The cases in which a plan must still be made, the first day first.
async fn list_unmade(session: &StaffSession, today: LocalDay) -> Result<Vec<UnmadePlan>, AppError> {
    let board = load_board(session).await?;
    let running =
        board.all().filter(|row| row.ended.is_none() && may_see(session.who.role, &row.case.subject));
    let unmade = running.filter_map(|row| {
        let latest = row.find_deadline(DeadlineKind::Plan)?;
        let (case, pseudonym) = (row.case.id.to_string(), row.case.pseudonym.clone());
        Some(UnmadePlan { case, pseudonym, latest, is_late: latest < today })
    });
    let mut unmade: Vec<UnmadePlan> = unmade.collect();
    unmade.sort_by(|one, other| (one.latest, &one.case).cmp(&(other.latest, &other.case)));
    Ok(unmade)
}

pub async fn list(session: StaffSession) -> PageResult {
    let services = &session.context.state.services;
    let municipality = session.who.municipality.as_str();
    let today = LocalDay::new(session.context.now.date());
    let is_mine = session.param("vis") != Some("alle");
    let members = staff::service::list(&services.db, municipality).await?;
    let plans = if is_mine {
        list_own(&session.context.state, &session.who, today).await?
    } else {
        services.plans.list(municipality, today).await?
    };
    let name_of = |plan: &ListedPlan| {
        let responsible = plan.record.responsible?;
        members.iter().find(|member| member.id == responsible).map(|member| member.name.clone())
    };
    let view = |plan: &ListedPlan| {
        let due = find_due(&session.standard, plan);
        let dates = &plan.summary.dates;
        PlanRow {
            id: plan.record.id.to_string(),
            pseudonym: plan.record.pseudonym.clone(),
            substance: dates.subject.substance,
            opened_on: dates.opened_on,
            made_on: dates.made_on,
            responsible: if is_mine { None } else { name_of(plan) },
            is_written: plan.summary.last_side == PlanSide::Citizen,
            due,
            is_late: is_late(due, today),
        }
    };
    let mut rows: Vec<PlanRow> = plans.iter().map(view).collect();
    // What is due first, first; what nothing is due in, by its alias.
    rows.sort_by(|one, other| {
        let by = |row: &PlanRow| (row.due.is_none(), row.due.map(|(_, latest)| latest));
        (by(one), &one.pseudonym, &one.id).cmp(&(by(other), &other.pseudonym, &other.id))
    });
    let mut unmade = list_unmade(&session, today).await?;
    let has_more = unmade.len() > UNMADE_SHOWN;
    unmade.truncate(UNMADE_SHOWN);
    let page = PlansPage { unmade: &unmade, has_more, rows: &rows, is_mine };
    session
        .page(text::TAB, session.notices(), |meta, notices| plans_page(meta, &session.at(), notices, &page))
}
