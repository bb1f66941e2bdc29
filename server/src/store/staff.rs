//! Who works at the desks, how they sign in, and what they did.

use crate::{
    crypto::verifier::Verifier,
    store::{
        AuditAction, AuditEntry, DbError, DbResult, Id, Login, Removed, Session, StaffMember,
        audit::record,
        postgres::Postgres,
        rows::{column, count, day, id, verifier},
        sqlite::Sqlite,
    },
};
use async_trait::async_trait;
use domain::{Minute, Role};

/// Wrong passwords or digits in a row, after which further ones wait for others.
const FAILURES: i32 = 10;

/// Who works at the desks, how they sign in, and what they did.
#[async_trait]
pub trait Staff: Send + Sync {
    async fn add_staff(&self, staff: &StaffMember) -> DbResult<()>;
    /// Who works in a municipality, in the order of their names.
    async fn staff(&self, municipality: &str) -> DbResult<Vec<StaffMember>>;
    /// Lets somebody sign in for the first time until a minute. `false` where another has that name to sign in with.
    async fn invite(&self, staff: &Id, login: &str, invitation: &[u8; 32], until: Minute) -> DbResult<bool>;
    /// Deletes the member of staff who signs in by this name, unless appointments of theirs lie after `now`.
    async fn remove_staff(&self, login: &str, now: Minute) -> DbResult<Removed>;
    async fn login(&self, login: &str) -> DbResult<Option<Login>>;
    /// What an invited member of staff has chosen; it holds once they have signed in with it.
    async fn choose_password(&self, staff: &Id, password: &Verifier, authenticator: &[u8]) -> DbResult<()>;
    /// Begins a session, where the authenticator's step is later than the last one used. Ends an invitation.
    async fn sign_in(&self, staff: &Id, step: i64, session: &Session) -> DbResult<bool>;
    /// Counts a failure; after ten in a row further ones wait for others until a minute.
    async fn failed(&self, staff: &Id, locked_until: Minute) -> DbResult<()>;
    /// Whose session it is, where it was begun and seen after these minutes; it is seen at `now`.
    async fn seen(
        &self,
        token: &[u8; 32],
        begun: Minute,
        seen: Minute,
        now: Minute,
    ) -> DbResult<Option<StaffMember>>;
    async fn sign_out(&self, token: &[u8; 32]) -> DbResult<()>;
    /// What staff of a municipality did, the latest first.
    async fn acts(&self, municipality: &str, number: u16) -> DbResult<Vec<AuditEntry>>;
    /// Notes an act that changes nothing.
    async fn note(&self, act: &AuditEntry) -> DbResult<()>;
}

type StaffRow = (Vec<u8>, String, String, String);
type ActRow = (String, String, String, String, String);
type LoginRow = (
    Vec<u8>,
    Option<Vec<u8>>,
    Option<i64>,
    Option<Vec<u8>>,
    Option<Vec<u8>>,
    Option<i32>,
    Option<i32>,
    Option<Vec<u8>>,
    i64,
);

fn member((name, municipality, called, role): StaffRow) -> DbResult<StaffMember> {
    let role = Role::from_code(&role).ok_or(DbError::Unreadable("a role"))?;
    Ok(StaffMember { id: id(&name)?, municipality, name: called, role })
}

fn login_of(row: LoginRow) -> DbResult<Login> {
    let (staff, invitation, invited_until, salt, hash, memory, passes, authenticator, locked_until) = row;
    let password = match (salt, hash, memory, passes) {
        (Some(salt), Some(hash), Some(memory), Some(passes)) => Some(verifier(&salt, &hash, memory, passes)?),
        _ => None,
    };
    let invitation = invitation.map(TryInto::try_into);
    Ok(Login {
        staff: id(&staff)?,
        invitation: invitation
            .transpose()
            .map_err(|_| DbError::Unreadable("an invitation"))?
            .zip(invited_until),
        password,
        authenticator,
        locked_until,
    })
}

fn act((municipality, who, what, subject, on): ActRow) -> DbResult<AuditEntry> {
    let what = AuditAction::from_code(&what).ok_or(DbError::Unreadable("an act"))?;
    Ok(AuditEntry { municipality, who, what, subject, on: day(&on)? })
}

