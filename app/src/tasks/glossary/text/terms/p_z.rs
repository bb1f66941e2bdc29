use crate::{
    phrase::phrase as p,
    tasks::glossary::text::terms::{Term, term},
};

pub const TERMS: [Term; 20] = [
    term(
        "paaroerende",
        p("Pårørende", "Family and friends"),
        p(
            "Du, der er tæt på en, som drikker eller tager stoffer: familie, kæreste, ven eller kollega.",
            "You who are close to somebody who drinks or uses drugs: family, partner, friend or colleague.",
        ),
        &["pårørende"],
        &[],
    ),
    term(
        "psykiatri",
        p("Psykiatri", "Psychiatry"),
        p(
            "Sygehusets hjælp, når sindet er sygt: for eksempel ved angst, depression eller psykose.",
            "The health service's help when the mind is ill: with anxiety, depression or psychosis, for example.",
        ),
        &["psykiatri", "psykiatrien"],
        &["psychiatry"],
    ),
    term(
        "rusmiddel",
        p("Rusmiddel", "Substance"),
        p("Et fælles ord for alkohol og stoffer.", "One word for alcohol and drugs together."),
        &["rusmiddel", "rusmidler", "rusmidlet", "rusmidlerne"],
        &["substance", "substances"],
    ),
    term(
        "samtykke",
        p("Samtykke", "Consent"),
        p(
            "At du siger ja, når du ved, hvad du siger ja til. Du kan trække dit ja tilbage.",
            "That you say yes knowing what you say yes to. You can take your yes back.",
        ),
        &["samtykke", "samtykket"],
        &["consent"],
    ),
    term(
        "smart",
        p("SMART-mål", "SMART goals"),
        p(
            "Mål, der er lette at gå efter: De er klare, kan måles, kan nås og har en dato. Ét af bogstaverne dækker over lidt forskelligt fra kommune til kommune.",
            "Goals that are easy to work towards: they are clear, can be measured, can be reached and have a date. One of the letters stands for slightly different things in different municipalities.",
        ),
        &["SMART", "SMART-mål"],
        &["SMART", "SMART goals"],
    ),
    term(
        "socialtilsynet",
        p("Socialtilsynet", "Socialtilsynet (the social supervision authority)"),
        p(
            "En myndighed, der godkender steder, som hjælper, og holder øje med, at hjælpen er god nok.",
            "An authority that approves places that help, and checks that the help is good enough.",
        ),
        &["socialtilsynet", "socialtilsyn"],
        &["socialtilsynet"],
    ),
    term(
        "stpk",
        p("Styrelsen for Patientklager", "Styrelsen for Patientklager (the patient complaints agency)"),
        p(
            "Her kan du klage over den del af hjælpen, der handler om helbred: læger, sygeplejersker og medicin.",
            "Here you can complain about the health part of the help: doctors, nurses and medicine.",
        ),
        &["styrelsen for patientklager"],
        &["styrelsen for patientklager"],
    ),
    term(
        "substitutionsbehandling",
        p("Substitutionsbehandling", "Substitution treatment"),
        p(
            "Medicin på recept i stedet for stoffer, så du kan få styr på hverdagen. Det gælder mest heroin og lignende.",
            "Medicine on prescription in place of drugs, so that you can get a grip on daily life. It is mostly about heroin and the like.",
        ),
        &["substitutionsbehandling", "substitution", "substitutionsmedicin"],
        &["substitution", "medicine in place of drugs"],
    ),
    term(
        "supervision",
        p("Supervision", "Supervision"),
        p(
            "At behandlere taler deres arbejde igennem med en udefra, så de bliver ved med at gøre det godt.",
            "When practitioners talk their work through with somebody from outside, so that they keep doing it well.",
        ),
        &["supervision"],
        &["supervision from outside"],
    ),
    term(
        "tavshedspligt",
        p("Tavshedspligt", "Duty of secrecy"),
        p(
            "De, der hjælper dig, må ikke fortælle andre om dig. Der er få undtagelser. Den vigtigste er, når et barn har det svært.",
            "Those who help you may not tell others about you. There are few exceptions. The most important is when a child is not well.",
        ),
        &["tavshedspligt"],
        &["duty of secrecy", "confidentiality"],
    ),
    term(
        "tilbagefald",
        p("Tilbagefald", "Relapse"),
        p(
            "At komme til at drikke eller tage stoffer igen. Det sker for mange og betyder ikke, at arbejdet er spildt.",
            "Drinking or using drugs again. It happens to many and does not mean that the work is wasted.",
        ),
        &["tilbagefald"],
        &["relapse", "relapses"],
    ),
    term(
        "tilbudsportalen",
        p("Tilbudsportalen", "Tilbudsportalen"),
        p(
            "En liste for hele landet over steder, der hjælper og er godkendt.",
            "The national list of approved places that help.",
        ),
        &["tilbudsportalen"],
        &["tilbudsportalen"],
    ),
    term(
        "traume",
        p("Traume", "Trauma"),
        p(
            "Et sår i sindet efter noget voldsomt eller noget, der varede alt for længe.",
            "A wound in the mind after something violent, or something that lasted far too long.",
        ),
        &["traume", "traumer"],
        &["trauma"],
    ),
    term(
        "trivsel",
        p("Trivsel", "Well-being"),
        p(
            "Hvordan du har det til daglig. I flere kommuner svarer du på de samme spørgsmål med mellemrum, så du kan se, om det går fremad.",
            "How you are from day to day. In several municipalities you answer the same questions now and then, so that you can see whether things are getting better.",
        ),
        &["trivsel"],
        &["well-being"],
    ),
    term(
        "udskrivning",
        p("Udskrivning", "Discharge"),
        p("Den dag, et forløb slutter.", "The day a course ends."),
        &["udskrivning", "udskrivningen", "udskrevet"],
        &["discharge", "discharged"],
    ),
    term(
        "underretning",
        p("Underretning", "Notifying the children's services"),
        p(
            "Når en, der arbejder med mennesker, er bekymret for et barn, skal han eller hun give kommunen besked. Det sker for at hjælpe barnet og familien.",
            "When somebody who works with people is worried about a child, he or she must tell the municipality. It is done to help the child and the family.",
        ),
        &["underretning", "underretningspligt", "underrette"],
        &["duty to notify", "notification"],
    ),
    term(
        "ungmap",
        p("UngMap", "UngMap"),
        p(
            "Spørgsmål på en skærm om skole, venner, helbred og rusmidler, som unge svarer på i begyndelsen.",
            "Questions on a screen about school, friends, health and substances, which young people answer in the beginning.",
        ),
        &["ungmap"],
        &["ungmap"],
    ),
    term(
        "vaerge",
        p("Værge", "Guardian"),
        p(
            "En, der er sat til at passe på en andens ret og penge.",
            "Somebody who is named to look after the rights and the money of another person.",
        ),
        &["værge", "værgen"],
        &["guardian"],
    ),
    term(
        "visitation",
        p("Visitation", "Intake"),
        p(
            "At finde ud af, hvad du har brug for, og hvilken hjælp der passer. Det begynder med en samtale.",
            "Finding out what you need and what help fits. It begins with a talk.",
        ),
        &["visitation", "visitationen", "visiteret", "visitator", "visitationsudvalg", "visitationsudvalget"],
        &["intake", "allocated", "intake committee"],
    ),
    term(
        "whistleblower",
        p("Whistleblower-ordning", "Whistleblower channel"),
        p(
            "En måde at fortælle om alvorlige fejl, uden at det kan ses, hvem der siger det.",
            "A way to tell about serious wrongs without it being seen who tells.",
        ),
        &["whistleblower", "whistleblowerordning", "whistleblowerordningen"],
        &["whistleblower"],
    ),
];
