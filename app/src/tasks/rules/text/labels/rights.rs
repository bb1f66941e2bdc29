//! Names of the rules about targets, complaints, payment and particular needs.

use crate::phrase::{Phrase, phrase as p};

pub const MONITORING: [(&str, Phrase); 10] = [
    ("wellbeing", p("Måling af trivsel", "Measuring well-being")),
    ("other_tools", p("Andre redskaber", "Other tools")),
    ("user_survey", p("Spørgsmål om, hvad du synes", "Asking what you think")),
    ("involvement", p("Hvordan du er med til at bestemme", "How you have a say")),
    ("target_effect", p("Mål for virkning", "Target for effect")),
    ("target_effect_percent", p("Målet i procent", "The target in percent")),
    ("target_return", p("Mål for dem, der kommer igen", "Target for those who come back")),
    ("measured", p("Seneste resultat", "Latest result")),
    ("registers", p("Landets registre", "National registers")),
    ("course_length", p("Så længe varer et forløb typisk", "How long a course usually lasts")),
];

pub const COMPLAINTS: [(&str, Phrase); 41] = [
    ("drug_decision", p("Afgørelser om stoffer", "Decisions about drugs")),
    ("recipient", p("Hvem der først får klagen", "Who gets the complaint first")),
    ("channels", p("Måder at klage på", "Ways to complain")),
    ("deadline_weeks", p("Frist", "Time limit")),
    ("counted_from", p("Fristen løber fra", "The limit runs from")),
    ("must_be_received_in_time", p("Skal klagen nå frem til tiden?", "Must it arrive in time?")),
    ("reassessment_weeks", p("Tid til at se på sagen igen", "Time for a new look")),
    ("not_upheld", p("Hvis du ikke får ret", "If they do not agree")),
    ("upheld", p("Hvis du får ret", "If you are right")),
    ("guarantee_breach", p("Når de 14 dage ikke holder", "When the 14 days are broken")),
    ("alcohol_decision", p("Afgørelser om alkohol", "Decisions about alcohol")),
    ("alcohol_other", p("Andet om behandling for alkohol", "Other matters about alcohol treatment")),
    ("anonymous_decision", p("Afgørelser om anonym behandling", "Decisions about anonymous treatment")),
    ("health", p("Den del, der handler om helbred", "The health part")),
    ("confidentiality", p("Tavshed og journal", "Secrecy and records")),
    ("health_channel", p("Sådan klager du om helbred", "How to complain about health")),
    ("health_deadline", p("Frist, når det gælder helbred", "Time limit for health")),
    ("staff", p("Ansatte", "Staff")),
    ("information", p("Manglende information og uretfærdige regler", "Missing information, unfair rules")),
    ("no_deadline", p("Klager uden frist", "Complaints without a limit")),
    ("pregnant", p("Gravide", "Pregnant citizens")),
    ("citizen_adviser", p("Borgerrådgiver", "The citizen adviser")),
    ("whistleblower", p("Whistleblower", "Whistleblower")),
    ("who_may_help", p("Hvem der må hjælpe dig", "Who may help you")),
    ("guidance", p("Hvor du kan læse mere", "Where to read more")),
    ("refusal_help", p("Hjælp efter et afslag", "Help after a refusal")),
    ("decision_recipient", p("Får klager over afgørelser", "Receives complaints about decisions")),
    (
        "decision_recipient_under_18",
        p("Får dem, når du er under 18 år", "Receives them when you are under 18"),
    ),
    ("oral_for", p("Du kan klage mundtligt over", "You can complain orally about")),
    ("onward_body", p("Ser på sagen bagefter", "Looks at the case afterwards")),
    ("alcohol_decisions", p("Klage over afgørelser om alkohol", "Complaining about decisions on alcohol")),
    ("health_recipient", p("Får klager over helbred", "Receives complaints about health")),
    ("health_advice_body", p("Kan spørges om helbred", "Can be asked about health")),
    (
        "pregnant_contract",
        p(
            "Kan gravide klage over en manglende kontrakt?",
            "Can pregnant citizens complain about a missing contract?",
        ),
    ),
    ("staff_recipient", p("Får klager over ansatte", "Receives complaints about staff")),
    ("staff_further_body", p("Næste sted, ansatte", "Next body, staff")),
    ("staff_for", p("Klager over ansatte gælder", "Complaints about staff apply to")),
    (
        "staff_without_deadline",
        p("Klager over ansatte uden frist?", "Complaints about staff without a limit?"),
    ),
    ("case_recipient", p("Får klager over sagens gang", "Receives complaints about the handling of a case")),
    ("case_further_body", p("Næste sted, sagens gang", "Next body, handling of a case")),
    (
        "case_without_deadline",
        p("Klager over sagens gang uden frist?", "Complaints about case handling without a limit?"),
    ),
];

pub const PAYMENT: [(&str, Phrase); 7] = [
    ("outpatient", p("Når du bor hjemme", "While living at home")),
    ("drug_inpatient", p("Døgn, stoffer", "Inpatient, drugs")),
    ("alcohol_inpatient", p("Døgn, alkohol", "Inpatient, alcohol")),
    ("amounts", p("Beløb", "Amounts")),
    ("other", p("Andre udgifter", "Other costs")),
    ("self_referral", p("Uden henvisning", "Without a referral")),
    ("rates", p("Hvor priserne står", "Where rates are found")),
];

pub const SPECIAL: [(&str, Phrase); 12] = [
    ("pregnant_clinic", p("Hjælp til gravide", "Help for pregnant citizens")),
    ("pregnant_contract", p("Kontrakt i døgnbehandling", "The contract in inpatient treatment")),
    ("detention", p("Når man kan holdes tilbage", "When one may be kept back")),
    ("contraception", p("Prævention", "Contraception")),
    ("told_of_notification", p("Når der er givet besked om et barn", "Being told of a notification")),
    ("cognitive", p("Når det er svært at huske og forstå", "When remembering and understanding is hard")),
    ("mental_health", p("Samarbejde med psykiatrien", "Working with psychiatry")),
    ("hepatitis", p("Hepatitis og hiv", "Hepatitis and HIV")),
    ("nada", p("Øreakupunktur (NADA)", "Ear acupuncture (NADA)")),
    ("outreach", p("Hjælp, der kommer ud til dig", "Help that comes to you")),
    ("take_home", p("Medicin med hjem", "Medicine to take home")),
    ("prison", p("Fængsel og Kriminalforsorgen", "Prison and probation")),
];
