//! The closed lists of codes. Names are those of the glossary (`docs/standards.md`); in data they
//! are written in capitals, as in the cases (`docs/scenarios.md`).

/// Defines an enum whose members have one written name each, used in data files, forms and serde.
#[macro_export]
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $member:ident = $code:literal,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $member,)+ }

        impl $name {
            /// All members, in the order citizens meet them.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The written name.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }

            /// The member with this written name.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$member),)+ _ => None }
            }
        }
    )+};
}

codes! {
    /// Whom an offer is for; also the guide's first question.
    Audience {
        /// The person whose use it is about.
        Citizen = "CITIZEN",
        /// Somebody close to a person who uses.
        Relative = "RELATIVE",
        /// Somebody who works with a person who uses.
        Professional = "PROFESSIONAL",
    }

    Substance {
        Alcohol = "ALCOHOL",
        Drugs = "DRUGS",
    }

    /// What somebody close is to the person who uses.
    Relation {
        /// A parent, or another adult in a parent's role.
        Parent = "PARENT",
        /// A present or former partner.
        Partner = "PARTNER",
        /// A child of any age.
        Child = "CHILD",
        /// A brother or sister, or another member of the close family.
        Family = "FAMILY",
        /// A friend or another close person.
        Friend = "FRIEND",
    }

    /// How help is given.
    Form {
        Individual = "INDIVIDUAL",
        Group = "GROUP",
        Family = "FAMILY",
        Online = "ONLINE",
        Phone = "PHONE",
        AtHome = "AT_HOME",
        AtSchool = "AT_SCHOOL",
        Medical = "MEDICAL",
        DayTreatment = "DAY_TREATMENT",
        Inpatient = "INPATIENT",
    }

    /// What kind of help an offer is.
    Kind {
        Counselling = "COUNSELLING",
        Treatment = "TREATMENT",
        Medical = "MEDICAL",
        Relatives = "RELATIVES",
        Aftercare = "AFTERCARE",
        Authority = "AUTHORITY",
    }

    /// How one comes to an offer, from the nearest to the furthest.
    Access {
        /// Simply make contact.
        Direct = "DIRECT",
        /// Make contact; after a first interview the centre allocates the offer.
        AfterIntake = "AFTER_INTAKE",
        /// Given beside or after a course of treatment.
        WithinTreatment = "WITHIN_TREATMENT",
        /// Only an authority or a committee can grant it.
        ByDecision = "BY_DECISION",
    }

    /// A circumstance that an offer may require, exclude or suit: one yes/no question each.
    Circumstance {
        /// Wants to be helped without giving a name.
        WishesAnonymity = "WISHES_ANONYMITY",
        /// Has children under 18 at home, or time together with such children.
        ChildrenUnder18 = "CHILDREN_UNDER_18",
        /// In work, in education or with another close attachment to the labour market.
        WorkOrEducation = "WORK_OR_EDUCATION",
        /// Social problems beside the use, for which help is needed.
        OtherSocialProblems = "OTHER_SOCIAL_PROBLEMS",
        PsychologicalProblems = "PSYCHOLOGICAL_PROBLEMS",
        /// Has a home.
        Housing = "HOUSING",
        /// The use calls for medicine or a doctor.
        NeedsMedicine = "NEEDS_MEDICINE",
        /// Very severe problems, where conversations are not enough or not wanted.
        VerySevere = "VERY_SEVERE",
        Pregnant = "PREGNANT",
        /// The person who uses is already in treatment.
        UserInTreatment = "USER_IN_TREATMENT",
        /// Would rather meet online.
        PrefersOnline = "PREFERS_ONLINE",
    }

    /// Whether the 14-day treatment guarantee applies.
    Coverage {
        Covered = "COVERED",
        NotCovered = "NOT_COVERED",
        /// Only under the conditions that the text states.
        Conditional = "CONDITIONAL",
        /// The limit runs, as nothing excepts this from it; but no day is promised.
        NotExcepted = "NOT_EXCEPTED",
        /// The offer is not treatment, so the guarantee has no meaning for it.
        NotTreatment = "NOT_TREATMENT",
    }

    /// Whether one may be anonymous.
    AnonymityRule {
        Yes = "YES",
        No = "NO",
        UntilPrescriptionMedicine = "UNTIL_PRESCRIPTION_MEDICINE",
    }

    Channel {
        Phone = "PHONE",
        InPerson = "IN_PERSON",
        Appointment = "APPOINTMENT",
        Written = "WRITTEN",
        Email = "EMAIL",
        Website = "WEBSITE",
        Virtual = "VIRTUAL",
        AtHome = "AT_HOME",
        AtSchool = "AT_SCHOOL",
        Oral = "ORAL",
    }

    /// What starts the 14 days.
    GuaranteeTrigger {
        Contact = "CONTACT",
        FirstContact = "FIRST_CONTACT",
        FirstPersonalContact = "FIRST_PERSONAL_CONTACT",
        ContactWishingTreatment = "CONTACT_WISHING_TREATMENT",
    }

    /// What must have happened by the fourteenth day.
    GuaranteeEnd {
        TreatmentStarted = "TREATMENT_STARTED",
        TreatmentOffered = "TREATMENT_OFFERED",
    }

    DischargeStatus {
        Completed = "COMPLETED",
        OtherOffer = "OTHER_OFFER",
        Hospital = "HOSPITAL",
        OtherReason = "OTHER_REASON",
        DroppedOut = "DROPPED_OUT",
    }

    /// The event from which a complaint's time limit runs.
    ComplaintStart {
        DecisionReceived = "DECISION_RECEIVED",
        DecisionMade = "DECISION_MADE",
    }

    /// What a municipality calls the plan of somebody's treatment.
    PlanName {
        /// Behandlingsplan.
        TreatmentPlan = "TREATMENT_PLAN",
        /// Indsatsplan.
        HelpPlan = "HELP_PLAN",
    }

    /// What stands in a plan beside its goals.
    PlanPart {
        OverallGoal = "OVERALL_GOAL",
        /// Goals can have smaller goals on the way.
        SubGoals = "SUB_GOALS",
        /// What is to happen.
        Effort = "EFFORT",
        /// The offer that was allocated.
        Offer = "OFFER",
        /// Services and methods.
        Services = "SERVICES",
        Duration = "DURATION",
        /// Who else takes part.
        Partners = "PARTNERS",
        Housing = "HOUSING",
        Work = "WORK",
        /// Treatment elsewhere.
        OtherTreatment = "OTHER_TREATMENT",
        /// Aids that somebody needs.
        Aids = "AIDS",
        Family = "FAMILY",
        /// How it is agreed that the plan is looked at again.
        Evaluation = "EVALUATION",
        /// That there is contact after the end.
        FollowUp = "FOLLOW_UP",
    }

    /// A question before the plan is looked at together, or what a standard says is talked about then.
    ReviewQuestion {
        Well = "WELL",
        Hard = "HARD",
        Change = "CHANGE",
        Situation = "SITUATION",
        PlanStatus = "PLAN_STATUS",
        Goals = "GOALS",
        SubGoals = "SUB_GOALS",
        ContactFrequency = "CONTACT_FREQUENCY",
    }

    /// One letter of SMART, with the variants the standards print.
    SmartCriterion {
        Specific = "SPECIFIC",
        Measurable = "MEASURABLE",
        Attractive = "ATTRACTIVE",
        Accepted = "ACCEPTED",
        Realistic = "REALISTIC",
        TimeBound = "TIME_BOUND",
        TimeLimited = "TIME_LIMITED",
    }

    /// What becomes of the claim to 14 days when the citizen chooses another place.
    FreeChoiceClaim {
        /// There is no claim to a start within 14 days.
        NoClaim = "NO_CLAIM",
        /// The limit may be departed from.
        Waivable = "WAIVABLE",
    }

    /// What kind of treatment is applied for or chosen.
    Treatment {
        Outpatient = "OUTPATIENT",
        DayTreatment = "DAY_TREATMENT",
        Inpatient = "INPATIENT",
        /// Medicine in place of drugs, SUL §142.
        Substitution = "SUBSTITUTION",
        /// The doctor's assessment and other medical treatment.
        Medical = "MEDICAL",
        /// SEL §101a.
        AnonymousDrug = "ANONYMOUS_DRUG",
    }

    /// How a letter comes.
    LetterChannel {
        EBoks = "E_BOKS",
    }

    /// When the doctor's conversation is offered.
    DoctorRule {
        Within14Days = "WITHIN_14_DAYS",
        /// By the start of treatment.
        BeforeStart = "BEFORE_START",
        OnRequest = "ON_REQUEST",
    }

    /// What follows when the number of anonymous conversations is reached.
    NextStep {
        EnrolOrClose = "ENROL_OR_CLOSE",
        VisitationInterview = "VISITATION_INTERVIEW",
        RecommendationToAuthority = "RECOMMENDATION_TO_AUTHORITY",
        AssessmentConversations = "ASSESSMENT_CONVERSATIONS",
    }

    /// What holds after the highest number of conversations for relatives.
    BeyondMax {
        NotGiven = "NOT_GIVEN",
        /// The number is a starting point.
        StaffDecide = "STAFF_DECIDE",
    }

    /// The offer somebody is in, as far as it matters to plan reviews.
    CurrentOffer {
        General = "GENERAL",
        IndividuallyArranged = "INDIVIDUALLY_ARRANGED",
        StabilisationPhase4 = "STABILISATION_PHASE_4",
        /// A course for alcohol of a set length.
        AlcoholCourse = "ALCOHOL_COURSE",
        /// The action plan (SEL §141) of somebody young after an anonymous course.
        ActionPlanAfterAnonymousCourse = "ACTION_PLAN_AFTER_ANONYMOUS_COURSE",
    }

    /// The offer given unless another is decided.
    DefaultOffer {
        Move = "MOVE",
        Individual13To14 = "INDIVIDUAL_13_14",
        FamilyOriented = "FAMILY_ORIENTED",
    }

    /// What a complaint is about.
    ComplaintType {
        DrugTreatmentDecision = "DRUG_TREATMENT_DECISION",
        AlcoholTreatmentDecision = "ALCOHOL_TREATMENT_DECISION",
        Sel101aDecision = "SEL_101A_DECISION",
        GuaranteeBreach = "GUARANTEE_BREACH",
        StaffConduct = "STAFF_CONDUCT",
        CaseHandling = "CASE_HANDLING",
        /// Doctor, medicine, dose or dispensing.
        HealthTreatment = "HEALTH_TREATMENT",
        /// Secrecy, record keeping, access to data about one's health.
        HealthRecords = "HEALTH_RECORDS",
        /// Other papers of the case.
        AccessToDocuments = "ACCESS_TO_DOCUMENTS",
        /// Missing or wrong information, rules felt to be unreasonable.
        MissingInformation = "MISSING_INFORMATION",
        /// Which offers and places there are.
        GeneralServiceLevel = "GENERAL_SERVICE_LEVEL",
        /// Pregnant, in inpatient treatment, and no contract was offered.
        PregnantNoContractOffered = "PREGNANT_NO_CONTRACT_OFFERED",
    }

    /// Whether decisions on alcohol treatment can be complained about.
    AlcoholDecisions {
        Barred = "BARRED",
        /// The centre takes the complaint; no other authority can be asked.
        CenterOnly = "CENTER_ONLY",
        /// The rules on complaints make no exception for alcohol.
        Accepted = "ACCEPTED",
    }

    /// Acts and sections the standards rest on. `SEL` Social Services Act, `SUL` Health Act,
    /// `BL` Children's Act. Beware: `SEL_141` is the action plan, `SUL_141` alcohol treatment.
    LegalBasis {
        Sel10 = "SEL_10",
        Sel12 = "SEL_12",
        Sel101 = "SEL_101",
        Sel101a = "SEL_101A",
        Sel107 = "SEL_107_2_2",
        Sel141 = "SEL_141",
        Sel148 = "SEL_148_2",
        Sel153 = "SEL_153",
        Sel154 = "SEL_154",
        Sul141 = "SUL_141",
        Sul142 = "SUL_142",
        Bl28 = "BL_28",
        Bl33 = "BL_33",
        Bl34 = "BL_34",
        Bl133 = "BL_133",
    }
}

impl Coverage {
    /// Of two, the one that promises less.
    #[must_use]
    pub const fn min_promise(self, other: Self) -> Self {
        const fn rank(one: Coverage) -> u8 {
            match one {
                Coverage::NotTreatment => 0,
                Coverage::NotCovered => 1,
                Coverage::NotExcepted => 2,
                Coverage::Conditional => 3,
                Coverage::Covered => 4,
            }
        }
        if rank(self) <= rank(other) { self } else { other }
    }
}
