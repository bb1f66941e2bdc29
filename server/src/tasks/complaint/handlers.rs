//! The pages of a complaint. Until it is sent the answers travel in the bodies of POSTs and are kept nowhere.

use super::form::SentForm;
use crate::web::{Form, MunicipalityContext, PageResult};
use app::{
    tasks::complaint::{
        form::{ComplaintForm, ComplaintStep, Progress},
        text,
        views::{ComplaintFieldError, QuestionPage, RoutePage, question_page, route_page, start_page},
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::{http::StatusCode, response::Response};
use domain::{
    LocalDay,
    complaint::{ComplaintAnswers, StartDayKind},
};

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    Ok(context.cached_page(meta, |meta| start_page(meta, &standard)))
}

/// One answer, by POST.
pub async fn step(route: MunicipalityContext, Form(sent): Form<SentForm>) -> PageResult {
    let (step, back) = (sent.step(), sent.back());
    let page = Page::of(&route, sent.into_page());
    Ok(match (back, step) {
        (Some(back), _) => page.show(back, None),
        (None, Some(asked)) => match page.find_problem(asked) {
            Some(problem) => page.show(asked, Some(problem)),
            None => page.show(page.progress.next, None),
        },
        (None, None) => page.show(page.progress.next, None),
    })
}

/// A page of somebody's complaint.
struct Page<'a> {
    route: &'a MunicipalityContext,
    form: ComplaintForm,
    progress: Progress,
    today: LocalDay,
}

impl<'a> Page<'a> {
    fn of(route: &'a MunicipalityContext, form: ComplaintForm) -> Self {
        let progress = form.progress(&route.standard);
        Self { route, form, progress, today: LocalDay::new(route.context.now.date()) }
    }

    /// What is wrong with the answer to what was asked.
    fn find_problem(&self, asked: ComplaintStep) -> Option<ComplaintFieldError> {
        if asked == ComplaintStep::StartDay {
            let told = self.progress.answers.and_then(|answers| answers.start).and_then(|start| start.day);
            if told.is_some_and(|day| day > self.today) {
                return Some(ComplaintFieldError::DayAhead);
            }
        }
        let is_kind_told = StartDayKind::from_code(&self.form.start).is_some();
        let is_open = asked != ComplaintStep::Route && self.progress.next == asked;
        is_open.then_some(match asked {
            ComplaintStep::StartDay if is_kind_told => ComplaintFieldError::Day,
            ComplaintStep::StartDay => ComplaintFieldError::DayKind,
            _ => ComplaintFieldError::Choose,
        })
    }

    /// The page of a step, where it is asked here and all before it is answered; else the first that is open.
    fn show(&self, step: ComplaintStep, problem: Option<ComplaintFieldError>) -> Response {
        let is_asked = self.progress.steps.contains(&step) && step <= self.progress.next;
        match self.progress.answers {
            Some(answers) if !is_asked && self.progress.next == ComplaintStep::Route => {
                self.show_route(answers)
            }
            _ if is_asked => self.show_question(step, problem),
            _ => self.show_question(self.progress.next, problem),
        }
    }

    /// The same page in the other language.
    fn meta(&self, title: &str, step: ComplaintStep) -> PageMeta {
        let fields = self.form.fields().into_iter().map(|(name, value)| (name.to_owned(), value));
        let shown = ("BACK".to_owned(), step.code().to_owned());
        let switch = LanguageSwitch::Form(fields.chain([shown]).collect());
        let MunicipalityContext { context, standard, .. } = self.route;
        PageMeta { switch, ..context.meta(title, Some(standard)) }
    }

    fn show_question(&self, step: ComplaintStep, problem: Option<ComplaintFieldError>) -> Response {
        let MunicipalityContext { context, standard, .. } = self.route;
        let title = text::TITLE.get(context.lang);
        let (status, title) = if problem.is_some() {
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
        } else {
            (StatusCode::OK, title.to_owned())
        };
        let (form, progress) = (&self.form, &self.progress);
        let page = QuestionPage { standard, form, progress, step, problem };
        context.page(status, self.meta(&title, step), |meta| question_page(meta, &page))
    }

    fn show_route(&self, answers: ComplaintAnswers) -> Response {
        let MunicipalityContext { context, standard, .. } = self.route;
        let (form, progress) = (&self.form, &self.progress);
        let page = RoutePage { standard, form, progress, answers, today: self.today };
        let meta = self.meta(text::TITLE.get(context.lang), ComplaintStep::Route);
        context.page(StatusCode::OK, meta, |meta| route_page(meta, &page))
    }
}
