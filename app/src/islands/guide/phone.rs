//! The guide awake on the phone: it answers itself, and sends nothing.

use super::{GuideState, Problem};
use domain::{Answers, Question};
use leptos::{ev::SubmitEvent, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{FormData, HtmlElement, HtmlFormElement};

/// Takes over from the server: says so, and follows the browser's back button.
pub fn wake(state: RwSignal<GuideState>, awake: RwSignal<bool>) {
    Effect::new(move || awake.set(true));
    let back = Closure::<dyn Fn()>::new(move || {
        state.update(GuideState::back);
        show_top();
    });
    window().set_onpopstate(Some(back.as_ref().unchecked_ref()));
    back.forget();
}

/// The form of a question was sent: takes the answer here instead.
pub fn submit(event: &SubmitEvent, state: RwSignal<GuideState>, question: Question) {
    event.prevent_default();
    if submitter(event).is_some_and(|button| button.get_attribute("name").as_deref() == Some("BACK")) {
        state.update(GuideState::back);
        show_top();
        return;
    }
    let chosen = event
        .target()
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        .and_then(|form| FormData::new_with_form(&form).ok())
        .and_then(|data| data.get(question.code()).as_string());
    let answer = chosen.map(|value| Answers::parse([(question.code(), value.as_str())]));
    match answer.map(|parsed| parsed.ok().and_then(|parsed| parsed.get(question))) {
        Some(Some(choice)) => {
            state.update(|state| state.answer(question, choice));
            // A history entry a step, without address or answer, for the phone's own back button.
            if let Ok(history) = window().history() {
                let _ = history.push_state(&JsValue::NULL, "");
            }
            show_top();
        }
        Some(None) => complain(state, Problem::UnknownAnswer),
        None => complain(state, Problem::NothingChosen),
    }
}

/// "Change" beside an answer was pressed.
pub fn ask_again(event: &SubmitEvent, state: RwSignal<GuideState>) {
    event.prevent_default();
    let question = submitter(event)
        .and_then(|button| button.get_attribute("value"))
        .and_then(|code| Question::from_code(&code));
    if question.is_some() {
        state.update(|state| state.again = question);
        show_top();
    }
}

fn complain(state: RwSignal<GuideState>, problem: Problem) {
    state.update(|state| state.problem = Some(problem));
    focus("error-summary");
}

fn submitter(event: &SubmitEvent) -> Option<HtmlElement> {
    event.submitter().and_then(|element| element.dyn_into().ok())
}

/// Puts the new heading in view and reads it out.
fn show_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("question");
}

/// Moves the focus once the new step has been rendered.
fn focus(id: &'static str) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    });
}
