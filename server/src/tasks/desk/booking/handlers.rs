//! Booking for somebody who phones: how and about whom, when, a last look while the time is held, and the code.

use crate::{
    store::{Booked, CodeRecord},
    tasks::{
        booking::{
            availability::{Choice, HOLD_MINUTES},
            service::{AppointmentView, BookingError, FormKey, Standing},
        },
        desk::staff_session::{StaffSession, wrong},
    },
    web::{form::FormBody, hexadecimal},
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::{
            text as booking,
            views::{read_time, written},
        },
        desk::{
            booking::views::{BookedForCaller, CallerForm, booked_page, check_page, times_page, which_page},
            text,
            views::Notices,
        },
    },
    ui::choices::choice_id,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{AppointmentType, BookingAbout, BookingKind, decide::asks_wish};

pub async fn start(signed: StaffSession) -> Response<Body> {
    let calling = Calling { signed: &signed, form: CallerForm::default() };
    told(&signed, calling.which(None).await)
}

/// One step, by POST.
pub async fn step(signed: StaffSession, mut fields: FormBody) -> Response<Body> {
    let form = CallerForm {
        kind: fields.take("KIND").as_deref().and_then(BookingKind::from_code),
        about: fields.take("ABOUT").as_deref().and_then(BookingAbout::from_code),
        begins: fields.take("TIME").as_deref().and_then(read_time),
        wishes_treatment: fields.take("WISH").as_deref() == Some("YES"),
        form: fields.take("FORM"),
    };
    let (confirmed, other) = (fields.take("CONFIRM").is_some(), fields.take("OTHER").is_some());
    let unanswered = fields.take("STEP").is_some().then_some(booking::CHOOSE);
    let calling = Calling { signed: &signed, form };
    let answer = async {
        let (Some(kind), Some(about)) = (calling.form.kind, calling.form.about) else {
            return calling.which(Some(booking::CHOOSE)).await;
        };
        let kinds = signed.context.open_kinds(&signed.standard, Some(about)).await?;
        let Some((_, appointment_type)) = kinds.into_iter().find(|(open, _)| *open == kind) else {
            return calling.which(Some(text::KIND_CLOSED)).await;
        };
        let of = Wanted { kind, about, appointment_type };
        match calling.form.begins {
            _ if other => calling.times(&of, None).await,
            None => calling.times(&of, unanswered).await,
            Some(_) if confirmed => calling.confirm(&of).await,
            Some(_) => calling.check(&of).await,
        }
    };
    told(&signed, answer.await)
}

fn told(signed: &StaffSession, answer: Result<Response<Body>, BookingError>) -> Response<Body> {
    answer.unwrap_or_else(|error| signed.context.no_booking(&error, Some(&signed.standard)))
}

/// What is to be booked.
struct Wanted {
    kind: BookingKind,
    about: BookingAbout,
    appointment_type: AppointmentType,
}

/// A call, and what was told in it so far.
struct Calling<'a> {
    signed: &'a StaffSession,
    form: CallerForm,
}

