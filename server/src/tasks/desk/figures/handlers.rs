//! The page of the figures, and the same as a file.

use super::service;
use crate::{
    tasks::desk::{cases::list::load_board, staff_session::StaffSession},
    web::{AppError, PageResult},
};
use app::tasks::desk::figures::{
    text,
    views::{FiguresRow, figures_page, write_csv},
};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};

pub async fn show(session: StaffSession) -> PageResult {
    let rows = list_rows(&session).await?;
    session
        .page(text::TAB, session.notices(), |meta, notices| figures_page(meta, &session.at(), notices, &rows))
}

/// The table as a file that a spreadsheet opens.
pub async fn download(session: StaffSession) -> Result<Response, AppError> {
    let rows = list_rows(&session).await?;
    let name = format!("attachment; filename=\"tal-{}.csv\"", session.standard.code);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, write_csv(&rows, session.context.lang)).into_response())
}

async fn list_rows(session: &StaffSession) -> Result<Vec<FiguresRow>, AppError> {
    let board = load_board(session).await?;
    let db = &session.context.state.services.db;
    let figures = service::list(db, &session.who.municipality, &board).await?;
    let row = |(quarter, substance, figures)| FiguresRow { quarter, substance, figures };
    Ok(figures.into_iter().map(row).collect())
}
