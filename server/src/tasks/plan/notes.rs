//! Notes between talks: for its citizen alone, or for both sides; and what is to be done before the next one.

use super::{
    form::{PlanForm, keep_typed, read_edited},
    handlers::{PlanPage, act},
    own_note::service::{NoteOutcome, NoteOwner},
    room::PlanRoom,
};
use crate::{
    db::{FormKey, NoteId},
    web::{AppError, Form, PageResult},
};
use app::{
    tasks::plan::{
        text,
        views::{
            Tried,
            notes::{NEW_NOTE, NotesPage, OwnNote, READERS, own_field, show_notes},
        },
    },
    ui::{error_page::ErrorKind, error_summary::FieldError},
};
use domain::plan::{PlanActError, PlanSide};

/// Letters of a note.
const LONGEST: usize = 4000;

/// `…/noter`.
pub async fn read<R: PlanRoom>(room: R) -> PageResult {
    let tried = room.param("ret").and_then(|asked| {
        let own = asked.strip_prefix("OWN-").and_then(|id| id.parse::<NoteId>().ok());
        own.map(|id| keep_typed(own_field(&id.to_string()), String::new(), None))
            .or_else(|| read_edited(asked, None))
    });
    show(&room, tried.as_ref(), "").await
}

/// The page; `readers` as it was chosen for a new note.
pub async fn show<R: PlanRoom>(room: &R, tried: Option<&Tried>, readers: &str) -> PageResult {
    let services = room.services();
    let own = match room.note_owner() {
        Some(owner) => services.own_notes.list(&owner).await?,
        None => Vec::new(),
    };
    let own: Vec<OwnNote> = own
        .into_iter()
        .map(|note| OwnNote { id: note.id.to_string(), on: note.on, text: note.text })
        .collect();
    let form = FormKey::random(&services.random).to_string();
    let page = NotesPage { own: &own, form: &form, readers };
    room.page(true, tried, |_, plan| show_notes(plan, &page))
}

pub async fn write<R: PlanRoom>(room: R, Form(mut form): Form<PlanForm>) -> PageResult {
    form.text = form.text.replace("\r\n", "\n");
    // What is not clearly for both sides is never given to the other one.
    let is_private = R::READER == PlanSide::Citizen
        && (form.act == "OWN" || (form.act == NEW_NOTE && form.readers != "BOTH"));
    if !is_private {
        return act(room, form, PlanPage::Notes).await;
    }
    let owner = room.note_owner().ok_or(AppError::new(ErrorKind::Unavailable))?;
    if form.act == "OWN" { change_own(&room, form, &owner).await } else { add_own(&room, form, &owner).await }
}

/// What is wrong with the text of a note, if anything is.
fn check(text: &str, may_be_empty: bool) -> Option<PlanActError> {
    if text.chars().count() > LONGEST {
        Some(PlanActError::TooLong(LONGEST))
    } else {
        (text.trim().is_empty() && !may_be_empty).then_some(PlanActError::Empty)
    }
}

async fn add_own<R: PlanRoom>(room: &R, form: PlanForm, owner: &NoteOwner) -> PageResult {
    let lang = room.lang();
    let mut tried = keep_typed(NEW_NOTE.to_owned(), form.text.clone(), None);
    tried.problem = check(&form.text, false).map(|error| text::refusal(error, lang));
    if form.readers != "ME" {
        tried.beside.push(FieldError::of(READERS, text::CHOOSE_READERS, lang));
    }
    let key = form.form.parse::<FormKey>().ok().filter(|_| tried.list_problems().is_empty());
    let Some(key) = key else { return show(room, Some(&tried), &form.readers).await };
    let note = (key.note_id(), form.text.as_str());
    match room.services().own_notes.add(owner, note, room.today()).await? {
        NoteOutcome::Done => room.redirect_saved(&PlanPage::Notes.path(&room.base())),
        NoteOutcome::Full | NoteOutcome::Gone => {
            tried.problem = Some(text::NOTES_FULL.get(lang).to_owned());
            show(room, Some(&tried), &form.readers).await
        }
    }
}

async fn change_own<R: PlanRoom>(room: &R, form: PlanForm, owner: &NoteOwner) -> PageResult {
    let id: NoteId = form.note.parse().map_err(|_| AppError::new(ErrorKind::NotFound))?;
    if let Some(error) = check(&form.text, true) {
        let problem = text::refusal(error, room.lang());
        let tried = keep_typed(own_field(&form.note), form.text, Some(problem));
        return show(room, Some(&tried), "").await;
    }
    match room.services().own_notes.change(owner, (id, &form.text), room.today()).await? {
        NoteOutcome::Done => room.redirect_saved(&PlanPage::Notes.path(&room.base())),
        // Deleted on another page, or gone with a code: what was written can be saved anew.
        NoteOutcome::Full | NoteOutcome::Gone => {
            let problem = text::NOTE_GONE.get(room.lang()).to_owned();
            let tried = keep_typed(NEW_NOTE.to_owned(), form.text, Some(problem));
            show(room, Some(&tried), "ME").await
        }
    }
}
