//! Handing plans over to a colleague in one go, for a holiday or for good.

use crate::{
    db::StaffId,
    tasks::{
        desk::{
            audit::{AuditAction, AuditEntry},
            staff::{self, StaffMember},
            staff_session::{Flash, StaffSession},
        },
        plan::model::{ListedPlan, PlanRecord},
    },
    web::{AppError, PageResult, form::FormBody},
};
use app::{
    tasks::desk::{
        plans::{
            handing_over::{HandingOverPage, handing_over_page},
            text,
        },
        views::Notices,
    },
    ui::{error_page::ErrorKind, error_summary::FieldError},
};
use domain::{LocalDay, Role};

/// Whose plans are handed over, and to whom they can go.
struct HandingOver {
    session: StaffSession,
    from: StaffMember,
    team: Vec<StaffMember>,
    plans: Vec<ListedPlan>,
}

impl HandingOver {
    /// Those of whoever asks; whoever leads can hand over anybody's.
    async fn open(session: StaffSession, from: &str) -> Result<Self, AppError> {
        let services = &session.context.state.services;
        let team = staff::service::list_team(&services.db, &session.who.municipality).await?;
        // Whoever was chosen and is gone by now is not taken for somebody else.
        let is_own = from.is_empty() || session.who.role != Role::Lead;
        let asked = if is_own { Some(session.who.id) } else { from.parse::<StaffId>().ok() };
        let from = match team.iter().find(|member| Some(member.id) == asked) {
            Some(member) => member.clone(),
            None => return Err(AppError::new(ErrorKind::NotFound)),
        };
        let today = LocalDay::new(session.context.now.date());
        let mut plans = services.plans.list_of(&from.id, today).await?;
        plans.sort_by(|one, other| one.record.pseudonym.cmp(&other.record.pseudonym));
        Ok(Self { session, from, team, plans })
    }

    fn show(&self, chosen: &[String], to: &str, problems: Vec<FieldError>) -> PageResult {
        let session = &self.session;
        let of = |member: &StaffMember, is_it: bool| (member.id.to_string(), member.name.clone(), is_it);
        let others = self.team.iter().filter(|member| member.id != self.from.id);
        let others: Vec<_> = others.map(|member| of(member, member.id.to_string() == to)).collect();
        let owners: Vec<_> = match session.who.role {
            Role::Lead => {
                let others = self.team.iter().filter(|member| member.id != session.who.id);
                others.map(|member| of(member, member.id == self.from.id)).collect()
            }
            _ => Vec::new(),
        };
        let plans = self.plans.iter().map(|plan| {
            let id = plan.record.id.to_string();
            let is_chosen = chosen.contains(&id);
            (id, plan.record.pseudonym.clone(), is_chosen)
        });
        let plans: Vec<_> = plans.collect();
        let from = self.from.id.to_string();
        let page = HandingOverPage { from: &from, owners: &owners, others: &others, plans: &plans };
        let notices = Notices { problems, done: None };
        session.page(text::HAND_OVER_ALL, notices, |meta, notices| {
            handing_over_page(meta, &session.at(), notices, &page)
        })
    }
}

pub async fn start(session: StaffSession) -> PageResult {
    let from = session.param("fra").unwrap_or_default().to_owned();
    HandingOver::open(session, &from).await?.show(&[], "", Vec::new())
}

pub async fn hand_over(session: StaffSession, mut sent: FormBody) -> PageResult {
    let lang = session.context.lang;
    let chosen: Vec<String> =
        sent.pairs().filter(|(name, _)| *name == "PLAN").map(|(_, plan)| plan.to_owned()).collect();
    let mut take = |name: &str| sent.take(name).unwrap_or_default();
    let (from, to, takes_all) = (take("FROM"), take("TO"), take("ACT") == "ALL");
    let page = HandingOver::open(session, &from).await?;
    let other = page.team.iter().find(|member| member.id != page.from.id && member.id.to_string() == to);
    let Some(other) = other else {
        return page.show(&chosen, &to, vec![FieldError::of("TO", text::CHOOSE_COLLEAGUE, lang)]);
    };
    let is_meant = |plan: &&ListedPlan| takes_all || chosen.contains(&plan.record.id.to_string());
    let meant = page.plans.iter().filter(is_meant).map(|plan| {
        let audited = page.session.audit(AuditAction::PlanHandedOver, &plan.record.pseudonym);
        (&plan.record, audited.changing(page.from.name.as_str(), other.name.as_str()))
    });
    let meant: Vec<(&PlanRecord, AuditEntry)> = meant.collect();
    if meant.is_empty() {
        let first = page.plans.first().map_or_else(String::new, |plan| format!("PLAN-{}", plan.record.id));
        return page.show(&chosen, &to, vec![FieldError::of(first, text::CHOOSE_PLANS, lang)]);
    }
    let number = page.session.context.state.services.plans.hand_over(&meant, Some(&other.id)).await?;
    if number == 0 {
        return page.session.redirect_with("/desk/planer", Flash::Gone);
    }
    page.session.redirect_with("/desk/planer", Flash::Saved)
}
