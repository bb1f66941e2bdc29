//! A complaint under its code: how it stands, and what its citizen does.

use super::{
    attachment::model::OpenedAttachment,
    filing::sign,
    form::{LONGEST_ADDRESS, LONGEST_NAME},
    model::{ComplaintContact, ComplaintRecord},
    progress::{DoneBy, Happened, Happening},
    service::OpenedComplaint,
};
use crate::{
    crypto::code::Code,
    db::ComplaintId,
    web::{
        AppError, Form, MunicipalityContext, PageResult, client_ip::ClientIp, rate_limiter::ClientNetwork,
    },
};
use app::{
    phrase::Phrase,
    tasks::{
        callback::text as callback,
        complaint::{
            text::{self, follow as say},
            views::{FollowPage, ShownEvent, TriedFollow, follow_page},
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::http::StatusCode;
use domain::{
    LocalDay, Role,
    complaint::{ComplaintFact, ComplaintStatus},
    is_blank, parse_phone,
};
use serde::Deserialize;

/// What the mark of the page with the code is for, from which one comes here.
const PURPOSE: &str = "kode";
/// Characters of what is added.
const LONGEST: usize = 20_000;

/// What somebody sends under their code.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct FollowForm {
    code: String,
    mark: String,
    id: String,
    #[serde(rename = "DO")]
    action: String,
    words: String,
    name: String,
    phone: String,
    address: String,
    /// How much had happened when the page was made.
    seen: String,
}

/// The page stands under a code: without a form one comes to where the code is asked for.
pub async fn start(MunicipalityContext { context, .. }: MunicipalityContext) -> PageResult {
    Ok(context.see_other("/kode"))
}

pub async fn follow(
    route: MunicipalityContext,
    ClientIp(client): ClientIp,
    Form(form): Form<FollowForm, { super::form::LARGEST }>,
) -> PageResult {
    let Some(found) = find(&route, client.as_ref(), &form).await? else {
        return Ok(route.context.see_other("/kode"));
    };
    // What is sent again hours later, by a browser that was left open, shows nothing; what was written meanwhile is kept.
    if !route.context.state.services.tokens.is_fresh(PURPOSE, &form.mark) {
        if form.action == "ADD" {
            act(&route, &found, &form).await?;
        }
        return Ok(route.context.see_other("/kode"));
    }
    let (done, tried) = act(&route, &found, &form).await?;
    let found = route.context.state.services.complaints.find(&route.standard.code, &found.id).await?;
    match found {
        Some(found) => show(&route, &found, &form, (done, tried)).await,
        None => Ok(route.context.see_other("/kode")),
    }
}

/// The complaint that the form names, where its code is proved.
async fn find(
    route: &MunicipalityContext,
    client: Option<&ClientNetwork>,
    form: &FollowForm,
) -> Result<Option<ComplaintRecord>, AppError> {
    let services = &route.context.state.services;
    let (Ok(code), Ok(id)) = (Code::parse(&form.code), form.id.parse::<ComplaintId>()) else {
        return Ok(None);
    };
    let permit = services.limiter.acquire(client);
    let Some(redeemed) = services.bookings.redeem(&code, permit.turn()).await? else {
        services.limiter.count_wrong_code(client);
        return Ok(None);
    };
    let found = services.complaints.find(&route.standard.code, &id).await?;
    Ok(found.filter(|found| found.code == redeemed.record.id))
}

/// What was done, or what was tried and why it could not be.
type Acted = (Option<Phrase>, Option<TriedFollow>);

async fn act(
    route: &MunicipalityContext,
    found: &ComplaintRecord,
    form: &FollowForm,
) -> Result<Acted, AppError> {
    let complaints = &route.context.state.services.complaints;
    let today = LocalDay::new(route.context.now.date());
    let seen = form.seen.parse().unwrap_or(found.events.len());
    let add = |fact, words| {
        let happening = Happening { fact, on: today, words, reader: None };
        async move { complaints.add((&route.standard.code, &found.id, seen), &happening, DoneBy::Citizen).await }
    };
    let words = form.words.trim().replace("\r\n", "\n");
    let (happened, done) = match form.action.as_str() {
        "ADD" if is_blank(&words) => return Ok(refuse(form, text::write::WRITE_WORDS)),
        "ADD" if words.chars().count() > LONGEST => return Ok(refuse(form, text::write::TOO_MANY_WORDS)),
        "ADD" => (add(ComplaintFact::Added, Some(words.as_str())).await?, say::DONE),
        "NAME" if is_blank(&form.name) => return Ok(refuse(form, say::NAME_MISSING)),
        "NAME" if form.name.chars().count() > LONGEST_NAME => return Ok(refuse(form, say::NAME_MISSING)),
        "NAME" if !is_blank(&form.phone) && parse_phone(&form.phone).is_err() => {
            return Ok(refuse(form, callback::BAD_PHONE));
        }
        "NAME" => match merge_contact(route, found, form).await? {
            Some(contact) => (complaints.name(found, &contact, today).await?, say::NAMED),
            None => (Happened::Done, say::NAMED),
        },
        "WITHDRAW" if found.status() == ComplaintStatus::Withdrawn => {
            return Ok((Some(text::receipt::WITHDRAWN), None));
        }
        "FURTHER" => {
            let opened = complaints.open(found).await?;
            let Some(reader) = find_further(route, found, &opened) else {
                return Ok(refuse(form, say::NOT_NOW));
            };
            let happening =
                Happening { fact: ComplaintFact::HandedOn, on: today, words: None, reader: Some(reader) };
            let of = (route.standard.code.as_str(), &found.id, seen);
            (complaints.add(of, &happening, DoneBy::Citizen).await?, say::GONE_FURTHER)
        }
        "WITHDRAW" => (add(ComplaintFact::Withdrawn, None).await?, text::receipt::WITHDRAWN),
        _ => return Ok(keep(form)),
    };
    Ok(match happened {
        Happened::Done => (Some(done), None),
        Happened::Changed if is_said(route, found, &words).await? => (Some(done), None),
        Happened::Changed => refuse(form, say::CHANGED),
        Happened::NotNow | Happened::Gone => refuse(form, say::NOT_NOW),
    })
}

/// Who reads a complaint next where its answer is not enough: the body that the standard names, once there is an answer.
fn find_further(
    route: &MunicipalityContext,
    found: &ComplaintRecord,
    opened: &OpenedComplaint,
) -> Option<Role> {
    let answers = opened.filed.as_ref().filter(|_| found.status().is_decided())?.find_answers()?;
    let reader = answers.decide(&route.standard, None).outcome.further_body?.reader;
    reader.filter(|reader| *reader != found.reader)
}

/// Whether the same words stand last already: the form was sent twice.
async fn is_said(
    route: &MunicipalityContext,
    found: &ComplaintRecord,
    words: &str,
) -> Result<bool, AppError> {
    let opened = route.context.state.services.complaints.open(found).await?;
    Ok(!words.is_empty() && opened.words.last().is_some_and(|(_, said)| said == words))
}

/// What is known of somebody with what they tell now; `None` where they have said who they are before.
async fn merge_contact(
    route: &MunicipalityContext,
    found: &ComplaintRecord,
    form: &FollowForm,
) -> Result<Option<ComplaintContact>, AppError> {
    let opened = route.context.state.services.complaints.open(found).await?;
    let known = opened.find_contact().cloned().unwrap_or_default();
    if !known.name.is_empty() {
        return Ok(None);
    }
    let told = |typed: &str, known: String| match typed.trim() {
        "" => known,
        typed => typed.chars().take(LONGEST_ADDRESS).collect(),
    };
    Ok(Some(ComplaintContact {
        reach: known.reach,
        name: form.name.trim().to_owned(),
        phone: told(&form.phone, known.phone),
        address: told(&form.address, known.address),
    }))
}

fn refuse(form: &FollowForm, problem: Phrase) -> Acted {
    let FollowForm { action, words, name, phone, address, .. } = form;
    let tried = TriedFollow {
        act: action.clone(),
        words: words.clone(),
        name: name.clone(),
        phone: phone.clone(),
        address: address.clone(),
        problem: Some(problem),
    };
    (None, Some(tried))
}

/// What was typed and not sent, for the same page in the other language.
fn keep(form: &FollowForm) -> Acted {
    let is_empty = [&form.words, &form.name, &form.phone, &form.address].iter().all(|typed| typed.is_empty());
    let act = if form.words.is_empty() { "NAME" } else { "ADD" };
    let (_, tried) = refuse(form, say::CHANGED);
    let kept = tried.map(|tried| TriedFollow { act: act.to_owned(), problem: None, ..tried });
    (None, kept.filter(|_| !is_empty))
}

async fn show(
    route: &MunicipalityContext,
    found: &ComplaintRecord,
    form: &FollowForm,
    (done, tried): Acted,
) -> PageResult {
    let MunicipalityContext { context, standard, .. } = route;
    let services = &context.state.services;
    let opened = services.complaints.open(found).await?;
    let signed = sign(&services.complaints.signer, &found.receipt);
    let kept = || vec![("CODE", form.code.clone()), ("MARK", form.mark.clone()), ("ID", form.id.clone())];
    let mut fields = kept();
    fields.push(("SEEN", found.events.len().to_string()));
    let title = text::TITLE.get(context.lang);
    let is_wrong = tried.as_ref().is_some_and(|tried| tried.problem.is_some());
    let (status, title) = if is_wrong {
        (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
    } else {
        (StatusCode::OK, title.to_owned())
    };
    let typed = tried.iter().flat_map(|tried| {
        let typed = [
            ("WORDS", &tried.words),
            ("NAME", &tried.name),
            ("PHONE", &tried.phone),
            ("ADDRESS", &tried.address),
        ];
        typed.map(|(name, value)| (name.to_owned(), value.clone()))
    });
    let switch = kept().into_iter().map(|(name, value)| (name.to_owned(), value)).chain(typed).collect();
    let meta = PageMeta { switch: LanguageSwitch::Form(switch), ..context.meta(&title, Some(standard)) };
    let attached = services.complaints.list_attachments(&found.id, &services.attachments).await?;
    let attached: Vec<_> = attached.iter().map(OpenedAttachment::show).collect();
    let page = FollowPage {
        standard,
        signed: &signed,
        status: found.status(),
        events: &view_events(found, &opened),
        attached: &attached,
        subject: opened.find_subject(),
        is_named: opened.find_contact().is_some_and(|contact| !contact.name.is_empty()),
        expires_on: found.expires_on,
        today: LocalDay::new(context.now.date()),
        fields,
        reader: found.reader,
        has_reader: services.complaints.has_reader(found).await?,
        further: find_further(route, found, &opened),
        done,
        tried,
    };
    Ok(context.page(status, meta, |meta| follow_page(meta, &page)))
}

/// What has happened, each with what was said.
#[must_use]
pub fn view_events(found: &ComplaintRecord, opened: &OpenedComplaint) -> Vec<ShownEvent> {
    let first = opened.filed.as_ref().map(|filed| filed.words.clone());
    let words_at = |place: u32| match place {
        1 => first.clone(),
        _ => opened.words.iter().find(|(at, _)| *at == place).map(|(_, words)| words.clone()),
    };
    let view = |event: &super::model::ComplaintEvent| ShownEvent {
        on: event.on,
        fact: event.fact,
        words: words_at(event.place),
    };
    found.events.iter().map(view).collect()
}
