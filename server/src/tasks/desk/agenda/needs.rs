//! What needs doing at the desk now.

use super::{
    page::view_all,
    service::{self, may_talk},
};
use crate::{
    tasks::{
        case::board::Board,
        conversation::service::Conversation,
        desk::{cases::list::load_board, staff_session::StaffSession},
        waiting_list,
    },
    web::AppError,
};
use app::tasks::desk::agenda::needs::{DueCall, DueContacts, DueEntry, Needs};
use domain::{BookingKind, Instant};

/// Lines of a kind that are shown; the others stand on a page of their own.
const SHOWN: usize = 6;
/// Days after its end for which a time limit is shown.
const OVER: i64 = 3;

/// What was found.
pub struct Gathered {
    calls: Vec<DueCall>,
    pending: Vec<DueEntry>,
    unanswered: Vec<DueEntry>,
    contacts: Vec<DueContacts>,
    waiting: Vec<(BookingKind, u64)>,
}

impl Gathered {
    pub async fn of(session: &StaffSession) -> Result<Self, AppError> {
        let services = &session.context.state.services;
        let (db, municipality) = (&services.db, &session.who.municipality);
        let pending = service::list_pending(db, municipality, session.now()).await?;
        let pending = view_all(pending, session).into_iter().map(|(_, one)| DueEntry {
            id: one.id,
            begins: one.begins,
            pseudonym: one.pseudonym,
        });
        let unanswered = services.conversations.list_unanswered(municipality).await?;
        let unanswered = unanswered.into_iter().filter(|one| may_talk(&session.who, one.staff));
        let board = load_board(session).await?;
        Ok(Self {
            calls: list_due_calls(session).await?,
            pending: pending.collect(),
            unanswered: unanswered.filter_map(view_unanswered).collect(),
            contacts: view_contacts(&board),
            waiting: waiting_list::service::count_by_kind(db, municipality).await?,
        })
    }

    pub fn view(&self) -> Needs<'_> {
        let first = |number: usize| number.min(SHOWN);
        Needs {
            calls: &self.calls[..first(self.calls.len())],
            more_calls: self.calls.len().saturating_sub(SHOWN),
            pending: &self.pending[..first(self.pending.len())],
            more_pending: self.pending.len().saturating_sub(SHOWN),
            unanswered: &self.unanswered[..first(self.unanswered.len())],
            contacts: &self.contacts,
            waiting: &self.waiting,
        }
    }
}

/// Calls that one has taken, and those that nobody has and that can be made now.
async fn list_due_calls(session: &StaffSession) -> Result<Vec<DueCall>, AppError> {
    let now = session.context.now;
    let callbacks = &session.context.state.services.callbacks;
    let queue = callbacks.list_queue(&session.who.municipality, &session.who.id).await?;
    let due = queue
        .into_iter()
        .filter(|one| one.own || (one.call.claimed_by.is_none() && one.call.window.contains(now)));
    let mut due: Vec<DueCall> = due
        .map(|one| DueCall {
            id: one.call.id.to_string(),
            window: one.call.window,
            tries: one.call.tries,
            lang: one.call.lang,
            is_own: one.own,
            is_now: one.call.window.contains(now),
        })
        .collect();
    // What can be done now first, and of that one's own; within each, in the order of their windows.
    due.sort_by_key(|call| (!call.is_now, !call.is_own));
    Ok(due)
}

fn view_unanswered(conversation: Conversation) -> Option<DueEntry> {
    let begins = Instant::of_minute(conversation.appointment.starts)?.local();
    Some(DueEntry { id: conversation.appointment.id.to_string(), begins, pseudonym: conversation.pseudonym })
}

/// How many must begin by each last day, nearest first, as the engine gives it.
fn view_contacts(board: &Board) -> Vec<DueContacts> {
    let lasts = board.running.iter().filter_map(|row| row.latest.zip(row.left));
    let mut due: Vec<DueContacts> = Vec::new();
    for (latest, days) in lasts.filter(|(_, days)| *days >= -OVER) {
        match due.last_mut().filter(|one| one.last == latest.date()) {
            Some(one) => one.number += 1,
            None => due.push(DueContacts { last: latest.date(), days, number: 1 }),
        }
    }
    due
}
