//! The pages of a plan, for its citizen and at the desk.

use super::{
    consents,
    form::{PlanForm, read_edited},
    model::PlanOutcome,
    notes,
    room::PlanRoom,
    week,
};
use crate::web::{AppError, Form, PageResult};
use app::{
    tasks::plan::{
        text,
        views::{
            Tried,
            aim::first_aim,
            centre::show_centre,
            goal::show_goal,
            overview::show_new_goal,
            review::show_review,
            wellbeing::{show_bad_day, show_wellbeing},
            whole::show_whole,
        },
    },
    ui::{dates, error_page::ErrorKind, error_summary::FieldError},
};
use domain::{
    Lang,
    plan::{Goal, PlanActError, PlanField, PlanSide, PlanState},
};

/// A page of a plan on which something is written.
#[derive(Clone, Copy)]
pub enum PlanPage {
    Overview,
    NewGoal,
    Goal(u32),
    Whole,
    Notes,
    Review,
    Wellbeing,
    BadDay,
    Consents,
    Week,
}

impl PlanPage {
    /// Its address, below the plan's.
    #[must_use]
    pub fn path(self, base: &str) -> String {
        match self {
            Self::Overview => base.to_owned(),
            Self::NewGoal => format!("{base}/maal"),
            Self::Goal(goal) => format!("{base}/maal/{goal}"),
            Self::Whole => format!("{base}/hele"),
            Self::Notes => format!("{base}/noter"),
            Self::Review => format!("{base}/opfoelgning"),
            Self::Wellbeing => format!("{base}/trivsel"),
            Self::BadDay => format!("{base}/svaer-dag"),
            Self::Consents => format!("{base}/samtykker"),
            Self::Week => format!("{base}/uge"),
        }
    }

    const fn goal(self) -> Option<u32> {
        if let Self::Goal(goal) = self { Some(goal) } else { None }
    }
}

/// `…/maal`.
pub async fn start_goal<R: PlanRoom>(room: R) -> PageResult {
    room.page(true, None, |_, plan| show_new_goal(plan))
}

pub async fn add_goal<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    act(room, form, PlanPage::NewGoal).await
}

/// `…/maal/{goal}`.
pub async fn read_goal<R: PlanRoom>(room: R) -> PageResult {
    let goal = find_goal(&room)?;
    let tried = room.param("ret").and_then(|asked| read_edited(asked, Some(goal.place)));
    show_one(&room, &goal, tried.as_ref())
}

pub async fn write_goal<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    let goal = find_goal(&room)?;
    if form.lacks_aim() {
        let tried = form
            .into_tried_beside(room.state(), vec![FieldError::of(first_aim(), text::BAD_AIM, room.lang())]);
        return show_one(&room, &goal, Some(&tried));
    }
    act(room, form, PlanPage::Goal(goal.place)).await
}

/// `…/hele`.
pub async fn read_whole<R: PlanRoom>(room: R) -> PageResult {
    let tried = room.param("ret").and_then(|asked| read_edited(asked, None));
    room.page(true, tried.as_ref(), |_, plan| show_whole(plan))
}

pub async fn write_whole<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    act(room, form, PlanPage::Whole).await
}

/// `…/opfoelgning`.
pub async fn read_reviews<R: PlanRoom>(room: R) -> PageResult {
    let tried = room.param("ret").and_then(|asked| read_edited(asked, None));
    show_reviews(&room, tried.as_ref())
}

pub async fn write_reviews<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    if R::READER == PlanSide::Staff && form.lacks_status() {
        let tried = form.into_tried_beside(
            room.state(),
            vec![FieldError::of("STATUS", text::CHOOSE_STATUS, room.lang())],
        );
        return show_reviews(&room, Some(&tried));
    }
    act(room, form, PlanPage::Review).await
}

