//! The answers before a complaint is written, as they travel from page to page.

use chrono::NaiveDate;
use domain::{
    LocalDay, Standard, Substance,
    complaint::{ComplaintAnswers, ComplaintQuestion, ComplaintSubject, StartDay, StartDayKind},
};

/// What somebody answered, as the fields carry it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ComplaintForm {
    pub subject: String,
    /// `YES` where the papers are about one's health.
    pub papers: String,
    pub substance: String,
    /// `YES` where whom it is about is 18 or over.
    pub adult: String,
    /// What somebody knows of the day from which the last one is counted.
    pub start: String,
    pub day: String,
    pub month: String,
    pub year: String,
    /// Who complains, and by what right where it is for somebody else.
    pub who: String,
    pub authority: String,
    /// The role that would read it, where it is about them.
    pub about_reader: String,
    /// How they want the answer.
    pub reach: String,
    pub name: String,
    pub phone: String,
    pub address: String,
    pub words: String,
    /// How many files are kept for it, as the page has said.
    pub kept: String,
    /// `YES` once somebody was told that what they wrote can show who they are.
    pub warned: String,
    /// The form's key, in hexadecimal, and the portal's mark on it.
    pub form: String,
    pub mark: String,
}

domain::codes! {
    /// A page of the complaint, in their order.
    ComplaintStep {
        Subject = "SUBJECT",
        Papers = "PAPERS",
        Substance = "SUBSTANCE",
        Adult = "ADULT",
        StartDay = "START_DAY",
        /// To whom it goes, and until when.
        Route = "ROUTE",
        /// Who complains.
        Who = "WHO",
        /// How they can be reached.
        Reach = "REACH",
        /// What they write.
        Write = "WRITE",
    }

    /// Who complains.
    Complainant {
        Oneself = "SELF",
        /// Oneself, and somebody helps.
        Helped = "HELPED",
        /// For somebody else.
        Other = "OTHER",
    }

    /// By what right somebody complains for somebody else.
    ComplaintAuthority {
        PowerOfAttorney = "POWER_OF_ATTORNEY",
        Guardian = "GUARDIAN",
        /// Custody of somebody under 18.
        Custody = "CUSTODY",
        None = "NONE",
    }

    /// How whoever complains wants the answer.
    ComplaintReach {
        /// Here, by the return code.
        Code = "CODE",
        Phone = "PHONE",
        Letter = "LETTER",
    }
}

/// The steps of writing, after it was said where the complaint goes.
const WRITING: [ComplaintStep; 3] = [ComplaintStep::Who, ComplaintStep::Reach, ComplaintStep::Write];

impl From<ComplaintQuestion> for ComplaintStep {
    fn from(question: ComplaintQuestion) -> Self {
        match question {
            ComplaintQuestion::Papers => Self::Papers,
            ComplaintQuestion::Substance => Self::Substance,
            ComplaintQuestion::Adult => Self::Adult,
            ComplaintQuestion::StartDay => Self::StartDay,
        }
    }
}

/// How far somebody has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// What has been answered of what is asked; nothing before the subject is.
    pub answers: Option<ComplaintAnswers>,
    /// The steps with questions that are asked here, as far as is known: those answered, and those still open.
    pub steps: Vec<ComplaintStep>,
    /// The first step that is not answered; the route once all are.
    pub next: ComplaintStep,
}

impl Progress {
    /// The step before another, to which one step back leads.
    #[must_use]
    pub fn before(&self, step: ComplaintStep) -> Option<ComplaintStep> {
        let routed = (step == ComplaintStep::Who).then_some(ComplaintStep::Route);
        routed.or_else(|| self.steps.iter().copied().rfind(|earlier| *earlier < step))
    }

    /// The step after which a complaint is written: what is asked of it before, is answered.
    #[must_use]
    pub fn is_routed(&self) -> bool {
        self.next == ComplaintStep::Route
    }

