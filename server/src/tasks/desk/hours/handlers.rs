//! When somebody takes appointments: the week, and days that are not like it.

use super::service::{self, ExceptionDay, HoursOfWeek};
use crate::{
    db::{ExceptionId, HoursId},
    tasks::desk::{
        agenda::handlers::parse_day,
        audit::AuditAction,
        settings::service as settings,
        staff::{self, StaffMember},
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, FormBody, PageResult},
};
use app::{
    tasks::desk::{
        hours::views::{CalendarDay, Exceptions, HoursPage, WEEK, hours_page},
        text,
        views::Notices,
    },
    ui::{dates, error_summary::FieldError, text as common},
};
use chrono::{NaiveDate, Weekday};
use domain::{
    Holiday, Lang, LocalDay, MINUTES_OF_DAY, OpeningDays, Role, Week, are_ranges_within, parse_time_ranges,
};

/// Stretches of time of a day.
const SPANS: usize = 6;
/// Days of the calendar.
const CALENDAR: u16 = 6 * 7;

pub async fn show_own(session: StaffSession) -> PageResult {
    Page::own(&session).show(session.notices()).await
}

pub async fn set_own(session: StaffSession, fields: FormBody) -> PageResult {
    Page::own(&session).set(fields).await
}

pub async fn show_of(session: StaffSession) -> PageResult {
    match Page::of_colleague(&session).await? {
        Some(page) => page.show(session.notices()).await,
        None => session.redirect("/desk/tider"),
    }
}

pub async fn set_of(session: StaffSession, fields: FormBody) -> PageResult {
    match Page::of_colleague(&session).await? {
        Some(page) => page.set(fields).await,
        None => session.redirect("/desk/tider"),
    }
}

/// What was typed of extra time.
struct TypedExtra {
    day: String,
    span: String,
}

/// Extra time that can be used: its day, and from when to when.
type ReadExtra = (NaiveDate, Vec<(u16, u16)>);

impl TypedExtra {
    fn take(fields: &mut FormBody) -> Self {
        let mut take = |name| fields.take(name).unwrap_or_default();
        Self { day: take("DAY"), span: take("SPAN") }
    }

    /// # Errors
    /// The field that cannot be used, and why.
    fn read(&self, today: NaiveDate, lang: Lang) -> Result<ReadExtra, (&'static str, String)> {
        let day = parse_day(&self.day).filter(|day| *day >= today);
        let day = day.ok_or_else(|| ("DAY", text::BAD_DAY.get(lang).to_owned()))?;
        if self.span.trim().is_empty() {
            return Err(("SPAN", text::EXTRA_NEEDS_SPAN.get(lang).to_owned()));
        }
        let spans = parse_time_ranges(&self.span).filter(|spans| (1..=SPANS).contains(&spans.len()));
        let bad_span =
            || ("SPAN", format!("{} {}", text::quoted(&self.span, lang), text::BAD_SPAN.get(lang)));
        Ok((day, spans.ok_or_else(bad_span)?))
    }
}

struct Page<'a> {
    session: &'a StaffSession,
    /// Whose hours.
    of: StaffMember,
    path: String,
    /// What was typed of the week, where it could not be used.
    week: Option<[String; 7]>,
    /// What was typed of extra time: day and span.
    typed: (String, String),
}

impl<'a> Page<'a> {
    fn new(session: &'a StaffSession, of: StaffMember, path: String) -> Self {
        Self { session, of, path, week: None, typed: (String::new(), String::new()) }
    }

    fn own(session: &'a StaffSession) -> Self {
        Self::new(session, session.who.clone(), "/desk/tider".to_owned())
    }

    /// The page of a colleague in the same municipality.
    async fn of_colleague(session: &'a StaffSession) -> Result<Option<Self>, AppError> {
        let wanted = session.last.parse().ok();
        let db = &session.context.state.services.db;
        let team = staff::service::list_team(db, &session.who.municipality).await?;
        let found = team.into_iter().find(|member| Some(member.id) == wanted);
        Ok(found.map(|member| {
            let path = format!("/desk/tider/{}", member.id);
            Self::new(session, member, path)
        }))
    }

