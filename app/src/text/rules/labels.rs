//! The name of every topic and every rule, in the order of the municipalities' files.

use super::Topic;
use crate::text::{Phrase, phrase as p};

/// All topics. A test compares the keys with those of `domain::Rules`.
pub const TOPICS: [Topic; 18] = [
    topic("identity", "standarden", p("Om standarden", "About the standard"), &IDENTITY),
    topic("contact", "kontakt", p("Sådan får du kontakt", "Making contact"), &CONTACT),
    topic("anonymous_counselling", "anonyme-raad", p("Anonyme råd", "Anonymous advice"), &COUNSELLING),
    topic("relatives", "paaroerende", p("Hjælp til pårørende", "Help for those close"), &RELATIVES),
    topic(
        "anonymous_drug_treatment",
        "anonym-stofbehandling",
        p("Anonym behandling for stoffer", "Anonymous treatment for drugs"),
        &ANONYMOUS_DRUGS,
    ),
    topic(
        "anonymous_alcohol_treatment",
        "anonym-alkoholbehandling",
        p("Anonym behandling for alkohol", "Anonymous treatment for alcohol"),
        &ANONYMOUS_ALCOHOL,
    ),
    topic("guarantee", "de-14-dage", p("De 14 dage", "The 14 days"), &GUARANTEE),
    topic("free_choice", "frit-valg", p("Frit valg", "Free choice"), &FREE_CHOICE),
    topic("intake", "vejen-ind", p("Vejen ind, og hvem der afgør", "The way in, and who decides"), &INTAKE),
    topic("consent", "samtykke", p("Samtykke", "Consent"), &CONSENT),
    topic("children_at_home", "boern", p("Børn i hjemmet", "Children at home"), &CHILDREN),
    topic("plan", "plan", p("Din plan og dine mål", "Your plan and your goals"), &PLAN),
    topic("follow_up", "opfoelgning", p("Når behandlingen er slut", "When treatment has ended"), &FOLLOW_UP),
    topic("move_programme", "move", p("MOVE og gavekort", "MOVE and gift cards"), &MOVE),
    topic("monitoring", "maaling", p("Målinger og mål", "Measuring and targets"), &MONITORING),
    topic("complaints", "klage", p("Klage", "Complaints"), &COMPLAINTS),
    topic("payment", "betaling", p("Betaling", "Payment"), &PAYMENT),
    topic("special_groups", "saerlige-forhold", p("Særlige forhold", "Particular needs"), &SPECIAL),
];

const fn topic(
    group: &'static str,
    slug: &'static str,
    title: Phrase,
    rules: &'static [(&'static str, Phrase)],
) -> Topic {
    Topic { group, slug, title, rules }
}

const IDENTITY: [(&str, Phrase); 21] = [
    ("substances", p("Hvad standarden handler om", "What the standard is about")),
    ("valid_from", p("Gælder fra", "Valid from")),
    ("valid_to", p("Gælder til og med", "Valid up to and including")),
    ("document_date", p("Hvornår den er skrevet", "When it was written")),
    ("revision_due", p("Skal være fornyet senest", "To be revised by")),
    ("revision_rhythm", p("Hvor tit den skal fornyes", "How often it is revised")),
    ("approved_by", p("Hvem der har godkendt den", "Who approved it")),
    ("approved_on", p("Dag for godkendelse", "Day of approval")),
    ("consulted", p("Hvem der er blevet hørt", "Who was heard")),
    ("executive_order", p("Bekendtgørelse, den følger", "Executive order it follows")),
    ("legal_bases", p("Love, den bygger på", "Acts it rests on")),
    ("other_legal_bases", p("Andre love, den nævner", "Other acts it names")),
    ("applies_to", p("Hvem den gælder for", "Whom it applies to")),
    ("ages_citizens", p("Alder, når det gælder dig selv", "Ages, when it is about yourself")),
    ("ages_relatives", p("Alder, når du er pårørende", "Ages, when you are close to somebody")),
    ("under_18", p("Når du er under 18 år", "When you are under 18")),
    ("organisation", p("Hvor centret hører til", "Where the centre belongs")),
    ("other_units", p("Andre steder og udvalg", "Other units and committees")),
    ("staff", p("Hvem der arbejder der", "Who works there")),
    ("supervision", p("Hvem der fører tilsyn", "Who inspects it")),
    ("planned", p("Hvad der er på vej", "What is planned")),
];

