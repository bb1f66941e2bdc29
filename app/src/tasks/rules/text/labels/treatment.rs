//! Names of the rules about the way into treatment and the course of it.

use crate::phrase::{Phrase, phrase as p};

pub const GUARANTEE: [(&str, Phrase); 32] = [
    ("length_days", p("Hvor længe du højst venter", "How long you wait at most")),
    ("starts_with", p("Hvad der sætter dagene i gang", "What starts the days")),
    ("ends_with", p("Hvad der skal være sket inden fristen", "What must have happened in time")),
    (
        "decision_inside",
        p("Skal afgørelsen falde inden for dagene?", "Does the decision have to fall within the days?"),
    ),
    ("drug_outpatient", p("Stoffer, mens du bor hjemme", "Drugs, while living at home")),
    ("alcohol_outpatient", p("Alkohol, mens du bor hjemme", "Alcohol, while living at home")),
    ("medical", p("Medicin i stedet for stoffer", "Medicine in place of drugs")),
    ("anonymous_drug", p("Anonym behandling for stoffer", "Anonymous treatment for drugs")),
    ("day_treatment", p("Dagbehandling", "Day treatment")),
    ("inpatient", p("Døgnbehandling", "Inpatient treatment")),
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
    (
        "complaint_when_late",
        p("Klage, når behandlingen begynder for sent", "Complaining when treatment starts late"),
    ),
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
            "Kravet på fristen, når du vælger et andet sted",
            "The claim to the time limit when you choose another place",
        ),
    ),
    ("late_start_complaint", p("Du kan klage over en sen start", "You can complain about a late start")),
    ("letter_weekdays", p("Hvornår du senest får brevet", "When you get the letter at the latest")),
    (
        "letter_for",
        p("Hvilken hjælp fristen for brevet gælder", "Which help the time limit for the letter applies to"),
    ),
    ("letter_channel", p("Sådan får du brevet", "How you get the letter")),
    (
        "letter_after_refusal",
        p("Får du også brev om et afslag?", "Do you also get a letter about a refusal?"),
    ),
    (
        "doctor_rule",
        p("Hvornår du får tilbudt samtalen med en læge", "When you are offered the talk with a doctor"),
    ),
    ("doctor_for", p("Hvilken hjælp lægens samtale gælder", "Which help the doctor's talk applies to")),
    ("doctor_when_needed", p("Kun når du har brug for en læge?", "Only when you need a doctor?")),
    (
        "doctor_held_before_start",
        p("Skal samtalen være holdt før start?", "Does the talk have to be held before the start?"),
    ),
];

