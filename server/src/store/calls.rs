//! Who wants to be called. The confidential track.

use crate::store::{
    AuditEntry, Call, Callback, DbResult, FormHash, Id,
    audit::record,
    postgres::Postgres,
    rows::{day, id, minutes, small, time},
    sqlite::Sqlite,
};
use async_trait::async_trait;
use domain::Window;

/// Calls that nobody answered, after which a number is deleted.
const TRIES: i32 = 3;

/// Who wants to be called. The confidential track.
#[async_trait]
pub trait Calls: Send + Sync {
    /// Adds a call; what its form had asked for before is replaced, its contact too. `false` where the form was
    /// another municipality's.
    async fn add_callback(&self, callback: &Callback, contact: &Id) -> DbResult<bool>;
    /// The call that a form has asked for.
    async fn call_of(&self, municipality: &str, form: &FormHash) -> DbResult<Option<Call>>;
    /// Takes back the call that a form has asked for, and its contact. `false` where there is none any more.
    async fn withdraw(&self, municipality: &str, form: &FormHash, contact: &Id) -> DbResult<bool>;
    /// The calls that a municipality is asked for, in the order of their windows.
    async fn calls(&self, municipality: &str) -> DbResult<Vec<Call>>;
    /// Takes a call, unless a colleague has it.
    async fn claim(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool>;
    /// Gives a call back that one has taken.
    async fn give_back(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool>;
    /// Notes that nobody answered, after so many tries before. After three the call is deleted.
    async fn tried(
        &self,
        municipality: &str,
        call: &Id,
        staff: &Id,
        before: u16,
        act: &AuditEntry,
    ) -> DbResult<bool>;
    /// Deletes a call that one has taken and made.
    async fn called(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool>;
}

type CallRow = (Vec<u8>, Vec<u8>, String, i32, i32, Option<String>, i32, Option<Vec<u8>>, Option<String>);

fn call(row: CallRow) -> DbResult<Call> {
    let (name, sealed, on, from, to, contact_on, tries, claimed_by, claimed_name) = row;
    Ok(Call {
        id: id(&name)?,
        sealed,
        window: Window { day: day(&on)?, from: time(from)?, to: time(to)? },
        contact_on: contact_on.as_deref().map(day).transpose()?,
        tries: small(tries)?,
        claimed_by: claimed_by.as_deref().map(id).transpose()?,
        claimed_name,
    })
}

/// Counts somebody who wishes for treatment, by the day, and apart from who it is.
macro_rules! note_contact {
    ($writer:ident, $municipality:expr, $track:literal, $contact:expr) => {
        if let Some(contact) = $contact {
            sqlx::query(
                "INSERT INTO contact_event (id, municipality, track, contact_on, expires_on) \
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
            )
            .bind(&contact.id[..])
            .bind($municipality)
            .bind($track)
            .bind(contact.on.to_string())
            .bind(contact.until.to_string())
            .execute(&mut *$writer)
            .await?;
        }
    };
}
pub(super) use note_contact;

/// The contact of a call is counted no more.
macro_rules! forget_contact {
    ($writer:ident, $municipality:expr, $contact:expr) => {
        sqlx::query("DELETE FROM contact_event WHERE id = $1 AND municipality = $2")
            .bind(&$contact[..])
            .bind($municipality)
            .execute(&mut *$writer)
            .await?;
    };
}

/// What [`call`] reads.
macro_rules! call_columns {
    () => {
        "SELECT c.id, c.sealed, c.window_day, c.window_from, c.window_to, c.contact_on, c.tries, c.claimed_by, \
         s.name FROM callback c LEFT JOIN staff s ON s.id = c.claimed_by "
    };
}

/// One statement about a call of a municipality, with its act.
macro_rules! on_call {
    ($store:ident, $sql:literal, $municipality:expr, $call:expr, $staff:expr, $act:expr) => {{
        let mut writer = $store.begin().await?;
        let done = sqlx::query($sql)
            .bind($municipality)
            .bind(&$call[..])
            .bind(&$staff[..])
            .execute(&mut *writer)
            .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        record!(writer, $act);
        writer.commit().await?;
    }};
}

for_engines! {
    impl Calls {
        async fn add_callback(&self, callback: &Callback, contact: &Id) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let added = sqlx::query(
                "INSERT INTO callback (id, municipality, sealed, window_day, window_from, window_to, contact_on, \
                 tries, expires_on, form) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) \
                 ON CONFLICT (form) DO UPDATE SET id = excluded.id, \
                 sealed = excluded.sealed, window_day = excluded.window_day, \
                 window_from = excluded.window_from, window_to = excluded.window_to, \
                 contact_on = excluded.contact_on, tries = 0 \
                 WHERE callback.municipality = excluded.municipality",
            )
            .bind(&callback.id[..])
            .bind(&callback.municipality)
            .bind(&callback.sealed)
            .bind(callback.window.day.to_string())
            .bind(minutes(callback.window.from))
            .bind(minutes(callback.window.to))
            .bind(callback.contact.as_ref().map(|contact| contact.on.to_string()))
            .bind(callback.expires_on.to_string())
            .bind(&callback.form[..])
            .execute(&mut *writer)
            .await?;
            if added.rows_affected() == 0 {
                return Ok(false);
            }
            if callback.contact.is_none() {
                forget_contact!(writer, &callback.municipality, contact);
            }
            note_contact!(writer, &callback.municipality, "confidential", &callback.contact);
            writer.commit().await?;
            Ok(true)
        }

        async fn call_of(&self, municipality: &str, form: &FormHash) -> DbResult<Option<Call>> {
            let row: Option<CallRow> = sqlx::query_as(concat!(call_columns!(), "WHERE c.municipality = $1 AND c.form = $2"))
                .bind(municipality)
                .bind(&form[..])
                .fetch_optional(self.reader())
                .await?;
            row.map(call).transpose()
        }

        async fn withdraw(&self, municipality: &str, form: &FormHash, contact: &Id) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let withdrawn = sqlx::query("DELETE FROM callback WHERE municipality = $1 AND form = $2")
                .bind(municipality)
                .bind(&form[..])
                .execute(&mut *writer)
                .await?;
            if withdrawn.rows_affected() == 0 {
                return Ok(false);
            }
            forget_contact!(writer, municipality, contact);
            writer.commit().await?;
            self.settle().await?;
            Ok(true)
        }

        async fn calls(&self, municipality: &str) -> DbResult<Vec<Call>> {
            let rows: Vec<CallRow> = sqlx::query_as(concat!(
                call_columns!(),
                "WHERE c.municipality = $1 ORDER BY c.window_day, c.window_from, c.id"
            ))
            .bind(municipality)
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(call).collect()
        }

        async fn claim(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool> {
            on_call!(
                self,
                "UPDATE callback SET claimed_by = $3 WHERE municipality = $1 AND id = $2 AND claimed_by IS NULL",
                municipality, call, staff, act
            );
            Ok(true)
        }

        async fn give_back(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool> {
            on_call!(
                self,
                "UPDATE callback SET claimed_by = NULL WHERE municipality = $1 AND id = $2 AND claimed_by = $3",
                municipality, call, staff, act
            );
            Ok(true)
        }

        async fn tried(&self, municipality: &str, call: &Id, staff: &Id, before: u16, act: &AuditEntry) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let tried = sqlx::query(
                "UPDATE callback SET tries = tries + 1 WHERE municipality = $1 AND id = $2 AND claimed_by = $3 \
                 AND tries = $4",
            )
            .bind(municipality)
            .bind(&call[..])
            .bind(&staff[..])
            .bind(i32::from(before))
            .execute(&mut *writer)
            .await?;
            if tried.rows_affected() == 0 {
                return Ok(false);
            }
            sqlx::query("DELETE FROM callback WHERE id = $1 AND tries >= $2")
                .bind(&call[..])
                .bind(TRIES)
                .execute(&mut *writer)
                .await?;
            record!(writer, act);
            writer.commit().await?;
            self.settle().await?;
            Ok(true)
        }

        async fn called(&self, municipality: &str, call: &Id, staff: &Id, act: &AuditEntry) -> DbResult<bool> {
            on_call!(
                self,
                "DELETE FROM callback WHERE municipality = $1 AND id = $2 AND claimed_by = $3",
                municipality, call, staff, act
            );
            self.settle().await?;
            Ok(true)
        }
    }
}
