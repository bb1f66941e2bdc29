//! Asking to be called back. What is written travels in the body of a POST and is stored sealed.

use super::{
    form::{Intent, SentForm},
    service::{CallRequest, CallStored, CasesOfCall, Entrusted, KEPT_DAYS, find_hours},
};
use crate::{
    db::FormKey,
    tasks::{
        booking::code::CodeRecord,
        case::service::{self as case, Opening, last_day_of_case},
        desk::settings::{handlers::describe_english, service as settings},
        form_token::service::TokenStatus,
    },
    web::{
        AppError, Form, MunicipalityContext, PageResult, client_ip::ClientIp, rate_limiter::ClientNetwork,
    },
};
use app::{
    tasks::{
        booking::views::step::closed_page,
        callback::{
            receipt::{Called, called_page, withdrawn_page},
            text,
            views::{CallbackFieldError, CallbackForm, CallbackPage, age_page, callback_page, format_window},
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        error_page::ErrorKind,
        text as common,
    },
};
use axum::http::StatusCode;
use chrono::Days;
use domain::{
    AgeRange, BookingAbout, BookingKind, Lang, LocalDay, PhoneError, PiiKind, Substance, Unit, UnitSide,
    Window,
    case::CaseSubject,
    decide::{find_unit_side, list_wish_ages, list_wishes, unit_for},
    find_pii, parse_phone, windows,
};

/// Days on which one can be called.
const DAYS: usize = 4;

pub async fn start(route: MunicipalityContext) -> PageResult {
    let page = Page { route: &route, client: None };
    page.show_form(&page.renew(CallbackForm::default())).await
}

pub async fn ask(
    route: MunicipalityContext,
    ClientIp(client): ClientIp,
    Form(sent): Form<SentForm>,
) -> PageResult {
    let page = Page { route: &route, client };
    match sent.intent() {
        Intent::Withdraw => page.withdraw(&sent).await,
        Intent::ChooseAge => page.choose_age(sent.into_page()).await,
        Intent::ChangeAge => page.show_form(&CallbackForm { age: String::new(), ..sent.into_page() }).await,
        intent => page.ask(sent, intent == Intent::Show).await,
    }
}

/// What stands in the history of the browser.
fn receipt_title(lang: Lang) -> String {
    format!("{}{}", text::TITLE.get(lang), common::RECEIPT.get(lang))
}

struct Page<'a> {
    route: &'a MunicipalityContext,
    client: Option<ClientNetwork>,
}

/// The page in the other language; what nothing was wrong with is not looked at.
fn switch_fields(form: &CallbackForm) -> Vec<(String, String)> {
    let mut fields = form.fields();
    if form.problems.is_empty() {
        let shows = if form.age.is_empty() { "CHANGE" } else { "CHOOSE" };
        fields.push((shows.to_owned(), "1".to_owned()));
    }
    fields
}

