//! One plan at the desk: what the centre does with it.

use super::room::StaffPlan;
use crate::{
    db::{CaseId, StaffId},
    tasks::{
        case::service::{self as case, StaffEntry},
        citizen_session::model::{AccessRecord, MOST_WRONG},
        desk::{audit::AuditAction, staff},
        plan::{
            form::{PlanForm, keep_typed},
            handlers::{self as plan, PlanPage},
            model::PlanOutcome,
            room::PlanRoom,
        },
    },
    web::{AppError, Form, PageResult},
};
use app::{
    tasks::{
        desk::plans::views::{CodeState, PlanDeskPage, show_plan},
        plan::{text, views::Tried},
    },
    ui::error_page::ErrorKind,
};
use domain::{
    CurrentOffer,
    case::{CaseFact, list_standing},
    plan::{PlanAct, list_offers},
};
use serde::Deserialize;

/// What the centre does with a plan.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct ManageForm {
    act: String,
    offer: String,
    staff: String,
    step: String,
}

pub async fn read(room: StaffPlan) -> PageResult {
    show(&room, None).await
}

async fn show(room: &StaffPlan, tried: Option<&Tried>) -> PageResult {
    let services = &room.session.context.state.services;
    let access = services.citizen_sessions.find_access(&room.plan.record.id).await?;
    let members = staff::service::list_team(&services.db, &room.session.who.municipality).await?;
    let is_it = |id: StaffId| room.plan.record.responsible == Some(id);
    let team: Vec<_> =
        members.into_iter().map(|member| (member.id.to_string(), member.name, is_it(member.id))).collect();
    let offers = list_known(room);
    let page = PlanDeskPage {
        pseudonym: &room.plan.record.pseudonym,
        code: access.as_ref().map_or(CodeState::Spent, describe_code),
        offers: &offers,
        team: &team,
    };
    room.page(false, tried, |meta, plan| show_plan(meta, plan, &page))
}

const fn describe_code(access: &AccessRecord) -> CodeState {
    match &access.pin {
        None => CodeState::Unused,
        Some(_) if access.failures >= MOST_WRONG => CodeState::Spent,
        Some(_) => CodeState::Used,
    }
}

pub async fn act(room: StaffPlan, Form(form): Form<ManageForm>) -> PageResult {
    let path = room.base();
    match form.act.as_str() {
        "MADE" => {
            let answer = act_alone(&room, &form.act, PlanAct::Made).await?;
            // Pressed again after a fault it is noted there all the same.
            if answer.status().is_redirection() {
                note_in_case(&room).await?;
            }
            Ok(answer)
        }
        "OFFER" => {
            let offers = list_known(&room);
            match CurrentOffer::from_code(&form.offer).filter(|offer| offers.contains(offer)) {
                Some(offer) => act_alone(&room, &form.act, PlanAct::Changed { offer }).await,
                None => room.redirect(&path),
            }
        }
        "HAND_OVER" => hand_over(&room, &form.staff).await,
        _ => plan::act(room, PlanForm::of_step(form.act, form.step), PlanPage::Overview).await,
    }
}

/// The courses that the plan can be about.
fn list_known(room: &StaffPlan) -> Vec<CurrentOffer> {
    let substance = room.plan.state.dates.subject.substance;
    list_offers(room.session.standard.rules_for(substance), substance)
}

/// Does something by a button of its own; where it cannot be done, the page says why.
async fn act_alone(room: &StaffPlan, button: &str, act: PlanAct) -> PageResult {
    match room.act(vec![act]).await? {
        PlanOutcome::Done(_) => room.redirect_saved(&room.base()),
        PlanOutcome::Refused(_, error) => {
            let problem = text::refusal(error, room.lang());
            show(room, Some(&keep_typed(button.to_owned(), String::new(), Some(problem)))).await
        }
        PlanOutcome::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

/// That the plan is made stands in the case from which it was opened too, where there is one: its time limit is kept.
async fn note_in_case(room: &StaffPlan) -> Result<(), AppError> {
    let Ok(id) = room.plan.state.case.parse::<CaseId>() else { return Ok(()) };
    let services = &room.session.context.state.services;
    let found = case::find(&services.db, &room.session.who.municipality, &id).await?;
    let Some(found) = found else { return Ok(()) };
    let events = found.list_events();
    if list_standing(&events).iter().any(|event| event.fact == CaseFact::PlanMade) {
        return Ok(());
    }
    let entry = StaffEntry { on: room.today(), fact: CaseFact::PlanMade, place: "", supersedes: None };
    let audited = room.session.audit(AuditAction::CaseEventRecorded, &found.pseudonym);
    case::record(&services.db, &services.case_words, &id, entry, &audited).await?;
    Ok(())
}

async fn hand_over(room: &StaffPlan, to: &str) -> PageResult {
    let services = &room.session.context.state.services;
    let path = room.base();
    let team = staff::service::list_team(&services.db, &room.session.who.municipality).await?;
    let to = match to.parse::<StaffId>() {
        Ok(id) => match team.into_iter().find(|member| member.id == id) {
            Some(member) => Some(member),
            None => return room.redirect(&path),
        },
        Err(_) => None,
    };
    let record = &room.plan.record;
    if record.responsible == to.as_ref().map(|member| member.id) {
        return room.redirect(&path);
    }
    let from = room.plan.responsible.clone().unwrap_or_default();
    let to_name = to.as_ref().map(|member| member.name.clone()).unwrap_or_default();
    let audited = room.session.audit(AuditAction::PlanHandedOver, &record.pseudonym).changing(from, to_name);
    services.plans.hand_over(&[(record, audited)], to.as_ref().map(|member| &member.id)).await?;
    room.redirect_saved(&path)
}
