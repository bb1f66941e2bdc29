//! When somebody takes appointments: the week, and days that are not like it.

use crate::{
    store::{DbError, ExceptionDay, HoursOfWeek, StaffMember},
    tasks::desk::{
        agenda::handlers::read_day,
        staff_session::{Flash, StaffSession, done_at, see_other, wrong},
    },
    web::{form::FormBody, hexadecimal},
};
use app::ui::error_summary::FieldError;
use app::{
    tasks::desk::{
        hours::views::{Exceptions, HoursPage, WEEK, hours_page},
        text,
        views::Notices,
    },
    ui::{dates, text as common},
};
use axum::{body::Body, http::Response};
use chrono::NaiveDate;
use domain::{Role, are_ranges_within, parse_time_ranges};

const DAY: u16 = 24 * 60;

pub async fn own(signed: StaffSession) -> Response<Body> {
    let page = Page::new(&signed, signed.who.clone(), "/desk/tider".to_owned());
    signed.told(page.shown(signed.notices()).await)
}

pub async fn set_own(signed: StaffSession, fields: FormBody) -> Response<Body> {
    let page = Page::new(&signed, signed.who.clone(), "/desk/tider".to_owned());
    signed.told(page.set(fields).await)
}

pub async fn of(signed: StaffSession) -> Response<Body> {
    let answer = async {
        match colleague(&signed).await? {
            Some(page) => page.shown(signed.notices()).await,
            None => Ok(see_other(&signed.context, "/desk/tider")),
        }
    };
    signed.told(answer.await)
}

pub async fn set_of(signed: StaffSession, fields: FormBody) -> Response<Body> {
    let answer = async {
        match colleague(&signed).await? {
            Some(page) => page.set(fields).await,
            None => Ok(see_other(&signed.context, "/desk/tider")),
        }
    };
    signed.told(answer.await)
}

/// The page of a colleague in the same municipality.
async fn colleague(signed: &StaffSession) -> Result<Option<Page<'_>>, DbError> {
    let wanted = hexadecimal::read(&signed.last);
    let members = signed.desks().members(&signed.who).await?;
    let found = members.into_iter().find(|member| Some(member.id) == wanted && member.role != Role::Admin);
    Ok(found.map(|member| {
        let path = format!("/desk/tider/{}", hexadecimal::written(&member.id));
        Page::new(signed, member, path)
    }))
}

/// What became of an exception.
enum Added {
    Day(NaiveDate, Flash),
    Not(Notices),
}

struct Page<'a> {
    signed: &'a StaffSession,
    /// Whose hours.
    of: StaffMember,
    path: String,
    /// What was typed of the week, where it could not be used.
    week: Option<[String; 7]>,
    /// What was typed of an exception: day, span, away.
    typed: (String, String, bool),
}

impl<'a> Page<'a> {
    fn new(signed: &'a StaffSession, of: StaffMember, path: String) -> Self {
        Self { signed, of, path, week: None, typed: (String::new(), String::new(), true) }
    }

    async fn set(mut self, mut fields: FormBody) -> Result<Response<Body>, DbError> {
        let notices = match fields.take("DO").as_deref() {
            Some("WEEK") => self.set_week(fields).await?,
            Some("ADD") => match self.add(fields).await? {
                Added::Day(day, done) if done == Flash::Closed => {
                    return Ok(done_at(&self.signed.context, &format!("/desk/dag/{day}"), done));
                }
                Added::Day(..) => None,
                Added::Not(notices) => Some(notices),
            },
            Some("REMOVE") => {
                if let Some(id) = fields.take("ID").as_deref().and_then(hexadecimal::read) {
                    self.signed.desks().remove_exception(&self.signed.who, &self.of, &id).await?;
                }
                None
            }
            _ => Some(Notices::default()),
        };
        match notices {
            None => Ok(done_at(&self.signed.context, &self.path, Flash::Saved)),
            Some(notices) => self.shown(notices).await,
        }
    }