/// The receipt in the other language.
fn switch_receipt(form: &CallbackForm) -> LanguageSwitch {
    let fields = [("SHOW", "1"), ("FORM", &form.form), ("MARK", &form.mark)];
    LanguageSwitch::Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

impl CallRequest {
    /// Whether a form asks for nothing else.
    fn is_of(&self, form: &CallbackForm) -> bool {
        let Entrusted { phone, name, message, wish, age, .. } = &self.entrusted;
        parse_phone(&form.phone).as_deref() == Ok(phone)
            && (name.as_str(), format_window(self.window)) == (form.name.trim(), form.window.clone())
            && *message == (form.message == "YES")
            && (wish, age) == (&form.wish, &form.age)
    }
}

/// Whether a name holds what is no name: a CPR number, say, which a call does not need.
fn gives_away(name: &str) -> bool {
    find_pii(name).iter().any(|(kind, _)| matches!(kind, PiiKind::Cpr | PiiKind::Code))
}

impl Page<'_> {
    fn purpose(&self) -> String {
        format!("ring-mig-op {}", self.route.standard.code)
    }

    /// What was written, in a form that nobody has sent yet.
    fn renew(&self, written: CallbackForm) -> CallbackForm {
        let services = &self.route.context.state.services;
        let key = services.bookings.new_form();
        let purpose = self.purpose();
        let mark = services.tokens.bind(&purpose, &services.tokens.issue(&purpose), &key.hash());
        CallbackForm { form: key.to_string(), mark, ..written }
    }

    /// What treatment can be wished for.
    fn list_asked(&self) -> Vec<Substance> {
        list_wishes(&self.route.standard, BookingAbout::Me)
    }

    /// Whether an age is one that can be chosen, or none is asked for.
    fn knows_age(&self, form: &CallbackForm) -> bool {
        let ages = list_wish_ages(&self.route.standard);
        if ages.is_empty() {
            return form.age.is_empty();
        }
        form.is_about_other() || ages.iter().any(|ages| ages.code() == form.age)
    }

    /// Which unit calls: that of the age, where the standard divides them by it.
    fn find_side(&self, form: &CallbackForm) -> Option<UnitSide> {
        let about = if form.is_about_other() { BookingAbout::Close } else { BookingAbout::Me };
        find_unit_side(&self.route.standard, about, AgeRange::from_code(&form.age))
    }

    fn find_unit(&self, side: Option<UnitSide>) -> &Unit {
        unit_for(&self.route.standard, side)
    }

    async fn choose_age(&self, mut form: CallbackForm) -> PageResult {
        if form.form.parse::<FormKey>().is_err() {
            form = self.renew(form);
        }
        if !self.knows_age(&form) {
            form.age = String::new();
            form.problems = vec![CallbackFieldError::Age];
        }
        self.show_form(&form).await
    }

    async fn ask(&self, sent: SentForm, shows: bool) -> PageResult {
        let services = &self.route.context.state.services;
        let (key, is_of_machine) = (sent.key(), sent.is_of_machine());
        let form = sent.into_page();
        let token = match key {
            Some(key) => services.tokens.spend(&self.purpose(), &form.mark, &key.hash()).await?,
            None => TokenStatus::Invalid,
        };
        // A form that is sent again, or its receipt in the other language: what stands is shown, and a call that was
        // made or taken back is not asked for again. What was changed since is asked for like any other.
        if let Some(key) = key.filter(|_| shows || token == TokenStatus::Used) {
            match services.callbacks.find_request(&self.route.standard.code, &key).await? {
                None => return self.show_gone(&form, &key).await,
                Some(request) if shows || request.is_of(&form) => {
                    return self.show_receipt(&form, &request, (&key, token)).await;
                }
                Some(_) => {}
            }
        }
        self.check(form, token, is_of_machine, key).await
    }

    /// Tells what cannot be used, or notes the call.
    async fn check(
        &self,
        mut form: CallbackForm,
        token: TokenStatus,
        is_of_machine: bool,
        key: Option<FormKey>,
    ) -> PageResult {
        let (phone, window) = (parse_phone(&form.phone), self.find_window(&form).await?);
        let wrong = [
            (is_of_machine, CallbackFieldError::Filled),
            (token == TokenStatus::TooFast, CallbackFieldError::TooFast),
            (token == TokenStatus::Invalid, CallbackFieldError::TooOld),
            (phone == Err(PhoneError::Unreadable), CallbackFieldError::Phone),
            (phone == Err(PhoneError::NoSuchCountry), CallbackFieldError::PhoneCountry),
            (gives_away(&form.name), CallbackFieldError::Name),
            (window.is_none(), CallbackFieldError::Window),
            (!matches!(form.message.as_str(), "YES" | "NO"), CallbackFieldError::Message),
            (!self.knows_wish(&form), CallbackFieldError::Wish),
        ];
        if !self.knows_age(&form) {
            return self.choose_age(form).await;
        }
        if token == TokenStatus::Invalid {
            form = self.renew(form);
        }
        form.problems = wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect();
        match (phone, window, key) {
            (Ok(phone), Some(window), Some(key)) if form.problems.is_empty() => {
                self.store(form, &phone, window, key).await
            }
            _ => self.show_form(&form).await,
        }
    }

    /// Whether the answer about treatment is one that can be given; none is one too.
    fn knows_wish(&self, form: &CallbackForm) -> bool {
        matches!(form.wish.as_str(), "" | "NO" | "OTHER") || !form.list_wishes(&self.list_asked()).is_empty()
    }

    async fn find_window(&self, form: &CallbackForm) -> Result<Option<Window>, AppError> {
        let mut windows = self.list_windows(form).await?.into_iter();
        Ok(windows.find(|window| format_window(*window) == form.window))
    }

    /// When the unit of the age can call.
    async fn list_windows(&self, form: &CallbackForm) -> Result<Vec<Window>, AppError> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let days =
            settings::load_days(&context.state.services.db, &standard.code, context.now.date()).await?;
        let kept = context.now.date().checked_add_days(Days::new(KEPT_DAYS)).unwrap_or_default();
        let unit = self.find_unit(self.find_side(form));
        let db = &context.state.services.db;
        let hours = find_hours(db, &standard.code, unit, context.now.date()).await?;
        let windows = windows(&hours, &days, context.now, DAYS);
        Ok(windows.into_iter().filter(|window| window.day <= kept).collect())
    }

    async fn is_open(&self) -> Result<bool, AppError> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let kinds = settings::list_kinds(&context.state.services.db, &standard.code).await?;
        Ok(kinds.iter().any(|(kind, _)| *kind == BookingKind::Callback))
    }

    async fn show_form(&self, form: &CallbackForm) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        let title = text::TITLE.get(context.lang);
        let ages = list_wish_ages(standard);
        let asks_age = form.age.is_empty() && !ages.is_empty();
        let windows = if asks_age { Vec::new() } else { self.list_windows(form).await? };
        if !self.is_open().await? || (windows.is_empty() && !asks_age) {
            let meta = context.meta(title, Some(standard));
            return Ok(context.page(StatusCode::OK, meta, |meta| {
                closed_page(meta, standard, title, text::CLOSED, standard.main_unit())
            }));
        }
        let (status, title) = if form.problems.is_empty() {
            (StatusCode::OK, title.to_owned())
        } else {
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang)))
        };
        // The first page has an address of its own.
        let switch =
            if form.is_empty() { LanguageSwitch::Link } else { LanguageSwitch::Form(switch_fields(form)) };
        let meta = PageMeta { switch, ..context.meta(&title, Some(standard)) };
        let english = describe_english(context, &standard.code).await?;
        if asks_age {
            return Ok(context.page(status, meta, |meta| age_page(meta, standard, form, (&ages, english))));
        }
        let shown = CallbackPage {
            standard,
            windows: &windows,
            today: context.now.date(),
            asked: &self.list_asked(),
            unit: self.find_unit(self.find_side(form)),
        };
        Ok(context.page(status, meta, |meta| callback_page(meta, form, &shown, english)))
    }

    async fn store(&self, mut form: CallbackForm, phone: &str, window: Window, key: FormKey) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        if !self.is_open().await? {
            return self.show_form(&form).await;
        }
        let services = &context.state.services;
        if !services.limiter.allow_call(&standard.code, self.client.as_ref(), phone) {
            return Err(AppError::new(ErrorKind::TooMany));
        }
        let (stored, request) = self.entrust(&form, phone, window, &key).await?;
        if stored != CallStored::Done {
            form = self.renew(form);
            form.problems.push(CallbackFieldError::TooOld);
            return self.show_form(&form).await;
        }
        services.tokens.mark_used(&form.mark, &key.hash()).await?;
        self.show_receipt(&form, &request, (&key, TokenStatus::Valid)).await
    }

    /// Stores the call, and opens the cases of who wishes for treatment.
    async fn entrust(
        &self,
        form: &CallbackForm,
        phone: &str,
        window: Window,
        key: &FormKey,
    ) -> Result<(CallStored, CallRequest), AppError> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let services = &context.state.services;
        let cases = self.open_cases(form, key).await?;
        let entrusted = Entrusted {
            phone: phone.to_owned(),
            name: form.name.trim().to_owned(),
            message: form.message == "YES",
            wish: form.wish.clone(),
            age: form.age.clone(),
            cases: cases.as_ref().map(CasesOfCall::list_names).unwrap_or_default(),
        };
        let request = CallRequest { entrusted, window, side: self.find_side(form), lang: context.lang };
        let stored = services.callbacks.request(&standard.code, key, &request, cases.as_ref()).await?;
        Ok((stored, request))
    }

    /// The cases of a wish for treatment, under a code of their own.
    async fn open_cases(&self, form: &CallbackForm, key: &FormKey) -> Result<Option<CasesOfCall>, AppError> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let wished = form.list_wishes(&self.list_asked());
        if wished.is_empty() || form.is_about_other() {
            return Ok(None);
        }
        let today = context.now.date();
        let ages = AgeRange::from_code(&form.age).unwrap_or(AgeRange::ANY);
        let opening =
            |substance| Opening::of_form(key, CaseSubject { substance, ages }, LocalDay::new(today));
        let services = &context.state.services;
        let priority = services.limiter.acquire(self.client.as_ref()).priority;
        let until = last_day_of_case(today);
        let code = services.bookings.prepare_code(&standard.code, key, until, priority).await?;
        let code = CodeRecord { contact_on: Some(today), ..code };
        Ok(Some(CasesOfCall { code, openings: wished.into_iter().map(opening).collect() }))
    }

    /// The page for a call that is over.
    async fn show_gone(&self, form: &CallbackForm, key: &FormKey) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        let meta = context.meta(&receipt_title(context.lang), Some(standard));
        let meta = PageMeta { switch: switch_receipt(form), ..meta };
        let has_case = self.has_case(key).await?;
        Ok(context.page(StatusCode::OK, meta, |meta| withdrawn_page(meta, standard, (true, has_case))))
    }

    /// Whether a wish for treatment stands that a form has said.
    async fn has_case(&self, key: &FormKey) -> Result<bool, AppError> {
        let MunicipalityContext { context, standard, .. } = self.route;
        let found = context.state.services.bookings.find_of_form(&standard.code, key).await?;
        Ok(found.is_some())
    }

    /// The receipt. It carries nothing of what was entrusted but the number's last digits; and the code for a while.
    async fn show_receipt(
        &self,
        form: &CallbackForm,
        request: &CallRequest,
        (key, token): (&FormKey, TokenStatus),
    ) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        let services = &context.state.services;
        let found = services.bookings.find_of_form(&standard.code, key).await?;
        let (mut code, mut cases) = (None, Vec::new());
        let has_case = found.is_some();
        if let Some((found, record)) = found.filter(|_| token != TokenStatus::Invalid) {
            cases = case::list_of_code(&services.db, &record.id).await?;
            code = Some((found.to_groups(), record.expires_on));
        }
        let today = LocalDay::new(context.now.date());
        let cases: Vec<_> =
            cases.iter().map(|case| case.show(standard, today, &services.case_words)).collect();
        let phone = &request.entrusted.phone;
        let ending = phone.get(phone.len().saturating_sub(2)..).unwrap_or_default();
        // A promise that cannot be read is not shown: the call stands all the same.
        let promise = settings::find_promise(&context.state.services.db, &standard.code).await;
        let meta = context.meta(&receipt_title(context.lang), Some(standard));
        let meta = PageMeta { switch: switch_receipt(form), ..meta };
        let called = Called {
            unit: self.find_unit(request.side),
            code: code.as_ref().map(|(code, until)| (code.as_str(), *until)),
            cases: &cases,
            has_case,
            window: request.window,
            ending,
            message: request.entrusted.message,
            promised: promise.ok().flatten(),
            form: &form.form,
            mark: &form.mark,
        };
        Ok(context.page(StatusCode::OK, meta, |meta| called_page(meta, standard, &called)))
    }

    /// Takes back the call that a form has asked for.
    async fn withdraw(&self, sent: &SentForm) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        let withdrawn = match sent.key() {
            Some(key) => context.state.services.callbacks.withdraw(standard, &key).await?,
            None => false,
        };
        let fields = [("WITHDRAW", "1"), ("FORM", &sent.form), ("MARK", &sent.mark)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let switch = LanguageSwitch::Form(fields);
        let meta = PageMeta { switch, ..context.meta(&receipt_title(context.lang), Some(standard)) };
        let has_case = match sent.key() {
            Some(key) => self.has_case(&key).await?,
            None => false,
        };
        Ok(context.page(StatusCode::OK, meta, |meta| withdrawn_page(meta, standard, (!withdrawn, has_case))))
    }
}
