//! Opening a plan.

use crate::{
    tasks::{
        desk::{
            plans::text,
            shell::{AtDesk, desk_page},
            views::{Notices, show_submit},
        },
        rules::text::parameters,
    },
    ui::{
        choices::{Choice, Legend, RadioGroup, Select},
        document::PageMeta,
        fields::Hidden,
        text as common,
    },
};
use domain::{AgeRange, CurrentOffer, Substance};
use leptos::prelude::*;

/// What is typed.
#[derive(Clone, Default)]
pub struct PlanOpeningForm {
    pub about: String,
    pub age: String,
    pub offer: String,
    /// The key of the form, in hexadecimal.
    pub form: String,
    /// The case from which it is opened, in hexadecimal; empty where it is opened for itself.
    pub case: String,
}

/// What can be chosen.
pub struct PlanOpeningPage<'a> {
    pub form: &'a PlanOpeningForm,
    pub substances: &'a [Substance],
    pub ages: &'a [AgeRange],
    pub offers: &'a [CurrentOffer],
    /// Whom it is about, where it is opened from their case.
    pub pseudonym: Option<&'a str>,
}

/// `/desk/planer/ny`.
pub fn plan_opening_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &PlanOpeningPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let form = page.form;
    let abouts = page.substances.iter().map(|&one| {
        let label = common::capitalised(common::substance(one).get(lang));
        Choice::new(one.code(), label, one.code() == form.about)
    });
    let abouts = abouts.collect();
    let ages = page.ages.iter().map(|&ages| {
        let code = ages.code();
        Choice::new(code.clone(), common::ages(ages, lang), code == form.age)
    });
    let ages: Vec<Choice> = ages.collect();
    let offers = offer_choices(page.offers, &form.offer, &meta);
    let about = Legend::Label(text::ABOUT.get(lang).to_owned());
    let about_error = notices.at("ABOUT");
    let lead = match page.pseudonym {
        Some(name) => {
            view! { <p>{text::OPEN_FROM_CASE.get(lang)}" "<strong>{name.to_owned()}</strong></p> }.into_any()
        }
        None => view! { <p>{text::OPEN_LEAD.get(lang)}</p> }.into_any(),
    };
    let key = vec![("FORM", form.form.clone()), ("CASE", form.case.clone())];
    let ages = (!ages.is_empty()).then(|| {
        view! { <Select name="AGE" label=text::AGE.get(lang) none=text::AGE_UNKNOWN.get(lang) choices=ages lang=lang/> }
    });
    let offers = (page.offers.len() > 1).then(|| {
        let legend = Legend::Label(text::OFFER.get(lang).to_owned());
        let hint = Some(text::OFFER_HINT.get(lang).to_owned());
        view! { <RadioGroup name="OFFER" legend=legend choices=offers lang=lang hint=hint/> }
    });
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/planer")>{text::TAB.get(lang)}</a></p>
        <h1>{text::OPEN.get(lang)}</h1>
        {lead}
        <form class="panel" method="post" action=meta.to("/desk/planer/ny")>
            <Hidden fields=key/>
            <RadioGroup name="ABOUT" legend=about choices=abouts lang=lang error=about_error/>
            {ages}
            {offers}
            {show_submit(text::OPEN, lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The courses that a plan can be about, as the standard tells them apart.
pub(crate) fn offer_choices(offers: &[CurrentOffer], chosen: &str, meta: &PageMeta) -> Vec<Choice> {
    let choice = |&offer: &CurrentOffer| {
        let label = parameters::current_offer(offer).get(meta.lang);
        Choice::new(offer.code(), label, offer.code() == chosen)
    };
    offers.iter().map(choice).collect()
}
