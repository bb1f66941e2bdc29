//! Accessibility and privacy.

use crate::phrase::{Phrase, phrase};

/// A heading and the paragraphs under it.
pub struct Section {
    pub title: Phrase,
    pub paragraphs: &'static [Phrase],
}

pub const ACCESSIBILITY_TITLE: Phrase =
    phrase("Siden skal kunne bruges af alle", "Everybody must be able to use this site");
pub const ACCESSIBILITY: &[Section] = &[
    Section {
        title: phrase("Hvad vi lover", "What we promise"),
        paragraphs: &[
            phrase(
                "Alle sider følger WCAG 2.2 på niveau AA. Det tester vi automatisk og i hånden, hver gang vi ændrer noget.",
                "All pages follow WCAG 2.2 at level AA. We test it automatically and by hand every time we change something.",
            ),
            phrase(
                "Du kan bruge alt uden mus, uden JavaScript, med skærmlæser, med dobbelt så stor tekst og på en smal skærm.",
                "You can use everything without a mouse, without JavaScript, with a screen reader, with text at twice the size and on a narrow screen.",
            ),
        ],
    },
    Section {
        title: phrase("Det ved vi mangler", "What we know is missing"),
        paragraphs: &[
            phrase(
                "Har du slået JavaScript fra, og går du tilbage, vil nogle browsere sende en formular igen. Brug så ”Et skridt tilbage” på siden.",
                "If you have turned JavaScript off and go back, some browsers want to send a form again. Use “One step back” on the page instead.",
            ),
            phrase(
                "Siden er ny og er endnu ikke testet af nogen uden for holdet bag.",
                "The site is new and has not yet been tested by anybody outside the team behind it.",
            ),
            phrase(
                "Denne side er ikke den lovpligtige erklæring. Den laver kommunen selv, når den tager siden i brug.",
                "This page is not the statement required by law. The municipality writes that itself when it starts to use the site.",
            ),
        ],
    },
];
pub const ACCESSIBILITY_CONTACT: Phrase =
    phrase("Er der noget, du ikke kan bruge?", "Is there something you cannot use?");
pub const ACCESSIBILITY_CONTACT_TEXT: Phrase = phrase(
    "Ring eller skriv til din kommune, så hjælper de dig på en anden måde.",
    "Call or write to your municipality, and they will help you in another way.",
);

