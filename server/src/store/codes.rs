//! What stands under a return code. The anonymous track.

use crate::store::{
    Appointment, Booked, BookingOptions, CodeRecord, DbResult, FormHash, Id, Rebooking, Wait,
    calls::note_contact,
    postgres::Postgres,
    rows::{
        AppointmentRow, CodeRow, about, appointment, code_columns, code_record, column, count, kind,
        talks_about,
    },
    sqlite::Sqlite,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{BookingKind, Minute};

/// Appointments that can lie ahead under one code.
const MOST_AHEAD: i64 = 3;

/// What stands under a return code. The anonymous track.
#[async_trait]
pub trait Codes: Send + Sync {
    /// Books what is held for `form` at `now`, in the code's municipality, under a new code.
    async fn book(
        &self,
        form: &FormHash,
        code: &CodeRecord,
        beside: &BookingOptions,
        now: Minute,
    ) -> DbResult<Booked>;
    /// Books what is held for `form` at `now` under a code that exists; takes back the appointment that it
    /// replaces, if that lies ahead. Conversations about oneself are counted.
    async fn book_again(&self, again: &Rebooking<'_>, now: Minute) -> DbResult<Booked>;
    async fn code(&self, selector: i32) -> DbResult<Option<CodeRecord>>;
    async fn appointments(&self, code: &Id) -> DbResult<Vec<Appointment>>;
    /// Takes back an appointment that lies ahead; the conversation does not count. The code then works until
    /// `expires_on`.
    async fn cancel(&self, code: &Id, appointment: &Id, now: Minute, expires_on: NaiveDate)
    -> DbResult<bool>;
    /// Deletes a code and all under it.
    async fn forget(&self, code: &Id) -> DbResult<()>;
    /// Notes, under a new code, that somebody waits for a time.
    async fn wait(&self, code: &CodeRecord, wait: &Wait) -> DbResult<Booked>;
    /// Notes that somebody waits under a code from before.
    async fn wait_again(&self, code: &Id, wait: &Wait) -> DbResult<()>;
    async fn waits(&self, code: &Id) -> DbResult<Option<Wait>>;
    /// Whether somebody in a municipality is called so already.
    async fn is_called(&self, municipality: &str, pseudonym: &str) -> DbResult<bool>;
    /// How many appointments of a municipality wait to be confirmed.
    async fn pending(&self, municipality: &str) -> DbResult<u64>;
    /// How many wait for each kind in a municipality.
    async fn waiting(&self, municipality: &str) -> DbResult<Vec<(BookingKind, u64)>>;
}

/// Adds a code, unless a live one begins with the same digits, or the form has one: then `false`.
macro_rules! add_code {
    ($writer:ident, $code:expr) => {
        sqlx::query(
            "INSERT INTO anonymous_code (id, municipality, pseudonym, locator, salt, verifier, kdf_memory, \
             kdf_passes, talks, extended_by, expires_on, contact_on) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
        )
        .bind(&$code.id[..])
        .bind(&$code.municipality)
        .bind(&$code.pseudonym)
        .bind($code.selector)
        .bind(&$code.verifier.salt[..])
        .bind(&$code.verifier.hash[..])
        .bind(column($code.verifier.cost.memory))
        .bind(column($code.verifier.cost.passes))
        .bind(i32::from($code.talks))
        .bind(i32::from($code.extended_by))
        .bind($code.expires_on.to_string())
        .bind($code.contact_on.map(|day| day.to_string()))
        .execute(&mut *$writer)
        .await?
        .rows_affected()
            == 1
    };
}

macro_rules! set_wait {
    ($writer:ident, $code:expr, $wait:expr) => {
        sqlx::query(
            "INSERT INTO waiting (code_id, kind, about) VALUES ($1, $2, $3) \
             ON CONFLICT (code_id) DO UPDATE SET kind = excluded.kind, about = excluded.about",
        )
        .bind(&$code[..])
        .bind($wait.kind.code())
        .bind($wait.about.code())
        .execute(&mut *$writer)
        .await?;
    };
}

for_engines! {
    impl Codes {
        async fn book(&self, form: &FormHash, code: &CodeRecord, beside: &BookingOptions, now: Minute) -> DbResult<Booked> {
            let mut writer = self.begin().await?;
            let added = add_code!(writer, code);
            let booked = added && sqlx::query(
                "UPDATE appointment SET code_id = $2, held_until = NULL, pending = $5 WHERE form = $1 AND held_until > $3 \
                 AND starts > $3 AND staff_id IN (SELECT id FROM staff WHERE municipality = $4)",
            )
            .bind(&form[..])
            .bind(&code.id[..])
            .bind(now)
            .bind(&code.municipality)
            .bind(i32::from(beside.pending))
            .execute(&mut *writer)
            .await?
            .rows_affected()
                == 1;
            if !booked {
                // Whatever the reason, the new code is rolled back.
                let held: Option<(Option<i64>,)> =
                    sqlx::query_as("SELECT held_until FROM appointment WHERE form = $1")
                        .bind(&form[..])
                        .fetch_optional(&mut *writer)
                        .await?;
                return Ok(match held {
                    Some((None,)) => Booked::Before,
                    Some((Some(_),)) if !added => Booked::SelectorTaken,
                    // The hold is over, or another copy of the form was faster.
                    Some((Some(_),)) | None => Booked::TimeGone,
                });
            }
            note_contact!(writer, &code.municipality, "anonymous", &beside.contact);
            writer.commit().await?;
            Ok(Booked::Now)
        }

        async fn book_again(&self, again: &Rebooking<'_>, now: Minute) -> DbResult<Booked> {
            let mut writer = self.begin().await?;
            // The code first, always: two writers wait for each other in one order only.
            let known = sqlx::query(
                "UPDATE anonymous_code SET expires_on = CASE WHEN expires_on < $2 THEN $2 ELSE expires_on END, \
                 called_off = NULL, contact_on = COALESCE(contact_on, $4) WHERE id = $1 AND talks = $3",
            )
            .bind(&again.code[..])
            .bind(again.expires_on.to_string())
            .bind(i32::from(again.talks))
            .bind(again.contact.as_ref().map(|contact| contact.on.to_string()))
            .execute(&mut *writer)
            .await?;
            let booked: Option<(String,)> = sqlx::query_as(
                "UPDATE appointment SET code_id = $2, held_until = NULL, pending = $5 WHERE form = $1 AND held_until > $3 \
                 AND starts > $3 AND staff_id IN (SELECT id FROM staff WHERE municipality = $4) RETURNING about",
            )
            .bind(&again.form[..])
            .bind(&again.code[..])
            .bind(now)
            .bind(again.municipality)
            .bind(i32::from(again.pending))
            .fetch_optional(&mut *writer)
            .await?;
            if known.rows_affected() == 0 {
                return Ok(Booked::Changed);
            }
            let Some((about,)) = booked else { return Ok(Booked::TimeGone) };
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
            if again.replaces.is_some() && replaced.is_none() {
                return Ok(Booked::Changed);
            }
            let (ahead,): (i64,) =
                sqlx::query_as("SELECT COUNT(*) FROM appointment WHERE code_id = $1 AND starts > $2")
                    .bind(&again.code[..])
                    .bind(now)
                    .fetch_one(&mut *writer)
                    .await?;
            if ahead > MOST_AHEAD {
                return Ok(Booked::Full);
            }
            note_contact!(writer, again.municipality, "anonymous", &again.contact);
            sqlx::query("DELETE FROM waiting WHERE code_id = $1").bind(&again.code[..]).execute(&mut *writer).await?;
            let counted = talks_about(&about) - replaced.map_or(0, |(about,)| talks_about(&about));
            sqlx::query("UPDATE anonymous_code SET talks = talks + $2 WHERE id = $1")
                .bind(&again.code[..])
                .bind(counted)
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            if again.replaces.is_some() {
                self.settle().await?;
            }
            Ok(Booked::Now)
        }

        async fn code(&self, selector: i32) -> DbResult<Option<CodeRecord>> {
            let row: Option<CodeRow> = sqlx::query_as(concat!(
                "SELECT ",
                code_columns!(),
                " FROM anonymous_code WHERE locator = $1"
            ))
            .bind(selector)
            .fetch_optional(self.reader())
            .await?;
            row.map(code_record).transpose()
        }

        async fn appointments(&self, code: &Id) -> DbResult<Vec<Appointment>> {
            let rows: Vec<AppointmentRow> = sqlx::query_as(
                "SELECT id, kind, about, starts, minutes, pending FROM appointment WHERE code_id = $1 ORDER BY starts",
            )
            .bind(&code[..])
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(appointment).collect()
        }

        async fn cancel(&self, code: &Id, appointment: &Id, now: Minute, expires_on: NaiveDate) -> DbResult<bool> {
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
            sqlx::query("UPDATE anonymous_code SET talks = talks - $2, expires_on = $3 WHERE id = $1")
                .bind(&code[..])
                .bind(talks_about(&about))
                .bind(expires_on.to_string())
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            self.settle().await?;
            Ok(true)
        }

        async fn forget(&self, code: &Id) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM anonymous_code WHERE id = $1")
                .bind(&code[..])
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            self.settle().await
        }

        async fn wait(&self, code: &CodeRecord, wait: &Wait) -> DbResult<Booked> {
            let mut writer = self.begin().await?;
            if !add_code!(writer, code) {
                return Ok(Booked::SelectorTaken);
            }
            set_wait!(writer, &code.id, wait);
            writer.commit().await?;
            Ok(Booked::Now)
        }

        async fn wait_again(&self, code: &Id, wait: &Wait) -> DbResult<()> {
            let mut writer = self.begin().await?;
            set_wait!(writer, code, wait);
            Ok(writer.commit().await?)
        }

        async fn waits(&self, code: &Id) -> DbResult<Option<Wait>> {
            let row: Option<(String, String)> = sqlx::query_as("SELECT kind, about FROM waiting WHERE code_id = $1")
                .bind(&code[..])
                .fetch_optional(self.reader())
                .await?;
            row.map(|(of_kind, whom)| Ok(Wait { kind: kind(&of_kind)?, about: about(&whom)? })).transpose()
        }

        async fn waiting(&self, municipality: &str) -> DbResult<Vec<(BookingKind, u64)>> {
            let rows: Vec<(String, i64)> = sqlx::query_as(
                "SELECT w.kind, COUNT(*) FROM waiting w JOIN anonymous_code c ON c.id = w.code_id \
                 WHERE c.municipality = $1 GROUP BY w.kind ORDER BY w.kind",
            )
            .bind(municipality)
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(|(of_kind, number)| Ok((kind(&of_kind)?, count(number)))).collect()
        }

        async fn is_called(&self, municipality: &str, pseudonym: &str) -> DbResult<bool> {
            let (number,): (i64,) =
                sqlx::query_as("SELECT COUNT(*) FROM anonymous_code WHERE municipality = $1 AND pseudonym = $2")
                    .bind(municipality)
                    .bind(pseudonym)
                    .fetch_one(self.reader())
                    .await?;
            Ok(number > 0)
        }

        async fn pending(&self, municipality: &str) -> DbResult<u64> {
            let (number,): (i64,) = sqlx::query_as(
                "SELECT COUNT(*) FROM appointment a JOIN staff s ON s.id = a.staff_id \
                 WHERE s.municipality = $1 AND a.pending = 1",
            )
            .bind(municipality)
            .fetch_one(self.reader())
            .await?;
            Ok(count(number))
        }
    }
}
