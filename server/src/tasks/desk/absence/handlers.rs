//! Who is away, and days on which a centre is closed.

use super::{
    form,
    model::{Absence, Fate, Hit},
    service,
};
use crate::{
    db::StaffId,
    tasks::desk::{
        agenda::{handlers::parse_day, page::view},
        audit::AuditAction,
        settings::service as settings,
        staff::{self, StaffMember},
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, FormBody, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        absence::{
            text,
            views::{AbsenceForm, AbsencePage, CENTRE, HitView, absence_page, hits_page},
        },
        views::Notices,
    },
};
use chrono::NaiveDate;
use domain::{Closure, Holiday, OpeningDays, Role};

/// Days of which holidays are shown.
const SHOWN: u16 = 366;

pub async fn show(session: StaffSession) -> PageResult {
    let whose = session.param("hvem").unwrap_or_default().to_owned();
    show_form(&session, session.notices(), &AbsenceForm { whose, ..AbsenceForm::default() }).await
}

pub async fn set(session: StaffSession, mut fields: FormBody) -> PageResult {
    if let Some(act) = fields.take("DO") {
        return open_day(&session, act == "KEEP_OPEN", &fields.take("DAY").unwrap_or_default()).await;
    }
    let confirms = fields.take("CONFIRM").is_some();
    let typed = form::take(&mut fields);
    let people = list_people(&session).await?;
    let read = form::read(&typed, &people, may_close(&session), session.context.now.date());
    let absence = match read {
        Ok(absence) => absence,
        Err((field, problem)) => {
            return show_form(&session, notice(field, problem.get(session.context.lang)), &typed).await;
        }
    };
    let hits = list_hits(&session, &absence).await?;
    if session.who.role == Role::Admin {
        return close_unseen(&session, &absence, &hits).await;
    }
    if !confirms && !hits.is_empty() {
        return show_hits(&session, Notices::default(), &typed, hits, &fields);
    }
    let decided: Option<Vec<Fate>> = hits.iter().map(|hit| find_fate(&fields, hit)).collect();
    if let Some(decided) = decided
        && save(&session, &absence, &hits, &decided).await?
    {
        return leave(&session, &absence, decided_on(&decided));
    }
    let changed = notice("main-content", text::CHANGED.get(session.context.lang));
    show_hits(&session, changed, &typed, list_hits(&session, &absence).await?, &fields)
}

/// By an administrator, who sees no appointments: they stand, and a lead is to see to them.
async fn close_unseen(session: &StaffSession, absence: &Absence, hits: &[Hit]) -> PageResult {
    let kept = vec![Fate::Keep; hits.len()];
    if !save(session, absence, hits, &kept).await? {
        let changed = notice("main-content", text::CHANGED.get(session.context.lang));
        return show_form(session, changed, &AbsenceForm::default()).await;
    }
    let flash = if hits.is_empty() { Flash::Saved } else { Flash::ClosedBooked };
    session.redirect_with("/desk/fravaer", flash)
}

/// Who may close the whole centre.
fn may_close(session: &StaffSession) -> bool {
    session.who.role != Role::Counsellor
}

/// Whom somebody may report: oneself; a lead, everybody who takes appointments.
async fn list_people(session: &StaffSession) -> Result<Vec<StaffMember>, AppError> {
    let db = &session.context.state.services.db;
    let team = staff::service::list_team(db, &session.who.municipality).await?;
    let may = |member: &StaffMember| session.who.role == Role::Lead || member.id == session.who.id;
    Ok(team.into_iter().filter(may).collect())
}

async fn list_hits(session: &StaffSession, absence: &Absence) -> Result<Vec<Hit>, AppError> {
    let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
    let team = staff::service::list_team(db, municipality).await?;
    Ok(service::list_hits(db, municipality, absence, &team, session.now()).await?)
}

/// What was chosen for an appointment, if it was and can be done.
fn find_fate(fields: &FormBody, hit: &Hit) -> Option<Fate> {
    let field = format!("FATE-{}", hit.entry.appointment.id);
    let (_, value) = fields.pairs().find(|(name, _)| *name == field)?;
    match value {
        "KEEP" => Some(Fate::Keep),
        "CALL_OFF" => Some(Fate::CallOff),
        colleague => {
            let id: StaffId = colleague.parse().ok()?;
            hit.free.iter().any(|member| member.id == id).then_some(Fate::HandOver(id))
        }
    }
}

async fn save(
    session: &StaffSession,
    absence: &Absence,
    hits: &[Hit],
    decided: &[Fate],
) -> Result<bool, AppError> {
    let services = &session.context.state.services;
    let audit = |what: AuditAction, subject: &str| session.audit(what, subject);
    Ok(service::save(&services.db, &services.random, absence, (hits, decided), (session.now(), &audit))
        .await?)
}