const CONTACT: [(&str, Phrase); 10] = [
    ("who", p("Hvem der må tage kontakt", "Who may make contact")),
    ("referral_needed", p("Skal du henvises?", "Do you need a referral?")),
    ("channels", p("Måder at tage kontakt på", "Ways to make contact")),
    ("callback_bookable_online", p("Kan du bestille et opkald på nettet?", "Can you book a call online?")),
    ("counselling_bookable_online", p("Kan du booke en samtale på nettet?", "Can you book a talk online?")),
    ("anonymous_contact", p("Må du være anonym, når du spørger?", "May you be anonymous when you ask?")),
    ("outreach", p("Hjælp, der kommer ud til dig", "Help that comes to you")),
    ("response_time", p("Hvor hurtigt de svarer", "How fast they answer")),
    ("same_counsellor", p("Om du får den samme rådgiver", "Whether you keep the same counsellor")),
    (
        "anonymous_clarifying_contact",
        p("Aftale en anonym samtale om behandling", "Arranging an anonymous talk about treatment"),
    ),
];

const COUNSELLING: [(&str, Phrase); 14] = [
    ("adults_number", p("Samtaler for voksne", "Talks for adults")),
    ("adults_start", p("Antal samtaler fra start, voksne", "Number of talks to begin with, adults")),
    ("adults_max", p("Højst antal samtaler, voksne", "Talks at most, adults")),
    ("adults_anonymous", p("Må voksne være anonyme?", "May adults be anonymous?")),
    ("youth_number", p("Samtaler for unge", "Talks for young people")),
    ("youth_max", p("Højst antal samtaler, unge", "Talks at most, young people")),
    ("under_18_number", p("Samtaler under 18 år", "Talks under 18")),
    ("under_18_max", p("Højst antal samtaler, under 18 år", "Talks at most, under 18")),
    ("who_else", p("Andre, der kan få råd", "Others who can get advice")),
    ("channels", p("Måder at få råd på", "Ways to get advice")),
    ("at_schools", p("Råd på skoler", "Advice at schools")),
    ("parental_consent_needed", p("Skal forældre sige ja til råd?", "Must parents agree to advice?")),
    ("what_follows", p("Hvad der kan ske bagefter", "What can come after")),
    ("legal_basis", p("Lov bag råd", "Law behind advice")),
];

const RELATIVES: [(&str, Phrase); 12] = [
    ("adults_individual", p("Samtaler for voksne pårørende", "Talks for adults close to somebody")),
    ("adults_individual_max", p("Højst antal samtaler", "Talks at most")),
    ("user_must_be_enrolled", p("Skal den anden være i behandling?", "Must the other be in treatment?")),
    ("group", p("Grupper", "Groups")),
    ("parents_of_youth", p("Forældre til unge", "Parents of young people")),
    ("conditions", p("Betingelser", "Conditions")),
    ("children", p("Børn og unge", "Children and young people")),
    ("couples", p("Par", "Couples")),
    ("family", p("Hele familien", "The whole family")),
    ("anonymous", p("Om du må være anonym som pårørende", "Whether you may be anonymous")),
    ("cost", p("Hvad det koster for pårørende", "What it costs")),
    ("time_limited", p("Tilbud, der kun har penge en tid", "Offers with money for a time only")),
];