pub const FREE_CHOICE: [(&str, Phrase); 20] = [
    ("drug_outpatient", p("Stoffer, mens du bor hjemme", "Drugs, while living at home")),
    ("drug_inpatient", p("Døgnbehandling for stoffer", "Inpatient treatment for drugs")),
    (
        "switch",
        p(
            "Skift mellem at bo hjemme og døgnbehandling",
            "Switching between living at home and inpatient treatment",
        ),
    ),
    ("alcohol_outpatient", p("Alkohol, mens du bor hjemme", "Alcohol, while living at home")),
    ("alcohol_inpatient", p("Døgnbehandling for alkohol", "Inpatient treatment for alcohol")),
    ("substitution", p("Medicin i stedet for stoffer", "Medicine in place of drugs")),
    ("heroin_excluded", p("Er heroin fra en læge undtaget?", "Is heroin from a doctor excluded?")),
    ("provider_may_refuse", p("Når et sted må sige nej", "When a place may say no")),
    ("provider_approval", p("Godkendelse, som stedet skal have", "Approval that the place must have")),
    (
        "assessment",
        p("Kan du vælge, hvem der vurderer dit behov?", "Can you choose who assesses your needs?"),
    ),
    ("restriction", p("Når valget kan begrænses", "When the choice may be limited")),
    ("effect_on_guarantee", p("Hvad valget betyder for fristen", "What the choice means for the time limit")),
    ("help", p("Hjælp til at vælge", "Help with choosing")),
    ("drug_outpatient_allowed", p("Kan du vælge sted for stoffer?", "Can you choose the place for drugs?")),
    (
        "drug_inpatient_allowed",
        p("Kan du vælge døgnbehandling for stoffer?", "Can you choose inpatient treatment for drugs?"),
    ),
    (
        "allocation_first",
        p(
            "Skal du have en plads først, når det gælder stoffer?",
            "Do you need to be given a place first when it is about drugs?",
        ),
    ),
    (
        "alcohol_outpatient_allowed",
        p(
            "Kan du vælge sted for alkohol, mens du bor hjemme?",
            "Can you choose the place for alcohol while living at home?",
        ),
    ),
    (
        "alcohol_directly",
        p(
            "Kan du gå direkte derhen, når det gælder alkohol?",
            "Can you go there directly when it is about alcohol?",
        ),
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

pub const INTAKE: [(&str, Phrase); 38] = [
    ("first_step_adult", p("Første skridt for voksne", "First step for adults")),
    ("first_step_youth", p("Første skridt for unge", "First step for young people")),
    ("topics", p("Hvad I taler om", "What you talk about")),
    (
        "decides_outpatient",
        p("Hvem afgør behandling, mens du bor hjemme", "Who decides on treatment while living at home"),
    ),
    ("decides_substitution", p("Hvem afgør medicin", "Who decides on medicine")),
    ("decides_day_treatment", p("Hvem afgør dagbehandling", "Who decides on day treatment")),
    ("decides_inpatient", p("Hvem afgør døgnbehandling", "Who decides on inpatient treatment")),
    ("inpatient_criteria", p("Betingelser for døgnbehandling", "Conditions for inpatient treatment")),
    (
        "self_referred_inpatient",
        p("Døgnbehandling uden henvisning", "Inpatient treatment without a referral"),
    ),
    (
        "decides_under_18_drugs",
        p("Hvem afgør hjælp med stoffer under 18 år", "Who decides on help with drugs under 18"),
    ),
    (
        "decides_under_18_alcohol",
        p("Hvem afgør hjælp med alkohol under 18 år", "Who decides on help with alcohol under 18"),
    ),
    ("mandated_under_18", p("Hjælp, som andre bestemmer for en ung", "Help imposed on a young person")),
    ("turning_18", p("Når du fylder 18 år", "When you turn 18")),
    ("reallocation", p("Skift til et andet tilbud", "Moving to another offer")),
    ("youth_report", p("Skriftlige svar om unge", "Reports about young people")),
    ("own_duties", p("Hvad du selv skal gøre", "What is expected of you")),
    ("moving", p("Når du flytter", "When you move")),
    ("covers_under_18", p("Gælder reglerne under 18 år?", "Do the rules cover those under 18?")),
    ("adult_unit_age", p("Alder for stedet for voksne", "Age for the unit for adults")),
    (
        "youngest_age_drugs",
        p("Den yngste alder, der er nævnt for stoffer", "The youngest age named for drugs"),
    ),
    (
        "youngest_age_alcohol",
        p("Den yngste alder, der er nævnt for alkohol", "The youngest age named for alcohol"),
    ),
    ("unit_adults_drugs", p("Hvor voksne får hjælp med stoffer", "Where adults get help with drugs")),
    ("unit_adults_alcohol", p("Hvor voksne får hjælp med alkohol", "Where adults get help with alcohol")),
    ("unit_young", p("Hvor unge får hjælp", "Where young people get help")),
    ("authority_under_18_drugs", p("Myndighed for stoffer under 18 år", "Authority for drugs under 18")),
    ("legal_basis_under_18_drugs", p("Loven om stoffer under 18 år", "The law on drugs under 18")),
    (
        "individual_offer_ages",
        p("Alder for et forløb, der er lagt efter dig", "Ages for a course arranged for you"),
    ),
    (
        "youth_course_offer_ages",
        p("Alder, hvor forløbet for unge kommer først", "Ages at which the youth course comes first"),
    ),
    (
        "family_offer_for_parents",
        p("Får forældre familieforløbet først?", "Do parents get the family course first?"),
    ),
    (
        "parents_involved_under_18",
        p("Er forældre med, når du er under 18 år?", "Are parents involved under 18?"),
    ),
    ("inpatient_decider", p("Den, der afgør døgnbehandling", "The one who decides on inpatient treatment")),
    (
        "inpatient_by_centre",
        p("Afgør centret selv døgnbehandling?", "Does the centre itself decide inpatient treatment?"),
    ),
    (
        "inpatient_decider_under_18",
        p("Den, der afgør døgnbehandling under 18 år", "The one who decides on inpatient treatment under 18"),
    ),
    ("inpatient_under_18_for", p("Hvad det gælder under 18 år", "What that applies to under 18")),
    (
        "self_referral_pays_all",
        p(
            "Betaler du alt i døgnbehandling uden henvisning?",
            "Do you pay for all of it in inpatient treatment without a referral?",
        ),
    ),
    ("mandated_ages", p("Alder, hvor andre kan bestemme hjælp", "Ages at which help can be imposed")),
    ("mandated_decider", p("Hvem der kan bestemme det", "Who can impose it")),
    ("mandated_talks", p("Antal samtaler, som andre kan bestemme", "Number of talks that can be imposed")),
];

pub const CONSENT: [(&str, Phrase); 10] = [
    ("parents_under_18", p("Dine forældre, når du er under 18 år", "Your parents, when you are under 18")),
    ("own_consent_from_age", p("Alder, hvor du selv skal sige ja", "Age from which you must agree yourself")),
    ("own_consent_for", p("Hvilken hjælp du selv skal sige ja til", "Which help you must agree to yourself")),
    ("alcohol_under_18", p("Alkohol under 18 år", "Alcohol under 18")),
    (
        "fetching_data",
        p("Når centret henter oplysninger om dig", "When the centre fetches information about you"),
    ),
    ("follow_up", p("Kontakt efter behandlingen", "Contact after treatment")),
    ("doctor", p("Samarbejde med din egen læge", "Working with your own doctor")),
    (
        "involving_relatives",
        p("Når dine nærmeste skal være med", "When those close to you are to be involved"),
    ),
    (
        "custody_holder_for",
        p("Hvornår den, der har forældremyndighed, skal sige ja", "When the holder of custody must agree"),
    ),
    ("custody_holder_from_age", p("Fra hvilken alder det er nævnt", "From which age that is stated")),
];

pub const CHILDREN: [(&str, Phrase); 5] = [
    ("asked", p("Bliver du spurgt om børn?", "Are you asked about children?")),
    ("placement", p("Tilbud til forældre", "Offers for parents")),
    ("duty_to_notify", p("Pligt til at give besked", "The duty to notify")),
    ("orientation", p("Besked til andre uden bekymring", "Telling others without concern")),
    ("agreement", p("Aftaler om børnene", "Agreements about the children")),
];

pub const PLAN: [(&str, Phrase); 28] = [
    ("name", p("Hvad planen hedder", "What the plan is called")),
    ("written_by", p("Hvem der skriver den", "Who writes it")),
    ("first_made", p("Hvornår I først laver den", "When it is first made")),
    ("content", p("Hvad der står i den", "What it holds")),
    ("smart", p("SMART-mål", "SMART goals")),
    ("adjusted", p("Ændringer undervejs", "Changes along the way")),
    ("review", p("Faste opfølgninger", "Regular reviews")),
    ("review_months", p("Hvor tit I følger op", "How often you review it")),
    ("review_content", p("Hvad I ser på", "What a review covers")),
    ("review_headings", p("Det taler I om", "What you talk about")),
    ("status", p("Skriftlig status", "Written status")),
    ("inpatient_status", p("Opfølgning på døgnbehandling", "Following up on inpatient treatment")),
    ("action_plan_who", p("Hvem der kan få en handleplan", "Who can get an action plan")),
    ("action_plan_writer", p("Hvem der skriver handleplanen", "Who writes the action plan")),
    ("action_plan_purpose", p("Hvad handleplanen er til", "What the action plan is for")),
    ("action_plan_review", p("Opfølgning på handleplanen", "Reviews of the action plan")),
    ("closing_status", p("Afsluttende status", "Final status")),
    ("review_for", p("Hvad de faste opfølgninger gælder", "What the regular reviews apply to")),
    ("full_revision_months", p("Hvor tit I retter hele planen til", "How often the whole plan is revised")),
    (
        "authority_status_months",
        p("Tid mellem status til myndigheden", "Time between statuses to the authority"),
    ),
    (
        "reduced_use_max_months",
        p("Længde, når målet er at bruge mindre", "Longest course when the goal is to use less"),
    ),
    ("course_status_months", p("Status i et fast forløb", "Status of a set course")),
    (
        "action_plan_first_months",
        p("Første opfølgning på handleplanen", "First follow-up on the action plan"),
    ),
    ("action_plan_next_months", p("Derefter mindst hver", "After that at least every")),
    ("external_status_weeks", p("Status fra et andet sted", "Status from another place")),
    (
        "external_residential_status_days",
        p("Status fra dag- eller døgnsted", "Status from a day or inpatient place"),
    ),
    ("external_visit_over_weeks", p("Besøg halvvejs", "A visit halfway")),
    ("external_break_off_notice_days", p("Når du stopper før tid", "When you stop early")),
];

pub const FOLLOW_UP: [(&str, Phrase); 12] = [
    ("drugs_months", p("Kontakt efter hjælp med stoffer", "Contact after help with drugs")),
    ("alcohol_months", p("Kontakt efter hjælp med alkohol", "Contact after help with alcohol")),
    ("alcohol_voluntary", p("Er det mere, end loven kræver?", "Is it more than the law requires?")),
    ("statuses", p("Måder at slutte på, der giver kontakt", "Ways of ending that lead to contact")),
    ("dropped_out", p("Når du selv er stoppet", "When you broke off")),
    ("consent_needed", p("Skal du sige ja først?", "Do you have to agree first?")),
    ("channel", p("Sådan kontakter centret dig", "How the centre contacts you")),
    ("purpose", p("Hvad det er til", "What it is for")),
    ("told", p("Hvornår du hører om det", "When you are told")),
    ("group", p("Hvem der får det", "Who gets it")),
    ("by_phone", p("Ringer de til dig?", "Do they call you?")),
    ("return_offered", p("Får du at vide, hvordan du kan komme igen?", "Are you told how to come back?")),
];

pub const YOUTH_COURSE: [(&str, Phrase); 31] = [
    ("name", p("Hvad forløbet hedder", "What the course is called")),
    ("offered", p("Er der et forløb?", "Is there a course?")),
    ("gift_cards", p("Hvem der får gavekort", "Who gets gift cards")),
    ("ages", p("Alder", "Ages")),
    ("phases", p("Dele af forløbet", "Parts of the course")),
    ("sessions", p("Samtaler i den første del", "Talks in the first part")),
    ("attendance", p("Hvor tit du skal komme", "How often you should come")),
    ("follow_up_months", p("Længde af den sidste del", "Length of the last part")),
    ("extension", p("Mere tid", "More time")),
    ("reminders", p("Beskeder om aftaler", "Reminders")),
    ("written_status_every", p("Samtaler mellem hver skriftlig status", "Talks between written statuses")),
    ("mapping", p("Spørgsmål om dit liv undervejs", "Questions about your life along the way")),
    ("card_value_kroner", p("Hvad et gavekort er værd", "What a gift card is worth")),
    ("card_every", p("Antal fremmøder for hvert gavekort", "Attendances for each gift card")),
    ("card_max", p("Højeste antal gavekort", "Most gift cards")),
    ("card_at_completion", p("Gavekort, når du er færdig?", "A card when you finish?")),
    ("cards_by_attendance_alone", p("Er det nok at møde op?", "Is turning up enough?")),
    ("cards_for_alcohol", p("Gavekort, når det gælder alkohol?", "Cards when it is about alcohol?")),
    ("no_show", p("Når du ikke kommer", "When you stay away")),
    ("cards_in_follow_up", p("Gavekort i den sidste del?", "Cards in the last part?")),
    (
        "benefits",
        p("Bliver gavekort trukket fra dine ydelser?", "Are gift cards deducted from your benefits?"),
    ),
    ("under_18_basis", p("Loven, når du er under 18 år", "The law, when you are under 18")),
    ("card_types", p("Hvilke gavekort der er", "Which gift cards there are")),
    ("offered_for", p("Hvad forløbet gælder", "What the course applies to")),
    ("undecided_age", p("Alder, hvor personalet afgør det", "Age at which staff decide")),
    (
        "weekly_attendance_required",
        p("Skal du kunne komme hver uge?", "Do you have to be able to come every week?"),
    ),
    ("gift_cards_used", p("Bruger kommunen gavekort?", "Are gift cards used?")),
    ("card_value_is_average", p("Er værdien et gennemsnit?", "Is the value an average?")),
    (
        "no_show_forfeits",
        p("Mister du chancen, når du bliver væk?", "Do you lose the chance when you stay away?"),
    ),
    ("reminder_each_talk", p("Får du besked før hver samtale?", "Do you get a reminder before each talk?")),
    ("written_feedback", p("Får du skriftligt svar undervejs?", "Do you get written feedback?")),
];
