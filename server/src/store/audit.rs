//! What staff did, beside what it did, in one transaction.

/// Adds an act to the audit, within the writer's transaction.
macro_rules! record {
    ($writer:ident, $act:expr) => {
        sqlx::query(
            "INSERT INTO audit (municipality, who, act, subject, on_day, expires_on) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(&$act.municipality)
        .bind(&$act.who)
        .bind($act.what.code())
        .bind(&$act.subject)
        .bind($act.on.to_string())
        .bind($act.expires_on().to_string())
        .execute(&mut *$writer)
        .await?;
    };
}
pub(super) use record;
