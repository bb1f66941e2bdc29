//! Yardstick: decisions a second on one core: four questions in every municipality.

use domain::{
    LocalDay, Substance, Treatment,
    decide::{self, Counselling, GiftCards, GuaranteeClock, IntakeRoute, Setting},
};
use server::standards;
use std::{hint::black_box, time::Instant};

const ROUNDS: u32 = 200_000;

fn main() {
    let standards = standards::load(None).expect("the built-in standards");
    let day = LocalDay::parse("2025-03-10").expect("a day").begins();
    let clock = GuaranteeClock {
        age: 40,
        substance: Substance::Drugs,
        treatment: Treatment::Outpatient,
        offered_by_municipality: true,
        free_choice_used: false,
        serious_social_and_behavioural_problems: false,
        contacts: vec![decide::ContactEvent {
            contact_at: day,
            channel: domain::Channel::Phone,
            contact_by: decide::ContactBy::Citizen,
            wish_for_treatment: true,
        }],
        treatment_started_at: None,
        evaluated_at: Some(day),
    };
    let talk =
        Counselling { age: 20, conversation_number: 2, need_for_more: false, setting: Setting::Center };
    let route = IntakeRoute { age: 35, substance: Substance::Drugs, children_under_18_at_home: true };
    let cards = GiftCards {
        age: None,
        substance: Substance::Drugs,
        booked: None,
        attended: 9,
        attended_followup: 0,
        no_shows_without_cancellation: 0,
        completed: true,
        positive_drug_test: false,
    };
    let begun = Instant::now();
    let mut decisions = 0_u32;
    for _ in 0..ROUNDS {
        for standard in &standards {
            let rules = &standard.rules;
            let _ = black_box(decide::guarantee_clock(rules, black_box(&clock)));
            black_box(decide::anonymous_counselling(rules, black_box(&talk)));
            black_box(decide::intake_route(rules, black_box(&route)));
            black_box(decide::gift_cards(rules, black_box(&cards)));
            decisions += 4;
        }
    }
    let rate = f64::from(decisions) / begun.elapsed().as_secs_f64();
    println!("decisions on one core              {:.2} million/s (aim 1)", rate / 1e6);
}