pub const PRIVACY_TITLE: Phrase = phrase("Om dit privatliv her", "Your privacy here");
pub const PRIVACY: &[Section] = &[
    Section {
        title: phrase("Når du læser, gemmer vi ikke noget", "When you read, we store nothing"),
        paragraphs: &[
            phrase(
                "Du kan læse alt og finde et tilbud uden at sige, hvem du er. Vi sætter ingen cookies, når du læser, og tæller dig ikke.",
                "You can read everything and find an offer without saying who you are. When you read we set no cookies, and we do not count you.",
            ),
            phrase(
                "Mens siden hentes, kender serveren din IP-adresse. Uden den kan svaret ikke nå frem. Vi skriver den ikke ned.",
                "While the page is fetched, the server knows your IP address. Without it the answer could not reach you. We do not write it down.",
            ),
            phrase(
                "I vores log står der kun, hvilken slags side der blev hentet, om det gik godt, og groft hvor lang tid det tog.",
                "Our log says only which kind of page was fetched, whether it went well, and roughly how long it took.",
            ),
        ],
    },
    Section {
        title: phrase("Når du aftaler en tid", "When you book a time"),
        paragraphs: &[
            phrase(
                "Så gemmer vi tiden, hvordan I taler, hvem det handler om, et kaldenavn og et aftryk af din kode. Siger du, at du vil i behandling, gemmer vi dagen. Ikke dit navn, ikke dit nummer, og ikke hvornår du var på siden.",
                "Then we store the time, how you talk, who it is about, an alias and a fingerprint of your code. If you say that you want treatment, we store the day. Not your name, not your number, and not when you were on the site.",
            ),
            phrase(
                "Beder du om et opkald, er det fortroligt, ikke anonymt. Så gemmer vi nummeret, det navn, vi skal kalde dig, og hvornår de må ringe, låst med en nøgle for sig. Vi sletter det, når de har ringet, eller når de har prøvet tre gange, og senest efter 7 dage.",
                "If you ask for a call, that is confidential, not anonymous. Then we store the number, what we should call you, and when they may call, locked with a key of its own. We delete it when they have called, or tried three times, and after 7 days at the latest.",
            ),
            phrase(
                "Skriver I sammen, er det låst med en nøgle. Vi sletter det 24 timer efter tiden.",
                "If you write to each other, it is locked with a key. We delete it 24 hours after the appointment.",
            ),
            phrase(
                "Så ingen kan tage alle tider, husker serveren i højst to timer et aftryk af, hvor besøg kommer fra. Det ligger kun i hukommelsen og kan ikke føre tilbage til dig.",
                "So that nobody can take all the times, the server remembers a fingerprint of where visits come from for two hours at most. It is in memory only and cannot lead back to you.",
            ),
            phrase(
                "Vi sletter aftalen 48 timer efter samtalen. Du kan selv slette det hele før.",
                "We delete the appointment 48 hours after the talk. You can delete everything yourself before that.",
            ),
        ],
    },
    Section {
        title: phrase("Når du klager", "When you complain"),
        paragraphs: &[
            phrase(
                "Vi gemmer først noget, når du sender. Det, du skriver, er låst med en nøgle for hver klage. Kun den, der skal læse klagen, kan åbne den. Den, klagen handler om, kan ikke.",
                "We store nothing until you send. What you write is locked with a key for each complaint. Only whoever is to read the complaint can open it. Whoever it is about cannot.",
            ),
            phrase(
                "Du kan klage uden navn. Siger du dit navn, er klagen ikke anonym mere. Klager du under en kode, du har i forvejen, hører klagen og det andet under koden sammen.",
                "You can complain without a name. If you tell your name, the complaint is no longer anonymous. If you complain under a code you already have, the complaint and what else is under the code belong together.",
            ),
            phrase(
                "Klagen bliver slettet et halvt år efter, at den er besvaret, og ellers efter to år. Du kan selv slette den før.",
                "The complaint is deleted half a year after it is answered, and otherwise after two years. You can delete it yourself before that.",
            ),
        ],
    },
    Section {
        title: phrase("Når du har en plan", "When you have a plan"),
        paragraphs: &[
            phrase(
                "Centret kan åbne en plan til dig, også uden dit navn. Det, der står i den, er låst med en nøgle for hver plan. Du og de ansatte, der arbejder med planer på dit center, kan læse den. Det bliver noteret, hver gang en af dem ser i den.",
                "The centre can open a plan for you, also without your name. What stands in it is locked with a key for each plan. You and the staff who work with plans at your centre can read it. Each time one of them looks in it, that is noted.",
            ),
            phrase(
                "Dine private noter er låst med din kode og dine seks cifre. Centret kan ikke åbne dem, og det kan vi heller ikke. Får du en ny kode, er de væk.",
                "Your private notes are locked with your code and your six digits. The centre cannot open them, and neither can we. If you get a new code they are gone.",
            ),
            phrase(
                "Mens du er inde i planen, har din browser én cookie. Den siger kun, at du er logget ind. Den forsvinder, når du logger ud, forlader siden eller lukker browseren. Så længe gemmer vi, hvornår du loggede ind og sidst gjorde noget.",
                "While you are in the plan your browser has one cookie. It only says that you are signed in. It goes when you sign out, leave the site or close the browser. For as long we store when you signed in and last did something.",
            ),
            phrase(
                "Planen bliver slettet 12 måneder efter, at nogen sidst har skrevet i den.",
                "The plan is deleted 12 months after somebody last wrote in it.",
            ),
        ],
    },
    Section {
        title: phrase("Dine svar", "Your answers"),
        paragraphs: &[
            phrase(
                "Når du leder efter et tilbud, står dine svar aldrig i adressen og aldrig i en log. De forsvinder, når du går videre.",
                "When you look for an offer, your answers are never in the address and never in a log. They are gone when you move on.",
            ),
            phrase(
                "Hvis din telefon kan, finder den selv ud af, hvad der passer. Så bliver svarene på telefonen.",
                "If your phone can, it works out for itself what fits. Then the answers stay on the phone.",
            ),
        ],
    },
    Section {
        title: phrase("Hvis nogen ser efter på din telefon", "If somebody checks your phone"),
        paragraphs: &[
            phrase(
                "”Forlad siden” åbner vejrudsigten. Siden lægger ikke selv noget på telefonen.",
                "“Leave this site” opens the weather forecast. The site itself puts nothing on your phone.",
            ),
            phrase(
                "Den kan ikke slette din historik. Der står titlerne på de sider, du har læst, også på tilbud om alkohol eller stoffer. Du kan selv slette dem for netop denne side. At slette alt kan vække opsigt.",
                "It cannot delete your history. The titles of the pages you have read stand there, also of help with alcohol or drugs. You can delete them yourself for this one site. Deleting everything may attract attention.",
            ),
            phrase(
                "Tilbage-knappen kan vise de sider, du lige har set. Tryk på ”Forlad siden”, når du går.",
                "The back button can show the pages you have just seen. Press “Leave this site” when you go.",
            ),
            phrase(
                "Har du slået JavaScript fra, kan din browser gemme det, du skriver, i sine egne filer. Brug så et privat vindue.",
                "If you have turned JavaScript off, your browser may keep what you write in its own files. Use a private window then.",
            ),
            phrase(
                "Et privat vindue efterlader færre spor. Det sikreste er en telefon eller computer, som ingen andre bruger.",
                "A private window leaves fewer traces. The safest is a phone or computer that nobody else uses.",
            ),
            phrase(
                "Ringer du til et nummer, kan det stå på telefonregningen og i opkaldslisten.",
                "If you call a number, it may show on the phone bill and in the list of calls.",
            ),
        ],
    },
];
