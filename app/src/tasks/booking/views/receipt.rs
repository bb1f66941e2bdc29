//! The receipt: when, how, and the code that leads back.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{text, views::place::Whereabouts},
        calendar::views::{CalendarEntry, calendar_form},
    },
    ui::{
        dates,
        document::{Document, PageMeta},
        fields::Hidden,
    },
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{Audience, BookingAbout, BookingKind, Facet, Lang, Offer, Standard, UnitSide};
use leptos::prelude::*;

/// So many offers for relatives are named; the others stand in the list.
const RELATIVES_SHOWN: usize = 3;

/// What has been booked.
pub struct Receipt<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    pub about: BookingAbout,
    /// To which unit one comes, where it is known and matters.
    pub side: Option<UnitSide>,
    /// Where one calls or comes, in the centre's own words.
    pub place: Option<&'a str>,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    /// Whether the centre must confirm it first.
    pub pending: bool,
    /// As a calendar knows it.
    pub calendar: CalendarEntry,
    /// The code, where a new one was made.
    pub code: Option<&'a str>,
    /// Whether it stands under a code from before.
    pub again: bool,
    /// Whether an appointment was moved.
    pub moved: bool,
    /// What staff call the citizen.
    pub pseudonym: &'a str,
    /// The last day on which the code works.
    pub until: NaiveDate,
    pub now: NaiveDateTime,
}

impl Receipt<'_> {
    /// What has happened.
    #[must_use]
    pub const fn title(&self) -> Phrase {
        match (self.pending, self.moved) {
            (true, _) => text::PENDING_TITLE,
            (false, true) => text::MOVED_TITLE,
            (false, false) => text::RECEIPT_TITLE,
        }
    }
}

/// What is shown after booking.
pub fn receipt_page(meta: PageMeta, receipt: &Receipt<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let when = format!(
        "{} {}",
        dates::long_date(receipt.begins.date(), lang),
        dates::at(receipt.begins.time(), lang)
    );
    let lasts = text::lasts(receipt.minutes, lang);
    let how = text::kind(receipt.kind).get(lang);
    let try_code = view! { <p><a href=meta.to("/kode")>{text::TRY_CODE.get(lang)}</a></p> };
    let code = receipt
        .code
        .map(|code| view! { {shown_code(code, [text::CODE_USE, text::CODE_LOST], lang)}{try_code} });
    let title = receipt.title();
    let same_code =
        (receipt.again && receipt.code.is_none()).then(|| view! { <p>{text::SAME_CODE.get(lang)}</p> });
    let pending = receipt.pending.then(|| view! { <p>{text::PENDING.get(lang)}</p> });
    let calendar = calendar_form(&meta, &receipt.calendar);
    let (as_whom, pseudonym) = (known_as(receipt.kind).get(lang), receipt.pseudonym.to_owned());
    let next = text::next(receipt.kind).get(lang);
    let whereabouts = Whereabouts {
        standard: receipt.standard,
        kind: receipt.kind,
        about: receipt.about,
        side: receipt.side,
        place: receipt.place,
    };
    let whereabouts = whereabouts.show(&meta);
    let relatives = (receipt.about == BookingAbout::Close).then(|| for_relatives(&meta, receipt, lang));
    let deleted = text::deleted(&dates::date(receipt.until, lang), lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <div class="ticket">
                    <div role="status">
                        <h1>{title.get(lang)}</h1>
                        <p class="when"><strong>{when}</strong></p>
                        <p>{lasts}". "{how}"."</p>
                        {pending}
                        {same_code}
                    </div>
                    {whereabouts}
                    <p>{as_whom}" "<strong>{pseudonym}</strong>"."</p>
                    {code}
                </div>
                <p class="notice">{text::LOOK_AGAIN.get(lang)}</p>
                <section>
                    <h2>{text::NEXT.get(lang)}</h2>
                    <p>{next}</p>
                    <p>{deleted}</p>
                </section>
                <section>
                    <h2>{text::FIRST_TALK_TITLE.get(lang)}</h2>
                    <p>{text::FIRST_TALK.get(lang)}</p>
                </section>
                <div class="actions">{calendar}</div>
                {relatives}
            </div>
        </Document>
    }
}

/// What the municipality has for who is close to somebody.
fn for_relatives(meta: &PageMeta, receipt: &Receipt<'_>, lang: Lang) -> Option<AnyView> {
    let today = receipt.now.date();
    let theirs =
        |offer: &&Offer| offer.criteria.audience.contains(&Audience::Relative) && !offer.has_ended(today);
    let offers: Vec<_> = receipt.standard.offers.iter().filter(theirs).collect();
    let links = offers
        .iter()
        .take(RELATIVES_SHOWN)
        .map(|offer| {
            let href = meta.in_municipality(&format!("tilbud/{}", offer.slug));
            view! { <li><a href=href>{offer.title.get(lang).to_owned()}</a></li> }
        })
        .collect_view();
    let title = text::FOR_RELATIVES.get(lang);
    (!offers.is_empty()).then(|| {
        view! {
            <section>
                <h2>{title}</h2>
                <ul class="nobullet-list">{links}</ul>
                {all_for_relatives(meta)}
            </section>
        }
        .into_any()
    })
}

/// The way to all that the municipality has for who is close to somebody; it leaves no trace in the address.
pub(crate) fn all_for_relatives(meta: &PageMeta) -> AnyView {
    view! {
        <form method="post" action=meta.in_municipality("tilbud")>
            <Hidden fields=vec![(Facet::Audience.code(), Audience::Relative.code().to_owned())]/>
            <button type="submit" class="link">{text::ALL_FOR_RELATIVES.get(meta.lang)}</button>
        </form>
    }
    .into_any()
}

/// How the alias is used: said, or only shown to the counsellor.
pub(crate) const fn known_as(kind: BookingKind) -> Phrase {
    match kind {
        BookingKind::Online => text::KNOWN_AS,
        BookingKind::Phone | BookingKind::InPerson | BookingKind::Callback => text::AS,
    }
}

/// A new code, and what it is for: an appointment, or something else.
pub(crate) fn shown_code(code: &str, uses: [Phrase; 2], lang: Lang) -> AnyView {
    let [uses, lost] = uses;
    let groups: Vec<String> = code.split(' ').map(str::to_owned).collect();
    // A group of five would be read as a number of thousands.
    let spoken = code.chars().map(|sign| if sign == ' ' { ". ".to_owned() } else { format!("{sign} ") });
    let spoken = spoken.collect::<String>();
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    view! {
        <section class="tear">
            <h2>{text::CODE_TITLE.get(lang)}</h2>
            <p class="code"><span class="groups" aria-hidden="true">{groups}</span></p>
            <p class="sr-only">{spoken}</p>
            <p class="actions" data-scripted="" hidden>
                <button type="button" class="button button-secondary" data-copy="">{text::COPY.get(lang)}</button>
                <button type="button" class="button button-secondary" data-print="">{text::PRINT.get(lang)}</button>
            </p>
            <p class="hint" role="status" id="copied" data-done=text::COPIED.get(lang) data-failed=text::NOT_COPIED.get(lang)></p>
            <p>{text::CODE_WHY.get(lang)}</p>
            <p>{uses.get(lang)}" "{lost.get(lang)}</p>
        </section>
    }
    .into_any()
}
