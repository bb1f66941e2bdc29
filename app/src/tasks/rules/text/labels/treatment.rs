//! Names of the rules about the way into treatment and the course of it.

use crate::phrase::{Phrase, phrase as p};

pub const GUARANTEE: [(&str, Phrase); 31] = [
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
    (
        "parent_starts_clock",
        p(
            "Starter dagene, når en forælder tager kontakt for en ung?",
            "Does a parent's contact for a young person start the days?",
        ),
    ),
    (
        "free_choice_claim",
        p(
            "Kravet på 14 dage, når du vælger et andet sted",
            "The claim to 14 days when you choose another place",
        ),
    ),
    ("late_start_complaint", p("Du kan klage over en sen start", "You can complain about a late start")),
    ("letter_weekdays", p("Hverdage, til brevet senest kommer", "Weekdays until the letter at the latest")),
    ("letter_for", p("Brev med frist gælder", "Letter with a time limit applies to")),
    ("letter_channel", p("Sådan kommer brevet", "How the letter comes")),
    ("letter_after_refusal", p("Kommer et afslag i et brev?", "Does a refusal come in a letter?")),
    ("doctor_rule", p("Hvornår du får tilbudt lægens samtale", "When the doctor's talk is offered")),
    ("doctor_for", p("Lægens samtale gælder", "The doctor's talk applies to")),
    ("doctor_when_needed", p("Kun når du har brug for en læge?", "Only when you need a doctor?")),
    (
        "doctor_held_before_start",
        p("Skal samtalen holdes før start?", "Must the talk be held before the start?"),
    ),
];

pub const FREE_CHOICE: [(&str, Phrase); 18] = [
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
    (
        "allocation_first",
        p(
            "Skal du have en plads først, når det gælder stoffer?",
            "Must you be allocated a place first, drugs?",
        ),
    ),
    (
        "alcohol_outpatient_allowed",
        p(
            "Kan du vælge sted, alkohol, mens du bor hjemme?",
            "Can you choose the place, alcohol, living at home?",
        ),
    ),
    (
        "alcohol_directly",
        p("Kan du gå direkte derhen, når det gælder alkohol?", "Can you go there directly, alcohol?"),
    ),
    (
        "alcohol_inpatient_allowed",
        p("Kan du vælge døgnbehandling for alkohol?", "Can you choose inpatient treatment for alcohol?"),
    ),
    (
        "substitution_allowed",
        p("Kan du vælge sted, når det gælder medicin?", "Can you choose the place for medicine?"),
    ),
];

pub const INTAKE: [(&str, Phrase); 36] = [
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
    ("covers_under_18", p("Gælder standarden under 18 år?", "Does the standard cover those under 18?")),
    ("adult_unit_age", p("Stedet for voksne er fra", "The unit for adults is from")),
    ("youngest_age_drugs", p("Den yngste alder, der er nævnt, stoffer", "The youngest age named, drugs")),
    ("youngest_age_alcohol", p("Den yngste alder, der er nævnt, alkohol", "The youngest age named, alcohol")),
    ("unit_adults_drugs", p("Sted for voksne, stoffer", "Unit for adults, drugs")),
    ("unit_adults_alcohol", p("Sted for voksne, alkohol", "Unit for adults, alcohol")),
    ("unit_young", p("Sted for unge", "Unit for the young")),
    ("authority_under_18_drugs", p("Myndighed, stoffer under 18 år", "Authority, drugs under 18")),
    ("legal_basis_under_18_drugs", p("Lov, stoffer under 18 år", "Law, drugs under 18")),
    ("individual_offer_ages", p("Forløb, lagt efter dig, i alderen", "Course arranged for you, at ages")),
    ("move_offer_ages", p("MOVE kommer først i alderen", "MOVE comes first at ages")),
    (
        "family_offer_for_parents",
        p("Får forældre familieforløbet først?", "Do parents get the family course first?"),
    ),
    (
        "parents_involved_under_18",
        p("Er forældre med, når du er under 18 år?", "Are parents involved under 18?"),
    ),
    ("inpatient_decider", p("Afgør døgnbehandling", "Decides inpatient treatment")),
    (
        "inpatient_by_centre",
        p("Afgør centret selv døgnbehandling?", "Does the centre itself decide inpatient treatment?"),
    ),
    (
        "inpatient_decider_under_18",
        p("Afgør døgnbehandling under 18 år", "Decides inpatient treatment under 18"),
    ),
    (
        "inpatient_under_18_for",
        p("Afgør det under 18 år, når det gælder", "Decides it under 18 when it is about"),
    ),
    (
        "self_referral_pays_all",
        p(
            "Betaler du alt, når du går i døgn uden henvisning?",
            "Do you pay all for inpatient without allocation?",
        ),
    ),
    ("mandated_ages", p("Hjælp kan bestemmes i alderen", "Help can be imposed at ages")),
    ("mandated_decider", p("Kan bestemme det", "Can impose it")),
    ("mandated_talks", p("Samtaler, der bestemmes", "Talks imposed")),
];

