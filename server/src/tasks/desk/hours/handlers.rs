//! When somebody takes appointments: the week, and days that are not like it.

use super::service::{self, DAY, ExceptionDay, HoursOfWeek};
use crate::{
    db::{ExceptionId, HoursId},
    tasks::desk::{
        agenda::{self, handlers::parse_day},
        audit::AuditAction,
        staff::{self, StaffMember},
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, FormBody, PageResult},
};
use app::{
    tasks::desk::{
        hours::views::{Exceptions, HoursPage, WEEK, hours_page},
        text,
        views::Notices,
    },
    ui::{dates, error_summary::FieldError, text as common},
};
use chrono::{NaiveDate, Weekday};
use domain::{Lang, Role, Week, are_ranges_within, parse_time_ranges};

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

/// What was typed of an exception.
struct TypedException {
    day: String,
    span: String,
    away: bool,
}

/// An exception that can be used: its day, and from when to when.
type ReadException = (NaiveDate, Vec<(u16, u16)>);

impl TypedException {
    fn take(fields: &mut FormBody) -> Self {
        let mut take = |name| fields.take(name).unwrap_or_default();
        Self { day: take("DAY"), span: take("SPAN"), away: take("AWAY") != "NO" }
    }

    /// # Errors
    /// The field that cannot be used, and why.
    fn read(&self, today: NaiveDate, lang: Lang) -> Result<ReadException, (&'static str, String)> {
        let day = parse_day(&self.day).filter(|day| *day >= today);
        let day = day.ok_or_else(|| ("DAY", text::BAD_DAY.get(lang).to_owned()))?;
        if self.span.trim().is_empty() {
            let whole_day = self.away.then(|| vec![(0, DAY)]);
            let needs_span = || ("SPAN", text::EXTRA_NEEDS_SPAN.get(lang).to_owned());
            return Ok((day, whole_day.ok_or_else(needs_span)?));
        }
        let spans = parse_time_ranges(&self.span).filter(|spans| !spans.is_empty());
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
    /// What was typed of an exception: day, span, away.
    typed: (String, String, bool),
}

impl<'a> Page<'a> {
    fn new(session: &'a StaffSession, of: StaffMember, path: String) -> Self {
        Self { session, of, path, week: None, typed: (String::new(), String::new(), true) }
    }

    fn own(session: &'a StaffSession) -> Self {
        Self::new(session, session.who.clone(), "/desk/tider".to_owned())
    }

    /// The page of a colleague in the same municipality.
    async fn of_colleague(session: &'a StaffSession) -> Result<Option<Self>, AppError> {
        let wanted = session.last.parse().ok();
        let db = &session.context.state.services.db;
        let members = staff::service::list(db, &session.who.municipality).await?;
        let mut talking = members.into_iter().filter(|member| member.role != Role::Admin);
        let found = talking.find(|member| Some(member.id) == wanted);
        Ok(found.map(|member| {
            let path = format!("/desk/tider/{}", member.id);
            Self::new(session, member, path)
        }))
    }

    async fn set(mut self, mut fields: FormBody) -> PageResult {
        let notices = match fields.take("DO").as_deref() {
            Some("WEEK") => self.set_week(fields).await?,
            Some("ADD") => match self.add_exception(&mut fields).await? {
                Ok(Some(day)) => {
                    return self.session.redirect_with(&format!("/desk/dag/{day}"), Flash::Closed);
                }
                Ok(None) => None,
                Err(notices) => Some(notices),
            },
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
        if problems.is_empty() {
            let audited = self.session.audit(AuditAction::HoursSet, &self.of.name);
            service::set_hours(&services.db, &self.of.id, &hours, &audited).await?;
            return Ok(None);
        }
        self.week = Some(typed);
        Ok(Some(Notices { problems, done: None }))
    }

    /// Gives the day where somebody is expected who is then away; what cannot be used is told.
    async fn add_exception(
        &mut self,
        fields: &mut FormBody,
    ) -> Result<Result<Option<NaiveDate>, Notices>, AppError> {
        let context = &self.session.context;
        let services = &context.state.services;
        let typed = TypedException::take(fields);
        let (day, spans) = match typed.read(context.now.date(), context.lang) {
            Ok(read) => read,
            Err((field, problem)) => {
                self.typed = (typed.day, typed.span, typed.away);
                return Ok(Err(notice(field, problem)));
            }
        };
        let exception = |(from, to)| ExceptionDay {
            id: ExceptionId::random(&services.random),
            day,
            from,
            to,
            away: typed.away,
        };
        let exceptions: Vec<ExceptionDay> = spans.into_iter().map(exception).collect();
        let audited = self.session.audit(AuditAction::ExceptionAdded, &self.of.name);
        service::add_exceptions(&services.db, &self.of.id, &exceptions, &audited).await?;
        let agenda = agenda::service::list_day(&services.db, &self.session.who.municipality, day).await?;
        let expected = typed.away && agenda.iter().any(|entry| entry.staff == self.of.id);
        Ok(Ok(expected.then_some(day)))
    }

    async fn remove_exception(&self, exception: &ExceptionId) -> Result<(), AppError> {
        let audited = self.session.audit(AuditAction::ExceptionRemoved, &self.of.name);
        let db = &self.session.context.state.services.db;
        Ok(service::remove_exception(db, &self.of.id, exception, &audited).await?)
    }

    async fn show(self, notices: Notices) -> PageResult {
        let session = self.session;
        let (db, today) = (&session.context.state.services.db, session.context.now.date());
        let week = match self.week {
            Some(typed) => typed,
            None => format_week(&service::list_hours(db, &self.of.id).await?),
        };
        let exceptions = service::list_exceptions(db, &self.of.id, today).await?;
        let exceptions: Exceptions = exceptions.into_iter().map(view_exception).collect();
        let members = match session.who.role {
            Role::Lead => staff::service::list(db, &session.who.municipality).await?,
            Role::Counsellor | Role::Admin => Vec::new(),
        };
        let others =
            members.into_iter().filter(|member| member.id != self.of.id && member.role != Role::Admin);
        let colleagues: Vec<_> = others.map(|member| (member.id.to_string(), member.name)).collect();
        let page = HoursPage {
            name: &self.of.name,
            path: &self.path,
            week: &week,
            exceptions: &exceptions,
            typed: &self.typed,
            colleagues: &colleagues,
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
    let spans =
        parse_time_ranges(typed).ok_or_else(|| format!("{name}: {quoted} {}", text::BAD_SPAN.get(lang)))?;
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

fn view_exception(one: ExceptionDay) -> (String, NaiveDate, Option<String>, bool) {
    let span = (one.from, one.to);
    (one.id.to_string(), one.day, (span != (0, DAY)).then(|| format_span(span)), one.away)
}

fn format_week(hours: &[HoursOfWeek]) -> [String; 7] {
    std::array::from_fn(|day| {
        let of_day = hours.iter().filter(|one| usize::from(one.weekday) == day);
        of_day.map(|one| format_span((one.from, one.to))).collect::<Vec<_>>().join(", ")
    })
}

fn format_span((from, to): (u16, u16)) -> String {
    let time = |minute: u16| match (minute / 60, minute % 60) {
        (hour, 0) => hour.to_string(),
        (hour, minute) => format!("{hour}.{minute:02}"),
    };
    format!("{}-{}", time(from), time(to))
}
