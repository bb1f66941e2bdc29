//! When a desk takes appointments, and of which kinds.

use crate::store::{
    AuditEntry, DbResult, ExceptionDay, HoursOfWeek, Id, Roster, StaffMember,
    audit::record,
    postgres::Postgres,
    rows::{column, day, id, kind, small},
    sqlite::Sqlite,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, Calendar, Exception, Hours, Role};

/// When a desk takes appointments, and of which kinds.
#[async_trait]
pub trait Calendars: Send + Sync {
    /// Replaces the weekly hours of somebody.
    async fn set_hours(&self, staff: &Id, hours: &[HoursOfWeek], act: &AuditEntry) -> DbResult<()>;
    async fn add_exception(&self, staff: &Id, exception: &ExceptionDay, act: &AuditEntry) -> DbResult<()>;
    async fn remove_exception(&self, staff: &Id, exception: &Id, act: &AuditEntry) -> DbResult<()>;
    /// The exceptions of somebody from a day on.
    async fn exceptions(&self, staff: &Id, from: NaiveDate) -> DbResult<Vec<ExceptionDay>>;
    async fn close_day(
        &self,
        municipality: &str,
        day: NaiveDate,
        note: &str,
        act: &AuditEntry,
    ) -> DbResult<()>;
    async fn open_day(&self, municipality: &str, day: NaiveDate, act: &AuditEntry) -> DbResult<()>;
    /// Closed days from a day on, with what is told about each.
    async fn closed_days(&self, municipality: &str, from: NaiveDate) -> DbResult<Vec<(NaiveDate, String)>>;
    async fn open_kind(
        &self,
        municipality: &str,
        kind: BookingKind,
        appointment_type: &AppointmentType,
        act: &AuditEntry,
    ) -> DbResult<()>;
    async fn close_kind(&self, municipality: &str, kind: BookingKind, act: &AuditEntry) -> DbResult<()>;
    /// Where one calls or comes for a kind that is open, in the centre's own words.
    async fn set_place(&self, municipality: &str, kind: BookingKind, place: &str) -> DbResult<()>;
    /// The same for every open kind that has a place of its own.
    async fn places(&self, municipality: &str) -> DbResult<Vec<(BookingKind, String)>>;
    /// Which kinds of booking are open, in no order.
    async fn kinds(&self, municipality: &str) -> DbResult<Vec<(BookingKind, AppointmentType)>>;
    async fn promise(&self, municipality: &str, weekdays: Option<u16>, act: &AuditEntry) -> DbResult<()>;
    /// Within how many weekdays the centre promises to answer.
    async fn promised(&self, municipality: &str) -> DbResult<Option<u16>>;
    /// Who takes appointments in a municipality, and when, from a day on.
    async fn roster(&self, municipality: &str, from: NaiveDate) -> DbResult<Roster>;
    async fn staff_hours(&self, staff: &Id) -> DbResult<Vec<HoursOfWeek>>;
}

type ExceptionRow = (Vec<u8>, Vec<u8>, String, i32, i32, i32);

fn exception_day((name, _, on, from, to, away): ExceptionRow) -> DbResult<ExceptionDay> {
    Ok(ExceptionDay { id: id(&name)?, day: day(&on)?, from: small(from)?, to: small(to)?, away: away != 0 })
}

