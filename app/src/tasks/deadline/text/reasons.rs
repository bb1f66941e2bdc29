//! Why there is a day, or none.

use crate::phrase::{Phrase, phrase, promise};
use crate::ui::dates;
use domain::{
    Lang, LocalDay, Substance,
    decide::{ClockReason, ComplaintReason, DeadlineOutcome, DeadlineQuestion, DeadlineReason, count_days},
};

const DECIDED_TOO: Phrase = promise(
    "Senest samme dag skal kommunen have afgjort, om du får behandling.",
    "By the same day the municipality must have decided whether you get treatment.",
);
const PLANNED_TOO: Phrase = promise(
    "Senest samme dag skal planen for din behandling være lavet.",
    "By the same day the plan for your treatment must be made.",
);
const PLANNED_BY: Phrase = promise(
    "Planen for din behandling skal være lavet senest {} efter, at du sagde det.",
    "The plan for your treatment must be made within {} of the day you said so.",
);

/// By when the decision and the plan must be made, where the standard has these days.
#[must_use]
pub fn list_other_days(outcome: &DeadlineOutcome<'_>, day: LocalDay, lang: Lang) -> Vec<String> {
    // Where only no exception is made nothing is promised.
    if outcome.reason == DeadlineReason::Clock(ClockReason::GuaranteeNotExcepted) {
        return Vec::new();
    }
    let is_same = |other: LocalDay| outcome.latest == Some(other);
    let decision = outcome.decision_latest.filter(|&decision| is_same(decision));
    let decision = decision.map(|_| DECIDED_TOO.get(lang).to_owned());
    let plan = outcome.plan_latest.map(|plan| {
        if is_same(plan) {
            PLANNED_TOO.get(lang).to_owned()
        } else {
            PLANNED_BY.with(&dates::days(count_days(day, plan), lang), lang)
        }
    });
    decision.into_iter().chain(plan).collect()
}

/// What one can say who has waited too long.
pub const SAY_LATE: Phrase = phrase(
    " Er din behandling ikke begyndt, så ring og sig: ”Min frist er gået ud.”",
    " If your treatment has not begun, call and say: “My time limit has passed.”",
);
/// That a complaint counts too that comes on the next weekday (docs/rules.md, finding 123).
pub const COUNTS_LATER: Phrase = phrase(
    "Den dag er en lørdag, søndag eller helligdag. Efter den almindelige regel om klagefrister tæller din klage også, hvis den kommer {}. Send den helst før.",
    "That day is a Saturday, a Sunday or a public holiday. By the general rule on time limits for complaints yours counts too if it arrives on {}. Better send it before.",
);

/// What is asked, as a choice says it.
#[must_use]
pub const fn question(question: DeadlineQuestion) -> Phrase {
    match question {
        DeadlineQuestion::Start => {
            phrase("Hvornår min behandling senest skal begynde", "When my treatment must begin")
        }
        DeadlineQuestion::StartDayTreatment => {
            phrase("Hvornår min dagbehandling senest skal begynde", "When my day treatment must begin")
        }
        DeadlineQuestion::StartInpatient => {
            phrase("Hvornår min døgnbehandling senest skal begynde", "When my inpatient treatment must begin")
        }
        DeadlineQuestion::StartElsewhere => phrase(
            "Hvornår behandlingen senest skal begynde et andet sted, som kommunen sender mig til",
            "When treatment must begin at another place that the municipality sends me to",
        ),
        DeadlineQuestion::StartChosen => phrase(
            "Hvornår behandlingen senest skal begynde et andet sted, som jeg selv vælger",
            "When treatment must begin at another place that I choose myself",
        ),
        DeadlineQuestion::Complaint => phrase(
            "Hvornår jeg senest kan klage over en afgørelse",
            "Until when I can complain about a decision",
        ),
    }
}

#[must_use]
pub fn reason(reason: DeadlineReason) -> Phrase {
    match reason {
        DeadlineReason::Clock(reason) => clock_reason(reason),
        DeadlineReason::Complaint(reason) => complaint_reason(reason),
    }
}

