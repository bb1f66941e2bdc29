//! Asking to be called back. What is written travels in the body of a POST and is stored sealed.

use crate::{
    http::{form::Fields, visitor::CameFrom},
    services::{
        booking::{FormKey, hash},
        callback::{Asked, Entrusted, KEPT_DAYS, NoCallback},
        forms::Mark,
        hexadecimal,
        limits::Visitor,
    },
    visit::InMunicipality,
};
use app::{
    layout::{Frame, LanguageSwitch},
    pages::{
        booking::closed_page,
        callback::{
            CallbackForm, CallbackProblem, Called, callback_page, called_page, withdrawn_page, written,
        },
        problem::Problem,
    },
    text::{callback as text, common},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use chrono::Days;
use domain::{BookingKind, PiiKind, Window, find_pii, parse_phone, windows};

/// Days on which one can be called.
const DAYS: usize = 4;
/// Letters of a name.
const NAME: usize = 60;

pub async fn start(route: InMunicipality) -> Response<Body> {
    let ask = Ask { route: &route, visitor: None };
    ask.page(&ask.new_form(CallbackForm::default())).await
}

pub async fn ask(route: InMunicipality, CameFrom(visitor): CameFrom, mut fields: Fields) -> Response<Body> {
    let ask = Ask { route: &route, visitor };
    if fields.take("WITHDRAW").is_some() {
        return ask.withdraw(&fields.take("FORM").unwrap_or_default()).await;
    }
    let shows = fields.take("SHOW").is_some();
    let machine = fields.take("WEBSITE").is_some_and(|filled| !filled.is_empty());
    let mut form = read(fields);
    let key = hexadecimal::read(&form.form);
    let marked = key.map_or(Mark::Unknown, |key| ask.spent(&form, &key));
    // A form that is sent again, or its receipt in the other language: what stands is shown, and a call that was made
    // or taken back is not asked for again. What was changed since is asked for like any other.
    if let Some(key) = key.filter(|_| shows || marked == Mark::Done) {
        match ask.standing(&key).await {
            Err(response) => return response,
            Ok(None) => return ask.gone(&form),
            Ok(Some(standing)) if shows || standing.is_of(&form) => {
                return ask.called(&form, &standing).await;
            }
            Ok(Some(_)) => {}
        }
    }
    let (phone, window) = (parse_phone(&form.phone), ask.window(&form));
    let wrong = [
        (machine, CallbackProblem::Filled),
        (marked == Mark::TooFast, CallbackProblem::TooFast),
        (marked == Mark::Unknown, CallbackProblem::TooOld),
        (phone.is_none(), CallbackProblem::Phone),
        (gives_away(&form.name), CallbackProblem::Name),
        (window.is_none(), CallbackProblem::Window),
        (!matches!(form.message.as_str(), "YES" | "NO"), CallbackProblem::Message),
        (!matches!(form.wish.as_str(), "YES" | "NO" | "OTHER"), CallbackProblem::Wish),
    ];
    if marked == Mark::Unknown {
        form = ask.new_form(form);
    }
    form.problems = wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect();
    match (phone, window, key) {
        (Some(phone), Some(window), Some(key)) if form.problems.is_empty() => {
            ask.store(form, &phone, window, key).await
        }
        _ => ask.page(&form).await,
    }
}

/// What was written.
fn read(mut fields: Fields) -> CallbackForm {
    let mut take = |name| fields.take(name).unwrap_or_default();
    CallbackForm {
        phone: take("PHONE"),
        name: take("NAME").chars().take(NAME).collect(),
        window: take("WINDOW"),
        message: take("MESSAGE"),
        wish: take("WISH"),
        form: take("FORM"),
        mark: take("MARK"),
        problems: Vec::new(),
    }
}

struct Ask<'a> {
    route: &'a InMunicipality,
    visitor: Option<Visitor>,
}