const ANONYMOUS_DRUGS: [(&str, Phrase); 20] = [
    ("ages", p("Alder", "Ages")),
    ("substances", p("Hvilke stoffer", "Which drugs")),
    ("other_problems", p("Andre problemer, der står i vejen", "Other problems that stand in the way")),
    ("housing_required", p("Skal du have et sted at bo?", "Must you have a home?")),
    ("work_or_education_required", p("Skal du have job eller uddannelse?", "Must you work or study?")),
    ("no_medicine_required", p("Udelukker behov for medicin dig?", "Does a need for medicine rule you out?")),
    ("motivation", p("Behov og ønske om ændring", "Need and wish to change")),
    ("format", p("Sådan er forløbet", "How it goes")),
    ("pre_talks", p("Samtaler før", "Talks before")),
    ("group_sessions_min", p("Mindst antal møder i gruppe", "Fewest group meetings")),
    ("group_sessions_max", p("Højst antal møder i gruppe", "Most group meetings")),
    ("closing_talks", p("Samtaler til sidst", "Talks at the end")),
    ("place", p("Hvor det foregår", "Where it takes place")),
    ("providers", p("Hvem der giver det", "Who gives it")),
    ("referral", p("Hvordan du kommer med", "How you get a place")),
    ("guarantee", p("Gælder de 14 dage?", "Do the 14 days apply?")),
    ("appealable", p("Kan du klage over en afgørelse?", "Can you complain about a decision?")),
    ("free_choice", p("Om du kan vælge sted", "Whether you can choose the place")),
    ("anonymous_throughout", p("Er du anonym hele vejen?", "Are you anonymous all the way?")),
    ("anonymity_ends", p("Hvad der ender det anonyme", "What ends being anonymous")),
];

const ANONYMOUS_ALCOHOL: [(&str, Phrase); 6] = [
    ("on_request", p("Er du anonym, hvis du beder om det?", "Are you anonymous if you ask for it?")),
    ("also_counselling", p("Gælder det også råd?", "Does it hold for advice too?")),
    ("anonymity_ends", p("Hvad der ender det anonyme", "What ends being anonymous")),
    ("limits", p("Grænser for alder, job og bolig", "Limits of age, work and home")),
    ("guarantee", p("Gælder de 14 dage?", "Do the 14 days apply?")),
    ("other", p("Andet om at være anonym", "More on being anonymous")),
];

const GUARANTEE: [(&str, Phrase); 20] = [
    ("length_days", p("Hvor længe du højst venter", "How long you wait at most")),
    ("starts_with", p("Hvad der sætter dagene i gang", "What starts the days")),
    ("ends_with", p("Hvad der skal være sket til tiden", "What must have happened in time")),
    (
        "decision_inside",
        p("Skal afgørelsen nås inden for dagene?", "Must the decision fall within the days?"),
    ),
    ("drug_outpatient", p("Stoffer, mens du bor hjemme", "Drugs, while living at home")),
    ("alcohol_outpatient", p("Alkohol, mens du bor hjemme", "Alcohol, while living at home")),
    ("medical", p("Medicin i stedet for stoffer", "Medicine in place of drugs")),
    ("anonymous_drug", p("Anonym behandling for stoffer", "Anonymous treatment for drugs")),
    ("inpatient", p("Dag- og døgnbehandling", "Day and inpatient treatment")),
    ("offers_of_others", p("Hjælp, som andre end kommunen giver", "Help given by others")),
    ("free_choice", p("Når du selv vælger et andet sted", "When you choose another place")),
    ("under_18_drugs", p("Stoffer, når du er under 18 år", "Drugs, when you are under 18")),
    ("under_18_alcohol", p("Alkohol, når du er under 18 år", "Alcohol, when you are under 18")),
    ("doctor_conversation", p("Samtalen med en læge", "The talk with a doctor")),
    ("doctor_conversation_days", p("Frist for samtalen med en læge", "Time limit for the doctor's talk")),
    ("plan_deadline_days", p("Frist for planen", "Time limit for the plan")),
    ("decision_letter", p("Brev om afgørelsen", "Letter about the decision")),
    ("start_after_decision", p("Start efter afgørelsen", "Start after the decision")),
    ("suspension", p("Hvad der kan stoppe dagene", "What can stop the days")),
    ("complaint_when_late", p("Klage, når det er for sent", "Complaining when it is late")),
];

