//! Forms that the portal has signed: a form is answered by who has had it before them, for a while.

use super::repository::{self, UsedBy};
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        signed::{is_signed, sign},
    },
    db::{Db, DbResult, FormHash},
    jobs::retention::{Cutoff, Ends, RetentionRule},
};
use domain::Minute;
use sha2::{Digest, Sha256};

/// Seconds for which a form can be answered.
const LIFE: i64 = 2 * 60 * 60;
const HOUR: i64 = 60 * 60;
/// Seconds that nobody needs less than to read and answer a form.
pub const LEAST_AGE: i64 = 3;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule {
    table: "used_form_token",
    ends: Ends::When { condition: "until < $1", cutoff: Cutoff::Now },
}];

/// What a form's mark says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenStatus {
    Valid,
    /// Answered before, by this form, and what it asked for was done.
    Used,
    /// Answered faster than anybody reads.
    TooFast,
    /// None, too old, or not of this form.
    Invalid,
}

/// What a mark is known by: whatever form it was bound to, it is used once.
type Own = [u8; 16];

/// Marks forms, and knows its marks again. A mark says when a form was first shown. Once the form has a key, the mark
/// is bound to it: who has another mark cannot answer for that form.
pub struct FormTokens {
    db: Db,
    key: Key,
    random: Random,
    clock: Clock,
    least_age: i64,
}

impl FormTokens {
    /// `least_age`: seconds before which nobody has answered.
    #[must_use]
    pub const fn new(db: Db, key: Key, random: Random, clock: Clock, least_age: i64) -> Self {
        Self { db, key, random, clock, least_age }
    }

    /// A mark for a form of `purpose` that has no key yet.
    #[must_use]
    pub fn issue(&self, purpose: &str) -> String {
        self.write(purpose, self.clock.now().timestamp(), self.random.bytes(), None)
    }

    /// The mark for a form that has just been given its key: as old as the one before, where that is good.
    #[must_use]
    pub fn bind(&self, purpose: &str, mark: &str, form: &FormHash) -> String {
        self.rewrite(purpose, mark, (None, Some(form)))
            .or_else(|| self.read(purpose, mark, Some(form)).map(|_| mark.to_owned()))
            .unwrap_or_else(|| {
                self.write(purpose, self.clock.now().timestamp(), self.random.bytes(), Some(form))
            })
    }

    /// The mark for a form that gives its key up for another one; `None` where it was none of this form.
    #[must_use]
    pub fn unbind(&self, purpose: &str, mark: &str, form: &FormHash) -> Option<String> {
        self.rewrite(purpose, mark, (Some(form), None))
    }

    /// What a mark says of a form, now and as often as it is asked.
    #[must_use]
    pub fn check(&self, purpose: &str, mark: &str, form: &FormHash) -> TokenStatus {
        self.read(purpose, mark, Some(form)).map_or(TokenStatus::Invalid, |(said, _, _)| said)
    }

    /// Uses a mark for its form: it is good until what the form asks for is done, and for no other form.
    pub async fn spend(&self, purpose: &str, mark: &str, form: &FormHash) -> DbResult<TokenStatus> {
        let Some((said, _, own)) = self.read(purpose, mark, Some(form)) else {
            return Ok(TokenStatus::Invalid);
        };
        if said != TokenStatus::Valid {
            return Ok(said);
        }
        let (token, by) = prints(&own, form);
        let mut tx = self.db.begin_unsynced("", 0).await?;
        repository::take(&mut tx, &token, &by, self.last_minute()).await?;
        let used = repository::find(&mut tx, &token).await?;
        tx.commit().await?;
        Ok(match used {
            Some(UsedBy { form, done: false }) if form == by => TokenStatus::Valid,
            Some(UsedBy { form, done: true }) if form == by => TokenStatus::Used,
            _ => TokenStatus::Invalid,
        })
    }

    /// Whether a mark that no form has is the portal's own, and not too old.
    #[must_use]
    pub fn is_fresh(&self, purpose: &str, mark: &str) -> bool {
        self.read(purpose, mark, None).is_some()
    }

    /// Closes all pages that a mark has stood on: somebody has left them, and they do not come back.
    pub async fn close(&self, mark: &str) -> DbResult<()> {
        let Some((_, own, _)) = parts(mark) else { return Ok(()) };
        let print = exit_print(&own);
        let mut tx = self.db.begin_unsynced("", 0).await?;
        repository::finish(&mut tx, &print, &print, self.last_minute()).await?;
        tx.commit().await
    }

    /// Whether somebody has left the pages of a mark.
    pub async fn is_closed(&self, mark: &str) -> DbResult<bool> {
        let Some((_, own, _)) = parts(mark) else { return Ok(false) };
        Ok(repository::find(&mut self.db.read().await?, &exit_print(&own)).await?.is_some())
    }

    /// Notes that what a form has asked for is done: sent again, it finds what stands and asks for nothing.
    pub async fn mark_used(&self, mark: &str, form: &FormHash) -> DbResult<()> {
        let Some((_, own, _)) = parts(mark) else { return Ok(()) };
        let (token, by) = prints(&own, form);
        // What it led to is safe already, and is found by the form itself: no need to wait for the disk.
        let mut tx = self.db.begin_unsynced("", 0).await?;
        repository::finish(&mut tx, &token, &by, self.last_minute()).await?;
        tx.commit().await
    }

    /// The whole hour in which every mark of now is too old: finer would tell when somebody sent a form.
    fn last_minute(&self) -> Minute {
        let until = self.clock.now().timestamp() + LIFE;
        (until / HOUR + 1) * (HOUR / 60)
    }

