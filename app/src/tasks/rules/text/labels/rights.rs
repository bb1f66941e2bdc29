//! Names of the rules about targets, complaints, payment and particular needs.

use crate::phrase::{Phrase, phrase as p};

pub const MONITORING: [(&str, Phrase); 10] = [
    ("wellbeing", p("Måling af trivsel", "Measuring well-being")),
    ("other_tools", p("Andre redskaber", "Other tools")),
    ("user_survey", p("Når centret spørger, hvad du synes", "When the centre asks what you think")),
    ("involvement", p("Hvordan du er med til at bestemme", "How you have a say")),
    ("target_effect", p("Mål for virkning", "Target for effect")),
    ("target_effect_percent", p("Målet i procent", "The target in percent")),
    ("target_return", p("Mål for dem, der kommer igen", "Target for those who come back")),
    ("measured", p("Seneste resultat", "Latest result")),
    ("registers", p("Nationale registre", "National registers")),
    ("course_length", p("Så længe varer et forløb typisk", "How long a course usually lasts")),
];

pub const COMPLAINTS: [(&str, Phrase); 46] = [
    ("drug_decision", p("Afgørelser om stoffer", "Decisions about drugs")),
    ("recipient", p("Hvem der først får klagen", "Who gets the complaint first")),
    ("channels", p("Sådan kan du klage", "Ways to complain")),
    ("deadline_weeks", p("Frist for at klage", "Time limit for complaining")),
    ("counted_from", p("Hvornår fristen begynder", "When the time limit begins")),
    ("must_be_received_in_time", p("Skal klagen nå frem inden fristen?", "Does it have to arrive in time?")),
    ("reassessment_weeks", p("Tid til at se på sagen igen", "Time for a new look at the case")),
    ("not_upheld", p("Hvis du ikke får medhold", "If your complaint is not upheld")),
    ("upheld", p("Hvis du får medhold", "If your complaint is upheld")),
    (
        "guarantee_breach",
        p("Når fristen for behandling ikke er holdt", "When the time limit for treatment is not kept"),
    ),
    ("alcohol_decision", p("Afgørelser om alkohol", "Decisions about alcohol")),
    ("alcohol_other", p("Andet om behandling for alkohol", "Other matters about alcohol treatment")),
    ("anonymous_decision", p("Afgørelser om anonym behandling", "Decisions about anonymous treatment")),
    ("health", p("Den del, der handler om helbred", "The part about health")),
    ("confidentiality", p("Tavshedspligt og journal", "Confidentiality and records")),
    ("health_channel", p("Sådan klager du om helbred", "How to complain about health")),
    ("health_deadline", p("Frist, når det gælder helbred", "Time limit for health")),
    ("staff", p("Ansatte", "Staff")),
    ("information", p("Manglende information og uretfærdige regler", "Missing information, unfair rules")),
    ("no_deadline", p("Klager uden frist", "Complaints without a time limit")),
    ("pregnant", p("Gravide", "Pregnant citizens")),
    ("citizen_adviser", p("Borgerrådgiver", "The citizen adviser")),
    ("whistleblower", p("Whistleblower", "Whistleblower")),
    ("who_may_help", p("Hvem der må hjælpe dig", "Who may help you")),
    ("guidance", p("Hvor du kan læse mere", "Where to read more")),
    ("refusal_help", p("Hjælp efter et afslag", "Help after a refusal")),
    ("decision_recipient", p("Hvem der får klager over afgørelser", "Who gets complaints about decisions")),
    (
        "decision_recipient_under_18",
        p("Hvem der får klagen, når du er under 18 år", "Who gets the complaint when you are under 18"),
    ),
    ("oral_for", p("Hvad du kan klage mundtligt over", "What you can complain about orally")),
    ("onward_body", p("Hvem der ser på sagen bagefter", "Who looks at the case afterwards")),
    ("alcohol_decisions", p("Klage over afgørelser om alkohol", "Complaining about decisions on alcohol")),
    ("health_recipient", p("Hvem der får klager over helbred", "Who gets complaints about health")),
    ("health_advice_body", p("Hvem du kan spørge om helbred", "Who you can ask about health")),
    (
        "pregnant_contract",
        p(
            "Kan gravide klage over en manglende kontrakt?",
            "Can pregnant citizens complain about a missing contract?",
        ),
    ),
    ("staff_recipient", p("Hvem der får klager over ansatte", "Who gets complaints about staff")),
    (
        "staff_further_body",
        p("Hvis du ikke får medhold i en klage over ansatte", "If a complaint about staff is not upheld"),
    ),
    ("staff_for", p("Hvad klager over ansatte gælder", "What complaints about staff apply to")),
    (
        "staff_without_deadline",
        p("Kan du klage over ansatte uden frist?", "Can you complain about staff without a time limit?"),
    ),
    (
        "case_recipient",
        p("Hvem der får klager over sagens gang", "Who gets complaints about the handling of a case"),
    ),
    (
        "case_further_body",
        p(
            "Hvis du ikke får medhold i en klage over sagens gang",
            "If a complaint about the handling of a case is not upheld",
        ),
    ),
    (
        "case_without_deadline",
        p(
            "Kan du klage over sagens gang uden frist?",
            "Can you complain about the handling of a case without a time limit?",
        ),
    ),
    ("case_for", p("Hvad klager over sagens gang også gælder", "What complaints about a case cover")),
    ("health_for", p("Hvad klager over helbred gælder", "What complaints about health apply to")),
    (
        "documents_recipient",
        p("Hvem der får klager over papirer i din sag", "Who gets complaints about the papers of your case"),
    ),
    (
        "documents_without_deadline",
        p("Kan du klage over papirer uden frist?", "Can you complain about papers without a time limit?"),
    ),
    (
        "service_level_recipient",
        p(
            "Hvem der får klager over, hvilke tilbud der er",
            "Who gets complaints about which offers there are",
        ),
    ),
];