/// What a law says where the municipality's rules do not say whether the 14 days hold (sundhedsloven §141, stk. 2;
/// serviceloven §101, stk. 4).
#[must_use]
pub fn law(reason: DeadlineReason, substance: Substance) -> Option<Phrase> {
    let is_silent = reason == DeadlineReason::Clock(ClockReason::UndeterminedStaffDecide);
    is_silent.then(|| match substance {
        Substance::Alcohol => phrase(
            "Loven siger det: Behandling for alkohol skal begynde senest 14 dage efter, at du har henvendt dig (sundhedsloven § 141, stk. 2).",
            "The law does say it: treatment for alcohol must begin no later than 14 days after you make contact (sundhedsloven § 141, stk. 2).",
        ),
        Substance::Drugs => phrase(
            "Loven siger det for voksne: Social behandling for stoffer skal begynde senest 14 dage efter, at du har henvendt dig (serviceloven § 101, stk. 4).",
            "The law does say it for adults: social treatment for drugs must begin no later than 14 days after you make contact (serviceloven § 101, stk. 4).",
        ),
    })
}

/// Why the guarantee gives a day, or none.
fn clock_reason(reason: ClockReason) -> Phrase {
    match reason {
        ClockReason::GuaranteeApplies | ClockReason::MedicalCoveredByGuarantee => {
            promise("Fristen gælder.", "The time limit applies.")
        }
        ClockReason::GuaranteeNotExcepted => promise(
            "Der er ingen undtagelse fra fristen her.",
            "No exception is made from the time limit here.",
        ),
        ClockReason::Under18OutsideStandard => phrase(
            "Kommunens regler handler om borgere, der er fyldt 18 år. Spørg kommunen, hvad der gælder for dig.",
            "The municipality's rules are about citizens who have turned 18. Ask the municipality what applies to you.",
        ),
        ClockReason::Under18WithoutSeriousProblems => phrase(
            "Under 18 år gælder fristen kun, når stoffer giver alvorlige problemer. Spørg kommunen om det.",
            "Under 18, the time limit only applies when drugs cause serious problems. Ask the municipality about it.",
        ),
        ClockReason::UndeterminedStaffDecide => phrase(
            "Kommunens regler siger ikke, om fristen gælder her. Spørg kommunen.",
            "The municipality's rules do not say whether the time limit applies here. Ask the municipality.",
        ),
        ClockReason::InpatientOutsideGuarantee => phrase(
            "Fristen gælder ikke døgnbehandling.",
            "The time limit does not apply to inpatient treatment.",
        ),
        ClockReason::NotAMunicipalOffer => phrase(
            "Fristen gælder kun det, kommunen selv tilbyder.",
            "The time limit only applies to what the municipality itself offers.",
        ),
        ClockReason::FreeChoiceNo14DayClaim => phrase(
            "Vælger du selv et andet sted, har du ikke krav på fristen.",
            "If you choose another place yourself, you have no claim to the time limit.",
        ),
        ClockReason::FreeChoiceDeadlineWaivable => phrase(
            "Vælger du selv et andet sted, kan fristen blive fraveget.",
            "If you choose another place yourself, the time limit may be departed from.",
        ),
        ClockReason::Sel101aNotCovered | ClockReason::OutsideGuarantee | ClockReason::NoTreatmentWish => {
            phrase("Fristen gælder ikke her.", "The time limit does not apply here.")
        }
    }
}

/// Why there is a day for a complaint, or none.
fn complaint_reason(reason: ComplaintReason) -> Phrase {
    match reason {
        ComplaintReason::WithinFourWeeks | ComplaintReason::Late => phrase(
            "Kommer din klage senere, så send den alligevel.",
            "If your complaint comes later, send it anyway.",
        ),
        ComplaintReason::AlcoholDecisionNotComplainable => phrase(
            "Kommunens regler giver ikke ret til at klage over en afgørelse om alkohol. Tal med centret om det, du er utilfreds med.",
            "The municipality's rules give no right to complain about a decision on alcohol. Talk to the centre about what you are unhappy with.",
        ),
        ComplaintReason::AlcoholDecisionCenterOnly => phrase(
            "Send klagen til centret. Ingen anden myndighed ser på en afgørelse om alkohol her.",
            "Send the complaint to the centre. No other authority looks at a decision on alcohol here.",
        ),
        _ => phrase(
            "Kommunens regler siger ikke klart, hvad der gælder. Send klagen, eller spørg kommunen.",
            "The municipality's rules do not say clearly what applies. Send the complaint, or ask the municipality.",
        ),
    }
}
