//! The plan of somebody's treatment, as it is written by the citizen and the centre.
//!
//! A plan is the list of its events ([`PlanEvent`]), and how it stands is worked out from them ([`fold_plan`]): what was
//! written before is never lost, and of every text it is known who wrote which version on which day.

mod act;
mod check;
mod consents;
mod due;
mod field;
mod fold;
mod meeting;
mod model;
mod questions;

pub use self::{
    act::{PlanAct, PlanActError, PlanEvent},
    consents::list_plan_ages,
    due::{Discharge, PlanDates, PlanDue, PlanDueKind},
    field::{PlanField, PlanFieldError},
    fold::fold_plan,
    meeting::{Meeting, MeetingDay, Recurrence},
    model::{
        CheckIn, Consent, Goal, GoalAim, Medicine, MedicineAnswer, PlanState, PlanSubject, Step, TextVersion,
    },
    questions::{GoalQuestion, list_offers, list_questions, list_review_questions, next_question},
};

crate::codes! {
    /// Who writes in a plan.
    PlanSide {
        Citizen = "CITIZEN",
        Staff = "STAFF",
    }

    /// How far a goal is.
    GoalState {
        NotStarted = "NOT_STARTED",
        UnderWay = "UNDER_WAY",
        Reached = "REACHED",
        Adjusted = "ADJUSTED",
        Paused = "PAUSED",
    }

    /// A question about how somebody is.
    WellbeingQuestion {
        Myself = "MYSELF",
        /// Those who are close.
        Close = "CLOSE",
        EverydayLife = "EVERYDAY_LIFE",
        Overall = "OVERALL",
    }

    /// What somebody can agree to.
    ConsentKind {
        /// Fetching information about them from others.
        FetchData = "FETCH_DATA",
        /// Working together with others.
        Cooperation = "COOPERATION",
        /// The same, by the parents of somebody under 18.
        ParentsCooperation = "PARENTS_COOPERATION",
        /// Working together with their own doctor.
        Doctor = "DOCTOR",
        PsychiatryConference = "PSYCHIATRY_CONFERENCE",
        /// Being contacted after the end.
        FollowUp = "FOLLOW_UP",
        /// Somebody close takes part in a course for relatives.
        RelativeInCourse = "RELATIVE_IN_COURSE",
        /// The treatment itself: one's own, and that of whoever has custody.
        Treatment = "TREATMENT",
        ParentsTreatment = "PARENTS_TREATMENT",
        /// Somebody close sees parts of the plan.
        Insight = "INSIGHT",
    }

    /// A part of a plan that somebody close can be let see.
    SharedPart {
        /// The goals, and how far each is.
        Goals = "GOALS",
        Week = "WEEK",
        /// When the plan is looked at again.
        Reviews = "REVIEWS",
        /// How somebody is, without their words.
        Wellbeing = "WELLBEING",
        /// What helps on a bad day.
        BadDay = "BAD_DAY",
    }

    /// What somebody writes for a bad day.
    BadDayPart {
        Signs = "SIGNS",
        Helps = "HELPS",
        People = "PEOPLE",
        SafePlace = "SAFE_PLACE",
        /// What the family has agreed on, the children among it.
        Family = "FAMILY",
    }
}

/// The best answer to a question about how somebody is; the worst is 1.
pub const WELLBEING_MOST: u8 = 5;
