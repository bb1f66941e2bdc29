//! Asking to be called back. What is written travels in the body of a POST and is stored sealed.

use crate::{
    tasks::{
        booking::service::{FormKey, hash},
        callback::service::{Asked, CallbackError, Entrusted, KEPT_DAYS},
    },
    web::{
        client_ip::ClientIp, form::FormBody, form_token::TokenStatus, hexadecimal,
        rate_limiter::ClientNetwork, request_context::MunicipalityContext,
    },
};
use app::{
    tasks::{
        booking::views::step::closed_page,
        callback::{
            text,
            views::{
                CallbackFieldError, CallbackForm, Called, callback_page, called_page, withdrawn_page, written,
            },
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        error_page::ErrorKind,
        text as common,
    },
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

pub async fn start(route: MunicipalityContext) -> Response<Body> {
    let ask = Ask { route: &route, client: None };
    ask.page(&ask.new_form(CallbackForm::default())).await
}

pub async fn ask(
    route: MunicipalityContext,
    ClientIp(client): ClientIp,
    mut fields: FormBody,
) -> Response<Body> {
    let ask = Ask { route: &route, client };
    if fields.take("WITHDRAW").is_some() {
        return ask.withdraw(&fields.take("FORM").unwrap_or_default()).await;
    }
    let shows = fields.take("SHOW").is_some();
    let machine = fields.take("WEBSITE").is_some_and(|filled| !filled.is_empty());
    let mut form = read(fields);
    let key = hexadecimal::read(&form.form);
    let marked = key.map_or(TokenStatus::Invalid, |key| ask.spent(&form, &key));
    // A form that is sent again, or its receipt in the other language: what stands is shown, and a call that was made
    // or taken back is not asked for again. What was changed since is asked for like any other.
    if let Some(key) = key.filter(|_| shows || marked == TokenStatus::Used) {
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
        (machine, CallbackFieldError::Filled),
        (marked == TokenStatus::TooFast, CallbackFieldError::TooFast),
        (marked == TokenStatus::Invalid, CallbackFieldError::TooOld),
        (phone.is_none(), CallbackFieldError::Phone),
        (gives_away(&form.name), CallbackFieldError::Name),
        (window.is_none(), CallbackFieldError::Window),
        (!matches!(form.message.as_str(), "YES" | "NO"), CallbackFieldError::Message),
        (!matches!(form.wish.as_str(), "YES" | "NO" | "OTHER"), CallbackFieldError::Wish),
    ];
    if marked == TokenStatus::Invalid {
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
fn read(mut fields: FormBody) -> CallbackForm {
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
    route: &'a MunicipalityContext,
    client: Option<ClientNetwork>,
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
        let services = &self.route.context.portal.services;
        let key = services.bookings.new_form();
        let (purpose, form) = (self.purpose(), hexadecimal::written(&key));
        let mark = services.forms.bind(&purpose, &services.forms.mark(&purpose), &hash(&key));
        CallbackForm { form, mark, ..written }
    }

    /// Uses the form's mark.
    fn spent(&self, form: &CallbackForm, key: &FormKey) -> TokenStatus {
        self.route.context.portal.services.forms.spend(&self.purpose(), &form.mark, &hash(key))
    }

    fn window(&self, form: &CallbackForm) -> Option<Window> {
        self.windows().into_iter().find(|window| written(*window) == form.window)
    }

    fn windows(&self) -> Vec<Window> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let kept = context.now.date().checked_add_days(Days::new(KEPT_DAYS)).unwrap_or_default();
        let windows = windows(standard.main_unit().phone_hours.value(), context.now, DAYS);
        windows.into_iter().filter(|window| window.day <= kept).collect()
    }

    async fn open(&self) -> Result<bool, Response<Body>> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let kinds = context.portal.services.bookings.kinds(&standard.code).await;
        let kinds = kinds.map_err(|error| context.no_booking(&error, Some(standard)))?;
        Ok(kinds.iter().any(|(kind, _)| *kind == BookingKind::Callback))
    }

    async fn page(&self, form: &CallbackForm) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let title = text::TITLE.get(context.lang);
        match self.open().await {
            Err(response) => return response,
            Ok(true) => {}
            Ok(false) => {
                let meta = context.meta(title, Some(standard));
                return context.page(StatusCode::OK, meta, |meta| {
                    closed_page(meta, standard, title, text::CLOSED, context.now)
                });
            }
        }
        let (status, title) = if form.problems.is_empty() {
            (StatusCode::OK, title.to_owned())
        } else {
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
        };
        let meta =
            PageMeta { switch: LanguageSwitch::Form(form.fields()), ..context.meta(&title, Some(standard)) };
        // The first page has an address of its own.
        let meta = if form.is_empty() { PageMeta { switch: LanguageSwitch::Link, ..meta } } else { meta };
        let windows = self.windows();
        context.page(status, meta, |meta| callback_page(meta, standard, form, &windows))
    }

    async fn store(
        &self,
        mut form: CallbackForm,
        phone: &str,
        window: Window,
        key: FormKey,
    ) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        match self.open().await {
            Err(response) => return response,
            Ok(false) => return self.page(&form).await,
            Ok(true) => {}
        }
        if !context.portal.services.limits.call(&standard.code, self.client.as_ref(), phone) {
            return context.problem(StatusCode::SERVICE_UNAVAILABLE, ErrorKind::TooMany, Some(standard));
        }
        let entrusted = Entrusted {
            phone: phone.to_owned(),
            name: form.name.trim().to_owned(),
            message: form.message == "YES",
        };
        let asked = Asked { entrusted, window, wishes_treatment: form.wish == "YES" };
        match context.portal.services.callbacks.ask(&standard.code, &key, &asked).await {
            Ok(true) => {}
            Ok(false) => {
                form = self.new_form(form);
                form.problems.push(CallbackFieldError::TooOld);
                return self.page(&form).await;
            }
            Err(error) => return self.unavailable(&error),
        }
        context.portal.services.forms.done(&form.mark);
        self.called(&form, &asked).await
    }

    /// The call that a form has asked for.
    async fn standing(&self, key: &FormKey) -> Result<Option<Asked>, Response<Body>> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let standing = context.portal.services.callbacks.standing(&standard.code, key).await;
        standing.map_err(|error| self.unavailable(&error))
    }

    /// The page for a call that is over.
    fn gone(&self, form: &CallbackForm) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let meta = context.meta(text::GONE_TITLE.get(context.lang), Some(standard));
        let meta = PageMeta { switch: shown_again(form), ..meta };
        context.page(StatusCode::OK, meta, |meta| withdrawn_page(meta, standard, true, context.now))
    }

    fn unavailable(&self, error: &CallbackError) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        tracing::error!(target: "portal", %error, "a call could not be stored, read or taken back");
        context.problem(StatusCode::SERVICE_UNAVAILABLE, ErrorKind::Unavailable, Some(standard))
    }

    /// The receipt. It carries nothing of what was entrusted but the number's last digits.
    async fn called(&self, form: &CallbackForm, asked: &Asked) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let phone = &asked.entrusted.phone;
        let ending = phone.get(phone.len().saturating_sub(2)..).unwrap_or_default();
        // A promise that cannot be read is not shown: the call stands all the same.
        let promised = context.portal.services.desks.promised(&standard.code).await.ok().flatten();
        let meta = context.meta(text::DONE_TITLE.get(context.lang), Some(standard));
        let meta = PageMeta { switch: shown_again(form), ..meta };
        let (window, message) = (asked.window, asked.entrusted.message);
        let called = Called { window, ending, message, promised, form: &form.form };
        context.page(StatusCode::OK, meta, |meta| called_page(meta, standard, &called, context.now))
    }

    /// Takes back the call that a form has asked for.
    async fn withdraw(&self, form: &str) -> Response<Body> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let withdrawn = match hexadecimal::read(form) {
            Some(key) => context.portal.services.callbacks.withdraw(&standard.code, &key).await,
            None => Ok(false),
        };
        let withdrawn = match withdrawn {
            Ok(withdrawn) => withdrawn,
            Err(error) => return self.unavailable(&error),
        };
        let title = if withdrawn { text::WITHDRAWN_TITLE } else { text::GONE_TITLE };
        let fields = vec![("WITHDRAW".to_owned(), "1".to_owned()), ("FORM".to_owned(), form.to_owned())];
        let meta = PageMeta {
            switch: LanguageSwitch::Form(fields),
            ..context.meta(title.get(context.lang), Some(standard))
        };
        context.page(StatusCode::OK, meta, |meta| withdrawn_page(meta, standard, !withdrawn, context.now))
    }
}