    /// What a mark says that is bound to `form`, or to none; when it was made, and what it is known by.
    fn read(&self, purpose: &str, mark: &str, form: Option<&FormHash>) -> Option<(TokenStatus, i64, Own)> {
        let (made, own, signature) = parts(mark)?;
        let parts = [purpose.as_bytes(), &made.to_be_bytes(), &own, bytes_of(form)];
        if !is_signed(&self.key, "form", &parts, &signature) {
            return None;
        }
        match self.clock.now().timestamp().saturating_sub(made) {
            age if age < self.least_age => Some((TokenStatus::TooFast, made, own)),
            age if age > LIFE => None,
            _ => Some((TokenStatus::Valid, made, own)),
        }
    }

    fn rewrite(
        &self,
        purpose: &str,
        mark: &str,
        (from, to): (Option<&FormHash>, Option<&FormHash>),
    ) -> Option<String> {
        let (_, made, own) = self.read(purpose, mark, from)?;
        Some(self.write(purpose, made, own, to))
    }

    fn write(&self, purpose: &str, made: i64, own: Own, form: Option<&FormHash>) -> String {
        let signature =
            sign(&self.key, "form", &[purpose.as_bytes(), &made.to_be_bytes(), &own, bytes_of(form)]);
        format!("{made:x}-{}-{}", hex::encode(own), hex::encode(signature))
    }
}

/// What is noted of a mark that has been used, and of the form: what the number of the mark is stands only on the page, so
/// that nobody who reads the database finds the appointment to it.
fn prints(own: &Own, form: &FormHash) -> ([u8; 32], [u8; 32]) {
    let print = |of: &[u8]| Sha256::new().chain_update(own).chain_update(of).finalize().into();
    (print(b"token"), print(form.as_bytes()))
}

/// What is noted of a mark whose pages somebody has left.
fn exit_print(own: &Own) -> [u8; 32] {
    Sha256::new().chain_update(own).chain_update(b"exit").finalize().into()
}

/// What is signed of a form: nothing, where it has no key yet.
fn bytes_of(form: Option<&FormHash>) -> &[u8] {
    form.map_or(&[], |form| form.as_bytes())
}

/// When a mark was made, what it is known by, and its signature.
fn parts(mark: &str) -> Option<(i64, Own, [u8; 16])> {
    let mut parts = mark.split('-');
    let made = i64::from_str_radix(parts.next()?, 16).ok()?;
    let (own, signature) = (read_bytes(parts.next()?)?, read_bytes(parts.next()?)?);
    parts.next().is_none().then_some((made, own, signature))
}

fn read_bytes(text: &str) -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    hex::decode_to_slice(text, &mut bytes).ok().map(|()| bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};
    use std::path::Path;
    use zeroize::Zeroizing;

    const VEJLE: &str = "samtale vejle";
    const FORM: FormHash = FormHash::new([1; 32]);

    fn forms(seconds: i64) -> FormTokens {
        let moment: DateTime<Utc> = DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a moment");
        // What a mark says is asked of nobody.
        let db = Db::sqlite_lazy(Path::new("/nonexistent/portal.db"));
        FormTokens::new(db, Zeroizing::new([1; 32]), Random::seeded(1), Clock::Frozen(moment), LEAST_AGE)
    }

    fn bound(seconds: i64) -> String {
        let forms = forms(seconds);
        forms.bind(VEJLE, &forms.issue(VEJLE), &FORM)
    }

    #[tokio::test]
    async fn a_form_is_answered_after_it_was_read_and_within_two_hours() {
        let mark = bound(0);
        assert_eq!(forms(1).check(VEJLE, &mark, &FORM), TokenStatus::TooFast);
        assert_eq!(forms(3).check(VEJLE, &mark, &FORM), TokenStatus::Valid);
        assert_eq!(forms(2 * 60 * 60).check(VEJLE, &mark, &FORM), TokenStatus::Valid);
        assert_eq!(forms(2 * 60 * 60 + 1).check(VEJLE, &mark, &FORM), TokenStatus::Invalid);
    }

    #[tokio::test]
    async fn a_form_is_as_old_as_its_first_page_whichever_key_it_has() {
        let first = forms(0).issue(VEJLE);
        let bound = forms(2).bind(VEJLE, &first, &FORM);
        assert_eq!(forms(3).check(VEJLE, &bound, &FORM), TokenStatus::Valid);
        let loose = forms(3).unbind(VEJLE, &bound, &FORM).expect("its own mark");
        assert_eq!(loose, first);
        assert_eq!(forms(3).bind(VEJLE, &bound, &FORM), bound, "bound already");
        let anew = forms(3).bind(VEJLE, "none", &FORM);
        assert_eq!(
            forms(4).check(VEJLE, &anew, &FORM),
            TokenStatus::TooFast,
            "without a mark it is a new form"
        );
    }

    #[tokio::test]
    async fn a_mark_opens_no_other_form_and_cannot_be_changed() {
        let mark = bound(0);
        let later = forms(9);
        assert_eq!(later.check("samtale randers", &mark, &FORM), TokenStatus::Invalid);
        assert_eq!(later.check(VEJLE, &mark, &FormHash::new([2; 32])), TokenStatus::Invalid);
        assert_eq!(
            later.check(VEJLE, &forms(0).issue(VEJLE), &FORM),
            TokenStatus::Invalid,
            "a fresh one of no form"
        );
        assert_eq!(later.unbind(VEJLE, &mark, &FormHash::new([2; 32])), None);
        let older = mark.replacen('6', "5", 1);
        for forged in ["", "-", "zz-00", older.as_str(), "ffffffffffffffffff-00"] {
            assert_eq!(later.check(VEJLE, forged, &FORM), TokenStatus::Invalid, "{forged}");
        }
    }
}
