//! Being called back: a number, sealed under the confidential track's own key, and gone within a week.

use super::repository;
use crate::{
    clock::Clock,
    crypto::{keys::Key, random::Random, sealed},
    db::{CallId, CodeId, Db, DbError, DbResult, FormHash, FormKey, StaffId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        booking::code::{self, CodeRecord},
        case::{
            Track,
            service::{self as case, Opening},
        },
        desk::{
            audit::{self, AuditEntry},
            hours::service as hours,
        },
    },
};
use chrono::{Days, NaiveDate};
use domain::{Instant, Lang, LocalDay, Standard, Unit, UnitSide, Week, Window, case::CaseFact};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use repository::TRIES;

/// How many days after the first a number is kept at most: on the seventh it goes.
pub const KEPT_DAYS: u64 = 6;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule {
    table: "callback",
    ends: Ends::When { condition: "expires_on < $1", cutoff: Cutoff::Today },
}];

/// Why a call could not be noted.
#[derive(Debug, Error)]
pub enum CallbackError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error("what was written could not be sealed: {0}")]
    Sealing(#[from] serde_json::Error),
}

/// What somebody entrusts. It has no `Debug`, and is written down only sealed.
#[derive(Serialize, Deserialize)]
pub struct Entrusted {
    pub phone: String,
    /// What they want to be called.
    pub name: String,
    /// Whether a message may be left with whoever answers.
    pub message: bool,
    /// What was answered to the question for treatment, as the form carries it.
    #[serde(default)]
    pub wish: String,
    /// The age that was told, as the form carries it.
    #[serde(default)]
    pub age: String,
    /// The cases that the wish has opened: what they are about and their names, in hexadecimal.
    #[serde(default)]
    pub cases: Vec<(String, String)>,
}

/// A call that is asked for.
pub struct CallRequest {
    pub entrusted: Entrusted,
    pub window: Window,
    /// The unit that calls, where the standard divides them by age.
    pub side: Option<UnitSide>,
    /// The language it is asked for in.
    pub lang: Lang,
}

/// What a call opens where treatment is wished for: cases under a code of their own.
pub struct CasesOfCall {
    pub code: CodeRecord,
    pub openings: Vec<Opening>,
}

impl CasesOfCall {
    /// What they are about and their names, so that who calls finds them.
    #[must_use]
    pub fn list_names(&self) -> Vec<(String, String)> {
        let name =
            |opening: &Opening| (opening.subject.substance.code().to_owned(), opening.case.to_string());
        self.openings.iter().map(name).collect()
    }
}

/// A call to be stored. Who it is stands sealed.
pub struct NewCall {
    pub id: CallId,
    pub municipality: String,
    pub sealed: Vec<u8>,
    pub window: Window,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    pub expires_on: NaiveDate,
    pub form: FormHash,
    pub lang: Lang,
    pub side: Option<UnitSide>,
}

/// A call as it is stored.
pub struct Call {
    pub id: CallId,
    pub sealed: Vec<u8>,
    pub window: Window,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    pub tries: u16,
    /// The language it was asked for in.
    pub lang: Lang,
    /// The unit that calls, where the standard divides them by age.
    pub side: Option<UnitSide>,
    pub claimed_by: Option<StaffId>,
    pub claimed_name: Option<String>,
    /// The code that its receipt gave.
    pub code: Option<CodeId>,
    /// The last day on which it is kept.
    pub expires_on: NaiveDate,
}

impl Call {
    /// The day on which it was asked for.
    #[must_use]
    pub fn asked_on(&self) -> NaiveDate {
        self.expires_on.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(self.expires_on)
    }
}

/// A call in the queue of the desk.
pub struct QueuedCall {
    pub call: Call,
    /// Whether the one who asks has taken it.
    pub own: bool,
    pub entrusted: Option<Entrusted>,
}

domain::codes! {
    /// What staff do with a call.
    CallAction {
        Claim = "CLAIM",
        GiveBack = "GIVE_BACK",
        Tried = "TRIED",
        Called = "CALLED",
    }
}

/// What became of what staff wanted to do with a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallOutcome {
    Done,
    /// Somebody has changed it meanwhile.
    Changed,
    /// The citizen is to be called in their window alone.
    OutsideWindow,
}

/// Calls of all municipalities.
pub struct Callbacks {
    db: Db,
    key: Key,
    random: Random,
    clock: Clock,
}