    async fn set(mut self, mut fields: FormBody) -> PageResult {
        let notices = match fields.take("DO").as_deref() {
            Some("WEEK") => self.set_week(fields).await?,
            Some("ADD") => self.add_extra(&mut fields).await?,
            Some("REMOVE") => {
                if let Some(id) = fields.take("ID").and_then(|id| id.parse().ok()) {
                    self.remove_exception(&id).await?;
                }
                None
            }
            _ => Some(Notices::default()),
        };
        match notices {
            None => self.session.redirect_with(&self.path, Flash::Saved),
            Some(notices) => self.show(notices).await,
        }
    }

    /// Nothing where it is saved.
    async fn set_week(&mut self, mut fields: FormBody) -> Result<Option<Notices>, AppError> {
        let opening = self.session.standard.main_unit().opening_hours.value();
        let typed: [String; 7] =
            std::array::from_fn(|day| fields.take(&format!("WEEKDAY-{day}")).unwrap_or_default());
        let services = &self.session.context.state.services;
        let (mut hours, mut problems) = (Vec::new(), Vec::new());
        for ((day, weekday), typed) in (0u8..).zip(WEEK).zip(&typed) {
            match read_weekday(weekday, typed, opening, self.session.context.lang) {
                Ok(spans) => hours.extend(spans.into_iter().map(|(from, to)| HoursOfWeek {
                    id: HoursId::random(&services.random),
                    weekday: day,
                    from,
                    to,
                })),
                Err(sentence) => problems.push(FieldError::new(format!("WEEKDAY-{day}"), sentence)),
            }
        }
        let before = describe_week(&service::list_hours(&services.db, &self.of.id).await?);
        if problems.is_empty() && fields.take("BEFORE").is_some_and(|seen| seen != before) {
            problems.push(FieldError::new("WEEKDAY-0", text::GONE.get(self.session.context.lang)));
        }
        if problems.is_empty() {
            let audited = self.session.audit(AuditAction::HoursSet, &self.of.name);
            let audited = audited.changing(before, describe_week(&hours));
            service::set_hours(&services.db, &self.of.id, &hours, &audited).await?;
            return Ok(None);
        }
        self.week = Some(typed);
        Ok(Some(Notices { problems, done: None }))
    }

    /// Nothing where it is saved.
    async fn add_extra(&mut self, fields: &mut FormBody) -> Result<Option<Notices>, AppError> {
        let context = &self.session.context;
        let services = &context.state.services;
        let typed = TypedExtra::take(fields);
        let (day, spans) = match typed.read(context.now.date(), context.lang) {
            Ok(read) => read,
            Err((field, problem)) => {
                self.typed = (typed.day, typed.span);
                return Ok(Some(notice(field, problem)));
            }
        };
        let id = || ExceptionId::random(&services.random);
        let extra = spans.into_iter().map(|(from, to)| ExceptionDay { id: id(), day, from, to, away: false });
        let audited = self.session.audit(AuditAction::ExceptionAdded, &self.of.name);
        let audited = audited.changing("", format!("{day} {}", typed.span.trim()));
        service::add_exceptions(&services.db, &self.of.id, &extra.collect::<Vec<_>>(), &audited).await?;
        Ok(None)
    }

    async fn remove_exception(&self, exception: &ExceptionId) -> Result<(), AppError> {
        let audited = self.session.audit(AuditAction::ExceptionRemoved, &self.of.name);
        let db = &self.session.context.state.services.db;
        Ok(service::remove_exception(db, &self.of.id, exception, &audited).await?)
    }

    async fn show(self, notices: Notices) -> PageResult {
        let session = self.session;
        let (db, today) = (&session.context.state.services.db, session.context.now.date());
        let week_hours = service::list_hours(db, &self.of.id).await?;
        let week = match self.week {
            Some(typed) => typed,
            None => format_week(&week_hours),
        };
        let exceptions = service::list_exceptions(db, &self.of.id, today).await?;
        let monday = today.week(Weekday::Mon).first_day();
        let centre = settings::load_days(db, &session.who.municipality, monday).await?;
        let calendar = list_calendar(today, &week_hours, &exceptions, &centre);
        let exceptions: Exceptions = exceptions.into_iter().map(view_exception).collect();
        let members = match session.who.role {
            Role::Lead => staff::service::list_team(db, &session.who.municipality).await?,
            Role::Counsellor | Role::Admin | Role::Manager | Role::Authority | Role::ComplaintReader => {
                Vec::new()
            }
        };
        let others = members.into_iter().filter(|member| member.id != self.of.id);
        let colleagues: Vec<_> = others.map(|member| (member.id.to_string(), member.name)).collect();
        let page = HoursPage {
            name: &self.of.name,
            path: &self.path,
            week: &week,
            seen: &describe_week(&week_hours),
            exceptions: &exceptions,
            typed: &self.typed,
            colleagues: &colleagues,
            id: &self.of.id.to_string(),
            calendar: &calendar,
        };
        session.page(text::HOURS, notices, |meta, notices| hours_page(meta, &session.at(), notices, &page))
    }
}

