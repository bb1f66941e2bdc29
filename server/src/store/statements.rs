//! The SQL. Both engines understand the same words, so they stand here once; each engine's own ways (how a
//! writer begins, how columns are listed) stand in its module.

use super::{
    Again, Appointment, Booked, Callback, CodeRecord, FormHash, Hold, Id, OfForm, Postgres, Roster, Sqlite,
    StaffMember, Store, StoreError, Stored, TakenTime, Tidied,
};
use crate::crypto::verifier::{Cost, Verifier};
use async_trait::async_trait;
use chrono::{NaiveDate, NaiveTime, Timelike};
use domain::{BookingAbout, BookingKind, Hours, Layout, Minute};
use std::ops::Range;

/// Columns of an appointment: id, kind, about, starts, minutes.
type AppointmentRow = (Vec<u8>, String, String, i64, i32);
/// Columns of an appointment, then until when it is held, or its code.
type FormRow = (Vec<u8>, String, String, i64, i32, Option<i64>, Option<Vec<u8>>);
/// Columns of a code, as in [`code_record`].
type CodeRow = (Vec<u8>, String, String, i32, Vec<u8>, Vec<u8>, i32, i32, i32, i32, String);

fn id(bytes: &[u8]) -> Stored<Id> {
    bytes.try_into().map_err(|_| StoreError::Unreadable("the name of a record"))
}

fn small<T: TryFrom<i32>>(number: i32) -> Stored<T> {
    T::try_from(number).map_err(|_| StoreError::Unreadable("a number"))
}

fn appointment((name, kind, about, starts, minutes): AppointmentRow) -> Stored<Appointment> {
    Ok(Appointment {
        id: id(&name)?,
        kind: BookingKind::from_code(&kind).ok_or(StoreError::Unreadable("a kind of booking"))?,
        about: BookingAbout::from_code(&about).ok_or(StoreError::Unreadable("whom a booking is about"))?,
        starts,
        minutes: small(minutes)?,
    })
}

fn code_record(row: CodeRow) -> Stored<CodeRecord> {
    let (name, municipality, pseudonym, locator, salt, hash, memory, passes, talks, extended_by, expires_on) =
        row;
    Ok(CodeRecord {
        id: id(&name)?,
        municipality,
        pseudonym,
        locator,
        verifier: Verifier {
            salt: id(&salt)?,
            hash: hash.as_slice().try_into().map_err(|_| StoreError::Unreadable("a verifier"))?,
            cost: Cost { memory: small(memory)?, passes: small(passes)? },
        },
        talks: small(talks)?,
        extended_by: small(extended_by)?,
        expires_on: expires_on.parse().map_err(|_| StoreError::Unreadable("a day"))?,
    })
}

/// Conversations about oneself have a number; those about others are not counted with them.
fn talks_about(about: &str) -> i32 {
    i32::from(about == BookingAbout::Me.code())
}

/// Minutes since midnight.
fn minutes(time: NaiveTime) -> i32 {
    column(time.num_seconds_from_midnight() / 60)
}