const FREE_CHOICE: [(&str, Phrase); 13] = [
    ("drug_outpatient", p("Stoffer, mens du bor hjemme", "Drugs, while living at home")),
    ("drug_inpatient", p("Stoffer, døgn", "Drugs, inpatient")),
    ("switch", p("Skift mellem at bo hjemme og døgn", "Switching between home and inpatient")),
    ("alcohol_outpatient", p("Alkohol, mens du bor hjemme", "Alcohol, while living at home")),
    ("alcohol_inpatient", p("Alkohol, døgn", "Alcohol, inpatient")),
    ("substitution", p("Medicin i stedet for stoffer", "Medicine in place of drugs")),
    ("heroin_excluded", p("Er heroin fra en læge undtaget?", "Is heroin from a doctor excluded?")),
    ("provider_may_refuse", p("Når et sted må sige nej", "When a place may say no")),
    ("provider_approval", p("Godkendelse, stedet skal have", "Approval the place must have")),
    ("assessment", p("Om du kan vælge, hvem der vurderer", "Whether you can choose who assesses")),
    ("restriction", p("Når valget kan begrænses", "When the choice may be limited")),
    ("effect_on_guarantee", p("Hvad valget gør ved de 14 dage", "What it does to the 14 days")),
    ("help", p("Hjælp til at vælge", "Help with choosing")),
];

const INTAKE: [(&str, Phrase); 15] = [
    ("first_step_adult", p("Første skridt, voksne", "First step, adults")),
    ("first_step_youth", p("Første skridt, unge", "First step, young people")),
    ("topics", p("Hvad I taler om", "What you talk about")),
    ("decides_outpatient", p("Hvem afgør: du bor hjemme", "Who decides: living at home")),
    ("decides_substitution", p("Hvem afgør: medicin", "Who decides: medicine")),
    ("decides_day_treatment", p("Hvem afgør: dagbehandling", "Who decides: day treatment")),
    ("decides_inpatient", p("Hvem afgør: døgnbehandling", "Who decides: inpatient")),
    ("inpatient_criteria", p("Betingelser for døgnbehandling", "Conditions for inpatient")),
    ("self_referred_inpatient", p("Døgnbehandling uden henvisning", "Inpatient without referral")),
    ("decides_under_18_drugs", p("Hvem afgør: stoffer under 18 år", "Who decides: drugs under 18")),
    ("decides_under_18_alcohol", p("Hvem afgør: alkohol under 18 år", "Who decides: alcohol under 18")),
    ("mandated_under_18", p("Hjælp, der er bestemt for en ung", "Help imposed on a young person")),
    ("turning_18", p("Når du fylder 18 år", "When you turn 18")),
    ("reallocation", p("Skift til et andet tilbud", "Moving to another offer")),
    ("youth_report", p("Skriftlige svar om unge", "Reports about young people")),
];

const CONSENT: [(&str, Phrase); 6] = [
    ("parents_under_18", p("Forældre, når du er under 18 år", "Parents, when you are under 18")),
    ("own_consent_from_age", p("Alder, hvor du selv skal sige ja", "Age from which you must agree yourself")),
    ("alcohol_under_18", p("Alkohol under 18 år", "Alcohol under 18")),
    ("fetching_data", p("Hente oplysninger om dig", "Fetching information about you")),
    ("follow_up", p("Kontakt efter behandlingen", "Contact after treatment")),
    ("doctor", p("Samarbejde med din egen læge", "Working with your own doctor")),
];

const CHILDREN: [(&str, Phrase); 5] = [
    ("asked", p("Bliver du spurgt om børn?", "Are you asked about children?")),
    ("placement", p("Tilbud til forældre", "Offers for parents")),
    ("duty_to_notify", p("Pligt til at give besked", "The duty to notify")),
    ("orientation", p("Besked uden bekymring", "Telling others without concern")),
    ("agreement", p("Aftaler om børnene", "Agreements about the children")),
];

const PLAN: [(&str, Phrase); 16] = [
    ("name", p("Hvad planen hedder", "What the plan is called")),
    ("written_by", p("Hvem der skriver den", "Who writes it")),
    ("first_made", p("Hvornår den først bliver lavet", "When it is first made")),
    ("content", p("Hvad der står i den", "What it holds")),
    ("smart", p("SMART-mål", "SMART goals")),
    ("adjusted", p("Ændringer undervejs", "Changes on the way")),
    ("review", p("Faste eftersyn", "Fixed reviews")),
    ("review_months", p("Tid mellem eftersyn", "Time between reviews")),
    ("review_content", p("Hvad I ser på", "What a review covers")),
    ("status", p("Skriftlig status", "Written status")),
    ("inpatient_status", p("Opfølgning på døgnbehandling", "Following up on inpatient treatment")),
    ("action_plan_who", p("Hvem der kan få en handleplan", "Who can get an action plan")),
    ("action_plan_writer", p("Hvem der skriver handleplanen", "Who writes the action plan")),
    ("action_plan_purpose", p("Hvad handleplanen er til", "What the action plan is for")),
    ("action_plan_review", p("Eftersyn af handleplanen", "Reviews of the action plan")),
    ("closing_status", p("Status til sidst", "Status at the end")),
];

