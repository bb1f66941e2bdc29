//! The case, in words for the citizen and for the desk.

use crate::phrase::{Phrase, phrase, promise};
use domain::{
    Lang, Substance, Treatment,
    case::{CaseFact, CheckItem, CitizenAct, DeadlineKind, DecisionOutcome},
    decide::ContactBy,
};

#[must_use]
pub const fn title(substance: Substance) -> Phrase {
    match substance {
        Substance::Alcohol => phrase("Din behandling for alkohol", "Your treatment for alcohol"),
        Substance::Drugs => phrase("Din behandling for stoffer", "Your treatment for drugs"),
    }
}

pub const BEGINS_BY: Phrase =
    promise("Din behandling skal begynde senest {}.", "Your treatment must begin by {}.");
pub const OFFERED_BY: Phrase =
    promise("Du skal have tilbudt behandling senest {}.", "You must be offered treatment by {}.");
pub const NO_DAY: Phrase = phrase(
    "Kommunens regler giver ikke en sidste dag her. Spørg centret, hvornår du kan begynde.",
    "The municipality's rules give no last day here. Ask the centre when you can begin.",
);
pub const LATE: Phrase = phrase(
    "Det skulle være sket senest {}. Det er ikke din skyld. Ring til centret, og sig: ”Min frist er gået ud.”",
    "It should have happened by {}. That is not your fault. Call the centre and say: “My time limit has passed.”",
);
pub const COMPLAIN: Phrase = phrase("Se, hvordan du kan klage", "See how you can complain");
pub const STARTED: Phrase = phrase("Din behandling begyndte {}.", "Your treatment began on {}.");
pub const OFFERED_ON: Phrase = phrase("Du fik tilbudt behandling {}.", "You were offered treatment on {}.");
pub const ENDED: Phrase = phrase("Det sluttede {}.", "It ended on {}.");
pub const WHOLE_DAY: Phrase = phrase("Hele den dag tæller med.", "The whole of that day counts.");
pub const HAPPENED: Phrase = phrase("Hvad der er sket", "What has happened");
pub const ALSO: Phrase = phrase("Det skal også ske", "This must happen too");
pub const NEXT: Phrase = phrase(
    "Næste skridt er en samtale om, hvad du har brug for.",
    "The next step is a talk about what you need.",
);
pub const BY: Phrase = phrase("senest {}", "by {}");
pub const DONE: Phrase = phrase("sket {}", "done {}");

pub const NO_CLAIM: Phrase = phrase(
    "Så har du ikke krav på, at behandlingen begynder inden for fristen. Der står ingen sidste dag, så længe du ønsker et andet sted.",
    "Then you have no claim to a start within the time limit. No last day stands here for as long as you wish for another place.",
);
pub const WAIVABLE: Phrase = phrase(
    "Så kan fristen blive fraveget. Der står ingen sidste dag, så længe du ønsker et andet sted.",
    "Then the time limit may be departed from. No last day stands here for as long as you wish for another place.",
);
pub const CLAIM_UNKNOWN: Phrase = phrase(
    "Kommunens regler siger ikke, hvad det betyder for fristen. Spørg centret først.",
    "The municipality's rules do not say what it means for the time limit. Ask the centre first.",
);
pub const ACT_DONE: Phrase =
    phrase("Det er skrevet ned. Centret kan se det.", "It is written down. The centre can see it.");

#[must_use]
pub const fn act(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase("Vælg et andet sted", "Choose another place"),
        CitizenAct::TakeBackChoice => {
            phrase("Fortryd valget af et andet sted", "Take back the choice of another place")
        }
        CitizenAct::AskForDoctor => phrase("Bed om en samtale med en læge", "Ask for a talk with a doctor"),
        CitizenAct::Withdraw => {
            phrase("Tag ønsket om behandling tilbage", "Take back the wish for treatment")
        }
    }
}

