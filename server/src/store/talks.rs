//! Conversations in writing, within an appointment. The anonymous track.

use crate::store::{
    DbError, DbResult, Id, Message, Talk,
    postgres::Postgres,
    rows::{AppointmentRow, appointment, id, small},
    sqlite::Sqlite,
};
use async_trait::async_trait;

/// Conversations in writing, within an appointment. The anonymous track.
#[async_trait]
pub trait Talks: Send + Sync {
    /// A booked appointment of a municipality, and what staff call the citizen.
    async fn talk(&self, municipality: &str, appointment: &Id) -> DbResult<Option<Talk>>;
    /// What has been written, in order, each sealed.
    async fn messages(&self, appointment: &Id) -> DbResult<Vec<Message>>;
    /// Adds a message at the end. `false` where the appointment is gone, or the place is taken by now.
    async fn say(&self, appointment: &Id, message: &Message) -> DbResult<bool>;
    /// Deletes what has been written.
    async fn unsay(&self, appointment: &Id) -> DbResult<()>;
}

for_engines! {
    impl Talks {
        async fn talk(&self, municipality: &str, appointment_id: &Id) -> DbResult<Option<Talk>> {
            let row: Option<(Vec<u8>, String, String, i64, i32, i32, String, Vec<u8>)> = sqlx::query_as(
                "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, c.pseudonym, a.staff_id FROM appointment a \
                 JOIN anonymous_code c ON c.id = a.code_id WHERE a.id = $1 AND c.municipality = $2",
            )
            .bind(&appointment_id[..])
            .bind(municipality)
            .fetch_optional(self.reader())
            .await?;
            let Some((name, kind, about, starts, minutes, pending, pseudonym, staff)) = row else { return Ok(None) };
            let row: AppointmentRow = (name, kind, about, starts, minutes, pending);
            Ok(Some(Talk { appointment: appointment(row)?, pseudonym, staff: id(&staff)? }))
        }

        async fn messages(&self, appointment: &Id) -> DbResult<Vec<Message>> {
            let rows: Vec<(i32, i32, Vec<u8>, Vec<u8>)> = sqlx::query_as(
                "SELECT place, by_staff, sealed, form FROM message WHERE appointment_id = $1 ORDER BY place",
            )
            .bind(&appointment[..])
            .fetch_all(self.reader())
            .await?;
            let message = |(place, by_staff, sealed, form): (i32, i32, Vec<u8>, Vec<u8>)| {
                let form = form.try_into().map_err(|_| DbError::Unreadable("the print of a form"))?;
                Ok(Message { place: small(place)?, by_staff: by_staff != 0, sealed, form })
            };
            rows.into_iter().map(message).collect()
        }

        async fn say(&self, appointment: &Id, message: &Message) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let said = sqlx::query(
                "INSERT INTO message (appointment_id, place, by_staff, sealed, form) SELECT $1, $2, $3, $4, $5 \
                 WHERE EXISTS (SELECT 1 FROM appointment WHERE id = $1 AND code_id IS NOT NULL) ON CONFLICT DO NOTHING",
            )
            .bind(&appointment[..])
            .bind(i32::from(message.place))
            .bind(i32::from(message.by_staff))
            .bind(&message.sealed)
            .bind(&message.form[..])
            .execute(&mut *writer)
            .await?;
            writer.commit().await?;
            Ok(said.rows_affected() == 1)
        }

        async fn unsay(&self, appointment: &Id) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM message WHERE appointment_id = $1")
                .bind(&appointment[..])
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            self.settle().await
        }
    }
}
