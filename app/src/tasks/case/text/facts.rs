//! Time limits and events of a case, in a few words.

use crate::phrase::{Phrase, phrase};
use crate::ui::text as common;
use domain::{
    Lang, Treatment,
    case::{CaseFact, CheckItem, DeadlineKind, DecisionOutcome},
    decide::ContactBy,
};

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
        DeadlineKind::ExternalStatus => {
            phrase("Det andet sted fortæller, hvordan det går", "The other place tells how it goes")
        }
        DeadlineKind::InspectionVisit => {
            phrase("Centret besøger det andet sted", "The centre visits the other place")
        }
        DeadlineKind::BreakOffNotice => phrase(
            "Det andet sted giver besked om, at behandlingen er stoppet",
            "The other place tells that treatment has stopped",
        ),
    }
}

/// An event in a few words, with the ages that it tells.
#[must_use]
pub fn describe_fact(told: CaseFact, lang: Lang) -> String {
    let said = fact(told).get(lang);
    match told {
        CaseFact::Ages(ages) => format!("{said}: {}", common::ages(ages, lang)),
        _ => said.to_owned(),
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
        CaseFact::Allocated { treatment, own: false } => allocated_elsewhere(treatment),
        CaseFact::Applied(Treatment::DayTreatment) => {
            phrase("Søgt om dagbehandling", "Applied for day treatment")
        }
        CaseFact::Applied(_) => phrase("Søgt om døgnbehandling", "Applied for inpatient treatment"),
        CaseFact::MeetingArranged => phrase("Møde aftalt til den dag", "Meeting arranged for that day"),
        CaseFact::MeetingHeld => phrase("Møde holdt", "Meeting held"),
        CaseFact::PaymentTold => phrase("Betaling oplyst", "Payment told"),
        CaseFact::DecisionMade(DecisionOutcome::Granted) => phrase("Afgørelse: ja", "Decision: yes"),
        CaseFact::DecisionMade(DecisionOutcome::Refused) => phrase("Afgørelse: nej", "Decision: no"),
        CaseFact::DecisionMade(DecisionOutcome::Changed) => phrase("Afgørelse: ændret", "Decision: changed"),
        CaseFact::DecisionSent => phrase("Afgørelse sendt", "Decision sent"),
        CaseFact::DecisionReceived => phrase("Afgørelse modtaget", "Decision received"),
        CaseFact::PaperWished => phrase("Afgørelsen ønsket på papir", "The decision wished for on paper"),
        CaseFact::WillAttend => phrase("Kommer til mødet", "Comes to the meeting"),
        CaseFact::Objected => phrase("Siger, at noget er forkert", "Says that something is wrong"),
        CaseFact::LetterSent => phrase("Brev sendt", "Letter sent"),
        CaseFact::PlanMade => phrase("Plan lavet", "Plan made"),
        CaseFact::DoctorWished => phrase("Samtale med læge ønsket", "Talk with a doctor wished for"),
        CaseFact::DoctorOffered => phrase("Samtale med læge tilbudt", "Talk with a doctor offered"),
        CaseFact::DoctorHeld => phrase("Samtale med læge holdt", "Talk with a doctor held"),
        CaseFact::FreeChoiceWished(kind) => choice(kind, false),
        CaseFact::FreeChoiceTakenBack => phrase("Valget taget tilbage", "The choice taken back"),
        CaseFact::FreeChoiceConfirmed(kind) => choice(kind, true),
        CaseFact::SeriousProblems(true) => {
            phrase("Alvorlige sociale og adfærdsmæssige problemer", "Serious social and behavioural problems")
        }
        CaseFact::SeriousProblems(false) => phrase("Ikke alvorlige problemer", "No serious problems"),
        CaseFact::Told(CheckItem::NotificationDuty) => {
            phrase("Fortalt om underretningspligten", "Told about the duty to notify")
        }
        CaseFact::Told(CheckItem::Orientation) => phrase(
            "Fortalt om orientering af kommunen om børn",
            "Told about orientation of the municipality on children",
        ),
        CaseFact::Told(CheckItem::ActionPlan) => {
            phrase("Tilbudt hjælp til en handleplan", "Offered help with an action plan")
        }
        CaseFact::Told(CheckItem::PregnancyContract) => {
            phrase("Fortalt om kontrakt for gravide", "Told about the contract in pregnancy")
        }
        CaseFact::Told(CheckItem::FamilyEffort) => {
            phrase("Fortalt om hjælp til familier", "Told about help for families")
        }
        CaseFact::Offered => phrase("Behandling tilbudt", "Treatment offered"),
        CaseFact::Adult => phrase("Fyldt 18 år", "18 or older"),
        CaseFact::Ages(_) => phrase("Alderen rettet", "The age corrected"),
        CaseFact::Reached => phrase("Centret har ringet og fået svar", "The centre called and got an answer"),
        CaseFact::NotReached => {
            phrase("Centret har ringet uden at få svar", "The centre called and got no answer")
        }
        CaseFact::CourseUntil => {
            phrase("Bevilget til og med den dag", "Granted until that day, that day included")
        }
        CaseFact::ExternalStatus => {
            phrase("Det andet sted har fortalt, hvordan det går", "The other place has told how it goes")
        }
        CaseFact::InspectionVisit => {
            phrase("Centret har besøgt det andet sted", "The centre has visited the other place")
        }
        CaseFact::BrokenOff => phrase("Behandlingen er stoppet før tid", "Treatment stopped early"),
        CaseFact::BreakOffTold => phrase(
            "Det andet sted har sagt, at behandlingen er stoppet",
            "The other place has told that treatment has stopped",
        ),
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

const fn allocated_elsewhere(treatment: Treatment) -> Phrase {
    match treatment {
        Treatment::Outpatient => phrase(
            "Visiteret til et andet steds ambulante tilbud",
            "Allocated to outpatient treatment elsewhere",
        ),
        Treatment::DayTreatment => {
            phrase("Visiteret til dagbehandling et andet sted", "Allocated to day treatment elsewhere")
        }
        Treatment::Inpatient => {
            phrase("Visiteret til døgnbehandling et andet sted", "Allocated to inpatient treatment elsewhere")
        }
        Treatment::Substitution => phrase(
            "Visiteret til medicin i stedet for stoffer et andet sted",
            "Allocated to medicine in place of drugs elsewhere",
        ),
        Treatment::Medical | Treatment::AnonymousDrug => {
            phrase("Visiteret til et andet steds tilbud", "Allocated to another place's offer")
        }
    }
}

/// Another place that is wished for, or confirmed.
const fn choice(kind: Option<Treatment>, is_confirmed: bool) -> Phrase {
    match (kind, is_confirmed) {
        (Some(Treatment::Outpatient), false) => {
            phrase("Et andet sted ønsket: ambulant", "Another place wished for: outpatient")
        }
        (Some(Treatment::Outpatient), true) => {
            phrase("Et andet sted bekræftet: ambulant", "Another place confirmed: outpatient")
        }
        (Some(Treatment::DayTreatment), false) => {
            phrase("Et andet sted ønsket: dagbehandling", "Another place wished for: day treatment")
        }
        (Some(Treatment::DayTreatment), true) => {
            phrase("Et andet sted bekræftet: dagbehandling", "Another place confirmed: day treatment")
        }
        (Some(Treatment::Inpatient), false) => {
            phrase("Et andet sted ønsket: døgnbehandling", "Another place wished for: inpatient")
        }
        (Some(Treatment::Inpatient), true) => {
            phrase("Et andet sted bekræftet: døgnbehandling", "Another place confirmed: inpatient")
        }
        (Some(Treatment::Substitution), false) => {
            phrase("Et andet sted ønsket: medicin", "Another place wished for: medicine")
        }
        (Some(Treatment::Substitution), true) => {
            phrase("Et andet sted bekræftet: medicin", "Another place confirmed: medicine")
        }
        (_, false) => phrase("Et andet sted ønsket", "Another place wished for"),
        (_, true) => phrase("Et andet sted bekræftet", "Another place confirmed"),
    }
}
