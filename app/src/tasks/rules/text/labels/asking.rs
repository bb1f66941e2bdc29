//! Names of the rules about the standard itself, contact and advice.

use crate::phrase::{Phrase, phrase as p};

pub const IDENTITY: [(&str, Phrase); 21] = [
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

pub const CONTACT: [(&str, Phrase); 10] = [
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

pub const COUNSELLING: [(&str, Phrase); 19] = [
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
    ("youngest_age", p("Den yngste alder, der er nævnt", "The youngest age that is named")),
    (
        "more_when_needed",
        p("Kan voksne få flere, hvis der er brug for det?", "Can adults get more if they need them?"),
    ),
    ("talks_at_school_counted", p("Tæller samtaler på skoler med?", "Do talks at schools count?")),
    ("after_last", p("Efter den sidste samtale", "After the last talk")),
    (
        "without_parents_ages",
        p("Alder, hvor forældre ikke skal sige ja", "Ages at which parents need not agree"),
    ),
];

pub const RELATIVES: [(&str, Phrase); 31] = [
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
    ("beyond_max", p("Efter det højeste antal", "After the highest number")),
    (
        "under_18_user_to_staff",
        p(
            "Afgør personalet det, når den anden er under 18 år?",
            "Do staff decide when the other is under 18?",
        ),
    ),
    ("young_user_to_age", p("Regler om unge gælder til og med", "Rules about the young hold up to")),
    (
        "young_user_max",
        p("Højst antal samtaler, når den anden er ung", "Talks at most when the other is young"),
    ),
    (
        "young_user_minutes",
        p("Længde af en samtale, når den anden er ung", "Length of a talk when the other is young"),
    ),
    (
        "adult_user_substances",
        p("Samtaler, når den anden er ældre, gælder", "Talks when the other is older apply to"),
    ),
    ("course_meetings", p("Gange på kurset", "Meetings of the course")),
    ("course_minutes", p("Længde af en gang på kurset", "Length of a course meeting")),
    (
        "course_user_from_age",
        p("Kurset gælder, når den anden er mindst", "The course applies when the other is at least"),
    ),
    ("course_relative_from_age", p("Kurset er til dig fra", "The course is for you from")),
    ("craft_talks", p("Samtaler i CRAFT", "Talks in CRAFT")),
    ("craft_pre_talks", p("Samtaler før CRAFT", "Talks before CRAFT")),
    ("craft_relative_from_age", p("CRAFT er til dig fra", "CRAFT is for you from")),
    ("brus_to_age", p("BRUS er til og med", "BRUS is up to")),
    ("group_offered", p("Er der en gruppe for pårørende?", "Is there a group for those close?")),
    ("group_size", p("Højst antal i gruppen", "Most people in the group")),
    ("group_meetings", p("Møder i gruppen", "Meetings of the group")),
    ("group_interval_days", p("Tid mellem møder", "Time between meetings")),
    ("group_follow_up_days", p("Tid til opfølgende møde", "Time until the follow-up meeting")),
];

pub const ANONYMOUS_DRUGS: [(&str, Phrase); 23] = [
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
    ("other_challenges_exclude", p("Udelukker andre udfordringer dig?", "Do other challenges rule you out?")),
    (
        "psychological_problems_to_staff",
        p(
            "Afgør personalet det, når du har det psykisk svært?",
            "Do staff decide when you struggle mentally?",
        ),
    ),
    (
        "contact_channels",
        p("Måder at aftale den første samtale anonymt", "Ways to agree on the first talk anonymously"),
    ),
];

pub const ANONYMOUS_ALCOHOL: [(&str, Phrase); 7] = [
    ("on_request", p("Er du anonym, hvis du beder om det?", "Are you anonymous if you ask for it?")),
    ("also_counselling", p("Gælder det også råd?", "Does it hold for advice too?")),
    ("anonymity_ends", p("Hvad der ender det anonyme", "What ends being anonymous")),
    ("limits", p("Grænser for alder, job og bolig", "Limits of age, work and home")),
    ("guarantee", p("Gælder de 14 dage?", "Do the 14 days apply?")),
    ("other", p("Andet om at være anonym", "More on being anonymous")),
    (
        "ends_with_prescription_medicine",
        p("Slutter det, når du får medicin på recept?", "Does it end with medicine on prescription?"),
    ),
];