impl Callbacks {
    #[must_use]
    pub const fn new(db: Db, key: Key, random: Random, clock: Clock) -> Self {
        Self { db, key, random, clock }
    }

    /// The call that a form has asked for, where it is not over.
    pub async fn find_request(&self, municipality: &str, form: &FormKey) -> DbResult<Option<CallRequest>> {
        let call = repository::find_of_form(&mut self.db.read().await?, municipality, &form.hash()).await?;
        Ok(call.and_then(|call| {
            let (window, side, lang) = (call.window, call.side, call.lang);
            self.open(&call).map(|entrusted| CallRequest { entrusted, window, side, lang })
        }))
    }

    /// Notes that somebody wants to be called, and opens the cases of who wishes for treatment. A form sent twice is one
    /// call.
    pub async fn request(
        &self,
        municipality: &str,
        form: &FormKey,
        request: &CallRequest,
        cases: Option<&CasesOfCall>,
    ) -> Result<CallStored, CallbackError> {
        let text = zeroize::Zeroizing::new(serde_json::to_string(&request.entrusted)?);
        let today = Instant::of(self.clock.now()).day().date();
        let id = CallId::random(&self.random);
        let call = NewCall {
            id,
            municipality: municipality.to_owned(),
            sealed: sealed::seal(&self.key, id.as_bytes(), &text, &self.random),
            window: request.window,
            contact_on: cases.map(|_| today),
            expires_on: today.checked_add_days(Days::new(KEPT_DAYS)).unwrap_or(today),
            form: form.hash(),
            lang: request.lang,
            side: request.side,
        };
        Ok(store(&self.db, &call, (form, LocalDay::new(today)), cases).await?)
    }

    /// Takes back what a form has asked for, with the wish for treatment, and its code where nothing else stands under it.
    /// `false` where
    /// nothing is there any more: the centre has called, or the number has gone.
    pub async fn withdraw(&self, standard: &Standard, form: &FormKey) -> DbResult<bool> {
        let municipality = standard.code.as_str();
        let mut tx = self.db.begin().await?;
        if !repository::delete_of_form(&mut tx, municipality, &form.hash()).await? {
            return Ok(false);
        }
        let code = form.code_id();
        code::repository::lock(&mut tx, &code).await?;
        let today = LocalDay::new(Instant::of(self.clock.now()).day().date());
        case::delete_of_code(&mut tx, standard, &code, today).await?;
        code::repository::delete_empty(&mut tx, &code).await?;
        tx.commit().await?;
        self.db.scrub().await?;
        Ok(true)
    }

    /// When the call is to be that was asked for under a code.
    pub async fn find_window(&self, code: &CodeId) -> DbResult<Option<Window>> {
        let call = repository::find_of_code(&mut self.db.read().await?, code).await?;
        Ok(call.map(|call| call.window))
    }

    /// Who has taken a call.
    pub async fn find_holder(&self, municipality: &str, call: &CallId) -> DbResult<Option<StaffId>> {
        let call = repository::find(&mut self.db.read().await?, municipality, call).await?;
        Ok(call.and_then(|call| call.claimed_by))
    }

    /// The calls of a municipality; who it is stands open to the one who has taken the call.
    pub async fn list_queue(&self, municipality: &str, staff: &StaffId) -> DbResult<Vec<QueuedCall>> {
        let calls = repository::list(&mut self.db.read().await?, municipality).await?;
        Ok(calls.into_iter().map(|call| self.queue(call, staff)).collect())
    }

    /// Counts the calls of a municipality that nobody has taken and that can be made now.
    pub async fn count_due(&self, municipality: &str) -> DbResult<u64> {
        repository::count_due(&mut self.db.read().await?, municipality, self.clock.local()).await
    }

    fn queue(&self, call: Call, staff: &StaffId) -> QueuedCall {
        let own = call.claimed_by.as_ref() == Some(staff);
        QueuedCall { entrusted: if own { self.open(&call) } else { None }, own, call }
    }

    fn open(&self, call: &Call) -> Option<Entrusted> {
        let text = sealed::open(&self.key, call.id.as_bytes(), &call.sealed)?;
        serde_json::from_str(&text).ok()
    }

