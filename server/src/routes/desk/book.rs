//! Booking for somebody who phones.

use super::{Signed, wrong};
use crate::{
    http::form::Fields,
    services::{
        booking::{FormKey, NoBooking, Wanted},
        desk::ForCaller,
        hexadecimal,
    },
};
use app::{
    layout::choice_id,
    pages::{
        booking::{asks_wish, read_time, written},
        desk::{BookedForCaller, CallerForm, CallerTimes, Notices, booked_page, times_page, which_page},
    },
    text::{Phrase, booking, desk as text},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{BookingAbout, BookingKind};

pub async fn start(signed: Signed) -> Response<Body> {
    told(&signed, which(&signed, None, &CallerForm::default()).await)
}

/// How and about whom, then when.
pub async fn step(signed: Signed, mut fields: Fields) -> Response<Body> {
    let kind = fields.take("KIND").as_deref().and_then(BookingKind::from_code);
    let about = fields.take("ABOUT").as_deref().and_then(BookingAbout::from_code);
    let begins = fields.take("TIME").as_deref().and_then(read_time);
    let form = fields.take("FORM").as_deref().and_then(hexadecimal::read);
    let wishes_treatment = fields.take("WISH").as_deref() == Some("YES");
    let kind = kind.filter(|kind| *kind != BookingKind::Callback);
    let caller = CallerForm { kind, about, wishes_treatment };
    let answer = async {
        let Some((kind, about)) = kind.zip(about) else {
            return which(&signed, Some(booking::CHOOSE), &caller).await;
        };
        match (begins, form) {
            (Some(begins), Some(form)) => {
                let wishes_treatment = wishes_treatment && asks_wish(&signed.standard, about);
                booked(&signed, &ForCaller { kind, about, begins, wishes_treatment, form }).await
            }
            // Sent from the times without one of them.
            (None, Some(form)) => {
                times(&signed, (kind, about), wishes_treatment, Some(form), Some(booking::CHOOSE)).await
            }
            (_, None) => times(&signed, (kind, about), wishes_treatment, None, None).await,
        }
    };
    told(&signed, answer.await)
}

fn told(signed: &Signed, answer: Result<Response<Body>, NoBooking>) -> Response<Body> {
    answer.unwrap_or_else(|error| signed.visit.no_booking(&error, Some(&signed.standard)))
}

/// What went wrong, leading to the choice that is missing.
fn notices(signed: &Signed, trouble: Option<Phrase>, (field, first): (&str, Option<String>)) -> Notices {
    trouble.map_or_else(Notices::default, |trouble| {
        let field = first.map_or_else(|| "main-content".to_owned(), |first| choice_id(field, &first));
        wrong(&field, trouble.get(signed.visit.lang).to_owned())
    })
}

async fn which(
    signed: &Signed,
    trouble: Option<Phrase>,
    form: &CallerForm,
) -> Result<Response<Body>, NoBooking> {
    let kinds = signed.visit.portal.services.bookings.kinds(&signed.who.municipality).await?;
    let kinds: Vec<BookingKind> =
        kinds.into_iter().map(|(kind, _)| kind).filter(|kind| *kind != BookingKind::Callback).collect();
    let missing = match form.kind {
        None => ("KIND", kinds.first().map(|kind| kind.code().to_owned())),
        Some(_) => ("ABOUT", BookingAbout::ALL.first().map(|about| about.code().to_owned())),
    };
    Ok(signed.page(text::BOOK, notices(signed, trouble, missing), |frame, notices| {
        which_page(frame, &signed.at(), notices, &kinds, form)
    }))
}

async fn times(
    signed: &Signed,
    (kind, about): (BookingKind, BookingAbout),
    wishes_treatment: bool,
    form: Option<FormKey>,
    trouble: Option<Phrase>,
) -> Result<Response<Body>, NoBooking> {
    let bookings = &signed.visit.portal.services.bookings;
    let kinds = bookings.kinds(&signed.who.municipality).await?;
    let Some((_, layout)) = kinds.into_iter().find(|(open, _)| *open == kind) else {
        let chosen = CallerForm { kind: None, about: Some(about), wishes_treatment };
        return which(signed, Some(text::NONE_FREE), &chosen).await;
    };
    let wanted = Wanted { kind, layout: &layout, hours: None, days: usize::MAX };
    let free = bookings.free(&signed.who.municipality, &wanted).await?;
    let times: Vec<_> = free.keys().copied().collect();
    let page = CallerTimes {
        kind,
        about,
        times: &times,
        form: &hexadecimal::written(&form.unwrap_or_else(|| bookings.new_form())),
        wish: asks_wish(&signed.standard, about).then_some(wishes_treatment),
    };
    let missing = ("TIME", times.first().copied().map(written));
    Ok(signed.page(text::FREE_TIMES, notices(signed, trouble, missing), |frame, notices| {
        times_page(frame, &signed.at(), notices, &page)
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
    let Some((code, record, agreed)) = booked else {
        let chosen = (wanted.kind, wanted.about);
        return times(signed, chosen, wanted.wishes_treatment, None, Some(text::TIME_GONE)).await;
    };
    let frame = signed.frame(text::TIME_BOOKED, &Notices::default());
    let booked = BookedForCaller {
        code: &code.shown(),
        pseudonym: &record.pseudonym,
        kind: agreed.kind,
        begins: agreed.begins,
        minutes: agreed.minutes,
        contact_on: record.contact_on,
        guarantee: signed.standard.rules.guarantee.length_days.value().copied(),
    };
    Ok(signed.visit.fresh(StatusCode::OK, frame, |frame| booked_page(frame, &signed.at(), &booked)))
}