/// What it leads to, told before it is done.
#[must_use]
pub const fn act_means(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase(
            "Centret hører, at du ønsker et andet sted. Du kan fortryde, indtil centret har bekræftet det.",
            "The centre hears that you wish for another place. You can take it back until the centre has confirmed it.",
        ),
        CitizenAct::TakeBackChoice => phrase(
            "Så tæller dagene igen, som de gjorde før.",
            "Then the days count again as they did before.",
        ),
        CitizenAct::AskForDoctor => {
            phrase("Centret hører, at du ønsker det.", "The centre hears that you wish for it.")
        }
        CitizenAct::Withdraw => phrase(
            "Så holder vi ikke længere øje med, hvornår behandlingen skal begynde. Du kan altid ønske behandling igen.",
            "Then we no longer watch when treatment must begin. You can always wish for treatment again.",
        ),
    }
}

#[must_use]
pub const fn act_yes(act: CitizenAct) -> Phrase {
    match act {
        CitizenAct::ChooseOther => phrase("Ja, jeg ønsker et andet sted", "Yes, I wish for another place"),
        CitizenAct::TakeBackChoice => phrase("Ja, fortryd", "Yes, take it back"),
        CitizenAct::AskForDoctor => phrase("Ja, jeg ønsker en læge", "Yes, I wish for a doctor"),
        CitizenAct::Withdraw => phrase("Ja, tag det tilbage", "Yes, take it back"),
    }
}

pub const GROUNDS: Phrase = phrase("Hvor det står", "Where it stands");

/// A path of days, as it is read out.
#[must_use]
pub fn path(day: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("En sti af sten. I dag er dag {day} af {of}."),
        Lang::En => format!("A path of stones. Today is day {day} of {of}."),
    }
}

/// How many days are left.
#[must_use]
pub fn left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Da) => "Det er i dag.".to_owned(),
        (0, Lang::En) => "That is today.".to_owned(),
        (1, Lang::Da) => "Det er i morgen.".to_owned(),
        (1, Lang::En) => "That is tomorrow.".to_owned(),
        (days, Lang::Da) => format!("Det er om {days} dage."),
        (days, Lang::En) => format!("That is in {days} days."),
    }
}

#[must_use]
pub const fn deadline(kind: DeadlineKind) -> Phrase {
    match kind {
        DeadlineKind::Start => phrase("Behandlingen begynder", "Treatment begins"),
        DeadlineKind::Decision => phrase("Afgørelse om behandling", "Decision on treatment"),
        DeadlineKind::Plan => phrase("Plan for behandlingen", "Plan for the treatment"),
        DeadlineKind::DoctorOffer => {
            phrase("Tilbud om en samtale med en læge", "An offer of a talk with a doctor")
        }
        DeadlineKind::DoctorTalk => phrase("Samtale med en læge", "A talk with a doctor"),
        DeadlineKind::Letter => phrase("Brev om afgørelsen", "A letter about the decision"),
    }
}