pub const PAYMENT: [(&str, Phrase); 7] = [
    ("outpatient", p("Når du bor hjemme", "While living at home")),
    ("drug_inpatient", p("Døgnbehandling for stoffer", "Inpatient treatment for drugs")),
    ("alcohol_inpatient", p("Døgnbehandling for alkohol", "Inpatient treatment for alcohol")),
    ("amounts", p("Beløb", "Amounts")),
    ("other", p("Andre udgifter", "Other costs")),
    ("self_referral", p("Uden henvisning", "Without a referral")),
    ("rates", p("Hvor priserne står", "Where the rates are found")),
];

pub const SPECIAL: [(&str, Phrase); 14] = [
    ("pregnant_clinic", p("Hjælp til gravide", "Help for pregnant citizens")),
    ("pregnant_contract", p("Kontrakt i døgnbehandling", "The contract in inpatient treatment")),
    ("detention", p("Når du kan blive holdt tilbage", "When you can be kept back")),
    ("contraception", p("Prævention", "Contraception")),
    ("told_of_notification", p("Når der er givet besked om et barn", "Being told of a notification")),
    ("cognitive", p("Når det er svært at huske og forstå", "When remembering and understanding is hard")),
    ("mental_health", p("Samarbejde med psykiatrien", "Working with psychiatric services")),
    ("hepatitis", p("Hepatitis og hiv", "Hepatitis and HIV")),
    ("other_methods", p("Metoder ved siden af samtaler", "Methods beside the talks")),
    ("outreach", p("Hjælp, der kommer ud til dig", "Help that comes to you")),
    ("take_home", p("Medicin med hjem", "Medicine to take home")),
    ("prison", p("Fængsel og Kriminalforsorgen", "Prison and probation")),
    ("withdrawal", p("Abstinenser og nedtrapning", "Withdrawal and tapering off")),
    ("poisoning", p("Forgiftning og overdosis", "Poisoning and overdose")),
];