/// What is told: of citizens only where something was called off.
fn decided_on(fates: &[Fate]) -> Flash {
    if fates.contains(&Fate::CallOff) { Flash::Absent } else { Flash::Saved }
}

/// To the first day of what was saved.
fn leave(session: &StaffSession, absence: &Absence, flash: Flash) -> PageResult {
    match absence.days.first() {
        Some(day) => session.redirect_with(&format!("/desk/dag/{day}"), flash),
        None => session.redirect_with("/desk/fravaer", flash),
    }
}

/// Opens a day that the desk has closed, or keeps open on a holiday.
async fn open_day(session: &StaffSession, on_holiday: bool, day: &str) -> PageResult {
    let refuse = |why: Phrase| notice("main-content", why.get(session.context.lang));
    if !may_close(session) {
        return show_form(session, refuse(text::MAY_NOT_OPEN), &AbsenceForm::default()).await;
    }
    let (db, today) = (&session.context.state.services.db, session.context.now.date());
    let is_near = |day: &NaiveDate| (0..i64::from(SHOWN)).contains(&(*day - today).num_days());
    let mut is_changed = false;
    if let Some(day) = parse_day(day).filter(is_near) {
        let audited = session.audit(AuditAction::DayOpened, &day.to_string());
        is_changed = if on_holiday {
            settings::keep_open(db, day, &audited).await?
        } else {
            settings::reopen_day(db, day, &audited).await?
        };
    }
    if is_changed {
        session.redirect_with("/desk/fravaer", Flash::Saved)
    } else {
        show_form(session, refuse(text::NOTHING_OPENED), &AbsenceForm::default()).await
    }
}

async fn show_form(session: &StaffSession, notices: Notices, form: &AbsenceForm) -> PageResult {
    let lang = session.context.lang;
    let people = list_people(session).await?;
    let mut people: Vec<_> = people.into_iter().map(|member| (member.id.to_string(), member.name)).collect();
    let mut closed = Vec::new();
    let mut holidays = Vec::new();
    if may_close(session) {
        people.push((CENTRE.to_owned(), text::CENTRE.get(lang).to_owned()));
        let (db, today) = (&session.context.state.services.db, session.context.now.date());
        let centre = settings::load_days(db, &session.who.municipality, today).await?;
        closed = centre.list_closed().map(|(day, note)| (day, note.to_owned())).collect();
        holidays = list_holidays(&centre, today);
    }
    let own = session.who.id.to_string();
    let whose = if form.whose.is_empty() { own } else { form.whose.clone() };
    let form = AbsenceForm { whose, ..form.clone() };
    let page = AbsencePage { people: &people, form: &form, closed: &closed, holidays: &holidays };
    session.page(text::TITLE, notices, |meta, notices| absence_page(meta, &session.at(), notices, &page))
}

/// Those of a year to come, each with whether the centre is open. What the desk closes itself stands with the closed days.
fn list_holidays(centre: &OpeningDays, today: NaiveDate) -> Vec<(NaiveDate, Holiday, bool)> {
    let days = today.iter_days().take(SHOWN.into()).filter_map(|day| Some((day, Holiday::on(day)?)));
    let of_desk = |day| matches!(centre.find_closure(day), Some(Closure::Desk(_)));
    let shown = days.filter(|(day, _)| !of_desk(*day));
    shown.map(|(day, holiday)| (day, holiday, !centre.is_closed(day))).collect()
}

fn show_hits(
    session: &StaffSession,
    notices: Notices,
    form: &AbsenceForm,
    hits: Vec<Hit>,
    fields: &FormBody,
) -> PageResult {
    let mut given: Vec<(StaffId, usize)> = Vec::new();
    let entries: Vec<_> = hits.iter().map(|hit| hit.entry.clone()).collect();
    let views = hits.into_iter().enumerate().filter_map(|(place, hit)| {
        // Nobody is proposed for two appointments at once.
        let is_given = |member: &StaffMember| {
            given.iter().any(|(who, other)| *who == member.id && entries[*other].overlaps(&entries[place]))
        };
        let proposed = hit.free.iter().find(|member| !is_given(member)).map(|member| member.id);
        let fate = find_fate(fields, &hit).unwrap_or_else(|| proposed.map_or(Fate::CallOff, Fate::HandOver));
        if let Fate::HandOver(who) = fate {
            given.push((who, place));
        }
        let fate = match fate {
            Fate::Keep => "KEEP".to_owned(),
            Fate::CallOff => "CALL_OFF".to_owned(),
            Fate::HandOver(who) => who.to_string(),
        };
        let free = hit.free.into_iter().map(|member| (member.id.to_string(), member.name)).collect();
        let (_, entry) = view(hit.entry, session)?;
        Some(HitView { entry, free, fate })
    });
    let views: Vec<HitView> = views.collect();
    session.page(text::HITS, notices, |meta, notices| hits_page(meta, &session.at(), notices, form, &views))
}
