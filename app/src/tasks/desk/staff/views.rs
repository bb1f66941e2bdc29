//! Who works at the desk.

use super::text;
use crate::{
    phrase::Phrase,
    tasks::desk::{
        account::text as account_text,
        complaints::text as complaints_text,
        shell::{AtDesk, desk_page},
        text as desk_text,
        views::{Notices, show_act, show_submit},
    },
    ui::{
        choices::{Choice, Legend, RadioGroup, choice_id},
        dates,
        document::PageMeta,
        fields::{Field, Hidden},
    },
};
use chrono::NaiveDate;
use domain::{Lang, Role};
use leptos::prelude::*;

/// How somebody comes in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Active,
    /// The last day of an invitation that has not been used.
    Invited(NaiveDate),
    /// The day on which it ended.
    InvitationOver(NaiveDate),
    ShutOut,
    /// Only takes appointments.
    NoLogin,
}

/// A colleague.
pub struct Member {
    /// Their name in hexadecimal.
    pub id: String,
    pub name: String,
    pub role: Role,
    pub login: Option<String>,
    pub access: Access,
    /// Whether it is who looks.
    pub is_self: bool,
}

/// An invitation as it is or was typed.
#[derive(Clone, Default)]
pub struct InviteForm {
    pub name: String,
    pub login: String,
    pub role: Option<Role>,
}

/// What the page shows.
pub struct StaffPage<'a> {
    pub members: &'a [Member],
    pub form: &'a InviteForm,
    /// How many complaints nobody can read.
    pub unread: u64,
}

/// `/desk/ansatte`.
pub fn staff_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &StaffPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    // Only a lead does something here: whoever invites could give themselves what an administrator may not see.
    let leads = at.role == Role::Lead;
    let rows = page.members.iter().map(|member| show_member(&meta, member, leads)).collect_view();
    let acts = leads.then(|| view! { <th scope="col">{text::ACTS.get(lang)}</th> });
    let unread = (page.unread > 0)
        .then(|| view! { <p class="notice">{complaints_text::unread(page.unread, lang)}</p> });
    let invite = leads.then(|| show_invite(&meta, &notices, page.form));
    let content = view! {
        <h1>{desk_text::STAFF.get(lang)}</h1>
        <p class="hint">{text::LEAD.get(lang)}</p>
        {unread}
        <div class="matrix" role="group" aria-label=desk_text::STAFF.get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{desk_text::STAFF.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{text::NAME.get(lang)}</th>
                    <th scope="col">{text::ROLE.get(lang)}</th>
                    <th scope="col">{text::STATE.get(lang)}</th>
                    {acts}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {invite}
    };
    desk_page(meta, at, notices, content.into_any())
}

fn describe_access(access: Access, lang: Lang) -> String {
    match access {
        Access::Active => text::ACTIVE.get(lang).to_owned(),
        Access::Invited(until) => text::invited_until(&dates::date(until, lang), lang),
        Access::InvitationOver(since) => text::invitation_over(&dates::date(since, lang), lang),
        Access::ShutOut => text::SHUT.get(lang).to_owned(),
        Access::NoLogin => text::NO_LOGIN.get(lang).to_owned(),
    }
}

fn show_member(meta: &PageMeta, member: &Member, leads: bool) -> AnyView {
    let lang = meta.lang;
    let login = member.login.clone().map(|login| view! { <br/><span class="hint">{login}</span> });
    let acts = leads.then(|| view! { <td class="wraps">{show_acts(meta, member)}</td> });
    view! {
        <tr>
            <th scope="row">{member.name.clone()}{login}</th>
            <td>{desk_text::role(member.role).get(lang)}</td>
            <td class="wraps">{describe_access(member.access, lang)}</td>
            {acts}
        </tr>
    }
    .into_any()
}

