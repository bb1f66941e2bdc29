//! Who works at the desk, and how they come in.

use super::service::{self, Removal, StaffMember};
use crate::{
    db::StaffId,
    tasks::desk::{
        audit::AuditAction,
        sign_in::model::LoginState,
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, Form, PageResult},
};
use app::{
    tasks::desk::{
        staff::{
            text,
            views::{Access, InviteForm, Member, StaffPage, invited_page, staff_page},
        },
        text as desk_text,
        views::Notices,
    },
    ui::choices::choice_id,
};
use domain::{Instant, Role};
use serde::Deserialize;

/// What a lead does with a colleague.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct StaffForm {
    act: String,
    id: String,
    name: String,
    login: String,
    role: String,
}

pub async fn list(session: StaffSession) -> PageResult {
    show(&session, session.notices(), &InviteForm::default()).await
}

pub async fn act(session: StaffSession, Form(form): Form<StaffForm>) -> PageResult {
    if form.act == "INVITE" {
        return invite(&session, &form).await;
    }
    let lang = session.context.lang;
    let Some(member) = find(&session, &form.id).await? else {
        return refuse(&session, desk_text::GONE.get(lang)).await;
    };
    if member.id == session.who.id {
        return refuse(&session, text::NOT_SELF.get(lang)).await;
    }
    if !member.role.is_arranged_by_lead() {
        return refuse(&session, text::NOT_BY_LEAD.get(lang)).await;
    }
    match form.act.as_str() {
        "RENEW" => renew(&session, &member).await,
        "SHUT_OUT" => {
            let audited = session.audit(AuditAction::StaffShutOut, &member.name);
            if session.context.state.services.sign_in.shut_out(&member.id, &audited).await? {
                session.redirect_with("/desk/ansatte", Flash::ShutOut)
            } else {
                refuse(&session, desk_text::GONE.get(lang)).await
            }
        }
        "REMOVE" => remove(&session, &member).await,
        _ => refuse(&session, desk_text::GONE.get(lang)).await,
    }
}

async fn refuse(session: &StaffSession, problem: &str) -> PageResult {
    show(session, notice("main-content", problem), &InviteForm::default()).await
}

/// A colleague in the same municipality.
async fn find(session: &StaffSession, id: &str) -> Result<Option<StaffMember>, AppError> {
    let Ok(id) = id.parse::<StaffId>() else { return Ok(None) };
    let members = service::list(&session.context.state.services.db, &session.who.municipality).await?;
    Ok(members.into_iter().find(|member| member.id == id))
}

async fn invite(session: &StaffSession, form: &StaffForm) -> PageResult {
    let typed = InviteForm {
        name: form.name.trim().to_owned(),
        login: form.login.trim().to_owned(),
        role: Role::from_code(&form.role).filter(|role| role.is_arranged_by_lead()),
    };
    let lang = session.context.lang;
    let Some(role) = typed.role else {
        let field = choice_id("ROLE", Role::Counsellor.code());
        return show(session, notice(&field, text::BAD_ROLE.get(lang)), &typed).await;
    };
    if typed.name.is_empty() || typed.name.chars().count() > 60 {
        return show(session, notice("NAME", text::BAD_NAME.get(lang)), &typed).await;
    }
    if !is_login(&typed.login) {
        return show(session, notice("LOGIN", text::BAD_LOGIN.get(lang)), &typed).await;
    }
    let services = &session.context.state.services;
    let member = StaffMember {
        id: StaffId::random(&services.random),
        municipality: session.who.municipality.clone(),
        name: typed.name.clone(),
        role,
    };
    let audited = session.audit(AuditAction::StaffInvited, &member.name);
    match services.sign_in.invite(&member, &typed.login, Some(&audited)).await? {
        Some(invitation) => show_invited(session, &typed.login, &invitation),
        None => show(session, notice("LOGIN", text::LOGIN_TAKEN.get(lang)), &typed).await,
    }
}

fn is_login(login: &str) -> bool {
    let is_plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-".contains(letter);
    (3..=40).contains(&login.len()) && login.chars().all(is_plain)
}

async fn renew(session: &StaffSession, member: &StaffMember) -> PageResult {
    let sign_in = &session.context.state.services.sign_in;
    let logins = sign_in.list_logins(&session.who.municipality).await?;
    let login = logins.into_iter().find(|login| login.staff == member.id);
    let audited = session.audit(AuditAction::StaffRenewed, &member.name);
    match (login, sign_in.renew(&member.id, &audited).await?) {
        (Some(login), Some(invitation)) => show_invited(session, &login.login, &invitation),
        _ => refuse(session, desk_text::GONE.get(session.context.lang)).await,
    }
}

async fn remove(session: &StaffSession, member: &StaffMember) -> PageResult {
    let audited = session.audit(AuditAction::StaffRemoved, &member.name);
    let db = &session.context.state.services.db;
    match service::remove(db, &member.id, session.now(), &audited).await? {
        Removal::Gone => session.redirect_with("/desk/ansatte", Flash::Removed),
        Removal::Unknown => refuse(session, desk_text::GONE.get(session.context.lang)).await,
        Removal::Expected(number) => refuse(session, &text::expected(number, session.context.lang)).await,
    }
}

fn show_invited(session: &StaffSession, login: &str, invitation: &str) -> PageResult {
    session.page_named(text::INVITED.get(session.context.lang), Notices::default(), |meta, _| {
        invited_page(meta, &session.at(), login, invitation)
    })
}

async fn show(session: &StaffSession, notices: Notices, form: &InviteForm) -> PageResult {
    let services = &session.context.state.services;
    let members = service::list(&services.db, &session.who.municipality).await?;
    let logins = services.sign_in.list_logins(&session.who.municipality).await?;
    let members: Vec<Member> = members
        .into_iter()
        .map(|member| {
            let login = logins.iter().find(|login| login.staff == member.id);
            Member {
                id: member.id.to_string(),
                access: describe_access(login, session),
                login: login.map(|login| login.login.clone()),
                is_self: member.id == session.who.id,
                name: member.name,
                role: member.role,
            }
        })
        .collect();
    let unread = services.complaints.count_unread(&session.who.municipality).await?;
    let page = StaffPage { members: &members, form, unread };
    session.page(desk_text::STAFF, notices, |meta, notices| staff_page(meta, &session.at(), notices, &page))
}

fn describe_access(login: Option<&LoginState>, session: &StaffSession) -> Access {
    let Some(login) = login else { return Access::NoLogin };
    let now = session.context.now;
    match login.invited_until.and_then(Instant::of_minute).map(Instant::local) {
        Some(until) if until > now => Access::Invited(until.date()),
        Some(since) => Access::InvitationOver(since.date()),
        None if login.has_password => Access::Active,
        None => Access::ShutOut,
    }
}