for_engines! {
    impl Staff {
        async fn add_staff(&self, staff: &StaffMember) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("INSERT INTO staff (id, municipality, name, role) VALUES ($1, $2, $3, $4)")
                .bind(&staff.id[..])
                .bind(&staff.municipality)
                .bind(&staff.name)
                .bind(staff.role.code())
                .execute(&mut *writer)
                .await?;
            Ok(writer.commit().await?)
        }

        async fn staff(&self, municipality: &str) -> DbResult<Vec<StaffMember>> {
            let rows: Vec<StaffRow> =
                sqlx::query_as("SELECT id, municipality, name, role FROM staff WHERE municipality = $1 ORDER BY name, id")
                    .bind(municipality)
                    .fetch_all(self.reader())
                    .await?;
            rows.into_iter().map(member).collect()
        }

        async fn invite(&self, staff: &Id, login: &str, invitation: &[u8; 32], until: Minute) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let invited = sqlx::query(
                "INSERT INTO staff_login (staff_id, login, invitation, invited_until, last_step, failures, locked_until) \
                 VALUES ($1, $2, $3, $4, 0, 0, 0) ON CONFLICT (login) DO NOTHING",
            )
            .bind(&staff[..])
            .bind(login)
            .bind(&invitation[..])
            .bind(until)
            .execute(&mut *writer)
            .await?;
            writer.commit().await?;
            Ok(invited.rows_affected() == 1)
        }

        async fn remove_staff(&self, login: &str, now: Minute) -> DbResult<Removed> {
            let mut writer = self.begin().await?;
            let staff: Option<(Vec<u8>,)> = sqlx::query_as("SELECT staff_id FROM staff_login WHERE login = $1")
                .bind(login)
                .fetch_optional(&mut *writer)
                .await?;
            let Some((staff,)) = staff else { return Ok(Removed::Unknown) };
            let (ahead,): (i64,) =
                sqlx::query_as("SELECT COUNT(*) FROM appointment WHERE staff_id = $1 AND starts + minutes > $2")
                    .bind(&staff)
                    .bind(now)
                    .fetch_one(&mut *writer)
                    .await?;
            if ahead > 0 {
                return Ok(Removed::Expected(count(ahead)));
            }
            sqlx::query("DELETE FROM staff WHERE id = $1").bind(&staff).execute(&mut *writer).await?;
            writer.commit().await?;
            Ok(Removed::Gone)
        }

        async fn login(&self, login: &str) -> DbResult<Option<Login>> {
            let row: Option<LoginRow> = sqlx::query_as(
                "SELECT staff_id, invitation, invited_until, salt, verifier, kdf_memory, kdf_passes, authenticator, \
                 locked_until FROM staff_login WHERE login = $1",
            )
            .bind(login)
            .fetch_optional(self.reader())
            .await?;
            row.map(login_of).transpose()
        }

        async fn choose_password(&self, staff: &Id, password: &Verifier, authenticator: &[u8]) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query(
                "UPDATE staff_login SET salt = $2, verifier = $3, kdf_memory = $4, kdf_passes = $5, authenticator = $6 \
                 WHERE staff_id = $1 AND invitation IS NOT NULL",
            )
            .bind(&staff[..])
            .bind(&password.salt[..])
            .bind(&password.hash[..])
            .bind(column(password.cost.memory))
            .bind(column(password.cost.passes))
            .bind(authenticator)
            .execute(&mut *writer)
            .await?;
            Ok(writer.commit().await?)
        }

        async fn sign_in(&self, staff: &Id, step: i64, session: &Session) -> DbResult<bool> {
            let mut writer = self.begin().await?;
            let known = sqlx::query(
                "UPDATE staff_login SET last_step = $2, failures = 0, invitation = NULL, invited_until = NULL \
                 WHERE staff_id = $1 AND last_step < $2",
            )
            .bind(&staff[..])
            .bind(step)
            .execute(&mut *writer)
            .await?;
            if known.rows_affected() == 0 {
                return Ok(false);
            }
            sqlx::query("INSERT INTO staff_session (token, staff_id, begun, seen) VALUES ($1, $2, $3, $3)")
                .bind(&session.token[..])
                .bind(&staff[..])
                .bind(session.begun)
                .execute(&mut *writer)
                .await?;
            writer.commit().await?;
            Ok(true)
        }

        async fn failed(&self, staff: &Id, locked_until: Minute) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query(
                "UPDATE staff_login SET failures = CASE WHEN failures + 1 >= $2 THEN 0 ELSE failures + 1 END, \
                 locked_until = CASE WHEN failures + 1 >= $2 THEN $3 ELSE locked_until END WHERE staff_id = $1",
            )
            .bind(&staff[..])
            .bind(FAILURES)
            .bind(locked_until)
            .execute(&mut *writer)
            .await?;
            Ok(writer.commit().await?)
        }

        async fn seen(&self, token: &[u8; 32], begun: Minute, seen: Minute, now: Minute) -> DbResult<Option<StaffMember>> {
            let row: Option<(Vec<u8>, String, String, String, i64)> = sqlx::query_as(
                "SELECT s.id, s.municipality, s.name, s.role, n.seen FROM staff_session n JOIN staff s ON s.id = n.staff_id \
                 WHERE n.token = $1 AND n.begun > $2 AND n.seen > $3",
            )
            .bind(&token[..])
            .bind(begun)
            .bind(seen)
            .fetch_optional(self.reader())
            .await?;
            let Some((name, municipality, called, role, last)) = row else { return Ok(None) };
            if last < now {
                let mut writer = self.begin().await?;
                sqlx::query("UPDATE staff_session SET seen = $2 WHERE token = $1 AND seen < $2")
                    .bind(&token[..])
                    .bind(now)
                    .execute(&mut *writer)
                    .await?;
                writer.commit().await?;
            }
            member((name, municipality, called, role)).map(Some)
        }

        async fn sign_out(&self, token: &[u8; 32]) -> DbResult<()> {
            let mut writer = self.begin().await?;
            sqlx::query("DELETE FROM staff_session WHERE token = $1").bind(&token[..]).execute(&mut *writer).await?;
            Ok(writer.commit().await?)
        }

        async fn acts(&self, municipality: &str, number: u16) -> DbResult<Vec<AuditEntry>> {
            let rows: Vec<ActRow> = sqlx::query_as(
                "SELECT municipality, who, act, subject, on_day FROM audit WHERE municipality = $1 \
                 ORDER BY number DESC LIMIT $2",
            )
            .bind(municipality)
            .bind(i64::from(number))
            .fetch_all(self.reader())
            .await?;
            rows.into_iter().map(act).collect()
        }

        async fn note(&self, act: &AuditEntry) -> DbResult<()> {
            let mut writer = self.begin().await?;
            record!(writer, act);
            Ok(writer.commit().await?)
        }
    }
}
