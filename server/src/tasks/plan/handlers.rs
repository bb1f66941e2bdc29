//! The pages of a plan, for its citizen and at the desk.

use super::{
    form::{PlanForm, read_edited},
    model::PlanOutcome,
    room::PlanRoom,
};
use crate::web::{AppError, Form, PageResult};
use app::{
    tasks::plan::{
        text,
        views::{
            Tried,
            goal::show_goal,
            overview::{show_new_goal, show_whole},
        },
    },
    ui::{dates, error_page::ErrorKind},
};
use domain::{
    Lang,
    plan::{Goal, PlanActError, PlanField, PlanSide, PlanState},
};

/// `…/maal`.
pub async fn start_goal<R: PlanRoom>(room: R) -> PageResult {
    room.page(true, None, |_, plan| show_new_goal(plan))
}

pub async fn add_goal<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    let path = format!("{}/maal", room.base());
    act(room, form, (None, &path)).await
}

/// `…/maal/{goal}`.
pub async fn read_goal<R: PlanRoom>(room: R) -> PageResult {
    let goal = find_goal(&room)?;
    let tried = room.param("ret").and_then(|asked| read_edited(asked, Some(goal.place)));
    show_one(&room, &goal, tried.as_ref())
}

pub async fn write_goal<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    let goal = find_goal(&room)?;
    let path = format!("{}/maal/{}", room.base(), goal.place);
    act(room, form, (Some(goal.place), &path)).await
}

/// `…/hele`.
pub async fn read_whole<R: PlanRoom>(room: R) -> PageResult {
    let tried = room.param("ret").and_then(|asked| read_edited(asked, None));
    room.page(true, tried.as_ref(), |_, plan| show_whole(plan))
}

pub async fn write_whole<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    let path = format!("{}/hele", room.base());
    act(room, form, (None, &path)).await
}

fn show_one<R: PlanRoom>(room: &R, goal: &Goal, tried: Option<&Tried>) -> PageResult {
    room.page(true, tried, |_, plan| show_goal(plan, goal))
}

/// The goal of the address; one that is not in the plan is not found.
fn find_goal<R: PlanRoom>(room: &R) -> Result<Goal, AppError> {
    let place = room.goal().parse().ok();
    let goal = place.and_then(|place| room.state().find_goal(place)).copied();
    goal.ok_or(AppError::new(ErrorKind::NotFound))
}

/// Does what a form asks for, and leads back to its page; where it cannot be done, the page says why, with what was typed.
pub async fn act<R: PlanRoom>(room: R, form: PlanForm, (goal, path): (Option<u32>, &str)) -> PageResult {
    let Some(act) = form.read(goal) else { return room.redirect(path) };
    match room.act(vec![act]).await? {
        PlanOutcome::Done(state) => {
            let added = if form.act == "GOAL" { state.goals.last() } else { None };
            match added {
                Some(added) => room.redirect_saved(&format!("{}/maal/{}", room.base(), added.place)),
                None => room.redirect_saved(path),
            }
        }
        PlanOutcome::Refused(_, error) => show_refused(room, form, goal, error).await,
        PlanOutcome::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

async fn show_refused<R: PlanRoom>(
    room: R,
    form: PlanForm,
    goal: Option<u32>,
    error: PlanActError,
) -> PageResult {
    // What the other side has written meanwhile stands on the page too.
    let room = room.reload().await?;
    let (lang, state) = (room.lang(), room.state());
    let problem = match error {
        PlanActError::Overtaken(field) => describe_overtaken(state, field, R::READER, lang),
        error => text::refusal(error, lang),
    };
    let is_written = form.act == "WRITE";
    let tried = form.into_tried(state, problem);
    match goal.and_then(|goal| state.find_goal(goal)).copied() {
        Some(goal) => show_one(&room, &goal, Some(&tried)),
        None if is_written => room.page(true, Some(&tried), |_, plan| show_whole(plan)),
        None => room.page(true, Some(&tried), |_, plan| show_new_goal(plan)),
    }
}

fn describe_overtaken(state: &PlanState, field: PlanField, reader: PlanSide, lang: Lang) -> String {
    let Some(latest) = state.versions(field).last() else {
        return text::refusal(PlanActError::Unknown, lang);
    };
    let by = text::author(latest.side, &latest.author, reader, lang);
    text::overtaken(by, &dates::date(latest.on.date(), lang), lang)
}