/// The hours of a weekday as they were typed.
///
/// # Errors
/// Why they cannot be used.
fn read_weekday(
    weekday: Weekday,
    typed: &str,
    opening: Option<&Week>,
    lang: Lang,
) -> Result<Vec<(u16, u16)>, String> {
    let name = common::capitalised(dates::weekday(weekday, lang));
    let quoted = text::quoted(typed, lang);
    let spans = parse_time_ranges(typed)
        .filter(|spans| spans.len() <= SPANS)
        .ok_or_else(|| format!("{name}: {quoted} {}", text::BAD_SPAN.get(lang)))?;
    match opening {
        Some(week) if !are_ranges_within(&spans, week.day(weekday)) => {
            let open = week.day(weekday).iter().map(|open| format_span(open.in_minutes()));
            let open = open.collect::<Vec<_>>().join(", ");
            let open = if open.is_empty() { "-" } else { &open };
            Err(format!("{name}: {quoted} {} {open}", text::OUTSIDE.get(lang)))
        }
        _ => Ok(spans),
    }
}

/// Six weeks from this one's Monday.
fn list_calendar(
    today: NaiveDate,
    hours: &[HoursOfWeek],
    exceptions: &[ExceptionDay],
    centre: &OpeningDays,
) -> Vec<CalendarDay> {
    let monday = today.week(Weekday::Mon).first_day();
    let week = format_week(hours);
    let view = |ahead: u16| {
        let day = LocalDay::new(monday).plus_days(ahead).date();
        let of_day = || exceptions.iter().filter(move |one| one.day == day);
        let away = of_day().filter(|one| one.away).map(|one| format_if_part((one.from, one.to)));
        let extra = of_day().filter(|one| !one.away).map(|one| format_span((one.from, one.to)));
        let weekly = week.get(usize::from(ahead % 7)).filter(|spans| !spans.is_empty()).cloned();
        CalendarDay {
            day,
            is_today: day == today,
            holiday: Holiday::on(day),
            is_closed: centre.is_closed(day),
            away: away.collect(),
            hours: weekly.into_iter().chain(extra).collect::<Vec<_>>().join(", "),
        }
    };
    (0..CALENDAR).map(view).collect()
}

/// From when until when; nothing for the whole day.
fn format_if_part(span: (u16, u16)) -> Option<String> {
    (span != (0, MINUTES_OF_DAY)).then(|| format_span(span))
}

fn view_exception(one: ExceptionDay) -> (String, NaiveDate, Option<String>, bool) {
    (one.id.to_string(), one.day, format_if_part((one.from, one.to)), one.away)
}

fn format_week(hours: &[HoursOfWeek]) -> [String; 7] {
    std::array::from_fn(|day| {
        let of_day = hours.iter().filter(|one| usize::from(one.weekday) == day);
        of_day.map(|one| format_span((one.from, one.to))).collect::<Vec<_>>().join(", ")
    })
}

/// A week as the log tells it: `mandag 9-12, tirsdag 9-12`.
fn describe_week(hours: &[HoursOfWeek]) -> String {
    let days = WEEK.into_iter().zip(format_week(hours)).filter(|(_, spans)| !spans.is_empty());
    let days = days.map(|(weekday, spans)| format!("{} {spans}", dates::weekday(weekday, Lang::Da)));
    days.collect::<Vec<_>>().join(", ")
}

fn format_span((from, to): (u16, u16)) -> String {
    let time = |minute: u16| match (minute / 60, minute % 60) {
        (hour, 0) => hour.to_string(),
        (hour, minute) => format!("{hour}.{minute:02}"),
    };
    format!("{}-{}", time(from), time(to))
}
