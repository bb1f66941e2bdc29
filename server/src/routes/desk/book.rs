//! Booking for somebody who phones.

use super::{Signed, wrong};
use crate::{
    http::form::Fields,
    services::{
        booking::{NoBooking, Wanted},
        desk::ForCaller,
        hexadecimal,
    },
};
use app::{
    pages::{
        booking::read_time,
        desk::{Notices, booked_page, times_page, which_page},
    },
    text::{booking, desk as text},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{BookingAbout, BookingKind};

pub async fn start(signed: Signed) -> Response<Body> {
    told(&signed, which(&signed, Notices::default()).await)
}

/// How and about whom, then when.
pub async fn step(signed: Signed, mut fields: Fields) -> Response<Body> {
    let kind = fields.take("KIND").as_deref().and_then(BookingKind::from_code);
    let about = fields.take("ABOUT").as_deref().and_then(BookingAbout::from_code);
    let begins = fields.take("TIME").as_deref().and_then(read_time);
    let form = fields.take("FORM").as_deref().and_then(hexadecimal::read);
    let kind = kind.filter(|kind| *kind != BookingKind::Callback);
    let answer = async {
        let Some((kind, about)) = kind.zip(about) else {
            return which(&signed, wrong("main-content", booking::CHOOSE.get(signed.visit.lang).to_owned()))
                .await;
        };
        match begins.zip(form) {
            None => times(&signed, kind, about, Notices::default()).await,
            Some((begins, form)) => booked(&signed, &ForCaller { kind, about, begins, form }).await,
        }
    };
    told(&signed, answer.await)
}

fn told(signed: &Signed, answer: Result<Response<Body>, NoBooking>) -> Response<Body> {
    answer.unwrap_or_else(|error| signed.visit.no_booking(&error, Some(&signed.standard)))
}

async fn which(signed: &Signed, notices: Notices) -> Result<Response<Body>, NoBooking> {
    let kinds = signed.visit.portal.services.bookings.kinds(&signed.who.municipality).await?;
    let kinds: Vec<BookingKind> =
        kinds.into_iter().map(|(kind, _)| kind).filter(|kind| *kind != BookingKind::Callback).collect();
    Ok(signed.page(text::BOOK, notices, |frame, notices| which_page(frame, &signed.at(), notices, &kinds)))
}

async fn times(
    signed: &Signed,
    kind: BookingKind,
    about: BookingAbout,
    notices: Notices,
) -> Result<Response<Body>, NoBooking> {
    let bookings = &signed.visit.portal.services.bookings;
    let kinds = bookings.kinds(&signed.who.municipality).await?;
    let Some((_, layout)) = kinds.into_iter().find(|(open, _)| *open == kind) else {
        return which(signed, wrong("main-content", text::NONE_FREE.get(signed.visit.lang).to_owned())).await;
    };
    let wanted = Wanted { kind, layout: &layout, hours: None, days: usize::MAX };
    let free = bookings.free(&signed.who.municipality, &wanted).await?;
    let times: Vec<_> = free.keys().copied().collect();
    let form = hexadecimal::written(&bookings.new_form());
    Ok(signed.page(text::FREE_TIMES, notices, |frame, notices| {
        times_page(frame, &signed.at(), notices, (kind, about), &times, &form)
    }))
}

async fn booked(signed: &Signed, wanted: &ForCaller) -> Result<Response<Body>, NoBooking> {
    let bookings = &signed.visit.portal.services.bookings;
    let kinds = bookings.kinds(&signed.who.municipality).await?;
    let layout = kinds.into_iter().find(|(open, _)| *open == wanted.kind).map(|(_, layout)| layout);
    let booked = match layout {
        None => None,
        Some(layout) => signed.desks().book_for(bookings, &signed.who, wanted, layout).await?,
    };
    let Some((code, pseudonym, agreed)) = booked else {
        let gone = wrong("main-content", text::TIME_GONE.get(signed.visit.lang).to_owned());
        return times(signed, wanted.kind, wanted.about, gone).await;
    };
    let frame = signed.frame(text::TIME_BOOKED, &Notices::default());
    let shown = code.shown();
    Ok(signed.visit.fresh(StatusCode::OK, frame, |frame| {
        booked_page(frame, &signed.at(), &shown, &pseudonym, agreed.kind, (agreed.begins, agreed.minutes))
    }))
}
