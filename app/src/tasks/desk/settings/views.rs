//! What a desk has opened, what it promises, and when it is closed.

use crate::{
    tasks::desk::{
        absence::text as absence_text,
        shell::{AtDesk, desk_page},
        text,
        views::{Notices, show_submit},
    },
    ui::{
        choices::{Checkbox, Choice, Fieldset, Legend, RadioGroup},
        document::PageMeta,
        error_summary::{ErrorMessage, error_id},
        fields::{Field, Hidden},
    },
};
use domain::{BookingKind, EnglishHelp, Lang};
use leptos::prelude::*;

/// A kind of booking, as it is or was typed.
#[derive(Clone)]
pub struct KindForm {
    pub kind: BookingKind,
    pub open: bool,
    /// Minutes, pause, notice in hours, days ahead, at most a day.
    pub numbers: [String; 5],
    /// Where one calls or comes, in the centre's own words.
    pub place: String,
}

impl KindForm {
    /// The fields of the numbers.
    pub const FIELDS: [&'static str; 5] = ["MINUTES", "BUFFER", "NOTICE", "HORIZON", "CAPACITY"];
}

/// What the page shows.
pub struct SettingsPage<'a> {
    pub kinds: &'a [KindForm],
    pub promise: &'a str,
    pub english: Option<EnglishHelp>,
}

/// `/desk/indstillinger`.
pub fn settings_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &SettingsPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let action = meta.to("/desk/indstillinger");
    let kinds = page.kinds.iter().map(|form| show_kind_form(&action, &notices, form, lang)).collect_view();
    let (promise, promise_error) = (page.promise.to_owned(), notices.at("PROMISE"));
    let content = view! {
        <h1>{text::SETTINGS.get(lang)}</h1>
        <h2>{text::KINDS.get(lang)}</h2>
        <div class="kinds">{kinds}</div>
        <div class="side-by-side">
            <section class="panel">
            <h2>{text::PROMISE.get(lang)}</h2>
            <form method="post" action=action.clone()>
            <Hidden fields=vec![("DO", "PROMISE".to_owned())]/>
            <Field name="PROMISE" label=text::PROMISE_DAYS.get(lang) hint=text::PROMISE_HINT.get(lang) value=promise lang=lang error=promise_error autocomplete="off" spellcheck="false"/>
            {show_submit(text::SAVE, lang)}
        </form>
            </section>
            {show_english_form(&action, page.english, lang)}
        </div>
        <p><a href=meta.to("/desk/fravaer")>{absence_text::CLOSE_DAYS.get(lang)}</a></p>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// What the centre says of talks in English.
fn show_english_form(action: &str, english: Option<EnglishHelp>, lang: Lang) -> AnyView {
    let mut choices: Vec<_> = EnglishHelp::ALL
        .iter()
        .map(|help| Choice::new(help.code(), text::english(*help).get(lang), english == Some(*help)))
        .collect();
    choices.push(Choice::new("", text::ENGLISH_UNSAID.get(lang), english.is_none()));
    let legend = Legend::Unseen(text::ENGLISH.get(lang).to_owned());
    let hint = Some(text::ENGLISH_HINT.get(lang).to_owned());
    view! {
        <section class="panel">
            <h2>{text::ENGLISH.get(lang)}</h2>
            <form method="post" action=action.to_owned()>
                <Hidden fields=vec![("DO", "ENGLISH".to_owned())]/>
                <RadioGroup name="ENGLISH" legend=legend choices=choices lang=lang hint=hint/>
                {show_submit(text::SAVE, lang)}
            </form>
        </section>
    }
    .into_any()
}

fn show_kind_form(action: &str, notices: &Notices, form: &KindForm, lang: Lang) -> AnyView {
    let code = form.kind.code();
    let fields = vec![("DO", "KIND".to_owned()), ("KIND", code.to_owned())];
    // A call takes no time of its own.
    let numbers = if form.kind == BookingKind::Callback {
        let fields: Vec<_> = KindForm::FIELDS.into_iter().zip(form.numbers.clone()).collect();
        view! { <Hidden fields=fields/> }.into_any()
    } else {
        show_number_fields(notices, form, lang)
    };
    let place = (!matches!(form.kind, BookingKind::Online | BookingKind::Callback)).then(|| {
        let id = format!("{code}-PLACE");
        let error = notices.at(&id);
        view! { <Field id=id name="PLACE" label=text::PLACE.get(lang) hint=text::PLACE_HINT.get(lang) value=form.place.clone() lang=lang error=error autocomplete="off" maxlength=200/> }
    });
    let (id, open) = (format!("{code}-OPEN"), form.open);
    let legend = Legend::Unseen(text::kind(form.kind).get(lang).to_owned());
    let is_wrong = notices.problems.iter().any(|problem| problem.field.starts_with(code));
    let state = text::kind_state(open.then_some(form.numbers[0].as_str()), form.kind, lang);
    view! {
        <details class="panel" open=is_wrong>
            <summary><span><strong>{text::kind(form.kind).get(lang)}</strong>" · "{state}</span></summary>
            <form method="post" action=action.to_owned()>
                <Hidden fields=fields/>
                <Fieldset name=code legend=legend lang=lang>
                    <Checkbox id=id name="OPEN" label=text::OPEN.get(lang) checked=open/>
                    {numbers}
                    {place}
                    {show_submit(text::SAVE, lang)}
                </Fieldset>
            </form>
        </details>
    }
    .into_any()
}

/// The numbers of a kind. What is wrong with one of them is told above all: the sentence is about them together.
fn show_number_fields(notices: &Notices, form: &KindForm, lang: Lang) -> AnyView {
    let labels = [text::MINUTES, text::BUFFER, text::NOTICE, text::HORIZON, text::CAPACITY];
    let id = |field: &str| format!("{}-{field}", form.kind.code());
    let first = id(KindForm::FIELDS[0]);
    let error = notices.at(&first);
    let fields = KindForm::FIELDS
        .into_iter()
        .zip(labels)
        .zip(form.numbers.clone())
        .map(|((name, label), value)| {
            let shared = error.is_some().then(|| error_id(&first));
            view! { <Field id=id(name) name=name label=label.get(lang) value=value lang=lang shared_error=shared inputmode="numeric" autocomplete="off" maxlength=5/> }
        })
        .collect_view();
    view! { <ErrorMessage field=first message=error lang=lang/><div class="numbers">{fields}</div> }
        .into_any()
}