pub const CONSENT: [(&str, Phrase); 8] = [
    ("parents_under_18", p("Forældre, når du er under 18 år", "Parents, when you are under 18")),
    ("own_consent_from_age", p("Alder, hvor du selv skal sige ja", "Age from which you must agree yourself")),
    ("alcohol_under_18", p("Alkohol under 18 år", "Alcohol under 18")),
    ("fetching_data", p("Hente oplysninger om dig", "Fetching information about you")),
    ("follow_up", p("Kontakt efter behandlingen", "Contact after treatment")),
    ("doctor", p("Samarbejde med din egen læge", "Working with your own doctor")),
    (
        "custody_holder_for",
        p("Den, der har forældremyndighed, skal sige ja ved", "The holder of custody must agree for"),
    ),
    ("custody_holder_from_age", p("Det er nævnt fra", "That is stated from")),
];

pub const CHILDREN: [(&str, Phrase); 5] = [
    ("asked", p("Bliver du spurgt om børn?", "Are you asked about children?")),
    ("placement", p("Tilbud til forældre", "Offers for parents")),
    ("duty_to_notify", p("Pligt til at give besked", "The duty to notify")),
    ("orientation", p("Besked uden bekymring", "Telling others without concern")),
    ("agreement", p("Aftaler om børnene", "Agreements about the children")),
];

pub const PLAN: [(&str, Phrase); 20] = [
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
    ("review_for", p("Faste eftersyn gælder", "Fixed reviews apply to")),
    ("full_revision_months", p("Tid til hele planen er set efter", "Time until the whole plan is revised")),
    (
        "authority_status_months",
        p("Tid mellem status til myndigheden", "Time between statuses to the authority"),
    ),
    (
        "reduced_use_max_months",
        p("Højst så længe, når målet er at bruge mindre", "At most, when the goal is to use less"),
    ),
];

pub const FOLLOW_UP: [(&str, Phrase); 12] = [
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
    ("by_phone", p("Ringer de til dig?", "Do they call you?")),
    ("return_offered", p("Får du at vide, hvordan du kan komme igen?", "Are you told how to come back?")),
];

pub const MOVE: [(&str, Phrase); 30] = [
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
    ("offered_for", p("MOVE gælder", "MOVE applies to")),
    ("undecided_age", p("Alder, hvor personalet afgør det", "Age at which staff decide")),
    ("weekly_attendance_required", p("Skal du kunne komme hver uge?", "Must you be able to come each week?")),
    ("gift_cards_used", p("Bruger kommunen gavekort?", "Are gift cards used?")),
    ("card_value_is_average", p("Er værdien et gennemsnit?", "Is the value an average?")),
    (
        "no_show_forfeits",
        p("Mister du chancen, når du bliver væk?", "Do you lose the chance when you stay away?"),
    ),
    ("reminder_each_talk", p("Får du besked før hver samtale?", "Do you get a reminder before each talk?")),
    ("written_feedback", p("Får du skriftligt svar undervejs?", "Do you get written feedback?")),
];