/// An event, in a few words.
#[must_use]
pub const fn fact(fact: CaseFact) -> Phrase {
    match fact {
        CaseFact::Contact { by: ContactBy::Citizen, wish: true } => {
            phrase("Ønske om behandling", "A wish for treatment")
        }
        CaseFact::Contact { by: ContactBy::Citizen, wish: false } => phrase("Kontakt", "Contact"),
        CaseFact::Contact { by: ContactBy::Parent, .. } => {
            phrase("En forælder tog kontakt", "A parent made contact")
        }
        CaseFact::Contact { by: ContactBy::Relative, .. } => {
            phrase("En pårørende tog kontakt", "Somebody close made contact")
        }
        CaseFact::Contact { by: ContactBy::Authority, .. } => {
            phrase("En myndighed tog kontakt", "An authority made contact")
        }
        CaseFact::Assessed => phrase("Samtale om, hvad der er brug for", "Talk about what is needed"),
        CaseFact::Allocated { treatment, own: true } => allocated(treatment),
        CaseFact::Allocated { own: false, .. } => {
            phrase("Visiteret til et andet steds tilbud", "Allocated to another place's offer")
        }
        CaseFact::Applied(Treatment::DayTreatment) => {
            phrase("Søgt om dagbehandling", "Applied for day treatment")
        }
        CaseFact::Applied(_) => phrase("Søgt om døgnbehandling", "Applied for inpatient treatment"),
        CaseFact::MeetingArranged => phrase("Møde aftalt", "Meeting arranged"),
        CaseFact::MeetingHeld => phrase("Møde holdt", "Meeting held"),
        CaseFact::PaymentTold => phrase("Betaling oplyst", "Payment told"),
        CaseFact::DecisionMade(DecisionOutcome::Granted) => phrase("Afgørelse: ja", "Decision: yes"),
        CaseFact::DecisionMade(DecisionOutcome::Refused) => phrase("Afgørelse: nej", "Decision: no"),
        CaseFact::DecisionMade(DecisionOutcome::Changed) => phrase("Afgørelse: ændret", "Decision: changed"),
        CaseFact::DecisionSent => phrase("Afgørelse sendt", "Decision sent"),
        CaseFact::DecisionReceived => phrase("Afgørelse modtaget", "Decision received"),
        CaseFact::LetterSent => phrase("Brev sendt", "Letter sent"),
        CaseFact::PlanMade => phrase("Plan lavet", "Plan made"),
        CaseFact::DoctorWished => phrase("Samtale med læge ønsket", "Talk with a doctor wished for"),
        CaseFact::DoctorOffered => phrase("Samtale med læge tilbudt", "Talk with a doctor offered"),
        CaseFact::DoctorHeld => phrase("Samtale med læge holdt", "Talk with a doctor held"),
        CaseFact::FreeChoiceWished => phrase("Et andet sted ønsket", "Another place wished for"),
        CaseFact::FreeChoiceTakenBack => phrase("Valget taget tilbage", "The choice taken back"),
        CaseFact::FreeChoiceConfirmed => phrase("Et andet sted bekræftet", "Another place confirmed"),
        CaseFact::SeriousProblems(true) => {
            phrase("Alvorlige sociale og adfærdsmæssige problemer", "Serious social and behavioural problems")
        }
        CaseFact::SeriousProblems(false) => phrase("Ikke alvorlige problemer", "No serious problems"),
        CaseFact::Told(CheckItem::NotificationDuty) => {
            phrase("Underretningspligten fortalt", "The duty to notify told")
        }
        CaseFact::Told(CheckItem::Orientation) => phrase(
            "Besked til kommunen om børn (orientering) fortalt",
            "Message about children (orientation) told",
        ),
        CaseFact::Told(CheckItem::ActionPlan) => phrase("Handleplan tilbudt", "Action plan offered"),
        CaseFact::Told(CheckItem::PregnancyContract) => {
            phrase("Kontrakt for gravide tilbudt", "Contract in pregnancy offered")
        }
        CaseFact::Told(CheckItem::FamilyEffort) => {
            phrase("Hjælp til familier fortalt", "Help for families told")
        }
        CaseFact::Offered => phrase("Behandling tilbudt", "Treatment offered"),
        CaseFact::Adult => phrase("Fyldt 18 år", "18 or older"),
        CaseFact::Started => phrase("Behandling begyndt", "Treatment begun"),
        CaseFact::Withdrawn => phrase("Ønsket taget tilbage", "The wish taken back"),
        CaseFact::Closed => phrase("Afsluttet", "Closed"),
        CaseFact::Retracted => phrase("Fejl: det skete ikke", "A mistake: it did not happen"),
    }
}

const fn allocated(treatment: Treatment) -> Phrase {
    match treatment {
        Treatment::Outpatient => {
            phrase("Visiteret til ambulant behandling", "Allocated to outpatient treatment")
        }
        Treatment::DayTreatment => phrase("Visiteret til dagbehandling", "Allocated to day treatment"),
        Treatment::Inpatient => phrase("Visiteret til døgnbehandling", "Allocated to inpatient treatment"),
        Treatment::Substitution => {
            phrase("Visiteret til medicin i stedet for stoffer", "Allocated to medicine in place of drugs")
        }
        Treatment::Medical => phrase("Visiteret til lægelig behandling", "Allocated to medical treatment"),
        Treatment::AnonymousDrug => {
            phrase("Visiteret til anonym behandling", "Allocated to anonymous treatment")
        }
    }
}