impl Calling<'_> {
    fn key(&self) -> Option<FormKey> {
        self.form.form.as_deref().and_then(hexadecimal::read)
    }

    /// The same under a new key.
    fn afresh(&self) -> Self {
        Calling { signed: self.signed, form: CallerForm { form: None, ..self.form.clone() } }
    }

    /// What went wrong, leading to the choice that is missing.
    fn notices(&self, trouble: Option<Phrase>, (field, first): (&str, Option<String>)) -> Notices {
        trouble.map_or_else(Notices::default, |trouble| {
            let field = first.map_or_else(|| "main-content".to_owned(), |first| choice_id(field, &first));
            wrong(&field, trouble.get(self.signed.context.lang).to_owned())
        })
    }

    async fn which(&self, trouble: Option<Phrase>) -> Result<Response<Body>, BookingError> {
        let Self { signed, form } = self;
        let kinds = signed.context.open_kinds(&signed.standard, None).await?;
        let kinds: Vec<BookingKind> = kinds.into_iter().map(|(kind, _)| kind).collect();
        let missing = match form.kind {
            Some(_) if form.about.is_none() => {
                ("ABOUT", BookingAbout::ALL.first().map(|about| about.code().to_owned()))
            }
            _ => ("KIND", kinds.first().map(|kind| kind.code().to_owned())),
        };
        Ok(signed.page(text::BOOK, self.notices(trouble, missing), |meta, notices| {
            which_page(meta, &signed.at(), notices, &kinds, form)
        }))
    }

    async fn times(&self, of: &Wanted, trouble: Option<Phrase>) -> Result<Response<Body>, BookingError> {
        let Self { signed, form } = self;
        let free = signed.context.free(&signed.standard, (of.kind, &of.appointment_type), usize::MAX).await?;
        let times: Vec<_> = free.keys().copied().collect();
        let missing = ("TIME", times.first().copied().map(written));
        Ok(signed.page(text::FREE_TIMES, self.notices(trouble, missing), |meta, notices| {
            times_page(meta, &signed.at(), notices, form, &times)
        }))
    }

    /// Holds the time, and shows it to be read aloud.
    async fn check(&self, of: &Wanted) -> Result<Response<Body>, BookingError> {
        let Self { signed, form } = self;
        let bookings = &signed.context.portal.services.bookings;
        let key = self.key().unwrap_or_else(|| bookings.new_form());
        let Some(begins) = form.begins else { return self.times(of, Some(booking::CHOOSE)).await };
        let at = (of.kind, &of.appointment_type);
        let staff = signed.context.free_at(&signed.standard, at, begins, &key).await?;
        let choice = Choice {
            kind: of.kind,
            appointment_type: of.appointment_type,
            about: of.about,
            begins,
            form: key,
            staff: &staff,
        };
        if staff.is_empty() || !bookings.hold(&signed.who.municipality, &choice).await? {
            return self.afresh().times(of, Some(text::TIME_GONE)).await;
        }
        let form = CallerForm { form: Some(hexadecimal::written(&key)), ..form.clone() };
        let asks_wish = asks_wish(&signed.standard, of.about);
        Ok(signed.page(text::FREE_TIMES, Notices::default(), |meta, _| {
            check_page(
                meta,
                &signed.at(),
                &form,
                (begins, of.appointment_type.minutes, HOLD_MINUTES),
                asks_wish,
            )
        }))
    }

    /// Books what is held. What is held no more is looked at once more, under a new key: a page that is loaded again
    /// books nothing, and brings back no code that was deleted.
    async fn confirm(&self, of: &Wanted) -> Result<Response<Body>, BookingError> {
        let Self { signed, form } = self;
        let services = &signed.context.portal.services;
        let Some(key) = self.key() else { return self.check(of).await };
        match services.bookings.standing(&signed.who.municipality, &key).await? {
            Standing::Booked(agreed, record) => Ok(self.booked(&key, &agreed, &record)),
            Standing::Held(held)
                if (Some(held.begins), held.kind, held.about) == (form.begins, of.kind, of.about) =>
            {
                let wishes = form.wishes_treatment && asks_wish(&signed.standard, of.about);
                let booked =
                    services.desks.book_for(&services.bookings, &signed.who, (&key, &held), wishes).await?;
                let standing = services.bookings.standing(&signed.who.municipality, &key).await?;
                match (booked, standing) {
                    (Booked::Now | Booked::Before, Standing::Booked(agreed, record)) => {
                        Ok(self.booked(&key, &agreed, &record))
                    }
                    _ => self.times(of, Some(text::TIME_GONE)).await,
                }
            }
            Standing::Held(_) => self.check(of).await,
            Standing::Nothing => self.afresh().check(of).await,
        }
    }

    fn booked(&self, key: &FormKey, agreed: &AppointmentView, record: &CodeRecord) -> Response<Body> {
        let signed = self.signed;
        let code = signed.context.portal.services.bookings.code_of(key, record).map(|code| code.shown());
        let booked = BookedForCaller {
            code: code.as_ref().map_or("", |code| code.as_str()),
            pseudonym: &record.pseudonym,
            kind: agreed.kind,
            begins: agreed.begins,
            minutes: agreed.minutes,
            contact_on: record.contact_on,
            guarantee: signed.standard.rules.guarantee.length_days.value().copied(),
        };
        let meta = signed.meta(text::TIME_BOOKED, &Notices::default());
        signed.context.page(StatusCode::OK, meta, |meta| booked_page(meta, &signed.at(), &booked))
    }
}