fn show_acts(meta: &PageMeta, member: &Member) -> AnyView {
    let lang = meta.lang;
    if member.is_self {
        return view! { <a href=meta.to("/desk/adgang")>{account_text::TITLE.get(lang)}</a> }.into_any();
    }
    if !member.role.is_arranged_by_lead() {
        return view! { <span class="hint">{text::NOT_BY_LEAD.get(lang)}</span> }.into_any();
    }
    let signs_in = member.login.is_some();
    let renew = signs_in.then(|| show_fold(meta, member, "RENEW", text::RENEW, text::RENEW_WHY));
    let shut = (signs_in && member.access != Access::ShutOut)
        .then(|| show_fold(meta, member, "SHUT_OUT", text::SHUT_OUT, text::SHUT_OUT_WHY));
    let remove = show_fold(meta, member, "REMOVE", text::REMOVE, text::REMOVE_WHY);
    view! { <div class="actions">{renew}{shut}{remove}</div> }.into_any()
}

/// An act that is asked about first.
fn show_fold(meta: &PageMeta, member: &Member, act: &'static str, label: Phrase, why: Phrase) -> AnyView {
    let lang = meta.lang;
    let name = view! { <span class="sr-only">": "{member.name.clone()}</span> };
    view! {
        <details>
            <summary>{label.get(lang)}{name}</summary>
            <form method="post" action=meta.to("/desk/ansatte")>
                <Hidden fields=vec![("ID", member.id.clone())]/>
                <p class="hint">{why.get(lang)}</p>
                {show_act(act, text::YES, "button button-secondary", lang)}
            </form>
        </details>
    }
    .into_any()
}

fn show_invite(meta: &PageMeta, notices: &Notices, form: &InviteForm) -> AnyView {
    let lang = meta.lang;
    let roles: Vec<Choice> = Role::ALL
        .iter()
        .filter(|role| role.is_arranged_by_lead())
        .map(|role| Choice::new(role.code(), desk_text::role(*role).get(lang), form.role == Some(*role)))
        .collect();
    let role_error = notices.at(&choice_id("ROLE", Role::Counsellor.code()));
    let (name, login) = (form.name.clone(), form.login.clone());
    let (name_error, login_error) = (notices.at("NAME"), notices.at("LOGIN"));
    let legend = Legend::Label(text::ROLE.get(lang).to_owned());
    let role_hint = Some(text::OTHER_ROLES.get(lang).to_owned());
    let is_wrong = name_error.is_some() || login_error.is_some() || role_error.is_some();
    view! {
        <details class="panel" open=is_wrong>
        <summary>{text::INVITE.get(lang)}</summary>
        <form method="post" action=meta.to("/desk/ansatte")>
            <Hidden fields=vec![("ACT", "INVITE".to_owned())]/>
            <Field name="NAME" label=text::NAME.get(lang) hint=text::NAME_HINT.get(lang) value=name lang=lang error=name_error autocomplete="off" maxlength=60/>
            <Field name="LOGIN" label=desk_text::LOGIN.get(lang) hint=text::LOGIN_HINT.get(lang) value=login lang=lang error=login_error autocomplete="off" spellcheck="false" maxlength=40/>
            <RadioGroup name="ROLE" legend=legend choices=roles lang=lang hint=role_hint error=role_error/>
            {show_submit(text::INVITE_SEND, lang)}
        </form>
        </details>
    }
    .into_any()
}

/// The invitation, shown once.
pub fn invited_page(meta: PageMeta, at: &AtDesk<'_>, login: &str, invitation: &str) -> impl IntoView + use<> {
    let lang = meta.lang;
    let content = view! {
        <h1>{text::INVITED.get(lang)}</h1>
        <p>{text::INVITED_WHY.get(lang)}</p>
        <dl class="panel">
            <dt>{text::ADDRESS.get(lang)}</dt><dd>{meta.to("/desk/velkommen")}</dd>
            <dt>{desk_text::LOGIN.get(lang)}</dt><dd><strong>{login.to_owned()}</strong></dd>
            <dt>{desk_text::INVITATION.get(lang)}</dt><dd class="key"><strong id="invitation">{invitation.to_owned()}</strong></dd>
        </dl>
        <p><a href=meta.to("/desk/ansatte")>{text::BACK.get(lang)}</a></p>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}