    /// Does something with a call that `staff` has, or takes. See [`act_on`]. A try is one only in the window that the
    /// citizen chose: at other times somebody else may answer.
    pub async fn act(
        &self,
        action: CallAction,
        call: &CallId,
        staff: &StaffId,
        tries: u16,
        audited: &AuditEntry,
    ) -> DbResult<CallOutcome> {
        if action == CallAction::Tried {
            let found = repository::find(&mut self.db.read().await?, &audited.municipality, call).await?;
            if found.is_some_and(|found| !found.window.contains(self.clock.local())) {
                return Ok(CallOutcome::OutsideWindow);
            }
        }
        let happened = act_on(&self.db, action, (call, staff), tries, audited).await?;
        Ok(if happened { CallOutcome::Done } else { CallOutcome::Changed })
    }
}

/// When a unit calls: in its phone hours; where the standard is silent about these, in its opening hours; where it is about
/// both, while somebody is at the desk by the hours that it has set, and not at all until it has.
pub async fn find_hours(db: &Db, municipality: &str, unit: &Unit, today: NaiveDate) -> DbResult<Week> {
    match unit.phone_hours.value().or(unit.opening_hours.value()) {
        Some(hours) => Ok(hours.clone()),
        None => Ok(Week::of_hours(&hours::load_roster(db, municipality, today).await?.calendar.hours)),
    }
}

/// What became of a call that was to be stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallStored {
    Done,
    /// The form is another municipality's.
    Foreign,
    /// Another code has the first digits of the new one.
    SelectorTaken,
}

/// Stores a call; what its form had asked for before is replaced, its contact and its cases too.
pub async fn store(
    db: &Db,
    call: &NewCall,
    (form, today): (&FormKey, LocalDay),
    cases: Option<&CasesOfCall>,
) -> DbResult<CallStored> {
    let mut tx = db.begin().await?;
    if !repository::upsert(&mut tx, call).await? {
        return Ok(CallStored::Foreign);
    }
    // The code's row first, as everywhere.
    code::repository::lock(&mut tx, &form.code_id()).await?;
    let wished = cases.map(|cases| cases.openings.as_slice()).unwrap_or_default();
    case::take_back(&mut tx, &form.code_id(), wished, today).await?;
    if let Some(CasesOfCall { code, openings }) = cases {
        let is_new = code::repository::insert(&mut tx, code).await?;
        if !is_new && code::repository::find(&mut tx, &code.id).await?.is_none() {
            return Ok(CallStored::SelectorTaken);
        }
        let under = (call.municipality.as_str(), &code.id);
        case::open(&mut tx, under, (Track::Confidential, ""), openings).await?;
        repository::set_code(&mut tx, &call.form, &code.id).await?;
    } else {
        code::repository::delete_empty(&mut tx, &form.code_id()).await?;
    }
    tx.commit().await?;
    Ok(CallStored::Done)
}

/// Does something with a call that `staff` has, or takes, and notes it; `false` where that cannot be done any more.
/// `tries` are those that who does it has seen.
pub async fn act_on(
    db: &Db,
    action: CallAction,
    (call, staff): (&CallId, &StaffId),
    tries: u16,
    audited: &AuditEntry,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    let municipality = &audited.municipality;
    let code = repository::find(&mut tx, municipality, call).await?.and_then(|call| call.code);
    let happened = match action {
        CallAction::Claim => repository::claim(&mut tx, municipality, call, staff).await?,
        CallAction::GiveBack => repository::give_back(&mut tx, municipality, call, staff).await?,
        CallAction::Tried => repository::count_try(&mut tx, municipality, call, staff, tries).await?,
        CallAction::Called => repository::delete_claimed(&mut tx, municipality, call, staff).await?,
    };
    if !happened {
        return Ok(false);
    }
    let noted = match action {
        CallAction::Tried => Some(CaseFact::NotReached),
        CallAction::Called => Some(CaseFact::Reached),
        CallAction::Claim | CallAction::GiveBack => None,
    };
    // The call goes: the cases keep that it was tried, and whether somebody answered.
    if let Some((fact, code)) = noted.zip(code) {
        case::note_call(&mut tx, &code, (LocalDay::new(audited.on), fact), &audited.who).await?;
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    if matches!(action, CallAction::Tried | CallAction::Called) {
        db.scrub().await?;
    }
    Ok(true)
}

/// Gives all calls back that somebody has taken who is there no more.
pub async fn give_all_back(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    repository::give_all_back(tx, staff).await
}

/// The calls of a municipality as they are stored.
pub async fn list(db: &Db, municipality: &str) -> DbResult<Vec<Call>> {
    repository::list(&mut db.read().await?, municipality).await
}
