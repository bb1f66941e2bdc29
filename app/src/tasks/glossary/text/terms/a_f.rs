use crate::{
    phrase::phrase as p,
    tasks::glossary::text::terms::{Term, term},
};

pub const TERMS: [Term; 22] = [
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
            "Samtaler for pårørende til en, der drikker. Du lærer måder at tale og handle på, der kan få den anden til at søge hjælp, og som passer på dig selv.",
            "Talks for somebody close to a person who drinks. You learn ways to talk and act that may lead the other to seek help, and that look after you.",
        ),
        &["CRAFT"],
        &["CRAFT"],
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
        "dobbeltbelastet",
        p("Dobbeltbelastet", "Two burdens at once"),
        p(
            "Når alkohol eller stoffer og en psykisk sygdom fylder på samme tid. Så skal hjælpen tage hånd om begge dele.",
            "When somebody has problems with alcohol or drugs and a mental illness at the same time. Then help must look after both.",
        ),
        &["dobbeltbelastet", "dobbeltbelastede", "dobbeltdiagnose"],
        &["dual diagnosis"],
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
            "Et sted på sygehuset for gravide og små børn, hvor alkohol, stoffer eller medicin fylder. Det er til for at hjælpe mor og barn.",
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
];
