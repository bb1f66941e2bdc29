//! Names of the rules about the standard itself, contact and advice.

use crate::phrase::{Phrase, phrase as p};

pub const IDENTITY: [(&str, Phrase); 21] = [
    ("substances", p("Hvad reglerne handler om", "What the rules are about")),
    ("valid_from", p("Gælder fra", "Valid from")),
    ("valid_to", p("Gælder til og med", "Valid up to and including")),
    ("document_date", p("Hvornår reglerne er skrevet", "When the rules were written")),
    ("revision_due", p("Skal være fornyet senest", "To be renewed by")),
    ("revision_rhythm", p("Hvor tit reglerne skal fornyes", "How often the rules are renewed")),
    ("approved_by", p("Hvem der har godkendt reglerne", "Who approved the rules")),
    ("approved_on", p("Dagen for godkendelsen", "The day of approval")),
    ("consulted", p("Hvem kommunen har hørt", "Who the municipality consulted")),
    ("executive_order", p("Den bekendtgørelse, reglerne følger", "The executive order the rules follow")),
    ("legal_bases", p("De love, reglerne bygger på", "The acts the rules rest on")),
    ("other_legal_bases", p("Andre love, reglerne nævner", "Other acts the rules name")),
    ("applies_to", p("Hvem reglerne gælder for", "Who the rules apply to")),
    ("ages_citizens", p("Alder, når det gælder dig selv", "Ages, when it is about yourself")),
    ("ages_relatives", p("Alder, når du er pårørende", "Ages, when you are family or a friend")),
    ("under_18", p("Når du er under 18 år", "When you are under 18")),
    ("organisation", p("Hvor centret hører til", "Where the centre belongs")),
    ("other_units", p("Andre steder og udvalg", "Other units and committees")),
    ("staff", p("Hvem der arbejder der", "Who works there")),
    ("supervision", p("Hvem der fører tilsyn", "Who inspects it")),
    ("planned", p("Hvad der er på vej", "What is planned")),
];

pub const AIMS: [(&str, Phrase); 2] = [
    ("purpose", p("Hvad hjælpen skal føre til", "What the help is to lead to")),
    ("values", p("Det, hjælpen bygger på", "What the help rests on")),
];

pub const CONTACT: [(&str, Phrase); 11] = [
    ("who", p("Hvem der må tage kontakt", "Who may make contact")),
    ("referral_needed", p("Skal du henvises?", "Do you need a referral?")),
    ("channels", p("Sådan kan du få kontakt", "Ways to get in touch")),
    ("callback_bookable_online", p("Kan du bestille et opkald på nettet?", "Can you book a call online?")),
    ("counselling_bookable_online", p("Kan du booke en samtale på nettet?", "Can you book a talk online?")),
    ("anonymous_contact", p("Kan du være anonym, når du spørger?", "Can you be anonymous when you ask?")),
    ("outreach", p("Hjælp, der kommer ud til dig", "Help that comes to you")),
    ("response_time", p("Hvor hurtigt de svarer", "How fast they answer")),
    ("first_talk_days", p("Tid til den første samtale", "Time until the first talk")),
    ("same_counsellor", p("Får du den samme rådgiver?", "Do you keep the same counsellor?")),
    (
        "anonymous_clarifying_contact",
        p(
            "Sådan aftaler du en anonym samtale om behandling",
            "How to arrange an anonymous talk about treatment",
        ),
    ),
];

pub const COUNSELLING: [(&str, Phrase); 20] = [
    ("adults_number", p("Samtaler for voksne", "Talks for adults")),
    ("adults_start", p("Antal samtaler fra start for voksne", "Number of talks to begin with for adults")),
    ("adults_max", p("Højeste antal samtaler for voksne", "Most talks for adults")),
    ("adults_anonymous", p("Kan voksne være anonyme?", "Can adults be anonymous?")),
    ("youth_number", p("Samtaler for unge", "Talks for young people")),
    ("youth_max", p("Højeste antal samtaler for unge", "Most talks for young people")),
    ("under_18_number", p("Samtaler under 18 år", "Talks under 18")),
    ("under_18_max", p("Højeste antal samtaler under 18 år", "Most talks under 18")),
    ("who_else", p("Hvem der ellers kan få råd", "Who else can get advice")),
    ("channels", p("Sådan kan du få råd", "Ways to get advice")),
    ("at_schools", p("Råd på skoler", "Advice at schools")),
    ("parental_consent_needed", p("Skal forældre sige ja til råd?", "Do parents have to agree to advice?")),
    ("what_follows", p("Hvad der kan ske bagefter", "What can happen next")),
    ("legal_basis", p("Loven bag råd", "The law behind advice")),
    ("youngest_age", p("Den yngste alder, der er nævnt", "The youngest age that is named")),
    (
        "more_when_needed",
        p("Kan voksne få flere, hvis der er brug for det?", "Can adults get more if they need them?"),
    ),
    ("no_fixed_number", p("Er antallet frit?", "Is the number open?")),
    ("talks_at_school_counted", p("Tæller samtaler på skoler med?", "Do talks at schools count?")),
    ("after_last", p("Hvad der sker efter den sidste samtale", "What happens after the last talk")),
    (
        "without_parents_ages",
        p("Alder, hvor forældre ikke skal sige ja", "Ages at which parents do not have to agree"),
    ),
];