/// The receipt in the other language.
fn shown_again(form: &CallbackForm) -> LanguageSwitch {
    let fields = [("SHOW", "1"), ("FORM", &form.form), ("MARK", &form.mark)];
    LanguageSwitch::Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

impl Asked {
    /// Whether a form asks for nothing else.
    fn is_of(&self, form: &CallbackForm) -> bool {
        let Entrusted { phone, name, message } = &self.entrusted;
        parse_phone(&form.phone).as_deref() == Some(phone)
            && (name.as_str(), written(self.window)) == (form.name.trim(), form.window.clone())
            && (*message, self.wishes_treatment) == (form.message == "YES", form.wish == "YES")
    }
}

/// Whether a name holds what is no name: a CPR number, say, which a call does not need.
fn gives_away(name: &str) -> bool {
    find_pii(name).iter().any(|(identity, _)| matches!(identity, PiiKind::Cpr | PiiKind::Code))
}

impl Ask<'_> {
    fn purpose(&self) -> String {
        format!("ring-mig-op {}", self.route.standard.code)
    }

    /// What was written, in a form that nobody has sent yet.
    fn new_form(&self, written: CallbackForm) -> CallbackForm {
        let services = &self.route.visit.portal.services;
        let key = services.bookings.new_form();
        let (purpose, form) = (self.purpose(), hexadecimal::written(&key));
        let mark = services.forms.bind(&purpose, &services.forms.mark(&purpose), &hash(&key));
        CallbackForm { form, mark, ..written }
    }

    /// Uses the form's mark.
    fn spent(&self, form: &CallbackForm, key: &FormKey) -> Mark {
        self.route.visit.portal.services.forms.spend(&self.purpose(), &form.mark, &hash(key))
    }

    fn window(&self, form: &CallbackForm) -> Option<Window> {
        self.windows().into_iter().find(|window| written(*window) == form.window)
    }

    fn windows(&self) -> Vec<Window> {
        let InMunicipality { visit, standard, .. } = self.route;
        let kept = visit.now.date().checked_add_days(Days::new(KEPT_DAYS)).unwrap_or_default();
        let windows = windows(standard.main_unit().phone_hours.value(), visit.now, DAYS);
        windows.into_iter().filter(|window| window.day <= kept).collect()
    }

    async fn open(&self) -> Result<bool, Response<Body>> {
        let InMunicipality { visit, standard, .. } = self.route;
        let kinds = visit.portal.services.bookings.kinds(&standard.code).await;
        let kinds = kinds.map_err(|error| visit.no_booking(&error, Some(standard)))?;
        Ok(kinds.iter().any(|(kind, _)| *kind == BookingKind::Callback))
    }

    async fn page(&self, form: &CallbackForm) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        let title = text::TITLE.get(visit.lang);
        match self.open().await {
            Err(response) => return response,
            Ok(true) => {}
            Ok(false) => {
                let frame = visit.frame(title, Some(standard));
                return visit.fresh(StatusCode::OK, frame, |frame| {
                    closed_page(frame, standard, title, text::CLOSED, visit.now)
                });
            }
        }
        let (status, title) = if form.problems.is_empty() {
            (StatusCode::OK, title.to_owned())
        } else {
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(visit.lang)))
        };
        let frame =
            Frame { switch: LanguageSwitch::Form(form.fields()), ..visit.frame(&title, Some(standard)) };
        // The first page has an address of its own.
        let frame = if form.is_empty() { Frame { switch: LanguageSwitch::Link, ..frame } } else { frame };
        let windows = self.windows();
        visit.fresh(status, frame, |frame| callback_page(frame, standard, form, &windows))
    }

    async fn store(
        &self,
        mut form: CallbackForm,
        phone: &str,
        window: Window,
        key: FormKey,
    ) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        match self.open().await {
            Err(response) => return response,
            Ok(false) => return self.page(&form).await,
            Ok(true) => {}
        }
        if !visit.portal.services.limits.call(&standard.code, self.visitor.as_ref(), phone) {
            return visit.problem(StatusCode::SERVICE_UNAVAILABLE, Problem::TooMany, Some(standard));
        }
        let entrusted = Entrusted {
            phone: phone.to_owned(),
            name: form.name.trim().to_owned(),
            message: form.message == "YES",
        };
        let asked = Asked { entrusted, window, wishes_treatment: form.wish == "YES" };
        match visit.portal.services.callbacks.ask(&standard.code, &key, &asked).await {
            Ok(true) => {}
            Ok(false) => {
                form = self.new_form(form);
                form.problems.push(CallbackProblem::TooOld);
                return self.page(&form).await;
            }
            Err(error) => return self.unavailable(&error),
        }
        visit.portal.services.forms.done(&form.mark);
        self.called(&form, &asked).await
    }

    /// The call that a form has asked for.
    async fn standing(&self, key: &FormKey) -> Result<Option<Asked>, Response<Body>> {
        let InMunicipality { visit, standard, .. } = self.route;
        let standing = visit.portal.services.callbacks.standing(&standard.code, key).await;
        standing.map_err(|error| self.unavailable(&error))
    }

    /// The page for a call that is over.
    fn gone(&self, form: &CallbackForm) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        let frame = visit.frame(text::GONE_TITLE.get(visit.lang), Some(standard));
        let frame = Frame { switch: shown_again(form), ..frame };
        visit.fresh(StatusCode::OK, frame, |frame| withdrawn_page(frame, standard, true, visit.now))
    }

    fn unavailable(&self, error: &NoCallback) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        tracing::error!(target: "portal", %error, "a call could not be stored, read or taken back");
        visit.problem(StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable, Some(standard))
    }

    /// The receipt. It carries nothing of what was entrusted but the number's last digits.
    async fn called(&self, form: &CallbackForm, asked: &Asked) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        let phone = &asked.entrusted.phone;
        let ending = phone.get(phone.len().saturating_sub(2)..).unwrap_or_default();
        // A promise that cannot be read is not shown: the call stands all the same.
        let promised = visit.portal.services.desks.promised(&standard.code).await.ok().flatten();
        let frame = visit.frame(text::DONE_TITLE.get(visit.lang), Some(standard));
        let frame = Frame { switch: shown_again(form), ..frame };
        let (window, message) = (asked.window, asked.entrusted.message);
        let called = Called { window, ending, message, promised, form: &form.form };
        visit.fresh(StatusCode::OK, frame, |frame| called_page(frame, standard, &called, visit.now))
    }

    /// Takes back the call that a form has asked for.
    async fn withdraw(&self, form: &str) -> Response<Body> {
        let InMunicipality { visit, standard, .. } = self.route;
        let withdrawn = match hexadecimal::read(form) {
            Some(key) => visit.portal.services.callbacks.withdraw(&standard.code, &key).await,
            None => Ok(false),
        };
        let withdrawn = match withdrawn {
            Ok(withdrawn) => withdrawn,
            Err(error) => return self.unavailable(&error),
        };
        let title = if withdrawn { text::WITHDRAWN_TITLE } else { text::GONE_TITLE };
        let fields = vec![("WITHDRAW".to_owned(), "1".to_owned()), ("FORM".to_owned(), form.to_owned())];
        let frame = Frame {
            switch: LanguageSwitch::Form(fields),
            ..visit.frame(title.get(visit.lang), Some(standard))
        };
        visit.fresh(StatusCode::OK, frame, |frame| withdrawn_page(frame, standard, !withdrawn, visit.now))
    }
}
