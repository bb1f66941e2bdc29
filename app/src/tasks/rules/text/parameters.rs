//! Codes of the rules that decisions rest on, in words.

use crate::phrase::{Phrase, phrase};
use domain::{
    AlcoholDecisions, BeyondMax, ComplaintType, CurrentOffer, DoctorRule, FreeChoiceClaim, LetterChannel,
    NextStep, PlanName, PlanPart, ReviewQuestion, Treatment,
};

pub fn plan_name(code: PlanName) -> Phrase {
    match code {
        PlanName::TreatmentPlan => phrase("Behandlingsplan", "Treatment plan"),
        PlanName::HelpPlan => phrase("Indsatsplan", "Plan of help"),
    }
}

pub fn review_question(code: ReviewQuestion) -> Phrase {
    match code {
        ReviewQuestion::Well => phrase("Hvad er gået godt?", "What went well?"),
        ReviewQuestion::Hard => phrase("Hvad er svært?", "What is hard?"),
        ReviewQuestion::Change => phrase("Hvad skal være anderledes?", "What should change?"),
        ReviewQuestion::Situation => phrase("Hvordan du har det lige nu", "How things are right now"),
        ReviewQuestion::PlanStatus => phrase("Hvordan det går med planen", "How the plan is going"),
        ReviewQuestion::Goals => phrase("Dine mål", "Your goals"),
        ReviewQuestion::SubGoals => phrase("Dine delmål", "Your smaller goals"),
        ReviewQuestion::ContactFrequency => phrase("Hvor tit I mødes", "How often you meet"),
    }
}

pub fn plan_part(code: PlanPart) -> Phrase {
    match code {
        PlanPart::OverallGoal => phrase("Målet med forløbet", "The goal of the course"),
        PlanPart::SubGoals => phrase("Mål og delmål", "Goals and smaller goals"),
        PlanPart::Effort => phrase("Hvad der skal ske", "What is to happen"),
        PlanPart::Offer => phrase("Dit tilbud", "Your offer"),
        PlanPart::Services => phrase("Hjælp og metoder", "Help and methods"),
        PlanPart::Duration => phrase("Hvor længe", "How long"),
        PlanPart::Partners => phrase("Hvem der ellers er med", "Who else takes part"),
        PlanPart::Housing => phrase("Bolig", "Housing"),
        PlanPart::Work => phrase("Job og uddannelse", "Work and education"),
        PlanPart::OtherTreatment => phrase("Anden behandling", "Other treatment"),
        PlanPart::Aids => phrase("Hjælpemidler", "Aids"),
        PlanPart::Family => phrase("Familie", "Family"),
        PlanPart::Evaluation => phrase("Hvornår I ser på planen", "When you look at the plan"),
        PlanPart::FollowUp => phrase("Kontakt bagefter", "Contact afterwards"),
    }
}

pub fn treatment(code: Treatment) -> Phrase {
    match code {
        Treatment::Outpatient => phrase("Mens du bor hjemme", "While living at home"),
        Treatment::DayTreatment => phrase("Dagbehandling", "Day treatment"),
        Treatment::Inpatient => phrase("Døgnbehandling", "Inpatient treatment"),
        Treatment::Substitution => phrase("Medicin i stedet for stoffer", "Medicine in place of drugs"),
        Treatment::Medical => phrase("Læge og medicin", "Doctor and medicine"),
        Treatment::AnonymousDrug => phrase("Anonym behandling for stoffer", "Anonymous treatment for drugs"),
    }
}

pub fn current_offer(code: CurrentOffer) -> Phrase {
    match code {
        CurrentOffer::General => phrase("Behandling i det hele taget", "Treatment in general"),
        CurrentOffer::IndividuallyArranged => {
            phrase("Et forløb, der er lagt efter dig", "A course arranged for you")
        }
        CurrentOffer::StabilisationPhase4 => phrase("Støtte i fase 4", "Support in phase 4"),
        CurrentOffer::AlcoholCourse => phrase("Et fast forløb for alkohol", "A set course for alcohol"),
        CurrentOffer::ActionPlanAfterAnonymousCourse => {
            phrase("Handleplan efter et anonymt forløb", "An action plan after an anonymous course")
        }
    }
}

