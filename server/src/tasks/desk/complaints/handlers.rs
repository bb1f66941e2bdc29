//! The complaints of who reads them. One that is for somebody else, or about whoever asks, is not found.

use crate::{
    db::StaffId,
    tasks::{
        complaint::{
            attachment::model::OpenedAttachment,
            follow::view_events,
            model::{ComplaintContact, ComplaintRecord},
            progress::{DoneBy, Happened, Happening},
            service::OpenedComplaint,
        },
        desk::{
            audit::{self, AuditAction},
            staff::service as staff,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{AppError, FormBody, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        complaints::{
            text,
            views::{ComplaintPage, ComplaintRow, ReaderForm, complaint_page, complaints_page},
        },
        text as desk_text,
        views::Notices,
    },
    ui::{choices::choice_id, error_page::ErrorKind, error_summary::FieldError},
};
use domain::{LocalDay, Role, complaint::ComplaintFact, is_blank};

/// Characters of a question or an answer: in any letters no more than a form of the desk can hold.
const LONGEST: usize = 8_000;

fn today(session: &StaffSession) -> LocalDay {
    LocalDay::new(session.context.now.date())
}

pub async fn list(session: StaffSession) -> PageResult {
    let complaints = &session.context.state.services.complaints;
    let mut rows = Vec::new();
    for found in complaints.list_for(&session.who).await? {
        let opened = complaints.open(&found).await?;
        rows.push(ComplaintRow {
            id: found.id.to_string(),
            number: found.show_number(),
            subject: opened.find_subject(),
            received: found.receipt.received_on,
            status: found.status(),
            reassess_by: found.receipt.reassess_by,
        });
    }
    // What is open first, and of that what has to be looked at soonest.
    rows.sort_by_key(|row| (!row.status.is_open(), row.reassess_by.is_none(), row.reassess_by, row.received));
    let shown = (rows.as_slice(), today(&session));
    session.page(text::TAB, session.notices(), |meta, notices| {
        complaints_page(meta, &session.at(), notices, shown)
    })
}

/// The complaint of the address, where it is for who asks.
pub async fn find(session: &StaffSession) -> Result<ComplaintRecord, AppError> {
    let found = match session.last.parse() {
        Ok(id) => session.context.state.services.complaints.find_for(&session.who, &id).await?,
        Err(_) => None,
    };
    found.ok_or(AppError::new(ErrorKind::NotFound))
}

pub async fn read(session: StaffSession) -> PageResult {
    let found = find(&session).await?;
    if !session.by_itself {
        let audited = session.audit(AuditAction::ComplaintRead, &found.receipt.number);
        session.context.state.services.complaints.note(&audited).await?;
    }
    show(&session, &found, ReaderForm::default(), session.notices()).await
}

/// What whoever reads a complaint sends.
#[derive(Default)]
struct Sent {
    act: String,
    words: String,
    verdict: String,
    reader: String,
    seen: String,
    /// Who was marked on the page.
    marked: Vec<StaffId>,
    people: Vec<StaffId>,
}

impl Sent {
    fn read(mut fields: FormBody) -> Self {
        let people = fields.pairs().filter(|(name, _)| *name == "PERSON");
        let people = people.filter_map(|(_, value)| value.parse().ok()).collect();
        let mut take = |name: &str| fields.take(name).unwrap_or_default();
        Self {
            act: take("DO"),
            words: take("WORDS").trim().replace("\r\n", "\n"),
            verdict: take("VERDICT"),
            reader: take("READER"),
            seen: take("SEEN"),
            marked: take("MARKED").split(',').filter_map(|id| id.parse().ok()).collect(),
            people,
        }
    }

    fn into_page(self) -> ReaderForm {
        ReaderForm { act: self.act, words: self.words, verdict: self.verdict }
    }
}

pub async fn act(session: StaffSession, fields: FormBody) -> PageResult {
    let found = find(&session).await?;
    let sent = Sent::read(fields);
    if sent.act == "SHUT_OUT" {
        return shut_out(&session, &found, sent).await;
    }
    let opened = session.context.state.services.complaints.open(&found).await?;
    let onward = find_onward(&session, &found, &opened);
    let readers = list_readers(&session, &opened);
    let (fact, reader) = match check(&session, (onward.as_deref(), &readers), &sent) {
        Ok(checked) => checked,
        Err(problems) => return show_again(&session, &found, sent, problems).await,
    };
    if let Some(reader) = reader
        && !session.context.state.services.complaints.has_reader_as(&found, reader).await?
    {
        let problem = FieldError::of("READER", text::NOBODY_READS, session.context.lang);
        return show_again(&session, &found, sent, vec![problem]).await;
    }
    let happening = Happening {
        fact,
        on: today(&session),
        words: fact.needs_words().then_some(sent.words.as_str()),
        reader,
    };
    let audited = session.audit(AuditAction::ComplaintActed, &found.receipt.number);
    let audited = audited.changing("", fact.code());
    let of = (session.who.municipality.as_str(), &found.id, sent.seen.parse().unwrap_or_default());
    let complaints = &session.context.state.services.complaints;
    match complaints.add(of, &happening, DoneBy::Staff(&session.who, &audited)).await? {
        Happened::Done if reader.is_some() => session.redirect_with("/desk/klager", Flash::ComplaintHandedOn),
        Happened::Done => session.redirect_with(&format!("/desk/klager/{}", found.id), Flash::ComplaintActed),
        Happened::Changed | Happened::NotNow => {
            let now = find(&session).await?;
            let problem = FieldError::of("main-content", text::CHANGED, session.context.lang);
            show_again(&session, &now, sent, vec![problem]).await
        }
        Happened::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

/// What is to happen, and who reads it then; or what is wrong.
fn check(
    session: &StaffSession,
    (onward, readers): (Option<&str>, &[Role]),
    sent: &Sent,
) -> Result<(ComplaintFact, Option<Role>), Vec<FieldError>> {
    let lang = session.context.lang;
    let wrong = |field: &str, problem: Phrase| FieldError::of(field, problem, lang);
    let words = |act: &str| {
        let field = format!("WORDS-{act}");
        let is_long = sent.words.chars().count() > LONGEST;
        let problem =
            if is_blank(&sent.words) { Some(text::WRITE_LETTER) } else { is_long.then_some(text::TOO_LONG) };
        problem.map(|problem| wrong(&field, problem))
    };
    let problems: Vec<FieldError>;
    match sent.act.as_str() {
        "ACKNOWLEDGE" => return Ok((ComplaintFact::Acknowledged, None)),
        "SEND_ON" if onward.is_some() => return Ok((ComplaintFact::SentOn, None)),
        "ASK" => match words("ASK") {
            None => return Ok((ComplaintFact::Asked, None)),
            Some(problem) => problems = vec![problem],
        },
        "DECIDE" => {
            let verdict = ComplaintFact::from_code(&sent.verdict).filter(|fact| fact.is_decision());
            let missing = verdict
                .is_none()
                .then(|| wrong(&choice_id("VERDICT", ComplaintFact::Upheld.code()), text::CHOOSE_VERDICT));
            problems = missing.into_iter().chain(words("DECIDE")).collect();
            if let Some(verdict) = verdict.filter(|_| problems.is_empty()) {
                return Ok((verdict, None));
            }
        }
        "HAND_ON" => {
            let reader = Role::from_code(&sent.reader);
            let reader = reader.filter(|role| readers.contains(role));
            match reader {
                Some(reader) => return Ok((ComplaintFact::HandedOn, Some(reader))),
                None => problems = vec![wrong("READER", text::CHOOSE_READER)],
            }
        }
        _ => problems = vec![wrong("main-content", text::CHANGED)],
    }
    Err(problems)
}

/// To whom a complaint can be handed on: not to those whom it is about.
fn list_readers(session: &StaffSession, opened: &OpenedComplaint) -> Vec<Role> {
    let about = opened.find_about_reader();
    text::readers(session.who.role).into_iter().filter(|role| Some(*role) != about).collect()
}

/// Where a complaint can be sent on: as its receipt says, or as the standard says of one in time. Of one that came late, or
/// whose day nobody knew, staff decide.
pub fn find_onward(
    session: &StaffSession,
    found: &ComplaintRecord,
    opened: &OpenedComplaint,
) -> Option<String> {
    found.receipt.onward.clone().or_else(|| {
        let answers = opened.filed.as_ref()?.find_answers()?;
        let outcome = answers.decide_in_time(&session.standard, found.receipt.received_on);
        outcome.onward_body.map(|body| body.code.clone())
    })
}

/// Marks whom the complaint is about, among the colleagues of who reads it, where nobody has marked others meanwhile.
async fn shut_out(session: &StaffSession, found: &ComplaintRecord, sent: Sent) -> PageResult {
    let services = &session.context.state.services;
    let members = staff::list(&services.db, &session.who.municipality).await?;
    let others = members.iter().filter(|member| member.id != session.who.id);
    let others: Vec<_> = others.filter(|member| sent.people.contains(&member.id)).collect();
    let names = |of: &[StaffId]| {
        let named = members.iter().filter(|member| of.contains(&member.id));
        named.map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut people: Vec<StaffId> = others.iter().map(|member| member.id).collect();
    people.sort_unstable();
    let audited = session.audit(AuditAction::ComplaintShutOut, &found.receipt.number);
    let audited = audited.changing(names(&sent.marked), names(&people));
    let marks = (sent.marked.as_slice(), people.as_slice());
    match services.complaints.shut_out(&found.id, marks, (&session.who, &audited)).await? {
        Happened::Done => session.redirect_with(&format!("/desk/klager/{}", found.id), Flash::ComplaintActed),
        Happened::Changed | Happened::NotNow => {
            let problem = FieldError::of("main-content", text::CHANGED, session.context.lang);
            show_again(session, found, sent, vec![problem]).await
        }
        Happened::Gone => Err(AppError::new(ErrorKind::NotFound)),
    }
}

async fn show_again(
    session: &StaffSession,
    found: &ComplaintRecord,
    sent: Sent,
    problems: Vec<FieldError>,
) -> PageResult {
    show(session, found, sent.into_page(), Notices { problems, done: None }).await
}

async fn show(
    session: &StaffSession,
    found: &ComplaintRecord,
    form: ReaderForm,
    notices: Notices,
) -> PageResult {
    let number = found.show_number();
    let show = |page: &ComplaintPage<'_>| {
        session
            .page_named(&number, notices, |meta, notices| complaint_page(meta, &session.at(), notices, page))
    };
    with_page(session, found, form, show).await?
}

/// Makes something of a complaint with all that is known of it.
pub async fn with_page<T>(
    session: &StaffSession,
    found: &ComplaintRecord,
    form: ReaderForm,
    make: impl FnOnce(&ComplaintPage<'_>) -> T,
) -> Result<T, AppError> {
    let services = &session.context.state.services;
    let opened = services.complaints.open(found).await?;
    let marked = services.complaints.list_shut_out(&found.id).await?;
    let members = staff::list(&services.db, &session.who.municipality).await?;
    let colleagues = members.into_iter().filter(|member| member.id != session.who.id).map(|member| {
        let is_marked = marked.contains(&member.id);
        (member.id.to_string(), member.name, is_marked)
    });
    let authors: Vec<String> = found.events.iter().map(|event| event.author.clone()).collect();
    let filed = opened.filed.as_ref();
    let nobody = ComplaintContact::default();
    let contact = opened.find_contact().unwrap_or(&nobody);
    let id = found.id.to_string();
    let onward = find_onward(session, found, &opened);
    let log = audit::service::list_of_subject(&services.db, &session.who.municipality, &found.receipt.number);
    let log: Vec<_> = log
        .await?
        .into_iter()
        .map(|entry| (LocalDay::new(entry.on), entry.who, desk_text::act(entry.what.code())))
        .collect();
    let attached = services.complaints.list_attachments(&found.id, &services.attachments).await?;
    let attached: Vec<_> = attached.iter().map(OpenedAttachment::show).collect();
    let page = ComplaintPage {
        standard: &session.standard,
        id: &id,
        receipt: &found.receipt,
        status: found.status(),
        subject: opened.find_subject(),
        who: filed.map(|filed| (filed.who.as_str(), filed.authority.as_str())).unwrap_or_default(),
        reach: &contact.reach,
        contact: [&contact.name, &contact.phone, &contact.address],
        pseudonym: &services.complaints.find_pseudonym(found).await?,
        events: &view_events(found, &opened),
        authors: &authors,
        colleagues: colleagues.collect(),
        marked: marked.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        reader: found.reader,
        readers: list_readers(session, &opened),
        about_reader: opened.find_about_reader(),
        onward: onward.as_deref(),
        substance: filed.map(|filed| filed.substance.as_str()).unwrap_or_default(),
        adult: filed.map(|filed| filed.adult.as_str()).unwrap_or_default(),
        log: &log,
        today: today(session),
        form,
        attached: &attached,
    };
    Ok(make(&page))
}
