//! What the plan for today is told of the plan.

use super::{
    ShownPlan,
    goal::goal_path,
    week::{describe_closed, describe_day},
};
use crate::{
    tasks::plan::{
        text,
        today::{Today, TodayQuestion, TodayStep, TodayTime},
    },
    ui::{dates, document::PageMeta},
};
use chrono::Datelike;
use domain::{
    decide::SmartLetter,
    plan::{PlanField, WELLBEING_MOST, WellbeingQuestion, next_question},
};

/// Weeks that can be looked at without loading a page.
const WEEKS: u8 = 4;

impl Today {
    /// The plan as it stands.
    #[must_use]
    pub fn of(meta: &PageMeta, plan: &ShownPlan<'_>, owner: String) -> Self {
        let lang = plan.lang;
        let asked = |&question: &WellbeingQuestion| text::wellbeing_question(question).get(lang).to_owned();
        let answers = (1..=WELLBEING_MOST).rev().map(|answer| text::answer(answer).get(lang).to_owned());
        let checked = plan.state.check_ins.last();
        Self {
            lang,
            owner,
            base: plan.base.to_owned(),
            steps: list_steps(plan),
            question: find_question(plan),
            weeks: if plan.state.meetings.is_empty() { Vec::new() } else { list_weeks(meta, plan) },
            questions: WellbeingQuestion::ALL.iter().map(asked).collect(),
            answers: answers.collect(),
            checked: checked.map(|check| text::last_checked(&dates::date(check.on.date(), lang), lang)),
        }
    }
}

/// The steps that are not ticked, and those that were ticked today, in case it was a slip.
fn list_steps(plan: &ShownPlan<'_>) -> Vec<TodayStep> {
    let today = plan.today();
    let steps = plan.state.list_current_steps().filter(|step| step.done_on.is_none_or(|on| on == today));
    let view = |step: &domain::plan::Step| {
        let goal = step.goal?;
        Some(TodayStep {
            place: step.place,
            words: plan.text(PlanField::Step(step.place)),
            goal: plan.text(PlanField::Goal(goal, SmartLetter::S)),
            href: goal_path(plan, goal),
            is_done: step.done_on.is_some(),
        })
    };
    steps.filter_map(view).collect()
}

fn find_question(plan: &ShownPlan<'_>) -> Option<TodayQuestion> {
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    plan.state.list_current_goals().find_map(|goal| {
        let goal = goal.place;
        let question = next_question(rules, plan.state, goal)?;
        let field = PlanField::Goal(goal, question.letter);
        Some(TodayQuestion {
            goal: plan.text(PlanField::Goal(goal, SmartLetter::S)),
            href: goal_path(plan, goal),
            asked: text::question(question.letter, question.criterion).get(plan.lang).to_owned(),
            field: field.to_string(),
            over: plan.state.versions(field).last().map_or(0, |version| version.place),
            theirs: None,
        })
    })
}

fn list_weeks(meta: &PageMeta, plan: &ShownPlan<'_>) -> Vec<(String, Vec<TodayTime>)> {
    let monday = plan.today().monday();
    let week = |number: u8| {
        let first = monday.plus_weeks(number);
        let title = match number {
            0 => text::THIS_WEEK.get(plan.lang).to_owned(),
            1 => text::NEXT_WEEK.get(plan.lang).to_owned(),
            _ => text::week_number(first.date().iso_week().week(), plan.lang),
        };
        let times = plan.state.list_week(first, 7).into_iter().map(|held| TodayTime {
            when: describe_day(held, plan),
            words: held.meeting.words.clone(),
            closed: describe_closed(meta, plan, held.on),
        });
        (title, times.collect())
    };
    (0..WEEKS).map(week).collect()
}