/// Saturating, for columns of 32 bits.
fn column(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

macro_rules! store {
    ($engine:ty) => {
        #[async_trait]
        impl Store for $engine {
            async fn add_staff(&self, staff: &StaffMember) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query("INSERT INTO staff (id, municipality, name, role) VALUES ($1, $2, $3, $4)")
                    .bind(&staff.id[..])
                    .bind(&staff.municipality)
                    .bind(&staff.name)
                    .bind(&staff.role)
                    .execute(&mut *writer)
                    .await?;
                Ok(writer.commit().await?)
            }

            async fn add_hours(&self, id: &Id, staff: &Id, weekday: u8, from: u16, to: u16) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query(
                    "INSERT INTO staff_hours (id, staff_id, weekday, from_minute, to_minute) \
                     VALUES ($1, $2, $3, $4, $5)",
                )
                .bind(&id[..])
                .bind(&staff[..])
                .bind(i32::from(weekday))
                .bind(i32::from(from))
                .bind(i32::from(to))
                .execute(&mut *writer)
                .await?;
                Ok(writer.commit().await?)
            }

            async fn open_kind(&self, municipality: &str, kind: BookingKind, layout: &Layout) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query(
                    "INSERT INTO booking_kind (municipality, kind, minutes, buffer, notice, horizon) \
                     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality, kind) DO UPDATE SET \
                     minutes = excluded.minutes, buffer = excluded.buffer, notice = excluded.notice, \
                     horizon = excluded.horizon",
                )
                .bind(municipality)
                .bind(kind.code())
                .bind(i32::from(layout.minutes))
                .bind(i32::from(layout.buffer))
                .bind(column(layout.notice))
                .bind(i32::from(layout.horizon))
                .execute(&mut *writer)
                .await?;
                Ok(writer.commit().await?)
            }

            async fn kinds(&self, municipality: &str) -> Stored<Vec<(BookingKind, Layout)>> {
                let rows: Vec<(String, i32, i32, i32, i32)> = sqlx::query_as(
                    "SELECT kind, minutes, buffer, notice, horizon FROM booking_kind WHERE municipality = $1",
                )
                .bind(municipality)
                .fetch_all(self.reader())
                .await?;
                let kind = |(kind, minutes, buffer, notice, horizon): (String, i32, i32, i32, i32)| {
                    let kind = BookingKind::from_code(&kind).ok_or(StoreError::Unreadable("a kind of booking"))?;
                    let layout = Layout {
                        minutes: small(minutes)?,
                        buffer: small(buffer)?,
                        notice: small(notice)?,
                        horizon: small(horizon)?,
                    };
                    Ok((kind, layout))
                };
                rows.into_iter().map(kind).collect()
            }

            async fn roster(&self, municipality: &str) -> Stored<Roster> {
                let rows: Vec<(Vec<u8>, i32, i32, i32)> = sqlx::query_as(
                    "SELECT h.staff_id, h.weekday, h.from_minute, h.to_minute FROM staff_hours h \
                     JOIN staff s ON s.id = h.staff_id WHERE s.municipality = $1 ORDER BY h.staff_id",
                )
                .bind(municipality)
                .fetch_all(self.reader())
                .await?;
                let mut roster = Roster { staff: Vec::new(), hours: Vec::new() };
                for (staff, weekday, from, to) in rows {
                    let staff = id(&staff)?;
                    if roster.staff.last() != Some(&staff) {
                        roster.staff.push(staff);
                    }
                    let who = roster.staff.len() - 1;
                    let (weekday, from, to) = (small::<u8>(weekday)?.into(), small(from)?, small(to)?);
                    roster.hours.push(Hours { who, weekday, from, to });
                }
                Ok(roster)
            }

            async fn taken(
                &self,
                municipality: &str,
                between: Range<Minute>,
                now: Minute,
                own: &FormHash,
            ) -> Stored<Vec<TakenTime>> {
                let rows: Vec<(Vec<u8>, i64, i64)> = sqlx::query_as(
                    "SELECT a.staff_id, a.starts, a.free_from FROM appointment a JOIN staff s ON s.id = a.staff_id \
                     WHERE s.municipality = $1 AND a.starts < $3 AND a.free_from > $2 \
                     AND (a.held_until IS NULL OR (a.held_until > $4 AND a.form <> $5))",
                )
                .bind(municipality)
                .bind(between.start)
                .bind(between.end)
                .bind(now)
                .bind(&own[..])
                .fetch_all(self.reader())
                .await?;
                let taken = |(staff, from, to): (Vec<u8>, i64, i64)| Ok(TakenTime { staff: id(&staff)?, from, to });
                rows.into_iter().map(taken).collect()
            }

            async fn hold(&self, hold: &Hold, now: Minute) -> Stored<bool> {
                let mut writer = self.begin().await?;
                sqlx::query("DELETE FROM appointment WHERE form = $1 AND held_until IS NOT NULL")
                    .bind(&hold.form[..])
                    .execute(&mut *writer)
                    .await?;
                for staff in &hold.staff {
                    sqlx::query(
                        "DELETE FROM appointment WHERE staff_id = $1 AND starts < $3 AND free_from > $2 \
                         AND held_until <= $4",
                    )
                    .bind(&staff[..])
                    .bind(hold.starts)
                    .bind(hold.free_from)
                    .bind(now)
                    .execute(&mut *writer)
                    .await?;
                    let held = sqlx::query(
                        "INSERT INTO appointment (id, staff_id, kind, about, starts, minutes, free_from, held_until, form) \
                         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS (SELECT 1 FROM appointment \
                         WHERE staff_id = $2 AND starts < $7 AND free_from > $5) ON CONFLICT DO NOTHING",
                    )
                    .bind(&hold.id[..])
                    .bind(&staff[..])
                    .bind(hold.kind.code())
                    .bind(hold.about.code())
                    .bind(hold.starts)
                    .bind(i32::from(hold.minutes))
                    .bind(hold.free_from)
                    .bind(hold.until)
                    .bind(&hold.form[..])
                    .execute(&mut *writer)
                    .await?;
                    if held.rows_affected() == 1 {
                        writer.commit().await?;
                        return Ok(true);
                    }
                }
                writer.commit().await?;
                Ok(false)
            }

            async fn release(&self, form: &FormHash) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query("DELETE FROM appointment WHERE form = $1 AND held_until IS NOT NULL")
                    .bind(&form[..])
                    .execute(&mut *writer)
                    .await?;
                Ok(writer.commit().await?)
            }

            async fn of_form(&self, municipality: &str, form: &FormHash) -> Stored<Option<OfForm>> {
                let row: Option<FormRow> = sqlx::query_as(
                    "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.held_until, a.code_id FROM appointment a \
                     JOIN staff s ON s.id = a.staff_id WHERE a.form = $1 AND s.municipality = $2",
                )
                .bind(&form[..])
                .bind(municipality)
                .fetch_optional(self.reader())
                .await?;
                let Some((name, kind, about, starts, minutes, held_until, code)) = row else { return Ok(None) };
                let appointment = appointment((name, kind, about, starts, minutes))?;
                if let Some(until) = held_until {
                    return Ok(Some(OfForm::Held(appointment, until)));
                }
                let code: Option<CodeRow> = sqlx::query_as(
                    "SELECT id, municipality, pseudonym, locator, salt, verifier, kdf_memory, kdf_passes, talks, \
                     extended_by, expires_on FROM anonymous_code WHERE id = $1",
                )
                .bind(code)
                .fetch_optional(self.reader())
                .await?;
                // Forgotten between the two questions: nothing stands any more.
                Ok(code.map(code_record).transpose()?.map(|code| OfForm::Booked(appointment, code)))
            }

            async fn book(&self, form: &FormHash, code: &CodeRecord, now: Minute) -> Stored<Booked> {
                let mut writer = self.begin().await?;
                let held: Option<(Option<i64>,)> =
                    sqlx::query_as("SELECT held_until FROM appointment WHERE form = $1")
                        .bind(&form[..])
                        .fetch_optional(&mut *writer)
                        .await?;
                match held {
                    None => return Ok(Booked::TimeGone),
                    Some((None,)) => return Ok(Booked::Before),
                    Some((Some(_),)) => {}
                }
                let added = sqlx::query(
                    "INSERT INTO anonymous_code (id, municipality, pseudonym, locator, salt, verifier, kdf_memory, \
                     kdf_passes, talks, extended_by, expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
                     ON CONFLICT (locator) DO NOTHING",
                )
                .bind(&code.id[..])
                .bind(&code.municipality)
                .bind(&code.pseudonym)
                .bind(code.locator)
                .bind(&code.verifier.salt[..])
                .bind(&code.verifier.hash[..])
                .bind(column(code.verifier.cost.memory))
                .bind(column(code.verifier.cost.passes))
                .bind(i32::from(code.talks))
                .bind(i32::from(code.extended_by))
                .bind(code.expires_on.to_string())
                .execute(&mut *writer)
                .await?;
                if added.rows_affected() == 0 {
                    return Ok(Booked::LocatorTaken);
                }
                let booked = sqlx::query(
                    "UPDATE appointment SET code_id = $2, held_until = NULL WHERE form = $1 AND held_until > $3 \
                     AND starts > $3 AND staff_id IN (SELECT id FROM staff WHERE municipality = $4)",
                )
                .bind(&form[..])
                .bind(&code.id[..])
                .bind(now)
                .bind(&code.municipality)
                .execute(&mut *writer)
                .await?;
                if booked.rows_affected() == 0 {
                    // The hold is over, or another copy of the form was faster: the new code is rolled back.
                    return Ok(Booked::TimeGone);
                }
                writer.commit().await?;
                Ok(Booked::Now)
            }

            async fn book_again(&self, again: &Again<'_>, now: Minute) -> Stored<Booked> {
                let mut writer = self.begin().await?;
                // The code first, always: two writers wait for each other in one order only.
                let known = sqlx::query(
                    "UPDATE anonymous_code SET expires_on = CASE WHEN expires_on < $2 THEN $2 ELSE expires_on END \
                     WHERE id = $1",
                )
                .bind(&again.code[..])
                .bind(again.expires_on.to_string())
                .execute(&mut *writer)
                .await?;
                let booked: Option<(String,)> = sqlx::query_as(
                    "UPDATE appointment SET code_id = $2, held_until = NULL WHERE form = $1 AND held_until > $3 \
                     AND starts > $3 AND staff_id IN (SELECT id FROM staff WHERE municipality = $4) RETURNING about",
                )
                .bind(&again.form[..])
                .bind(&again.code[..])
                .bind(now)
                .bind(again.municipality)
                .fetch_optional(&mut *writer)
                .await?;
                let (1, Some((about,))) = (known.rows_affected(), booked) else { return Ok(Booked::TimeGone) };
                let replaced: Option<(String,)> = sqlx::query_as(
                    "DELETE FROM appointment WHERE code_id = $1 AND id = $2 AND starts > $3 AND form <> $4 \
                     RETURNING about",
                )
                .bind(&again.code[..])
                .bind(again.replaces.map(|replaced| &replaced[..]))
                .bind(now)
                .bind(&again.form[..])
                .fetch_optional(&mut *writer)
                .await?;
                let counted = talks_about(&about) - replaced.map_or(0, |(about,)| talks_about(&about));
                sqlx::query("UPDATE anonymous_code SET talks = talks + $2 WHERE id = $1")
                    .bind(&again.code[..])
                    .bind(counted)
                    .execute(&mut *writer)
                    .await?;
                writer.commit().await?;
                Ok(Booked::Now)
            }

            async fn code(&self, locator: i32) -> Stored<Option<CodeRecord>> {
                let row: Option<CodeRow> = sqlx::query_as(
                    "SELECT id, municipality, pseudonym, locator, salt, verifier, kdf_memory, kdf_passes, talks, \
                     extended_by, expires_on FROM anonymous_code WHERE locator = $1",
                )
                .bind(locator)
                .fetch_optional(self.reader())
                .await?;
                row.map(code_record).transpose()
            }

            async fn appointments(&self, code: &Id) -> Stored<Vec<Appointment>> {
                let rows: Vec<AppointmentRow> = sqlx::query_as(
                    "SELECT id, kind, about, starts, minutes FROM appointment WHERE code_id = $1 ORDER BY starts",
                )
                .bind(&code[..])
                .fetch_all(self.reader())
                .await?;
                rows.into_iter().map(appointment).collect()
            }

            async fn cancel(&self, code: &Id, appointment: &Id, now: Minute) -> Stored<bool> {
                let mut writer = self.begin().await?;
                // The code first, as when booking.
                sqlx::query("UPDATE anonymous_code SET talks = talks WHERE id = $1")
                    .bind(&code[..])
                    .execute(&mut *writer)
                    .await?;
                let cancelled: Option<(String,)> = sqlx::query_as(
                    "DELETE FROM appointment WHERE code_id = $1 AND id = $2 AND starts > $3 RETURNING about",
                )
                .bind(&code[..])
                .bind(&appointment[..])
                .bind(now)
                .fetch_optional(&mut *writer)
                .await?;
                let Some((about,)) = cancelled else { return Ok(false) };
                sqlx::query("UPDATE anonymous_code SET talks = talks - $2 WHERE id = $1")
                    .bind(&code[..])
                    .bind(talks_about(&about))
                    .execute(&mut *writer)
                    .await?;
                writer.commit().await?;
                self.settle().await?;
                Ok(true)
            }

            async fn forget(&self, code: &Id) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query("DELETE FROM anonymous_code WHERE id = $1")
                    .bind(&code[..])
                    .execute(&mut *writer)
                    .await?;
                writer.commit().await?;
                self.settle().await
            }

            async fn add_callback(&self, callback: &Callback) -> Stored<()> {
                let mut writer = self.begin().await?;
                sqlx::query(
                    "INSERT INTO callback (id, municipality, sealed, window_day, window_from, window_to, contact_on, \
                     tries, expires_on, form) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) \
                     ON CONFLICT (form) DO UPDATE SET id = excluded.id, \
                     sealed = excluded.sealed, window_day = excluded.window_day, \
                     window_from = excluded.window_from, window_to = excluded.window_to, \
                     contact_on = COALESCE(callback.contact_on, excluded.contact_on) \
                     WHERE callback.municipality = excluded.municipality",
                )
                .bind(&callback.id[..])
                .bind(&callback.municipality)
                .bind(&callback.sealed)
                .bind(callback.window.day.to_string())
                .bind(minutes(callback.window.from))
                .bind(minutes(callback.window.to))
                .bind(callback.contact_on.map(|day| day.to_string()))
                .bind(callback.expires_on.to_string())
                .bind(&callback.form[..])
                .execute(&mut *writer)
                .await?;
                Ok(writer.commit().await?)
            }

            async fn sealed_callbacks(&self, municipality: &str) -> Stored<Vec<(Id, Vec<u8>)>> {
                let rows: Vec<(Vec<u8>, Vec<u8>)> =
                    sqlx::query_as("SELECT id, sealed FROM callback WHERE municipality = $1 ORDER BY window_day, window_from")
                        .bind(municipality)
                        .fetch_all(self.reader())
                        .await?;
                rows.into_iter().map(|(name, sealed)| Ok((id(&name)?, sealed))).collect()
            }

            async fn tidy(&self, now: Minute, ended: Minute, today: NaiveDate) -> Stored<Tidied> {
                let mut writer = self.begin().await?;
                let holds = sqlx::query("DELETE FROM appointment WHERE held_until <= $1")
                    .bind(now)
                    .execute(&mut *writer)
                    .await?;
                let appointments =
                    sqlx::query("DELETE FROM appointment WHERE held_until IS NULL AND starts + minutes < $1")
                        .bind(ended)
                        .execute(&mut *writer)
                        .await?;
                let codes = sqlx::query("DELETE FROM anonymous_code WHERE expires_on < $1")
                    .bind(today.to_string())
                    .execute(&mut *writer)
                    .await?;
                let callbacks = sqlx::query("DELETE FROM callback WHERE expires_on < $1")
                    .bind(today.to_string())
                    .execute(&mut *writer)
                    .await?;
                writer.commit().await?;
                self.settle().await?;
                Ok(Tidied {
                    holds: holds.rows_affected(),
                    appointments: appointments.rows_affected(),
                    codes: codes.rows_affected(),
                    callbacks: callbacks.rows_affected(),
                })
            }

            async fn overdue(&self, ended: Minute, today: NaiveDate) -> Stored<u64> {
                let (appointments,): (i64,) = sqlx::query_as(
                    "SELECT COUNT(*) FROM appointment WHERE held_until IS NULL AND starts + minutes < $1",
                )
                .bind(ended)
                .fetch_one(self.reader())
                .await?;
                let (codes,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM anonymous_code WHERE expires_on < $1")
                    .bind(today.to_string())
                    .fetch_one(self.reader())
                    .await?;
                let (callbacks,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM callback WHERE expires_on < $1")
                    .bind(today.to_string())
                    .fetch_one(self.reader())
                    .await?;
                Ok(u64::try_from(appointments + codes + callbacks).unwrap_or(0))
            }

            async fn columns(&self) -> Stored<Vec<(String, String, String)>> {
                Ok(sqlx::query_as(Self::COLUMNS).fetch_all(self.reader()).await?)
            }
        }
    };
}

store!(Sqlite);
store!(Postgres);
