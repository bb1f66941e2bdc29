//! The name of every topic and every rule, in the order of the municipalities' files.

mod asking;
mod rights;
mod treatment;

use crate::{
    phrase::{Phrase, phrase as p},
    tasks::rules::text::Topic,
};

/// All topics. A test compares the keys with those of `domain::Rules`.
pub const TOPICS: [Topic; 19] = [
    topic("identity", "standarden", p("Om reglerne", "About the rules"), &asking::IDENTITY),
    topic("aims", "formaal", p("Formål og værdier", "Aims and values"), &asking::AIMS),
    topic("contact", "kontakt", p("Sådan får du kontakt", "Getting in touch"), &asking::CONTACT),
    topic(
        "anonymous_counselling",
        "anonyme-raad",
        p("Anonyme råd", "Anonymous advice"),
        &asking::COUNSELLING,
    ),
    topic(
        "relatives",
        "paaroerende",
        p("Hjælp til pårørende", "Help for family and friends"),
        &asking::RELATIVES,
    ),
    topic(
        "anonymous_drug_treatment",
        "anonym-stofbehandling",
        p("Anonym behandling for stoffer", "Anonymous treatment for drugs"),
        &asking::ANONYMOUS_DRUGS,
    ),
    topic(
        "anonymous_alcohol_treatment",
        "anonym-alkoholbehandling",
        p("Anonym behandling for alkohol", "Anonymous treatment for alcohol"),
        &asking::ANONYMOUS_ALCOHOL,
    ),
    topic(
        "guarantee",
        "de-14-dage",
        p("Fristen for behandling", "The time limit for treatment"),
        &treatment::GUARANTEE,
    ),
    topic("free_choice", "frit-valg", p("Frit valg", "Free choice"), &treatment::FREE_CHOICE),
    topic(
        "intake",
        "vejen-ind",
        p("Vejen ind, og hvem der afgør", "The way in, and who decides"),
        &treatment::INTAKE,
    ),
    topic("consent", "samtykke", p("Samtykke", "Consent"), &treatment::CONSENT),
    topic("children_at_home", "boern", p("Børn i hjemmet", "Children at home"), &treatment::CHILDREN),
    topic("plan", "plan", p("Din plan og dine mål", "Your plan and your goals"), &treatment::PLAN),
    topic(
        "follow_up",
        "opfoelgning",
        p("Når behandlingen er slut", "When treatment has ended"),
        &treatment::FOLLOW_UP,
    ),
    topic(
        "youth_course",
        "move",
        p("Forløb for unge og gavekort", "Courses for the young, and gift cards"),
        &treatment::YOUTH_COURSE,
    ),
    topic("monitoring", "maaling", p("Målinger og mål", "Measuring and targets"), &rights::MONITORING),
    topic("complaints", "klage", p("Klage", "Complaints"), &rights::COMPLAINTS),
    topic("payment", "betaling", p("Betaling", "Payment"), &rights::PAYMENT),
    topic("special_groups", "saerlige-forhold", p("Særlige forhold", "Particular needs"), &rights::SPECIAL),
];

const fn topic(
    group: &'static str,
    slug: &'static str,
    title: Phrase,
    rules: &'static [(&'static str, Phrase)],
) -> Topic {
    Topic { group, slug, title, rules }
}
