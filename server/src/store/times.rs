//! Times that are taken, and times that are kept while a form is filled in.

use crate::store::{
    DbResult, FormHash, Hold, OfForm, TakenTime,
    postgres::Postgres,
    rows::{CodeRow, appointment, code_columns, code_record, id, kind, minute},
    sqlite::Sqlite,
};
use async_trait::async_trait;
use domain::Minute;
use std::ops::Range;

/// No appointment is longer, its pause included: what begins earlier is over.
const LONGEST: Minute = 24 * 60;

/// Columns of an appointment, then until when it is held, or its code.
type FormRow = (Vec<u8>, String, String, i64, i32, i32, Option<i64>, Option<Vec<u8>>);

/// Times that are taken, and times that are kept while a form is filled in.
#[async_trait]
pub trait Times: Send + Sync {
    /// What is taken between two moments, but for what is held for `own`.
    async fn taken(
        &self,
        municipality: &str,
        between: Range<Minute>,
        now: Minute,
        own: &FormHash,
    ) -> DbResult<Vec<TakenTime>>;
    /// Keeps a time for a form. `false` where nobody is free any more.
    async fn hold(&self, hold: &Hold, now: Minute) -> DbResult<bool>;
    async fn release(&self, form: &FormHash) -> DbResult<()>;
    /// What stands for a form in a municipality.
    async fn of_form(&self, municipality: &str, form: &FormHash) -> DbResult<Option<OfForm>>;
}

for_engines! {
    impl Times {
        async fn taken(
            &self,
            municipality: &str,
            between: Range<Minute>,
            now: Minute,
            own: &FormHash,
        ) -> DbResult<Vec<TakenTime>> {
            // One row for all of a kind that one of the staff has: a row has a price, a number in a text hardly.
            let rows: Vec<(Vec<u8>, String, String)> = sqlx::query_as(
                "SELECT a.staff_id, a.kind, STRING_AGG(a.starts || ' ' || a.free_from, ' ') \
                 FROM staff s JOIN appointment a ON a.staff_id = s.id \
                 WHERE s.municipality = $1 AND a.starts < $3 AND a.starts > $6 AND a.free_from > $2 \
                 AND (a.held_until IS NULL OR (a.held_until > $4 AND a.form <> $5)) GROUP BY a.staff_id, a.kind",
            )
            .bind(municipality)
            .bind(between.start)
            .bind(between.end)
            .bind(now)
            .bind(&own[..])
            .bind(between.start - LONGEST)
            .fetch_all(self.reader())
            .await?;
            let mut taken = Vec::new();
            for (staff, of_kind, times) in rows {
                let (staff, kind) = (id(&staff)?, kind(&of_kind)?);
                let mut minutes = times.split(' ').map(minute);
                while let (Some(from), Some(to)) = (minutes.next(), minutes.next()) {
                    taken.push(TakenTime { staff, kind, from: from?, to: to? });
                }
            }
            Ok(taken)
        }

        async fn hold(&self, hold: &Hold, now: Minute) -> DbResult<bool> {
            let mut writer = self.begin_hold(&hold.municipality, hold.day.start).await?;
            // Mostly nothing is in the way; what is over is cleared only where something is.
            let at_once = hold.staff.first().map(|first| (first, false));
            let tries = at_once.into_iter().chain(hold.staff.iter().map(|staff| (staff, true)));
            for (staff, clears) in tries {
                if clears {
                    sqlx::query(
                        "DELETE FROM appointment WHERE held_until IS NOT NULL AND (form = $1 \
                         OR (staff_id = $2 AND starts < $4 AND free_from > $3 AND held_until <= $5))",
                    )
                    .bind(&hold.form[..])
                    .bind(&staff[..])
                    .bind(hold.starts)
                    .bind(hold.free_from)
                    .bind(now)
                    .execute(&mut *writer)
                    .await?;
                }
                let kept = sqlx::query(
                    "INSERT INTO appointment (id, staff_id, kind, about, starts, minutes, free_from, held_until, form) \
                     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS (SELECT 1 FROM appointment \
                     WHERE staff_id = $2 AND starts < $7 AND starts > $14 AND free_from > $5) \
                     AND (SELECT COUNT(*) FROM appointment \
                     WHERE staff_id IN (SELECT id FROM staff WHERE municipality = $10) AND kind = $3 \
                     AND starts >= $11 AND starts < $12 AND (held_until IS NULL OR held_until > $13)) \
                     < (SELECT capacity FROM booking_kind WHERE municipality = $10 AND kind = $3) \
                     ON CONFLICT DO NOTHING",
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
                .bind(&hold.municipality)
                .bind(hold.day.start)
                .bind(hold.day.end)
                .bind(now)
                .bind(hold.starts - LONGEST)
                .execute(&mut *writer)
                .await?;
                if kept.rows_affected() == 1 {
                    writer.commit().await?;
                    return Ok(true);
                }
            }
            writer.commit().await?;
            Ok(false)
        }

        async fn release(&self, form: &FormHash) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM appointment WHERE form = $1 AND held_until IS NOT NULL")
                .bind(&form[..])
                .execute(&mut *writer)
                .await?;
            Ok(writer.commit().await?)
        }

        async fn of_form(&self, municipality: &str, form: &FormHash) -> DbResult<Option<OfForm>> {
            let row: Option<FormRow> = sqlx::query_as(
                "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, a.held_until, a.code_id FROM appointment a \
                 JOIN staff s ON s.id = a.staff_id WHERE a.form = $1 AND s.municipality = $2",
            )
            .bind(&form[..])
            .bind(municipality)
            .fetch_optional(self.reader())
            .await?;
            let Some((name, kind, about, starts, minutes, pending, held_until, code)) = row else { return Ok(None) };
            let appointment = appointment((name, kind, about, starts, minutes, pending))?;
            if let Some(until) = held_until {
                return Ok(Some(OfForm::Held(appointment, until)));
            }
            let code: Option<CodeRow> = sqlx::query_as(concat!(
                "SELECT ",
                code_columns!(),
                " FROM anonymous_code WHERE id = $1"
            ))
            .bind(code)
            .fetch_optional(self.reader())
            .await?;
            // Forgotten between the two questions: nothing stands any more.
            Ok(code.map(code_record).transpose()?.map(|code| OfForm::Booked(appointment, code)))
        }
    }
}
