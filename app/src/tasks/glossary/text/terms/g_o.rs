use crate::{
    phrase::phrase as p,
    tasks::glossary::text::terms::{Term, term},
};

pub const TERMS: [Term; 15] = [
    term(
        "gavekort",
        p("Gavekort", "Gift cards"),
        p(
            "Et kort, du kan købe noget for. Nogle unge i MOVE får det, når de møder op.",
            "A card you can buy something with. Some young people in MOVE get it when they turn up.",
        ),
        &["gavekort", "gavekortet"],
        &["gift card", "gift cards"],
    ),
    term(
        "handlekommune",
        p("Handlekommune", "Acting municipality"),
        p(
            "Den kommune, der skal hjælpe dig. Det er næsten altid der, hvor du bor.",
            "The municipality that must help you. It is nearly always the one you live in.",
        ),
        &["handlekommune"],
        &["acting municipality"],
    ),
    term(
        "handleplan",
        p("Handleplan", "Action plan"),
        p(
            "En plan, der binder hjælp fra flere steder sammen: bolig, penge, job, helbred. Den følger serviceloven § 141 og er ikke det samme som planen for din behandling.",
            "A plan that ties help from several places together: home, money, work, health. It follows § 141 of the Social Services Act and is not the same as the plan for your treatment.",
        ),
        &["handleplan", "handleplanen", "handleplaner", "helhedsplan", "helhedsplanen"],
        &["action plan", "action plans"],
    ),
    term(
        "henvisning",
        p("Henvisning", "Referral"),
        p(
            "At en læge eller en anden sender dig videre. Står der, at ingen skal henvise dig, kan du selv tage kontakt.",
            "When a doctor or somebody else sends you on. Where it says that nobody has to refer you, you can make contact yourself.",
        ),
        &["henvisning"],
        &["referral"],
    ),
    term(
        "indskrivning",
        p("Indskrivning", "Enrolment"),
        p(
            "Den dag, du begynder et forløb for alvor. Råd kan du få uden at være skrevet ind.",
            "The day you really begin a course. You can get advice without being enrolled.",
        ),
        &["indskrivning", "indskrivningen", "indskrevet"],
        &["enrolment", "enrolled"],
    ),
    term(
        "kognitiv-metode",
        p("Kognitiv metode", "Cognitive method"),
        p(
            "En måde at tale på, hvor I ser på, hvordan tanker, følelser og det, du gør, hænger sammen. Så kan du prøve at gøre noget andet.",
            "A way of talking in which you look at how thoughts, feelings and what you do are connected. Then you can try to do something else.",
        ),
        &["kognitiv", "kognitive"],
        &["cognitive"],
    ),
    term(
        "kriminalforsorgen",
        p("Kriminalforsorgen", "The Prison and Probation Service"),
        p(
            "Står for fængsler og for tilsyn med folk, der har fået en dom.",
            "Runs prisons and looks after people with a sentence outside prison.",
        ),
        &["kriminalforsorgen"],
        &["kriminalforsorgen", "prison and probation service"],
    ),
    term(
        "kvalitetsstandard",
        p("Kvalitetsstandard", "Quality standard"),
        p(
            "Det dokument, hvor kommunen skriver, hvilken hjælp den giver, og hvordan. Alt om hjælpen her kommer derfra. Vi kalder det også kommunens regler.",
            "The document in which the municipality writes what help it gives, and how. Everything about the help here comes from it. We also call it the municipality's rules.",
        ),
        &["kvalitetsstandard", "kvalitetsstandarden"],
        &["quality standard"],
    ),
    term(
        "laegekonsulent",
        p("Lægekonsulent", "Medical consultant"),
        p(
            "Centrets læge. Han eller hun tager sig af medicin og helbred sammen med de andre.",
            "The centre's doctor, who looks after medicine and health together with the others.",
        ),
        &["lægekonsulent", "lægekonsulenten"],
        &["medical consultant"],
    ),
    term(
        "laegesamtale",
        p("Lægesamtale", "Talk with a doctor"),
        p(
            "En gratis samtale med en læge, når det gælder stoffer. I taler om dit helbred, og om medicin kan hjælpe dig.",
            "A free talk with a doctor when it is about drugs. You talk about your health and whether medicine can help.",
        ),
        &["lægesamtale", "lægesamtalen"],
        &["talk with a doctor", "doctor's talk"],
    ),
    term(
        "metadon",
        p("Metadon", "Methadone"),
        p(
            "Medicin, du kan få i stedet for heroin og lignende. Den giver kroppen ro.",
            "A medicine you can get in place of heroin and the like. It gives the body peace.",
        ),
        &["metadon", "buprenorfin"],
        &["methadone", "buprenorphine"],
    ),
    term(
        "mi",
        p("MI, den motiverende samtale", "MI, motivational interviewing"),
        p(
            "En samtale, hvor du selv finder ud af, hvad du vil, og hvorfor. Ingen presser dig.",
            "A talk in which you find out yourself what you want, and why. Nobody pushes you.",
        ),
        &["MI", "motiverende"],
        &["MI", "motivational"],
    ),
    term(
        "move",
        p("MOVE", "MOVE"),
        p(
            "Et forløb for unge med samtaler, der følger en fast rækkefølge. Nogle unge får gavekort for at møde op.",
            "A course for young people with talks that follow a set order. Some of them get gift cards for turning up.",
        ),
        &["MOVE"],
        &["MOVE"],
    ),
    term(
        "nada",
        p("NADA", "NADA"),
        p(
            "Fem små nåle i øret. Mange bruger det for at få ro og sove bedre.",
            "Five small needles in the ear. Many use it to calm down and sleep better.",
        ),
        &["NADA", "øreakupunktur"],
        &["NADA", "ear acupuncture"],
    ),
    term(
        "opfoelgning",
        p("Opfølgning", "Follow-up"),
        p(
            "Centret spørger, hvordan det går, når din behandling er slut. Ordet bliver også brugt om at se på din plan igen sammen.",
            "When somebody from the centre asks how you are after your treatment has ended. It is also the word for looking at your plan together again.",
        ),
        &["opfølgning", "opfølgningen"],
        &["follow-up"],
    ),
];
