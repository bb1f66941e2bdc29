//! The words, in the order of their slugs.

use super::Term;
use crate::text::{Phrase, phrase as p};

const fn term(
    slug: &'static str,
    name: Phrase,
    plain: Phrase,
    forms_da: &'static [&'static str],
    forms_en: &'static [&'static str],
) -> Term {
    Term { slug, name, plain, forms_da, forms_en }
}

/// All words. Written forms stand in small letters, as they occur in the texts.
pub const TERMS: [Term; 57] = [
    term(
        "aaben-raadgivning",
        p("Åben rådgivning", "Open counselling"),
        p(
            "Faste tider, hvor du kan komme ind fra gaden uden en aftale og få råd.",
            "Fixed hours when you can walk in without an appointment and get advice.",
        ),
        &["åben rådgivning"],
        &["open counselling", "drop-in counselling"],
    ),
    term(
        "abstinenser",
        p("Abstinenser", "Withdrawal"),
        p(
            "Det, kroppen og sindet gør, når du holder op med noget, de er vant til. Du kan for eksempel ryste, svede eller sove dårligt. Stopper man brat med meget alkohol, kan det være farligt. Tal med en læge først.",
            "What body and mind do when you stop something they are used to. You may shake, sweat or sleep badly. Stopping a lot of alcohol all at once can be dangerous. Talk to a doctor first.",
        ),
        &["abstinenser", "abstinens", "abstinensbehandling"],
        &["withdrawal"],
    ),
    term(
        "afgoerelse",
        p("Afgørelse", "Decision"),
        p(
            "Kommunens svar på, hvad du kan få. Du skal kunne se, hvorfor svaret er, som det er, og om du kan klage.",
            "The municipality's answer to what you can get. You should be able to see why the answer is as it is, and whether you can complain.",
        ),
        &["afgørelse", "afgørelsen", "afgørelser"],
        &["formal decision"],
    ),
    term(
        "afrusning",
        p("Afrusning", "Detox from alcohol"),
        p(
            "At komme af med alkoholen i kroppen, så det er trygt. Det kan ske med medicin og med en, der holder øje.",
            "Getting the alcohol out of the body safely. It may be done with medicine and with somebody keeping an eye on you.",
        ),
        &["afrusning", "afruset"],
        &["detox"],
    ),
    term(
        "aktindsigt",
        p("Aktindsigt", "Access to your records"),
        p(
            "Din ret til at se, hvad der er skrevet om dig.",
            "Your right to see what has been written about you.",
        ),
        &["aktindsigt"],
        &["access to documents", "access to records"],
    ),
    term(
        "ambulant",
        p("Ambulant behandling", "Outpatient treatment"),
        p(
            "Behandling, mens du bor hjemme. Du kommer til samtaler eller i en gruppe og går hjem igen.",
            "Treatment while you live at home. You come for talks or to a group and go home again.",
        ),
        &["ambulant", "ambulante", "ambulatorium"],
        &["outpatient"],
    ),
    term(
        "ankestyrelsen",
        p("Ankestyrelsen", "Ankestyrelsen (the National Appeals Board)"),
        p(
            "En myndighed uden for kommunen. Den ser på sagen, når kommunen fastholder en afgørelse, du har klaget over.",
            "An authority outside the municipality. It looks at the case when the municipality stands by a decision you complained about.",
        ),
        &["ankestyrelsen"],
        &["ankestyrelsen", "national appeals board", "appeals board"],
    ),
    term(
        "anonym",
        p("Anonym", "Anonymous"),
        p(
            "Ingen ved, hvem du er. Du siger ikke dit navn og ikke dit CPR-nummer. Hvornår du kan være det, står under hver kommune.",
            "Nobody knows who you are. You do not give your name or your CPR number. Each municipality's pages say when you can be.",
        ),
        &[],
        &[],
    ),
    term(
        "antabus",
        p("Antabus", "Antabus"),
        p(
            "Medicin, der gør dig syg, hvis du drikker. Nogle bruger den som en hjælp til at lade være. En læge skal sige ja.",
            "A medicine that makes you ill if you drink. Some use it as a help not to. A doctor must agree.",
        ),
        &["antabus"],
        &["antabus"],
    ),
    term(
        "behandlingsgaranti",
        p("Behandlingsgaranti", "The treatment guarantee"),
        p(
            "Loven siger, at behandling skal begynde senest 14 dage efter, at du har bedt om den. Hvad der er med, står under hver kommune.",
            "The law says that treatment must begin no later than 14 days after you asked for it. Each municipality's pages say what it covers.",
        ),
        &["behandlingsgaranti", "behandlingsgarantien", "garantien"],
        &["treatment guarantee", "14-day guarantee"],
    ),
    term(
        "behandlingsplan",
        p("Behandlingsplan", "Treatment plan"),
        p(
            "Det, I aftaler om din behandling: hvad du vil nå, hvad I gør, og hvornår I ser på det igen.",
            "What you agree about your treatment: what you want to reach, what is done, and when you look at it again.",
        ),
        &["behandlingsplan", "behandlingsplanen", "behandlingsplaner", "indsatsplan", "indsatsplanen"],
        &["treatment plan"],
    ),
    term(
        "bisidder",
        p("Bisidder", "A companion"),
        p(
            "En, du selv vælger at tage med til et møde. Det kan være en ven eller en fra en forening.",
            "Somebody you choose to bring to a meeting. It may be a friend or somebody from an association.",
        ),
        &["bisidder"],
        &["companion"],
    ),
    term(
        "borgerraadgiver",
        p("Borgerrådgiver", "Citizen adviser"),
        p(
            "En i kommunen, som ikke tager parti. Borgerrådgiveren kan hjælpe, når du er gået i stå med kommunen eller vil klage.",
            "Somebody in the municipality who takes no sides. The citizen adviser can help when you are stuck with the municipality or want to complain.",
        ),
        &["borgerrådgiver", "borgerrådgiveren", "borgerrådgivere", "borgerrådgivning"],
        &["citizen adviser", "citizen advisers"],
    ),
    term(
        "craft",
        p("CRAFT", "CRAFT"),
        p(
            "Samtaler for den, der er tæt på en, som drikker. Du lærer måder at tale og handle på, der kan få den anden til at søge hjælp, og som passer på dig selv.",
            "Talks for somebody close to a person who drinks. You learn ways to talk and act that may lead the other to seek help, and that look after you.",
        ),
        &["craft"],
        &["craft"],
    ),
    term(
        "dagbehandling",
        p("Dagbehandling", "Day treatment"),
        p(
            "Behandling en stor del af dagen, flere dage om ugen. Du sover hjemme.",
            "Treatment for much of the day, several days a week. You sleep at home.",
        ),
        &["dagbehandling"],
        &["day treatment"],
    ),
    term(
        "doegnbehandling",
        p("Døgnbehandling", "Inpatient treatment"),
        p(
            "Du bor et sted i en tid, mens du er i behandling. Der er nogen hos dig dag og nat.",
            "You live at a place for some time while you are in treatment. Somebody is there day and night.",
        ),
        &["døgnbehandling", "døgnbehandlingen", "døgnophold", "døgntilbud"],
        &["inpatient"],
    ),
    term(
        "dobbeltbelastet",
        p("Dobbeltbelastet", "Two burdens at once"),
        p(
            "Når alkohol eller stoffer og en psykisk sygdom fylder på samme tid. Så skal hjælpen tage hånd om begge dele.",
            "When alcohol or drugs and a mental illness take up space at the same time. Then help must look after both.",
        ),
        &["dobbeltbelastet", "dobbeltbelastede", "dobbeltdiagnose"],
        &["dual diagnosis"],
    ),
    term(
        "e-boks",
        p("e-Boks", "e-Boks"),
        p(
            "Din post fra det offentlige på nettet. Er du anonym, kan du ikke få brev der.",
            "Your post from the authorities, on the internet. If you are anonymous you cannot get letters there.",
        ),
        &["e-boks"],
        &["e-boks"],
    ),
    term(
        "efterbehandling",
        p("Efterbehandling", "Aftercare"),
        p(
            "Støtte, når den første behandling er slut, så det nye liv får lov at sætte sig.",
            "Support once the first treatment has ended, so that the new life can settle.",
        ),
        &["efterbehandling", "efterbehandlingen"],
        &["aftercare"],
    ),
    term(
        "egenbetaling",
        p("Egenbetaling", "Own payment"),
        p(
            "Den del, du selv skal betale. Det handler mest om mad og et sted at bo under døgnbehandling.",
            "The share you pay yourself. It is mostly about food and lodging during inpatient treatment.",
        ),
        &["egenbetaling", "egenbetalingen"],
        &["own payment"],
    ),
    term(
        "familieambulatorium",
        p("Familieambulatorium", "Family outpatient clinic"),
        p(
            "Et sted på sygehuset for gravide og små børn, hvor alkohol, stoffer eller medicin fylder. Man er der for at hjælpe mor og barn.",
            "A place at the hospital for pregnant women and small children where alcohol, drugs or medicine play a part. It is there to help mother and child.",
        ),
        &["familieambulatorium", "familieambulatoriet"],
        &["familieambulatorium", "family outpatient clinic"],
    ),
    term(
        "frit-valg",
        p("Frit valg", "Free choice"),
        p(
            "Din ret til at vælge et andet sted, når det er hjælp af samme slags og stedet er godkendt.",
            "Your right to choose another place, when it is help of the same kind and the place is approved.",
        ),
        &["frit valg", "frie valg"],
        &["free choice"],
    ),
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
            "A way of talking in which you look at how thoughts, feelings and what you do hang together. Then you can try to do something else.",
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
            "Det dokument, hvor kommunen skriver, hvilken hjælp den giver, og hvordan. Alt, hvad du læser her om hjælpen, kommer derfra.",
            "The document in which the municipality writes what help it gives, and how. All you read here about the help comes from it.",
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
            "En gratis samtale med en læge, når det gælder stoffer. I taler om helbred og om medicin kan hjælpe.",
            "A free talk with a doctor when it is about drugs. You talk about health and whether medicine can help.",
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
        &["mi", "motiverende"],
        &["mi", "motivational"],
    ),
    term(
        "move",
        p("MOVE", "MOVE"),
        p(
            "Et forløb for unge med samtaler, der følger en fast rækkefølge. Nogle unge får gavekort for at møde op.",
            "A course for young people with talks that follow a set order. Some of them get gift cards for turning up.",
        ),
        &["move"],
        &["move"],
    ),
    term(
        "nada",
        p("NADA", "NADA"),
        p(
            "Fem små nåle i øret. Mange bruger det for at få ro og sove bedre.",
            "Five small needles in the ear. Many use it to calm down and sleep better.",
        ),
        &["nada", "øreakupunktur"],
        &["nada", "ear acupuncture"],
    ),
    term(
        "opfoelgning",
        p("Opfølgning", "Follow-up"),
        p(
            "Når nogen fra centret spørger, hvordan det går, efter at du er stoppet i behandling. Det er også det, man kalder det, når I sammen ser på din plan igen.",
            "When somebody from the centre asks how you are after your treatment has ended. It is also the word for looking at your plan together again.",
        ),
        &["opfølgning", "opfølgningen"],
        &["follow-up"],
    ),
    term(
        "paaroerende",
        p("Pårørende", "Relatives, and others close"),
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
        &["smart", "smart-mål"],
        &["smart", "smart goals"],
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
            "Når en, der arbejder med mennesker, er bekymret for et barn, skal han eller hun sige det til kommunen. Det sker for at hjælpe barnet og familien.",
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
