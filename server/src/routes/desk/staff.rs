//! Who works at the desk, and what they have done.

use super::Signed;
use app::{
    pages::desk::{ActRow, Notices, audit_page, staff_page},
    text::desk as text,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};

pub async fn members(signed: Signed) -> Response<Body> {
    let answer = signed.desks().members(&signed.who).await.map(|members| {
        let members: Vec<_> = members.into_iter().map(|member| (member.name, member.role)).collect();
        let frame = signed.frame(text::STAFF, &Notices::default());
        signed.visit.fresh(StatusCode::OK, frame, |frame| staff_page(frame, &signed.at(), &members))
    });
    signed.told(answer)
}

pub async fn acts(signed: Signed) -> Response<Body> {
    let answer = signed.desks().acts(&signed.who).await.map(|acts| {
        let acts: Vec<ActRow> = acts
            .into_iter()
            .map(|act| ActRow { on: act.on, who: act.who, what: act.what.code(), subject: act.subject })
            .collect();
        let frame = signed.frame(text::AUDIT, &Notices::default());
        signed.visit.fresh(StatusCode::OK, frame, |frame| audit_page(frame, &signed.at(), &acts))
    });
    signed.told(answer)
}