pub fn complaint_type(code: ComplaintType) -> Phrase {
    match code {
        ComplaintType::DrugTreatmentDecision => phrase("Afgørelser om stoffer", "Decisions about drugs"),
        ComplaintType::AlcoholTreatmentDecision => phrase("Afgørelser om alkohol", "Decisions about alcohol"),
        ComplaintType::Sel101aDecision => {
            phrase("Afgørelser om anonym behandling", "Decisions about anonymous treatment")
        }
        ComplaintType::GuaranteeBreach => phrase("En for sen start", "A late start"),
        ComplaintType::StaffConduct => phrase("Ansatte", "Staff"),
        ComplaintType::CaseHandling => phrase("Sagens gang", "The handling of a case"),
        ComplaintType::HealthTreatment => phrase("Læge og medicin", "Doctor and medicine"),
        ComplaintType::HealthRecords => phrase("Tavshed og journal", "Secrecy and records"),
        ComplaintType::AccessToDocuments => {
            phrase("Adgang til din sags papirer", "Access to the papers of your case")
        }
        ComplaintType::MissingInformation => phrase("Manglende oplysninger", "Missing information"),
        ComplaintType::GeneralServiceLevel => phrase("Hvilke tilbud der er", "Which offers there are"),
        ComplaintType::PregnantNoContractOffered => {
            phrase("En manglende kontrakt til gravide", "A missing contract for pregnant citizens")
        }
    }
}

pub fn free_choice_claim(code: FreeChoiceClaim) -> Phrase {
    match code {
        FreeChoiceClaim::NoClaim => phrase("Intet krav på fristen", "No claim to the time limit"),
        FreeChoiceClaim::Waivable => phrase("Fristen kan fraviges", "The limit may be departed from"),
    }
}

pub fn letter_channel(code: LetterChannel) -> Phrase {
    match code {
        LetterChannel::EBoks => phrase("I e-Boks", "In e-Boks"),
    }
}

pub fn doctor_rule(code: DoctorRule) -> Phrase {
    match code {
        DoctorRule::Within14Days => phrase("Inden for de 14 dage", "Within the 14 days"),
        DoctorRule::BeforeStart => phrase("Før du begynder", "Before you start"),
        DoctorRule::OnRequest => phrase("Når du beder om det", "When you ask for it"),
    }
}

pub fn next_step(code: NextStep) -> Phrase {
    match code {
        NextStep::EnrolOrClose => phrase("Du bliver skrevet ind, eller I slutter", "You enrol, or it ends"),
        NextStep::VisitationInterview => {
            phrase("En samtale om, hvad du kan få", "A talk about what you can get")
        }
        NextStep::RecommendationToAuthority => {
            phrase("En anbefaling til myndigheden", "A recommendation to the authority")
        }
        NextStep::AssessmentConversations => {
            phrase("Samtaler om, hvad du har brug for", "Talks about what you need")
        }
    }
}

pub fn beyond_max(code: BeyondMax) -> Phrase {
    match code {
        BeyondMax::NotGiven => phrase("Du kan ikke få flere", "You cannot get more"),
        BeyondMax::StaffDecide => phrase("Personalet afgør det", "Staff decide"),
    }
}

pub fn alcohol_decisions(code: AlcoholDecisions) -> Phrase {
    match code {
        AlcoholDecisions::Barred => phrase("Du kan ikke klage", "You cannot complain"),
        AlcoholDecisions::CenterOnly => {
            phrase("Du kan kun klage til centret", "You can only complain to the centre")
        }
        AlcoholDecisions::Accepted => {
            phrase("Der er ingen undtagelse for alkohol", "No exception is made for alcohol")
        }
    }
}
