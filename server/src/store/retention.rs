//! Deleting what is past its end.

use crate::store::{Cutoffs, DbResult, RetentionReport, postgres::Postgres, rows::count, sqlite::Sqlite};
use async_trait::async_trait;

/// Deleting what is past its end.
#[async_trait]
pub trait Retention: Send + Sync {
    /// Deletes what is past its end.
    async fn tidy(&self, at: &Cutoffs) -> DbResult<RetentionReport>;
    /// Rows that should have been deleted.
    async fn overdue(&self, at: &Cutoffs) -> DbResult<u64>;
    /// Every column: table, column, type.
    async fn columns(&self) -> DbResult<Vec<(String, String, String)>>;
    /// Notes the print of a key, and gives the one that is noted.
    async fn key_print(&self, purpose: &str, print: &[u8; 32]) -> DbResult<Vec<u8>>;
}

/// Tables with a last day, on which a row is still kept.
const WITH_A_LAST_DAY: [&str; 3] = ["anonymous_code", "callback", "contact_event"];

for_engines! {
    impl Retention {
        async fn tidy(&self, at: &Cutoffs) -> DbResult<RetentionReport> {
            let mut writer = self.begin().await?;
            let holds = sqlx::query("DELETE FROM appointment WHERE held_until <= $1")
                .bind(at.now)
                .execute(&mut *writer)
                .await?;
            let appointments =
                sqlx::query("DELETE FROM appointment WHERE held_until IS NULL AND starts + minutes < $1")
                    .bind(at.appointments)
                    .execute(&mut *writer)
                    .await?;
            let messages = sqlx::query(
                "DELETE FROM message WHERE appointment_id IN (SELECT id FROM appointment WHERE starts + minutes < $1)",
            )
            .bind(at.messages)
            .execute(&mut *writer)
            .await?;
            let sessions = sqlx::query("DELETE FROM staff_session WHERE begun <= $1 OR seen <= $2")
                .bind(at.begun)
                .bind(at.seen)
                .execute(&mut *writer)
                .await?;
            let today = at.today.to_string();
            let mut days = [0; WITH_A_LAST_DAY.len()];
            for (table, deleted) in WITH_A_LAST_DAY.iter().zip(&mut days) {
                let statement = sqlx::AssertSqlSafe(format!("DELETE FROM {table} WHERE expires_on < $1"));
                *deleted = sqlx::query(statement).bind(&today).execute(&mut *writer).await?.rows_affected();
            }
            for statement in ["DELETE FROM closed_day WHERE day < $1", "DELETE FROM staff_exception WHERE day < $1"] {
                sqlx::query(statement).bind(&today).execute(&mut *writer).await?;
            }
            sqlx::query("DELETE FROM audit WHERE expires_on < $1 AND expires_on < (SELECT MAX(on_day) FROM audit)")
                .bind(&today)
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            self.settle().await?;
            let [codes, callbacks, contacts] = days;
            Ok(RetentionReport {
                holds: holds.rows_affected(),
                appointments: appointments.rows_affected(),
                messages: messages.rows_affected(),
                sessions: sessions.rows_affected(),
                codes,
                callbacks,
                contacts,
            })
        }

        async fn overdue(&self, at: &Cutoffs) -> DbResult<u64> {
            let (appointments,): (i64,) = sqlx::query_as(
                "SELECT COUNT(*) FROM appointment WHERE held_until IS NULL AND starts + minutes < $1",
            )
            .bind(at.appointments)
            .fetch_one(self.reader())
            .await?;
            let (messages,): (i64,) = sqlx::query_as(
                "SELECT COUNT(*) FROM message m JOIN appointment a ON a.id = m.appointment_id WHERE a.starts + a.minutes < $1",
            )
            .bind(at.messages)
            .fetch_one(self.reader())
            .await?;
            let mut overdue = count(appointments) + count(messages);
            for table in WITH_A_LAST_DAY {
                let statement = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table} WHERE expires_on < $1"));
                let (rows,): (i64,) =
                    sqlx::query_as(statement).bind(at.today.to_string()).fetch_one(self.reader()).await?;
                overdue += count(rows);
            }
            Ok(overdue)
        }

        async fn columns(&self) -> DbResult<Vec<(String, String, String)>> {
            Ok(sqlx::query_as(Self::COLUMNS).fetch_all(self.reader()).await?)
        }

        async fn key_print(&self, purpose: &str, print: &[u8; 32]) -> DbResult<Vec<u8>> {
            let mut writer = self.begin().await?;
            sqlx::query("INSERT INTO key_print (purpose, print) VALUES ($1, $2) ON CONFLICT (purpose) DO NOTHING")
                .bind(purpose)
                .bind(&print[..])
                .execute(&mut *writer)
                .await?;
            let (noted,): (Vec<u8>,) = sqlx::query_as("SELECT print FROM key_print WHERE purpose = $1")
                .bind(purpose)
                .fetch_one(&mut *writer)
                .await?;
            writer.commit().await?;
            Ok(noted)
        }
    }
}
