//! The answer of the calculator, in words: the same on the server and on the phone.

use crate::{
    tasks::deadline::text,
    ui::{
        dates,
        grounds::{reading_line, source_line},
    },
};
use domain::{Lang, LocalDay};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is told beside the day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeadlineGrounds {
    /// What must have happened by the last day: the words before it and after.
    pub limit: [String; 2],
    /// What one can say once it is late; nothing where nothing is promised.
    pub late: String,
    /// That what arrives on the next weekday counts too, the words before that day and after; nothing but for a complaint.
    pub later: [String; 2],
    /// To whom, and why.
    pub sentences: Vec<String>,
    pub readings: Vec<String>,
    /// Sections of the standard and clauses of the law.
    pub source: String,
}

#[cfg(feature = "ssr")]
impl DeadlineGrounds {
    #[must_use]
    pub fn of(
        decision: &domain::decide::Decision<'_, domain::decide::DeadlineOutcome<'_>>,
        (substance, day): (domain::Substance, LocalDay),
        rules: &domain::Rules,
        lang: Lang,
    ) -> Self {
        use domain::decide::{ClockReason, DeadlineReason};
        use itertools::Itertools;
        let outcome = &decision.outcome;
        let recipient = outcome.recipient.map(|body| text::recipient(body.name.get(lang), lang));
        let others = text::reasons::list_other_days(outcome, day, lang);
        let reason = text::reasons::reason(outcome.reason).get(lang).to_owned();
        let law = text::reasons::law(outcome.reason, substance).map(|law| law.get(lang).to_owned());
        let (late, later) = match outcome.reason {
            DeadlineReason::Clock(ClockReason::GuaranteeNotExcepted) => Default::default(),
            DeadlineReason::Clock(_) => (text::reasons::SAY_LATE.get(lang).to_owned(), Default::default()),
            DeadlineReason::Complaint(_) => (String::new(), text::split(text::reasons::COUNTS_LATER, lang)),
        };
        Self {
            late,
            later,
            limit: text::limit(outcome.reason, rules, lang),
            sentences: recipient.into_iter().chain(others).chain([reason]).chain(law).collect(),
            readings: decision
                .readings
                .iter()
                .unique()
                .map(|reading| reading.text.get(lang).to_owned())
                .collect(),
            source: crate::ui::facts::places(decision.citations.iter().copied()),
        }
    }
}

/// What the calculator answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeadlineAnswer {
    pub latest: Option<LocalDay>,
    /// The day on which it is asked.
    pub today: LocalDay,
    pub grounds: DeadlineGrounds,
}

impl DeadlineAnswer {
    fn day_sentence(&self, lang: Lang) -> String {
        let Some(last) = self.latest else { return format!("{}.", text::NO_DATE.get(lang)) };
        let day = dates::weekday_and_date(last.date(), lang);
        let [before, after] = &self.grounds.limit;
        let distance = text::timing::distance(&self.grounds.late, last, self.today, lang);
        format!("{before}{day}{after} {distance}")
    }
}

impl DeadlineAnswer {
    /// That a complaint may come later, where its last day is none on which anybody is there to take it
    /// (docs/rules.md, finding 123). The days of the guarantee are never moved.
    fn later_day(&self, lang: Lang) -> Option<String> {
        let (last, [before, after]) = (self.latest?, &self.grounds.later);
        let next = last.next_weekday();
        (next != last && !before.is_empty())
            .then(|| format!("{before}{}{after}", dates::weekday_and_date(next.date(), lang)))
    }
}

/// The day, what is told beside it, and what that rests on. `link` makes links of words in a reading.
pub fn show_deadline(
    answer: DeadlineAnswer,
    link: fn(String, Lang) -> AnyView,
    lang: Lang,
) -> impl IntoView + use<> {
    let day = answer.day_sentence(lang);
    let later = answer.later_day(lang).map(|later| reading_line(later.into_any(), lang));
    let DeadlineGrounds { sentences, readings, source, .. } = answer.grounds;
    let sentences = sentences.into_iter().map(|one| view! { <p>{one}</p> }).collect_view();
    let readings = readings.into_iter().map(|one| reading_line(link(one, lang), lang)).collect_view();
    let source = source_line(None, source, lang);
    view! {
        <p>{day}</p>
        {sentences}
        {later}
        {readings}
        {source}
    }
}