fn show_reviews<R: PlanRoom>(room: &R, tried: Option<&Tried>) -> PageResult {
    room.page(true, tried, |_, plan| {
        let centre = (R::READER == PlanSide::Staff).then(|| show_centre(plan));
        show_review(plan, centre)
    })
}

/// `…/trivsel`.
pub async fn read_wellbeing<R: PlanRoom>(room: R) -> PageResult {
    room.page(true, None, show_wellbeing)
}

pub async fn write_wellbeing<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    act(room, form, PlanPage::Wellbeing).await
}

/// `…/svaer-dag`.
pub async fn read_bad_day<R: PlanRoom>(room: R) -> PageResult {
    let tried = room.param("ret").and_then(|asked| read_edited(asked, None));
    room.page(true, tried.as_ref(), show_bad_day)
}

pub async fn write_bad_day<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    act(room, form, PlanPage::BadDay).await
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
pub async fn act<R: PlanRoom>(room: R, form: PlanForm, page: PlanPage) -> PageResult {
    let path = page.path(&room.base());
    let Some(act) = form.read(R::READER, page.goal()) else { return room.redirect(&path) };
    match room.act(vec![act]).await? {
        PlanOutcome::Done(state) => {
            let added =
                if form.act == "GOAL" { state.find_goal_saying(&form.text, page.goal()) } else { None };
            let path = added.map_or(path, |added| PlanPage::Goal(added.place).path(&room.base()));
            room.redirect_saved(&path)
        }
        PlanOutcome::Refused(_, error) => show_refused(room, form, page, error).await,
        PlanOutcome::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

async fn show_refused<R: PlanRoom>(
    room: R,
    form: PlanForm,
    page: PlanPage,
    error: PlanActError,
) -> PageResult {
    // What the other side has written meanwhile stands on the page too.
    let room = room.reload().await?;
    let state = room.state();
    let tried = form.into_tried(state, describe_refusal(&room, error));
    match page {
        PlanPage::Overview => room.redirect(&room.base()),
        PlanPage::NewGoal => room.page(true, Some(&tried), |_, plan| show_new_goal(plan)),
        PlanPage::Whole => room.page(true, Some(&tried), |_, plan| show_whole(plan)),
        PlanPage::Notes => {
            let readers = tried.chosen.iter().find(|(field, _)| *field == "READERS");
            let readers = readers.map(|(_, value)| value.clone()).unwrap_or_default();
            notes::show(&room, Some(&tried), &readers).await
        }
        PlanPage::Review => show_reviews(&room, Some(&tried)),
        PlanPage::Week => week::show(&room, Some(&tried)),
        PlanPage::Wellbeing => room.page(true, Some(&tried), show_wellbeing),
        PlanPage::BadDay => room.page(true, Some(&tried), show_bad_day),
        PlanPage::Consents => consents::show(&room, Some(&tried)).await,
        PlanPage::Goal(goal) => match state.find_goal(goal) {
            Some(goal) => show_one(&room, goal, Some(&tried)),
            None => Err(AppError::new(ErrorKind::NotFound)),
        },
    }
}

/// Why something was not done, in words; of the plan as it stands by now.
pub(super) fn describe_refusal<R: PlanRoom>(room: &R, error: PlanActError) -> String {
    match error {
        PlanActError::TooLate(day) => {
            let is_over = day < room.today();
            text::too_late(&dates::date(day.date(), room.lang()), is_over, room.lang())
        }
        PlanActError::Overtaken(field) => describe_overtaken(room.state(), field, R::READER, room.lang()),
        error => text::refusal(error, room.lang()),
    }
}

fn describe_overtaken(state: &PlanState, field: PlanField, reader: PlanSide, lang: Lang) -> String {
    let Some(latest) = state.versions(field).last() else {
        return text::refusal(PlanActError::Unknown, lang);
    };
    let by = text::writer(latest.side, &latest.author, reader, lang);
    text::overtaken(by, &dates::date(latest.on.date(), lang), lang)
}
