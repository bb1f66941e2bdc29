//! Who works at the desk, and what they have done.

use crate::tasks::desk::staff_session::StaffSession;
use app::tasks::desk::{
    staff::views::{ActRow, audit_page, staff_page},
    text,
    views::Notices,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};

pub async fn members(signed: StaffSession) -> Response<Body> {
    let answer = signed.desks().members(&signed.who).await.map(|members| {
        let members: Vec<_> = members.into_iter().map(|member| (member.name, member.role)).collect();
        let meta = signed.meta(text::STAFF, &Notices::default());
        signed.context.page(StatusCode::OK, meta, |meta| staff_page(meta, &signed.at(), &members))
    });
    signed.told(answer)
}

pub async fn acts(signed: StaffSession) -> Response<Body> {
    let answer = signed.desks().acts(&signed.who).await.map(|acts| {
        let acts: Vec<ActRow> = acts
            .into_iter()
            .map(|act| ActRow { on: act.on, who: act.who, what: act.what.code(), subject: act.subject })
            .collect();
        let meta = signed.meta(text::AUDIT, &Notices::default());
        signed.context.page(StatusCode::OK, meta, |meta| audit_page(meta, &signed.at(), &acts))
    });
    signed.told(answer)
}
