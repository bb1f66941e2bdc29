//! The calculator as an island: the form of the page, and once awake the answer to it on the phone.
//!
//! Until it wakes, and where it never does, the form goes by POST.

use crate::tasks::deadline::{
    answer::{DeadlineAnswer, DeadlineGrounds, show_deadline},
    form::{AskedQuestion, DeadlineForm, show_fields, show_problems},
    text,
};
use chrono::NaiveDate;
use domain::{Deadline, DeadlineCase, Lang, LocalDay, find_deadline};
use leptos::{ev::SubmitEvent, html, prelude::*};
use serde::{Deserialize, Serialize};

/// All that the phone is told: nothing of who reads, and every time limit of the standard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Calculator {
    pub lang: Lang,
    /// Where the form goes while the island sleeps.
    pub action: String,
    /// Which day is asked for.
    pub day_hint: String,
    /// What is asked.
    pub questions: Vec<AskedQuestion>,
    pub table: Vec<(Deadline, DeadlineGrounds)>,
    /// The day on which the page was made: year, month, day. (To read a date from text costs 9 kB.)
    pub today: (i32, u32, u32),
}

/// Looks a case up in the table, and counts its days.
fn answer(
    table: &[(Deadline, DeadlineGrounds)],
    case: &DeadlineCase,
    today: LocalDay,
) -> Option<DeadlineAnswer> {
    let (deadline, grounds) = find_deadline(table, case)?;
    let latest = deadline.latest(case.day);
    Some(DeadlineAnswer { latest, today, grounds: grounds.clone() })
}

impl Calculator {
    /// What the page provides as context.
    #[cfg(feature = "ssr")]
    fn find() -> Option<(Self, String)> {
        use_context::<Self>().map(|calculator| (calculator.clone(), crate::packed::pack(&calculator)))
    }

    /// What the server has written into the page, where it stays.
    #[cfg(not(feature = "ssr"))]
    fn find() -> Option<(Self, String)> {
        let place = document().query_selector("[data-calculator]").ok()??;
        let calculator = crate::packed::unpack(&place.get_attribute("data-calculator")?)?;
        Some((calculator, String::new()))
    }

    /// A calculator that knows nothing, and leaves the form to the server.
    const fn unknowing() -> Self {
        Self {
            lang: Lang::Da,
            action: String::new(),
            day_hint: String::new(),
            questions: Vec::new(),
            table: Vec::new(),
            today: (0, 0, 0),
        }
    }
}

/// The calculator. The page provides a [`Calculator`] as context; to the phone it travels as an attribute.
/// `children` is what can be done now, below the answer.
#[island]
pub fn DeadlineCalculator(children: Children) -> impl IntoView {
    let (calculator, packed) = Calculator::find().unwrap_or((Calculator::unknowing(), String::new()));
    let Calculator { lang, action, day_hint, questions, table, today: (year, month, day) } = calculator;
    let today = LocalDay::new(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    let counts = !table.is_empty();
    let form = RwSignal::new(DeadlineForm::default());
    let answered = RwSignal::new(None::<DeadlineAnswer>);
    let awake = RwSignal::new(false);
    // Runs on the phone only, once the form listens.
    Effect::new(move |_| awake.set(counts));
    let (problems_at, answer_at) = (NodeRef::<html::Div>::new(), NodeRef::<html::Section>::new());
    let submit = move |event: SubmitEvent| {
        if !counts {
            return;
        }
        event.prevent_default();
        let (typed, case) = DeadlineForm::check(read_fields(&event));
        let found = case.and_then(|case| answer(&table, &case, today));
        let is_answered = found.is_some();
        form.set(typed);
        answered.set(found);
        // The views follow the signals first.
        request_animation_frame(move || {
            let _ = if is_answered {
                answer_at.get_untracked().map(|place| (place.focus(), place.scroll_into_view()).0)
            } else {
                problems_at.get_untracked().map(|place| place.focus())
            };
        });
    };
    let note = move || if awake.get() { text::PRIVATE_ON_PHONE } else { text::PRIVATE }.get(lang);
    view! {
        <div tabindex="-1" node_ref=problems_at>{move || show_problems(&form.read(), lang)}</div>
        <h1>{text::TITLE.get(lang)}</h1>
        <p class="lead">{text::INTRO.get(lang)}</p>
        <section class="you" role="status" tabindex="-1" node_ref=answer_at hidden=move || answered.read().is_none()>
            <h2>{text::ANSWER.get(lang)}</h2>
            {move || answered.get().map(|answer| show_deadline(answer, |text, _| text.into_any(), lang))}
            {children()}
        </section>
        <form method="post" action=action class="deadline" autocomplete="off" data-calculator=packed on:submit=submit>
            {move || show_fields(&form.read(), &questions, &day_hint, lang)}
            <p class="hint">{note}</p>
            <div class="actions"><button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button></div>
        </form>
    }
}

/// The fields of the form that is sent, as they were typed.
#[cfg(feature = "hydrate")]
fn read_fields(event: &SubmitEvent) -> [String; 6] {
    use wasm_bindgen::JsCast;
    use web_sys::{FormData, HtmlFormElement};
    let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    DeadlineForm::FIELDS
        .map(|name| data.as_ref().and_then(|data| data.get(name).as_string()).unwrap_or_default())
}

/// Nothing is sent to an island on the server.
#[cfg(not(feature = "hydrate"))]
fn read_fields(_event: &SubmitEvent) -> [String; 6] {
    <[String; 6]>::default()
}
