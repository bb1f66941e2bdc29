//! What staff have done.

use super::service::{self, AuditAction, AuditEntry, AuditFilter};
use crate::{
    tasks::desk::{agenda::handlers::parse_day, staff_session::StaffSession},
    web::PageResult,
};
use app::{
    tasks::desk::{
        audit::views::{ActRow, AuditPage, audit_page, describe_subject},
        text,
        views::Notices,
    },
    ui::dates,
};
use axum::{http::header, response::IntoResponse};
use domain::Instant;
use std::fmt::Write;

pub async fn list(session: StaffSession) -> PageResult {
    let db = &session.context.state.services.db;
    let filter = read_filter(&session);
    let number: u32 = session.param("side").and_then(|page| page.parse().ok()).unwrap_or(0);
    let (entries, has_more) = service::list_page(db, &session.who, &filter, number).await?;
    let names = service::list_names(db, &session.who.municipality).await?;
    let rows: Vec<ActRow> = entries.into_iter().map(view).collect();
    let page = AuditPage {
        rows: &rows,
        names: &names,
        acts: &AuditAction::ALL.iter().map(|act| act.code()).collect::<Vec<_>>(),
        who: filter.who.as_deref().unwrap_or_default(),
        what: filter.what.map_or("", AuditAction::code),
        from: &filter.from.map(|day| day.to_string()).unwrap_or_default(),
        to: &filter.to.map(|day| day.to_string()).unwrap_or_default(),
        number,
        has_more,
    };
    session.page(text::AUDIT, Notices::default(), |meta, _| audit_page(meta, &session.at(), &page))
}

/// The same as a file for a spreadsheet: with semicolons, as Danish ones read it.
pub async fn download(session: StaffSession) -> PageResult {
    let db = &session.context.state.services.db;
    let lang = session.context.lang;
    let entries = service::list_all(db, &session.who, &read_filter(&session)).await?;
    // The mark by which spreadsheets know the letters.
    let mut file = String::from("\u{feff}");
    file.push_str(text::AUDIT_COLUMNS.get(lang));
    file.push_str("\r\n");
    for row in entries.into_iter().map(view) {
        let time = row.at.map(|at| dates::time(at, lang)).unwrap_or_default();
        let (what, subject) = (text::act(row.what).get(lang), describe_subject(&row.subject, lang));
        let (from, to) = &row.changed;
        let fields = [&row.on.to_string(), &time, &row.who, what, &subject, from, to].map(quote);
        let _ = write!(file, "{}\r\n", fields.join(";"));
    }
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"log.csv\"");
    Ok(([kind, name], file).into_response())
}

/// A field of the file. What a spreadsheet would work out is made a text.
fn quote(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

fn read_filter(session: &StaffSession) -> AuditFilter {
    let param = |name| session.param(name).filter(|value| !value.is_empty());
    AuditFilter {
        who: param("hvem").map(str::to_owned),
        what: param("hvad").and_then(AuditAction::from_code),
        from: param("fra").and_then(parse_day),
        to: param("til").and_then(parse_day),
    }
}

fn view(entry: AuditEntry) -> ActRow {
    let at = entry.at.and_then(Instant::of_minute).map(|at| at.local().time());
    ActRow {
        on: entry.on,
        at,
        who: entry.who,
        what: entry.what.code(),
        subject: entry.subject,
        changed: entry.changed,
    }
}