    /// Which step this is, and of how many.
    #[must_use]
    pub fn place(&self, step: ComplaintStep) -> (usize, usize) {
        let number = self.steps.iter().filter(|earlier| **earlier <= step).count();
        (number.max(1), self.steps.len())
    }
}

impl ComplaintForm {
    /// The fields that are filled in.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let fields = [
            ("SUBJECT", &self.subject),
            ("PAPERS", &self.papers),
            ("SUBSTANCE", &self.substance),
            ("ADULT", &self.adult),
            ("START", &self.start),
            ("DAY", &self.day),
            ("MONTH", &self.month),
            ("YEAR", &self.year),
            ("WHO", &self.who),
            ("AUTHORITY", &self.authority),
            ("ABOUT_READER", &self.about_reader),
            ("REACH", &self.reach),
            ("NAME", &self.name),
            ("PHONE", &self.phone),
            ("ADDRESS", &self.address),
            ("WORDS", &self.words),
            ("KEPT", &self.kept),
            ("WARNED", &self.warned),
            ("FORM", &self.form),
            ("MARK", &self.mark),
        ];
        fields
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.clone()))
            .collect()
    }

    /// The fields but for some, which the page asks for; and what the first of these holds.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> (Vec<(&'static str, String)>, Option<String>) {
        let (taken, left): (Vec<_>, Vec<_>) =
            self.fields().into_iter().partition(|(name, _)| names.contains(name));
        (left, taken.into_iter().map(|(_, value)| value).next())
    }

    /// How far somebody has come; answers to what is not asked here are passed over.
    #[must_use]
    pub fn progress(&self, standard: &Standard) -> Progress {
        let mut steps = vec![ComplaintStep::Subject];
        let Some(subject) = ComplaintSubject::from_code(&self.subject) else {
            steps.extend(WRITING);
            return Progress { answers: None, steps, next: ComplaintStep::Subject };
        };
        let mut answers = ComplaintAnswers::about(subject);
        while let Some(question) = answers.find_question(standard) {
            let Some(answered) = self.answer(question, answers) else {
                let open = answers.list_questions(standard);
                steps.extend(open.into_iter().map(ComplaintStep::from).chain(WRITING));
                return Progress { answers: Some(answers), steps, next: question.into() };
            };
            steps.push(question.into());
            answers = answered;
        }
        steps.extend(WRITING);
        Progress { answers: Some(answers), steps, next: ComplaintStep::Route }
    }

    /// The answers with that to one question more, where the form has one.
    fn answer(&self, question: ComplaintQuestion, answers: ComplaintAnswers) -> Option<ComplaintAnswers> {
        Some(match question {
            ComplaintQuestion::Papers => {
                ComplaintAnswers { is_about_health_papers: Some(parse_yes(&self.papers)?), ..answers }
            }
            ComplaintQuestion::Substance => {
                ComplaintAnswers { substance: Some(Substance::from_code(&self.substance)?), ..answers }
            }
            ComplaintQuestion::Adult => {
                ComplaintAnswers { is_adult: Some(parse_yes(&self.adult)?), ..answers }
            }
            ComplaintQuestion::StartDay => ComplaintAnswers { start: Some(self.parse_start()?), ..answers },
        })
    }

    /// The day that is told, where it can be one: nobody can have had an answer from another century.
    fn parse_start(&self) -> Option<StartDay> {
        let kind = StartDayKind::from_code(&self.start)?;
        let day = (kind != StartDayKind::Unknown)
            .then(|| self.parse_day())
            .map_or(Some(None), |day| day.map(Some))?;
        Some(StartDay { kind, day })
    }

    fn parse_day(&self) -> Option<LocalDay> {
        let year = self.year.trim().parse().ok().filter(|year| (2000..=2199).contains(year))?;
        let (month, day) = (self.month.trim().parse().ok()?, self.day.trim().parse().ok()?);
        NaiveDate::from_ymd_opt(year, month, day).map(LocalDay::new)
    }
}

fn parse_yes(answer: &str) -> Option<bool> {
    match answer {
        "YES" => Some(true),
        "NO" => Some(false),
        _ => None,
    }
}
