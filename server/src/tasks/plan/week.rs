//! Talks, groups and days of treatment.

use super::{
    form::PlanForm,
    handlers::{PlanPage, act},
    model::PlanOutcome,
    room::PlanRoom,
};
use crate::web::{AppError, Form, PageResult};
use app::{
    tasks::plan::{
        text,
        views::{Tried, week::show_week},
    },
    ui::{error_page::ErrorKind, error_summary::FieldError},
};
use domain::{
    LocalDay, Offer, Week,
    plan::{Meeting, PlanAct, PlanSide, Recurrence},
};

/// `…/uge`.
pub async fn read<R: PlanRoom>(room: R) -> PageResult {
    show(&room, None)
}

pub fn show<R: PlanRoom>(room: &R, tried: Option<&Tried>) -> PageResult {
    let offers = list_offers(room);
    room.page(true, tried, |meta, plan| show_week(meta, plan, &offers))
}

/// The offers for which the standard sets weekdays and hours.
fn list_offers<R: PlanRoom>(room: &R) -> Vec<&Offer> {
    let substance = room.state().dates.subject.substance;
    room.standard().offers.iter().filter(|offer| offer.weekly_hours(substance).is_some()).collect()
}

pub async fn write<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    match form.act.as_str() {
        "END_MEETING" if R::READER == PlanSide::Staff => end_meeting(room, &form).await,
        "HOURS" if R::READER == PlanSide::Staff => add_hours(room, form).await,
        "MEETING" => match form.read_meeting() {
            Ok(_) => act(room, form, PlanPage::Week).await,
            Err(unread) => {
                let lang = room.lang();
                let describe = |field: &&'static str| {
                    let problem =
                        if matches!(*field, "DAY" | "LAST") { text::BAD_DATE } else { text::BAD_CLOCK };
                    FieldError::of(*field, problem, lang)
                };
                let beside = unread.iter().map(describe).collect();
                let tried = form.into_tried_beside(room.state(), beside);
                show(&room, Some(&tried))
            }
        },
        _ => act(room, form, PlanPage::Week).await,
    }
}

/// From now on it is not held: today's is, where it is over.
async fn end_meeting<R: PlanRoom>(room: R, form: &PlanForm) -> PageResult {
    let path = PlanPage::Week.path(&room.base());
    let place = form.read_meeting_number();
    let meeting = room.state().meetings.iter().find(|meeting| Some(meeting.place) == place);
    let Some(meeting) = meeting else { return room.redirect(&path) };
    let is_over = meeting.times().1 <= room.now().time();
    let on = if is_over { room.today().plus_days(1) } else { room.today() };
    match room.act(vec![PlanAct::MeetingEnded { meeting: meeting.place, on }]).await? {
        PlanOutcome::Done(_) => room.redirect_saved(&path),
        PlanOutcome::Refused(..) => room.redirect(&path),
        PlanOutcome::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

/// Writes in the hours of an offer, all of them at once.
async fn add_hours<R: PlanRoom>(room: R, form: PlanForm) -> PageResult {
    let lang = room.lang();
    let substance = room.state().dates.subject.substance;
    let chosen = list_offers(&room).into_iter().find(|offer| offer.slug == form.offer);
    let Some((offer, hours)) = chosen.and_then(|offer| Some((offer, offer.weekly_hours(substance)?))) else {
        let tried =
            form.into_tried_beside(room.state(), vec![FieldError::of("OFFER", text::CHOOSE_OFFER, lang)]);
        return show(&room, Some(&tried));
    };
    let Some(first) = form.read_first_day() else {
        let tried = form.into_tried(room.state(), text::BAD_DATE.get(lang).to_owned());
        return show(&room, Some(&tried));
    };
    // The plan is in Danish, as the centre writes it.
    let acts = list_meetings(hours, offer.title.get(domain::Lang::Da), first);
    match room.act(acts).await? {
        PlanOutcome::Done(_) => room.redirect_saved(&PlanPage::Week.path(&room.base())),
        PlanOutcome::Refused(_, error) => {
            let tried = form.into_tried(room.state(), text::refusal(error, lang));
            show(&room, Some(&tried))
        }
        PlanOutcome::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

/// Every hour of a week as a meeting that is held each week from a day on.
fn list_meetings(hours: &Week, words: &str, first: LocalDay) -> Vec<PlanAct> {
    let days = (0..7).map(|number| first.plus_days(number));
    let of_day = |day: LocalDay| {
        hours.day(chrono::Datelike::weekday(&day.date())).iter().map(move |span| {
            let (from, to) = span.in_minutes();
            let words = words.to_owned();
            Meeting { place: 0, words, first: day, from, to, recurs: Recurrence::Weekly, last: None }
        })
    };
    days.flat_map(of_day).map(|meeting| PlanAct::MeetingAdded { meeting }).collect()
}
