//! The guide awake on the phone: it answers itself, and sends nothing.

use super::{GuideState, Problem};
use crate::text::guide as text;
use domain::{Answers, Question};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, SubmitEvent};

/// Takes over from the server, and says so. A choice already made on the page stays. Without a state
/// that can be read, the form goes on working by POST.
pub fn wake() {
    let Some((place, state)) = find() else { return };
    let lang = state.lang;
    let state = StoredValue::new(state);
    listen(&place, "submit", move |event| submit(&event, state));
    // The browser's own back button goes back a question.
    listen(&window(), "popstate", move |_| change(state, GuideState::back));
    if let Ok(Some(note)) = place.query_selector(".privacy-note") {
        note.set_text_content(Some(text::NOTE_ON_PHONE.get(lang)));
    }
}

fn find() -> Option<(Element, GuideState)> {
    let place = document().query_selector(".guide").ok()??;
    let packed = window().atob(&place.get_attribute("data-state")?).ok()?;
    let bytes: Option<Vec<u8>> = packed.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect();
    let state: GuideState = postcard::from_bytes(&bytes?).ok()?;
    Some((place, GuideState { on_phone: true, ..state }))
}

fn listen(target: &web_sys::EventTarget, event: &str, handler: impl Fn(Event) + 'static) {
    let handler = Closure::<dyn Fn(Event)>::new(handler);
    // Fails only for a target that cannot listen, which an element and the window can.
    let _ = target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
    handler.forget();
}

/// A form of the guide was sent: does here what the server would have done.
fn submit(event: &Event, state: StoredValue<GuideState>) {
    event.prevent_default();
    let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let pressed = event
        .dyn_ref::<SubmitEvent>()
        .and_then(SubmitEvent::submitter)
        .and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value")?)));
    match pressed {
        Some((name, _)) if name == "BACK" => change(state, GuideState::back),
        Some((name, code)) if name == "ASK" => {
            let question = Question::from_code(&code);
            change(state, |state| state.again = question);
        }
        _ => answer(&form, state),
    }
}

fn answer(form: &HtmlFormElement, state: StoredValue<GuideState>) {
    let Ok(data) = FormData::new_with_form(form) else { return };
    let question = data.get("QUESTION").as_string().and_then(|code| Question::from_code(&code));
    let Some(question) = question else { return };
    let given = data.get(question.code()).as_string();
    let choice = given.as_deref().map(|value| Answers::parse([(question.code(), value)]));
    match choice.map(|parsed| parsed.ok().and_then(|answers| answers.get(question))) {
        Some(Some(choice)) => {
            // A history entry a step, without address or answer, for the phone's own back button.
            if let Ok(history) = window().history() {
                let _ = history.push_state(&JsValue::NULL, "");
            }
            change(state, |state| state.answer(question, choice));
        }
        Some(None) => complain(state, question, Problem::UnknownAnswer),
        None => complain(state, question, Problem::NothingChosen),
    }
}

/// Changes the state and shows the new step from its top, with the focus on its heading.
fn change(state: StoredValue<GuideState>, change: impl FnOnce(&mut GuideState)) {
    state.update_value(change);
    show(state);
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("question");
}

fn complain(state: StoredValue<GuideState>, question: Question, problem: Problem) {
    state.update_value(|state| {
        state.again = Some(question);
        state.problem = Some(problem);
    });
    show(state);
    focus("error-summary");
}

fn show(state: StoredValue<GuideState>) {
    if let Ok(Some(place)) = document().query_selector(".guide") {
        place.set_inner_html(&state.with_value(GuideState::markup));
    }
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
