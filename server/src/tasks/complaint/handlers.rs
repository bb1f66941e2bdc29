//! The pages of a complaint. Until it is sent the answers travel in the bodies of POSTs and are kept nowhere.

use super::{
    attachment::{model::CleanFile, upload::UploadForm},
    form::{LARGEST, SentForm, check_reach, check_who},
};
use crate::web::{MunicipalityContext, PageResult, client_ip::ClientIp, rate_limiter::ClientNetwork};
use app::{
    tasks::complaint::{
        attachment::Attachments,
        form::{ComplaintForm, ComplaintStep, Progress},
        text,
        views::{
            ComplaintFieldError, QuestionPage, RoutePage, WritePage, question_page, route_page, start_page,
            write_page,
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::{http::StatusCode, response::Response};
use domain::{
    LocalDay, Role,
    complaint::{ComplaintAnswers, ComplaintDesk, StartDayKind},
};

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    Ok(context.cached_page(meta, |meta| start_page(meta, &standard)))
}

/// One answer, or the whole complaint, by POST.
pub async fn step(
    route: MunicipalityContext,
    ClientIp(client): ClientIp,
    UploadForm { fields: sent, files, place: _place }: UploadForm<SentForm, LARGEST>,
) -> PageResult {
    let (step, back, shows, is_of_machine) = (sent.step(), sent.back(), sent.shows(), sent.is_of_machine());
    let removes = sent.removes();
    let mut flow = ComplaintFlow::of(&route, client, sent.into_page());
    if shows {
        return flow.show_receipt_again().await;
    }
    flow.take_files(files).await;
    if let Some(place) = removes {
        flow.remove_file(place).await?;
        return flow.show_with_files(ComplaintStep::Write, &[]).await;
    }
    // What was not taken is told where it was chosen, wherever else one was going.
    if !flow.attachments.refused.is_empty()
        && flow.find_answers().is_some()
        && (back.is_some() || step != Some(ComplaintStep::Write))
    {
        return flow.show_with_files(ComplaintStep::Write, &[]).await;
    }
    match (back, step) {
        (Some(back), _) => flow.show_with_files(back, &[]).await,
        (None, Some(ComplaintStep::Write)) => flow.send(is_of_machine).await,
        (None, Some(asked)) => {
            let problems = flow.find_problems(asked);
            let next = if problems.is_empty() { flow.after(asked) } else { asked };
            flow.show_with_files(next, &problems).await
        }
        (None, None) => {
            let next = flow.progress.next;
            flow.show_with_files(next, &[]).await
        }
    }
}

/// Somebody's complaint on its way through the pages.
pub struct ComplaintFlow<'a> {
    pub route: &'a MunicipalityContext,
    pub client: Option<ClientNetwork>,
    pub form: ComplaintForm,
    pub progress: Progress,
    pub today: LocalDay,
    /// Files that have come with the form, and can go along.
    pub files: Vec<CleanFile>,
    /// What the page says of files.
    pub attachments: Attachments,
}

impl<'a> ComplaintFlow<'a> {
    fn of(route: &'a MunicipalityContext, client: Option<ClientNetwork>, form: ComplaintForm) -> Self {
        let progress = form.progress(&route.standard);
        let today = LocalDay::new(route.context.now.date());
        Self { route, client, form, progress, today, files: Vec::new(), attachments: Attachments::default() }
    }

    /// What is wrong with the answer to what was asked.
    fn find_problems(&self, asked: ComplaintStep) -> Vec<ComplaintFieldError> {
        match asked {
            ComplaintStep::Route | ComplaintStep::Write => Vec::new(),
            ComplaintStep::Who => check_who(&self.form, self.find_reader()),
            ComplaintStep::Reach => check_reach(&self.form),
            ComplaintStep::StartDay if self.is_day_ahead() => vec![ComplaintFieldError::DayAhead],
            _ if self.progress.next != asked => Vec::new(),
            ComplaintStep::StartDay if StartDayKind::from_code(&self.form.start).is_some() => {
                vec![ComplaintFieldError::Day]
            }
            ComplaintStep::StartDay => vec![ComplaintFieldError::DayKind],
            _ => vec![ComplaintFieldError::Choose],
        }
    }

    fn is_day_ahead(&self) -> bool {
        let told = self.progress.answers.and_then(|answers| answers.start).and_then(|start| start.day);
        told.is_some_and(|day| day > self.today)
    }

    /// The page that comes after the answer to a step: what is still open, then where it goes, then the writing.
    fn after(&self, step: ComplaintStep) -> ComplaintStep {
        if !self.progress.is_routed() || step < ComplaintStep::Route {
            return self.progress.next;
        }
        if !check_who(&self.form, self.find_reader()).is_empty() {
            ComplaintStep::Who
        } else if !check_reach(&self.form).is_empty() {
            ComplaintStep::Reach
        } else {
            ComplaintStep::Write
        }
    }

    /// The answers of a complaint that can be written here, and who would read it, were it about nobody in particular: all is
    /// answered, and no other authority takes it.
    fn find_route(&self) -> Option<(ComplaintAnswers, Role)> {
        let answers = self.progress.answers.filter(|_| self.progress.is_routed() && !self.is_day_ahead())?;
        let outcome = answers.decide(&self.route.standard, Some(self.today)).outcome;
        match ComplaintDesk::of(&outcome) {
            ComplaintDesk::Reader(role) => Some((answers, role)),
            ComplaintDesk::Outside => None,
        }
    }

    /// The answers of a complaint that can be written here.
    pub fn find_answers(&self) -> Option<ComplaintAnswers> {
        self.find_route().map(|(answers, _)| answers)
    }

    /// Who would read it, were it about nobody in particular.
    pub fn find_reader(&self) -> Option<Role> {
        self.find_route().map(|(_, reader)| reader)
    }

    /// The page of a step. From where the complaint is written on, the form has a key and a mark, and its files are kept.
    pub async fn show_with_files(
        &mut self,
        step: ComplaintStep,
        problems: &[ComplaintFieldError],
    ) -> PageResult {
        let is_written = step > ComplaintStep::Route && self.find_answers().is_some();
        if is_written || !self.files.is_empty() {
            self.mark(problems.contains(&ComplaintFieldError::TooOld)).await?;
            self.keep_files().await?;
        }
        Ok(self.show(step, problems))
    }

    /// The page of a step, where one can be there; else the first that is open.
    fn show(&self, step: ComplaintStep, problems: &[ComplaintFieldError]) -> Response {
        if step > ComplaintStep::Route
            && let Some(answers) = self.find_answers()
        {
            return self.show_write(step, answers, problems);
        }
        if self.is_day_ahead() {
            return self.show_question(ComplaintStep::StartDay, Some(ComplaintFieldError::DayAhead));
        }
        let is_asked = step < ComplaintStep::Route && self.progress.steps.contains(&step);
        match self.progress.answers {
            Some(answers) if !is_asked && self.progress.is_routed() => self.show_route(answers),
            _ if is_asked && step <= self.progress.next => {
                self.show_question(step, problems.first().copied())
            }
            _ => self.show_question(self.progress.next, problems.first().copied()),
        }
    }

    /// A page of the task; in the other language it is the same.
    fn meta(&self, step: ComplaintStep, is_wrong: bool) -> (StatusCode, PageMeta) {
        let MunicipalityContext { context, standard, .. } = self.route;
        let title = text::TITLE.get(context.lang);
        let (status, title) = if is_wrong {
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
        } else {
            (StatusCode::OK, title.to_owned())
        };
        let fields = self.form.fields().into_iter().map(|(name, value)| (name.to_owned(), value));
        let shown = ("BACK".to_owned(), step.code().to_owned());
        let switch = LanguageSwitch::Form(fields.chain([shown]).collect());
        (status, PageMeta { switch, ..context.meta(&title, Some(standard)) })
    }

    fn show_question(&self, step: ComplaintStep, problem: Option<ComplaintFieldError>) -> Response {
        let MunicipalityContext { context, standard, .. } = self.route;
        let (status, meta) = self.meta(step, problem.is_some());
        let (form, progress) = (&self.form, &self.progress);
        let page = QuestionPage { standard, form, progress, step, problem };
        context.page(status, meta, |meta| question_page(meta, &page))
    }

    fn show_route(&self, answers: ComplaintAnswers) -> Response {
        let MunicipalityContext { context, standard, .. } = self.route;
        let (form, progress) = (&self.form, &self.progress);
        let page = RoutePage { standard, form, progress, answers, today: self.today };
        let (status, meta) = self.meta(ComplaintStep::Route, false);
        context.page(status, meta, |meta| route_page(meta, &page))
    }

    /// A page on which the complaint is written.
    fn show_write(
        &self,
        step: ComplaintStep,
        answers: ComplaintAnswers,
        problems: &[ComplaintFieldError],
    ) -> Response {
        let MunicipalityContext { context, standard, .. } = self.route;
        let is_wrong = !problems.is_empty() || !self.attachments.refused.is_empty();
        let (status, meta) = self.meta(step, is_wrong);
        let page = WritePage {
            standard,
            form: &self.form,
            progress: &self.progress,
            answers,
            step,
            today: self.today,
            reader: self.find_reader(),
            problems,
            attachments: &self.attachments,
        };
        context.page(status, meta, |meta| write_page(meta, &page))
    }
}
