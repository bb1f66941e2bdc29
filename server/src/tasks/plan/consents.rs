//! What is agreed to; and a code for somebody close who may see some of the plan.

use super::{
    form::PlanForm,
    handlers::{PlanPage, act},
    room::PlanRoom,
};
use crate::{
    db::{AccessId, FormKey},
    tasks::citizen_session::{CitizenSession, service::GivenCode},
    web::{Form, PageResult},
};
use app::{
    tasks::plan::{
        text,
        views::{
            Tried,
            consent::{ConsentsPage, first_kind, show_consents},
            insight::{GivenInsight, show_given},
        },
    },
    ui::error_summary::FieldError,
};
use domain::plan::Consent;

/// `…/samtykker`.
pub async fn read<R: PlanRoom>(room: R) -> PageResult {
    show(&room, None).await
}

pub async fn show<R: PlanRoom>(room: &R, tried: Option<&Tried>) -> PageResult {
    let services = room.services();
    let form = FormKey::random(&services.random).to_string();
    let given = services.citizen_sessions.list_insights(&room.plan()).await?;
    let given: Vec<_> = given.into_iter().map(|(consent, access)| (consent, access.to_string())).collect();
    let page = ConsentsPage { form: &form, given: &given };
    room.page(true, tried, |_, plan| show_consents(plan, &page))
}

pub async fn write<R: PlanRoom>(room: R, Form(form): Form<PlanForm>) -> PageResult {
    let lang = room.lang();
    if form.lacks_kind() {
        let problem = FieldError::of(first_kind(), text::CHOOSE_KIND, lang);
        let tried = form.into_tried_beside(room.state(), vec![problem]);
        return show(&room, Some(&tried)).await;
    }
    let lacking = form.list_lacking();
    if !lacking.is_empty() {
        let describe = |field: &'static str| {
            let problem = if field == "WHO" { text::SAY_WHO } else { text::CHOOSE_PARTS };
            FieldError::of(field, problem, lang)
        };
        let beside = lacking.into_iter().map(describe).collect();
        let tried = form.into_tried_beside(room.state(), beside);
        return show(&room, Some(&tried)).await;
    }
    if form.act == "TAKE_BACK"
        && let Some(consent) = form.read_consent()
    {
        // Nobody sees anything by it from this moment, whatever becomes of the rest.
        room.services().citizen_sessions.end_insight(&room.plan(), consent).await?;
    }
    act(room, form, PlanPage::Consents).await
}

/// `/min-plan/del`: a code for somebody close, shown once. Only the citizen gives one.
pub async fn share(room: CitizenSession, Form(form): Form<PlanForm>) -> PageResult {
    let path = PlanPage::Consents.path(&room.base());
    let consent = form.read_consent().and_then(|consent| room.state().find_insight(consent));
    let (Some(consent), Ok(key)) = (consent, form.form.parse::<FormKey>()) else {
        return room.redirect(&path);
    };
    let sessions = &room.services().citizen_sessions;
    // Which code it takes the place of: a form of an earlier page ends no later one.
    let seen = form.before.parse::<AccessId>().ok();
    match sessions.give_insight((&room.plan(), consent.place), (&key, seen.as_ref())).await? {
        GivenCode::Done(code) => show_code(&room, consent, &code.to_groups()),
        GivenCode::InUse | GivenCode::Changed | GivenCode::Gone => room.redirect(&path),
    }
}

fn show_code(room: &CitizenSession, consent: &Consent, code: &str) -> PageResult {
    let given = GivenInsight { whom: &consent.whom, code };
    room.page(true, None, |_, plan| show_given(plan, &given))
}
