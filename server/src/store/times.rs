//! Times that are taken, and times that are kept while a form is filled in.

use super::{
    FormHash, Hold, OfForm, Postgres, Sqlite, Stored, TakenTime,
    rows::{CodeRow, appointment, code_columns, code_record, id, kind},
};
use async_trait::async_trait;
use domain::Minute;
use std::ops::Range;

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
    ) -> Stored<Vec<TakenTime>>;
    /// Keeps a time for a form. `false` where nobody is free any more.
    async fn hold(&self, hold: &Hold, now: Minute) -> Stored<bool>;
    async fn release(&self, form: &FormHash) -> Stored<()>;
    /// What stands for a form in a municipality.
    async fn of_form(&self, municipality: &str, form: &FormHash) -> Stored<Option<OfForm>>;
}

for_engines! {
    impl Times {
        async fn taken(
            &self,
            municipality: &str,
            between: Range<Minute>,
            now: Minute,
            own: &FormHash,
        ) -> Stored<Vec<TakenTime>> {
            let rows: Vec<(Vec<u8>, String, i64, i64)> = sqlx::query_as(
                "SELECT a.staff_id, a.kind, a.starts, a.free_from FROM appointment a JOIN staff s ON s.id = a.staff_id \
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
            let taken = |(staff, of_kind, from, to): (Vec<u8>, String, i64, i64)| {
                Ok(TakenTime { staff: id(&staff)?, kind: kind(&of_kind)?, from, to })
            };
            rows.into_iter().map(taken).collect()
        }

        async fn hold(&self, hold: &Hold, now: Minute) -> Stored<bool> {
            let mut writer = self.begin().await?;
            // Who counts a municipality's appointments does so alone, and waits for that before all else.
            let open: Vec<(String, i32)> = sqlx::query_as(
                "UPDATE booking_kind SET capacity = capacity WHERE municipality = $1 RETURNING kind, capacity",
            )
            .bind(&hold.municipality)
            .fetch_all(&mut *writer)
            .await?;
            let open = open.into_iter().find(|(kind, _)| kind == hold.kind.code());
            sqlx::query("DELETE FROM appointment WHERE form = $1 AND held_until IS NOT NULL")
                .bind(&hold.form[..])
                .execute(&mut *writer)
                .await?;
            let (given,): (i64,) = sqlx::query_as(
                "SELECT COUNT(*) FROM appointment a JOIN staff s ON s.id = a.staff_id WHERE s.municipality = $1 \
                 AND a.kind = $2 AND a.starts >= $3 AND a.starts < $4 AND (a.held_until IS NULL OR a.held_until > $5)",
            )
            .bind(&hold.municipality)
            .bind(hold.kind.code())
            .bind(hold.day.start)
            .bind(hold.day.end)
            .bind(now)
            .fetch_one(&mut *writer)
            .await?;
            if open.is_none_or(|(_, capacity)| given >= i64::from(capacity)) {
                writer.commit().await?;
                return Ok(false);
            }
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
                let kept = sqlx::query(
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
                if kept.rows_affected() == 1 {
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
