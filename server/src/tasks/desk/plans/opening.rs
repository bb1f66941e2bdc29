//! Opening a plan, for itself or from a case.

use super::code::show_code;
use crate::{
    db::{CaseId, FormKey},
    tasks::{
        case::CaseRecord,
        citizen_session::service::GivenCode,
        desk::{audit::AuditAction, cases::list::find_row, staff_session::StaffSession},
        plan::service::NewPlan,
    },
    web::{AppError, Form, PageResult},
};
use app::{
    tasks::{
        desk::{
            plans::{
                opening::{PlanOpeningForm, PlanOpeningPage, plan_opening_page},
                text,
            },
            views::Notices,
        },
        return_code::pseudonym,
    },
    ui::error_summary::FieldError,
};
use domain::{
    AgeRange, CurrentOffer, LocalDay, Substance,
    plan::{PlanAct, list_offers, list_plan_ages},
};
use serde::Deserialize;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    about: String,
    age: String,
    offer: String,
    form: String,
    case: String,
}

impl SentForm {
    fn into_page(self) -> PlanOpeningForm {
        let Self { about, age, offer, form, case } = self;
        PlanOpeningForm { about, age, offer, form, case }
    }
}

pub async fn start(session: StaffSession) -> PageResult {
    let asked = session.param("sag").unwrap_or_default().to_owned();
    let case = find_case(&session, &asked).await?;
    let of = |about: &dyn Fn(&CaseRecord) -> String| case.as_ref().map(about).unwrap_or_default();
    let form = PlanOpeningForm {
        about: if let [only] = list_substances(&session)[..] {
            only.code().to_owned()
        } else {
            of(&|case| case.subject.substance.code().to_owned())
        },
        age: of(&|case| case.subject.ages.code()),
        offer: CurrentOffer::General.code().to_owned(),
        form: new_form(&session),
        case: of(&|case| case.id.to_string()),
    };
    show(&session, &form, case.as_ref(), Vec::new())
}

fn new_form(session: &StaffSession) -> String {
    FormKey::random(&session.context.state.services.random).to_string()
}

/// A case that whoever asks may see.
async fn find_case(session: &StaffSession, case: &str) -> Result<Option<CaseRecord>, AppError> {
    let Ok(id) = case.parse::<CaseId>() else { return Ok(None) };
    if find_row(session, &id).await?.is_none() {
        return Ok(None);
    }
    let services = &session.context.state.services;
    Ok(crate::tasks::case::service::find(&services.db, &session.who.municipality, &id).await?)
}

fn list_substances(session: &StaffSession) -> Vec<Substance> {
    session.standard.rules.identity.substances.value().cloned().unwrap_or_default()
}

/// The courses that a plan can be about, whatever it is about.
fn list_all_offers(session: &StaffSession) -> Vec<CurrentOffer> {
    let of = |&substance: &Substance| list_offers(session.standard.rules_for(substance), substance);
    let known: Vec<CurrentOffer> = list_substances(session).iter().flat_map(of).collect();
    CurrentOffer::ALL.iter().copied().filter(|offer| known.contains(offer)).collect()
}

fn show(
    session: &StaffSession,
    form: &PlanOpeningForm,
    case: Option<&CaseRecord>,
    problems: Vec<FieldError>,
) -> PageResult {
    let page = PlanOpeningPage {
        form,
        substances: &list_substances(session),
        ages: &list_plan_ages(&session.standard),
        offers: &list_all_offers(session),
        pseudonym: case.map(|case| case.pseudonym.as_str()),
    };
    let notices = Notices { problems, done: None };
    session.page(text::OPEN, notices, |meta, notices| plan_opening_page(meta, &session.at(), notices, &page))
}

pub async fn open(session: StaffSession, Form(sent): Form<SentForm>) -> PageResult {
    let lang = session.context.lang;
    let form = sent.into_page();
    let case = find_case(&session, &form.case).await?;
    let Ok(key) = form.form.parse::<FormKey>() else {
        let form = PlanOpeningForm { form: new_form(&session), ..form };
        return show(&session, &form, case.as_ref(), Vec::new());
    };
    let about = Substance::from_code(&form.about).filter(|about| list_substances(&session).contains(about));
    let Some(substance) = about else {
        let first = list_substances(&session).first().map_or("", |first| first.code());
        let problem = FieldError::of(format!("ABOUT-{first}"), text::BAD_ABOUT, lang);
        return show(&session, &form, case.as_ref(), vec![problem]);
    };
    let known = list_offers(session.standard.rules_for(substance), substance);
    let offer = CurrentOffer::from_code(&form.offer).filter(|offer| known.contains(offer));
    let offer = offer.unwrap_or(CurrentOffer::General);
    let opened = PlanAct::Opened {
        substance,
        ages: find_ages(&session, &form, case.as_ref()),
        offer,
        case: case.as_ref().map(|case| case.id.to_string()).unwrap_or_default(),
    };
    let services = &session.context.state.services;
    let pseudonym = match &case {
        Some(case) => case.pseudonym.clone(),
        None => draw_pseudonym(&session).await?,
    };
    let new = NewPlan {
        id: key.plan_id(),
        pseudonym,
        responsible: session.who.id,
        opened: &opened,
        on: LocalDay::new(session.context.now.date()),
    };
    let audited = session.audit(AuditAction::PlanOpened, &new.pseudonym);
    match services.citizen_sessions.open_plan(&services.plans, &key, &new, &audited).await? {
        GivenCode::Done(code) => show_code(&session, text::OPENED, &code, &new.id).await,
        GivenCode::InUse | GivenCode::Changed | GivenCode::Gone => {
            let problem = FieldError::of("main-content", text::OPENED_BEFORE, lang);
            show(&session, &form, case.as_ref(), vec![problem])
        }
    }
}

/// The age that was chosen, or that of the case.
fn find_ages(session: &StaffSession, form: &PlanOpeningForm, case: Option<&CaseRecord>) -> AgeRange {
    let offered = list_plan_ages(&session.standard).into_iter().chain(case.map(|case| case.subject.ages));
    offered.into_iter().find(|ages| ages.code() == form.age).unwrap_or(AgeRange::ANY)
}

/// A name that nobody else with a plan here has; after some tries one that somebody may have.
async fn draw_pseudonym(session: &StaffSession) -> Result<String, AppError> {
    let services = &session.context.state.services;
    let mut drawn = pseudonym::of(services.random.bytes());
    for _ in 0..8 {
        if !services.plans.is_called(&session.who.municipality, &drawn).await? {
            break;
        }
        drawn = pseudonym::of(services.random.bytes());
    }
    Ok(drawn)
}