for_engines! {
    impl Calendars {
        async fn set_hours(&self, staff: &Id, hours: &[HoursOfWeek], act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM staff_hours WHERE staff_id = $1").bind(&staff[..]).execute(&mut *writer).await?;
            for one in hours {
                sqlx::query(
                    "INSERT INTO staff_hours (id, staff_id, weekday, from_minute, to_minute) VALUES ($1, $2, $3, $4, $5)",
                )
                .bind(&one.id[..])
                .bind(&staff[..])
                .bind(i32::from(one.weekday))
                .bind(i32::from(one.from))
                .bind(i32::from(one.to))
                .execute(&mut *writer)
                .await?;
            }
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn add_exception(&self, staff: &Id, exception: &ExceptionDay, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query(
                "INSERT INTO staff_exception (id, staff_id, day, from_minute, to_minute, away) \
                 VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(&exception.id[..])
            .bind(&staff[..])
            .bind(exception.day.to_string())
            .bind(i32::from(exception.from))
            .bind(i32::from(exception.to))
            .bind(i32::from(exception.away))
            .execute(&mut *writer)
            .await?;
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn remove_exception(&self, staff: &Id, exception: &Id, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            let removed = sqlx::query("DELETE FROM staff_exception WHERE id = $1 AND staff_id = $2")
                .bind(&exception[..])
                .bind(&staff[..])
                .execute(&mut *writer)
                .await?;
            if removed.rows_affected() > 0 {
                record!(writer, act);
            }
            Ok(writer.commit().await?)
        }

        async fn exceptions(&self, staff: &Id, from: NaiveDate) -> DbResult<Vec<ExceptionDay>> {
            let rows: Vec<ExceptionRow> = sqlx::query_as(
                "SELECT id, staff_id, day, from_minute, to_minute, away FROM staff_exception \
                 WHERE staff_id = $1 AND day >= $2 ORDER BY day, from_minute",
            )
            .bind(&staff[..])
            .bind(from.to_string())
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(exception_day).collect()
        }

        async fn close_day(&self, municipality: &str, day: NaiveDate, note: &str, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query(
                "INSERT INTO closed_day (municipality, day, note) VALUES ($1, $2, $3) \
                 ON CONFLICT (municipality, day) DO UPDATE SET note = excluded.note",
            )
            .bind(municipality)
            .bind(day.to_string())
            .bind(note)
            .execute(&mut *writer)
            .await?;
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn open_day(&self, municipality: &str, day: NaiveDate, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            let opened = sqlx::query("DELETE FROM closed_day WHERE municipality = $1 AND day = $2")
                .bind(municipality)
                .bind(day.to_string())
                .execute(&mut *writer)
                .await?;
            if opened.rows_affected() > 0 {
                record!(writer, act);
            }
            Ok(writer.commit().await?)
        }

        async fn closed_days(&self, municipality: &str, from: NaiveDate) -> DbResult<Vec<(NaiveDate, String)>> {
            let rows: Vec<(String, String)> =
                sqlx::query_as("SELECT day, note FROM closed_day WHERE municipality = $1 AND day >= $2 ORDER BY day")
                    .bind(municipality)
                    .bind(from.to_string())
                    .fetch_all(self.reader())
                    .await?;
            rows.into_iter().map(|(on, note)| Ok((day(&on)?, note))).collect()
        }

        async fn open_kind(&self, municipality: &str, kind: BookingKind, appointment_type: &AppointmentType, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query(
                "INSERT INTO booking_kind (municipality, kind, minutes, buffer, notice, horizon, capacity) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality, kind) DO UPDATE SET \
                 minutes = excluded.minutes, buffer = excluded.buffer, notice = excluded.notice, \
                 horizon = excluded.horizon, capacity = excluded.capacity",
            )
            .bind(municipality)
            .bind(kind.code())
            .bind(i32::from(appointment_type.minutes))
            .bind(i32::from(appointment_type.buffer))
            .bind(column(appointment_type.notice))
            .bind(i32::from(appointment_type.horizon))
            .bind(i32::from(appointment_type.capacity))
            .execute(&mut *writer)
            .await?;
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn close_kind(&self, municipality: &str, kind: BookingKind, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM booking_kind WHERE municipality = $1 AND kind = $2")
                .bind(municipality)
                .bind(kind.code())
                .execute(&mut *writer)
                .await?;
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn set_place(&self, municipality: &str, kind: BookingKind, place: &str) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("UPDATE booking_kind SET place = $3 WHERE municipality = $1 AND kind = $2")
                .bind(municipality)
                .bind(kind.code())
                .bind(place)
                .execute(&mut *writer)
                .await?;
            Ok(writer.commit().await?)
        }

        async fn places(&self, municipality: &str) -> DbResult<Vec<(BookingKind, String)>> {
            let rows: Vec<(String, String)> =
                sqlx::query_as("SELECT kind, place FROM booking_kind WHERE municipality = $1 AND place <> ''")
                    .bind(municipality)
                    .fetch_all(self.reader())
                    .await?;
            rows.into_iter().map(|(of_kind, place)| Ok((kind(&of_kind)?, place))).collect()
        }

        async fn kinds(&self, municipality: &str) -> DbResult<Vec<(BookingKind, AppointmentType)>> {
            let rows: Vec<(String, i32, i32, i32, i32, i32)> = sqlx::query_as(
                "SELECT kind, minutes, buffer, notice, horizon, capacity FROM booking_kind WHERE municipality = $1",
            )
            .bind(municipality)
            .fetch_all(self.reader())
            .await?;
            let read = |(of_kind, minutes, buffer, notice, horizon, capacity): (String, i32, i32, i32, i32, i32)| {
                let appointment_type = AppointmentType {
                    minutes: small(minutes)?,
                    buffer: small(buffer)?,
                    notice: small(notice)?,
                    horizon: small(horizon)?,
                    capacity: small(capacity)?,
                };
                Ok((kind(&of_kind)?, appointment_type))
            };
            rows.into_iter().map(read).collect()
        }

        async fn promise(&self, municipality: &str, weekdays: Option<u16>, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM answer_promise WHERE municipality = $1")
                .bind(municipality)
                .execute(&mut *writer)
                .await?;
            if let Some(weekdays) = weekdays {
                sqlx::query("INSERT INTO answer_promise (municipality, weekdays) VALUES ($1, $2)")
                    .bind(municipality)
                    .bind(i32::from(weekdays))
                    .execute(&mut *writer)
                    .await?;
            }
            record!(writer, act);
            Ok(writer.commit().await?)
        }

        async fn promised(&self, municipality: &str) -> DbResult<Option<u16>> {
            let row: Option<(i32,)> = sqlx::query_as("SELECT weekdays FROM answer_promise WHERE municipality = $1")
                .bind(municipality)
                .fetch_optional(self.reader())
                .await?;
            row.map(|(weekdays,)| small(weekdays)).transpose()
        }

        async fn roster(&self, municipality: &str, from: NaiveDate) -> DbResult<Roster> {
            let mut members: Vec<StaffMember> = crate::store::Staff::staff(self, municipality).await?;
            // Who only arranges the desk sees nothing of citizens.
            members.retain(|member| member.role != Role::Admin);
            let staff: Vec<Id> = members.iter().map(|member| member.id).collect();
            let place = |name: &[u8]| staff.iter().position(|one| one == name);
            let rows: Vec<(Vec<u8>, i32, i32, i32)> = sqlx::query_as(
                "SELECT h.staff_id, h.weekday, h.from_minute, h.to_minute FROM staff_hours h \
                 JOIN staff s ON s.id = h.staff_id WHERE s.municipality = $1",
            )
            .bind(municipality)
            .fetch_all(self.reader())
            .await?;
            let mut calendar = Calendar::default();
            for (name, weekday, from, to) in rows {
                if let Some(who) = place(&name) {
                    let weekday = small::<u8>(weekday)?.into();
                    calendar.hours.push(Hours { who, weekday, from: small(from)?, to: small(to)? });
                }
            }
            let rows: Vec<ExceptionRow> = sqlx::query_as(
                "SELECT e.id, e.staff_id, e.day, e.from_minute, e.to_minute, e.away FROM staff_exception e \
                 JOIN staff s ON s.id = e.staff_id WHERE s.municipality = $1 AND e.day >= $2",
            )
            .bind(municipality)
            .bind(from.to_string())
            .fetch_all(self.reader())
            .await?;
            for row in rows {
                if let Some(who) = place(&row.1) {
                    let ExceptionDay { day, from, to, away, .. } = exception_day(row)?;
                    calendar.exceptions.push(Exception { who, day, from, to, away });
                }
            }
            let closed = self.closed_days(municipality, from).await?;
            calendar.closed = closed.into_iter().map(|(day, _)| day).collect();
            Ok(Roster { staff, calendar })
        }

        async fn staff_hours(&self, staff: &Id) -> DbResult<Vec<HoursOfWeek>> {
            let rows: Vec<(Vec<u8>, i32, i32, i32)> = sqlx::query_as(
                "SELECT id, weekday, from_minute, to_minute FROM staff_hours WHERE staff_id = $1 \
                 ORDER BY weekday, from_minute",
            )
            .bind(&staff[..])
            .fetch_all(self.reader())
            .await?;
            let read = |(name, weekday, from, to): (Vec<u8>, i32, i32, i32)| {
                Ok(HoursOfWeek { id: id(&name)?, weekday: small(weekday)?, from: small(from)?, to: small(to)? })
            };
            rows.into_iter().map(read).collect()
        }
    }
}