pub const RELATIVES: [(&str, Phrase); 30] = [
    ("adults_individual", p("Samtaler for voksne pårørende", "Talks for adult family and friends")),
    ("adults_individual_max", p("Højeste antal samtaler", "Most talks")),
    ("no_fixed_number", p("Er antallet frit?", "Is the number open?")),
    (
        "user_must_be_enrolled",
        p("Skal den anden være i behandling?", "Does the other person have to be in treatment?"),
    ),
    ("group", p("Grupper", "Groups")),
    ("parents_of_youth", p("Forældre til unge", "Parents of young people")),
    ("conditions", p("Betingelser", "Conditions")),
    ("children", p("Børn og unge", "Children and young people")),
    ("couples", p("Par", "Couples")),
    ("family", p("Hele familien", "The whole family")),
    ("anonymous", p("Kan du være anonym som pårørende?", "Can family and friends be anonymous?")),
    ("cost", p("Hvad det koster for pårørende", "What it costs family and friends")),
    ("time_limited", p("Tilbud, der kun har penge i en periode", "Offers with money for a limited time")),
    ("beyond_max", p("Hvad der sker efter det højeste antal", "What happens after the most talks")),
    (
        "under_18_user_to_staff",
        p(
            "Afgør personalet det, når den anden er under 18 år?",
            "Do staff decide when the other person is under 18?",
        ),
    ),
    (
        "under_18_user_max",
        p("Højeste antal, når den anden er under 18 år", "Highest number when the other is under 18"),
    ),
    (
        "divided_by_user_age",
        p("Kommer det an på den andens alder?", "Does it depend on the other person's age?"),
    ),
    ("young_user_to_age", p("Højeste alder i reglerne om unge", "Highest age in the rules about the young")),
    (
        "young_user_max",
        p("Højeste antal samtaler, når den anden er ung", "Most talks when the other person is young"),
    ),
    (
        "young_user_minutes",
        p("Længden af en samtale, når den anden er ung", "Length of a talk when the other person is young"),
    ),
    (
        "adult_user_substances",
        p(
            "Hvad samtalerne gælder, når den anden er ældre",
            "What the talks are about when the other person is older",
        ),
    ),
    ("course_meetings", p("Antal gange på kurset", "Number of course meetings")),
    ("course_minutes", p("Længden af en gang på kurset", "Length of a course meeting")),
    (
        "course_user_from_age",
        p("Den andens mindste alder på kurset", "The other person's lowest age for the course"),
    ),
    ("course_relative_from_age", p("Din mindste alder på kurset", "Your lowest age for the course")),
    ("group_offered", p("Er der en gruppe for pårørende?", "Is there a group for family and friends?")),
    ("group_size", p("Højeste antal i gruppen", "Most people in the group")),
    ("group_meetings", p("Antal møder i gruppen", "Number of group meetings")),
    ("group_interval_days", p("Tid mellem møderne", "Time between meetings")),
    ("group_follow_up_days", p("Tid til det opfølgende møde", "Time until the follow-up meeting")),
];

pub const ANONYMOUS_DRUGS: [(&str, Phrase); 24] = [
    ("offered", p("Kan du få det her?", "Is it offered here?")),
    ("ages", p("Alder", "Ages")),
    ("substances", p("Hvilke stoffer", "Which drugs")),
    ("other_problems", p("Andre problemer, der står i vejen", "Other problems that stand in the way")),
    ("housing_required", p("Skal du have et sted at bo?", "Do you have to have a home?")),
    (
        "work_or_education_required",
        p("Skal du have job eller uddannelse?", "Do you have to be in work or education?"),
    ),
    ("no_medicine_required", p("Udelukker behov for medicin dig?", "Does a need for medicine rule you out?")),
    ("motivation", p("Behov og ønske om ændring", "Need and wish to change")),
    ("format", p("Sådan er forløbet", "What the course is like")),
    ("pre_talks", p("Samtaler først", "Talks first")),
    ("group_sessions_min", p("Mindste antal møder i gruppen", "Fewest group meetings")),
    ("group_sessions_max", p("Højeste antal møder i gruppen", "Most group meetings")),
    ("closing_talks", p("Samtaler til sidst", "Talks at the end")),
    ("place", p("Hvor det foregår", "Where it takes place")),
    ("providers", p("Hvem der giver det", "Who gives it")),
    ("referral", p("Hvordan du kommer med", "How you get a place")),
    ("guarantee", p("Er der en frist?", "Is there a time limit?")),
    ("appealable", p("Kan du klage over en afgørelse?", "Can you complain about a decision?")),
    ("free_choice", p("Kan du vælge sted?", "Can you choose the place?")),
    ("anonymous_throughout", p("Er du anonym hele vejen?", "Are you anonymous throughout?")),
    ("anonymity_ends", p("Hvornår du ikke længere er anonym", "When you are no longer anonymous")),
    ("other_challenges_exclude", p("Udelukker andre udfordringer dig?", "Do other challenges rule you out?")),
    (
        "psychological_problems_to_staff",
        p(
            "Afgør personalet det, når du har det psykisk svært?",
            "Do staff decide when you are struggling mentally?",
        ),
    ),
    (
        "contact_channels",
        p("Sådan aftaler du den første samtale anonymt", "How to arrange the first talk anonymously"),
    ),
];

pub const ANONYMOUS_ALCOHOL: [(&str, Phrase); 7] = [
    ("on_request", p("Er du anonym, hvis du beder om det?", "Are you anonymous if you ask for it?")),
    ("also_counselling", p("Gælder det også råd?", "Does it apply to advice too?")),
    ("anonymity_ends", p("Hvornår du ikke længere er anonym", "When you are no longer anonymous")),
    ("limits", p("Grænser for alder, job og bolig", "Limits of age, work and housing")),
    ("guarantee", p("Er der en frist?", "Is there a time limit?")),
    ("other", p("Andet om at være anonym", "More on being anonymous")),
    (
        "ends_with_prescription_medicine",
        p("Slutter det, når du får medicin på recept?", "Does it end when you get medicine on prescription?"),
    ),
];
