//! What staff see of appointments, and do with them.

use crate::store::{
    AgendaEntry, AuditEntry, DbResult, Id,
    audit::record,
    postgres::Postgres,
    rows::{appointment, day, id, small, talks_about},
    sqlite::Sqlite,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::Minute;
use std::ops::Range;

/// What staff see of appointments, and do with them. Never across municipalities.
#[async_trait]
pub trait Agenda: Send + Sync {
    /// What is booked between two moments.
    async fn agenda(&self, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>>;
    /// Grants one conversation more to whose appointment this is, where so many have been granted before.
    async fn extend(
        &self,
        municipality: &str,
        appointment: &Id,
        before: u16,
        act: &AuditEntry,
    ) -> DbResult<bool>;
    /// Confirms an appointment that waits for it.
    async fn confirm(&self, municipality: &str, appointment: &Id, act: &AuditEntry) -> DbResult<bool>;
    /// Takes an appointment on a day back; the conversation does not count, and the code tells it.
    async fn call_off(
        &self,
        municipality: &str,
        appointment: &Id,
        on: NaiveDate,
        act: &AuditEntry,
    ) -> DbResult<bool>;
    /// How many made contact and wish for treatment, by day.
    async fn contacts(&self, municipality: &str) -> DbResult<Vec<(NaiveDate, u64)>>;
}

type AgendaRow = (Vec<u8>, String, String, i64, i32, i32, Vec<u8>, String, String, i32, i32, Option<String>);

fn entry(row: AgendaRow) -> DbResult<AgendaEntry> {
    let (
        name,
        kind,
        about,
        starts,
        minutes,
        pending,
        staff,
        counsellor,
        pseudonym,
        talks,
        extended_by,
        contact_on,
    ) = row;
    Ok(AgendaEntry {
        appointment: appointment((name, kind, about, starts, minutes, pending))?,
        staff: id(&staff)?,
        counsellor,
        pseudonym,
        talks: small(talks)?,
        extended_by: small(extended_by)?,
        contact_on: contact_on.as_deref().map(day).transpose()?,
    })
}

for_engines! {
    impl Agenda {
        async fn agenda(&self, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
            let rows: Vec<AgendaRow> = sqlx::query_as(
                "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, a.staff_id, s.name, c.pseudonym, c.talks, \
                 c.extended_by, c.contact_on FROM appointment a JOIN staff s ON s.id = a.staff_id \
                 JOIN anonymous_code c ON c.id = a.code_id \
                 WHERE s.municipality = $1 AND a.starts >= $2 AND a.starts < $3 ORDER BY a.starts, s.name",
            )
            .bind(municipality)
            .bind(between.start)
            .bind(between.end)
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(entry).collect()
        }

        async fn extend(&self, municipality: &str, appointment: &Id, before: u16, act: &AuditEntry) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let extended = sqlx::query(
                "UPDATE anonymous_code SET extended_by = extended_by + 1 WHERE municipality = $1 \
                 AND id = (SELECT code_id FROM appointment WHERE id = $2) AND extended_by = $3",
            )
            .bind(municipality)
            .bind(&appointment[..])
            .bind(i32::from(before))
            .execute(&mut *writer)
            .await?;
            if extended.rows_affected() == 0 {
                return Ok(false);
            }
            record!(writer, act);
            writer.commit().await?;
            Ok(true)
        }

        async fn confirm(&self, municipality: &str, appointment: &Id, act: &AuditEntry) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let confirmed = sqlx::query(
                "UPDATE appointment SET pending = 0 WHERE id = $2 AND pending = 1 AND code_id IS NOT NULL \
                 AND staff_id IN (SELECT id FROM staff WHERE municipality = $1)",
            )
            .bind(municipality)
            .bind(&appointment[..])
            .execute(&mut *writer)
            .await?;
            if confirmed.rows_affected() == 0 {
                return Ok(false);
            }
            record!(writer, act);
            writer.commit().await?;
            Ok(true)
        }

        async fn call_off(&self, municipality: &str, appointment: &Id, on: NaiveDate, act: &AuditEntry) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            // The code first, as when booking.
            let code: Option<(Vec<u8>,)> = sqlx::query_as(
                "UPDATE anonymous_code SET talks = talks WHERE municipality = $1 \
                 AND id = (SELECT code_id FROM appointment WHERE id = $2) RETURNING id",
            )
            .bind(municipality)
            .bind(&appointment[..])
            .fetch_optional(&mut *writer)
            .await?;
            let Some((code,)) = code else { return Ok(false) };
            let gone: Option<(String,)> =
                sqlx::query_as("DELETE FROM appointment WHERE id = $1 AND code_id = $2 RETURNING about")
                    .bind(&appointment[..])
                    .bind(&code)
                    .fetch_optional(&mut *writer)
                    .await?;
            let Some((about,)) = gone else { return Ok(false) };
            sqlx::query("UPDATE anonymous_code SET talks = talks - $2, called_off = $3 WHERE id = $1")
                .bind(&code)
                .bind(talks_about(&about))
                .bind(on.to_string())
                .execute(&mut *writer)
                .await?;
            record!(writer, act);
            writer.commit().await?;
            self.settle().await?;
            Ok(true)
        }

        async fn contacts(&self, municipality: &str) -> DbResult<Vec<(NaiveDate, u64)>> {
            let rows: Vec<(String, i64)> = sqlx::query_as(
                "SELECT contact_on, COUNT(*) FROM contact_event WHERE municipality = $1 \
                 GROUP BY contact_on ORDER BY contact_on",
            )
            .bind(municipality)
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(|(on, number)| Ok((day(&on)?, crate::store::rows::count(number)))).collect()
        }
    }
}
