//! The forty keys that decide what a municipality's pages promise, in the order in which they are best looked up.

/// A key, the question to ask of the standard, and how an answer is written.
pub struct DecidingKey {
    pub group: &'static str,
    pub key: &'static str,
    pub question: &'static str,
    pub example: &'static str,
}

const fn ask(
    group: &'static str,
    key: &'static str,
    question: &'static str,
    example: &'static str,
) -> DecidingKey {
    DecidingKey { group, key, question, example }
}

pub const DECIDING: [DecidingKey; 40] = [
    ask(
        "identity",
        "substances",
        "Handler standarden om alkohol (ALCOHOL), stoffer (DRUGS) eller begge dele?",
        r#"{ value = ["ALCOHOL", "DRUGS"], source = ["§1"] }"#,
    ),
    ask(
        "identity",
        "valid_to",
        "Til og med hvilken dag gælder den?",
        r#"{ value = 2027-12-31, source = ["§1"] }"#,
    ),
    ask(
        "contact",
        "referral_needed",
        "Skal man henvises for at få hjælp? true eller false",
        r#"{ value = false, source = ["§2"] }"#,
    ),
    ask(
        "contact",
        "channels",
        "Hvordan siger den, at man kan få kontakt? PHONE, IN_PERSON, APPOINTMENT, WRITTEN, EMAIL, WEBSITE, VIRTUAL, AT_HOME, AT_SCHOOL, ORAL",
        r#"{ value = ["PHONE", "IN_PERSON"], source = ["§2"] }"#,
    ),
    ask(
        "contact",
        "anonymous_contact",
        "Må man være anonym, når man spørger?",
        r#"{ value = true, source = ["§2"] }"#,
    ),
    ask(
        "contact",
        "counselling_bookable_online",
        "Siger den, at man kan booke en samtale på nettet?",
        r#"{ value = true, source = ["§2"] }"#,
    ),
    ask(
        "contact",
        "callback_bookable_online",
        "Siger den, at man kan bestille et opkald på nettet?",
        r#"{ value = true, source = ["§2"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "adults_anonymous",
        "Kan voksne få råd uden at sige, hvem de er?",
        r#"{ value = true, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "adults_max",
        "Hvor mange sådanne samtaler højst? Er der intet tal, så \"silent\"",
        r#"{ value = 5, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "no_fixed_number",
        "Siger den selv, at der ikke er sat et tal?",
        r#"{ value = true, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "under_18_max",
        "Hvor mange anonyme samtaler højst under 18 år?",
        r#"{ value = 2, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "youngest_age",
        "Fra hvilken alder? Uden laveste alder: 0",
        r#"{ value = 13, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_counselling",
        "without_parents_ages",
        "I hvilken alder skal forældre ikke spørges?",
        r#"{ value = { from = 15, to = 17 }, source = ["§3"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "offered",
        "Tilbyder kommunen anonym behandling for stoffer (SEL §101a)?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "ages",
        "For hvilken alder?",
        r#"{ value = { from = 18 }, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "housing_required",
        "Skal man have et sted at bo?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "work_or_education_required",
        "Skal man være i arbejde eller uddannelse?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "no_medicine_required",
        "Er man udelukket, når man har brug for medicin?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_drug_treatment",
        "other_challenges_exclude",
        "Er man udelukket, når man har andre udfordringer?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "anonymous_alcohol_treatment",
        "on_request",
        "Kan man få alkoholbehandling anonymt, hvis man beder om det (SUL §141, stk. 7)?",
        r#"{ value = true, source = ["§4"], law = ["SUL §141, stk. 7"] }"#,
    ),
    ask(
        "anonymous_alcohol_treatment",
        "ends_with_prescription_medicine",
        "Slutter det, når man får medicin på recept?",
        r#"{ value = true, source = ["§4"] }"#,
    ),
    ask(
        "guarantee",
        "length_days",
        "Hvor mange dage venter man højst på behandling?",
        r#"{ value = 14, source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "starts_with",
        "Hvad sætter dagene i gang? CONTACT, FIRST_CONTACT, FIRST_PERSONAL_CONTACT, CONTACT_WISHING_TREATMENT",
        r#"{ value = "CONTACT", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "ends_with",
        "Hvad skal være sket inden da? TREATMENT_STARTED (begyndt) eller TREATMENT_OFFERED (tilbudt)",
        r#"{ value = "TREATMENT_STARTED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "drug_outpatient",
        "Gælder dagene for stoffer, mens man bor hjemme? COVERED, NOT_COVERED, CONDITIONAL, NOT_EXCEPTED",
        r#"{ value = "COVERED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "alcohol_outpatient",
        "Gælder de for alkohol, mens man bor hjemme?",
        r#"{ value = "COVERED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "day_treatment",
        "Gælder de for dagbehandling?",
        r#"{ value = "NOT_COVERED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "inpatient",
        "Gælder de for døgnbehandling?",
        r#"{ value = "NOT_COVERED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "under_18_drugs",
        "Gælder de for stoffer under 18 år?",
        r#"{ value = "CONDITIONAL", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "anonymous_drug",
        "Gælder de for anonym behandling for stoffer?",
        r#"{ value = "NOT_COVERED", source = ["§5"] }"#,
    ),
    ask(
        "guarantee",
        "free_choice_claim",
        "Hvad bliver der af dagene, når man selv vælger et andet sted? NO_CLAIM eller WAIVABLE",
        r#"{ value = "WAIVABLE", source = ["§5"] }"#,
    ),
    ask(
        "intake",
        "covers_under_18",
        "Gælder standarden også under 18 år?",
        r#"{ value = false, source = ["§1"] }"#,
    ),
    ask(
        "intake",
        "adult_unit_age",
        "Fra hvilken alder kommer man til stedet for voksne, når der også er et for unge?",
        r#"{ value = 25, source = ["§2"] }"#,
    ),
    ask(
        "consent",
        "custody_holder_for",
        "For hvad skal forældre sige ja under 18 år?",
        r#"{ value = ["DRUGS"], source = ["§6"] }"#,
    ),
    ask(
        "relatives",
        "adults_individual_max",
        "Hvor mange samtaler kan en pårørende højst få?",
        r#"{ value = 3, source = ["§7"] }"#,
    ),
    ask(
        "relatives",
        "divided_by_user_age",
        "Gælder tallet kun, når den anden er i en bestemt alder? false: det gælder alle",
        r#"{ value = false, source = ["§7"] }"#,
    ),
    ask(
        "relatives",
        "user_must_be_enrolled",
        "Skal den anden være i behandling, før en pårørende kan få hjælp?",
        r#"{ value = false, source = ["§7"] }"#,
    ),
    ask(
        "complaints",
        "deadline_weeks",
        "Hvor mange uger har man til at klage over en afgørelse?",
        r#"{ value = 4, source = ["§8"] }"#,
    ),
    ask(
        "complaints",
        "counted_from",
        "Regnet fra hvad? DECISION_RECEIVED eller DECISION_MADE",
        r#"{ value = "DECISION_RECEIVED", source = ["§8"] }"#,
    ),
    ask(
        "complaints",
        "decision_recipient",
        "Hvem skal klagen sendes til først?",
        r#"{ value = { code = "centre", name = { da = "Centret", en = "The centre" } }, source = ["§8"] }"#,
    ),
];