const FOLLOW_UP: [(&str, Phrase); 10] = [
    ("drugs_months", p("Stoffer: kontakt efter", "Drugs: contact after")),
    ("alcohol_months", p("Alkohol: kontakt efter", "Alcohol: contact after")),
    ("alcohol_voluntary", p("Er det mere, end loven kræver?", "Is it more than the law demands?")),
    ("statuses", p("Afslutninger, der giver kontakt", "Endings that lead to contact")),
    ("dropped_out", p("Når du selv er stoppet", "When you broke off")),
    ("consent_needed", p("Skal du sige ja først?", "Must you agree first?")),
    ("channel", p("Sådan bliver du kontaktet", "How you are contacted")),
    ("purpose", p("Hvad det er til", "What it is for")),
    ("told", p("Hvornår du hører om det", "When you are told")),
    ("group", p("Hvem der får det", "Who gets it")),
];

const MOVE: [(&str, Phrase); 22] = [
    ("offered", p("Er der MOVE?", "Is there MOVE?")),
    ("gift_cards", p("Hvem der får gavekort", "Who gets gift cards")),
    ("ages", p("Alder", "Ages")),
    ("phases", p("Dele af forløbet", "Parts of the course")),
    ("sessions", p("Samtaler i den første del", "Talks in the first part")),
    ("attendance", p("Hvor tit du skal komme", "How often you should come")),
    ("follow_up_months", p("Længde af den sidste del", "Length of the last part")),
    ("extension", p("Mere tid", "More time")),
    ("reminders", p("Beskeder om aftaler", "Reminders")),
    ("written_status_every", p("Samtaler mellem hver skriftlig status", "Talks between written statuses")),
    ("mapping", p("Spørgsmål om dit liv undervejs", "Questions about your life on the way")),
    ("card_value_kroner", p("Hvad et gavekort er værd", "What a gift card is worth")),
    ("card_every", p("Fremmøder for hvert gavekort", "Attendances for each card")),
    ("card_max", p("Højst antal gavekort", "Most gift cards")),
    ("card_at_completion", p("Gavekort, når du er færdig?", "A card when you finish?")),
    ("cards_by_attendance_alone", p("Er det nok at møde op?", "Is turning up enough?")),
    ("cards_for_alcohol", p("Gavekort, når det gælder alkohol?", "Cards when it is about alcohol?")),
    ("no_show", p("Når du ikke kommer", "When you stay away")),
    ("cards_in_follow_up", p("Gavekort i den sidste del?", "Cards in the last part?")),
    ("benefits", p("Om det trækkes fra ydelser", "Effect on public benefits")),
    ("under_18_basis", p("Lov, når du er under 18 år", "Law, when you are under 18")),
    ("card_types", p("Slags gavekort", "Kinds of card")),
];

const MONITORING: [(&str, Phrase); 10] = [
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

const COMPLAINTS: [(&str, Phrase); 26] = [
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
];

const PAYMENT: [(&str, Phrase); 7] = [
    ("outpatient", p("Når du bor hjemme", "While living at home")),
    ("drug_inpatient", p("Døgn, stoffer", "Inpatient, drugs")),
    ("alcohol_inpatient", p("Døgn, alkohol", "Inpatient, alcohol")),
    ("amounts", p("Beløb", "Amounts")),
    ("other", p("Andre udgifter", "Other costs")),
    ("self_referral", p("Uden henvisning", "Without a referral")),
    ("rates", p("Hvor priserne står", "Where rates are found")),
];

const SPECIAL: [(&str, Phrase); 12] = [
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
