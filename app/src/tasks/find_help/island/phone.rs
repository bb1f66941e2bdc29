//! The guide awake on the phone: it answers itself, and sends nothing.

use crate::{
    packed::unpack,
    tasks::find_help::{
        island::{GuideError, GuideState},
        text,
    },
    ui::text::SITE,
};
use domain::{Answers, Question};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, PopStateEvent, SubmitEvent};

/// The steps taken, so that the browser's back and forward buttons lead to them again. They are held in
/// memory only: an entry of the history carries its number and no answer.
struct Steps {
    taken: Vec<GuideState>,
    now: usize,
}

/// Takes over from the server, and says so. A choice already made on the page stays. Without a state
/// that can be read, the form goes on working by POST.
pub fn wake() {
    let Some((place, state)) = find() else { return };
    let lang = state.lang;
    let steps = StoredValue::new(Steps { taken: vec![state], now: 0 });
    number_entry(0, false);
    listen(&place, "submit", move |event| submit(&event, steps));
    listen(&window(), "popstate", move |event| revisit(&event, steps));
    if let Ok(Some(note)) = place.query_selector(".privacy-note") {
        note.set_text_content(Some(text::NOTE_ON_PHONE.get(lang)));
    }
}

fn find() -> Option<(Element, GuideState)> {
    let place = document().query_selector(".guide").ok()??;
    let state: GuideState = unpack(&place.get_attribute("data-state")?)?;
    Some((place, GuideState { on_phone: true, ..state }))
}

fn listen(target: &web_sys::EventTarget, event: &str, handler: impl Fn(Event) + 'static) {
    let handler = Closure::<dyn Fn(Event)>::new(handler);
    // Fails only for a target that cannot listen, which an element and the window can.
    let _ = target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
    handler.forget();
}

/// A form of the guide was sent: does here what the server would have done.
fn submit(event: &Event, steps: StoredValue<Steps>) {
    event.prevent_default();
    let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let pressed = event
        .dyn_ref::<SubmitEvent>()
        .and_then(SubmitEvent::submitter)
        .and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value")?)));
    match pressed {
        Some((name, _)) if name == "BACK" => step(steps, GuideState::back),
        Some((name, code)) if name == "ASK" => {
            let question = Question::from_code(&code);
            step(steps, |state| state.again = question);
        }
        _ => answer(&form, steps),
    }
}

fn answer(form: &HtmlFormElement, steps: StoredValue<Steps>) {
    let Ok(data) = FormData::new_with_form(form) else { return };
    let question = data.get("QUESTION").as_string().and_then(|code| Question::from_code(&code));
    let Some(question) = question else { return };
    let given = data.get(question.code()).as_string();
    let choice = given.as_deref().map(|value| Answers::parse([(question.code(), value)]));
    match choice.map(|parsed| parsed.ok().and_then(|answers| answers.get(question))) {
        Some(Some(choice)) => {
            steps.update_value(|steps| steps.taken[steps.now].chosen = Some(choice));
            step(steps, |state| state.answer(question, choice));
        }
        Some(None) => complain(steps, question, GuideError::UnknownAnswer),
        None => complain(steps, question, GuideError::NothingChosen),
    }
}

/// Takes one step on from the present one.
fn step(steps: StoredValue<Steps>, change: impl FnOnce(&mut GuideState)) {
    steps.update_value(|steps| {
        let mut next = steps.taken[steps.now].clone();
        next.chosen = None;
        change(&mut next);
        steps.now += 1;
        steps.taken.truncate(steps.now);
        steps.taken.push(next);
        number_entry(steps.now, true);
    });
    arrive(steps);
}

/// The browser's back or forward button was used. Entries without a number are links within the page.
fn revisit(event: &Event, steps: StoredValue<Steps>) {
    let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
    let number = state.and_then(|state| state.as_string()).and_then(|number| number.parse().ok());
    let moved = steps.try_update_value(|steps| match number {
        Some(number) if number != steps.now && number < steps.taken.len() => {
            steps.now = number;
            true
        }
        _ => false,
    });
    if moved == Some(true) {
        arrive(steps);
    }
}

/// Gives the present entry of the history, or a new one, the number of a step.
fn number_entry(number: usize, new: bool) {
    let Ok(history) = window().history() else { return };
    let number = JsValue::from_str(&number.to_string());
    // Without a history the guide works all the same; only the back button leaves it.
    let _ = if new { history.push_state(&number, "") } else { history.replace_state(&number, "") };
}

/// Shows a step from its top, with the focus on its heading.
fn arrive(steps: StoredValue<Steps>) {
    show(steps);
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("question");
}

fn complain(steps: StoredValue<Steps>, question: Question, problem: GuideError) {
    steps.update_value(|steps| {
        let state = &mut steps.taken[steps.now];
        state.again = Some(question);
        state.problem = Some(problem);
    });
    show(steps);
    focus("error-summary");
}

fn show(steps: StoredValue<Steps>) {
    if let Ok(Some(place)) = document().query_selector(".guide") {
        place.set_inner_html(&steps.with_value(|steps| steps.taken[steps.now].markup()));
        let title = steps.with_value(|steps| steps.taken[steps.now].title());
        document().set_title(&[&title, " – ", SITE].concat());
    }
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
