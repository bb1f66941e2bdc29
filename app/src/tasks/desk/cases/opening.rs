//! Opening a case at the desk, for who phones, comes or writes, or talks with a counsellor.

use crate::{
    phrase::Phrase,
    tasks::{
        case::text as case_text,
        desk::{
            cases::text,
            shell::{AtDesk, desk_page},
            text as desk_text,
            views::{Notices, show_submit},
        },
    },
    ui::{
        choices::{Checkbox, Choice, Fieldset, Legend, Select},
        document::PageMeta,
        fields::{Field, Hidden},
        text as common,
    },
};
use domain::{AgeRange, Lang, Substance, TreatmentWish, case::CaseFact, decide::ContactBy};
use leptos::prelude::*;

/// Who made contact, as the page offers it. Somebody close and an authority are noted, and start nothing.
#[must_use]
pub fn list_contacts() -> Vec<CaseFact> {
    let contact = |by, wish| CaseFact::Contact { by, wish };
    vec![
        contact(ContactBy::Citizen, true),
        contact(ContactBy::Parent, true),
        contact(ContactBy::Relative, false),
        contact(ContactBy::Authority, false),
    ]
}

/// What is typed.
#[derive(Clone, Default)]
pub struct OpeningForm {
    pub contact: String,
    pub wish: TreatmentWish,
    pub age: String,
    pub day: String,
    /// The key of the form, in hexadecimal.
    pub form: String,
    /// The appointment under whose code it is opened, in hexadecimal; empty where it gets a code of its own.
    pub appointment: String,
}

/// What can be chosen.
pub struct OpeningPage<'a> {
    pub form: &'a OpeningForm,
    pub asked: &'a [Substance],
    /// None where the rules make no difference.
    pub ages: &'a [AgeRange],
}

/// `/desk/sager/ny`.
pub fn opening_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &OpeningPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let form = page.form;
    let error = |field: &str| notices.at(field);
    let contacts = list_contacts()
        .into_iter()
        .map(|fact| choice(fact.code(), case_text::fact(fact), &form.contact, lang));
    let contacts = contacts.collect();
    let wishes = page.asked.iter().map(|&substance| {
        let label = common::capitalised(common::substance(substance).get(lang));
        view! { <Checkbox name=field_of(substance) label=label checked=form.wish.is_for(substance)/> }
    });
    let wishes = wishes.collect_view();
    let ages = (!page.ages.is_empty()).then(|| {
        let ages = page.ages.iter().map(|&ages| {
            let code = ages.code();
            Choice::new(code.clone(), common::ages(ages, lang), code == form.age)
        });
        let ages = ages.collect();
        view! { <Select name="AGE" label=text::AGE.get(lang) none=text::AGE_UNKNOWN.get(lang) choices=ages lang=lang/> }
    });
    let key = vec![("FORM", form.form.clone()), ("APPOINTMENT", form.appointment.clone())];
    let lead = if form.appointment.is_empty() { text::OPEN_LEAD } else { text::OPEN_UNDER_LEAD };
    let (contact_error, wish_error, day_error) = (error("CONTACT"), error("WISH"), error("DAY"));
    let day = form.day.clone();
    let about = Legend::Label(text::OPEN_ABOUT.get(lang).to_owned());
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/sager")>{text::TAB.get(lang)}</a></p>
        <h1>{text::OPEN.get(lang)}</h1>
        <p>{lead.get(lang)}</p>
        <form class="panel" method="post" action=meta.to("/desk/sager/ny")>
            <Hidden fields=key/>
            <Select name="CONTACT" label=text::OPEN_CONTACT.get(lang) none=text::CHOOSE_FACT.get(lang) choices=contacts lang=lang error=contact_error/>
            <p class="hint">{text::OPEN_CONTACT_HINT.get(lang)}</p>
            <Fieldset name="WISH" legend=about lang=lang error=wish_error>{wishes}</Fieldset>
            {ages}
            <Field name="DAY" label=text::OPEN_DAY.get(lang) kind="date" value=day lang=lang error=day_error autocomplete="off"/>
            {show_submit(text::OPEN, lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}

fn choice(code: String, label: Phrase, chosen: &str, lang: Lang) -> Choice {
    let is_chosen = code == chosen;
    Choice::new(code, label.get(lang), is_chosen)
}

/// The field that ticks a substance.
#[must_use]
pub const fn field_of(substance: Substance) -> &'static str {
    match substance {
        Substance::Alcohol => "WISH_ALCOHOL",
        Substance::Drugs => "WISH_DRUGS",
    }
}

/// A code that the citizen is told now: of a case that has been opened, or in place of one that was lost.
pub struct Opened<'a> {
    pub title: Phrase,
    /// In groups of digits.
    pub code: &'a str,
    pub pseudonym: &'a str,
    /// Whether treatment was wished for.
    pub has_wish: bool,
    /// What each is about, its name in hexadecimal, and how it stands.
    pub cases: &'a [(Substance, String, String)],
}

/// The code, to be read aloud or printed.
pub fn opened_page(meta: PageMeta, at: &AtDesk<'_>, opened: &Opened<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let title_done = opened.title.get(lang);
    let groups: Vec<String> = opened.code.split(' ').map(str::to_owned).collect();
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    let (title, why) = if opened.has_wish {
        (desk_text::READ_ALOUD, text::CODE_WHY)
    } else {
        (text::CODE_FOR_CITIZEN, text::CODE_NOTED)
    };
    let cases = opened.cases.iter().map(|(substance, id, state)| {
        let name = common::capitalised(common::substance(*substance).get(lang));
        view! { <li><span><a href=meta.to(&format!("/desk/sager/{id}"))>{name}</a>": "{state.clone()}</span></li> }
    });
    let cases = cases.collect_view();
    let content = view! {
        <div class="alert alert-success" role="status">
            <div class="alert-body">
                <h1 class="alert-heading">{title_done}</h1>
                <p>{desk_text::SAYS.get(lang)}" "<strong>{opened.pseudonym.to_owned()}</strong></p>
            </div>
        </div>
        <section class="you">
            <h2>{title.get(lang)}</h2>
            <p class="code">{groups}</p>
            <p>{why.get(lang)}</p>
        </section>
        <ul class="lines">{cases}</ul>
        <p class="actions"><a class="button button-secondary" href=meta.to("/desk/sager")>{text::TAB.get(lang)}</a></p>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}