    /// Nothing where it is saved.
    async fn set_week(&mut self, mut fields: FormBody) -> Result<Option<Notices>, DbError> {
        let lang = self.signed.context.lang;
        let opening = self.signed.standard.main_unit().opening_hours.value();
        let typed: [String; 7] =
            std::array::from_fn(|day| fields.take(&format!("WEEKDAY-{day}")).unwrap_or_default());
        let (mut hours, mut problems) = (Vec::new(), Vec::new());
        for (day, (weekday, typed)) in WEEK.into_iter().zip(&typed).enumerate() {
            let name = common::capitalised(dates::weekday(weekday, lang));
            let field = format!("WEEKDAY-{day}");
            let Some(spans) = parse_time_ranges(typed) else {
                problems
                    .push(FieldError::new(field, format!("{name}: “{typed}” {}", text::BAD_SPAN.get(lang))));
                continue;
            };
            if let Some(week) = opening
                && !are_ranges_within(&spans, week.day(weekday))
            {
                let open: Vec<String> = week
                    .day(weekday)
                    .iter()
                    .map(|open| {
                        let (from, to) = open.in_minutes();
                        span(from, to)
                    })
                    .collect();
                let open = if open.is_empty() { "-".to_owned() } else { open.join(", ") };
                problems.push(FieldError::new(
                    field,
                    format!("{name}: “{typed}” {} {open}", text::OUTSIDE.get(lang)),
                ));
                continue;
            }
            let number = u8::try_from(day).unwrap_or(0);
            hours.extend(spans.into_iter().map(|(from, to)| (number, from, to)));
        }
        if problems.is_empty() {
            self.signed.desks().set_hours(&self.signed.who, &self.of, &hours).await?;
            return Ok(None);
        }
        self.week = Some(typed);
        Ok(Some(Notices { problems, done: None }))
    }

    async fn add(&mut self, mut fields: FormBody) -> Result<Added, DbError> {
        let lang = self.signed.context.lang;
        let mut take = |name| fields.take(name).unwrap_or_default();
        let (day, span, away) = (take("DAY"), take("SPAN"), take("AWAY") != "NO");
        let today = self.signed.context.now.date();
        let read = read_day(day.trim()).filter(|day| *day >= today);
        let spans =
            if span.trim().is_empty() { away.then(|| vec![(0, DAY)]) } else { parse_time_ranges(&span) };
        let problem = match (&read, &spans) {
            (None, _) => Some(("DAY", text::BAD_DAY.get(lang).to_owned())),
            (_, None) if span.trim().is_empty() => {
                Some(("SPAN", text::EXTRA_NEEDS_SPAN.get(lang).to_owned()))
            }
            (_, None) => Some(("SPAN", format!("“{span}” {}", text::BAD_SPAN.get(lang)))),
            _ => None,
        };
        if let Some((field, problem)) = problem {
            self.typed = (day, span, away);
            return Ok(Added::Not(wrong(field, problem)));
        }
        let day = read.unwrap_or(today);
        for (from, to) in spans.unwrap_or_default() {
            self.signed.desks().add_exception(&self.signed.who, &self.of, (day, from, to, away)).await?;
        }
        let agenda = self.signed.desks().agenda(&self.signed.who, day).await?;
        let expected = away && agenda.iter().any(|entry| entry.staff == self.of.id);
        Ok(Added::Day(day, if expected { Flash::Closed } else { Flash::Saved }))
    }

    async fn shown(self, notices: Notices) -> Result<Response<Body>, DbError> {
        let signed = self.signed;
        let desks = signed.desks();
        let week = match self.week {
            Some(typed) => typed,
            None => written(&desks.hours(&self.of).await?),
        };
        let exceptions: Exceptions = desks.exceptions(&self.of).await?.into_iter().map(exception).collect();
        let members = match signed.who.role {
            Role::Lead => desks.members(&signed.who).await?,
            Role::Counsellor | Role::Admin => Vec::new(),
        };
        let others =
            members.into_iter().filter(|member| member.id != self.of.id && member.role != Role::Admin);
        let colleagues: Vec<_> =
            others.map(|member| (hexadecimal::written(&member.id), member.name)).collect();
        let page = HoursPage {
            name: &self.of.name,
            path: &self.path,
            week: &week,
            exceptions: &exceptions,
            typed: &self.typed,
            colleagues: &colleagues,
        };
        Ok(signed.page(text::HOURS, notices, |meta, notices| hours_page(meta, &signed.at(), notices, &page)))
    }
}

fn exception(one: ExceptionDay) -> (String, NaiveDate, Option<String>, bool) {
    let whole = (one.from, one.to) == (0, DAY);
    (hexadecimal::written(&one.id), one.day, (!whole).then(|| span(one.from, one.to)), one.away)
}

fn written(hours: &[HoursOfWeek]) -> [String; 7] {
    std::array::from_fn(|day| {
        let of_day = hours.iter().filter(|one| usize::from(one.weekday) == day);
        of_day.map(|one| span(one.from, one.to)).collect::<Vec<_>>().join(", ")
    })
}

fn span(from: u16, to: u16) -> String {
    let time = |minute: u16| match (minute / 60, minute % 60) {
        (hour, 0) => hour.to_string(),
        (hour, minute) => format!("{hour}.{minute:02}"),
    };
    format!("{}-{}", time(from), time(to))
}
